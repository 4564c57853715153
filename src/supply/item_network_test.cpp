#include "supply/balance.h"
#include "supply/network_shock.h"
#include "supply/sample_network.h"

#include <limits>

#include <gtest/gtest.h>

namespace rashin::supply {
namespace {

SampleNetwork good() {
  SampleNetwork s;
  s.item("neodymium").item("magnet");
  s.add(Table::Routes, {"sea", "", "malacca;suez"}, {{"days", 20}})
      .add(Table::Routes, {"sea", "malacca"}, {{"detour_days", 3}});
  s.add(Table::Supply, {"neodymium", "CHN", "CHN", "sea"}, {{"supply", 90}})
      .add(Table::Supply, {"neodymium", "AUS", "AUS"}, {{"supply", 10}});
  s.add(Table::Supply, {"magnet", "makers", "JPN", "", "yes"}, {{"supply", 300}});
  s.add(Table::Inputs, {"magnet", "neodymium", "essential", "1"}, {{"per_unit", 0.3}});
  s.add(Table::EndUses, {"hybrid-car", "", "", "2"}, {{"value_added", 365}});
  s.add(Table::Demand, {"hybrid-car", "magnet"}, {{"use", 300}});
  s.add(Table::Stocks, {"neodymium", "makers"}, {{"days", 45}})
      .add(Table::Stocks, {"neodymium", "state", "reserved"}, {{"amount", 5}});
  return s.add(Table::Substitutes, {"neodymium", "saving", "magnet"}, {{"share", 0.1}});
}

TEST(ItemNetwork, EveryNumberIsANamedSlot) {
  const ItemNetwork n = good().network();
  for (const char* name :
       {"supply:neodymium.CHN:supply", "stocks:neodymium.makers:days", "inputs:magnet.neodymium:per_unit",
        "demand:hybrid-car.magnet:use", "end_uses:hybrid-car:value_added", "routes:sea:days",
        "routes:sea.malacca:detour_days", "substitutes:neodymium.saving.magnet:share"})
    EXPECT_TRUE(find_slot(n, name)) << name;
  EXPECT_FALSE(find_slot(n, "supply:neodymium.CHN:supplies"));
  EXPECT_FALSE(find_slot(n, "substitutes:neodymium.saving.magnet:yield")); // saving needs nothing instead
  EXPECT_EQ(n.slots[*find_slot(n, "inputs:magnet.neodymium:per_unit")].unit, "t/t");
  EXPECT_EQ(n.slots[*find_slot(n, "stocks:neodymium.makers:release")].unit, "t/day");
  EXPECT_EQ(n.countries, (std::vector<std::string>{"AUS", "CHN", "JPN"}));
  EXPECT_EQ(n.order, (std::vector<Index>{0, 1}));
}

TEST(ItemNetwork, AbsentNumbersFollowTheStatedRules) {
  const ItemNetwork n = good().network();
  const auto values = absent_values(n);
  EXPECT_EQ(values[*find_slot(n, "supply:neodymium.AUS:spare")], 0);
  EXPECT_EQ(values[*find_slot(n, "stocks:neodymium.makers:open")], 1);
  EXPECT_EQ(values[*find_slot(n, "stocks:neodymium.state:open")], 0);
  EXPECT_EQ(values[*find_slot(n, "stocks:neodymium.makers:release")], std::numeric_limits<double>::infinity());
  const auto missing = check_given(n, {});
  EXPECT_EQ(missing.size(), 6u); // days, detour_days, per_unit, value_added, use, share
  EXPECT_EQ(missing.front().code, "network-value-missing");
}

TEST(ItemNetwork, ValuesOutOfRangeAreNamed) {
  const ItemNetwork n = good().network();
  auto values = good().values(n);
  EXPECT_TRUE(check_values(n, values).empty());
  values[*find_slot(n, "stocks:neodymium.makers:days")] = -1;
  values[*find_slot(n, "substitutes:neodymium.saving.magnet:share")] = 1.1;
  values[*find_slot(n, "demand:hybrid-car.magnet:use")] = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(check_values(n, values).size(), 3u);
}

struct Broken {
  const char* what;
  Table table;
  std::vector<const char*> row;
  const char* code;
};
const Broken broken[] = {
    {"an item twice", Table::Items, {"magnet", "", "", "", "t"}, "network-row-doubled"},
    {"an item without a unit", Table::Items, {"cobalt"}, "network-cell-empty"},
    {"a name with a dot", Table::Items, {"rare.earth", "", "", "", "t"}, "network-name-form"},
    {"a Japanese id", Table::Items, {"磁石", "", "", "", "t"}, "network-name-form"},
    {"an unknown kind", Table::Items, {"cobalt", "", "", "metal", "t"}, "network-word"},
    {"an unknown rule", Table::Items, {"cobalt", "", "", "", "t", "", "auction"}, "network-word"},
    {"an item nobody supplies", Table::Items, {"cobalt", "", "", "", "t"}, "network-item-unsupplied"},
    {"supply of an unknown item", Table::Supply, {"cobalt", "COD", "COD"}, "network-unknown-name"},
    {"supply without a country", Table::Supply, {"magnet", "B"}, "network-cell-empty"},
    {"an unknown route", Table::Supply, {"magnet", "B", "BBB", "air"}, "network-unknown-name"},
    {"makes neither yes nor no", Table::Supply, {"magnet", "B", "BBB", "", "maybe"}, "network-word"},
    {"a supplier twice", Table::Supply, {"neodymium", "AUS", "AUS"}, "network-row-doubled"},
    {"an unknown input", Table::Inputs, {"magnet", "boron"}, "network-unknown-name"},
    {"an unknown class", Table::Inputs, {"magnet", "magnet", "vital"}, "network-word"},
    {"a circle of one", Table::Inputs, {"magnet", "magnet"}, "network-cycle"},
    {"a circle of two", Table::Inputs, {"neodymium", "magnet"}, "network-cycle"},
    {"a priority of zero", Table::Demand, {"hybrid-car", "neodymium", "", "0"}, "network-priority"},
    {"a priority in words", Table::EndUses, {"wind", "", "", "first"}, "network-priority"},
    {"an end use named as an item", Table::EndUses, {"magnet"}, "network-name-clash"},
    {"demand of an unknown end use", Table::Demand, {"phone", "magnet"}, "network-unknown-name"},
    {"a stock of an unknown item", Table::Stocks, {"cobalt", "state"}, "network-unknown-name"},
    {"an unknown access", Table::Stocks, {"magnet", "state", "secret"}, "network-word"},
    {"an item in place of itself", Table::Substitutes, {"magnet", "magnet"}, "network-substitute-itself"},
    {"a user that does not use it",
     Table::Substitutes,
     {"neodymium", "saving", "hybrid-car"},
     "network-substitute-unused"},
    {"a detour of no route", Table::Routes, {"air", "malacca"}, "network-unknown-name"},
};

TEST(ItemNetwork, BrokenRowsAreExplained) {
  for (const Broken& b : broken) {
    SampleNetwork s = good();
    Row row;
    for (const char* cell : b.row) row.push_back({cell, {"network.csv", 9, 1, 0, 0, "field"}});
    s.rows[b.table].push_back(row);
    const auto result = build_network(s.rows);
    const auto found = std::find_if(result.diagnostics().begin(), result.diagnostics().end(),
                                    [&](const Diagnostic& d) { return d.code == b.code; });
    ASSERT_NE(found, result.diagnostics().end()) << b.what;
    EXPECT_FALSE(result.ok()) << b.what;
    if (b.code != std::string_view("network-cycle")) {
      EXPECT_EQ(found->place.line, 9) << b.what;
    }
  }
}

TEST(ItemNetwork, ACircleIsNamedInFull) {
  SampleNetwork s = good();
  s.item("scrap").add(Table::Supply, {"scrap", "JPN", "JPN", "", "yes"});
  s.add(Table::Inputs, {"neodymium", "scrap"}).add(Table::Inputs, {"scrap", "magnet"});
  const auto result = build_network(s.rows);
  const auto found = std::find_if(result.diagnostics().begin(), result.diagnostics().end(),
                                  [](const Diagnostic& d) { return d.code == "network-cycle"; });
  ASSERT_NE(found, result.diagnostics().end());
  EXPECT_NE(found->message.en.find("neodymium <- scrap <- magnet <- neodymium"), std::string::npos)
      << found->message.en;
}

TEST(ItemNetwork, AllFaultsAtOnce) {
  SampleNetwork s = good();
  s.add(Table::Items, {"bad name", "", "", "", "t"})
      .add(Table::Stocks, {"cobalt", "state"})
      .add(Table::Demand, {"phone", "magnet"});
  EXPECT_EQ(build_network(s.rows).diagnostics().size(), 3u);
}

TEST(ItemNetwork, ShocksAreResolvedOrRefused) {
  const ItemNetwork n = good().network();
  const auto resolve = [&](const char* kind, const char* target, std::vector<Cell> items = {}) {
    return resolve_shock(n, {{"s", {}}, {kind, {}}, {target, {}}, std::move(items)});
  };
  EXPECT_EQ(resolve("pair-ban", "CHN", {{"neodymium", {}}})->suppliers, (std::vector<Index>{0}));
  EXPECT_EQ(resolve("supplier-cut", "magnet.makers")->suppliers, (std::vector<Index>{2}));
  EXPECT_EQ(resolve("passage-thinned", "suez")->passage, find_passage(n, "suez"));
  EXPECT_EQ(resolve("demand-surge", "hybrid-car")->end_use, 0u);
  EXPECT_EQ(resolve("embargo", "CHN").diagnostics().front().code, "network-word");
  EXPECT_EQ(resolve("supplier-cut", "RUS").diagnostics().front().code, "network-shock-hits-nobody");
  EXPECT_EQ(resolve("pair-ban", "CHN", {{"magnet", {}}}).diagnostics().front().code, "network-shock-hits-nobody");
  EXPECT_EQ(resolve("pair-ban", "CHN", {{"tin", {}}}).diagnostics().front().code, "network-unknown-name");
  EXPECT_EQ(resolve("passage-closed", "panama").diagnostics().front().code, "network-unknown-name");
  EXPECT_EQ(resolve("demand-surge", "phone").diagnostics().front().code, "network-unknown-name");
}

TEST(Balance, ScalesSupplyToUseAndListsIt) {
  SampleNetwork s = good(); // 300 magnets need 90 of neodymium; 100 are supplied: 81 and 9
  const ItemNetwork n = s.network();
  const auto result = balance(n, s.values(n));
  EXPECT_DOUBLE_EQ(result->values[*find_slot(n, "supply:neodymium.CHN:supply")], 81);
  ASSERT_EQ(result->adjustments.size(), 2u);
  EXPECT_DOUBLE_EQ(result->adjustments[1].after, 9);
  EXPECT_TRUE(result->adjustments[0].attention);
  EXPECT_EQ(result.diagnostics().size(), 2u);
  EXPECT_EQ(result.diagnostics().front().code, "network-balance");
  EXPECT_TRUE(balance(n, result->values)->adjustments.empty());
}

TEST(Balance, SharesDivideWhatAmountsLeave) {
  SampleNetwork s = good();
  s.add(Table::Supply, {"neodymium", "VNM", "VNM"}, {{"share", 0.2}})
      .add(Table::Supply, {"neodymium", "USA", "USA"}, {{"share", 0.6}});
  const ItemNetwork n = s.network();
  auto values = s.values(n);
  values[*find_slot(n, "supply:neodymium.CHN:supply")] = 40; // 40 + 10 of 90; 40 left: a quarter and three quarters
  const auto result = balance(n, values);
  EXPECT_DOUBLE_EQ(result->values[*find_slot(n, "supply:neodymium.VNM:supply")], 10);
  EXPECT_DOUBLE_EQ(result->values[*find_slot(n, "supply:neodymium.USA:supply")], 30);
  EXPECT_EQ(result->values[*find_slot(n, "supply:neodymium.USA:share")], 0);
  EXPECT_DOUBLE_EQ(result->adjustments.front().after, 0.25);
}

TEST(Balance, NeedWithoutAnySupplyIsRefused) {
  SampleNetwork s = good();
  s.numbers[2].second = s.numbers[3].second = 0; // both suppliers of neodymium
  const ItemNetwork n = s.network();
  EXPECT_EQ(balance(n, s.values(n)).diagnostics().front().code, "network-nothing-supplied");
}

TEST(Balance, LanesAreBalancedAsDrawsAre) {
  const ItemNetwork n = good().network();
  std::vector<Lanes> lanes;
  for (const double v : good().values(n)) lanes.push_back(all_lanes(v));
  lanes[*find_slot(n, "demand:hybrid-car.magnet:use")][5] = 600;
  balance_lanes(n, lanes);
  EXPECT_DOUBLE_EQ(lanes[*find_slot(n, "supply:neodymium.CHN:supply")][0], 81);
  EXPECT_DOUBLE_EQ(lanes[*find_slot(n, "supply:neodymium.CHN:supply")][5], 162);
}

} // namespace
} // namespace rashin::supply
