#include "need/pairwise.h"

#include "core/result.h"

#include <gtest/gtest.h>

namespace rashin::need {
namespace {

using Matrix = std::vector<std::vector<double>>;

/// The car example of data/methods/mcda (ahp_cars; overall weights as published: 0.2922, 0.2767, 0.0697, 0.3613).
TEST(PairwiseWeights, CarsAsPublished) {
  const PairwiseWeights criteria = pairwise_weights({{1, 0.5, 3}, {2, 1, 4}, {1.0 / 3, 0.25, 1}});
  EXPECT_NEAR(criteria.weights[0], 0.3196182639359757, 1e-12);
  EXPECT_NEAR(criteria.weights[1], 0.5584245430947972, 1e-12);
  EXPECT_NEAR(criteria.weights[2], 0.12195719296922707, 1e-12);
  EXPECT_NEAR(criteria.lambda, 3.0182947072896287, 1e-12);
  EXPECT_NEAR(criteria.consistency_index, 0.009147353644814338, 1e-12);
  EXPECT_NEAR(*criteria.ratio, 0.009147353644814338 / 0.58, 1e-12);
  const Matrix style{{1, 0.25, 4, 1.0 / 6}, {4, 1, 4, 0.25}, {0.25, 0.25, 1, 0.2}, {6, 4, 5, 1}},
      reliability{{1, 2, 5, 1}, {0.5, 1, 3, 2}, {0.2, 1.0 / 3, 1, 0.25}, {1, 0.5, 4, 1}},
      fuel{{1, 2, 4, 1}, {0.5, 1, 3, 2}, {0.25, 1.0 / 3, 1, 0.2}, {1, 0.5, 5, 1}};
  const double published[] = {0.2922256268475682, 0.27674992405474763, 0.06974009090118297, 0.36128435819650123};
  for (std::size_t car = 0; car < 4; ++car) {
    double overall = 0;
    const Matrix* local[] = {&style, &reliability, &fuel};
    for (std::size_t k = 0; k < 3; ++k) overall += criteria.weights[k] * pairwise_weights(*local[k]).weights[car];
    EXPECT_NEAR(overall, published[car], 1e-9);
  }
}

TEST(PairwiseWeights, JudgementsThatAgreeGiveTheirWeights) {
  const double weights[] = {0.5, 0.3, 0.2};
  Matrix matrix(3, std::vector<double>(3));
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j) matrix[i][j] = weights[i] / weights[j];
  const PairwiseWeights result = pairwise_weights(matrix);
  for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(result.weights[i], weights[i], 1e-14);
  EXPECT_NEAR(result.consistency_index, 0, 1e-14);
}

TEST(PairwiseWeights, TheJudgementThatFitsLeastIsNamed) {
  Matrix matrix{{1, 2, 4, 8}, {0.5, 1, 2, 4}, {0.25, 0.5, 1, 2}, {0.125, 0.25, 0.5, 1}};
  matrix[1][3] = 0.25, matrix[3][1] = 4; // turned round
  const PairwiseWeights result = pairwise_weights(matrix);
  EXPECT_EQ(result.row, 1u);
  EXPECT_EQ(result.column, 3u);
  EXPECT_GT(*result.ratio, 0.1);
}

TEST(PairwiseWeights, PeopleJoinReciprocally) {
  const Matrix both = joined({{{1, 4}, {0.25, 1}}, {{1, 1}, {1, 1}}});
  EXPECT_NEAR(both[0][1], 2, 1e-15);
  EXPECT_NEAR(both[0][1] * both[1][0], 1, 1e-15);
  EXPECT_THROW(pairwise_weights({{1, 2}, {2, 1}}), Error);
  EXPECT_THROW(pairwise_weights({{1, 2}}), Error);
}

} // namespace
} // namespace rashin::need
