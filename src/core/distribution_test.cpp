#include "core/distribution.h"

#include "core/draws.h"
#include "core/special_functions.h"

#include <cmath>
#include <gtest/gtest.h>

namespace rashin {
namespace {

constexpr Range anything{};
constexpr Range from_zero{0, std::numeric_limits<double>::infinity()};
constexpr Range share{0, 1};

Distribution made(std::string_view kind, std::optional<double> value, std::optional<double> low = {},
                  std::optional<double> high = {}, const Range& natural = anything) {
  return make_distribution(kind, {value, low, high, {}, {}}, natural, {}).take();
}
std::string code_of(std::string_view kind, const DistributionFigures& figures, const Range& natural = anything) {
  const auto result = make_distribution(kind, figures, natural, {});
  return result.diagnostics().empty() ? "" : result.diagnostics().front().code;
}

std::vector<Distribution> one_of_each() {
  return {Distribution::fixed(3),
          made("uniform", {}, 2, 6),
          made("triangular", 3, 2, 6),
          made("triangular", 2, 2, 6),
          made("pert", 3, 2, 6),
          made("normal", 4, 2, 6),
          made("normal", 0.5, 0.01, 0.99, share),
          made("normal", 0.2, 0.01, 0.39, share),
          made("lognormal", 4, 2, 8, from_zero),
          made("lognormal", 0.3, 0.1, 0.9, share),
          made("quantiles", 3, 2, 6),
          made("quantiles", 3, 0.1, 6, from_zero),
          make_distribution("discrete", {{}, {}, {}, {{5, 0.5}, {1, 0.25}, {2, 0.25}}, {}}, anything, {}).take(),
          make_distribution("samples", {{}, {}, {}, {}, {4, 1, 2, 2}}, anything, {}).take()};
}

// Mean and variance against the integral of the quantile function: midpoint rule with 2^17 steps, whose error for these
// shapes is below 1e-4 of the standard deviation (checked by doubling the steps).
TEST(Distribution, MomentsAreThoseOfTheQuantileFunction) {
  constexpr int steps = 1 << 17;
  int index = 0;
  for (const Distribution& d : one_of_each()) {
    double mean = 0, square = 0;
    for (int i = 0; i < steps; ++i) mean += d.quantile((i + 0.5) / steps) / steps;
    for (int i = 0; i < steps; ++i) square += std::pow(d.quantile((i + 0.5) / steps) - mean, 2) / steps;
    const double sd = std::sqrt(d.variance());
    EXPECT_NEAR(d.mean(), mean, 1e-4 * sd + 1e-12) << index;
    EXPECT_NEAR(d.variance(), square, 1e-3 * d.variance() + 1e-12) << index;
    ++index;
  }
}

TEST(Distribution, QuantilesRiseAndInvertTheCdf) {
  int index = 0;
  for (const Distribution& d : one_of_each()) {
    double before = -std::numeric_limits<double>::infinity();
    for (int i = 1; i < 1000; ++i) {
      const double u = i / 1000.0;
      const double x = d.quantile(u);
      EXPECT_GE(x, before) << index;
      EXPECT_GE(d.cdf(x), u - 1e-12) << index << " " << u; // the quantile reaches u …
      EXPECT_LE(d.cdf(x - 1e-9 * (1 + std::fabs(x))), u + 1e-12)
          << index << " " << u; // … and nothing smaller exceeds it
      before = x;
    }
    EXPECT_GT(d.quantile(0x1p-53), -1e300) << index;
    EXPECT_LT(d.quantile(1 - 0x1p-53), 1e300) << index;
    ++index;
  }
}

// Closed forms. PERT with a = 0, m = 1, b = 4 is 4 Beta(2, 4): mean 8/6, variance 16 * 8/252; its cdf at 1 is
// 1 - (3/4)^5 - 5 (1/4)(3/4)^4 = 0.3671875.
TEST(Distribution, ClosedForms) {
  const Distribution pert = made("pert", 1, 0, 4);
  EXPECT_DOUBLE_EQ(pert.mean(), 8.0 / 6);
  EXPECT_NEAR(pert.variance(), 16 * 8.0 / 252, 1e-15);
  EXPECT_NEAR(pert.cdf(1), 0.3671875, 1e-14);
  EXPECT_NEAR(pert.quantile(0.3671875), 1, 1e-13);
  const Distribution triangular = made("triangular", 1, 0, 4);
  EXPECT_DOUBLE_EQ(triangular.mean(), 5.0 / 3);
  EXPECT_NEAR(triangular.variance(), 13.0 / 18, 1e-15);
  EXPECT_NEAR(triangular.quantile(0.25), 1, 1e-15);
  EXPECT_NEAR(triangular.quantile(0.75), 4 - std::sqrt(3), 1e-14);
  EXPECT_DOUBLE_EQ(made("uniform", {}, 2, 6).variance(), 16.0 / 12);
}

TEST(Distribution, ValueLowAndHighMeanWhatTheTableSays) {
  const Distribution normal = made("normal", 4, 2, 6);
  EXPECT_NEAR(normal.quantile(0.05), 2, 1e-14);
  EXPECT_EQ(normal.quantile(0.5), 4);
  EXPECT_NEAR(normal.quantile(0.95), 6, 1e-14);
  EXPECT_NEAR(normal.mean(), 4, 1e-14);
  EXPECT_NEAR(normal.variance(), std::pow(2 / 1.6448536269514722, 2), 1e-14);
  const Distribution lognormal = made("lognormal", 4, 2, 8, from_zero);
  EXPECT_NEAR(lognormal.quantile(0.05), 2, 1e-14);
  EXPECT_NEAR(lognormal.quantile(0.5), 4, 1e-14);
  EXPECT_NEAR(lognormal.quantile(0.95), 8, 1e-13);
  const double s = std::log(2) / 1.6448536269514722;
  EXPECT_NEAR(lognormal.mean(), 4 * std::exp(s * s / 2), 1e-13);
  EXPECT_NEAR(lognormal.variance(), (std::exp(s * s) - 1) * std::pow(lognormal.mean(), 2), 1e-12);
  const Distribution quantiles = made("quantiles", 45, 20, 90);
  EXPECT_EQ(quantiles.quantile(0.05), 20);
  EXPECT_EQ(quantiles.quantile(0.5), 45);
  EXPECT_EQ(quantiles.quantile(0.95), 90);
  EXPECT_NEAR(quantiles.quantile(0x1p-53), 13, 1e-9); // 10 % of 70 beyond
  EXPECT_NEAR(quantiles.quantile(1 - 0x1p-53), 97, 1e-9);
  EXPECT_NEAR(made("quantiles", 0.2, 0.05, 0.9, share).quantile(0x1p-53), 0, 1e-12); // clipped to the natural range
  EXPECT_NEAR(made("quantiles", 0.2, 0.05, 0.96, share).quantile(1 - 0x1p-53), 1, 1e-12);
}

TEST(Distribution, DiscreteAndSamples) {
  const Distribution discrete =
      make_distribution("discrete", {{}, {}, {}, {{5, 0.5}, {1, 0.5}, {9, 0}}, {}}, anything, {}).take();
  EXPECT_EQ(discrete.quantile(0.5), 1);
  EXPECT_EQ(discrete.quantile(0.500001), 5);
  EXPECT_EQ(discrete.mean(), 3);
  EXPECT_EQ(discrete.variance(), 4);
  const Distribution samples = make_distribution("samples", {{}, {}, {}, {}, {4, 1, 2, 3}}, anything, {}).take();
  EXPECT_EQ(samples.quantile(0.25), 1);
  EXPECT_EQ(samples.quantile(0.26), 2);
  EXPECT_EQ(samples.quantile(1 - 0x1p-53), 4);
  EXPECT_EQ(samples.mean(), 2.5);
}

TEST(Distribution, FaultsAreNamed) {
  EXPECT_EQ(code_of("", {}), "dist-missing");
  EXPECT_EQ(code_of("", {3, 1, {}, {}, {}}), "dist-kind-missing");
  EXPECT_EQ(code_of("fixed", {3, 1, 5, {}, {}}), "dist-unused");
  EXPECT_EQ(code_of("gamma", {3, 1, 5, {}, {}}), "dist-unknown-kind");
  EXPECT_EQ(code_of("pert", {3, {}, 5, {}, {}}), "dist-missing");
  EXPECT_EQ(code_of("triangular", {{}, 1, 5, {}, {}}), "dist-missing");
  EXPECT_EQ(code_of("pert", {1, 3, 5, {}, {}}), "dist-order");
  EXPECT_EQ(code_of("uniform", {{}, 5, 3, {}, {}}), "dist-order");
  EXPECT_EQ(code_of("uniform", {4.9, 1, 5, {}, {}}), "dist-uniform-value");
  EXPECT_EQ(code_of("uniform", {3, 1, 5, {}, {}}), "");
  EXPECT_EQ(code_of("normal", {2, 1, 5, {}, {}}), "dist-normal-asymmetric");
  EXPECT_EQ(code_of("lognormal", {3, 1, 5, {}, {}}), "dist-lognormal-asymmetric");
  EXPECT_EQ(code_of("lognormal", {3, 0, 5, {}, {}}), "dist-lognormal-positive");
  EXPECT_EQ(code_of("pert", {0.5, 0.2, 1.2, {}, {}}, share), "dist-outside-range");
  EXPECT_EQ(code_of("fixed", {std::nan(""), {}, {}, {}, {}}), "dist-not-finite");
  EXPECT_EQ(code_of("samples", {{}, {}, {}, {}, {std::nan("")}}), "dist-not-finite");
  EXPECT_EQ(code_of("samples", {}), "dist-missing");
  EXPECT_EQ(code_of("discrete", {}), "dist-missing");
  EXPECT_EQ(code_of("discrete", {{}, {}, {}, {{1, 0.5}, {2, 0.4}}, {}}), "dist-probability-sum");
  EXPECT_EQ(code_of("discrete", {{}, {}, {}, {{1, 1.5}, {2, -0.5}}, {}}), "dist-probability");
  EXPECT_EQ(code_of("discrete", {1, {}, {}, {{1, 1}}, {}}), "dist-unused");
  const auto several = make_distribution("pert", {{}, -1, {}, {}, {}}, share, {});
  EXPECT_EQ(several.diagnostics().size(), 3u); // low outside, high and value missing
  const auto unknown = make_distribution("gamma", {3, 1, 5, {}, {}}, anything, {});
  EXPECT_NE(unknown.diagnostics().front().message.en.find("triangular"), std::string::npos);
  EXPECT_THROW((void)Distribution::fixed(1).quantile(0), Error);
  EXPECT_THROW((void)Distribution::fixed(1).quantile(std::nan("")), Error);
}

TEST(Distribution, EqualEndsAreFixed) {
  for (const char* kind : {"uniform", "triangular", "pert", "normal", "quantiles"})
    EXPECT_TRUE(made(kind, 3, 3, 3).is_fixed()) << kind;
}

// The component means and covariances of Dirichlet(c m): m_i and m_i (1 - m_i)/(c + 1), -m_i m_j/(c + 1); 4.5 standard
// errors.
TEST(Dirichlet, ByStickBreakingHasTheMomentsOfDirichlet) {
  const std::vector<double> mean{0.5, 0.3, 0.0, 0.2};
  constexpr double c = 6;
  constexpr int n = 20000;
  std::vector<double> sum(4), product(4);
  for (std::uint64_t draw = 1; draw <= n; ++draw) {
    std::vector<double> u;
    for (const char* branch : {"a", "b", "c", "d"}) u.push_back(uniform(5, branch, Stream::A, draw));
    const auto w = dirichlet_weights(mean, c, u);
    EXPECT_NEAR(w[0] + w[1] + w[2] + w[3], 1, 1e-14);
    EXPECT_EQ(w[2], 0);
    for (std::size_t i = 0; i < 4; ++i) {
      EXPECT_GE(w[i], 0);
      sum[i] += w[i] / n;
      product[i] += (w[i] - mean[i]) * (w[0] - mean[0]) / n;
    }
  }
  for (std::size_t i = 0; i < 4; ++i) {
    const double sd = std::sqrt(mean[i] * (1 - mean[i]) / (c + 1));
    EXPECT_NEAR(sum[i], mean[i], 4.5 * sd / std::sqrt(n) + 1e-12) << i;
    const double covariance = i == 0 ? mean[0] * (1 - mean[0]) / (c + 1) : -mean[0] * mean[i] / (c + 1);
    EXPECT_NEAR(product[i], covariance, 4.5 * 2 * sd * std::sqrt(0.25 / (c + 1)) / std::sqrt(n) + 1e-12) << i;
  }
}

TEST(Dirichlet, InfiniteConcentrationIsTheMeanAndExtremesStayProbabilities) {
  const std::vector<double> mean{0.2, 0.3, 0.5};
  const std::vector<double> u{0.1, 0.9, 0.5};
  EXPECT_EQ(dirichlet_weights(mean, std::numeric_limits<double>::infinity(), u), mean);
  for (const double c : {1e-6, 1e-3, 1.0, 1e6, 1e12})
    for (const double x : {0x1p-53, 1e-9, 0.5, 1 - 1e-9, 1 - 0x1p-53}) {
      const auto w = dirichlet_weights(mean, c, std::vector<double>{x, 1 - x, 0.5});
      EXPECT_NEAR(w[0] + w[1] + w[2], 1, 1e-14);
      for (const double p : w) EXPECT_TRUE(p >= 0 && p <= 1) << c << " " << x << " " << p;
    }
  EXPECT_THROW((void)dirichlet_weights(mean, 0, u), Error);
  EXPECT_THROW((void)dirichlet_weights(std::vector<double>{0.5, 0.6}, 1, std::vector<double>{0.5, 0.5}), Error);
}

// Abramowitz & Stegun 26.2: z(0.975) = 1.959963984540054, z(0.95) = 1.644853626951472; tails to 1e-15 relative.
TEST(SpecialFunctions, Normal) {
  EXPECT_DOUBLE_EQ(normal_quantile(0.975), 1.959963984540054);
  EXPECT_DOUBLE_EQ(normal_quantile(0.95), 1.6448536269514722);
  EXPECT_EQ(normal_quantile(0.5), 0);
  EXPECT_EQ(normal_cdf(std::numeric_limits<double>::infinity()), 1);
  EXPECT_EQ(normal_cdf(-std::numeric_limits<double>::infinity()), 0);
  for (double u = 0x1p-53; u < 0.5; u *= 3) EXPECT_NEAR(normal_cdf(normal_quantile(u)) / u, 1, 1e-13) << u;
}

} // namespace
} // namespace rashin
