#pragma once
#include "supply/lanes.h"

#include <cstdint>

// Loops over the lanes of a block, for the engine's inner sources only. They are plain and branch-free, so that the
// compiler turns them into vector code; clones for wider vectors are chosen at run time. Lanes never mix and nothing is
// contracted, so every clone gives the same bytes.

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define RASHIN_CLONES __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#else
#define RASHIN_CLONES
#endif
#define RASHIN_INLINE inline __attribute__((always_inline))

namespace rashin::supply {

RASHIN_INLINE double lesser(double a, double b) {
  return a < b ? a : b;
}
RASHIN_INLINE double greater(double a, double b) {
  return a > b ? a : b;
}

template <class F> RASHIN_INLINE void each(F body) {
#pragma omp simd
  for (int l = 0; l < lane_count; ++l) body(l);
}
template <class F> RASHIN_INLINE bool any(F holds) {
  double found = 0; // as wide as the lanes
#pragma omp simd reduction(max : found)
  for (int l = 0; l < lane_count; ++l) found = greater(found, holds(l) ? 1.0 : 0.0);
  return found > 0;
}

} // namespace rashin::supply
