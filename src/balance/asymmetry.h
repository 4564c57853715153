#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rashin::balance {

/// How the two sides of an axis are set against each other.
enum class AxisScale {
  Ratio,   ///< amounts above zero: ln(own / other)
  Robust,  ///< any numbers: difference of (x - median) / (1.4826 MAD) over the countries compared
  Anchored ///< grades with a text each: difference of grades over the length of the scale
};

/// How the countries of one side make one number.
enum class SideValue { Sum, Largest, Mean };

/// Draws of one axis of one technology: `values[country][draw]`. Equal lengths, at least one draw.
struct AxisDraws {
  AxisScale scale = AxisScale::Ratio;
  SideValue side = SideValue::Sum;
  bool more_is_better = true;
  double lowest_grade = 1, highest_grade = 5; ///< Anchored
  std::vector<std::vector<double>> values;
  std::vector<bool> own; ///< per country
};

/// How well the cells of an axis are founded; the worst cell counts.
enum class CellStanding { Cited, Judged, Illustrative };

/// An asymmetry: whose favour, how large, how sure. What it is not: capability in use, or the outcome of a conflict.
struct Asymmetry {
  std::vector<double> draws; ///< in the unit of the scale, positive = own side ahead
  double p5 = 0, p50 = 0, p95 = 0;
  int sign = 0;          ///< +1 or -1 where the 90 % interval lies on one side of zero; else 0
  std::string_view size; ///< `none`, `slight`, `clear`, `large`, of the median
  int confidence = 1;    ///< 1 to 5
  double ahead = 0;      ///< share of draws in which the own side is ahead, ties half
};

/// Nothing where the scale says nothing: an amount of zero or below on a ratio, no spread for the robust scale. Throws
/// Error for draws of unequal length or without a country on either side.
std::optional<Asymmetry> asymmetry(const AxisDraws& axis, CellStanding standing);

/// The anchors of the sizes, as numbers: the bounds between none and slight, slight and clear, clear and large.
/// Ratio: ln 1.25, ln 2, ln 5. Robust: 0.5, 1, 2. Anchored: 1/8, 1/4, 1/2 of the scale.
struct SizeAnchors {
  double slight, clear, large;
};
SizeAnchors size_anchors(AxisScale scale);

/// From the share of draws on the median's side: below 0.7 is 1, 0.7 is 2, 0.85 is 3, 0.95 is 4, 0.99 is 5; at most 3
/// where a cell is a judgement and 1 where one is illustrative.
int confidence_of(double share_on_side, CellStanding standing);

/// An asymmetry's draws put onto [-1, 1]: 1 at three times the bound of `large` and beyond, so that axes can be
/// weighed.
double on_common_scale(double draw, AxisScale scale);

} // namespace rashin::balance
