#include "need/readiness.h"

#include "core/result.h"

#include <cmath>
#include <gtest/gtest.h>

namespace rashin::need {
namespace {

TEST(ValueOfReadiness, TakesTheOptionWithTheLargestMeanAndNamesIt) {
  const std::vector<Contribution> c{{"stock", {100, 100}, {90, 95}}, {"recycle", {80, 120}, {60, 80}}};
  const auto value = value_of_readiness(c);
  EXPECT_EQ(value.option, "recycle");
  EXPECT_EQ(value.draws, (std::vector<double>{20, 40}));
}

TEST(ShareInTop, WorkedOnPaper) {
  // Draw 1: a 3, b 2, c 1 -> a, b. Draw 2: a 1, b 5, c 4 -> b, c. Draw 3: tie of b and c for the second place.
  const auto top = share_in_top({{3, 1, 9}, {2, 5, 2}, {1, 4, 2}}, 2);
  EXPECT_DOUBLE_EQ(top[0].share, 2.0 / 3);
  EXPECT_DOUBLE_EQ(top[1].share, 2.5 / 3);
  EXPECT_DOUBLE_EQ(top[2].share, 1.5 / 3);
  EXPECT_DOUBLE_EQ(top[0].share + top[1].share + top[2].share, 2);
  EXPECT_NEAR(top[0].standard_error, std::sqrt(2.0 / 9 / 3), 1e-12);
}

TEST(ShareInTop, WithoutValueThereIsNoPlace) {
  const auto top = share_in_top({{0, -1}, {1, 0}}, 2);
  EXPECT_EQ(top[0].share, 0);
  EXPECT_EQ(top[1].share, 0.5);
}

TEST(ShareTooLate, CountsDrawsReadyAfterNeeded) {
  EXPECT_DOUBLE_EQ(share_too_late(std::vector<double>{10, 20, 30, 40}, std::vector<double>{15, 15, 30, 35}), 0.5);
  EXPECT_THROW(share_too_late({}, {}), Error);
}

} // namespace
} // namespace rashin::need
