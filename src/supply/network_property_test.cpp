#include "math/parallel.h"
#include "supply/balance.h"
#include "supply/network_course.h"
#include "supply/random_event.h"

#include <algorithm>

#include <gtest/gtest.h>

// What must hold on every network, tried on random ones.

namespace rashin::supply {
namespace {

TEST(NetworkProperty, NoShockMeansNoLossForTenYears) {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const Ready r = ready(random_network(seed, small()));
    Shock nothing; // from day 0, with no share: the run is computed, not skipped
    nothing.suppliers = {0};
    RunOptions options;
    options.days = 3650;
    const BlockResult result =
        run_draw(r.network, r.values, std::vector{nothing}, std::vector<DrawShock>{{0, 0, 3650, 0}}, options);
    EXPECT_EQ(total_loss(result), 0) << seed;
    for (const ItemTotals& item : result.items) EXPECT_EQ(item.unmet[0], 0);
  }
}

TEST(NetworkProperty, BooksBalanceEveryDay) {
  for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t>(network_count() / 10); ++seed) {
    const Ready r = ready(random_network(seed, small()));
    std::vector<Lanes> values;
    for (const double v : r.values) values.push_back(all_lanes(v));
    NetworkEngine engine(r.network);
    engine.set_values(values);
    const RandomEvent event = random_event(r.network, seed);
    std::vector<ShockLanes> numbers;
    for (const DrawShock& n : event.numbers) numbers.push_back(to_lanes(n));
    RunOptions options;
    options.check_balance = true;
    options.days = 200;
    engine.run(event.shocks, numbers, options);
    EXPECT_LT(engine.worst_balance_error(), 1e-9) << seed;
  }
}

/// Other numbers in every lane, as the draws of a study have them.
std::vector<Lanes> jittered(const Ready& r, SmallRandom& random) {
  std::vector<Lanes> values;
  for (const double value : r.values) {
    Lanes lanes;
    for (double& lane : lanes.at) lane = value * (value > 0 ? random.between(0.9, 1.1) : 1);
    for (double& lane : lanes.at) lane = value <= 1 && lane > 1 ? 1 : lane;
    values.push_back(lanes);
  }
  balance_lanes(r.network, values);
  return values;
}
ShockLanes jittered(const DrawShock& numbers, SmallRandom& random) {
  ShockLanes lanes;
  for (int l = 0; l < lane_count; ++l) {
    lanes.share[l] = random.chance(0.5) ? 1 : std::min(1.0, numbers.share * random.between(0.7, 1.3));
    lanes.start[l] = numbers.start * random.between(0.5, 1.5);
    lanes.duration[l] = numbers.duration * random.between(0.5, 2.5);
    lanes.recovery[l] = numbers.recovery * random.between(0.5, 1.5);
  }
  return lanes;
}

TEST(NetworkProperty, BooksBalanceEveryDayInEveryLane) {
  for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t>(network_count() / 10); ++seed) {
    const Ready r = ready(random_network(seed, seed % 2 == 0 ? small() : RandomShape{}));
    SmallRandom random(seed ^ 0xb00c5);
    NetworkEngine engine(r.network);
    engine.set_values(jittered(r, random));
    const RandomEvent event = random_event(r.network, seed);
    std::vector<ShockLanes> numbers;
    for (const DrawShock& n : event.numbers) numbers.push_back(jittered(n, random));
    RunOptions options;
    options.check_balance = true;
    engine.run(event.shocks, numbers, options);
    EXPECT_LT(engine.worst_balance_error(), 1e-9) << seed;
  }
}

TEST(NetworkProperty, LossScalesWithValueAndNotWithUnits) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    Ready r = ready(random_network(seed, small()));
    const RandomEvent event = random_event(r.network, seed);
    const double base = loss(r, event);
    Ready thousand = r; // the same network in kg instead of t
    for (std::size_t s = 0; s < r.network.slots.size(); ++s) {
      const UnitForm unit = r.network.slots[s].quantity->unit;
      if (unit == UnitForm::AmountPerYear || unit == UnitForm::Amount || unit == UnitForm::AmountPerDay)
        thousand.values[s] *= 1000;
    }
    EXPECT_NEAR(loss(thousand, event), base, 1e-9 * base + 1e-12);
    Ready rich = r;
    for (const EndUse& e : r.network.end_uses) rich.values[e.value_added] *= 7;
    EXPECT_NEAR(loss(rich, event), 7 * base, 1e-9 * base + 1e-12);
  }
}

TEST(NetworkProperty, OrderAndNamesOfRowsDoNotMatter) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const SampleNetwork sample = random_network(seed, small());
    SampleNetwork turned = sample, renamed = sample;
    for (auto& table : turned.rows.tables) std::reverse(table.begin(), table.end());
    auto& routes = turned.rows[Table::Routes]; // a route's own row comes before its detours
    std::stable_partition(routes.begin(), routes.end(), [](const Row& row) { return row[1].text.empty(); });
    const auto rename = [](std::string& text) {
      for (std::size_t at = text.find("item-"); at != std::string::npos; at = text.find("item-", at + 1))
        text.replace(at, 5, "zz-x-");
    };
    for (auto& table : renamed.rows.tables)
      for (Row& row : table)
        for (Cell& cell : row) rename(cell.text);
    for (auto& [name, value] : renamed.numbers) rename(name);
    const Ready a = ready(sample), b = ready(turned), c = ready(renamed);
    const double base = loss(a, random_event(a.network, seed));
    EXPECT_NEAR(loss(b, random_event(b.network, seed)), base, 1e-9 * base + 1e-12) << seed;
    EXPECT_EQ(loss(c, random_event(c.network, seed)), base) << seed;
  }
}

TEST(NetworkProperty, LanesDoNotMix) {
  const Ready r = ready(random_network(3, {}));
  std::vector<Lanes> values;
  for (const double v : r.values) values.push_back(all_lanes(v));
  std::vector<RandomEvent> events;
  for (std::uint64_t l = 0; l < lane_count; ++l) events.push_back(random_event(r.network, 100 + l));
  for (RandomEvent& e : events) e.shocks = events.front().shocks; // one pathway, other numbers in every draw
  std::vector<ShockLanes> numbers(events.front().numbers.size());
  for (int l = 0; l < lane_count; ++l)
    for (std::size_t k = 0; k < numbers.size(); ++k) {
      const DrawShock& n = events[static_cast<std::size_t>(l)].numbers[k];
      numbers[k].share[l] = n.share;
      numbers[k].start[l] = n.start;
      numbers[k].duration[l] = n.duration;
      numbers[k].recovery[l] = n.recovery;
    }
  NetworkEngine engine(r.network);
  engine.set_values(values);
  const BlockResult block = engine.run(events.front().shocks, numbers, {});
  for (int l = 0; l < lane_count; ++l)
    EXPECT_EQ(total_loss(block, l), loss(r, events[static_cast<std::size_t>(l)])) << "lane " << l;
}

TEST(NetworkProperty, SameBytesOnAnyNumberOfThreads) {
  const Ready r = ready(random_network(5, {}));
  const auto run_all = [&](unsigned threads) {
    std::vector<BlockResult> results(6);
    EXPECT_TRUE(math::parallel_for(results.size(), {threads, 1, {}}, [&](std::size_t begin, std::size_t end) {
      for (std::size_t b = begin; b < end; ++b) {
        const RandomEvent event = random_event(r.network, b);
        results[b] = run_draw(r.network, r.values, event.shocks, event.numbers, {});
      }
    }));
    return results;
  };
  const auto one = run_all(1), two = run_all(2), five = run_all(5);
  for (std::size_t b = 0; b < one.size(); ++b) {
    EXPECT_TRUE(same_bytes(one[b], two[b]));
    EXPECT_TRUE(same_bytes(one[b], five[b]));
  }
}

// Numbers that a run did not read may change without changing it: each slot alone, in random networks.
TEST(NetworkProperty, WhatARunDoesNotReadDoesNotChangeIt) {
  int same = 0, other = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const Ready r = ready(random_network(seed, small()));
    const std::vector<SlotUse> uses = slot_uses(r.network);
    std::vector<Lanes> values;
    for (const double v : r.values) values.push_back(all_lanes(v));
    const RandomEvent event = random_event(r.network, seed);
    std::vector<ShockLanes> numbers;
    for (const DrawShock& n : event.numbers) numbers.push_back(to_lanes(n));
    NetworkEngine engine(r.network);
    engine.set_values(values);
    const BlockResult before = engine.run(event.shocks, numbers, {});
    for (std::size_t slot = seed % 7; slot < values.size(); slot += 7) {
      if (uses[slot].when == SlotUse::Always) continue;
      std::vector<Lanes> changed = values;
      for (double& lane : changed[slot].at) lane = 0.5 * lane + 0.1;
      const ValueChange change{values, changed, changed_slots(values, changed)};
      if (first_day_apart(r.network, uses, change, before.footprint) < RunOptions{}.days) {
        ++other;
        continue;
      }
      engine.set_values(changed);
      EXPECT_TRUE(same_bytes(before, engine.run(event.shocks, numbers, {})))
          << "seed " << seed << ", " << r.network.slots[slot].name;
      ++same;
    }
  }
  EXPECT_GT(same, 100);
  EXPECT_GT(other, 100);
}

TEST(NetworkProperty, ARunDoesNotDependOnTheOneBefore) {
  const Ready r = ready(random_network(9, {}));
  std::vector<Lanes> values;
  for (const double v : r.values) values.push_back(all_lanes(v));
  const RandomEvent a = random_event(r.network, 1), b = random_event(r.network, 2);
  std::vector<ShockLanes> of_a, of_b;
  for (const DrawShock& n : a.numbers) of_a.push_back(to_lanes(n));
  for (const DrawShock& n : b.numbers) of_b.push_back(to_lanes(n));
  NetworkEngine fresh(r.network), used(r.network);
  fresh.set_values(values);
  used.set_values(values);
  used.run(b.shocks, of_b, {});
  EXPECT_TRUE(same_bytes(fresh.run(a.shocks, of_a, {}), used.run(a.shocks, of_a, {})));
}

} // namespace
} // namespace rashin::supply
