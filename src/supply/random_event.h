#pragma once
#include "supply/balance.h"
#include "supply/network_engine.h"
#include "supply/random_network.h"

#include <cstdlib>
#include <cstring>

namespace rashin::supply {

// For the tests on random networks: a network ready to run, a random event, and what they come to.

inline int network_count() { // all 10,000 in the long form (RASHIN_LONG=1)
  const char* wanted = std::getenv("RASHIN_LONG");
  return wanted && std::strcmp(wanted, "1") == 0 ? 10000 : 500;
}

struct Ready {
  ItemNetwork network;
  std::vector<double> values;
};
inline Ready ready(const SampleNetwork& sample) {
  Ready r{sample.network(), {}};
  r.values = balance(r.network, sample.values(r.network)).value().values;
  return r;
}

inline RandomShape small() {
  RandomShape shape;
  shape.tiers = 3;
  shape.items_per_tier = 3;
  shape.end_uses = 2;
  return shape;
}

struct RandomEvent {
  std::vector<Shock> shocks;
  std::vector<DrawShock> numbers;
};
/// A cut of a country, and where there are routes a closed strait.
inline RandomEvent random_event(const ItemNetwork& network, std::uint64_t seed) {
  SmallRandom random(seed ^ 0x5eed);
  RandomEvent event;
  Shock cut;
  const std::string& country =
      network.countries[static_cast<std::size_t>(random.below(static_cast<int>(network.countries.size())))];
  for (Index s = 0; s < network.suppliers.size(); ++s)
    if (network.suppliers[s].country == country) cut.suppliers.push_back(s);
  event.shocks.push_back(cut);
  event.numbers.push_back(
      {random.between(0.3, 1), random.between(0, 20), random.between(10, 120), random.between(0, 60)});
  if (const auto strait = find_passage(network, "strait")) {
    Shock closed;
    closed.kind = ShockKind::PassageClosed;
    closed.passage = strait;
    event.shocks.push_back(closed);
    event.numbers.push_back({random.between(0.2, 1), random.between(0, 40), random.between(5, 60), 0});
  }
  return event;
}

inline bool same_bytes(const BlockResult& a, const BlockResult& b) {
  return a.end_uses.size() == b.end_uses.size() && a.items.size() == b.items.size() &&
         std::memcmp(a.end_uses.data(), b.end_uses.data(), a.end_uses.size() * sizeof(EndUseTotals)) == 0 &&
         std::memcmp(a.items.data(), b.items.data(), a.items.size() * sizeof(ItemTotals)) == 0 &&
         a.footprint.alarmed == b.footprint.alarmed && a.footprint.drew == b.footprint.drew;
}
inline double total_loss(const BlockResult& result, int lane = 0) {
  double sum = 0;
  for (const EndUseTotals& e : result.end_uses) sum += e.value_added_lost[lane];
  return sum;
}
inline double loss(const Ready& r, const RandomEvent& event, int days = 365) {
  RunOptions options;
  options.days = days;
  return total_loss(run_draw(r.network, r.values, event.shocks, event.numbers, options));
}

} // namespace rashin::supply
