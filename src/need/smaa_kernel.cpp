#include "need/smaa_kernel.h"

#include <algorithm>

// Wider vector units where the machine has them; comparisons, products and sums in the same order give the same bits.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define RASHIN_WIDER __attribute__((target_clones("avx2", "default")))
#else
#define RASHIN_WIDER
#endif

namespace rashin::need {

RASHIN_WIDER
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

RASHIN_WIDER
void compare_pairs(std::size_t alternatives, const double* values, std::size_t used, PairCounts& counts) {
  std::fill(counts.better.begin(), counts.better.end(), 0);
  for (std::size_t a = 0; a < alternatives; ++a) {
    const double* const one = values + a * smaa_lanes;
    std::int64_t* const better_a = counts.better.data() + a * smaa_lanes;
    for (std::size_t b = a + 1; b < alternatives; ++b) {
      const double* const other = values + b * smaa_lanes;
      std::int64_t* const better_b = counts.better.data() + b * smaa_lanes;
      std::int64_t wins = 0, losses = 0;
      for (std::size_t lane = 0; lane < used; ++lane) {
        const std::int64_t win = one[lane] > other[lane] ? 1 : 0, loss = one[lane] < other[lane] ? 1 : 0;
        better_b[lane] += win;
        better_a[lane] += loss;
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
