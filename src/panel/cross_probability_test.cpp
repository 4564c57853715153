#include "panel/cross_probability.h"

#include "core/result.h"

#include <gtest/gtest.h>

namespace rashin::panel {
namespace {

TEST(CrossProbability, BoundsAreThoseOfSarin) {
  EXPECT_NEAR(conditional_bounds(0.6, 0.5).low, 0.2, 1e-15);
  EXPECT_EQ(conditional_bounds(0.6, 0.5).high, 1);
  EXPECT_EQ(conditional_bounds(0.3, 0.6).low, 0);
  EXPECT_NEAR(conditional_bounds(0.3, 0.6).high, 0.5, 1e-15);
  EXPECT_THROW((void)conditional_bounds(0.3, 0), Error);
}

TEST(CrossProbability, WithinTheBoundsTheContraryIsAProbability) {
  for (double p_i = 0.05; p_i < 1; p_i += 0.1)
    for (double p_j = 0.05; p_j < 1; p_j += 0.1) {
      const ProbabilityBounds bounds = conditional_bounds(p_i, p_j);
      for (const double share : {0.0, 0.4, 1.0}) {
        const double given = bounds.low + share * (bounds.high - bounds.low);
        const double contrary = conditional_on_contrary(p_i, p_j, given);
        EXPECT_GE(contrary, -1e-12);
        EXPECT_LE(contrary, 1 + 1e-12);
        EXPECT_NEAR(given * p_j + contrary * (1 - p_j), p_i, 1e-12);
      }
    }
}

} // namespace
} // namespace rashin::panel
