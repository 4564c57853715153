#include "supply/paper_network.h"

#include <cmath>

// Small networks worked out on paper, day by day. 365 t a year is 1 t a day, and the plant's 365 of value added a year
// is 1 a day, so that the numbers can be followed in the head. "out" is the output share of the first end use.

namespace rashin::supply {
namespace {

/// Ore from A, 1 t a day, all for the plant.
SampleNetwork one_supplier() {
  SampleNetwork s;
  s.item("ore")
      .add(Table::EndUses, {"plant"}, {{"value_added", 365}})
      .add(Table::Demand, {"plant", "ore"}, {{"use", 365}});
  return s.add(Table::Supply, {"ore", "A", "AAA"}, {{"supply", 365}});
}
/// Ore from A (0.6 t a day) and B (0.4).
SampleNetwork two_suppliers() {
  SampleNetwork s;
  s.item("ore")
      .add(Table::EndUses, {"plant"}, {{"value_added", 365}})
      .add(Table::Demand, {"plant", "ore"}, {{"use", 365}});
  return s.add(Table::Supply, {"ore", "A", "AAA"}, {{"supply", 219}});
}
/// Ore from A by a route of 3 days through the strait.
SampleNetwork by_sea() {
  SampleNetwork s;
  s.item("ore")
      .add(Table::EndUses, {"plant"}, {{"value_added", 365}})
      .add(Table::Demand, {"plant", "ore"}, {{"use", 365}});
  s.add(Table::Routes, {"sea", "", "strait"}, {{"days", 3}});
  return s.add(Table::Supply, {"ore", "A", "AAA", "sea"}, {{"supply", 365}});
}
/// Parts made at home from ore (2 t per t of part), for the plant.
SampleNetwork chain() {
  SampleNetwork s;
  s.item("ore").item("part").add(Table::EndUses, {"plant"}, {{"value_added", 365}});
  s.add(Table::Demand, {"plant", "part"}, {{"use", 365}});
  s.add(Table::Inputs, {"part", "ore"}, {{"per_unit", 2}});
  return s.add(Table::Supply, {"ore", "A", "AAA"}, {{"supply", 730}});
}

// Nothing in stock: a full cut on days 2, 3, 4 stops the plant on those days. 3 days x 1 = 3.
TEST(Paper, FullCutWithoutStock) {
  const BlockResult r = follow(one_supplier(), {{"supplier-cut", "ore.A", {1, 2, 3, 0}}},
                               {{out, "plant", {1, 1, 0, 0, 0, 1, 1}}, {unmet, "ore", {0, 0, 1, 1, 1, 0, 0}}});
  EXPECT_DOUBLE_EQ(r.end_uses[0].value_added_lost[0], 3);
  EXPECT_DOUBLE_EQ(r.end_uses[0].time_to_survive[0], 0);
  EXPECT_DOUBLE_EQ(r.end_uses[0].time_to_recover[0], 3);
  EXPECT_DOUBLE_EQ(r.items[0].unmet[0], 3);
  EXPECT_DOUBLE_EQ(r.items[0].lost_output[0], 3);
}

// A stock of 2 days covers days 1 and 2 of a cut on days 1-4; it is not refilled. Lost: days 3 and 4.
TEST(Paper, StockIsUsedUp) {
  SampleNetwork s = one_supplier();
  s.add(Table::Stocks, {"ore", "makers"}, {{"days", 2}});
  const BlockResult r = follow(s, {{"supplier-cut", "ore.A", {1, 1, 4, 0}}},
                               {{out, "plant", {1, 1, 1, 0, 0, 1}}, {stock, "ore", {2, 1, 0, 0, 0, 0}}});
  EXPECT_DOUBLE_EQ(r.end_uses[0].value_added_lost[0], 2);
  EXPECT_DOUBLE_EQ(r.end_uses[0].time_to_survive[0], 2);
  EXPECT_DOUBLE_EQ(r.end_uses[0].time_to_recover[0], 4);
  EXPECT_DOUBLE_EQ(r.items[0].first_shortage[0], 2);
}

// Half is cut: the stock of 1.2 t gives 0.5, 0.5 and 0.2; then 0.5 of the want arrives. Still short at the end of the
// run.
TEST(Paper, HalfCutDrawsTheStockSlowly) {
  SampleNetwork s = one_supplier();
  s.add(Table::Stocks, {"ore", "makers"}, {{"amount", 1.2}});
  const BlockResult r = follow(s, {{"supplier-cut", "ore.A", {0.5, 1, 9, 0}}},
                               {{out, "plant", {1, 1, 1, 0.7, 0.5, 0.5}}, {stock, "ore", {1.2, 0.7, 0.2, 0, 0, 0}}});
  EXPECT_TRUE(std::isinf(r.end_uses[0].time_to_recover[0]));
}

// A fades back: held on day 1, then on average 3/4 and 1/4 of the cut on the two days of recovery.
TEST(Paper, RecoveryIsAStraightLine) {
  follow(one_supplier(), {{"supplier-cut", "ore.A", {1, 1, 1, 2}}}, {{out, "plant", {1, 0, 0.25, 0.75, 1}}});
}

// A cut from 1.5 for 1 day hits half of day 1 and half of day 2.
TEST(Paper, FractionsOfADay) {
  follow(one_supplier(), {{"supplier-cut", "ore.A", {1, 1.5, 1, 0}}}, {{out, "plant", {1, 0.5, 0.5, 1}}});
}

// Two cuts by half leave a quarter.
TEST(Paper, ShocksActOneAfterAnother) {
  follow(one_supplier(), {{"supplier-cut", "ore.A", {0.5, 1, 2, 0}}, {"pair-ban", "AAA", {0.5, 2, 2, 0}}},
         {{out, "plant", {1, 0.5, 0.25, 0.5, 1}}});
}

// A (0.6) is cut; B (0.4) has 0.2 to spare at once: 0.6 in all.
TEST(Paper, SpareAtOnce) {
  SampleNetwork s = two_suppliers();
  s.add(Table::Supply, {"ore", "B", "BBB"}, {{"supply", 146}, {"spare", 73}});
  follow(s, {{"supplier-cut", "AAA", {1, 1, 3, 0}}},
         {{out, "plant", {1, 0.6, 0.6, 0.6, 1}}, {shipped, "ore", {1, 0.6, 0.6, 0.6, 1}}});
}

// B's spare of 0.4 (its own supply again) comes in quarters over 4 days from the alarm on day 1: 0.5, 0.6, 0.7, 0.8.
TEST(Paper, SpareRampsUp) {
  SampleNetwork s = two_suppliers();
  s.add(Table::Supply, {"ore", "B", "BBB"}, {{"supply", 146}, {"spare_share", 1}, {"ramp", 4}});
  follow(s, {{"supplier-cut", "ore.A", {1, 1, 9, 0}}}, {{out, "plant", {1, 0.5, 0.6, 0.7, 0.8, 0.8}}});
}

// The spare may be called from day 3 on (a mine that opens then).
TEST(Paper, SpareFromADay) {
  SampleNetwork s = two_suppliers();
  s.add(Table::Supply, {"ore", "B", "BBB"}, {{"supply", 146}, {"spare", 219}, {"spare_from", 3}});
  follow(s, {{"supplier-cut", "ore.A", {1, 1, 4, 0}}}, {{out, "plant", {1, 0.4, 0.4, 1, 1, 1}}});
}

// 3 days from order to delivery: what A does not send on days 1 and 2 is missing on days 4 and 5.
TEST(Paper, LeadTimeShiftsTheGap) {
  SampleNetwork s;
  s.item("ore")
      .add(Table::EndUses, {"plant"}, {{"value_added", 365}})
      .add(Table::Demand, {"plant", "ore"}, {{"use", 365}});
  s.add(Table::Supply, {"ore", "A", "AAA"}, {{"supply", 365}, {"lead_time", 3}});
  follow(s, {{"supplier-cut", "ore.A", {1, 1, 2, 0}}},
         {{out, "plant", {1, 1, 1, 1, 0, 0, 1, 1}}, {shipped, "ore", {1, 0, 0, 1, 1, 1, 1, 1}}});
}

// Ore is cut to 0.4: 0.8 t make 0.4 t of parts; the plant follows on the same day.
TEST(Paper, ShortageRunsDownTheChain) {
  SampleNetwork s = chain();
  s.add(Table::Supply, {"part", "makers", "JPN", "", "yes"}, {{"supply", 365}});
  const BlockResult r =
      follow(s, {{"supplier-cut", "ore.A", {0.6, 1, 2, 0}}},
             {{out, "plant", {1, 0.4, 0.4, 1}}, {shipped, "part", {1, 0.4, 0.4, 1}}, {unmet, "ore", {0, 1.2, 1.2, 0}}});
  EXPECT_DOUBLE_EQ(r.end_uses[0].value_added_lost[0], 1.2);
}

// A part stock of 1 t at the plant holds for one day of a full ore cut.
TEST(Paper, StockOfTheProduct) {
  SampleNetwork s = chain();
  s.add(Table::Supply, {"part", "makers", "JPN", "", "yes"}, {{"supply", 365}})
      .add(Table::Stocks, {"part", "plant"}, {{"days", 1}});
  follow(s, {{"supplier-cut", "ore.A", {1, 1, 2, 0}}},
         {{out, "plant", {1, 1, 0, 1}}, {stock, "part", {1, 0, 0, 0}}, {shipped, "part", {1, 0, 0, 1}}});
}

// An important input gone halves output (Pichler et al.), a non-essential one changes nothing.
TEST(Paper, ClassesOfInputs) {
  SampleNetwork s;
  s.item("oil").item("paint").add(Table::EndUses, {"plant"}, {{"value_added", 365}});
  s.add(Table::Demand, {"plant", "oil", "important"}, {{"use", 365}})
      .add(Table::Demand, {"plant", "paint", "non-essential"}, {{"use", 365}});
  s.add(Table::Supply, {"oil", "A", "AAA"}, {{"supply", 365}})
      .add(Table::Supply, {"paint", "B", "BBB"}, {{"supply", 365}});
  follow(s, {{"supplier-cut", "paint.B", {1, 1, 1, 0}}, {"supplier-cut", "oil.A", {1, 2, 1, 0}}},
         {{out, "plant", {1, 1, 0.5, 1}}, {unmet, "paint", {0, 1, 0, 0}}});
}

SampleNetwork two_uses(const char* allocation) {
  SampleNetwork s;
  s.item("oil", allocation)
      .add(Table::EndUses, {"phones", "", "", "2"}, {{"value_added", 365}})
      .add(Table::EndUses, {"hospital", "", "", "1"}, {{"value_added", 365}});
  s.add(Table::Demand, {"phones", "oil"}, {{"use", 182.5}}).add(Table::Demand, {"hospital", "oil"}, {{"use", 182.5}});
  return s.add(Table::Supply, {"oil", "A", "AAA"}, {{"supply", 365}});
}
// 0.6 of 1 arrives. Alike: both get 0.6 of their want. By priority: the hospital gets its 0.5, the phones 0.1 of 0.5.
TEST(Paper, SharedAlike) {
  follow(two_uses("proportional"), {{"supplier-cut", "oil.A", {0.4, 1, 1, 0}}},
         {{out, "phones", {1, 0.6, 1}}, {out, "hospital", {1, 0.6, 1}}});
}
TEST(Paper, SharedByPriority) {
  follow(two_uses("priority"), {{"supplier-cut", "oil.A", {0.4, 1, 1, 0}}},
         {{out, "phones", {1, 0.2, 1}}, {out, "hospital", {1, 1, 1}}});
}

// Ferrite replaces half the need of neodymium, 0.5 t per t, from the day after alarm (day 1) + 1 day. It had no use
// before: day 3 on, 0.5 of 1 is to be covered, so 1 t of ferrite is ordered and comes the same day.
TEST(Paper, SubstituteWithDelayAndYield) {
  SampleNetwork s;
  s.item("neodymium")
      .item("ferrite")
      .add(Table::EndUses, {"plant"}, {{"value_added", 365}})
      .add(Table::Demand, {"plant", "neodymium"}, {{"use", 365}});
  s.add(Table::Supply, {"neodymium", "A", "AAA"}, {{"supply", 365}})
      .add(Table::Supply, {"ferrite", "B", "BBB"}, {{"supply", 730}});
  s.add(Table::Substitutes, {"neodymium", "ferrite"}, {{"share", 0.5}, {"yield", 0.5}, {"delay", 1}});
  follow(s, {{"supplier-cut", "neodymium.A", {1, 1, 9, 0}}},
         {{out, "plant", {1, 0, 0, 0.5, 0.5, 0.5}},
          {shipped, "ferrite", {0, 0, 0, 1, 1, 1}},
          {unmet, "neodymium", {0, 1, 1, 0.5, 0.5, 0.5}}});
}

// Half is cut; from the second day 0.3 of the need is saved: 0.5 + 0.3.
TEST(Paper, Saving) {
  SampleNetwork s = one_supplier();
  s.add(Table::Substitutes, {"ore", "saving"}, {{"share", 0.3}});
  follow(s, {{"supplier-cut", "ore.A", {0.5, 1, 3, 0}}}, {{out, "plant", {1, 0.5, 0.8, 0.8, 1}}});
}

// The state's stock is closed until an option opens half of its 4 t on day 2, 0.8 t a day at most: 0.8, 0.8, 0.4.
TEST(Paper, ReservedStock) {
  SampleNetwork s = one_supplier();
  s.add(Table::Stocks, {"ore", "state", "reserved"}, {{"days", 4}, {"open", 0.5}, {"open_from", 2}, {"release", 0.8}});
  follow(s, {{"supplier-cut", "ore.A", {1, 1, 9, 0}}},
         {{out, "plant", {1, 0, 0.8, 0.8, 0.4, 0}}, {stock, "ore", {4, 4, 3.2, 2.4, 2, 2}}});
  SampleNetwork closed = one_supplier();
  closed.add(Table::Stocks, {"ore", "state", "reserved"}, {{"days", 4}});
  follow(closed, {{"supplier-cut", "ore.A", {1, 1, 9, 0}}}, {{out, "plant", {1, 0, 0}}, {stock, "ore", {4, 4, 4}}});
}

// Stock 2 t, refilled over 2 days, spare 0.5 a day. Days 1, 2: used up. Day 3: ordered 1 + min(2, 2/2) = 2, sent 1.5,
// 0.5 goes to the stock. Day 4: 1 + 1.5/2 ordered, 1.5 sent: 1.0. Day 5: 1.5 ordered and sent: 1.5. Day 6: 1.25: 1.75.
TEST(Paper, StockIsRefilledFromSpare) {
  SampleNetwork s;
  s.item("ore")
      .add(Table::EndUses, {"plant"}, {{"value_added", 365}})
      .add(Table::Demand, {"plant", "ore"}, {{"use", 365}});
  s.add(Table::Supply, {"ore", "A", "AAA"}, {{"supply", 365}, {"spare", 182.5}})
      .add(Table::Stocks, {"ore", "makers"}, {{"days", 2}, {"refill", 2}});
  follow(s, {{"supplier-cut", "ore.A", {1, 1, 2, 0}}},
         {{stock, "ore", {2, 1, 0, 0.5, 1, 1.5, 1.75, 1.875}},
          {shipped, "ore", {1, 0, 0, 1.5, 1.5, 1.5, 1.25, 1.125}},
          {out, "plant", {1, 1, 1, 1, 1, 1, 1, 1}}});
}

// The strait is closed on days 1-3; the way round takes 2 days more. Sent on 1, 2, 3 arrives on 6, 7, 8 instead of 4,
// 5, 6; sent on 4, 5 arrives on 7, 8. So days 4 and 5 are short, day 7 and 8 bring 2 t each. What came late stays at
// hand: the plant has 2 t more than before.
TEST(Paper, DetourMakesAGapAndABunch) {
  SampleNetwork s = by_sea();
  s.add(Table::Routes, {"sea", "strait"}, {{"detour_days", 2}});
  follow(s, {{"passage-closed", "strait", {1, 1, 3, 0}}},
         {{out, "plant", {1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1}},
          {stock, "ore", {0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 2, 2}},
          {shipped, "ore", {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}}});
}

// No way round: nothing is sent on days 1-3, nothing arrives on days 4-6.
TEST(Paper, PassageWithoutAWayRound) {
  follow(by_sea(), {{"passage-closed", "strait", {1, 1, 3, 0}}},
         {{out, "plant", {1, 1, 1, 1, 0, 0, 0, 1}}, {shipped, "ore", {1, 0, 0, 0, 1, 1, 1, 1}}});
}

// Half of the ships go round (+2 days) on day 1: day 4 gets half, day 6 one and a half.
TEST(Paper, ThinnedPassage) {
  SampleNetwork s = by_sea();
  s.add(Table::Routes, {"sea", "strait"}, {{"detour_days", 2}});
  follow(s, {{"passage-thinned", "strait", {0.5, 1, 1, 0}}},
         {{out, "plant", {1, 1, 1, 1, 0.5, 1, 1}}, {stock, "ore", {0, 0, 0, 0, 0, 0, 0.5}}});
}

// The plant wants 1.5; 1 + 0.2 spare arrive: 0.8 of the want. Lost: 1.5 x 0.2 of the day's value added.
TEST(Paper, DemandSurge) {
  SampleNetwork s;
  s.item("ore")
      .add(Table::EndUses, {"plant"}, {{"value_added", 365}})
      .add(Table::Demand, {"plant", "ore"}, {{"use", 365}});
  s.add(Table::Supply, {"ore", "A", "AAA"}, {{"supply", 365}, {"spare", 73}});
  follow(s, {{"demand-surge", "plant", {0.5, 1, 2, 0}}},
         {{out, "plant", {1, 0.8, 0.8, 1}}, {lost, "plant", {0, 0.3, 0.3, 0}}});
}

// Others buy as much again: alike, half is left for the plant; by priority they come last.
TEST(Paper, OutsideBuyers) {
  follow(one_supplier(), {{"demand-surge", "ore", {1, 1, 2, 0}}},
         {{out, "plant", {1, 0.5, 0.5, 1}}, {unmet, "ore", {0, 0.5, 0.5, 0}}});
  follow(two_uses("priority"), {{"demand-surge", "oil", {1, 1, 2, 0}}}, {{out, "phones", {1, 1, 1, 1}}});
}

// Two essential inputs; a is cut to 0.4, so 0.6 of b is left over on day 1 and b is ordered less from day 2 on. On day
// 4 a is whole again: 0.4 ordered + 0.6 left make the day whole, on day 5 the order is whole again.
TEST(Paper, WhatIsLeftOverIsNotOrderedAgain) {
  SampleNetwork s;
  s.item("a").item("b").add(Table::EndUses, {"plant"}, {{"value_added", 365}});
  s.add(Table::Demand, {"plant", "a"}, {{"use", 365}}).add(Table::Demand, {"plant", "b"}, {{"use", 365}});
  s.add(Table::Supply, {"a", "A", "AAA"}, {{"supply", 365}}).add(Table::Supply, {"b", "B", "BBB"}, {{"supply", 365}});
  follow(s, {{"supplier-cut", "a.A", {0.6, 1, 3, 0}}},
         {{out, "plant", {1, 0.4, 0.4, 0.4, 1, 1}},
          {shipped, "b", {1, 1, 0.4, 0.4, 0.4, 1}},
          {stock, "b", {0, 0.6, 0.6, 0.6, 0, 0}}});
}

// Parts come half from makers at home, half from B with 0.5 to spare. Ore stops on days 1-3: the makers' loss is seen
// on day 1 and made good by B from day 2. On day 4 ore is back, the makers deliver again while B's spare still runs:
// 0.5 stays at hand.
TEST(Paper, ImportsStepInForMakers) {
  SampleNetwork s = chain();
  s.add(Table::Supply, {"part", "makers", "JPN", "", "yes"}, {{"supply", 182.5}})
      .add(Table::Supply, {"part", "B", "BBB"}, {{"supply", 182.5}, {"spare", 182.5}});
  follow(s, {{"supplier-cut", "ore.A", {1, 1, 3, 0}}},
         {{out, "plant", {1, 0.5, 1, 1, 1, 1, 1}}, {shipped, "part", {1, 0.5, 1, 1, 1.5, 1, 1}}});
}

} // namespace
} // namespace rashin::supply
