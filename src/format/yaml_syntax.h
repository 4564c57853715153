#pragma once
#include "core/diagnostic.h"
#include "format/position.h"

namespace rashin::format {

/// What libyaml says about a syntax error: two phrases and the bytes they are about.
struct YamlSyntaxError {
  std::string_view problem{};
  std::string_view context{};
  std::size_t problem_byte = 0;
  std::size_t context_byte = 0;
};

/// The same as a diagnostic that names the likely cause and cure. It stands where the reader must act: an unclosed
/// quote at the quote, not at the end of the file.
Diagnostic explain_syntax(const YamlSyntaxError& error, const std::string& file, std::string_view bytes,
                          const Positions& positions);

/// Paths as in `options[2].cost`; beyond 200 bytes cut and closed by `…`.
std::string path_of_key(const std::string& parent, std::string_view key);
std::string path_of_item(const std::string& parent, std::size_t index);

} // namespace rashin::format
