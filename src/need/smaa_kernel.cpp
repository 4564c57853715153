#include "need/smaa_kernel.h"

#include <algorithm>

namespace rashin::need {

void weighted_sums(std::size_t alternatives, std::size_t criteria, const double* scores, const double* weights,
                   double* values) {
  for (std::size_t a = 0; a < alternatives; ++a) {
    double* const value = values + a * smaa_lanes;
    std::fill_n(value, smaa_lanes, 0.0);
    for (std::size_t k = 0; k < criteria; ++k) {
      const double* const score = scores + (a * criteria + k) * smaa_lanes;
      const double* const weight = weights + k * smaa_lanes;
      for (std::size_t lane = 0; lane < smaa_lanes; ++lane) value[lane] += weight[lane] * score[lane];
    }
  }
}

void compare_pairs(std::size_t alternatives, const double* values, std::size_t used, PairCounts& counts) {
  std::fill(counts.better.begin(), counts.better.end(), 0);
  std::fill(counts.equal.begin(), counts.equal.end(), 0);
  for (std::size_t a = 0; a < alternatives; ++a) {
    const double* const one = values + a * smaa_lanes;
    std::int64_t* const better_a = counts.better.data() + a * smaa_lanes;
    std::int64_t* const equal_a = counts.equal.data() + a * smaa_lanes;
    for (std::size_t b = a + 1; b < alternatives; ++b) {
      const double* const other = values + b * smaa_lanes;
      std::int64_t* const better_b = counts.better.data() + b * smaa_lanes;
      std::int64_t* const equal_b = counts.equal.data() + b * smaa_lanes;
      std::int64_t wins = 0, losses = 0;
      for (std::size_t lane = 0; lane < used; ++lane) {
        const std::int64_t win = one[lane] > other[lane], loss = one[lane] < other[lane];
        better_b[lane] += win;
        better_a[lane] += loss;
        equal_a[lane] += 1 - win - loss;
        equal_b[lane] += 1 - win - loss;
        wins += win;
        losses += loss;
      }
      const auto all = static_cast<std::int64_t>(used);
      counts.half_wins[a * alternatives + b] += all + wins - losses;
      counts.half_wins[b * alternatives + a] += all + losses - wins;
    }
  }
}

} // namespace rashin::need
