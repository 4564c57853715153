#include "supply/network_course.h"
#include "supply/random_event.h"

#include <algorithm>

#include <gtest/gtest.h>

// A run that goes along with another, or is not made because it would end as that did, must end with the same bytes as
// the run made whole: tried on random networks.

namespace rashin::supply {
namespace {

/// Near `value`, other in every lane.
Lanes around(double value, SmallRandom& random) {
  Lanes lanes;
  for (double& lane : lanes.at) lane = value * random.between(0.9, 1.1);
  return lanes;
}

struct Trial {
  Trial(const Ready& ready, std::uint64_t seed) : network(ready.network), random(seed ^ 0xc0525e) {
    for (const double value : ready.values) {
      values.push_back(around(value, random));
      for (double& lane : values.back().at) lane = value <= 1 ? std::min(lane, 1.0) : lane;
    }
    for (const Substitute& s : network.substitutes) // so that an arm can begin what was not there before
      if (random.chance(0.7)) values[s.share] = {};
    balance_lanes(network, values);
    const RandomEvent event = random_event(network, seed);
    shocks = event.shocks;
    for (const DrawShock& n : event.numbers)
      numbers.push_back({around(std::min(n.share, 0.9), random), around(n.start, random), around(n.duration, random),
                         around(n.recovery, random)});
  }

  /// An arm: up to four numbers that a run reads late, with the days from which they count.
  std::vector<Lanes> arm() {
    std::vector<Lanes> other = values;
    const auto any_row = [&](std::size_t rows) {
      return static_cast<std::size_t>(random.below(static_cast<int>(rows)));
    };
    for (int n = random.below(3); n >= 0; --n) {
      const Supplier& s = network.suppliers[any_row(network.suppliers.size())];
      other[s.spare_share] = around(random.between(0.1, 1), random);
      other[s.spare_from] = around(random.between(0, 250), random);
      other[s.ramp] = around(random.between(1, 40), random);
    }
    if (!network.substitutes.empty() && random.chance(0.8)) {
      const Substitute& s = network.substitutes[any_row(network.substitutes.size())];
      other[s.share] = around(random.between(0.1, 0.9), random);
      other[s.from] = around(random.between(0, 250), random);
    }
    if (!network.stocks.empty() && random.chance(0.3)) {
      const Stock& s = network.stocks[any_row(network.stocks.size())];
      other[s.days] = around(random.between(5, 90), random);
      other[s.refill] = around(random.between(5, 30), random);
    }
    return other;
  }

  const ItemNetwork& network;
  SmallRandom random;
  std::vector<Lanes> values;
  std::vector<Shock> shocks;
  std::vector<ShockLanes> numbers;
};

TEST(NetworkCourse, ARunBesideAnotherEndsAsTheRunMadeWhole) {
  int whole = 0, from_morning = 0, not_made = 0;
  for (std::uint64_t seed = 0; seed < static_cast<std::uint64_t>(network_count() / 4); ++seed) {
    const Ready r = ready(random_network(seed, seed % 4 == 0 ? RandomShape{} : small()));
    Trial trial(r, seed);
    const std::vector<SlotUse> uses = slot_uses(r.network);
    NetworkEngine engine(r.network);
    engine.set_values(trial.values);
    Course course;
    RunOptions options;
    options.keep = &course;
    const BlockResult first = engine.run(trial.shocks, trial.numbers, options);
    for (int arm = 0; arm < 4; ++arm) {
      const std::vector<Lanes> other = trial.arm();
      const ValueChange change{trial.values, other, changed_slots(trial.values, other)};
      RunOptions rest;
      rest.apart = first_day_apart(r.network, uses, change, first.footprint);
      engine.set_values(other);
      const BlockResult made_whole = engine.run(trial.shocks, trial.numbers, {});
      if (rest.apart >= rest.days) {
        EXPECT_TRUE(same_bytes(first, made_whole)) << "seed " << seed << ", arm " << arm;
        ++not_made;
        continue;
      }
      rest.from = &course;
      EXPECT_TRUE(same_bytes(made_whole, engine.run(trial.shocks, trial.numbers, rest)))
          << "seed " << seed << ", arm " << arm << ", apart on day " << rest.apart;
      ++(rest.apart > 50 ? from_morning : whole);
    }
  }
  EXPECT_GT(whole, 25);
  EXPECT_GT(from_morning, 40);
  EXPECT_GT(not_made, 25);
}

TEST(NetworkCourse, ARunWithOtherNeedsIsMadeWhole) {
  const Ready r = ready(random_network(9, {}));
  Trial trial(r, 1);
  NetworkEngine engine(r.network);
  Course course;
  RunOptions keep, rest;
  keep.keep = &course;
  rest.from = &course;
  engine.set_values(trial.values);
  engine.run(trial.shocks, trial.numbers, keep);
  for (double& lane : trial.values[r.network.demands[0].use].at) lane *= 1.5;
  balance_lanes(r.network, trial.values);
  engine.set_values(trial.values);
  const BlockResult whole = engine.run(trial.shocks, trial.numbers, {});
  EXPECT_TRUE(same_bytes(whole, engine.run(trial.shocks, trial.numbers, rest)));
}

TEST(NetworkCourse, ACourseIsOfTheLastRunThatKeptIt) {
  const Ready r = ready(random_network(9, {}));
  Trial a(r, 1), b(r, 2);
  NetworkEngine engine(r.network);
  Course course;
  RunOptions keep;
  keep.keep = &course;
  engine.set_values(b.values);
  engine.run(b.shocks, b.numbers, keep);
  engine.set_values(a.values);
  const BlockResult whole = engine.run(a.shocks, a.numbers, keep);
  RunOptions rest;
  rest.from = &course;
  rest.apart = 365;
  EXPECT_TRUE(same_bytes(whole, engine.run(a.shocks, a.numbers, rest)));
}

} // namespace
} // namespace rashin::supply
