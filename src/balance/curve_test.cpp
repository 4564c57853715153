#include "balance/crossover.h"
#include "core/draws.h"
#include "core/special_functions.h"

#include <gtest/gtest.h>

#include <cmath>

namespace rashin::balance {
namespace {

// NIST StRD, Rat42 (Ratkowsky 1983): y = b1 / (1 + exp(b2 - b3 x)), certified.
TEST(Curve, Rat42ToTenDigits) {
  const std::vector<double> x{9, 14, 21, 28, 42, 57, 63, 70, 79};
  const std::vector<double> y{8.93, 10.8, 18.59, 22.33, 39.35, 56.11, 61.73, 64.62, 67.08};
  std::vector<CurvePoint> points;
  for (std::size_t i = 0; i < x.size(); ++i) points.push_back({x[i], y[i]});
  CurveOptions options;
  options.noise = CurveNoise::Absolute;
  for (const auto& [b1, b2, b3] : {std::array{100.0, 1.0, 0.1}, std::array{75.0, 2.5, 0.07}}) {
    const auto fit = fit_curve(points, options, Curve{CurveKind::Logistic, b1, b3, b2 / b3, 0});
    ASSERT_TRUE(fit.ok());
    EXPECT_TRUE(fit->converged);
    EXPECT_NEAR(fit->curve.ceiling / 72.462237576, 1, 1e-9);
    EXPECT_NEAR(fit->curve.first * fit->curve.second / 2.6180768402, 1, 1e-9);
    EXPECT_NEAR(fit->curve.first / 0.067359200066, 1, 1e-9);
    EXPECT_NEAR(fit->squares / 8.0565229338, 1, 1e-9);
  }
  EXPECT_NEAR(fit_curve(points, options)->squares / 8.0565229338, 1, 1e-9); // from starts of its own
}

TEST(Curve, BassVector) {
  const Curve bass{CurveKind::Bass, 1000, 0.03, 0.38, 0};
  const std::vector<std::pair<double, double>> cumulative{{0, 0},
                                                          {1, 35.75816425644162},
                                                          {5, 331.1986424913736},
                                                          {10, 812.8032212213462},
                                                          {15, 971.6096398109868},
                                                          {20, 996.2594145024162}};
  for (const auto& [t, m] : cumulative) EXPECT_NEAR(value_at(bass, t), m, 1e-9) << t;
  EXPECT_NEAR(inflection(bass), 6.192619197703112, 1e-12);
  EXPECT_NEAR(peak_rate(bass), 110.5921052631579, 1e-9);
  EXPECT_NEAR(value_at(bass, inflection(bass)) / 1000, 0.4605263157894737, 1e-12);
}

TEST(Curve, GompertzVector) {
  const Curve gompertz{CurveKind::Gompertz, 100, 5, 0.3, 0};
  EXPECT_NEAR(inflection(gompertz), 5.364793041447001, 1e-12);
  EXPECT_NEAR(value_at(gompertz, inflection(gompertz)), 36.787944117144235, 1e-10);
}

TEST(Curve, EqualCeilingsCrossByTheFormula) {
  const Curve leader{CurveKind::Logistic, 100, 0.25, 2024, 0}, follower{CurveKind::Logistic, 100, 0.4, 2029, 0};
  EXPECT_NEAR(equal_ceiling_crossing(leader, follower), 2037.3333333333333, 1e-9);
  EXPECT_NEAR(*crossing(leader, follower, 2020, 2060), 2037.3333333333333, 1e-9);
  EXPECT_FALSE(crossing(leader, follower, 2020, 2037).has_value());
  EXPECT_EQ(crossing(leader, follower, 2050, 2060), 2050);
}

std::vector<CurvePoint> exact(const Curve& curve, double from, double to, int count) {
  std::vector<CurvePoint> points;
  for (int i = 0; i < count; ++i) {
    const double t = from + (to - from) * i / (count - 1);
    points.push_back({t, value_at(curve, t)});
  }
  return points;
}

TEST(Curve, EachKindIsFoundAgainFromExactPoints) {
  for (const Curve& truth :
       {Curve{CurveKind::Logistic, 50, 0.4, 2010, 0}, Curve{CurveKind::Gompertz, 50, 4, 0.25, 2000},
        Curve{CurveKind::Bass, 900, 0.02, 0.4, 1999}}) {
    CurveOptions options;
    options.kind = truth.kind;
    options.origin = truth.origin;
    const auto fit = fit_curve(exact(truth, 2000, 2020, 15), options);
    ASSERT_TRUE(fit.ok());
    EXPECT_NEAR(fit->curve.ceiling / truth.ceiling, 1, 1e-6);
    EXPECT_NEAR(fit->curve.first / truth.first, 1, 1e-5);
    EXPECT_NEAR(fit->curve.second / truth.second, 1, 1e-5);
  }
}

TEST(Curve, BeforeTheInflectionTheCeilingIsOpen) {
  const Curve truth{CurveKind::Logistic, 100, 0.4, 2020, 0};
  const auto noisy = [&](double to) {
    auto points = exact(truth, 2000, to, 12);
    for (std::size_t i = 0; i < points.size(); ++i)
      points[i].value *= 1 + 0.05 * normal_quantile(uniform(1, "noise", Stream::A, i));
    return profile_curve(points, {}).take();
  };
  const CurveProfile early = noisy(2012), late = noisy(2030);
  EXPECT_TRUE(early.ceiling_open);
  EXPECT_GT(early.ceiling_p95 / early.ceiling_p5, 5);
  EXPECT_FALSE(late.ceiling_open);
  EXPECT_LT(late.ceiling_p95 / late.ceiling_p5, 1.3);
  EXPECT_LT(late.ceiling_p5, 100);
  EXPECT_GT(late.ceiling_p95, 100);
}

TEST(Curve, FaultsAreTold) {
  const std::vector<CurvePoint> few{{1, 1}, {2, 2}, {3, -1}};
  const auto fit = fit_curve(few, {});
  ASSERT_EQ(fit.diagnostics().size(), 2u);
  EXPECT_EQ(fit.diagnostics()[0].code, "curve-not-positive");
  EXPECT_EQ(fit.diagnostics()[1].code, "curve-points-few");
  const std::vector<CurvePoint> falling{{1, 5}, {2, 4}, {3, 3}, {4, 2}, {5, 1}};
  EXPECT_EQ(fit_curve(falling, {}).diagnostics()[0].code, "curve-no-growth");
  CurveOptions bass;
  bass.kind = CurveKind::Bass, bass.origin = 2;
  const std::vector<CurvePoint> early{{1, 1}, {3, 2}, {4, 3}, {5, 4}, {6, 5}};
  EXPECT_EQ(fit_curve(early, bass).diagnostics()[0].code, "curve-before-launch");
}

struct Coverage {
  int dated = 0, covered = 0, refused = 0;
};

/// 12 points of each curve up to t0 + U(-2, 2)/r with 5 % noise; is the true crossing in the 90 % interval?
Coverage coverage(std::uint64_t pairs) {
  Coverage result;
  for (std::uint64_t pair = 0; pair < pairs; ++pair) {
    const auto u = [&](const std::string& what, std::uint64_t i = 0) { return uniform(pair + 1, what, Stream::A, i); };
    const Curve leader{CurveKind::Logistic, 100, 0.2 + 0.15 * u("r1"), 2015 + 5 * u("t1"), 0};
    const Curve follower{CurveKind::Logistic, 100 + 100 * u("K2"), 0.3 + 0.2 * u("r2"), 2020 + 8 * u("t2"), 0};
    std::vector<std::vector<Curve>> draws;
    for (const auto& [name, truth] : {std::pair("leader", leader), std::pair("follower", follower)}) {
      const double end = truth.second + (4 * u(std::string(name) + "/end") - 2) / truth.first;
      auto points = exact(truth, truth.second - 5 / truth.first, end, 12);
      for (std::size_t i = 0; i < points.size(); ++i)
        points[i].value *= 1 + 0.05 * normal_quantile(u(std::string(name) + "/noise", i));
      draws.push_back(draw_curves(*profile_curve(points, {}), pair, name, 0, 400));
    }
    const auto truth = crossing(leader, follower, 2000, 2060);
    const Crossover found = crossover(draws[0], draws[1], 2000, 2060);
    if (found.refused) {
      ++result.refused;
      continue;
    }
    ++result.dated;
    result.covered += truth && *truth >= *found.p5 && *truth <= *found.p95 ? 1 : 0;
  }
  return result;
}

TEST(Crossover, UnrefusedIntervalsCoverTheTruth) {
  const Coverage found = coverage(500);
  const double share = static_cast<double>(found.covered) / found.dated;
  RecordProperty("dated", found.dated);
  RecordProperty("refused", found.refused);
  RecordProperty("covered", found.covered);
  EXPECT_GE(share, 0.85);
  EXPECT_LE(share, 0.95);
  EXPECT_GT(found.refused, 0);
  EXPECT_GT(found.dated, 100);
}

TEST(Crossover, WhatNeverHappensIsAPartOfTheDistribution) {
  const Curve leader{CurveKind::Logistic, 100, 0.25, 2000, 0}, behind{CurveKind::Logistic, 50, 0.25, 2000, 0},
      soon{CurveKind::Logistic, 200, 0.4, 2010, 0};
  const std::vector<Curve> leaders(10, leader), followers{soon, soon, soon, soon, soon, soon, soon, soon, soon, behind};
  const Crossover found = crossover(leaders, followers, 2000, 2030);
  EXPECT_NEAR(found.none, 0.1, 1e-12);
  EXPECT_TRUE(found.p50.has_value());
  EXPECT_FALSE(found.p95.has_value());
  EXPECT_TRUE(found.refused);
}

} // namespace
} // namespace rashin::balance
