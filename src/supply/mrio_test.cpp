#include "supply/mrio.h"

#include <gtest/gtest.h>

namespace rashin::supply {
namespace {

/// Two regions; B has no mill, so the sectors are not uniform.
IoEntries small() {
  IoEntries entries;
  entries.name = "small";
  entries.industries = {{"A", "farm"}, {"A", "mill"}, {"B", "farm"}};
  entries.final_demands = {{"A", "households"}, {"B", "households"}, {"B", "inventories"}};
  entries.flows = {{0, 1, 4}, {2, 1, 2}, {0, 0, 1}};
  entries.final_demand_flows = {{0, 0, 5}, {1, 0, 8}, {1, 1, 2}, {2, 1, 3}, {2, 2, -1}};
  return entries;
}

TEST(SparseRows, SortsMergesAndFinds) {
  const std::vector<IoEntry> cells{{1, 2, 5}, {0, 1, 1}, {1, 0, 3}, {1, 2, 2}, {0, 0, 0}};
  const SparseRows matrix = make_sparse_rows(2, 3, cells);
  EXPECT_EQ(matrix.cells(), 3u);
  EXPECT_EQ(matrix.at(1, 2), 7);
  EXPECT_EQ(matrix.at(0, 0), 0);
  EXPECT_EQ(transposed(matrix).at(2, 1), 7);
  EXPECT_EQ(row_sums(matrix), (std::vector<double>{1, 10}));
  EXPECT_EQ(column_sums(matrix), (std::vector<double>{3, 1, 7}));
  EXPECT_EQ(with_values(matrix, {1, 2, 3}).at(1, 2), 3);
  EXPECT_THROW(make_sparse_rows(1, 1, cells), Error);
}

TEST(Mrio, OutputIsTheRowSumAfterTheRule) {
  const auto built = make_mrio(small());
  ASSERT_TRUE(built.ok());
  EXPECT_EQ(built->table.output, (std::vector<double>{10, 10, 5}));
  EXPECT_EQ(value_added(built->table), (std::vector<double>{9, 4, 5}));
  EXPECT_EQ(built->checks.negative_final_demands, 1u);
  EXPECT_EQ(built->checks.negative_mass, 1);
  EXPECT_EQ(built->checks.worst_negative.at(0).what, "B|farm > B|inventories");
  EXPECT_EQ(make_mrio(small(), {NegativeRule::Keep, 1e-3})->table.output[2], 4);
  EXPECT_EQ(make_mrio(small(), {NegativeRule::Refuse, 1e-3}).diagnostics().at(0).code, "mrio-negative");
}

TEST(Mrio, NamesTheWorstDifferencesFromStatedOutput) {
  IoEntries entries = small();
  entries.stated_output = {10, 12, 4};
  const auto built = make_mrio(entries);
  ASSERT_TRUE(built.ok());
  EXPECT_EQ(built.diagnostics().at(0).code, "mrio-unbalanced");
  EXPECT_EQ(built->checks.worst_balance.at(0).what, "A|mill");
  EXPECT_EQ(built->checks.worst_balance.at(0).amount, -2);
}

TEST(Mrio, RefusesWhatCannotBeATable) {
  IoEntries twice = small();
  twice.industries[1] = twice.industries[0];
  EXPECT_EQ(make_mrio(twice).diagnostics().at(0).code, "mrio-duplicate-code");
  IoEntries outside = small();
  outside.flows.push_back({0, 3, 1});
  EXPECT_EQ(make_mrio(outside).diagnostics().at(0).code, "mrio-cell-outside");
  EXPECT_EQ(make_mrio(IoEntries{}).diagnostics().at(0).code, "mrio-empty");
}

TEST(Mrio, FindsByName) {
  const Mrio table = make_mrio(small())->table;
  EXPECT_EQ(find_industry(table, "B|farm"), 2u);
  EXPECT_FALSE(find_industry(table, "B|mill").has_value());
  EXPECT_FALSE(find_industry(table, "farm").has_value());
  EXPECT_EQ(final_demand_name(table, 2), "B|inventories");
}

TEST(Mrio, AggregationCommutesWithSums) {
  const Mrio table = make_mrio(small())->table;
  const Aggregation map{{{"W", "farm"}, {"W", "mill"}, {"W", "farm"}}, {"W", "W"}};
  const Mrio world = make_mrio(aggregated(table, map))->table;
  EXPECT_EQ(world.size(), 2u);
  EXPECT_EQ(world.output, (std::vector<double>{15, 10}));
  EXPECT_EQ(value_added(world), (std::vector<double>{14, 4}));
  EXPECT_EQ(world.flows.at(0, 1), 6);
  EXPECT_EQ(world.final_demands.size(), 2u);
}

TEST(Mrio, AggregatingBeforeTheRuleBalancesNegativesFirst) {
  const IoEntries entries = small();
  const std::vector<FinalDemandCode> demand{{"W", "all"}, {"W", "all"}, {"W", "all"}};
  const auto world = make_mrio(aggregated(entries, {{"W", "s"}, {"W", "s"}, {"W", "s"}}, demand));
  ASSERT_TRUE(world.ok());
  EXPECT_EQ(world->checks.negative_mass, 0);
  EXPECT_EQ(world->table.output[0], 24);
}

} // namespace
} // namespace rashin::supply
