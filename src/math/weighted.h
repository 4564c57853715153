#pragma once
#include <span>
#include <vector>

namespace rashin::math {

/// Weighted quantiles by inversion of the weighted distribution function: the smallest value whose cumulative weight
/// reaches `level` of the total. Ties keep their order, so equal input gives equal bytes.
/// `values` and `weights` have one length; weights >= 0 with a positive sum; levels in [0, 1]. Throws Error otherwise.
/// Thread-safe. Cost: one sort.
std::vector<double> weighted_quantiles(std::span<const double> values, std::span<const double> weights,
                                       std::span<const double> levels);

/// Mean over the worst `tail` share of the weight (conditional value at risk when values are losses), tail in (0, 1].
/// The value on the boundary counts with the part of its weight that belongs to the tail (Rockafellar and Uryasev
/// 2002).
double weighted_tail_mean(std::span<const double> values, std::span<const double> weights, double tail);

} // namespace rashin::math
