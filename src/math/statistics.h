#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace rashin::math {

// All sums are pairwise in a fixed order: equal input gives equal bytes. Values must be finite; too few values throw
// Error.

/// Error grows with log2 n, not with n (Higham 1993).
double sum(std::span<const double> values);
double mean(std::span<const double> values);
/// Of a sample: divided by n - 1, two passes. n >= 2.
double variance(std::span<const double> values);
/// Of the mean of independent values: sqrt(variance / n). n >= 2.
double standard_error(std::span<const double> values);

/// Type 7 of Hyndman and Fan (1996), the default of R: linear between order statistics at 1 + (n - 1) level. Levels in
/// [0, 1].
std::vector<double> quantiles(std::span<const double> values, std::span<const double> levels);
double quantile(std::span<const double> values, double level);

/// From 1; ties share the mean of their ranks.
std::vector<double> ranks(std::span<const double> values);
/// Pearson's correlation; nothing where a side does not vary. Equal lengths, n >= 2.
std::optional<double> correlation(std::span<const double> x, std::span<const double> y);
/// Spearman's: Pearson's of the ranks, so ties are counted rightly.
std::optional<double> rank_correlation(std::span<const double> x, std::span<const double> y);

struct Interval {
  double low = 0;
  double high = 0;
};
/// For the probability behind `successes` in `trials` independent trials: the score interval of Wilson (1927), without
/// continuity correction; its coverage is near `confidence` on average, also at 0 and n successes. trials >= 1,
/// confidence in (0, 1).
Interval wilson_interval(std::size_t successes, std::size_t trials, double confidence = 0.9);

} // namespace rashin::math
