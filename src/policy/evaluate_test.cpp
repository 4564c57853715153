#include "policy/evaluate.h"

#include "core/result.h"

#include <gtest/gtest.h>

namespace rashin::policy {
namespace {

// Two pathways, two draws. Draw 1: P = (0.5, 0.5), draw 2: P = (0.8, 0.2).
const PathwayProbabilities probabilities{{0.5, 0.8}, {0.5, 0.2}};
const Arm none{"none", {{0, 10}, {100, 60}}, {0, 0}};
const Arm stock{"stock", {{0, 5}, {40, 20}}, {10, 10}};

TEST(Compare, WorkedOnPaper) {
  // Expected losses: none (50, 20), stock (20, 8); avoided (30, 12); net (20, 2); regret none (20, 2), stock (0, 0).
  const auto rows = compare({none, stock}, probabilities);
  EXPECT_DOUBLE_EQ(rows[0].loss.mean, 35);
  EXPECT_DOUBLE_EQ(rows[1].avoided.mean, 21);
  EXPECT_DOUBLE_EQ(rows[1].net_benefit.mean, 11);
  EXPECT_DOUBLE_EQ(rows[0].regret.mean, 11);
  EXPECT_DOUBLE_EQ(rows[1].regret.mean, 0);
  EXPECT_DOUBLE_EQ(rows[0].best_share, 0);
  EXPECT_DOUBLE_EQ(rows[1].best_share, 1);
}

TEST(Compare, RegretIsNeverNegativeAndSomeArmHasNone) {
  const auto rows = compare({none, stock, {"costly", {{0, 0}, {0, 0}}, {500, 500}}}, probabilities);
  double least = 1e9;
  for (const auto& row : rows) {
    EXPECT_GE(row.regret.p5, 0);
    least = std::min(least, row.regret.p5);
  }
  EXPECT_EQ(least, 0);
}

TEST(Mixture, WeightsPathwaysByTheProbabilityOfTheirDraw) {
  // Values with weights: 0 (0.5), 10 (0.8), 100 (0.5), 60 (0.2), total 2. Mean = (8 + 50 + 12) / 2 = 35; above 50: 0.7
  // / 2.
  const double threshold = 50;
  const auto m = summarize_mixture(none, probabilities, &threshold);
  EXPECT_DOUBLE_EQ(m.loss.mean, 35);
  EXPECT_DOUBLE_EQ(m.failure_share, 0.35);
  EXPECT_EQ(m.loss.p50, 10);
  EXPECT_EQ(m.tail_mean, 100);
}

TEST(RegretByPathway, WorkedOnPaper) {
  // Pathway 1: burdens none (0, 10), stock (10, 15): regret none 0, stock 7.5. Pathway 2: none (100, 60), stock (50,
  // 30): none 40.
  const auto regret = regret_by_pathway({none, stock});
  EXPECT_DOUBLE_EQ(regret[0][0], 0);
  EXPECT_DOUBLE_EQ(regret[1][0], 7.5);
  EXPECT_DOUBLE_EQ(regret[0][1], 40);
  EXPECT_DOUBLE_EQ(regret[1][1], 0);
}

TEST(Compare, ShapesThatDifferAreAFaultOfOurs) {
  EXPECT_THROW(compare({{"x", {{1}}, {0}}}, probabilities), Error);
}

} // namespace
} // namespace rashin::policy
