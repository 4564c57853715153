#include "supply/random_event.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <string>

#include <gtest/gtest.h>

// Does what should help ever raise the loss? More stock, suppliers or spare, shorter and smaller shocks on random
// networks, 10,000 of each shape in the long form (RASHIN_LONG=1).

namespace rashin::supply {
namespace {

/// Beside the others a supplier of every item that stands by with spare capacity only, and has none yet.
SampleNetwork with_standby(SampleNetwork sample, std::uint64_t seed, bool delays) {
  const double lead_time = delays ? static_cast<double>(seed % 7) : 0;
  for (const Row& item : std::vector<Row>(sample.rows[Table::Items]))
    sample.add_row(Table::Supply, {item[0].text, "standby", "NZL", "", "no"},
                   {{"supply", 0}, {"ramp", 10}, {"lead_time", lead_time}});
  return sample;
}

/// A change that should help, made in one lane.
struct Relief {
  const char* name;
  void (*apply)(const ItemNetwork& network, std::vector<Lanes>& values, std::vector<ShockLanes>& numbers, int lane);
};
const Relief reliefs[] = {
    {"more stock",
     [](const ItemNetwork& n, std::vector<Lanes>& values, std::vector<ShockLanes>&, int lane) {
       for (const Stock& s : n.stocks) values[s.days][lane] += 10;
     }},
    {"more suppliers",
     [](const ItemNetwork& n, std::vector<Lanes>& values, std::vector<ShockLanes>&, int lane) {
       std::vector<double> supply(n.items.size());
       for (const Supplier& s : n.suppliers) supply[s.item] += values[s.supply][lane];
       for (const Supplier& s : n.suppliers)
         if (s.id == "standby") values[s.spare][lane] = 0.2 * supply[s.item];
     }},
    {"shorter shock",
     [](const ItemNetwork&, std::vector<Lanes>&, std::vector<ShockLanes>& numbers, int lane) {
       for (ShockLanes& s : numbers) s.duration[lane] *= 0.7;
     }},
    {"smaller shock",
     [](const ItemNetwork&, std::vector<Lanes>&, std::vector<ShockLanes>& numbers, int lane) {
       for (ShockLanes& s : numbers) s.share[lane] *= 0.8;
     }},
    {"more spare of those who supply already",
     [](const ItemNetwork& n, std::vector<Lanes>& values, std::vector<ShockLanes>&, int lane) {
       for (const Supplier& s : n.suppliers)
         if (s.id != "standby") values[s.spare_share][lane] += 0.2;
     }},
};
constexpr std::size_t relief_count = std::size(reliefs);

/// The loss without a change in lane 0, with each relief in the lanes behind.
std::vector<double> losses_with_reliefs(const Ready& r, const RandomEvent& event) {
  std::vector<Lanes> values;
  for (const double v : r.values) values.push_back(all_lanes(v));
  std::vector<ShockLanes> numbers;
  for (const DrawShock& n : event.numbers) numbers.push_back(to_lanes(n));
  int lane = 0;
  for (const Relief& relief : reliefs) relief.apply(r.network, values, numbers, ++lane);
  NetworkEngine engine(r.network);
  engine.set_values(values);
  RunOptions options;
  options.days = 250;
  const BlockResult& result = engine.run(event.shocks, numbers, options);
  std::vector<double> losses;
  for (int l = 0; l <= lane; ++l) losses.push_back(total_loss(result, l));
  return losses;
}

double value_added_a_day(const Ready& r) {
  double sum = 0;
  for (const EndUse& e : r.network.end_uses) sum += r.values[e.value_added] / 365;
  return sum;
}

struct Violations {
  int with_loss = 0, harmed[relief_count] = {};
  double worst[relief_count] = {}; ///< days of all value added
  std::set<std::string> named;     ///< "shorter shock 22"
};
/// `event_of(network, seed)` on random networks of one shape: how often a relief raises the loss.
template <class EventOf> Violations count_violations(const char* title, const RandomShape& shape, EventOf event_of) {
  Violations found;
  for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t>(network_count()); ++seed) {
    const Ready r = ready(with_standby(random_network(seed, shape), seed, shape.delays));
    const RandomEvent event = event_of(r.network, seed);
    const std::vector<double> loss = losses_with_reliefs(r, event);
    found.with_loss += loss[0] > 0;
    for (std::size_t k = 0; k < relief_count; ++k) {
      if (loss[k + 1] <= loss[0] * (1 + 1e-6) + 1e-9) continue;
      ++found.harmed[k];
      found.named.insert(reliefs[k].name + (" " + std::to_string(seed)));
      found.worst[k] = std::max(found.worst[k], (loss[k + 1] - loss[0]) / value_added_a_day(r));
    }
  }
  std::printf("%s: %d networks, %d with a loss\n", title, network_count(), found.with_loss);
  for (std::size_t k = 0; k < relief_count; ++k)
    std::printf("  %-38s raises the loss in %3d, at most by %.2g days of all value added\n", reliefs[k].name,
                found.harmed[k], found.worst[k]);
  return found;
}

RandomShape chain() {
  RandomShape shape;
  shape.tiers = 4;
  shape.items_per_tier = 1;
  shape.inputs_per_item = 1;
  shape.end_uses = 1;
  shape.items_per_end_use = 1;
  shape.substitutes = shape.classes = false;
  return shape;
}
RandomEvent cut_alone(const ItemNetwork& network, std::uint64_t seed) {
  RandomEvent event = random_event(network, seed);
  event.shocks.resize(1);
  event.numbers.resize(1);
  return event;
}

/// No relief but more spare does harm, except in the one network of 10,000 that is known and explained in
/// docs/methods/item-network.md.
void expect_harm_only_in(const Violations& found, std::uint64_t seed) {
  std::set<std::string> known;
  if (seed < static_cast<std::uint64_t>(network_count())) known.insert("shorter shock " + std::to_string(seed));
  EXPECT_EQ(found.named, known);
}

RandomShape chain_without_spare() {
  RandomShape plain = chain();
  plain.spare = false;
  return plain;
}

// A chain with one end use, nobody with spare but the one who may be added.
TEST(NetworkRelief, DoesNotHurtOnChains) {
  expect_harm_only_in(count_violations("chains, a cut", chain_without_spare(), cut_alone), 22);
}
// Three of them where once it did: goods of a far supplier on the way beyond his mark took the place of orders to a
// near one, and more stock, a shorter or a smaller cut left fewer goods for the day when the supplier cut came back.
TEST(NetworkRelief, DoesNotHurtWhereOnceItDid) {
  for (const std::uint64_t seed : {4126U, 5901U, 9632U}) {
    const Ready r = ready(with_standby(random_network(seed, chain_without_spare()), seed, true));
    const std::vector<double> loss = losses_with_reliefs(r, cut_alone(r.network, seed));
    for (std::size_t k = 0; k < relief_count; ++k)
      EXPECT_LE(loss[k + 1], loss[0] * (1 + 1e-6)) << reliefs[k].name << ", seed " << seed;
  }
}
TEST(NetworkRelief, DoesNotHurtOnChainsWithDetours) {
  expect_harm_only_in(count_violations("chains, a cut and a closed strait", chain_without_spare(), random_event), 7334);
}

// Spare that grows only from the alarm on can come too late just because a stock hid the trouble: see
// Paper.AStockThatHidesTheTroubleCanHurt and docs/methods/item-network.md. Another supplier never hurts.
TEST(NetworkRelief, HardlyEverHurtsOnChainsWithSpare) {
  const Violations one = count_violations("chains with spare, a cut", chain(), cut_alone);
  const Violations two = count_violations("chains with spare, a cut and a closed strait", chain(), random_event);
  for (const Violations& found : {one, two}) {
    EXPECT_EQ(found.harmed[1], 0);
    for (std::size_t k = 0; k < 4; ++k) EXPECT_LE(found.harmed[k], network_count() / 2000) << reliefs[k].name;
  }
  EXPECT_LE(one.harmed[4], network_count() / 10000);
  EXPECT_LE(two.harmed[4], network_count() / 50);
}

TEST(NetworkRelief, RarelyHurtsOnRandomNetworks) {
  const Violations found = count_violations("random networks, a cut and a closed strait", small(), random_event);
  for (std::size_t k = 0; k < 4; ++k) EXPECT_LT(found.harmed[k], 2 + network_count() / 40) << reliefs[k].name;
  EXPECT_LT(found.harmed[4], network_count() / 10);
}

// Where uses share alike and nothing stands in for another, what is left of the violations is that of the chains.
TEST(NetworkRelief, RarelyHurtsWithoutPriorityAndSubstitutes) {
  RandomShape shape = small();
  shape.priorities = shape.substitutes = shape.classes = false;
  const Violations found = count_violations("random networks, no priority, no substitutes", shape, random_event);
  for (std::size_t k = 0; k < 4; ++k) EXPECT_LT(found.harmed[k], 2 + network_count() / 40) << reliefs[k].name;
}

} // namespace
} // namespace rashin::supply
