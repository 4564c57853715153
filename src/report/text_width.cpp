#include "report/text_width.h"

#include <algorithm>
#include <array>

namespace rashin::report {
namespace {

/// Advance widths of ASCII 32…126 in thousandths of an em, as usual in Helvetica-like faces.
constexpr std::array<short, 95> ascii_widths{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr double safety = 1.12;

struct Letter {
  char32_t code;
  std::string_view bytes;
};

/// The next code point; a byte that is not UTF-8 counts as one letter.
Letter next_letter(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t size = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  if (size == 1 || size > text.size()) return {lead, text.substr(0, 1)};
  char32_t code = lead & (0xffu >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) code = (code << 6) | (static_cast<unsigned char>(text[i]) & 0x3fu);
  return {code, text.substr(0, size)};
}

double em_width(char32_t code) {
  if (code >= 32 && code < 127) return ascii_widths[code - 32] / 1000.0 * safety;
  if (code == 0x2013 || code == 0x2212) return 0.584 * safety; // – and −
  if (code == 0xa0) return 0.278 * safety;
  if (code >= 0xff61 && code <= 0xff9f) return 0.5; // half-width katakana
  return code >= 0x1100 || code == 0x2014 || code == 0x2026 ? 1.0 : 0.65;
}

bool is_katakana(char32_t code) {
  return code >= 0x30a1 && code <= 0x30fe && code != U'・';
}
bool is_wide(char32_t code) {
  return code >= 0x2e80;
}
bool never_first(char32_t code) {
  return std::u32string_view(U"、。，．・：；？！）」』】〕〉》”’ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々%％")
             .find(code) != std::u32string_view::npos;
}
bool never_last(char32_t code) {
  return std::u32string_view(U"（「『【〔〈《“‘").find(code) != std::u32string_view::npos;
}

bool is_hiragana(char32_t code) {
  return code >= 0x3041 && code <= 0x309f;
}
bool ends_phrase(char32_t code) {
  return std::u32string_view(U"、。，．・：；！？）」』】〕〉》").find(code) != std::u32string_view::npos;
}

/// May a line end between these two letters?
bool may_break(char32_t left, char32_t right) {
  if (left == U' ' || left == U'-' || left == U'/') return true;
  if (right == U' ' || never_first(right) || never_last(left)) return false;
  if (is_katakana(left) && is_katakana(right)) return false;
  return is_wide(left) || is_wide(right);
}

/// Is it also a good place: behind a Latin word, behind punctuation, or where kana endings and particles give way to
/// the next word?
bool reads_well(char32_t left, char32_t right) {
  if (!may_break(left, right)) return false;
  if (!is_wide(left)) return left == U' ' || left == U'-' || left == U'/';
  return ends_phrase(left) || (is_hiragana(left) && !is_hiragana(right));
}

template <class MayBreak> std::vector<std::string> split(std::string_view text, MayBreak may) {
  std::vector<std::string> pieces;
  char32_t last = 0;
  while (!text.empty()) {
    const Letter letter = next_letter(text);
    if (last == 0 || may(last, letter.code)) pieces.emplace_back();
    pieces.back() += letter.bytes;
    last = letter.code;
    text.remove_prefix(letter.bytes.size());
  }
  return pieces;
}

std::string without_last_space(std::string line) {
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

/// The end of a line that goes along to the next one, because `next` may not begin a line: back to a letter that may.
std::string taken_along(std::string& line, char32_t next) {
  std::size_t from = line.size();
  while (from > 0 && never_first(next)) {
    do --from;
    while (from > 0 && (static_cast<unsigned char>(line[from]) & 0xc0) == 0x80);
    next = next_letter(std::string_view(line).substr(from)).code;
  }
  if (from == 0) return ""; // nothing would be left
  std::string along = line.substr(from);
  line.resize(from);
  return along;
}

/// Appends `piece`, which is wider than a line, letter by letter.
void append_broken(std::vector<std::string>& lines, std::string_view piece, double size, double width) {
  while (!piece.empty()) {
    const Letter letter = next_letter(piece);
    if (!lines.back().empty() && text_width(lines.back() + std::string(letter.bytes), size) > width)
      lines.push_back(taken_along(lines.back(), letter.code));
    lines.back() += letter.bytes;
    piece.remove_prefix(letter.bytes.size());
  }
}

/// Phrases; those wider than a line fall into smaller pieces.
std::vector<std::string> pieces_of(std::string_view text, double size, double width) {
  std::vector<std::string> pieces;
  for (const std::string& phrase : split(text, reads_well)) {
    if (text_width(without_last_space(phrase), size) <= width)
      pieces.push_back(phrase);
    else
      for (std::string& piece : split(phrase, may_break)) pieces.push_back(std::move(piece));
  }
  return pieces;
}

std::vector<std::string> filled(const std::vector<std::string>& pieces, double size, double width) {
  std::vector<std::string> lines(1);
  for (const std::string& piece : pieces) {
    const bool fits = text_width(without_last_space(lines.back() + piece), size) <= width;
    if (!fits && !lines.back().empty()) lines.emplace_back();
    if (text_width(without_last_space(piece), size) > width)
      append_broken(lines, piece, size, width);
    else
      lines.back() += piece;
  }
  for (std::string& line : lines) line = without_last_space(std::move(line));
  return lines;
}

} // namespace

double text_width(std::string_view text, double size) {
  double ems = 0;
  while (!text.empty()) {
    const Letter letter = next_letter(text);
    ems += em_width(letter.code);
    text.remove_prefix(letter.bytes.size());
  }
  return ems * size;
}

std::vector<std::string> wrap_text(std::string_view text, double size, double width) {
  const std::vector<std::string> pieces = pieces_of(text, size, width);
  std::vector<std::string> best = filled(pieces, size, width);
  double widest_piece = 0;
  for (const std::string& piece : pieces)
    widest_piece = std::max(widest_piece, text_width(without_last_space(piece), size));
  // Balance: the narrowest measure, to the pixel, that needs no further line and breaks no phrase.
  for (double narrower = width - 1; best.size() > 1 && narrower > std::max(widest_piece, width / 2); --narrower) {
    std::vector<std::string> lines = filled(pieces, size, narrower);
    if (lines.size() > best.size()) break;
    best = std::move(lines);
  }
  return best;
}

std::vector<std::string> wrap_text(std::string_view text, double size, double width, std::size_t lines) {
  std::vector<std::string> all = wrap_text(text, size, width);
  if (all.size() <= lines) return all;
  all = filled(pieces_of(text, size, width), size, width);
  all.resize(lines);
  std::string& last = all.back();
  while (!last.empty() && text_width(last + "…", size) > width) {
    do last.pop_back();
    while (!last.empty() && (static_cast<unsigned char>(last.back()) & 0xc0u) == 0x80u);
    if (!last.empty() && static_cast<unsigned char>(last.back()) >= 0xc0u) last.pop_back();
  }
  last += "…";
  return all;
}

double widest(const std::vector<std::string>& lines, double size) {
  double width = 0;
  for (const std::string& line : lines) width = std::max(width, text_width(line, size));
  return width;
}

} // namespace rashin::report
