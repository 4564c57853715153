#pragma once
#include "supply/sample_network.h"

#include <cstdint>
#include <set>

namespace rashin::supply {

/// Random layered networks for tests and benchmarks: raw materials at the bottom, end uses on top. Balanced they have
/// no shortage at rest. A function of (seed, shape) alone: no two numbers are drawn in one call's arguments, whose
/// order is the compiler's.
struct RandomShape {
  int tiers = 5, items_per_tier = 8;
  int suppliers_per_item = 2; ///< at most this many from outside the network, at least one
  int inputs_per_item = 2;    ///< of makers, from tiers below
  int end_uses = 6, items_per_end_use = 3;
  bool priorities = true, substitutes = true, spare = true, delays = true, stocks = true, classes = true;
};

class SmallRandom { // splitmix64: the same numbers everywhere
 public:
  explicit SmallRandom(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }
  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
  double between(double low, double high) { return low + (high - low) * unit(); }
  int below(int end) { return static_cast<int>(next() % static_cast<std::uint64_t>(end)); }
  bool chance(double share) { return unit() < share; }

 private:
  std::uint64_t state_;
};

using Quantities = std::vector<std::pair<const char*, double>>;

inline constexpr const char* random_countries[] = {"CHN", "AUS", "USA", "BRA", "CHL",
                                                   "KOR", "TWN", "DEU", "VNM", "IND"};
inline constexpr const char* random_classes[] = {"essential", "important", "non-essential"};

class RandomGenerator {
 public:
  RandomGenerator(std::uint64_t seed, const RandomShape& shape) : random_(seed), shape_(shape) {}

  SampleNetwork make() {
    routes();
    for (int tier = 0; tier < shape_.tiers; ++tier)
      for (int n = 0; n < shape_.items_per_tier; ++n) item(tier, n);
    if (shape_.substitutes)
      for (int tier = 0; tier < shape_.tiers; ++tier) substitute(tier);
    for (int e = 0; e < shape_.end_uses; ++e) end_use(e);
    return sample_;
  }

 private:
  static std::string name(int tier, int n) { return "item-" + std::to_string(tier) + "-" + std::to_string(n); }
  const char* input_class() {
    const double x = shape_.classes ? random_.unit() : 0;
    return random_classes[x < 0.8 ? 0 : x < 0.9 ? 1 : 2];
  }
  void add(Table table, const std::vector<std::string>& cells, const Quantities& quantities) {
    sample_.add_row(table, cells, quantities);
  }

  void routes() {
    if (!shape_.delays) return;
    add(Table::Routes, {"east", "", "strait"}, {{"days", 12}});
    add(Table::Routes, {"east", "strait"}, {{"detour_days", 4}});
    add(Table::Routes, {"west", "", "canal;strait"}, {{"days", 30}});
    add(Table::Routes, {"west", "canal"}, {{"detour_days", 9}});
    add(Table::Routes, {"west", "strait"}, {{"detour_days", 4}});
    add(Table::Routes, {"gulf", "", "narrows"}, {{"days", 18}});
  }

  void supply(const std::string& item, const std::string& country, bool makes) {
    Quantities q{{"supply", random_.between(50, 500)}};
    if (shape_.spare && random_.chance(0.5)) {
      q.emplace_back("spare_share", random_.between(0.05, 0.4));
      q.emplace_back("ramp", random_.between(5, 90));
    }
    std::string route;
    if (shape_.delays) {
      if (!makes)
        route = random_.chance(0.5) ? "east" : random_.chance(0.5) ? "west" : random_.chance(0.3) ? "gulf" : "";
      if (route.empty()) q.emplace_back("lead_time", random_.between(0, 6));
    }
    add(Table::Supply, {item, makes ? "makers" : country, makes ? "JPN" : country, route, makes ? "yes" : "no"}, q);
  }

  void item(int tier, int n) {
    const std::string id = name(tier, n);
    add(Table::Items, {id, "", "", "", "t", "", shape_.priorities && random_.chance(0.3) ? "priority" : ""}, {});
    const int outside = 1 + random_.below(shape_.suppliers_per_item);
    std::set<int> chosen;
    while (static_cast<int>(chosen.size()) < outside) chosen.insert(random_.below(10));
    if (tier == 0 || random_.chance(0.7))
      for (const int c : chosen) supply(id, random_countries[c], false);
    if (tier > 0) {
      supply(id, "JPN", true);
      std::set<std::pair<int, int>> inputs;
      const int wanted = 1 + random_.below(shape_.inputs_per_item);
      for (int tries = 0; static_cast<int>(inputs.size()) < wanted && tries < 20; ++tries) {
        const int from = random_.chance(0.7) ? tier - 1 : random_.below(tier);
        inputs.emplace(from, random_.below(shape_.items_per_tier));
      }
      for (const auto& [t, k] : inputs) {
        const std::vector<std::string> cells{id, name(t, k), input_class(), random_.chance(0.3) ? "2" : ""};
        add(Table::Inputs, cells, {{"per_unit", random_.between(0.1, 2)}});
      }
    }
    if (shape_.stocks && random_.chance(0.6)) {
      Quantities q{{"days", random_.between(3, 60)}};
      if (random_.chance(0.5)) q.emplace_back("refill", random_.between(10, 60));
      add(Table::Stocks, {id, "makers"}, q);
    }
  }

  void substitute(int tier) {
    if (shape_.items_per_tier < 2 || !random_.chance(0.5)) return;
    const int a = random_.below(shape_.items_per_tier), b = (a + 1) % shape_.items_per_tier;
    add(Table::Substitutes, {name(tier, a), name(tier, b)},
        {{"share", random_.between(0.1, 0.6)},
         {"yield", random_.between(0.5, 1.5)},
         {"delay", random_.between(0, 60)}});
  }

  void end_use(int e) {
    const std::string id = "use-" + std::to_string(e);
    const std::string priority = std::to_string(1 + random_.below(3));
    add(Table::EndUses, {id, "", "", priority}, {{"value_added", random_.between(100, 5000)}});
    std::set<int> chosen;
    const int wanted = 1 + random_.below(shape_.items_per_end_use);
    for (int tries = 0; static_cast<int>(chosen.size()) < wanted && tries < 20; ++tries)
      chosen.insert(random_.below(shape_.items_per_tier));
    for (const int n : chosen) {
      const std::vector<std::string> cells{id, name(shape_.tiers - 1, n), input_class()};
      add(Table::Demand, cells, {{"use", random_.between(20, 300)}});
    }
  }

  SmallRandom random_;
  RandomShape shape_;
  SampleNetwork sample_;
};

inline SampleNetwork random_network(std::uint64_t seed, const RandomShape& shape) {
  return RandomGenerator(seed, shape).make();
}

} // namespace rashin::supply
