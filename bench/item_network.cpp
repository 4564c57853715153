#include "math/parallel.h"
#include "supply/balance.h"
#include "supply/network_course.h"
#include "supply/random_network.h"

#include <atomic>

#include <benchmark/benchmark.h>

// The bar of the item network: 40 items and about 150 arcs (suppliers, inputs, uses), 3 pathways x 20 arms x 365 days.
// Per draw, arm and pathway the value added lost by each end use is kept. How many runs end as an earlier one and are
// not made differs from network to network, so the bar is read off the median of twenty networks.

namespace {

using namespace rashin;
using namespace rashin::supply;

constexpr int arms = 20, pathways = 3;
std::atomic<long> repeated = 0; ///< runs that end as an earlier one and are not made

struct Case {
  ItemNetwork network;
  std::vector<double> values;
  std::vector<std::vector<Shock>> shocks;
  std::vector<SlotUse> uses;
};

Shock resolved(const ItemNetwork& network, const char* kind, const char* target) {
  return resolve_shock(network, {{kind, {}}, {kind, {}}, {target, {}}, {}}).take();
}

Case make_case(std::uint64_t seed) {
  RandomShape shape;
  shape.suppliers_per_item = 3;
  const SampleNetwork sample = random_network(seed, shape);
  Case made{sample.network(), {}, {}, {}};
  made.uses = slot_uses(made.network);
  made.values = balance(made.network, sample.values(made.network)).value().values;
  made.shocks = {{resolved(made.network, "pair-ban", "CHN")},
                 {resolved(made.network, "passage-closed", "strait"), resolved(made.network, "supplier-cut", "AUS")},
                 {resolved(made.network, "supplier-cut", "TWN"), resolved(made.network, "passage-closed", "narrows"),
                  resolved(made.network, "demand-surge", "use-0")}};
  return made;
}

ShockLanes shock_numbers(SmallRandom& random) {
  ShockLanes n;
  for (int l = 0; l < lane_count; ++l) {
    n.share[l] = random.between(0.3, 1);
    n.start[l] = random.between(0, 30);
    n.duration[l] = random.between(30, 300);
    n.recovery[l] = random.between(10, 90);
  }
  return n;
}

/// What one thread keeps between its blocks: of the arm without options the other arms go along with what it did.
struct Desk {
  NetworkEngine engine;
  std::vector<Course> courses{pathways};
};

/// Sixteen draws through every arm and pathway; out[(arm * pathways + pathway) * end uses + end use].
void run_block(const Case& made, Desk& desk, std::size_t block, std::vector<Lanes>& out) {
  SmallRandom random(block);
  std::vector<Lanes> values;
  for (const double value : made.values) {
    Lanes lanes;
    for (double& lane : lanes.at) lane = value * (value > 0 ? random.between(0.9, 1.1) : 1);
    for (double& lane : lanes.at) lane = value <= 1 && lane > 1 ? 1 : lane;
    values.push_back(lanes);
  }
  balance_lanes(made.network, values);
  std::vector<std::vector<ShockLanes>> numbers;
  for (const auto& shocks : made.shocks) {
    numbers.emplace_back();
    for (std::size_t s = 0; s < shocks.size(); ++s) numbers.back().push_back(shock_numbers(random));
  }
  const std::size_t uses = made.network.end_uses.size();
  std::vector<Footprint> footprints; // of the arm without options, which the others may end like
  for (int arm = 0; arm < arms; ++arm) {
    std::vector<Lanes> overlaid = values;
    for (int k = 0; k < 3; ++k) {
      const Supplier& s = made.network.suppliers[static_cast<std::size_t>(arm * 3 + k) % made.network.suppliers.size()];
      if (arm > 0)
        for (int l = 0; l < lane_count; ++l) overlaid[s.spare_share][l] += 0.2;
    }
    const ValueChange change{values, overlaid, changed_slots(values, overlaid)};
    desk.engine.set_values(overlaid);
    for (std::size_t p = 0; p < pathways; ++p) {
      const std::size_t at = (static_cast<std::size_t>(arm) * pathways + p) * uses;
      RunOptions options;
      if (arm > 0) options.apart = first_day_apart(made.network, made.uses, change, footprints[p]);
      if (options.apart >= options.days) {
        std::copy_n(out.begin() + static_cast<std::ptrdiff_t>(p * uses), uses,
                    out.begin() + static_cast<std::ptrdiff_t>(at));
        ++repeated;
        continue;
      }
      if (arm == 0)
        options.keep = &desk.courses[p];
      else
        options.from = &desk.courses[p];
      const BlockResult& result = desk.engine.run(made.shocks[p], numbers[p], options);
      for (std::size_t e = 0; e < uses; ++e) out[at + e] = result.end_uses[e].value_added_lost;
      if (arm == 0) footprints.push_back(result.footprint);
    }
  }
}

void item_network(benchmark::State& state) {
  const Case made = make_case(static_cast<std::uint64_t>(state.range(2)));
  const std::size_t blocks = (static_cast<std::size_t>(state.range(0)) + lane_count - 1) / lane_count;
  const unsigned threads = static_cast<unsigned>(state.range(1));
  const std::size_t kept = static_cast<std::size_t>(arms * pathways) * made.network.end_uses.size();
  double sum = 0;
  for (auto _ : state) {
    std::vector<std::vector<Lanes>> totals(blocks, std::vector<Lanes>(kept));
    const bool done = math::parallel_for(blocks, {threads, 1, {}}, [&](std::size_t begin, std::size_t end) {
      Desk desk{NetworkEngine(made.network)};
      for (std::size_t b = begin; b < end; ++b) run_block(made, desk, b, totals[b]);
    });
    if (!done) state.SkipWithError("stopped");
    sum = 0;
    for (const auto& block : totals)
      for (const Lanes& lanes : block)
        for (const double lane : lanes.at) sum += lane;
  }
  state.counters["items"] = static_cast<double>(made.network.items.size());
  state.counters["arcs"] =
      static_cast<double>(made.network.suppliers.size() + made.network.inputs.size() + made.network.demands.size());
  state.counters["repeated"] =
      static_cast<double>(repeated.exchange(0)) / static_cast<double>(blocks * arms * pathways);
  state.counters["mean_loss"] = sum / static_cast<double>(blocks * lane_count * arms * pathways);
  const double lane_days = static_cast<double>(blocks) * lane_count * arms * pathways * 365;
  state.counters["lane_days/s"] =
      benchmark::Counter(lane_days * static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

} // namespace

BENCHMARK(item_network)
    ->ArgNames({"draws", "threads", "network"})
    ->ArgsProduct({{1000}, {2}, benchmark::CreateDenseRange(0, 19, 1)})
    ->ArgsProduct({{10000}, {2}, {6}})
    ->Unit(benchmark::kSecond)
    ->Iterations(1)
    ->UseRealTime();
BENCHMARK_MAIN();
