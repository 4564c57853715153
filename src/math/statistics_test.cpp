#include "math/statistics.h"

#include "core/draws.h"
#include "core/result.h"

#include <cmath>
#include <gtest/gtest.h>

namespace rashin::math {
namespace {

TEST(Statistics, SumsKeepTheirDigits) {
  const std::vector<double> tenths(1'000'000, 0.1); // straight on: 100000.00000133288
  EXPECT_NEAR(sum(tenths), 1e5, 1e-9);
  EXPECT_EQ(sum({}), 0);
  const std::vector<double> shifted{1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16}; // the textbook formula loses all digits
  EXPECT_EQ(variance(shifted), 30);
  EXPECT_EQ(mean(shifted), 1e9 + 10);
  EXPECT_EQ(standard_error(shifted), std::sqrt(7.5));
}

// By hand from the definition: h = (n - 1) p. R: quantile(c(7, 1, 3, 10), c(.1, .25, .5, .9)).
TEST(Statistics, QuantilesOfType7) {
  const std::vector<double> values{7, 1, 3, 10};
  const std::vector<double> levels{0, 0.1, 0.25, 0.5, 0.9, 1};
  const std::vector<double> wanted{1, 1.6, 2.5, 5, 9.1, 10};
  const auto found = quantiles(values, levels);
  for (std::size_t i = 0; i < levels.size(); ++i) EXPECT_NEAR(found[i], wanted[i], 1e-14) << levels[i];
  EXPECT_EQ(quantile(std::vector<double>{4}, 0.3), 4);
}

TEST(Statistics, RanksShareTies) {
  EXPECT_EQ(ranks(std::vector<double>{10, 20, 10, 5, 20, 20}), (std::vector<double>{2.5, 5, 2.5, 1, 5, 5}));
  EXPECT_TRUE(ranks({}).empty());
}

// Spearman 1904's measure on n = 5 without ties: 1 - 6 sum d^2 / (n (n^2 - 1)); d = 0, 1, -1, 1, -1: 1 - 24/120 = 0.8.
TEST(Statistics, Correlations) {
  const std::vector<double> x{1, 2, 3, 4, 5}, y{10, 30, 20, 500, 40};
  EXPECT_NEAR(*rank_correlation(x, y), 0.8, 1e-15);
  EXPECT_NEAR(*correlation(x, std::vector<double>{-2, -4, -6, -8, -10}), -1, 1e-15);
  EXPECT_FALSE(correlation(x, std::vector<double>(5, 3.0)).has_value());
  std::vector<double> monotone; // rank correlation does not feel a rising transformation
  for (const double v : y) monotone.push_back(std::exp(v / 100));
  EXPECT_EQ(rank_correlation(x, y), rank_correlation(x, monotone));
}

// Newcombe (1998), table I, 95 %: 81/263 -> 0.2553, 0.3662; 15/148 -> 0.0624, 0.1605; 0/20 -> 0, 0.1611; 1/29 ->
// 0.0061, 0.1718.
TEST(Statistics, WilsonAgainstNewcombe) {
  struct Case {
    std::size_t successes, trials;
    double low, high;
  };
  for (const auto& [successes, trials, low, high] : std::initializer_list<Case>{
           {81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}}) {
    const Interval interval = wilson_interval(successes, trials, 0.95);
    EXPECT_NEAR(interval.low, low, 5e-5) << successes;
    EXPECT_NEAR(interval.high, high, 5e-5) << successes;
  }
  EXPECT_EQ(wilson_interval(20, 20).high, 1);
  EXPECT_EQ(wilson_interval(0, 20).low, 0);
}

TEST(Statistics, OrderOfTheValuesDoesNotChangeQuantilesAndBarelyTheMean) {
  std::vector<double> values(1001);
  fill_uniforms(3, FactorKey("a/b/c"), Stream::A, 1, values);
  std::vector<double> reversed(values.rbegin(), values.rend());
  EXPECT_EQ(quantile(values, 0.37), quantile(reversed, 0.37));
  EXPECT_NEAR(mean(values), mean(reversed), 1e-15);
}

TEST(Statistics, TooFewValuesThrow) {
  EXPECT_THROW((void)mean({}), Error);
  EXPECT_THROW((void)variance(std::vector<double>{1}), Error);
  EXPECT_THROW((void)quantile({}, 0.5), Error);
  EXPECT_THROW((void)quantile(std::vector<double>{1}, 1.5), Error);
  EXPECT_THROW((void)correlation(std::vector<double>{1, 2}, std::vector<double>{1}), Error);
  EXPECT_THROW((void)wilson_interval(3, 2), Error);
}

} // namespace
} // namespace rashin::math
