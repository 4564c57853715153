#include "need/multicriteria.h"

#include "core/draws.h"

#include <gtest/gtest.h>

#include <cmath>

namespace rashin::need {
namespace {

ScoreTable table_of(std::size_t alternatives, std::vector<double> weights, std::vector<int> directions,
                    std::vector<double> scores) {
  ScoreTable table{alternatives, {}, std::move(scores)};
  for (std::size_t k = 0; k < weights.size(); ++k)
    table.criteria.push_back({"c" + std::to_string(k), directions[k] > 0, weights[k], {}, {}});
  return table;
}

TEST(Topsis, OpricovicAndTzengRankDifferentlyByNormalisation) {
  const ScoreTable table = table_of(3, {0.5, 0.5}, {-1, 1}, {1, 3000, 2, 3750, 5, 4500});
  const auto vector = topsis(table, Normalisation::Vector), linear = topsis(table, Normalisation::Linear);
  EXPECT_NEAR(vector[0], 0.7621405801238009, 1e-12);
  EXPECT_NEAR(linear[1], 0.6172177814626812, 1e-12);
  EXPECT_EQ(places(vector), (std::vector<std::size_t>{1, 2, 3}));
  EXPECT_EQ(places(linear), (std::vector<std::size_t>{2, 1, 2}));
}

TEST(Topsis, FixedGoalpostsKeepOthersWhenOneIsAdded) {
  ScoreTable table = table_of(3, {2, 1}, {-1, 1}, {1, 3000, 2, 3750, 5, 4500});
  table.criteria[0].worst = 10;
  table.criteria[0].best = 0;
  table.criteria[1].worst = 0;
  table.criteria[1].best = 5000;
  const auto before = topsis(table, Normalisation::Goalposts);
  table.alternatives = 4;
  table.scores.insert(table.scores.end(), {9, 100});
  const auto after = topsis(table, Normalisation::Goalposts);
  for (std::size_t a = 0; a < 3; ++a) EXPECT_EQ(before[a], after[a]);
  EXPECT_EQ(between_goalposts(table.criteria[0], 20), 0);
  EXPECT_EQ(between_goalposts(table.criteria[0], 2), 0.8);
}

TEST(Promethee, SortingGivesWhatPairsGive) {
  using Kind = Preference::Kind;
  for (std::uint64_t number = 0; number < 60; ++number) {
    std::vector<double> scores(40 * 5);
    for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = std::floor(uniform(number, "s", Stream::A, i) * 12);
    const ScoreTable table = table_of(40, {1, 2, 3, 1, 1}, {1, -1, 1, 1, -1}, scores);
    const std::vector<Preference> preferences{{Kind::Usual, 0, 0, 0},
                                              {Kind::UShape, 2, 0, 0},
                                              {Kind::VShape, 0, 4, 0},
                                              {Kind::Level, 1, 3, 0},
                                              {Kind::VShapeIndifference, 1, 5, 0}};
    const PrometheeFlows flows = promethee(table, preferences, 2);
    const std::vector<double> pairs = preference_indices(table, preferences);
    double net = 0;
    for (std::size_t a = 0; a < 40; ++a) {
      double plus = 0, minus = 0;
      for (std::size_t b = 0; b < 40; ++b) {
        plus += pairs[a * 40 + b] / 39;
        minus += pairs[b * 40 + a] / 39;
      }
      EXPECT_NEAR(flows.plus[a], plus, 1e-12);
      EXPECT_NEAR(flows.minus[a], minus, 1e-12);
      net += flows.net[a];
    }
    EXPECT_NEAR(net, 0, 1e-12);
  }
}

TEST(Promethee, UsualOfZhaoEtAl2013) {
  const auto flows =
      promethee(table_of(3, {0.5, 0.3, 0.2}, {1, 1, 1}, {4, 3, 2, 3, 2, 4, 5, 1, 3}), std::vector<Preference>(3));
  EXPECT_NEAR(flows.net[0], 0.1, 1e-12);
  EXPECT_NEAR(flows.net[1], -0.3, 1e-12);
  EXPECT_NEAR(flows.net[2], 0.2, 1e-12);
}

} // namespace
} // namespace rashin::need
