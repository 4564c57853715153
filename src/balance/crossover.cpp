#include "balance/crossover.h"

#include <algorithm>
#include <cmath>

namespace rashin::balance {
namespace {

/// The order statistic at `level` with what never happens last; nothing if that is what stands there.
std::optional<double> quantile(const std::vector<std::optional<double>>& sorted, double level) {
  const double at = level * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at), above = std::min(below + 1, sorted.size() - 1);
  if (!sorted[below] || !sorted[above]) return std::nullopt;
  return std::lerp(*sorted[below], *sorted[above], at - static_cast<double>(below));
}

} // namespace

std::optional<double> crossing(const Curve& leader, const Curve& follower, double from, double until, int steps) {
  const auto ahead = [&](double t) { return value_at(follower, t) > value_at(leader, t); };
  if (ahead(from)) return from;
  double before = from;
  for (int i = 1; i <= steps; ++i) {
    double at = std::lerp(from, until, static_cast<double>(i) / steps);
    if (!ahead(at)) {
      before = at;
      continue;
    }
    for (int round = 0; round < 60 && at > before; ++round) {
      const double middle = before + (at - before) / 2;
      (ahead(middle) ? at : before) = middle;
    }
    return at;
  }
  return std::nullopt;
}

double equal_ceiling_crossing(const Curve& leader, const Curve& follower) {
  if (leader.kind != CurveKind::Logistic || follower.kind != CurveKind::Logistic || leader.first == follower.first)
    throw Error("no closed form for these curves");
  return (follower.first * follower.second - leader.first * leader.second) / (follower.first - leader.first);
}

Crossover crossover(std::span<const Curve> leader, std::span<const Curve> follower, double from, double until) {
  if (leader.empty() || leader.size() != follower.size() || !(from < until)) throw Error("no curves to cross");
  Crossover result;
  const double n = static_cast<double>(leader.size());
  for (std::size_t d = 0; d < leader.size(); ++d) {
    result.draws.push_back(crossing(leader[d], follower[d], from, until));
    result.none += result.draws.back() ? 0 : 1 / n;
    result.already += result.draws.back() == from ? 1 / n : 0;
  }
  auto sorted = result.draws;
  std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a && (!b || *a < *b); });
  result.p5 = quantile(sorted, 0.05), result.p50 = quantile(sorted, 0.5), result.p95 = quantile(sorted, 0.95);
  result.refused = !result.p95;
  return result;
}

} // namespace rashin::balance
