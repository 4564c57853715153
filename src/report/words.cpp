#include "report/words.h"

#include "core/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace rashin::report {
namespace {

constexpr std::string_view minus = "\u2212";
constexpr std::string_view no_break_space = "\u00a0";
constexpr int most_decimals = 9;

std::string grouped(std::string_view digits) {
  const auto whole = std::min(digits.find('.'), digits.size());
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i < whole && (whole - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

} // namespace

int decimals_for(double magnitude, int digits) {
  if (!(std::abs(magnitude) > 0) || !std::isfinite(magnitude)) return 0;
  const int before_point = static_cast<int>(std::floor(std::log10(std::abs(magnitude)))) + 1;
  return std::clamp(digits - before_point, 0, most_decimals);
}

std::string fixed_text(double value, int decimals) {
  if (!std::isfinite(value)) return "—";
  std::array<char, 400> buffer; // the longest double in fixed notation has 309 digits
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value), std::chars_format::fixed, decimals)
          .ptr;
  const std::string_view digits(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const bool is_zero = digits.find_first_not_of("0.") == std::string_view::npos;
  return std::string(std::signbit(value) && !is_zero ? minus : "") + grouped(digits);
}

FigureText figure_text(const Figure& figure, Language language) {
  const NumberStyle style{.significant = figure.digits};
  FigureText text;
  if (figure.value && std::isfinite(*figure.value)) text.value = format_number(*figure.value, language, style);
  if (figure.interval && std::isfinite(figure.interval->low) && std::isfinite(figure.interval->high)) {
    const double size = std::max({std::abs(figure.interval->low), std::abs(figure.interval->high),
                                  figure.value ? std::abs(*figure.value) : 0.0});
    const auto end = [size](double value) {
      return std::abs(value) < 1e-9 * size ? 0.0 : value;
    }; // rounding is no figure
    text.interval = format_interval(end(figure.interval->low), end(figure.interval->high), language, style);
  }
  return text;
}

std::string unit_after(std::string_view unit) {
  if (unit.empty()) return "";
  const auto first = static_cast<unsigned char>(unit.front());
  const bool closely = unit.front() == '%' || first >= 0xe3; // kana, kanji and full-width forms
  return std::string(closely ? "" : no_break_space) + std::string(unit);
}

std::string percent_text(double share) {
  const double percent = share * 100;
  const bool small = std::abs(percent) > 0 && std::abs(percent) < 1;
  return fixed_text(percent, small ? 1 : 0) + "%";
}

} // namespace rashin::report
