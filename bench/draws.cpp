#include "core/draws.h"
#include "core/distribution.h"

#include <benchmark/benchmark.h>

namespace {

using namespace rashin;

// Cost per draw of a value, by kind: `uniform` is the share of the generator.
void values(benchmark::State& state, const char* kind) {
  const double high = std::string_view(kind) == "lognormal" ? 8 : 6;
  const auto distribution = make_distribution(kind, {4, 2, high, {}, {}}, {}, {}).take();
  std::vector<double> draws(1024);
  std::uint64_t first = 1;
  for (auto _ : state) {
    fill_uniforms(2010, FactorKey("stocks/magnets.JPN/days"), Stream::A, first, draws);
    if (std::string_view(kind) != "uniform") distribution.to_values(draws);
    benchmark::DoNotOptimize(draws.data());
    first += draws.size();
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(draws.size()));
}
BENCHMARK_CAPTURE(values, uniform, "uniform");
BENCHMARK_CAPTURE(values, triangular, "triangular");
BENCHMARK_CAPTURE(values, normal, "normal");
BENCHMARK_CAPTURE(values, lognormal, "lognormal");
BENCHMARK_CAPTURE(values, quantiles, "quantiles");
BENCHMARK_CAPTURE(values, pert, "pert");

void correlated(benchmark::State& state) {
  const auto plan = make_draw_plan(1, {{"g", {"a", "b", "c"}, {1, 0.5, 0.5, 0.5, 1, 0.5, 0.5, 0.5, 1}, {}}}).take();
  std::vector<double> draws(1024);
  for (auto _ : state) {
    plan.uniforms("c", 1, draws);
    benchmark::DoNotOptimize(draws.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(draws.size()));
}
BENCHMARK(correlated);

} // namespace

BENCHMARK_MAIN();
