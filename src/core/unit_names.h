#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace rashin {

enum class RangeKind { FromZero, Share, Percent, PercentagePoint, Any };

/// One name of the list of units: numerator / denominator base units (t, day, m, GJ, one) of `dimension` to the power
/// `exponent`, per day if `per_time`.
struct UnitName {
  std::string_view name;
  std::string_view dimension; ///< empty for pure numbers
  int exponent = 1;
  double numerator = 1;
  double denominator = 1;
  RangeKind range = RangeKind::FromZero;
  bool per_time = false;
};

/// Physical units, pure numbers, count words and currencies; scales (`million-bbl`, `JPY-billion`) are read by the
/// caller.
std::optional<UnitName> find_unit_name(std::string_view name);
/// A known name that differs only in case or by a plural s; empty if there is none.
std::string similar_unit_name(std::string_view name);

} // namespace rashin
