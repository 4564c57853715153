#include "policy/prim.h"

#include "core/draws.h"

#include <gtest/gtest.h>

namespace rashin::policy {
namespace {

/// Interest lies where x0 > 0.7 and x1 < 0.4, with a little noise.
PrimCases planted(std::size_t n) {
  PrimCases cases{{"closure", "stock", "idle"}, std::vector<std::vector<double>>(3, std::vector<double>(n)), {}};
  for (std::size_t k = 0; k < 3; ++k) fill_uniforms(7, FactorKey(cases.names[k]), Stream::A, 0, cases.columns[k]);
  for (std::size_t i = 0; i < n; ++i) {
    const bool in = cases.columns[0][i] > 0.7 && cases.columns[1][i] < 0.4;
    cases.of_interest.push_back(uniform(7, "noise", Stream::A, i) < 0.02 ? !in : in);
  }
  return cases;
}

TEST(Prim, FindsThePlantedBox) {
  const PrimCases cases = planted(4000);
  const std::vector<PrimBox> trajectory = prim(cases);
  const PrimBox& box = trajectory[best_balanced(trajectory)];
  EXPECT_NEAR(box.limits[0].low, 0.7, 0.03);
  EXPECT_NEAR(box.limits[1].high, 0.4, 0.03);
  EXPECT_FALSE(box.limits[0].high_bound);
  EXPECT_GT(box.density, 0.9);
  const std::vector<double> p = quasi_p(cases, box);
  EXPECT_LT(p[0], 1e-6);
  EXPECT_LT(p[1], 1e-6);
  EXPECT_EQ(p[2], box.limits[2].restricted() ? p[2] : 1);
}

TEST(Prim, BoxesHoldWhatTheySay) {
  const PrimCases cases = planted(700);
  for (const PrimBox& box : prim(cases)) {
    std::size_t count = 0, of_interest = 0;
    for (std::size_t i = 0; i < cases.of_interest.size(); ++i) {
      bool in = true;
      for (std::size_t k = 0; k < 3; ++k) in = in && box.limits[k].holds(cases.columns[k][i]);
      count += in;
      of_interest += in && cases.of_interest[i];
    }
    EXPECT_EQ(box.cases, count);
    EXPECT_EQ(box.of_interest, of_interest);
  }
}

TEST(Prim, ThreadsDoNotMatter) {
  const PrimCases cases = planted(1000);
  PrimOptions three;
  three.threads = 3;
  const auto a = prim(cases), b = prim(cases, three);
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    EXPECT_EQ(a[i].cases, b[i].cases);
    for (std::size_t k = 0; k < 3; ++k) EXPECT_EQ(a[i].limits[k].low, b[i].limits[k].low);
  }
}

TEST(Prim, EqualValuesGoTogetherAndConstantsAreLeftAlone) {
  PrimCases cases{{"steps", "constant"}, {{}, {}}, {}};
  for (int i = 0; i < 400; ++i) {
    cases.columns[0].push_back(i % 4);
    cases.columns[1].push_back(5);
    cases.of_interest.push_back(i % 4 == 3);
  }
  const auto trajectory = prim(cases);
  const PrimBox& box = trajectory[best_balanced(trajectory)];
  EXPECT_EQ(box.density, 1);
  EXPECT_EQ(box.coverage, 1);
  EXPECT_EQ(box.limits[0].low, 2.5);
  EXPECT_FALSE(box.limits[1].restricted());
}

TEST(Prim, SaysItInPlainWords) {
  PrimBox box;
  box.limits = {{74, 90, true, false}, {0, 60, false, true}, {0, 1, false, false}};
  const std::vector<std::string> names{"closure_days", "stock_days", "idle"};
  EXPECT_EQ(in_words(box, names).en, "closure_days is above 74 and stock_days is below 60");
  EXPECT_EQ(in_words(box, names).ja, "closure_days が 74 以上、かつ stock_days が 60 以下");
}

TEST(Prim, LimitsVaryLittleOnResampledCases) {
  const PrimCases cases = planted(1500);
  const auto trajectory = prim(cases);
  const auto spread = limit_spread(cases, trajectory[best_balanced(trajectory)], {}, 10, 1);
  EXPECT_EQ(spread[0].low_share, 1);
  EXPECT_LT(spread[0].low_p95 - spread[0].low_p5, 0.1);
}

} // namespace
} // namespace rashin::policy
