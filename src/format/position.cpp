#include "format/position.h"

#include <algorithm>

namespace rashin::format {
namespace {

constexpr std::size_t stride = 64;
constexpr std::string_view bom = "\xEF\xBB\xBF";

bool is_line_separator(std::uint32_t code) {
  return code == 0x85 || code == 0x2028 || code == 0x2029;
}

} // namespace

bool is_text_character(std::uint32_t code) {
  if (code < 0x20) return code == '\t' || code == '\n' || code == '\r';
  return !(code >= 0x7F && code <= 0x9F) && code != 0xFEFF && (code & 0xFFFE) != 0xFFFE && !is_line_separator(code);
}

bool is_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_length(text, i);
    if (length == 0 || !is_text_character(utf8_code_point(text, i, length))) return false;
    i += length;
  }
  return true;
}

bool starts_with_bom(std::string_view bytes) {
  return bytes.starts_with(bom);
}

bool looks_like_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::vector<TextFault> text_faults(std::string_view bytes, std::size_t most) {
  using Kind = TextFault::Kind;
  std::vector<TextFault> faults;
  for (std::size_t i = starts_with_bom(bytes) ? bom.size() : 0; i < bytes.size() && faults.size() < most;) {
    const std::size_t length = utf8_length(bytes, i);
    if (length == 0) {
      const bool joined =
          !faults.empty() && faults.back().kind == Kind::NotUtf8 && faults.back().byte + faults.back().length == i;
      if (joined)
        ++faults.back().length;
      else
        faults.push_back({Kind::NotUtf8, i, 1, 0});
      ++i;
      continue;
    }
    const std::uint32_t code = utf8_code_point(bytes, i, length);
    const Kind kind = is_line_separator(code) ? Kind::LineSeparator : Kind::Control;
    if (!is_text_character(code)) faults.push_back({kind, i, length, code});
    i += length;
  }
  return faults;
}

Positions::Positions(std::string_view text) : text_(text) {
  Mark mark{starts_with_bom(text) ? bom.size() : 0, 0, {}};
  marks_.reserve(text.size() / stride + 1);
  while (true) {
    if (mark.index % stride == 0) marks_.push_back(mark);
    if (mark.byte >= text_.size()) break;
    step(mark);
  }
}

void Positions::step(Mark& mark) const {
  const char c = text_[mark.byte];
  const bool line_end = c == '\n' || (c == '\r' && (mark.byte + 1 >= text_.size() || text_[mark.byte + 1] != '\n'));
  mark.byte += std::max<std::size_t>(1, utf8_length(text_, mark.byte));
  ++mark.index;
  if (line_end)
    mark.place = {mark.place.line + 1, 1};
  else
    ++mark.place.column;
}

LineColumn Positions::at(std::size_t byte) const {
  const auto after = std::upper_bound(marks_.begin() + 1, marks_.end(), byte,
                                      [](std::size_t goal, const Mark& mark) { return goal < mark.byte; });
  Mark mark = *(after - 1);
  while (mark.byte < std::min(byte, text_.size())) {
    const Mark last = mark;
    step(mark);
    if (mark.byte > byte) return last.place; // inside a code point
  }
  return mark.place;
}

std::size_t Positions::byte_of(std::size_t index) const {
  Mark mark = marks_[std::min(index / stride, marks_.size() - 1)];
  while (mark.index < index && mark.byte < text_.size()) step(mark);
  return mark.byte;
}

} // namespace rashin::format
