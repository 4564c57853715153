#include "cli/arguments.h"

#include <algorithm>
#include <charconv>

namespace rashin::cli {

std::optional<std::string> Arguments::option(std::string_view name) const {
  const auto found = options.find(name);
  if (found == options.end()) return std::nullopt;
  return found->second;
}

Result<Arguments> parse_arguments(const std::vector<std::string>& given, const CommandForm& form) {
  Arguments result;
  Diagnostics faults;
  const auto known = [](const std::vector<std::string_view>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  bool only_words = false;
  for (std::size_t i = 0; i < given.size(); ++i) {
    const std::string& word = given[i];
    if (only_words || word.size() < 2 || !word.starts_with('-')) {
      result.words.push_back(word);
      continue;
    }
    if (word == "--") {
      only_words = true;
      continue;
    }
    const std::size_t equals = word.find('=');
    const std::string name = word.substr(0, equals);
    if (known(form.flags, name) && equals == std::string::npos) {
      result.options[name];
    } else if (known(form.options, name)) {
      if (equals != std::string::npos)
        result.options[name] = word.substr(equals + 1);
      else if (i + 1 < given.size())
        result.options[name] = given[++i];
      else
        faults.push_back(make_diagnostic("usage-option-without-value", {}, {name}));
    } else {
      faults.push_back(make_diagnostic("usage-unknown-option", {}, {word}));
    }
  }
  if (result.words.size() < form.least_words) faults.push_back(make_diagnostic("usage-word-missing", {}));
  for (std::size_t i = form.most_words; i < result.words.size(); ++i)
    faults.push_back(make_diagnostic("usage-word-too-many", {}, {result.words[i]}));
  if (!faults.empty()) return faults;
  return result;
}

Result<std::optional<long long>> integer_option(const Arguments& arguments, std::string_view name, long long least,
                                                long long most) {
  const auto text = arguments.option(name);
  if (!text) return std::optional<long long>{};
  long long value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc{} || end != text->data() + text->size() || value < least || value > most)
    return make_diagnostic("usage-number", {}, {name, *text, std::to_string(least), std::to_string(most)});
  return std::optional<long long>{value};
}

} // namespace rashin::cli
