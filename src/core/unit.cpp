#include "core/unit.h"

#include "core/id.h"
#include "core/number_text.h"
#include "core/text_width.h"
#include "core/unit_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>

namespace rashin {
namespace {

struct Scale {
  std::string_view word;
  double factor;
};
constexpr std::array<Scale, 4> scales{{{"thousand", 1e3}, {"million", 1e6}, {"billion", 1e9}, {"trillion", 1e12}}};
constexpr std::array<std::string_view, 5> time_words{"hour", "day", "week", "month", "year"};

constexpr double infinity = std::numeric_limits<double>::infinity();

Range range_of(RangeKind kind) {
  switch (kind) {
  case RangeKind::FromZero:
    return {0, infinity};
  case RangeKind::Share:
    return {0, 1};
  case RangeKind::Percent:
    return {0, 100};
  case RangeKind::PercentagePoint:
    return {-100, 100};
  case RangeKind::Any:
    break;
  }
  return {};
}

/// Takes out what two whole numbers have in common, so that bbl/year to bbl/day is exact.
void cancel(double& a, double& b) {
  constexpr double largest = 0x1p53;
  if (a > largest || b > largest) return;
  const auto common = static_cast<double>(std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b)));
  a /= common;
  b /= common;
}

} // namespace

/// Collects the factors of one unit text.
class UnitReader {
 public:
  /// False if the name is not known; then nothing has changed.
  bool add(std::string_view name, int sign) {
    if (const auto found = find_unit_name(name)) return add(*found, sign), true;
    if (name.starts_with("count:") && is_valid_id(name.substr(6)))
      return add(UnitName{name, name.substr(6)}, sign), true;
    for (const Scale& scale : scales) {
      if (name.starts_with(scale.word) && name.substr(scale.word.size()).starts_with('-'))
        return add_scaled(name.substr(scale.word.size() + 1), scale.factor, sign);
      if (name.ends_with(scale.word) && name.size() == scale.word.size() + 4 && name[3] == '-' &&
          is_currency(name.substr(0, 3)))
        return add_scaled(name.substr(0, 3), scale.factor, sign);
    }
    for (const std::string_view word : time_words) { // person-day = person*day
      if (!name.ends_with(word) || name.size() < word.size() + 2 || name[name.size() - word.size() - 1] != '-')
        continue;
      if (!add(name.substr(0, name.size() - word.size() - 1), sign)) return false;
      return add(word, sign);
    }
    return false;
  }

  Unit finish(std::string text, bool is_signed) {
    std::erase_if(unit_.dimensions_, [](const Dimension& d) { return d.exponent == 0; });
    std::sort(unit_.dimensions_.begin(), unit_.dimensions_.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    unit_.range_ = is_signed ? Range{} : range_of(names_ == 1 ? kind_ : RangeKind::FromZero);
    unit_.text_ = is_signed ? "signed " + text : std::move(text);
    return std::move(unit_);
  }

 private:
  void add(const UnitName& name, int sign) {
    raise(name.dimension, sign * name.exponent);
    if (name.per_time) raise("time", -sign);
    multiply(name.numerator, name.denominator, sign);
    kind_ = sign > 0 ? name.range : RangeKind::FromZero;
    ++names_;
  }

  bool add_scaled(std::string_view name, double factor, int sign) {
    if (!add(name, sign)) return false;
    multiply(factor, 1, sign);
    return true;
  }

  void multiply(double numerator, double denominator, int sign) {
    unit_.numerator_ *= sign > 0 ? numerator : denominator;
    unit_.denominator_ *= sign > 0 ? denominator : numerator;
  }

  void raise(std::string_view dimension, int exponent) {
    if (dimension.empty()) return;
    for (Dimension& known : unit_.dimensions_)
      if (known.name == dimension) return void(known.exponent += exponent);
    unit_.dimensions_.push_back({std::string(dimension), exponent});
  }

  Unit unit_;
  RangeKind kind_ = RangeKind::Any;
  int names_ = 0;
};

Result<Unit> parse_unit(std::string_view text, Place place) {
  const std::string narrowed = narrow(text);
  std::string_view rest = trimmed(narrowed);
  const bool is_signed = rest.starts_with("signed ");
  if (is_signed) rest.remove_prefix(7);
  UnitReader reader;
  std::string canonical;
  for (char before = '*'; before != '\0';) {
    const auto end = rest.find_first_of("*/");
    std::string name(trimmed(rest.substr(0, end)));
    std::replace(name.begin(), name.end(), ' ', '-'); // `t CO2e`
    if (name.empty()) return make_diagnostic("unit-form", std::move(place), {text});
    if (!reader.add(name, before == '*' ? 1 : -1)) {
      const std::string similar = similar_unit_name(name);
      if (similar.empty()) return make_diagnostic("unit-unknown", std::move(place), {name});
      return make_diagnostic("unit-misspelt", std::move(place), {name, similar});
    }
    canonical += name;
    const char after = end == std::string_view::npos ? '\0' : rest[end];
    if (before == '/' && after == '*') return make_diagnostic("unit-ambiguous", std::move(place), {text});
    if (after != '\0') {
      canonical += after;
      rest.remove_prefix(end + 1);
    }
    before = after;
  }
  return reader.finish(std::move(canonical), is_signed);
}

bool is_convertible(const Unit& from, const Unit& to) {
  return from.dimensions() == to.dimensions();
}

Result<double> convert(double value, const Unit& from, const Unit& to, Place place) {
  if (!is_convertible(from, to))
    return make_diagnostic("unit-mismatch", std::move(place), {shortest(value), from.text(), to.text()});
  double up = from.numerator(), down = from.denominator(), to_up = to.denominator(), to_down = to.numerator();
  cancel(up, to_down);
  cancel(up, down);
  cancel(to_up, down);
  cancel(to_up, to_down);
  return value * (up * to_up) / (down * to_down);
}

std::vector<std::string> currencies_in(const Unit& unit) {
  std::vector<std::string> found;
  for (const Dimension& dimension : unit.dimensions())
    if (is_currency(dimension.name)) found.push_back(dimension.name);
  return found;
}

} // namespace rashin
