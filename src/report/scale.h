#pragma once
#include <string>
#include <vector>

namespace rashin::report {

/// Values [low, high] onto pixels [from, to], linear; `to` may be less than `from` (upwards).
struct Scale {
  double low = 0;
  double high = 1;
  double from = 0;
  double to = 1;
  double operator()(double value) const { return from + (value - low) / (high - low) * (to - from); }
};

struct Axis {
  Scale scale;
  std::vector<double> ticks{};
  int decimals = 0; ///< that the ticks need; below 0 = calendar years
  std::string label(double tick) const;
};

/// An axis whose ends are ticks (but for values a little below zero): steps of 1, 2 or 5 times a power of ten, about
/// `steps` of them, covering [low, high]. An empty range is widened. Which values must be inside (zero, for lengths) is
/// the caller's care.
Axis nice_axis(double low, double high, double from, double to, int steps);

/// Calendar years, given with fractions: the ends are whole years, ticks on whole years (1, 2, 5, 10, … apart), labels
/// without commas.
Axis year_axis(double low, double high, double from, double to, int steps);

} // namespace rashin::report
