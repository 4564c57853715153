#include "core/number_text.h"

#include "core/result.h"

#include <array>
#include <charconv>
#include <cmath>

namespace rashin {
namespace {

struct Word {
  double factor;
  std::string_view text;
};
constexpr std::array<Word, 3> japanese_words{{{1e12, "兆"}, {1e8, "億"}, {1e4, "万"}}};
constexpr std::array<Word, 3> english_words{{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}}};

template <class... Format> std::string chars_of(double value, Format... format) {
  char text[400];
  const auto end = std::to_chars(text, text + sizeof text, value, format...);
  return {text, end.ptr};
}

/// The power of ten of the first digit after rounding to `significant` digits; 0 for 0.
int leading_power(double value, int significant) {
  const std::string text = chars_of(value, std::chars_format::scientific, significant - 1);
  int power = 0;
  const auto e = text.find('e');
  const char* digits = text.data() + e + (text[e + 1] == '+' ? 2 : 1);
  std::from_chars(digits, text.data() + text.size(), power);
  return power;
}

void drop_trailing_zeros(std::string& text) {
  if (text.find('.') == std::string::npos) return;
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
}

void group(std::string& text) {
  const auto point = std::min(text.find('.'), text.size());
  for (auto at = point; at > 3; at -= 3) text.insert(at - 3, ",");
}

/// |value| rounded to the decimal place 10^place.
std::string rounded(double value, int place, bool group_digits) {
  std::string text;
  if (place <= 0) {
    text = chars_of(std::fabs(value), std::chars_format::fixed, -place);
    drop_trailing_zeros(text);
  } else { // let the decimal conversion round, then put the zeros back
    const int power = value == 0 ? 0 : leading_power(std::fabs(value), 17);
    const int digits = power - place;
    if (digits < 0)
      return rounded(std::fabs(value) * 2 > std::pow(10.0, place) ? std::pow(10.0, place) : 0.0, 0, group_digits);
    const std::string scientific = chars_of(std::fabs(value), std::chars_format::scientific, digits);
    double whole = 0;
    std::from_chars(scientific.data(), scientific.data() + scientific.size(), whole);
    text = chars_of(whole, std::chars_format::fixed, 0);
  }
  if (group_digits) group(text);
  return text;
}

int last_place(double value, int significant) {
  return value == 0 ? 0 : leading_power(std::fabs(value), significant) - significant + 1;
}

std::string signed_text(double value, std::string digits) {
  return value < 0 && digits.find_first_of("123456789") != std::string::npos ? "−" + digits : digits;
}

void require(double value, const NumberStyle& style) {
  if (!std::isfinite(value) || style.significant < 1 || style.significant > 17)
    throw Error("a number that cannot be shown");
}

Word word_for(double value, Language language, const NumberStyle& style) {
  if (style.large_words)
    for (const Word& word : language == Language::Japanese ? japanese_words : english_words)
      if (std::fabs(value) >= word.factor) return word;
  return {1, ""};
}

} // namespace

std::string shortest(double value) {
  return chars_of(value);
}

std::string format_number(double value, Language language, const NumberStyle& style) {
  require(value, style);
  const Word word = word_for(value, language, style);
  const double scaled = value / word.factor;
  return signed_text(value, rounded(scaled, last_place(scaled, style.significant), style.group_digits)) +
         std::string(word.text);
}

std::string format_interval(double low, double high, Language language, const NumberStyle& style) {
  require(low, style);
  require(high, style);
  const double larger = std::fabs(low) > std::fabs(high) ? low : high;
  const Word word = word_for(larger, language, style);
  const int place = last_place(larger / word.factor, style.significant);
  const auto end = [&](double value) {
    return signed_text(value, rounded(value / word.factor, place, style.group_digits));
  };
  const std::string first = end(low);
  const std::string last = end(high);
  const std::string_view between = low >= 0 ? "–" : (language == Language::Japanese ? "〜" : " to ");
  if (first == last) return first + std::string(word.text);
  return first + std::string(between) + last + std::string(word.text);
}

} // namespace rashin
