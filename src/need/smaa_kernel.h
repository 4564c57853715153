#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rashin::need {

/// Draws looked at together, one per lane.
constexpr std::size_t smaa_lanes = 128;

/// Values of the alternatives by lane: sum over criteria of weight × score.
void weighted_sums(std::size_t alternatives, std::size_t criteria, const double* scores, const double* weights,
                   double* values);

/// What all pairs say: how many are strictly better, per alternative and lane; wins counted in half points (2 = beats,
/// 1 = equal), [row][column], over the first `used` lanes.
struct PairCounts {
  std::vector<std::int64_t> better; ///< [alternative][lane]
  std::vector<std::int64_t> half_wins;
};
void compare_pairs(std::size_t alternatives, const double* values, std::size_t used, PairCounts& counts);

} // namespace rashin::need
