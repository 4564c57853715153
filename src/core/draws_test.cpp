#include "core/draws.h"

#include "core/special_functions.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace rashin {
namespace {

constexpr std::size_t many = 20000;

std::vector<double> drawn(const DrawPlan& plan, std::string_view factor, std::uint64_t first = 1,
                          std::size_t n = many) {
  std::vector<double> out(n);
  plan.uniforms(factor, first, out);
  return out;
}

/// Pearson's correlation; of uniforms it is Spearman's.
double correlation(const std::vector<double>& x, const std::vector<double>& y) {
  double xy = 0, xx = 0, yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - 0.5) * (y[i] - 0.5);
    xx += (x[i] - 0.5) * (x[i] - 0.5);
    yy += (y[i] - 0.5) * (y[i] - 0.5);
  }
  return xy / std::sqrt(xx * yy);
}

double from_words(std::uint32_t low, std::uint32_t high) {
  return std::ldexp(static_cast<double>(((std::uint64_t{high} << 32 | low) >> 11) | 1), -53);
}

DrawPlan plan_of(std::vector<CorrelatedGroup> groups) {
  return make_draw_plan(2010, std::move(groups)).take();
}

// The three published known answers of Philox4x32-10 (Random123, tests/kat_vectors), reached through the public
// function: key = seed, counter = (hash low, hash high, block low, block high with the stream on top).
TEST(Draws, PhiloxKnownAnswers) {
  EXPECT_EQ(uniform(0, FactorKey(0), Stream::A, 0), from_words(0x6627e8d5, 0xe169c58d));
  EXPECT_EQ(uniform(0, FactorKey(0), Stream::A, 1), from_words(0xbc57ac4c, 0x9b00dbd8));
  const std::uint64_t ones = ~std::uint64_t{0};
  EXPECT_EQ(uniform(ones, FactorKey(ones), Stream::B, ones - 1), from_words(0x408f276d, 0x41c83b0e));
  EXPECT_EQ(uniform(ones, FactorKey(ones), Stream::B, ones), from_words(0xa20bc7c6, 0x6d5451fd));
  const FactorKey pi(0x85a308d3243f6a88u);
  EXPECT_EQ(uniform(0x299f31d0a4093822u, pi, Stream::A, 0x0370734413198a2eu * 2), from_words(0xd16cfe09, 0x94fdcceb));
  EXPECT_EQ(uniform(0x299f31d0a4093822u, pi, Stream::A, 0x0370734413198a2eu * 2 + 1),
            from_words(0x5001e420, 0x24126ea1));
}

// FNV-1a test values of its authors (draft-eastlake-fnv, appendix C).
TEST(Draws, FactorHashIsFnv1a) {
  EXPECT_EQ(FactorKey("").hash, 0xcbf29ce484222325u);
  EXPECT_EQ(FactorKey("a").hash, 0xaf63dc4c8601ec8cu);
  EXPECT_EQ(FactorKey("foobar").hash, 0x85944171f73967e8u);
}

TEST(Draws, BatchGivesTheSameBytesAsSingleDrawsFromAnyStart) {
  const FactorKey key("stocks/cerium/days");
  for (const std::uint64_t first : {0u, 1u, 2u, 17u})
    for (const std::size_t n : {0u, 1u, 2u, 3u, 8u}) {
      std::vector<double> batch(n);
      fill_uniforms(7, key, Stream::B, first, batch);
      for (std::size_t i = 0; i < n; ++i) EXPECT_EQ(batch[i], uniform(7, key, Stream::B, first + i));
    }
}

// Mean and variance within 4.5 standard errors: sd of the mean 1/sqrt(12 n), of the variance sqrt(1/180 n).
TEST(Draws, AreUniform) {
  const auto u = drawn(DrawPlan(1), "a/b/c");
  const double n = static_cast<double>(many);
  const double mean = std::accumulate(u.begin(), u.end(), 0.0) / n;
  double variance = 0;
  for (const double x : u) variance += (x - 0.5) * (x - 0.5) / n;
  EXPECT_NEAR(mean, 0.5, 4.5 / std::sqrt(12 * n));
  EXPECT_NEAR(variance, 1.0 / 12, 4.5 / std::sqrt(180 * n));
  EXPECT_GT(*std::min_element(u.begin(), u.end()), 0.0);
  EXPECT_LT(*std::max_element(u.begin(), u.end()), 1.0);
}

TEST(Draws, StreamsSeedsFactorsAndNeighboursAreUnrelated) {
  const double bound = 4.5 / std::sqrt(static_cast<double>(many));
  const auto a = drawn(DrawPlan(1), "x/y/z");
  std::vector<double> b(many);
  fill_uniforms(1, FactorKey("x/y/z"), Stream::B, 1, b);
  EXPECT_LT(std::fabs(correlation(a, b)), bound);
  EXPECT_LT(std::fabs(correlation(a, drawn(DrawPlan(2), "x/y/z"))), bound);
  EXPECT_LT(std::fabs(correlation(a, drawn(DrawPlan(1), "x/y/z2"))), bound);
  EXPECT_LT(std::fabs(correlation(a, drawn(DrawPlan(1), "x/y/z", 2))), bound);
}

TEST(DrawPlan, ReachesTheRankCorrelationAsked) {
  const auto plan =
      plan_of({{"prices", {"p/a/price", "p/b/price", "p/c/price"}, {1, 0.8, -0.4, 0.8, 1, 0.1, -0.4, 0.1, 1}, {}}});
  const auto a = drawn(plan, "p/a/price"), b = drawn(plan, "p/b/price"), c = drawn(plan, "p/c/price");
  const double bound =
      4.5 / std::sqrt(static_cast<double>(many)); // the sampling sd of a correlation is at most 1/sqrt(n)
  EXPECT_NEAR(correlation(a, b), 0.8, bound);
  EXPECT_NEAR(correlation(a, c), -0.4, bound);
  EXPECT_NEAR(correlation(b, c), 0.1, bound);
  for (const auto& u : {b, c}) { // the marginals stay uniform
    std::vector<double> sorted = u;
    std::sort(sorted.begin(), sorted.end());
    double distance = 0; // Kolmogorov–Smirnov; 2.2/sqrt(n) is passed with probability 1e-4
    for (std::size_t i = 0; i < many; ++i)
      distance = std::max(distance, std::fabs(sorted[i] - (static_cast<double>(i) + 0.5) / many));
    EXPECT_LT(distance, 2.2 / std::sqrt(static_cast<double>(many)));
  }
}

TEST(DrawPlan, AFactorAddedOrAGroupLengthenedChangesNoOther) {
  const auto small = plan_of({{"g", {"a/a/a", "b/b/b"}, {1, 0.5, 0.5, 1}, {}}});
  const auto large = plan_of({{"g", {"a/a/a", "b/b/b", "c/c/c"}, {1, 0.5, 0.2, 0.5, 1, 0.3, 0.2, 0.3, 1}, {}},
                              {"h", {"d/d/d", "e/e/e"}, {1, -0.5, -0.5, 1}, {}}});
  for (const std::string_view factor : {"a/a/a", "b/b/b", "outside/x/y"})
    EXPECT_EQ(drawn(small, factor), drawn(large, factor));
  EXPECT_EQ(drawn(DrawPlan(2010), "outside/x/y"), drawn(large, "outside/x/y"));
  EXPECT_EQ(drawn(DrawPlan(2010), "a/a/a"), drawn(large, "a/a/a")); // the first of a group is as if alone
}

TEST(DrawPlan, CorrelatedBatchesDoNotDependOnHowTheyAreCut) {
  const auto plan = plan_of({{"g", {"a/a/a", "b/b/b"}, {1, 0.5, 0.5, 1}, {}}});
  const auto whole = drawn(plan, "b/b/b", 1, 101);
  for (std::uint64_t d = 1; d <= 101; ++d) EXPECT_EQ(whole[d - 1], drawn(plan, "b/b/b", d, 1).front());
}

TEST(DrawPlan, PicksFactorsLinksAndWholeGroups) {
  const auto plan = plan_of({{"g", {"net/a/x", "net/b/x"}, {1, 0.5, 0.5, 1}, {}}});
  EXPECT_EQ(plan.stream_of("net/a/x"), Stream::A);
  const auto group = plan.picked(Stream::A, {"net/b/x"});
  EXPECT_EQ(group.stream_of("net/a/x"), Stream::B);
  EXPECT_EQ(group.stream_of("net/b/x"), Stream::B);
  EXPECT_EQ(group.stream_of("net/c/x"), Stream::A);
  EXPECT_EQ(plan.picked(Stream::A, {"g"}).stream_of("net/a/x"), Stream::B);
  const auto link = plan.picked(Stream::B, {"stocks/"});
  EXPECT_EQ(link.stream_of("stocks/ree/days"), Stream::A);
  EXPECT_EQ(link.stream_of("stocksx/ree/days"), Stream::B);
  EXPECT_EQ(link.stream_of("net/a/x"), Stream::B);
  EXPECT_NE(drawn(plan, "net/b/x"), drawn(group, "net/b/x"));
  EXPECT_EQ(drawn(plan, "net/c/x"), drawn(group, "net/c/x"));
}

TEST(DrawPlan, FaultsOfGroupsAreNamed) {
  const auto code = [](std::vector<CorrelatedGroup> groups) {
    return make_draw_plan(1, std::move(groups)).diagnostics().front();
  };
  const Place place{"study.yaml", 4, 2, 0, 0, ""};
  const auto contradiction = code({{"fuel", {"a", "b", "c"}, {1, 0.9, 0.9, 0.9, 1, -0.9, 0.9, -0.9, 1}, place}});
  EXPECT_EQ(contradiction.code, "group-not-positive-definite");
  EXPECT_EQ(contradiction.place, place);
  EXPECT_NE(contradiction.message.en.find("\"fuel\""), std::string::npos);
  EXPECT_EQ(code({{"fuel", {"a", "b"}, {1, 1, 1, 1}, {}}}).code, "group-not-positive-definite");
  EXPECT_EQ(code({{"fuel", {"a", "b"}, {1, 0.5, 0.5}, {}}}).code, "group-shape");
  EXPECT_EQ(code({{"fuel", {"a", "b"}, {1, 0.5, 0.4, 1}, {}}}).code, "group-not-a-correlation");
  EXPECT_EQ(code({{"fuel", {"a", "b"}, {1, std::nan(""), 0.4, 1}, {}}}).code, "group-not-a-correlation");
  EXPECT_EQ(code({{"fuel", {"a", "a"}, {1, 0.5, 0.5, 1}, {}}}).code, "group-factor-twice");
  const auto both = make_draw_plan(1, {{"f", {"a", "b"}, {1, 2, 2, 1}, {}}, {"g", {"b", "c"}, {1, 0, 0, 1}, {}}});
  ASSERT_EQ(both.diagnostics().size(), 2u);
  EXPECT_EQ(both.diagnostics()[1].code, "group-factor-twice");
}

} // namespace
} // namespace rashin
