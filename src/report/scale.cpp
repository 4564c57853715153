#include "report/scale.h"

#include "report/words.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

double nice_step(double rough) {
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  const double ratio = rough / power;
  return (ratio <= 1.0001 ? 1 : ratio <= 2.0001 ? 2 : ratio <= 5.0001 ? 5 : 10) * power;
}

Axis stepped(double low, double high, double step, double from, double to) {
  const double first = std::floor(low / step + 1e-9);
  const double last = std::max(std::ceil(high / step - 1e-9), first + 1);
  Axis axis{.scale = {first * step, last * step, from, to}};
  for (double i = first; i <= last; ++i) axis.ticks.push_back(i * step);
  axis.decimals = std::clamp(static_cast<int>(-std::floor(std::log10(step) + 1e-9)), 0, 9);
  if (low < 0 && low - axis.scale.low > step / 2) { // a little below zero needs no whole step
    axis.ticks.erase(axis.ticks.begin());
    axis.scale.low = low - step / 10;
  }
  return axis;
}

} // namespace

std::string Axis::label(double tick) const {
  return decimals < 0 ? std::to_string(static_cast<int>(tick)) : fixed_text(tick, decimals);
}

Axis nice_axis(double low, double high, double from, double to, int steps) {
  if (!(high > low)) high = low + (low == 0 ? 1 : std::abs(low));
  return stepped(low, high, nice_step((high - low) / steps), from, to);
}

Axis year_axis(double low, double high, double from, double to, int steps) {
  const double step = std::max(1.0, nice_step(std::max(high - low, 1.0) / steps));
  Axis axis = stepped(low, high, step, from, to);
  axis.decimals = -1;
  return axis;
}

} // namespace rashin::report
