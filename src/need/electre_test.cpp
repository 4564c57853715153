#include "need/electre.h"

#include "core/draws.h"
#include "core/result.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace rashin::need {
namespace {

ScoreTable table_of(std::size_t alternatives, const std::vector<double>& weights, std::vector<double> scores) {
  ScoreTable table{alternatives, {}, std::move(scores)};
  for (const double weight : weights) table.criteria.push_back({"", true, weight, {}, {}});
  return table;
}

// Six alternatives, four criteria; concordance and credibility as the test of the Python package mcda (1.0) states them
// to two digits and beyond.
const ScoreTable six =
    table_of(6, {9.00, 8.24, 5.98, 8.48}, {8.84, 8.79, 6.43, 6.95, 8.57, 8.51, 5.47, 6.91, 7.76, 7.75, 5.34, 8.76,
                                           7.97, 9.12, 5.93, 8.09, 9.03, 8.97, 8.19, 8.10, 7.41, 7.87, 6.77, 7.23});
const std::vector<OutrankingThresholds> six_thresholds(4, {0.3, 0.5, 0.7});

TEST(Electre, ConcordanceAndCredibilityAsComputedElsewhere) {
  const Electre result = electre(six, six_thresholds);
  const double concordance[6][6] = {{1.0, 1.0, 0.73, 0.69, 0.54, 0.96},  {0.81, 1.0, 0.73, 0.32, 0.11, 0.78},
                                    {0.27, 0.46, 1.0, 0.55, 0.27, 0.81}, {0.53, 0.72, 0.73, 1.0, 0.53, 0.81},
                                    {1.0, 1.0, 0.73, 1.0, 1.0, 1.0},     {0.46, 0.46, 0.66, 0.19, 0.0, 1.0}};
  const double credibility[6][6] = {{1, 1, 0, 0, 0, 0.96227129}, {0, 1, 0, 0, 0, 0},
                                    {0, 0, 1, 0, 0, 0},          {0, 0.71608833, 0.41073113, 1, 0, 0},
                                    {1, 1, 0.54764151, 1, 1, 1}, {0, 0, 0, 0, 0, 1}};
  for (std::size_t a = 0; a < 6; ++a)
    for (std::size_t b = 0; b < 6; ++b) {
      EXPECT_NEAR(result.concordance[a * 6 + b], concordance[a][b], 0.006);
      EXPECT_NEAR(result.credibility[a * 6 + b], credibility[a][b], 1e-8);
    }
}

TEST(Electre, DistillationsWorkedOnPaper) {
  // Descending. All: cut from 1 below 0.85 to 0.716; fifth +4, first 2 - 1, third 0, fourth -1, second and sixth -2.
  // Then the first (+2). Of the others 0.716 falls below 0.716 - 0.193 to 0.411, and the fourth outranks the second.
  // Then nothing is credible any more. Ascending: second and sixth (-2); first and fourth (each -1 by the fifth, cut
  // 0.548); third (outranked by the fifth at 0.548 with cut 0); fifth.
  const Electre result = electre(six, six_thresholds);
  EXPECT_EQ(result.descending, (std::vector<std::size_t>{2, 4, 4, 3, 1, 4}));
  EXPECT_EQ(result.ascending, (std::vector<std::size_t>{3, 5, 2, 3, 1, 5}));
  EXPECT_EQ(result.place, (std::vector<std::size_t>{2, 4, 2, 3, 1, 4}));
  EXPECT_TRUE(result.incomparable(0, 2));
  EXPECT_TRUE(result.incomparable(2, 3));
  EXPECT_TRUE(result.better(4, 0));
  EXPECT_FALSE(result.better(1, 5) || result.better(5, 1) || result.incomparable(1, 5));
}

ScoreTable random_table(std::uint64_t number, std::size_t n, std::size_t m) {
  std::vector<double> scores, weights;
  for (std::size_t i = 0; i < n * m; ++i) scores.push_back(std::floor(20 * uniform(number, "g", Stream::A, i)));
  for (std::size_t k = 0; k < m; ++k) weights.push_back(1 + std::floor(5 * uniform(number, "w", Stream::A, k)));
  return table_of(n, weights, scores);
}
const std::vector<OutrankingThresholds> four(4, {2, 5, 12});

TEST(Electre, TheOrderOfAlternativesDoesNotMatter) {
  for (std::uint64_t number = 0; number < 100; ++number) {
    const ScoreTable table = random_table(number, 8, 4);
    ScoreTable turned = table;
    for (std::size_t a = 0; a < 8; ++a)
      for (std::size_t k = 0; k < 4; ++k) turned.scores[(7 - a) * 4 + k] = table.scores[a * 4 + k];
    const Electre one = electre(table, four), other = electre(turned, four);
    for (std::size_t a = 0; a < 8; ++a) {
      EXPECT_EQ(one.descending[a], other.descending[7 - a]);
      EXPECT_EQ(one.ascending[a], other.ascending[7 - a]);
      EXPECT_EQ(one.place[a], other.place[7 - a]);
    }
  }
}

TEST(Electre, UnitsAndDirectionsDoNotMatter) {
  for (std::uint64_t number = 0; number < 100; ++number) {
    const ScoreTable table = random_table(number, 7, 4);
    ScoreTable other = table;
    std::vector<OutrankingThresholds> thresholds = four;
    for (std::size_t a = 0; a < 7; ++a) {
      other.scores[a * 4] = 8 * table.scores[a * 4] + 64;
      other.scores[a * 4 + 1] = -table.scores[a * 4 + 1];
    }
    thresholds[0] = {16, 40, 96};
    other.criteria[1].larger_is_better = false;
    for (Criterion& criterion : other.criteria) criterion.weight *= 4;
    const Electre one = electre(table, four), two = electre(other, thresholds);
    EXPECT_EQ(one.credibility, two.credibility);
    EXPECT_EQ(one.place, two.place);
  }
}

TEST(Electre, WhoIsBetterEverywhereIsAsCredible) {
  for (std::uint64_t number = 0; number < 100; ++number) {
    ScoreTable table = random_table(number, 7, 4);
    for (std::size_t k = 0; k < 4; ++k) table.scores[k] = table.scores[4 + k] + 1; // the first above the second
    const Electre result = electre(table, four);
    EXPECT_EQ(result.credibility[1], 1);
    for (std::size_t b = 2; b < 7; ++b) {
      EXPECT_GE(result.credibility[b], result.credibility[7 + b]);
      EXPECT_LE(result.credibility[b * 7], result.credibility[b * 7 + 1]);
    }
  }
}

TEST(Electre, AVetoIsNotMadeUpFor) {
  const ScoreTable table = table_of(2, {1, 1, 1, 1}, {10, 10, 10, 0, 8, 8, 8, 12});
  std::vector<OutrankingThresholds> thresholds(4, {0, 1, {}});
  const Electre without = electre(table, thresholds);
  EXPECT_EQ(without.credibility[1], 0.75);
  EXPECT_EQ(without.place, (std::vector<std::size_t>{1, 2}));
  thresholds[3].veto = 10;
  const Electre with = electre(table, thresholds);
  EXPECT_EQ(with.credibility[1], 0);
  EXPECT_EQ(with.place, (std::vector<std::size_t>{1, 1})); // the other way 0.25, which is within 0.3 - 0.15 × 0.25
}

TEST(Electre, AlikeShareAPlaceAndOneIsFirst) {
  const Electre alike = electre(table_of(3, {1, 2}, {4, 5, 4, 5, 4, 5}), std::vector<OutrankingThresholds>(2));
  EXPECT_EQ(alike.place, (std::vector<std::size_t>{1, 1, 1}));
  EXPECT_EQ(electre(table_of(1, {1}, {4}), std::vector<OutrankingThresholds>(1)).place, std::vector<std::size_t>{1});
}

TEST(Electre, BrokenShapesThrow) {
  EXPECT_THROW((void)electre(six, std::vector<OutrankingThresholds>(3)), Error);
  EXPECT_THROW((void)electre(six, std::vector<OutrankingThresholds>(4, {0.5, 0.3, 0.7})), Error);
  EXPECT_THROW((void)electre(table_of(2, {0}, {1, 2}), std::vector<OutrankingThresholds>(1)), Error);
}

} // namespace
} // namespace rashin::need
