#pragma once
#include "core/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rashin::cli {

/// Which options a command takes and how many words follow it.
struct CommandForm {
  std::vector<std::string_view> flags;   ///< `--json`
  std::vector<std::string_view> options; ///< `--draws N` or `--draws=N`
  std::size_t least_words = 0;
  std::size_t most_words = 0;
};

struct Arguments {
  std::vector<std::string> words;
  std::map<std::string, std::string, std::less<>> options; ///< flags stand here with an empty value

  bool has(std::string_view name) const { return options.find(name) != options.end(); }
  std::optional<std::string> option(std::string_view name) const;
};

/// Sorts a command line by `form`; all faults in one go (codes `usage-…`). `--` ends the options.
Result<Arguments> parse_arguments(const std::vector<std::string>& given, const CommandForm& form);

/// A whole number option within [least, most], or nothing when it is not given.
Result<std::optional<long long>> integer_option(const Arguments& arguments, std::string_view name, long long least,
                                                long long most);

} // namespace rashin::cli
