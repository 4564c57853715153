#include "format/scalar.h"

#include "core/text_width.h"
#include "format/faults.h"

#include <algorithm>
#include <charconv>

namespace rashin::format {
namespace {

/// Full-width forms as ASCII, without space around.
std::string typed(std::string_view text) {
  return std::string(trimmed(narrow(text)));
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  return at;
}

std::size_t skip_sign(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '+' || text[at] == '-') ? at + 1 : at;
}

/// [sign] digits [. digits] [e [sign] digits]; digits may be left out on one side of the point.
bool is_number(std::string_view text) {
  const std::size_t begin = skip_sign(text, 0);
  std::size_t at = skip_digits(text, begin);
  std::size_t digits = at - begin;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = at + 1;
    at = skip_digits(text, fraction);
    digits += at - fraction;
  }
  if (digits == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    const std::size_t power = skip_sign(text, at + 1);
    at = skip_digits(text, power);
    if (at == power) return false;
  }
  return at == text.size();
}

Diagnostic refused(std::string_view code, std::string_view text, std::string_view ascii, const Place& place) {
  std::string joined(ascii);
  std::erase(joined, ',');
  if (joined.size() < ascii.size() && is_number(joined))
    return make_diagnostic("number-with-comma", place, {shortened(text), shortened(joined)});
  return make_diagnostic(code, place, {shortened(text)});
}

std::string_view without_plus(std::string_view text) {
  return text.substr(text.starts_with('+') ? 1 : 0);
}

} // namespace

Result<double> parse_number(std::string_view text, const Place& place) {
  const std::string ascii = typed(text);
  if (!is_number(ascii)) return refused("value-not-a-number", text, ascii, place);
  const std::string_view digits = without_plus(ascii);
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc()) return make_diagnostic("number-out-of-range", place, {shortened(text)});
  return value;
}

Result<std::int64_t> parse_integer(std::string_view text, const Place& place) {
  const std::string ascii = typed(text);
  const std::size_t begin = skip_sign(ascii, 0);
  if (begin == ascii.size() || skip_digits(ascii, begin) != ascii.size())
    return refused("value-not-an-integer", text, ascii, place);
  const std::string_view digits = without_plus(ascii);
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc()) return make_diagnostic("number-out-of-range", place, {shortened(text)});
  return value;
}

Result<bool> parse_bool(std::string_view text, const Place& place) {
  const std::string ascii = typed(text);
  if (ascii == "true") return true;
  if (ascii == "false") return false;
  return make_diagnostic("value-not-a-boolean", place, {shortened(text)});
}

} // namespace rashin::format
