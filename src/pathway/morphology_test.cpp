#include "pathway/morphology.h"

#include "core/draws.h"
#include "core/result.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace rashin::pathway {
namespace {

using enum PairJudgement;

MorphologicalField random_field(std::uint64_t number, const std::vector<std::size_t>& counts, double impossible) {
  std::vector<Descriptor> parameters;
  std::size_t values = 0;
  for (std::size_t p = 0; p < counts.size(); ++p) {
    parameters.push_back({"P" + std::to_string(p), {}});
    for (std::size_t v = 0; v < counts[p]; ++v) parameters.back().states.push_back("v" + std::to_string(v));
    values += counts[p];
  }
  std::vector<PairJudgement> pairs(values * values, Consistent);
  for (std::size_t a = 0; a < values; ++a)
    for (std::size_t b = 0; b < a; ++b) {
      const double u = uniform(number, "pair", Stream::A, a * values + b);
      pairs[a * values + b] = pairs[b * values + a] = u < impossible         ? Impossible
                                                      : u < impossible + 0.2 ? Constrained
                                                      : u < impossible + 0.3 ? Unjudged
                                                                             : Consistent;
    }
  return {parameters, pairs};
}

struct Enumerated {
  std::map<Scenario, std::pair<int, int>> possible; ///< constrained and unjudged pairs
  std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> lone;
};

/// Every combination looked at.
Enumerated enumerate(const MorphologicalField& field, const std::set<std::size_t>& refused = {}) {
  Enumerated result;
  const std::size_t n = field.parameters.size();
  Scenario values(n, 0);
  for (;;) {
    std::vector<std::pair<std::size_t, std::size_t>> impossible;
    int constrained = 0, unjudged = 0;
    bool refuses = false;
    for (std::size_t p = 0; p < n; ++p) {
      const std::size_t a = field.first[p] + static_cast<std::size_t>(values[p]);
      refuses = refuses || refused.count(a) > 0;
      for (std::size_t q = p + 1; q < n; ++q) {
        const std::size_t b = field.first[q] + static_cast<std::size_t>(values[q]);
        if (field.pair(a, b) == Impossible) impossible.emplace_back(a, b);
        constrained += field.pair(a, b) == Constrained ? 1 : 0;
        unjudged += field.pair(a, b) == Unjudged ? 1 : 0;
      }
    }
    if (!refuses && impossible.empty()) result.possible[values] = {constrained, unjudged};
    if (!refuses && impossible.size() == 1) ++result.lone[impossible[0]];
    std::size_t p = 0;
    while (p < n && ++values[p] == static_cast<int>(field.parameters[p].states.size())) values[p++] = 0;
    if (p == n) return result;
  }
}

void expect_same(const MorphologyAnswer& answer, const Enumerated& expected) {
  ASSERT_TRUE(answer.complete);
  ASSERT_EQ(answer.configurations.size(), expected.possible.size());
  for (const Configuration& one : answer.configurations)
    EXPECT_EQ((std::pair{one.constrained, one.unjudged}), expected.possible.at(one.values));
}

TEST(Morphology, EqualsEnumeration) {
  const std::vector<std::vector<std::size_t>> shapes{
      {3, 4, 2, 5}, {1, 2, 3, 2, 2, 3}, {8, 7, 9}, {2, 2, 2, 2, 2, 2, 2, 2}};
  for (std::uint64_t number = 0; number < 200; ++number) {
    const MorphologicalField field =
        random_field(number, shapes[number % 4], 0.1 + 0.1 * static_cast<double>(number % 5));
    MorphologyOptions options;
    options.obstacles = true;
    const MorphologyAnswer answer = configurations(field, options);
    const Enumerated expected = enumerate(field);
    expect_same(answer, expected);
    std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> lone;
    for (const LoneObstacle& obstacle : answer.obstacles) lone[{obstacle.a, obstacle.b}] = obstacle.opens;
    EXPECT_EQ(lone, expected.lone) << number;
  }
}

TEST(Morphology, OnlyValuesAskedForAreTried) {
  for (std::uint64_t number = 0; number < 50; ++number) {
    const MorphologicalField field = random_field(number, {3, 4, 2, 5}, 0.2);
    MorphologyOptions options;
    options.with = {1, 9, 10}; // of the first parameter the second value, of the last the first two
    options.obstacles = true;
    const MorphologyAnswer answer = configurations(field, options);
    expect_same(answer, enumerate(field, {0, 2, 11, 12, 13}));
    EXPECT_EQ(answer.combinations, 1u * 4 * 2 * 2);
    EXPECT_EQ(answer.appears[0], 0u);
    std::uint64_t opened = 0, expected = 0;
    for (const LoneObstacle& obstacle : answer.obstacles) opened += obstacle.opens;
    for (const auto& [pair, count] : enumerate(field, {0, 2, 11, 12, 13}).lone) expected += count;
    EXPECT_EQ(opened, expected);
  }
}

TEST(Morphology, LiftingALoneObstacleOpensWhatItSays) {
  const MorphologicalField field = random_field(7, {3, 4, 2, 5}, 0.4);
  MorphologyOptions options;
  options.obstacles = true;
  const MorphologyAnswer before = configurations(field, options);
  ASSERT_FALSE(before.obstacles.empty());
  const LoneObstacle first = before.obstacles[0];
  std::vector<PairJudgement> pairs = field.pairs;
  pairs[first.a * field.values() + first.b] = pairs[first.b * field.values() + first.a] = Consistent;
  const MorphologyAnswer after = configurations({field.parameters, pairs});
  EXPECT_EQ(after.configurations.size(), before.configurations.size() + first.opens);
}

TEST(Morphology, CleanConfigurationsComeFirst) {
  const MorphologyAnswer answer = configurations(random_field(3, {3, 4, 2, 5}, 0.1));
  for (std::size_t i = 1; i < answer.configurations.size(); ++i)
    EXPECT_LE(answer.configurations[i - 1].constrained, answer.configurations[i].constrained);
}

TEST(Morphology, ALargeFieldIsSearchedNotEnumerated) {
  // 6^20 combinations; a value goes only with its own number, so six configurations are left.
  std::vector<Descriptor> parameters(20, {"P", {"1", "2", "3", "4", "5", "6"}});
  std::vector<PairJudgement> pairs(120 * 120, Impossible);
  for (std::size_t a = 0; a < 120; ++a)
    for (std::size_t b = a % 6; b < 120; b += 6) pairs[a * 120 + b] = Consistent;
  const MorphologyAnswer answer = configurations({parameters, pairs});
  EXPECT_EQ(answer.configurations.size(), 6u);
  EXPECT_EQ(answer.combinations, 3'656'158'440'062'976u);
  parameters.resize(25, parameters[0]);
  const MorphologyAnswer free = configurations(
      {parameters, std::vector<PairJudgement>(150 * 150, Consistent)},
      {{0, 6, 12, 18, 24, 30, 36, 42, 48, 54, 60, 66, 72, 78, 84, 90, 96, 102, 108, 114, 120}, false, 100, {}});
  EXPECT_FALSE(free.complete);
  EXPECT_EQ(free.configurations.size(), 100u);
}

TEST(Morphology, BrokenShapesThrow) {
  EXPECT_THROW(MorphologicalField({{"A", {}}}, {}), Error);
  EXPECT_THROW(MorphologicalField({{"A", {"a"}}, {"B", {"b"}}}, {Consistent}), Error);
  EXPECT_THROW(MorphologicalField({{"A", {"a"}}, {"B", {"b"}}}, {Consistent, Consistent, Impossible, Consistent}),
               Error);
}

} // namespace
} // namespace rashin::pathway
