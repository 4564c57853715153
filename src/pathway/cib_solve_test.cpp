#include "pathway/cib_solve.h"

#include "core/result.h"
#include "pathway/cib_test_cases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <numeric>

namespace rashin::pathway {
namespace {

std::vector<Scenario> by_enumeration(const CrossImpactMatrix& matrix, int tolerance) {
  std::vector<Scenario> result;
  for (const Scenario& scenario : all_scenarios(matrix))
    if (scenario_figures(matrix, scenario).inconsistency <= tolerance) result.push_back(scenario);
  return result;
}

TEST(CibSolve, EqualsEnumerationOnRandomMatrices) {
  for (std::uint64_t number = 0; number < 1000; ++number) {
    const CrossImpactMatrix matrix = random_matrix(number, 1 + number % 6);
    const SolveOptions options{static_cast<int>(number % 4), 1'000'000, 1 + static_cast<unsigned>(number % 2), {}};
    const Solution solution = consistent_scenarios(matrix, options);
    ASSERT_TRUE(solution.complete);
    ASSERT_EQ(solution.scenarios, by_enumeration(matrix, options.tolerance)) << "matrix " << number;
  }
}

/// From 16 descriptors on the joint bound takes part.
TEST(CibSolve, TheJointBoundLosesNothing) {
  std::size_t found = 0;
  for (std::uint64_t number = 0; number < 16; ++number) {
    const CrossImpactMatrix matrix = random_matrix(number, 16, 2);
    const SolveOptions options{static_cast<int>(number % 4), 1'000'000, 1 + static_cast<unsigned>(number % 2), {}};
    const Solution solution = consistent_scenarios(matrix, options);
    ASSERT_EQ(solution.scenarios, by_enumeration(matrix, options.tolerance)) << "matrix " << number;
    found += solution.scenarios.size();
  }
  EXPECT_GT(found, 16u);
}

/// Cells too wide for the joint bound: the search goes without it and must find the same.
TEST(CibSolve, WithAndWithoutTheJointBoundIsTheSame) {
  for (std::uint64_t number = 0; number < 6; ++number) {
    CrossImpactMatrix matrix = random_matrix(number, 19);
    const Solution with = consistent_scenarios(matrix, {1, 1'000'000, 2, {}});
    for (std::size_t row = 0; row < matrix.states(); ++row)
      for (std::size_t column = 0; column < matrix.states(); ++column)
        matrix.set_cell(row, column, matrix.cell(row, column) * 50);
    const Solution without = consistent_scenarios(matrix, {50, 1'000'000, 1, {}});
    EXPECT_EQ(with.scenarios, without.scenarios) << "matrix " << number;
    EXPECT_LT(with.nodes, without.nodes);
  }
}

TEST(CibSolve, LargeCellsNeedWiderLanesAndGiveTheSame) {
  for (std::uint64_t number = 0; number < 120; ++number) {
    CrossImpactMatrix matrix = random_matrix(number, 5);
    const Solution small = consistent_scenarios(matrix);
    const int factor = std::array{2, 4, 6, 9, 1'500, 100'000}[number % 6]; // at and beyond the ends of 8 and 16 bits
    for (std::size_t row = 0; row < matrix.states(); ++row)
      for (std::size_t column = 0; column < matrix.states(); ++column)
        matrix.set_cell(row, column, matrix.cell(row, column) * factor);
    EXPECT_EQ(consistent_scenarios(matrix).scenarios, small.scenarios) << "matrix " << number;
  }
}

TEST(CibSolve, DescriptorsWithManyStatesHaveNoTablePerDomain) {
  for (std::uint64_t number = 0; number < 20; ++number) {
    const CrossImpactMatrix matrix = random_matrix(number, 3, 9);
    EXPECT_EQ(consistent_scenarios(matrix).scenarios, by_enumeration(matrix, 0));
  }
}

TEST(CibSolve, AddingAConstantToARowOfABlockChangesNothing) {
  for (std::uint64_t number = 0; number < 50; ++number) {
    CrossImpactMatrix matrix = random_matrix(number, 5);
    const Solution before = consistent_scenarios(matrix, {1, 1'000'000, 1, {}});
    for (std::size_t row = 0; row < matrix.states(); ++row)
      for (std::size_t column = 0; column < matrix.states(); ++column) {
        const int constant = static_cast<int>((row * 7 + matrix.descriptor_of(column) * 3) % 5) - 2;
        matrix.set_cell(row, column, matrix.cell(row, column) + constant);
      }
    EXPECT_EQ(consistent_scenarios(matrix, {1, 1'000'000, 1, {}}).scenarios, before.scenarios);
  }
}

TEST(CibSolve, ScalingScalesTheTolerance) {
  for (std::uint64_t number = 0; number < 50; ++number) {
    CrossImpactMatrix matrix = random_matrix(number, 5);
    const Solution before = consistent_scenarios(matrix, {2, 1'000'000, 1, {}});
    for (std::size_t row = 0; row < matrix.states(); ++row)
      for (std::size_t column = 0; column < matrix.states(); ++column)
        matrix.set_cell(row, column, matrix.cell(row, column) * 3);
    EXPECT_EQ(consistent_scenarios(matrix, {6, 1'000'000, 1, {}}).scenarios, before.scenarios);
  }
}

TEST(CibSolve, PermutingDescriptorsPermutesScenarios) {
  for (std::uint64_t number = 0; number < 50; ++number) {
    const CrossImpactMatrix matrix = random_matrix(number, 5);
    std::vector<std::size_t> order{3, 0, 4, 2, 1}, states;
    std::vector<Descriptor> descriptors;
    for (const std::size_t d : order) {
      descriptors.push_back(matrix.descriptors()[d]);
      for (std::size_t s = 0; s < matrix.states_of(d); ++s) states.push_back(matrix.first_state(d) + s);
    }
    std::vector<int> cells;
    for (const std::size_t row : states)
      for (const std::size_t column : states) cells.push_back(matrix.cell(row, column));
    std::vector<Scenario> expected;
    for (const Scenario& scenario : consistent_scenarios(matrix).scenarios) {
      expected.emplace_back();
      for (const std::size_t d : order) expected.back().push_back(scenario[d]);
    }
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(consistent_scenarios(CrossImpactMatrix(descriptors, cells)).scenarios, expected);
  }
}

TEST(CibSolve, TheLimitIsToldAndThreadsDoNotMatter) {
  const CrossImpactMatrix empty(random_matrix(1, 8, 3).descriptors(), std::vector<int>(24 * 24, 0));
  const Solution all = consistent_scenarios(empty);
  EXPECT_EQ(all.scenarios.size(), 6561u);
  EXPECT_TRUE(all.complete);
  const Solution some = consistent_scenarios(empty, {0, 100, 1, {}});
  EXPECT_EQ(some.scenarios.size(), 100u);
  EXPECT_FALSE(some.complete);
  EXPECT_EQ(consistent_scenarios(empty, {0, 100, 2, {}}).scenarios,
            consistent_scenarios(empty, {0, 100, 3, {}}).scenarios);
}

TEST(CibSolve, StopsOnRequest) {
  std::stop_source source;
  source.request_stop();
  const CrossImpactMatrix empty(random_matrix(1, 12, 3).descriptors(), std::vector<int>(36 * 36, 0));
  EXPECT_FALSE(consistent_scenarios(empty, {0, 1'000'000, 1, source.get_token()}).complete);
}

TEST(CibMatrix, BrokenShapesThrow) {
  EXPECT_THROW(CrossImpactMatrix({{"A", {}}}, {}), Error);
  EXPECT_THROW(CrossImpactMatrix({{"A", {"a", "b"}}}, {0, 0, 0}), Error);
  EXPECT_THROW(CrossImpactMatrix({{"A", {"a"}}}, {CrossImpactMatrix::largest_cell + 1}), Error);
}

} // namespace
} // namespace rashin::pathway
