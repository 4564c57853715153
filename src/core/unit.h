#pragma once
#include "core/result.h"

#include <limits>
#include <string>
#include <vector>

namespace rashin {

/// The values that make sense, both ends included.
struct Range {
  double low = -std::numeric_limits<double>::infinity();
  double high = std::numeric_limits<double>::infinity();
  bool contains(double value) const { return low <= value && value <= high; }
  double clip(double value) const { return value < low ? low : (value > high ? high : value); }
  bool operator==(const Range&) const = default;
};

/// `mass`, `time`, `length`, `energy`, `JPY`, `vehicle`, … to a power; each currency and each count word is a dimension
/// of its own.
struct Dimension {
  std::string name;
  int exponent = 0;
  bool operator==(const Dimension&) const = default;
};

/// A unit of measure. Units of equal dimensions convert into each other by a fixed factor, no others: money of two
/// currencies or price years converts only through a RateTable (core/money.h), counts of different things not at all.
///
/// Conventions of model time: 1 year = 365 days = 12 months = 4 quarters = 52 1/7 weeks; a month is 1/12 year, whatever
/// its name. dwt (carrying capacity) is not mass; energy is not derived from mass, length and time; toe = 41.868 GJ;
/// bbl = 42 US gallons.
class Unit {
 public:
  Unit() = default; ///< the pure number, `1`

  const std::string& text() const { return text_; }
  const std::vector<Dimension>& dimensions() const { return dimensions_; } ///< sorted by name, no zero exponents
  /// In this unit: [0, 1] for share, [0, 100] for percent, [-100, 100] for percentage-point, any number for a signed
  /// unit and the pure number, and from 0 upwards for all others.
  Range natural_range() const { return range_; }
  /// The factor to the base units (t, day, m, GJ, one) as a fraction, of whole numbers: most conversions are exact.
  double numerator() const { return numerator_; }
  double denominator() const { return denominator_; }
  bool operator==(const Unit&) const = default;

 private:
  friend class UnitReader;
  std::string text_ = "1";
  std::vector<Dimension> dimensions_;
  double numerator_ = 1;
  double denominator_ = 1;
  Range range_;
};

/// Reads `t`, `kg/vehicle`, `USD/kg`, `JPY-billion/year`, `bbl/day`, `t*km`, `million-bbl`, `person-day`, `signed
/// USD-million`. Products before quotients: `a*b/c/d` is ab/(cd); a product after a quotient is refused as ambiguous.
/// `signed` allows negative values. A thing counted that is not in the list is written `count:wafer`. Names are
/// case-sensitive; `%` is `percent`.
Result<Unit> parse_unit(std::string_view text, Place place);

bool is_convertible(const Unit& from, const Unit& to);
/// value * (from / to); a diagnostic that names both units where the dimensions differ.
Result<double> convert(double value, const Unit& from, const Unit& to, Place place);

/// The currencies among the dimensions of a unit, as `USD` in `USD/kg`; sorted.
std::vector<std::string> currencies_in(const Unit& unit);
bool is_currency(std::string_view code);

} // namespace rashin
