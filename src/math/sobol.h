#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rashin::math {

/// `count` points of a Sobol' sequence (direction numbers of Joe and Kuo 2008) in the open unit cube, row by row,
/// shifted digitally by the seed: evenly spread for every seed, best for powers of two. dimensions: 1 to 1000.
std::vector<double> sobol_points(std::size_t dimensions, std::size_t count, std::uint64_t seed);

/// The rows to run for variance-based indices (Saltelli 2010): for each base point A, AB_1 … AB_d, (BA_1 … BA_d,) B,
/// where AB_i is A with input i from B. Also the order of SALib. base × (d + 2) rows, or base × (2 d + 2) with second
/// order.
std::vector<double> saltelli_design(std::size_t inputs, std::size_t base, bool second_order, std::uint64_t seed);

struct SobolOptions {
  bool second_order = false;
  std::size_t resamples = 100;
  double confidence = 0.95;
  double width = 0.05; ///< converged when every interval is at most this wide
  std::uint64_t seed = 1;
  unsigned threads = 1;
};

/// An index with its interval: the estimate plus and minus normal quantile × bootstrap standard deviation. An interval
/// that holds zero says that the index cannot be told from zero, and so does a negative estimate.
struct SensitivityIndex {
  double value = 0;
  double low = 0;
  double high = 0;
};

struct SobolIndices {
  double mean = 0;
  double variance = 0;
  std::vector<SensitivityIndex> first;
  std::vector<SensitivityIndex> total;
  std::vector<SensitivityIndex> second; ///< pairs (0, 1), (0, 2), …, (1, 2), …
  double widest = 0;                    ///< interval of first and total indices
  bool converged = false;
  std::size_t suggested_base = 0; ///< base points that should be enough: width falls with the square root
};

/// First-order indices after Saltelli (2010), total after Jansen (1999), second order from the products of AB and BA;
/// outputs centred by their mean; intervals by bootstrap over base points. `outputs` in the order of saltelli_design.
/// A model without variance has no indices: all zero, converged. Throws Error if the count of outputs fits no base.
/// Same bytes on any number of threads.
SobolIndices sobol_indices(std::span<const double> outputs, std::size_t inputs, const SobolOptions& options = {});

/// The same from runs of a chain, where the caller holds each run apart: a[draw], b[draw], ab[link][draw] (pick-freeze:
/// `link` from stream B, all else from A).
SobolIndices pick_freeze_indices(std::span<const double> a, std::span<const double> b,
                                 std::span<const std::vector<double>> ab, const SobolOptions& options = {});

} // namespace rashin::math
