#include "supply/paper_network.h"

// Worked out on paper: why no rule that calls help when a shortage is felt can promise that more stock never hurts.

namespace rashin::supply {
namespace {

/// Parts, 1 t a day: half from makers who need ore, a quarter each from Y and Z. Y can give 0.75 more, which takes five
/// days to grow. Ore from X, with `days` of it in stock.
SampleNetwork two_troubles(double days) {
  SampleNetwork s;
  s.item("ore").item("part");
  s.add(Table::Supply, {"ore", "X", "AAA"}, {{"supply", 182.5}});
  s.add(Table::Supply, {"part", "makers", "JPN", "", "yes"}, {{"supply", 182.5}});
  s.add(Table::Supply, {"part", "Y", "BBB"}, {{"supply", 91.25}, {"spare", 273.75}, {"ramp", 5}});
  s.add(Table::Supply, {"part", "Z", "CCC"}, {{"supply", 91.25}});
  s.add(Table::Inputs, {"part", "ore"}, {{"per_unit", 1}});
  s.add(Table::Stocks, {"ore", "makers"}, {{"days", days}});
  s.add(Table::EndUses, {"plant"}, {{"value_added", 365}});
  return s.add(Table::Demand, {"plant", "part"}, {{"use", 365}});
}
const std::vector<PaperShock> both = {{"supplier-cut", "AAA", {1, 0, 11, 0}}, {"supplier-cut", "CCC", {1, 5, 6, 0}}};

// Without stock the makers fall out at once: Y's help is called a day later and has grown by 0.15 a day when Z falls
// out too. Lost: 0.5 + 0.35 + 0.2 + 0.05.
TEST(Paper, TheFirstTroubleBringsHelpForTheSecond) {
  const BlockResult result = follow(two_troubles(0), both, {{out, "plant", {0.5, 0.65, 0.8, 0.95, 1, 1, 1, 1, 1, 1}}});
  EXPECT_NEAR(result.end_uses[0].value_added_lost[0], 1.1, 1e-12);
}
// With five days of stock nobody notices the first trouble until the second is there. Lost: 0.6 + 0.45 + 0.3 + 0.15.
TEST(Paper, AStockThatHidesTheTroubleCanHurt) {
  const BlockResult result = follow(two_troubles(5), both, {{out, "plant", {1, 1, 1, 1, 1, 0.4, 0.55, 0.7, 0.85, 1}}});
  EXPECT_NEAR(result.end_uses[0].value_added_lost[0], 1.5, 1e-12);
}

} // namespace
} // namespace rashin::supply
