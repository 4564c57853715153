#include "collect/line_reader.h"

#include "core/utf8.h"

#include <algorithm>

namespace rashin::collect {

std::vector<Line> split_lines(std::string_view bytes) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    std::string_view text = bytes.substr(begin, end - begin);
    if (text.ends_with('\r')) text.remove_suffix(1);
    lines.push_back({text, static_cast<int>(lines.size()) + 1, begin});
    begin = end + 1;
  }
  return lines;
}

Place place_in(std::string_view file, const Line& line, std::string_view part, bool latin1) {
  const auto offset = static_cast<std::size_t>(part.data() - line.text.data());
  Place place;
  place.file = file;
  place.line = line.number;
  place.column = 1;
  for (const char c : line.text.substr(0, offset))
    place.column += latin1 || (static_cast<unsigned char>(c) & 0xc0) != 0x80;
  place.begin_byte = line.begin_byte + offset;
  place.end_byte = place.begin_byte + part.size();
  return place;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return text.substr(text.size());
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

bool is_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t length = utf8_length(bytes, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

std::string latin1_to_utf8(std::string_view bytes) {
  std::string result;
  for (const char c : bytes) result += utf8_of(static_cast<unsigned char>(c));
  return result;
}

std::optional<std::string> utf8_to_latin1(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    const std::uint32_t point = length == 0 ? 0xffffffffu : utf8_code_point(text, at, length);
    if (point > 0xff) return std::nullopt;
    result += static_cast<char>(static_cast<unsigned char>(point));
    at += length;
  }
  return result;
}

} // namespace rashin::collect
