#include "panel/cooke_distribution.h"

#include <boost/math/special_functions/gamma.hpp>

#include <algorithm>
#include <cmath>

namespace rashin::panel {
namespace {

/// Probabilities of the bins between the levels.
std::vector<double> bin_probabilities(std::span<const double> levels) {
  std::vector<double> result;
  double below = 0;
  for (const double level : levels) {
    result.push_back(level - below);
    below = level;
  }
  result.push_back(1 - below);
  return result;
}

/// Distribution function of one person, linear between the points.
double cdf(std::span<const double> quantiles, std::span<const double> levels, const IntrinsicRange& range, double x) {
  double left = range.low, below = 0;
  for (std::size_t k = 0; k <= quantiles.size(); ++k) {
    const double right = k < quantiles.size() ? quantiles[k] : range.high;
    const double above = k < quantiles.size() ? levels[k] : 1;
    if (x <= right) return right > left ? below + (above - below) * std::max(0.0, x - left) / (right - left) : above;
    left = right;
    below = above;
  }
  return 1;
}

} // namespace

IntrinsicRange intrinsic_range(std::span<const std::vector<double>> quantiles, std::optional<double> truth,
                               double overshoot) {
  IntrinsicRange range{quantiles[0].front(), quantiles[0].back()};
  for (const std::vector<double>& person : quantiles) {
    range.low = std::min(range.low, person.front());
    range.high = std::max(range.high, person.back());
  }
  if (truth) {
    range.low = std::min(range.low, *truth);
    range.high = std::max(range.high, *truth);
  }
  const double wider = overshoot * (range.high - range.low);
  return {range.low - wider, range.high + wider};
}

std::vector<double> mixture_quantiles(std::span<const std::vector<double>> quantiles, std::span<const double> weights,
                                      std::span<const double> levels, const IntrinsicRange& range) {
  std::vector<double> points{range.low, range.high};
  for (std::size_t e = 0; e < quantiles.size(); ++e)
    if (weights[e] > 0) points.insert(points.end(), quantiles[e].begin(), quantiles[e].end());
  std::sort(points.begin(), points.end());
  std::vector<double> heights;
  for (const double x : points) {
    double height = 0;
    for (std::size_t e = 0; e < quantiles.size(); ++e)
      if (weights[e] > 0) height += weights[e] * cdf(quantiles[e], levels, range, x);
    heights.push_back(height);
  }
  std::vector<double> result;
  for (const double level : levels) {
    std::size_t i = 1;
    while (i + 1 < points.size() && heights[i] < level) ++i;
    const double step = heights[i] - heights[i - 1];
    result.push_back(step > 0 ? points[i - 1] + (points[i] - points[i - 1]) * (level - heights[i - 1]) / step
                              : points[i]);
  }
  return result;
}

double information(std::span<const double> quantiles, std::span<const double> levels, const IntrinsicRange& range) {
  const std::vector<double> p = bin_probabilities(levels);
  double result = std::log(range.high - range.low), left = range.low;
  for (std::size_t k = 0; k < p.size(); ++k) {
    const double right = k < quantiles.size() ? quantiles[k] : range.high;
    result += p[k] * std::log(p[k] / (right - left));
    left = right;
  }
  return result;
}

std::size_t bin_of(std::span<const double> quantiles, double truth) {
  return static_cast<std::size_t>(std::lower_bound(quantiles.begin(), quantiles.end(), truth) - quantiles.begin());
}

CookeScore score_of(std::span<const std::size_t> bins, std::span<const double> levels, double information) {
  const std::vector<double> p = bin_probabilities(levels);
  CookeScore score;
  score.bin_counts.assign(p.size(), 0);
  for (const std::size_t bin : bins) ++score.bin_counts[bin];
  const double n = static_cast<double>(bins.size());
  for (std::size_t k = 0; k < p.size(); ++k) {
    const double share = score.bin_counts[k] / n;
    if (share > 0) score.relative_information += share * std::log(share / p[k]); // negative terms kept
  }
  const double degrees = static_cast<double>(levels.size());
  score.calibration = boost::math::gamma_q(degrees / 2, std::max(0.0, n * score.relative_information));
  score.information = information;
  score.combined = score.calibration * information;
  return score;
}

} // namespace rashin::panel
