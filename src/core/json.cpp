#include "core/json.h"

#include "core/number_text.h"
#include "core/result.h"
#include "core/utf8.h"

#include <cmath>
#include <cstdio>

namespace rashin {
namespace {

/// JSON allows these as they are, but YAML does not, and our readers and editors of text show nothing where they stand.
bool needs_escape(std::uint32_t code) {
  return code < 0x20 || code == '"' || code == '\\' || (code >= 0x7F && code <= 0x9F) || code == 0x2028 ||
         code == 0x2029 || code == 0xFEFF;
}

/// `code` lies in the basic plane.
std::string escaped(std::uint32_t code) {
  switch (code) {
  case '"':
    return "\\\"";
  case '\\':
    return "\\\\";
  case '\n':
    return "\\n";
  case '\r':
    return "\\r";
  case '\t':
    return "\\t";
  default:
    break;
  }
  char text[8];
  std::snprintf(text, sizeof text, "\\u%04x", static_cast<unsigned>(code & 0xFFFF));
  return text;
}

} // namespace

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = utf8_length(text, i);
    const std::uint32_t code = length == 0 ? 0 : utf8_code_point(text, i, length);
    if (length == 0 || (code & 0xFFFE) == 0xFFFE) // no UTF-8, or a code point that is no character
      out += "\xEF\xBF\xBD";
    else if (needs_escape(code))
      out += escaped(code);
    else
      out += text.substr(i, length);
    i += length == 0 ? 1 : length;
  }
  return out + '"';
}

JsonWriter& JsonWriter::key(std::string_view name) {
  if (levels_.empty() || levels_.back().bracket != '{' || key_written_) throw Error("a JSON key where none can be");
  begin_member();
  out_ += json_string(name) + ": ";
  key_written_ = true;
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  if (!std::isfinite(value)) throw Error("a number that JSON cannot hold");
  return put(shortest(value));
}

std::string JsonWriter::take() {
  if (!levels_.empty() || out_.empty()) throw Error("JSON that is not whole");
  out_ += '\n';
  return std::exchange(out_, {});
}

JsonWriter& JsonWriter::open(char bracket, Layout layout) {
  begin_value();
  const bool inside_line = !levels_.empty() && levels_.back().layout == Layout::OneLine;
  levels_.push_back({bracket, inside_line ? Layout::OneLine : layout, true});
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  const char opened = bracket == '}' ? '{' : '[';
  if (levels_.empty() || levels_.back().bracket != opened || key_written_)
    throw Error("a JSON bracket that does not fit");
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty && level.layout == Layout::Lines) out_ += '\n' + std::string(levels_.size() * 2, ' ');
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::put(std::string_view value) {
  begin_value();
  out_ += value;
  return *this;
}

void JsonWriter::begin_value() {
  if (levels_.empty() ? !out_.empty() : levels_.back().bracket == '{' && !key_written_)
    throw Error("a JSON value where none can be");
  if (!levels_.empty() && levels_.back().bracket == '[') begin_member();
  key_written_ = false;
}

void JsonWriter::begin_member() {
  Level& level = levels_.back();
  const bool lines = level.layout == Layout::Lines;
  if (!level.empty) out_ += lines ? "," : ", ";
  if (lines) out_ += '\n' + std::string(levels_.size() * 2, ' ');
  level.empty = false;
}

} // namespace rashin
