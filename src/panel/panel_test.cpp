#include "panel/cooke.h"
#include "panel/forecast.h"
#include "panel/pooling.h"

#include "core/draws.h"

#include <gtest/gtest.h>

#include <cmath>

namespace rashin::panel {
namespace {

std::vector<Opinion> opinions(std::initializer_list<double> probabilities) {
  std::vector<Opinion> result;
  for (const double p : probabilities) result.push_back({"E" + std::to_string(result.size()), p, 1, ""});
  return result;
}

TEST(Pooling, AgreesWithClosedForms) {
  const auto pooled = pool(opinions({0.6, 0.7, 0.8, 0.75, 0.65}));
  EXPECT_NEAR(pooled->mean, 0.7, 1e-15);
  EXPECT_NEAR(pooled->neyman_factor, 1.5290130726070141, 1e-12);
  EXPECT_EQ(pooled->lowest, 0.6);
  EXPECT_EQ(pooled->dissent.front().person, 2u); // 0.8 is furthest in log-odds
}

TEST(Pooling, StaysCoherent) {
  for (std::uint64_t number = 0; number < 200; ++number) {
    std::vector<Opinion> yes, no;
    for (std::uint64_t e = 0; e < 5; ++e) {
      const double p = uniform(number, "p", Stream::A, e), w = uniform(number, "w", Stream::A, e);
      yes.push_back({"", p, w, ""});
      no.push_back({"", 1 - p, w, ""});
    }
    const auto a = pool(yes), b = pool(no);
    for (const auto field : {&PooledProbability::mean, &PooledProbability::median, &PooledProbability::geometric_odds,
                             &PooledProbability::extremised, &PooledProbability::neyman_roughgarden}) {
      EXPECT_NEAR((*a).*field + (*b).*field, 1, 1e-12);
      EXPECT_GE((*a).*field, 0);
      EXPECT_LE((*a).*field, 1);
    }
    for (const auto field : {&PooledProbability::mean, &PooledProbability::geometric_odds}) {
      EXPECT_GE((*a).*field, a->lowest - 1e-12);
      EXPECT_LE((*a).*field, a->highest + 1e-12);
    }
  }
}

TEST(Pooling, BadProbabilitiesAreNamed) {
  const auto result = pool(opinions({0.5, 1.2, 0}));
  ASSERT_FALSE(result.ok());
  ASSERT_EQ(result.diagnostics().size(), 2u);
  EXPECT_EQ(result.diagnostics()[0].code, "pool-probability");
  EXPECT_EQ(result.diagnostics()[0].place.field, "E1");
  EXPECT_EQ(result.diagnostics()[1].code, "pool-certain");
  EXPECT_TRUE(pool(opinions({0.5, 0}), {1.5, 0.01}).ok());
}

TEST(Believed, FollowsTheWeights) {
  const std::vector<double> weights{1, 0, 3};
  EXPECT_EQ(believed_person(weights, 0.1), 0u);
  EXPECT_EQ(believed_person(weights, 0.3), 2u);
  EXPECT_EQ(believed_person(weights, 0.999999), 2u);
  EXPECT_THROW(believed_person(std::vector<double>{0, 0}, 0.5), Error);
}

CookeInput small_panel() {
  CookeInput input;
  for (int q = 0; q < 6; ++q) input.questions.push_back({"q" + std::to_string(q), false, 10.0 + q});
  input.questions.push_back({"target", false, std::nullopt});
  CookeExpert good{"good", {}}, sure{"sure", {}};
  for (int q = 0; q < 7; ++q) {
    good.quantiles.push_back({6.0 + q, q % 2 ? 9.5 + q : 10.5 + q, 14.0 + q});
    sure.quantiles.push_back({12.0 + q, 12.5 + q, 13.0 + q});
  }
  input.experts = {good, sure};
  return input;
}

TEST(Cooke, WeightGoesToTheCalibrated) {
  const auto result = classical_model(small_panel());
  ASSERT_TRUE(result.ok());
  EXPECT_GT(result->experts[0].calibration, result->experts[1].calibration);
  EXPECT_GT(result->experts[1].information, result->experts[0].information);
  EXPECT_GT(result->performance.weights[0], 0.99);
  EXPECT_NEAR(result->performance.quantiles.back()[1], 16.5, 1e-3);
  EXPECT_GE(result->performance.score.combined, result->equal.score.combined);
  EXPECT_EQ(result->equal.weights, (std::vector<double>{0.5, 0.5}));
}

TEST(Cooke, ATruthEqualToAQuantileFallsBelowIt) {
  CookeInput input = small_panel();
  for (int q = 0; q < 6; ++q) input.experts[0].quantiles[static_cast<std::size_t>(q)] = {10.0 + q, 11.0 + q, 12.0 + q};
  EXPECT_EQ(classical_model(input)->experts[0].bin_counts, (std::vector<int>{6, 0, 0, 0}));
}

TEST(Cooke, LogScaleIsTheScaleOfLogarithms) {
  CookeInput plain = small_panel(), logs = plain;
  for (std::size_t q = 0; q < 7; ++q) {
    logs.questions[q].log_scale = true;
    if (logs.questions[q].truth) logs.questions[q].truth = std::exp(*logs.questions[q].truth);
    for (CookeExpert& expert : logs.experts)
      for (double& x : expert.quantiles[q]) x = std::exp(x);
  }
  const auto a = classical_model(plain), b = classical_model(logs);
  EXPECT_NEAR(a->experts[0].information, b->experts[0].information, 1e-9);
  EXPECT_NEAR(std::exp(a->performance.quantiles.back()[1]) / b->performance.quantiles.back()[1], 1, 1e-9);
}

TEST(Cooke, FaultsNameThePersonAndTheQuestion) {
  CookeInput input = small_panel();
  input.experts[0].quantiles[2] = {5, 4, 6};
  input.experts[1].quantiles[3].clear();
  const auto result = classical_model(input);
  ASSERT_EQ(result.diagnostics().size(), 2u);
  EXPECT_EQ(result.diagnostics()[0].code, "cooke-order");
  EXPECT_EQ(result.diagnostics()[0].place.field, "good / q2");
  EXPECT_EQ(result.diagnostics()[1].code, "cooke-skipped");
}

std::vector<Forecast> forecasts(std::uint64_t number, std::size_t count) {
  std::vector<Forecast> result;
  for (std::size_t i = 0; i < count; ++i) {
    const double p = std::floor(uniform(number, "p", Stream::A, i) * 11) / 10;
    result.push_back(
        {"q" + std::to_string(i), "A", std::min(p, 1.0), "", "", uniform(number, "o", Stream::A, i) < 0.4});
  }
  return result;
}

TEST(Brier, DecompositionAddsUp) {
  for (std::uint64_t number = 0; number < 50; ++number) {
    const std::vector<Forecast> given = forecasts(number, 80);
    for (const std::size_t bins : {0u, 5u}) {
      ScoreOptions options;
      options.bins = bins;
      options.resamples = 20;
      const auto scored = score(given, options);
      const MurphyParts& p = scored->parts;
      EXPECT_NEAR(scored->brier, p.reliability - p.resolution + p.uncertainty + p.within_bins, 1e-12);
      EXPECT_LE(scored->low, scored->high);
    }
  }
}

TEST(Brier, OpenForecastsWaitAndFewQuestionsAreNotRanked) {
  std::vector<Forecast> given = forecasts(1, 12);
  given.push_back({"later", "A", 0.7, "published by the ministry", "2030-03-31", std::nullopt});
  given.push_back({"q0", "B", 0.1, "", "", true});
  const auto people = score_people(given);
  ASSERT_EQ(people.size(), 2u);
  EXPECT_TRUE(people[0].ranked);
  EXPECT_EQ(people[0].score.open, 1u);
  EXPECT_FALSE(people[1].ranked);
  EXPECT_FALSE(score(std::vector<Forecast>{given[12]}).has_value());
}

TEST(Brier, ASureMistakeHasNoFiniteLogScore) {
  EXPECT_FALSE(score(std::vector<Forecast>{{"q", "A", 0, "", "", true}})->log_score.has_value());
}

} // namespace
} // namespace rashin::panel
