// Times of the input–output engine beside the peers' figures on two cores (CPU time; see docs/methods/input-output.md).
// The labels name the bar and the peer. A table of N industries has a fifth of its cells filled, as real ones have.
#include "supply/mrio_ensemble.h"
#include "supply/mrio_solve.h"
#include "supply/mrio_static.h"
#include "supply/mrio_test_tables.h"

#include <benchmark/benchmark.h>
#include <map>

namespace {

using namespace rashin::supply;

const Mrio& table_of(std::size_t regions, std::size_t sectors) {
  static std::map<std::pair<std::size_t, std::size_t>, Mrio> kept;
  auto [place, added] = kept.try_emplace({regions, sectors});
  if (added) {
    if (kept.size() > 2) kept.erase(kept.begin()->first == place->first ? std::prev(kept.end()) : kept.begin());
    place = kept.try_emplace({regions, sectors}).first;
    place->second = patchy_table(regions, sectors);
  }
  return place->second;
}

PropagationOptions totals_only(int days) {
  PropagationOptions options;
  options.days = days;
  options.record_industries = options.record_causes = false;
  return options;
}

TableShock ban(const Mrio& table, int days) {
  TableShock shock;
  shock.kind = TableShockKind::Link;
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    if (table.industries[i].region == 0) shock.sellers.push_back(i);
    if (table.industries[i].region == 1) shock.buyers.push_back(i);
  }
  shock.buyer_regions = {1};
  shock.passage = 0.2;
  shock.duration = days;
  return shock;
}

/// One step = the difference of a run of 1 + k days and a run of one day, so that setting up is not counted.
void step_with_link_shock(benchmark::State& state, const char* label) {
  const Mrio& table = table_of(static_cast<std::size_t>(state.range(0)), static_cast<std::size_t>(state.range(1)));
  const int days = 11;
  const std::vector<TableShock> shocks{ban(table, days)};
  for (auto _ : state) {
    const auto cpu = [&](int count) {
      const std::clock_t begin = std::clock();
      benchmark::DoNotOptimize(propagate(table, shocks, totals_only(count)));
      return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    const double one = cpu(1);
    state.SetIterationTime(std::max(1e-9, (cpu(days) - one) / (days - 1)));
  }
  state.SetLabel(label);
}
BENCHMARK_CAPTURE(step_with_link_shock, n1435, "bar 2 ms; BoARIO 0.6.3 99 ms at N = 1450")
    ->Args({41, 35})
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(step_with_link_shock, n5000, "bar 35 ms; BoARIO 0.6.3 1770 ms")
    ->Args({100, 50})
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(step_with_link_shock, n10000, "bar 150 ms; BoARIO 0.6.3 10400 ms")
    ->Args({50, 200})
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->Iterations(2);

void year_with_rebuilding(benchmark::State& state) {
  const Mrio& table = table_of(6, 12);
  TableShock shock;
  shock.kind = TableShockKind::Capital;
  shock.impacts = {{3, table.output[3]}, {7, table.output[7]}};
  shock.start = 5;
  shock.duration = 20;
  shock.rebuilding = {{0, 0.7}, {4, 0.3}};
  const std::vector<TableShock> shocks{shock};
  for (auto _ : state) benchmark::DoNotOptimize(propagate(table, shocks, {}));
  state.SetLabel("N = 72, bar 20 ms; BoARIO 0.6.3 9500 ms (wall)");
}
BENCHMARK(year_with_rebuilding)->Unit(benchmark::kMillisecond);

/// A tenth of the bar's ensemble on one thread.
void ensemble_of_fifty(benchmark::State& state) {
  const Mrio& table = table_of(41, 35);
  const PropagationOptions options = totals_only(365);
  std::vector<std::vector<TableShock>> shocks;
  for (std::uint32_t draw = 0; draw < 48; ++draw) {
    TableShock shock;
    shock.impacts = {{draw, 0.5}, {draw + 100, 0.3}};
    shock.start = 5;
    shock.duration = 30 + static_cast<int>(draw);
    shocks.push_back({shock});
  }
  std::vector<Member> members;
  for (const auto& list : shocks) members.push_back({list, &options});
  for (auto _ : state) benchmark::DoNotOptimize(run_ensemble(table, members, {}));
  state.SetLabel(
      "48 draws x 365 days, N = 1435, one thread; 500 draws on two cores: x 5.2; bar 120 s, BoARIO about 5 h CPU");
}
BENCHMARK(ensemble_of_fifty)->Unit(benchmark::kSecond)->Iterations(1);

void one_demand_shock(benchmark::State& state) {
  const Mrio& table = table_of(100, 50);
  const SparseRows coefficients = technical_coefficients(table);
  const std::vector<double> demand = final_demand_totals(table);
  SolveOptions options;
  options.tolerance = 1e-10;
  for (auto _ : state) benchmark::DoNotOptimize(solve_leontief(coefficients, demand, options));
  state.SetLabel("N = 5000, residual 1e-10, bar 150 ms; pymrio calc_system 11900 ms, dense LU 3960 ms");
}
BENCHMARK(one_demand_shock)->Unit(benchmark::kMillisecond);

void one_inversion(benchmark::State& state) {
  const Mrio& table = table_of(41, 35);
  for (auto _ : state) benchmark::DoNotOptimize(inverses(table));
  state.SetLabel("N = 1435, L and G");
}
BENCHMARK(one_inversion)->Unit(benchmark::kMillisecond);

void all_extractions(benchmark::State& state) {
  const Mrio& table = table_of(41, 35);
  for (auto _ : state) {
    const auto inverse = inverses(table);
    benchmark::DoNotOptimize(indicators(table, *inverse));
  }
  state.SetLabel("N = 1435, L, G and all N extractions; bar 2 x one_inversion");
}
BENCHMARK(all_extractions)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
