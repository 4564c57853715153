#include "pathway/cib_succession.h"

#include "pathway/cib_solve.h"
#include "pathway/cib_test_cases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace rashin::pathway {
namespace {

/// Succession step by step from every scenario.
std::map<std::vector<Scenario>, std::uint64_t> by_walking(const CrossImpactMatrix& matrix, Succession rule) {
  std::map<std::vector<Scenario>, std::uint64_t> basins;
  for (const Scenario& start : all_scenarios(matrix)) {
    std::vector<Scenario> path{start};
    while (true) {
      const Scenario next = successor(matrix, path.back(), rule);
      const auto met = std::find(path.begin(), path.end(), next);
      if (met == path.end()) {
        path.push_back(next);
        continue;
      }
      std::vector<Scenario> members(met, path.end());
      std::rotate(members.begin(), std::min_element(members.begin(), members.end()), members.end());
      ++basins[members];
      break;
    }
  }
  return basins;
}

TEST(CibSuccession, EqualsWalkingFromEveryStart) {
  for (std::uint64_t number = 0; number < 200; ++number) {
    const CrossImpactMatrix matrix = random_matrix(number, 1 + number % 7);
    for (const Succession rule : {Succession::Global, Succession::Local}) {
      SuccessionOptions options;
      options.rule = rule;
      options.threads = 1 + static_cast<unsigned>(number % 3);
      const SuccessionMap map = succession_map(matrix, options);
      std::map<std::vector<Scenario>, std::uint64_t> basins;
      std::uint64_t sum = 0;
      for (const Attractor& attractor : map.attractors) {
        basins[attractor.members] = attractor.basin;
        sum += attractor.basin;
      }
      ASSERT_EQ(basins, by_walking(matrix, rule)) << "matrix " << number;
      ASSERT_EQ(sum, *matrix.configurations());
    }
  }
}

TEST(CibSuccession, FixedPointsAreTheConsistentScenarios) {
  for (std::uint64_t number = 0; number < 100; ++number) {
    const CrossImpactMatrix matrix = random_matrix(number, 5);
    std::vector<Scenario> fixed;
    for (const Attractor& attractor : succession_map(matrix).attractors)
      if (attractor.members.size() == 1) fixed.push_back(attractor.members[0]);
    EXPECT_EQ(fixed, consistent_scenarios(matrix).scenarios);
  }
}

TEST(CibSuccession, DrawnStartsFindTheSharesOfBasins) {
  const CrossImpactMatrix matrix = random_matrix(11, 7, 3);
  const SuccessionMap exact = succession_map(matrix);
  SuccessionOptions options;
  options.most_configurations = 10;
  options.sampled_starts = 20'000;
  const SuccessionMap drawn = succession_map(matrix, options);
  EXPECT_TRUE(drawn.sampled);
  EXPECT_EQ(drawn.starts, 20'000u);
  for (const Attractor& attractor : drawn.attractors) {
    const auto known = std::find_if(exact.attractors.begin(), exact.attractors.end(),
                                    [&](const Attractor& other) { return other.members == attractor.members; });
    ASSERT_NE(known, exact.attractors.end());
    EXPECT_NEAR(static_cast<double>(attractor.basin) / 20'000.0, static_cast<double>(known->basin) / 2187.0, 0.02);
  }
}

TEST(CibSuccession, WideCellsGiveTheSame) {
  CrossImpactMatrix matrix = random_matrix(4, 6);
  const SuccessionMap small = succession_map(matrix);
  for (std::size_t row = 0; row < matrix.states(); ++row)
    for (std::size_t column = 0; column < matrix.states(); ++column)
      matrix.set_cell(row, column, matrix.cell(row, column) * 100'000);
  const SuccessionMap large = succession_map(matrix);
  ASSERT_EQ(large.attractors.size(), small.attractors.size());
  for (std::size_t i = 0; i < small.attractors.size(); ++i) {
    EXPECT_EQ(large.attractors[i].members, small.attractors[i].members);
    EXPECT_EQ(large.attractors[i].basin, small.attractors[i].basin);
  }
}

} // namespace
} // namespace rashin::pathway
