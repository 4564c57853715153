#include "need/smaa.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace rashin::need {
namespace {

ScoreDraws fixed_scores(std::vector<double> scores) {
  return [scores = std::move(scores)](std::uint64_t, std::size_t count, std::span<double> out) {
    for (std::size_t i = 0; i < scores.size(); ++i)
      for (std::size_t d = 0; d < count; ++d) out[i * count + d] = scores[i];
  };
}

ScoreDraws random_scores(std::size_t cells, std::uint64_t seed) {
  return [=](std::uint64_t first, std::size_t count, std::span<double> out) {
    for (std::size_t i = 0; i < cells; ++i)
      fill_uniforms(seed, FactorKey("s" + std::to_string(i)), Stream::A, first, out.subspan(i * count, count));
  };
}

WeightDraws weights_of(std::size_t criteria, std::vector<WeightStatement> statements) {
  return WeightDraws::make(criteria, std::move(statements), 3).take();
}

TEST(Smaa, TwoCriteriaExactByIntervals) {
  SmaaOptions options;
  options.draws = 50'000;
  const auto result = smaa(3, fixed_scores({1, 0, 0, 1, 0.6, 0.6}), weights_of(2, {}), options);
  const double exact[3][3] = {{0.4, 0.1, 0.5}, {0.4, 0.1, 0.5}, {0.2, 0.8, 0}};
  for (std::size_t a = 0; a < 3; ++a)
    for (std::size_t r = 0; r < 3; ++r) {
      const double b = exact[a][r];
      EXPECT_NEAR(result[a].acceptability[r], b, 4 * std::sqrt(b * (1 - b) / 50'000) + 1e-12);
    }
  EXPECT_NEAR(result[0].central_weight[0], 0.8, 0.01);
  EXPECT_NEAR(result[0].winning[2], 0.4, 0.01);
  EXPECT_EQ(result[2].confidence, 1);
}

TEST(Smaa, AcceptabilitiesSumToOneByRankAndByAlternative) {
  SmaaOptions options;
  options.draws = 3000;
  const auto result = smaa(9, random_scores(9 * 4, 1), weights_of(4, {}), options);
  for (std::size_t a = 0; a < 9; ++a) {
    double by_alternative = 0, by_rank = 0;
    for (std::size_t r = 0; r < 9; ++r) {
      by_alternative += result[a].acceptability[r];
      by_rank += result[r].acceptability[a];
      EXPECT_NEAR(result[a].winning[r] + result[r].winning[a], 1, 1e-12);
    }
    EXPECT_NEAR(by_alternative, 1, 1e-12);
    EXPECT_NEAR(by_rank, 1, 1e-12);
  }
}

TEST(Smaa, TheDominatedNeverRanksAbove) {
  const auto dominated = [](std::uint64_t first, std::size_t count, std::span<double> out) {
    for (std::size_t k = 0; k < 5; ++k)
      for (std::size_t d = 0; d < count; ++d) {
        const double x = uniform(5, "x" + std::to_string(k), Stream::A, first + d);
        out[(0 * 5 + k) * count + d] = x * (k == 2 ? 0.999999999999 : 1); // no better anywhere
        out[(1 * 5 + k) * count + d] = x;
      }
  };
  SmaaOptions options;
  options.draws = 5000;
  const auto result = smaa(2, dominated, weights_of(5, {}), options);
  EXPECT_EQ(result[0].acceptability[0] - result[1].acceptability[1], 0); // only shared ties
  EXPECT_LT(result[0].winning[1], 0.01);
}

TEST(Smaa, ThreadsDoNotMatter) {
  SmaaOptions options;
  options.draws = 9000;
  const auto one = smaa(6, random_scores(18, 2), weights_of(3, {}), options);
  options.threads = 3;
  const auto three = smaa(6, random_scores(18, 2), weights_of(3, {}), options);
  for (std::size_t a = 0; a < 6; ++a) {
    EXPECT_EQ(one[a].acceptability, three[a].acceptability);
    EXPECT_EQ(one[a].central_weight, three[a].central_weight);
    EXPECT_EQ(one[a].winning, three[a].winning);
  }
}

TEST(Smaa, DistributionsAreDrawnFromTheChainsFactors) {
  const std::vector<Criterion> criteria{{"speed", true, 1, 0, 10}};
  const DrawPlan plan(42);
  const auto scores = drawn_scores(criteria, {Distribution(shape::Uniform{2, 4})}, {"technologies/x/speed"}, plan);
  std::vector<double> drawn(3);
  scores(7, 3, drawn);
  EXPECT_DOUBLE_EQ(drawn[1], (2 + 2 * uniform(42, "technologies/x/speed", Stream::A, 8)) / 10);
}

double mean_weight(const WeightDraws& weights, std::size_t criterion, std::size_t draws = 20'000) {
  std::vector<double> out(draws * weights.criteria());
  weights.fill(0, out);
  double sum = 0;
  for (std::size_t d = 0; d < draws; ++d) sum += out[criterion * draws + d];
  return sum / static_cast<double>(draws);
}

TEST(Weights, StatementsAreKept) {
  using Kind = WeightStatement::Kind;
  const std::vector<WeightStatement> statements{{Kind::Free, "a", 1, {}, {}, {}},
                                                {Kind::Ordinal, "b", 1, {2, 0, 1}, {}, {}},
                                                {Kind::Interval, "c", 1, {}, {0.1, 0.2, 0.3}, {0.3, 0.4, 0.9}},
                                                {Kind::Interval, "d", 1, {}, {0.3, 0.3, 0.3}, {0.34, 0.34, 0.34}},
                                                {Kind::Swing, "e", 1, {}, {100, 20, 0}, {100, 40, 10}}};
  for (const WeightStatement& statement : statements) {
    const WeightDraws weights = weights_of(3, {statement});
    std::vector<double> out(3 * 500);
    weights.fill(11, out);
    for (std::size_t d = 0; d < 500; ++d) {
      const double w[] = {out[d], out[500 + d], out[1000 + d]};
      EXPECT_NEAR(w[0] + w[1] + w[2], 1, 1e-12);
      for (std::size_t k = 0; k < 3; ++k) {
        EXPECT_GE(w[k], 0);
        if (statement.kind != Kind::Interval) continue;
        EXPECT_GE(w[k], statement.low[k] - 1e-12);
        EXPECT_LE(w[k], statement.high[k] + 1e-12);
      }
      EXPECT_TRUE(statement.kind != Kind::Ordinal || (w[2] >= w[0] && w[0] >= w[1]));
    }
  }
}

TEST(Weights, OrdinalMeansAreTheRankOrderCentroid) {
  const WeightDraws weights = weights_of(3, {{WeightStatement::Kind::Ordinal, "b", 1, {0, 1, 2}, {}, {}}});
  EXPECT_NEAR(mean_weight(weights, 0), 11.0 / 18, 0.005);
  EXPECT_NEAR(mean_weight(weights, 2), 2.0 / 18, 0.005);
}

TEST(Weights, WhoIsBelievedFollowsTrust) {
  using Kind = WeightStatement::Kind;
  const WeightDraws weights =
      weights_of(2, {{Kind::Swing, "a", 3, {}, {100, 0}, {100, 0}}, {Kind::Swing, "b", 1, {}, {0, 100}, {0, 100}}});
  EXPECT_NEAR(mean_weight(weights, 0), 0.75, 0.01);
}

TEST(Weights, FaultsNameThePerson) {
  using Kind = WeightStatement::Kind;
  const auto result = WeightDraws::make(
      2, {{Kind::Ordinal, "Ito", 1, {0, 0}, {}, {}}, {Kind::Interval, "Mori", 1, {}, {0.6, 0.6}, {0.7, 0.7}}}, 1);
  ASSERT_EQ(result.diagnostics().size(), 2u);
  EXPECT_EQ(result.diagnostics()[0].code, "weights-order");
  EXPECT_EQ(result.diagnostics()[1].code, "weights-no-room");
  EXPECT_EQ(result.diagnostics()[1].place.field, "Mori");
}

} // namespace
} // namespace rashin::need
