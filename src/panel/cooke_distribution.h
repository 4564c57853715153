#pragma once
#include "panel/cooke.h"

#include <span>

namespace rashin::panel {

/// Bounds of one question: everything anyone said (and the truth), widened.
struct IntrinsicRange {
  double low = 0;
  double high = 0;
};
IntrinsicRange intrinsic_range(std::span<const std::vector<double>> quantiles, std::optional<double> truth,
                               double overshoot);

/// Quantiles at `levels` of the weighted mixture of piecewise uniform distributions, each over `range` with its own
/// quantiles. People of weight 0 do not count.
std::vector<double> mixture_quantiles(std::span<const std::vector<double>> quantiles, std::span<const double> weights,
                                      std::span<const double> levels, const IntrinsicRange& range);

/// Relative information of the distribution with these quantiles against a uniform on the range.
double information(std::span<const double> quantiles, std::span<const double> levels, const IntrinsicRange& range);

/// The bin of a truth: 0 below or at the first quantile.
std::size_t bin_of(std::span<const double> quantiles, double truth);

/// Counts, relative information and calibration of `bins`; `information` is the mean that goes with them.
CookeScore score_of(std::span<const std::size_t> bins, std::span<const double> levels, double information);

} // namespace rashin::panel
