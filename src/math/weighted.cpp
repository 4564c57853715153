#include "math/weighted.h"

#include "core/result.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace rashin::math {
namespace {

std::vector<std::size_t> ascending_order(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  return order;
}

double total_weight(std::span<const double> values, std::span<const double> weights) {
  if (values.empty() || values.size() != weights.size()) throw Error("weighted statistics: lengths differ or are zero");
  double total = 0;
  for (const double weight : weights) {
    if (!(weight >= 0)) throw Error("weighted statistics: a weight is negative or not a number");
    total += weight;
  }
  if (!(total > 0)) throw Error("weighted statistics: the weights sum to zero");
  return total;
}

} // namespace

std::vector<double> weighted_quantiles(std::span<const double> values, std::span<const double> weights,
                                       std::span<const double> levels) {
  const double total = total_weight(values, weights);
  const auto order = ascending_order(values);
  std::vector<double> cumulative(order.size());
  double sum = 0;
  for (std::size_t i = 0; i < order.size(); ++i) cumulative[i] = sum += weights[order[i]];
  std::vector<double> result;
  for (const double level : levels) {
    // A few units of rounding must not push a level past the value that reaches it exactly.
    const double wanted = level * total * (1 - 1e-12);
    auto found = std::lower_bound(cumulative.begin(), cumulative.end(), wanted);
    auto index = static_cast<std::size_t>(found - cumulative.begin());
    while (index < order.size() && weights[order[index]] == 0) ++index;
    if (index == order.size())
      for (index = order.size() - 1; weights[order[index]] == 0; --index) {
      }
    result.push_back(values[order[index]]);
  }
  return result;
}

double weighted_tail_mean(std::span<const double> values, std::span<const double> weights, double tail) {
  if (!(tail > 0 && tail <= 1)) throw Error("weighted statistics: the tail lies outside (0, 1]");
  double left = total_weight(values, weights) * tail;
  const double mass = left;
  const auto order = ascending_order(values);
  double sum = 0;
  for (auto i = order.rbegin(); i != order.rend() && left > 0; ++i) {
    const double part = std::min(weights[*i], left);
    sum += part * values[*i];
    left -= part;
  }
  return sum / mass;
}

} // namespace rashin::math
