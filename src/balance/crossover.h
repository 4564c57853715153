#pragma once
#include "balance/curve.h"

namespace rashin::balance {

/// The first time in [from, until] at which the follower passes the leader; `from` where it is ahead already; nothing
/// where it stays behind. Looked for on `steps` equal steps, then by halving.
std::optional<double> crossing(const Curve& leader, const Curve& follower, double from, double until, int steps = 256);
/// Of two logistic curves with one ceiling: (r2 t02 - r1 t01) / (r2 - r1).
double equal_ceiling_crossing(const Curve& leader, const Curve& follower);

/// When the follower passes, over draws. A date is given only where the 90 % interval ends before the horizon.
struct Crossover {
  std::vector<std::optional<double>> draws; ///< nothing = not before the horizon
  double none = 0;                          ///< share of draws without a crossing before the horizon
  double already = 0;                       ///< share in which the follower is ahead at `from`
  std::optional<double> p5, p50, p95;       ///< nothing where that quantile lies beyond the horizon
  bool refused = false;                     ///< the interval exceeds the horizon: no date is to be printed
};
/// Draw d pairs the curves of draw d. `from` < `until`; equal, positive numbers of curves.
Crossover crossover(std::span<const Curve> leader, std::span<const Curve> follower, double from, double until);

} // namespace rashin::balance
