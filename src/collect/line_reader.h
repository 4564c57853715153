#pragma once
#include "core/diagnostic.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rashin::collect {

/// A line of a file with its place; line ends are not part of it.
struct Line {
  std::string_view text;
  int number = 0;
  std::size_t begin_byte = 0;
};

/// LF or CRLF; a last line without an end counts, an empty rest does not.
std::vector<Line> split_lines(std::string_view bytes);

/// The place of `part`, a piece of `line`; columns count characters (bytes in Latin-1, code points in UTF-8).
Place place_in(std::string_view file, const Line& line, std::string_view part, bool latin1);

std::string_view trimmed(std::string_view text);
std::string latin1_to_utf8(std::string_view bytes);
/// Nothing where a character is not in Latin-1 (or the text is not UTF-8).
std::optional<std::string> utf8_to_latin1(std::string_view text);
bool is_utf8(std::string_view bytes);

/// The whole text as a number, an optional + before it; nothing where it is none.
template <class Number> std::optional<Number> parsed(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

} // namespace rashin::collect
