#include "balance/asymmetry.h"

#include "core/result.h"
#include "math/statistics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rashin::balance {
namespace {

double median(std::vector<double> values) {
  return math::quantile(values, 0.5);
}

/// One number of a side in one draw.
double side_value(const AxisDraws& axis, bool own, std::size_t draw) {
  double total = 0, largest = -std::numeric_limits<double>::infinity(), count = 0;
  for (std::size_t c = 0; c < axis.values.size(); ++c)
    if (axis.own[c] == own) {
      const double x = axis.values[c][draw];
      total += x, largest = std::max(largest, x), ++count;
    }
  return axis.side == SideValue::Sum ? total : axis.side == SideValue::Largest ? largest : total / count;
}

/// Median absolute deviation over the countries, made comparable to a standard deviation.
double spread(const AxisDraws& axis, std::size_t draw) {
  std::vector<double> values;
  for (const auto& country : axis.values) values.push_back(country[draw]);
  const double middle = median(values);
  for (double& value : values) value = std::abs(value - middle);
  return 1.4826 * median(values);
}

std::optional<double> difference(const AxisDraws& axis, std::size_t draw) {
  const double own = side_value(axis, true, draw), other = side_value(axis, false, draw);
  double result = own - other;
  if (axis.scale == AxisScale::Ratio) {
    if (!(own > 0) || !(other > 0)) return std::nullopt;
    result = std::log(own / other);
  } else if (axis.scale == AxisScale::Robust) {
    const double unit = spread(axis, draw);
    if (!(unit > 0)) return std::nullopt;
    result /= unit; // the median cancels
  } else {
    result /= axis.highest_grade - axis.lowest_grade;
  }
  return axis.more_is_better ? result : -result;
}

void check(const AxisDraws& axis) {
  if (axis.own.size() != axis.values.size() || axis.values.empty() || axis.values.front().empty())
    throw Error("an axis without countries or draws");
  for (const auto& country : axis.values)
    if (country.size() != axis.values.front().size()) throw Error("an axis with draws of unequal length");
  if (std::find(axis.own.begin(), axis.own.end(), true) == axis.own.end() ||
      std::find(axis.own.begin(), axis.own.end(), false) == axis.own.end())
    throw Error("an axis with one side only");
}

} // namespace

SizeAnchors size_anchors(AxisScale scale) {
  switch (scale) {
  case AxisScale::Ratio:
    return {std::log(1.25), std::log(2.0), std::log(5.0)};
  case AxisScale::Robust:
    return {0.5, 1, 2};
  case AxisScale::Anchored:
    return {0.125, 0.25, 0.5};
  }
  throw Error("an unknown scale");
}

int confidence_of(double share, CellStanding standing) {
  const int sure = share >= 0.99 ? 5 : share >= 0.95 ? 4 : share >= 0.85 ? 3 : share >= 0.7 ? 2 : 1;
  return std::min(sure, standing == CellStanding::Cited ? 5 : standing == CellStanding::Judged ? 3 : 1);
}

double on_common_scale(double draw, AxisScale scale) {
  const double end = scale == AxisScale::Anchored ? 1 : 3 * size_anchors(scale).large;
  return std::clamp(draw / end, -1.0, 1.0);
}

std::optional<Asymmetry> asymmetry(const AxisDraws& axis, CellStanding standing) {
  check(axis);
  Asymmetry result;
  double ahead = 0;
  for (std::size_t d = 0; d < axis.values.front().size(); ++d) {
    const auto here = difference(axis, d);
    if (!here) return std::nullopt;
    result.draws.push_back(*here);
    ahead += *here > 0 ? 1 : *here < 0 ? 0 : 0.5;
  }
  constexpr std::array<double, 3> levels{0.05, 0.5, 0.95};
  const auto q = math::quantiles(result.draws, levels);
  result.p5 = q[0], result.p50 = q[1], result.p95 = q[2];
  result.sign = result.p5 > 0 ? 1 : result.p95 < 0 ? -1 : 0;
  result.ahead = ahead / static_cast<double>(result.draws.size());
  const SizeAnchors anchors = size_anchors(axis.scale);
  const double size = std::abs(result.p50);
  result.size = size < anchors.slight  ? "none"
                : size < anchors.clear ? "slight"
                : size < anchors.large ? "clear"
                                       : "large";
  result.confidence = confidence_of(std::max(result.ahead, 1 - result.ahead), standing);
  return result;
}

} // namespace rashin::balance
