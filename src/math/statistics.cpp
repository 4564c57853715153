#include "math/statistics.h"

#include "core/result.h"
#include "core/special_functions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rashin::math {
namespace {

constexpr std::size_t plain_below = 32; // a short run is summed straight on: the halves would cost more than they save

void require(bool fulfilled, const char* promise) {
  if (!fulfilled) throw Error(promise);
}

/// Sum of f(0) … f(n - 1) by halves.
template <class F> double pairwise(std::size_t begin, std::size_t end, const F& f) {
  if (end - begin <= plain_below) {
    double total = 0;
    for (std::size_t i = begin; i < end; ++i) total += f(i);
    return total;
  }
  const std::size_t middle = begin + (end - begin) / 2;
  return pairwise(begin, middle, f) + pairwise(middle, end, f);
}

double quantile_of_sorted(std::span<const double> sorted, double level) {
  require(level >= 0 && level <= 1, "a quantile level outside [0, 1]");
  const double at = level * static_cast<double>(sorted.size() - 1);
  const auto below = std::min(static_cast<std::size_t>(at), sorted.size() - 1);
  const auto above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], at - static_cast<double>(below));
}

} // namespace

double sum(std::span<const double> values) {
  return pairwise(0, values.size(), [&](std::size_t i) { return values[i]; });
}

double mean(std::span<const double> values) {
  require(!values.empty(), "the mean of no values");
  return sum(values) / static_cast<double>(values.size());
}

double variance(std::span<const double> values) {
  require(values.size() >= 2, "the variance of fewer than two values");
  const double centre = mean(values);
  const double squares =
      pairwise(0, values.size(), [&](std::size_t i) { return (values[i] - centre) * (values[i] - centre); });
  return squares / static_cast<double>(values.size() - 1);
}

double standard_error(std::span<const double> values) {
  return std::sqrt(variance(values) / static_cast<double>(values.size()));
}

std::vector<double> quantiles(std::span<const double> values, std::span<const double> levels) {
  require(!values.empty(), "quantiles of no values");
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  std::vector<double> result;
  for (const double level : levels) result.push_back(quantile_of_sorted(sorted, level));
  return result;
}

double quantile(std::span<const double> values, double level) {
  return quantiles(values, std::span(&level, 1)).front();
}

std::vector<double> ranks(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> result(values.size());
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
    for (std::size_t i = begin; i < end; ++i) result[order[i]] = 0.5 * static_cast<double>(begin + 1 + end);
    begin = end;
  }
  return result;
}

std::optional<double> correlation(std::span<const double> x, std::span<const double> y) {
  require(x.size() == y.size() && x.size() >= 2, "the correlation of unequal or too short series");
  const double x_mean = mean(x), y_mean = mean(y);
  const auto product = [&](auto first, auto second) {
    return pairwise(0, x.size(), [&](std::size_t i) { return first(i) * second(i); });
  };
  const auto dx = [&](std::size_t i) { return x[i] - x_mean; };
  const auto dy = [&](std::size_t i) { return y[i] - y_mean; };
  const double xx = product(dx, dx), yy = product(dy, dy);
  if (!(xx > 0) || !(yy > 0)) return std::nullopt;
  return std::clamp(product(dx, dy) / (std::sqrt(xx) * std::sqrt(yy)), -1.0, 1.0);
}

std::optional<double> rank_correlation(std::span<const double> x, std::span<const double> y) {
  require(x.size() == y.size() && x.size() >= 2, "the correlation of unequal or too short series");
  return correlation(ranks(x), ranks(y));
}

Interval wilson_interval(std::size_t successes, std::size_t trials, double confidence) {
  require(trials >= 1 && successes <= trials && confidence > 0 && confidence < 1, "a proportion that cannot be");
  const double n = static_cast<double>(trials), p = static_cast<double>(successes) / n;
  const double z = normal_quantile(0.5 + 0.5 * confidence), zz = z * z;
  const double centre = (p + zz / (2 * n)) / (1 + zz / n);
  const double half = z / (1 + zz / n) * std::sqrt(p * (1 - p) / n + zz / (4 * n * n));
  return {successes == 0 ? 0 : std::max(0.0, centre - half), successes == trials ? 1 : std::min(1.0, centre + half)};
}

} // namespace rashin::math
