#include "supply/balance.h"
#include "supply/mrio_dense.h"
#include "supply/network_static.h"
#include "supply/random_network.h"

#include <cmath>

#include <gtest/gtest.h>

namespace rashin::supply {
namespace {

/// Ore from A (60), B (30), C (10); parts of 2 t of ore each, half made at home, half from B by the strait; a plant of
/// 50 parts.
SampleNetwork sample() {
  SampleNetwork s;
  s.item("ore").item("part");
  s.add(Table::EndUses, {"plant"}, {{"value_added", 1000}}).add(Table::Demand, {"plant", "part"}, {{"use", 50}});
  s.add(Table::Inputs, {"part", "ore"}, {{"per_unit", 4}});
  s.add(Table::Routes, {"sea", "", "strait"}, {{"days", 10}});
  s.add(Table::Supply, {"ore", "A", "AAA"}, {{"supply", 60}})
      .add(Table::Supply, {"ore", "B", "BBB", "sea"}, {{"supply", 30}});
  s.add(Table::Supply, {"ore", "C", "CCC"}, {{"supply", 10}});
  s.add(Table::Supply, {"part", "makers", "JPN", "", "yes"}, {{"supply", 25}});
  return s.add(Table::Supply, {"part", "B", "BBB", "sea"}, {{"supply", 25}});
}

TEST(NetworkStatic, Concentration) {
  const ItemNetwork n = sample().network();
  const auto shares = country_shares(n, sample().values(n), 0);
  ASSERT_EQ(shares.size(), 3u);
  EXPECT_EQ(shares[0].name, "AAA");
  const Concentration c = concentration(shares);
  EXPECT_DOUBLE_EQ(c.hhi, 0.46); // 0.36 + 0.09 + 0.01
  EXPECT_DOUBLE_EQ(c.top1, 0.6);
  EXPECT_DOUBLE_EQ(c.top3, 1);
  const auto passages = passage_shares(n, sample().values(n), 1);
  ASSERT_EQ(passages.size(), 1u);
  EXPECT_DOUBLE_EQ(passages[0].share, 0.5);
  EXPECT_EQ(dependency_depth(n), (std::vector<int>{0, 1}));
}

// Without A, 0.4 of the ore is left: makers 0.4 x 25, B 25: 35 of 50. Without B (country): ore 0.7, makers 17.5, B 0.
TEST(NetworkStatic, WhatRemains) {
  const ItemNetwork n = sample().network();
  const auto values = sample().values(n);
  EXPECT_DOUBLE_EQ(what_remains(n, values, {{"AAA"}, {}, {}})[0], 0.7);
  EXPECT_DOUBLE_EQ(what_remains(n, values, {{"BBB"}, {}, {}})[0], 0.35);
  EXPECT_DOUBLE_EQ(what_remains(n, values, {{}, {}, {0}})[0], 0.35); // all of B comes by the strait
  const auto losses = node_losses(n, values);
  EXPECT_DOUBLE_EQ(losses[0].value_added, 300);
  EXPECT_EQ(losses.size(), 4u + 1u + 5u);
}

// Two sets stop the plant: B with Japan (all parts), and A, B, C (B's parts and all ore); the strait does for B.
TEST(NetworkStatic, SetsThatStopAnEndUse) {
  const ItemNetwork n = sample().network();
  const auto sets = stopping_sets(n, sample().values(n), 0);
  std::vector<std::string> names;
  for (const auto& set : sets) {
    names.emplace_back();
    for (const Node& node : set) names.back() += node.name + " ";
  }
  EXPECT_EQ(names, (std::vector<std::string>{"BBB JPN ", "JPN strait ", "AAA BBB CCC ", "AAA CCC strait "}));
}

TEST(NetworkStatic, MinimumCutFollowsTheCheapestChain) {
  const ItemNetwork n = sample().network();
  EXPECT_EQ(minimum_cut(n, sample().values(n), 0),
            (std::vector<Index>{4, 3})); // B's parts and the makers, not three ore suppliers
}

// 50 parts: 25 made, 100 t of ore through the network; if all were made it would be 200. A: 60 t, 0.3 of the need.
TEST(NetworkStatic, LookThrough) {
  const ItemNetwork n = sample().network();
  const auto rows = look_through(n, sample().values(n));
  ASSERT_EQ(rows.size(), 5u);
  EXPECT_EQ(rows[0].country, "AAA");
  EXPECT_DOUBLE_EQ(rows[0].amount, 60);
  EXPECT_DOUBLE_EQ(rows[0].share, 0.3);
  EXPECT_DOUBLE_EQ(rows[0].value_added, 300); // as in WhatRemains: one chain, one tier lost
  EXPECT_EQ(rows[3].country, "BBB");
  EXPECT_DOUBLE_EQ(rows[3].value_added, 500);
}

// The same from dense solves: x = (I - A)^-1 y with A[input][item] = per unit x part made inside (and x 1 for the
// technical need).
TEST(NetworkStatic, LookThroughEqualsTheLeontiefSolution) {
  for (std::uint64_t seed = 0; seed < 25; ++seed) {
    const SampleNetwork s = random_network(seed, {});
    const ItemNetwork n = s.network();
    const auto values = balance(n, s.values(n)).value().values;
    const std::size_t count = n.items.size();
    std::vector<double> made(count), total(count);
    for (const Supplier& row : n.suppliers) {
      total[row.item] += values[row.supply];
      if (row.makes) made[row.item] += values[row.supply];
    }
    Dense through(count, count), technical(count, count), wanted(count, n.end_uses.size());
    for (std::size_t i = 0; i < count; ++i) through(i, i) = technical(i, i) = 1;
    for (const Input& in : n.inputs) {
      through(in.input, in.item) -= values[in.per_unit] * (total[in.item] > 0 ? made[in.item] / total[in.item] : 0);
      technical(in.input, in.item) -= values[in.per_unit];
    }
    for (const Demand& d : n.demands) wanted(d.item, d.end_use) += values[d.use];
    const Dense x = solve(through, wanted).value(), all = solve(technical, wanted).value();
    for (const LookThrough& row : look_through(n, values)) {
      double share = 0;
      for (const NamedShare& c : country_shares(n, values, row.item))
        if (c.name == row.country) share = c.share;
      const double amount = x(row.item, row.end_use) * share;
      EXPECT_NEAR(row.amount, amount, 1e-10 * std::abs(amount));
      const double value = values[n.end_uses[row.end_use].value_added] * amount / all(row.item, row.end_use);
      EXPECT_NEAR(row.value_added, value, 1e-10 * std::abs(value));
    }
  }
}

// A lost for good: 0.6 of the makers' ore is gone; a stock of 30 days' use holds 30 / 0.6 = 50 days.
TEST(NetworkStatic, Survival) {
  SampleNetwork s = sample();
  s.add(Table::Stocks, {"ore", "makers"}, {{"days", 30}});
  const ItemNetwork n = s.network();
  const std::vector<Node> nodes{
      {NodeKind::Country, "AAA", 0}, {NodeKind::Supplier, "ore.C", 2}, {NodeKind::Passage, "strait", 0}};
  const auto days = survival(n, s.values(n), nodes);
  EXPECT_DOUBLE_EQ(days[0][0], 50);
  EXPECT_DOUBLE_EQ(days[1][0], 300);
  EXPECT_DOUBLE_EQ(days[2][0], 10); // B's parts on the way arrive for 10 days
}

} // namespace
} // namespace rashin::supply
