#include "math/weighted.h"

#include "core/result.h"

#include <gtest/gtest.h>

namespace rashin::math {
namespace {

TEST(WeightedQuantiles, EqualWeightsGiveTheOrderStatistics) {
  const std::vector<double> values{5, 1, 4, 2, 3}, weights(5, 1.0), levels{0, 0.2, 0.5, 0.8, 1};
  EXPECT_EQ(weighted_quantiles(values, weights, levels), (std::vector<double>{1, 1, 3, 4, 5}));
}

TEST(WeightedQuantiles, AValueWithoutWeightIsNeverReturned) {
  const std::vector<double> values{0, 1, 2, 9}, weights{0, 1, 1, 0}, levels{0, 0.5, 0.51, 1};
  EXPECT_EQ(weighted_quantiles(values, weights, levels), (std::vector<double>{1, 1, 2, 2}));
}

TEST(WeightedQuantiles, SplittingAWeightChangesNothing) {
  const std::vector<double> levels{0.05, 0.5, 0.95};
  EXPECT_EQ(weighted_quantiles(std::vector<double>{1, 2, 3}, std::vector<double>{1, 2, 1}, levels),
            weighted_quantiles(std::vector<double>{1, 2, 2, 3}, std::vector<double>{1, 1, 1, 1}, levels));
}

TEST(WeightedTailMean, TakesPartOfTheValueOnTheBoundary) {
  // Worst 30 % of {1, 2, 3, 4} with weight 1/4 each: all of 4 and a fifth of 3 -> (0.25 * 4 + 0.05 * 3) / 0.3.
  EXPECT_NEAR(weighted_tail_mean(std::vector<double>{4, 1, 3, 2}, std::vector<double>(4, 0.25), 0.3), 1.15 / 0.3,
              1e-12);
  EXPECT_NEAR(weighted_tail_mean(std::vector<double>{4, 1, 3, 2}, std::vector<double>(4, 0.25), 1), 2.5, 1e-12);
}

TEST(Weighted, BrokenInputThrows) {
  EXPECT_THROW(weighted_quantiles(std::vector<double>{1}, std::vector<double>{0}, std::vector<double>{0.5}), Error);
  EXPECT_THROW(weighted_tail_mean(std::vector<double>{1}, std::vector<double>{1}, 0), Error);
}

} // namespace
} // namespace rashin::math
