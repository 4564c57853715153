// The default engine against sums done on paper: two to three industries, a year of one day (so figures are per day),
// stocks of two days of which one is needed to produce in full, gaps ordered within a day, no overproduction unless
// said.
#include "supply/mrio_propagation.h"
#include "supply/mrio_test_tables.h"

#include <gtest/gtest.h>

namespace rashin::supply {
namespace {

PropagationOptions paper(int days) {
  PropagationOptions options;
  options.days = days;
  options.days_per_year = 1;
  options.input_days = 2;
  options.stock_need = 0.5;
  options.restocking_days = 1;
  options.overproduction_most = 1;
  for (int day = 0; day < days; ++day) options.stock_days.push_back(day);
  return options;
}

std::vector<double> series(const Mrio& table, const PropagationResult& result, const char* name) {
  std::vector<double> values;
  const std::size_t industry = *find_industry(table, name);
  for (int day = 0; day < result.days; ++day)
    values.push_back(result.production(static_cast<std::size_t>(day), industry));
  return values;
}

void expect_series(const std::vector<double>& ours, const std::vector<double>& paper) {
  ASSERT_EQ(ours.size(), paper.size());
  for (std::size_t day = 0; day < paper.size(); ++day) EXPECT_NEAR(ours[day], paper[day], 1e-12) << "day " << day;
}

TableShock out(std::uint32_t industry, double share, int duration) {
  TableShock shock;
  shock.impacts = {{industry, share}};
  shock.duration = duration;
  return shock;
}

/// A sells 10 to B, who makes 20.
const Mrio& chain() {
  static const Mrio table = small_table({{"A|a", "B|b", 10}, {"B|b", "B", 20}});
  return table;
}

TEST(WorkedExample, StocksCarryTwoDaysThenTheUserStops) {
  const auto result = propagate(chain(), std::vector{out(0, 1, 3)}, paper(7));
  // B lives on 20 in stock for days 0 and 1. Nobody orders from a supplier without capacity, so A's first orders come
  // at the end of day 3 and its goods of day 4 are used on day 5.
  expect_series(series(chain(), *result, "A|a"), {0, 0, 0, 0, 10, 10, 10});
  expect_series(series(chain(), *result, "B|b"), {20, 20, 0, 0, 0, 20, 20});
  expect_series(result->total_unmet, {0, 0, 20, 20, 20, 0, 0});
}

TEST(WorkedExample, FixedSuppliersAreOrderedFromAllTheTime) {
  PropagationOptions options = paper(6);
  options.reweight_suppliers = false;
  const auto result = propagate(chain(), std::vector{out(0, 1, 3)}, options);
  expect_series(series(chain(), *result, "A|a"), {0, 0, 0, 10, 10, 10});
  expect_series(series(chain(), *result, "B|b"), {20, 20, 0, 0, 20, 20});
}

TEST(WorkedExample, NonEssentialInputsAreDoneWithout) {
  PropagationOptions options = paper(6);
  options.input_rules = {{0, no_sector, InputClass::NonEssential}};
  const auto result = propagate(chain(), std::vector{out(0, 1, 3)}, options);
  expect_series(series(chain(), *result, "B|b"), {20, 20, 20, 20, 20, 20});
}

TEST(WorkedExample, ImportantInputsBindHalf) {
  PropagationOptions options = paper(6);
  options.input_rules = {{0, no_sector, InputClass::Important}};
  const auto result = propagate(chain(), std::vector{out(0, 1, 3)}, options);
  // Empty stock: half of 20. Day 4: 10 arrive, 5 are used, so day 5 begins with 5 of the 10 needed: 1 − ½·½ of 20.
  expect_series(series(chain(), *result, "B|b"), {20, 20, 10, 10, 10, 15});
}

TEST(WorkedExample, PostponedDemandWaitsOrWears) {
  const Mrio table = small_table({{"A|a", "A", 10}});
  PropagationOptions options = paper(3);
  options.postponed_share = 1;
  const auto waits = propagate(table, std::vector{out(0, 1, 1)}, options);
  expect_series(waits->total_unmet, {0, 0, 0});
  expect_series(waits->total_postponed, {10, 10, 10}); // capacity is 10: the queue of 10 never gets shorter
  options.postponed_share = 0.5;
  const auto wears = propagate(table, std::vector{out(0, 1, 1)}, options);
  expect_series(wears->total_postponed, {5, 2.5, 1.25}); // 10 → 5; 15 asked, 5 missing → 2.5; 12.5 asked → 1.25
  expect_series(wears->total_unmet, {5, 2.5, 1.25});
}

/// A and B each sell 5 of the same good to C and 5 at home; C makes 20 with it.
const Mrio& two_suppliers() {
  static const Mrio table =
      small_table({{"A|a", "C|c", 5}, {"B|a", "C|c", 5}, {"A|a", "A", 5}, {"B|a", "B", 5}, {"C|c", "C", 20}});
  return table;
}

TableShock link_to_c(double passage) {
  TableShock shock;
  shock.kind = TableShockKind::Link;
  shock.sellers = {static_cast<std::uint32_t>(*find_industry(two_suppliers(), "A|a"))};
  shock.buyers = {static_cast<std::uint32_t>(*find_industry(two_suppliers(), "C|c"))};
  shock.passage = passage;
  shock.duration = 100;
  return shock;
}

TEST(WorkedExample, ABanOnOnePairMovesItsOrdersToTheOtherSupplier) {
  const auto result = propagate(two_suppliers(), std::vector{link_to_c(0)}, paper(4));
  const std::size_t c = *find_industry(two_suppliers(), "C|c"), n = two_suppliers().size();
  // Day 0: 5 arrive, 10 are used, stock 15; B is asked for 5 + 10. Day 1: B has 10 for 20 asked, so C gets 7.5: 12.5.
  // Day 2: 17.5 of 22.5 asked are C's: 17.5 · 10/22.5 = 7.777…: 10.277…
  expect_series(series(two_suppliers(), *result, "A|a"), {5, 5, 5, 5});
  expect_series(series(two_suppliers(), *result, "B|a"), {10, 10, 10, 10});
  EXPECT_NEAR(result->stocks.at(1)[c], 15, 1e-12);
  EXPECT_NEAR(result->stocks.at(2)[c], 12.5, 1e-12);
  EXPECT_NEAR(result->stocks.at(3)[c], 12.5 + 17.5 * 10 / 22.5 - 10, 1e-12);
  EXPECT_NEAR(result->total_unmet[1], 2.5, 1e-12) << "B's own households share the shortage";
  EXPECT_EQ(result->stocks.at(1).size(), 2 * n);
}

TEST(WorkedExample, AHalfOpenPassageCarriesHalfOfItsBaseline) {
  const auto result = propagate(two_suppliers(), std::vector{link_to_c(0.5)}, paper(3));
  const std::size_t c = *find_industry(two_suppliers(), "C|c");
  // Day 0: 2.5 + 5 arrive, stock 17.5, 12.5 are ordered, split 2.5 : 5. Day 1: A's 4.17 pass as 2.5; B has 10 for 13.33
  // asked, so C gets 2.5 + 6.25, stock 16.25.
  expect_series(series(two_suppliers(), *result, "A|a"), {7.5, 7.5, 7.5});
  EXPECT_NEAR(result->stocks.at(1)[c], 17.5, 1e-12);
  EXPECT_NEAR(result->stocks.at(2)[c], 16.25, 1e-12);
}

TEST(WorkedExample, ARouteShareCutsOnlyThatShare) {
  TableShock strait = link_to_c(0);
  strait.route_share = 0.5;
  const auto half = propagate(two_suppliers(), std::vector{link_to_c(0.5)}, paper(3));
  EXPECT_EQ(propagate(two_suppliers(), std::vector{strait}, paper(3))->production.value, half->production.value);
}

TEST(WorkedExample, DemandThatGoesIsNotUnmet) {
  const Mrio table = small_table({{"A|a", "A", 10}});
  TableShock shock = out(0, 0.4, 2);
  shock.kind = TableShockKind::FinalDemand;
  const auto result = propagate(table, std::vector{shock}, paper(3));
  expect_series(series(table, *result, "A|a"), {6, 6, 10});
  expect_series(result->total_unmet, {0, 0, 0});
}

TEST(WorkedExample, OverproductionGrowsWithTheShortfall) {
  const Mrio table = small_table({{"A|a", "A", 10}});
  TableShock shock = out(0, -0.5, 10);
  shock.kind = TableShockKind::FinalDemand;
  PropagationOptions options = paper(4);
  options.overproduction_most = 1.25;
  options.overproduction_days = 1;
  const auto result = propagate(table, std::vector{shock}, options);
  // From day 2: α = 1 + 0.25 · (15 − 10)/15; then α + (1.25 − α) · (15 − 10α)/15.
  const double second = 1 + 0.25 / 3, third = second + (1.25 - second) * (15 - 10 * second) / 15;
  expect_series(series(table, *result, "A|a"), {10, 10, 10 * second, 10 * third});
}

TEST(WorkedExample, RebuildingComesOnTopOfDemandAndReturnsCapacity) {
  const Mrio table = small_table({{"A|a", "B|b", 1}, {"A|a", "A", 9}, {"B|b", "B", 10}});
  TableShock shock = out(static_cast<std::uint32_t>(*find_industry(table, "B|b")), 18, 1);
  shock.kind = TableShockKind::Capital; // B's capital is 4 · (10 − 1) = 36: half of it
  shock.rebuilding = {{0, 1}};
  shock.rebuild_days = 10;
  const auto result = propagate(table, std::vector{shock}, paper(3));
  // Day 1: A is asked for 0.5 + 9 + 1.8 = 11.3 and makes 10, so 1.8 · 10/11.3 of 18 is rebuilt before day 2.
  const double left = 18 - 1.8 * 10 / 11.3;
  expect_series(series(table, *result, "A|a"), {10, 10, 10});
  expect_series(series(table, *result, "B|b"), {5, 5, 10 * (1 - left / 36)});
  EXPECT_NEAR(result->rebuilding(1, 0), 18.0 / 11.3, 1e-12);
}

TEST(WorkedExample, AProfileSetsTheLossDayByDay) {
  const Mrio table = small_table({{"A|a", "A", 10}});
  TableShock shock = out(0, 0.5, 1);
  shock.start = 1;
  shock.recovery = Recovery::Profile;
  shock.profile = {0.2, 1, 0.5};
  const auto result = propagate(table, std::vector{shock}, paper(5));
  expect_series(series(table, *result, "A|a"), {10, 9, 5, 7.5, 10});
  EXPECT_EQ(result->recovery_day.at(0), 4);
}

} // namespace
} // namespace rashin::supply
