#include "balance/leadership.h"
#include "core/draws.h"

#include <gtest/gtest.h>

#include <cmath>

namespace rashin::balance {
namespace {

const std::vector<std::string> four{"CN", "US", "JP", "DE"};
const std::vector<Institution> institutions{{"CAS", 0},      {"Tsinghua", 0}, {"Zhejiang", 0}, {"HIT", 0}, {"SJTU", 0},
                                            {"USTC", 0},     {"BUAA", 0},     {"HUST", 0},     {"MIT", 1}, {"UC", 1},
                                            {"Stanford", 1}, {"UTokyo", 2},   {"RIKEN", 2},    {"MPG", 3}};
const std::vector<double> credits{120, 95, 80, 60, 55, 50, 45, 44, 40, 52, 30, 20, 12, 25};

TEST(Leadership, TableVector) { // netassess/tech_leadership
  const Leadership found = leadership(four, institutions, credits);
  const std::vector<double> share{0.7541208791208791, 0.16758241758241757, 0.04395604395604396, 0.034340659340659344};
  for (std::size_t c = 0; c < 4; ++c) EXPECT_NEAR(found.share[c], share[c], 1e-12);
  EXPECT_EQ(found.leader, 0u);
  EXPECT_NEAR(*found.lead_ratio, 4.5, 1e-12);
  EXPECT_EQ(found.leader_institutions, 8u);
  EXPECT_EQ(found.risk, MonopolyRisk::High);
  EXPECT_NEAR(found.concentration, 0.5998935816930322, 1e-12);
  EXPECT_EQ(h_index(std::vector<double>{50, 33, 20, 18, 11, 9, 8, 8, 7, 3, 1}), 8u);
}

TEST(Leadership, TableIntervalsHoldThePoint) {
  const auto found = bootstrap_leadership(four, institutions, credits);
  EXPECT_LT(found.countries[0].share_p5, 0.7541);
  EXPECT_GT(found.countries[0].share_p95, 0.7541);
  EXPECT_NEAR(found.countries[0].leads, 1, 1e-12);
  EXPECT_NEAR(found.low + found.medium + found.high, 1, 1e-12);
  EXPECT_GT(found.medium, 0); // the eighth of the first ten institutions is close to the ninth: the class is not sure
}

Corpus corpus(std::size_t papers) {
  Corpus made{{"A", "B", "C"}, {}, {}};
  for (std::size_t p = 0; p < papers; ++p) {
    const auto u = [&](const char* what) { return uniform(3, what, Stream::A, p); };
    std::vector<std::size_t> countries{static_cast<std::size_t>(u("c") * 3)};
    if (u("two") < 0.3) countries.push_back(static_cast<std::size_t>(u("d") * 3));
    made.papers.push_back({2000 + static_cast<int>(p % 3), std::floor(10 / u("cited")), equal_credit(countries), {}});
  }
  return made;
}

TEST(Leadership, TopTenPercentCountsTiesIn) {
  Corpus made{{"A"}, {}, {}};
  for (const double cited : {9, 8, 8, 8, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1})
    made.papers.push_back({2001, cited, {{0, 1}}, {}});
  EXPECT_EQ(top_cited(made), (std::vector<std::size_t>{0, 1, 2, 3})); // two places, the second tied
  EXPECT_EQ(leadership(made, top_cited(made)).share[0], 1);
  EXPECT_FALSE(leadership(made, top_cited(made)).risk.has_value()); // no institutions, no class
}

TEST(Leadership, CreditIsSharedByDistinctCountries) {
  const auto credit = equal_credit(std::vector<std::size_t>{2, 0, 2});
  ASSERT_EQ(credit.size(), 2u);
  EXPECT_EQ(credit[0].share, 0.5);
  const Corpus made = corpus(300);
  const Leadership found = leadership(made, top_cited(made));
  double total = 0;
  for (const double one : found.credit) total += one;
  EXPECT_NEAR(total, static_cast<double>(found.top_papers), 1e-9);
}

TEST(Leadership, BootstrapIsTheSameOnAnyNumberOfThreads) {
  const Corpus made = corpus(300);
  BootstrapOptions options;
  options.resamples = 200;
  const auto one = bootstrap_leadership(made, options);
  options.threads = 3;
  const auto three = bootstrap_leadership(made, options);
  for (std::size_t c = 0; c < 3; ++c) {
    EXPECT_EQ(one.countries[c].share_p5, three.countries[c].share_p5);
    EXPECT_EQ(one.countries[c].h_p95, three.countries[c].h_p95);
    EXPECT_LE(one.countries[c].share_p5, one.countries[c].share_p95);
  }
}

} // namespace
} // namespace rashin::balance
