#include "collect/scw.h"
#include "math/sobol.h"
#include "need/smaa.h"
#include "pathway/cib_experts.h"
#include "pathway/cib_succession.h"
#include "policy/prim.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>

// One-method benchmarks beside the peers of the reference (docs/methods, "Measured"). Random input comes from the
// counter-based draws, so every run and machine has the same.

namespace {

using namespace rashin;

double pick(std::uint64_t number, const FactorKey& factor, std::uint64_t index) {
  return uniform(number, factor, Stream::A, index);
}

/// `descriptors` of 3 states, whole numbers from -3 to 3, no diagonal.
pathway::CrossImpactMatrix dense_matrix(std::uint64_t seed, std::size_t descriptors) {
  std::vector<pathway::Descriptor> made;
  for (std::size_t d = 0; d < descriptors; ++d) made.push_back({"D" + std::to_string(d), {"a", "b", "c"}});
  const std::size_t states = 3 * descriptors;
  std::vector<int> cells(states * states, 0);
  const FactorKey key("cell");
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (i / states / 3 != i % states / 3) cells[i] = static_cast<int>(pick(seed, key, i) * 7) - 3;
  return {made, cells};
}

void cib_dense(benchmark::State& state) {
  const auto descriptors = static_cast<std::size_t>(state.range(0));
  std::uint64_t nodes = 0, runs = 0;
  for (auto _ : state) {
    pathway::SolveOptions options;
    options.threads = static_cast<unsigned>(state.range(1));
    const auto matrix = dense_matrix(runs % 20, descriptors);
    nodes += pathway::consistent_scenarios(matrix, options).nodes;
    ++runs;
  }
  state.counters["nodes"] = static_cast<double>(nodes) / static_cast<double>(runs);
}
BENCHMARK(cib_dense)
    ->Args({15, 1})
    ->Args({20, 1})
    ->Args({25, 1})
    ->Args({25, 2})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// Median over 20 matrices, wall and processor time of all threads.
void cib_dense_median(benchmark::State& state) {
  pathway::SolveOptions options;
  options.threads = static_cast<unsigned>(state.range(1));
  for (auto _ : state) {
    std::vector<double> wall, processor;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const auto matrix = dense_matrix(seed, static_cast<std::size_t>(state.range(0)));
      const auto start = std::chrono::steady_clock::now();
      const std::clock_t ticks = std::clock();
      benchmark::DoNotOptimize(pathway::consistent_scenarios(matrix, options));
      processor.push_back(1e3 * static_cast<double>(std::clock() - ticks) / CLOCKS_PER_SEC);
      wall.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(wall.begin(), wall.end());
    std::sort(processor.begin(), processor.end());
    state.counters["median_wall_ms"] = (wall[9] + wall[10]) / 2;
    state.counters["median_cpu_ms"] = (processor[9] + processor[10]) / 2;
  }
}
BENCHMARK(cib_dense_median)->Args({25, 1})->Args({25, 2})->Iterations(1)->Unit(benchmark::kMillisecond)->UseRealTime();

/// The national and regional case of the Stockholm Environment Institute (data/methods/cib, see its SOURCE.md).
std::optional<pathway::CrossImpactMatrix> national_case() {
  const char* const data = std::getenv("RASHIN_DATA");
  std::ifstream file(std::string(data ? data : "../shared/data") + "/methods/cib/CIB_natl_regional.scw");
  std::ostringstream bytes;
  bytes << file.rdbuf();
  const auto project = collect::read_scw("case", bytes.str());
  if (!project) return {};
  std::vector<pathway::Descriptor> descriptors;
  for (const auto& descriptor : project->descriptors) descriptors.push_back({descriptor.name, descriptor.states});
  return pathway::CrossImpactMatrix(descriptors, project->cells);
}

void cib_national(benchmark::State& state) {
  const auto matrix = national_case();
  if (!matrix) return state.SkipWithError("no data: set RASHIN_DATA");
  for (auto _ : state) benchmark::DoNotOptimize(pathway::consistent_scenarios(*matrix));
}
BENCHMARK(cib_national)->Unit(benchmark::kMillisecond);

void cib_national_succession(benchmark::State& state) {
  const auto matrix = national_case();
  if (!matrix) return state.SkipWithError("no data: set RASHIN_DATA");
  pathway::SuccessionOptions options;
  options.threads = static_cast<unsigned>(state.range(0));
  for (auto _ : state) benchmark::DoNotOptimize(succession_map(*matrix, options));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(*matrix->configurations()));
}
BENCHMARK(cib_national_succession)
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->UseRealTime();

/// 10^4 resampled matrices, each solved exactly: the national case (0) or 12 random descriptors (1).
void cib_ensemble(benchmark::State& state) {
  const auto matrix = state.range(0) == 0 ? national_case() : dense_matrix(1, 12);
  if (!matrix) return state.SkipWithError("no data: set RASHIN_DATA");
  const pathway::ExpertMatrix expert{"A", {matrix->cells().begin(), matrix->cells().end()}, {}};
  pathway::EnsembleOptions options;
  options.draws = 10'000;
  options.threads = 2;
  for (auto _ : state) benchmark::DoNotOptimize(judgement_ensemble(matrix->descriptors(), {expert}, options));
}
BENCHMARK(cib_ensemble)->Arg(0)->Arg(1)->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond)->UseRealTime();

void cib_succession(benchmark::State& state) {
  const auto matrix = dense_matrix(3, 15); // 14,348,907 configurations
  pathway::SuccessionOptions options;
  options.threads = 2;
  if (state.range(0) == 1) options.rule = pathway::Succession::Local;
  for (auto _ : state) benchmark::DoNotOptimize(succession_map(matrix, options));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(*matrix.configurations()));
}
BENCHMARK(cib_succession)->MeasureProcessCPUTime()->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();

void prim(benchmark::State& state) {
  const auto n = static_cast<std::size_t>(state.range(0));
  policy::PrimCases cases{
      std::vector<std::string>(20, "x"), std::vector<std::vector<double>>(20, std::vector<double>(n)), {}};
  for (std::size_t k = 0; k < 20; ++k)
    fill_uniforms(5, FactorKey("x" + std::to_string(k)), Stream::A, 0, cases.columns[k]);
  for (std::size_t i = 0; i < n; ++i)
    cases.of_interest.push_back(cases.columns[0][i] < 0.4 && cases.columns[2][i] > 0.5 && cases.columns[7][i] > 0.2);
  policy::PrimOptions options;
  options.threads = 2;
  for (auto _ : state) benchmark::DoNotOptimize(policy::prim(cases, options));
}
BENCHMARK(prim)
    ->MeasureProcessCPUTime()
    ->Arg(10'000)
    ->Arg(100'000)
    ->Arg(1'000'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

double ishigami(const double* u) {
  const auto x = [&](int i) { return (2 * u[i] - 1) * 3.141592653589793; };
  return std::sin(x(0)) + 7 * std::sin(x(1)) * std::sin(x(1)) + 0.1 * std::pow(x(2), 4) * std::sin(x(0));
}

void sobol(benchmark::State& state) {
  const auto base = static_cast<std::size_t>(state.range(0)), inputs = static_cast<std::size_t>(state.range(1));
  math::SobolOptions options;
  options.second_order = state.range(2) == 1;
  options.threads = 2;
  for (auto _ : state) {
    const std::vector<double> rows = math::saltelli_design(inputs, base, options.second_order, 1);
    std::vector<double> outputs(rows.size() / inputs);
    for (std::size_t n = 0; n < outputs.size(); ++n) outputs[n] = ishigami(rows.data() + n * inputs);
    benchmark::DoNotOptimize(math::sobol_indices(outputs, inputs, options));
  }
}
BENCHMARK(sobol)
    ->MeasureProcessCPUTime()
    ->Args({1 << 17, 3, 1})
    ->Args({8192, 20, 0})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

need::ScoreTable table_of(std::size_t alternatives, std::size_t criteria) {
  need::ScoreTable table{alternatives, std::vector<need::Criterion>(criteria),
                         std::vector<double>(alternatives * criteria)};
  for (need::Criterion& criterion : table.criteria) criterion = {"c", true, 1, 0, 1};
  fill_uniforms(1, FactorKey("scores"), Stream::A, 0, table.scores);
  return table;
}

void topsis(benchmark::State& state) {
  const need::ScoreTable table = table_of(100'000, 10);
  for (auto _ : state) benchmark::DoNotOptimize(need::topsis(table, static_cast<need::Normalisation>(state.range(0))));
}
BENCHMARK(topsis)->MeasureProcessCPUTime()->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();

void promethee_usual(benchmark::State& state) {
  const need::ScoreTable table = table_of(static_cast<std::size_t>(state.range(0)), 10);
  const std::vector<need::Preference> usual(10);
  for (auto _ : state) benchmark::DoNotOptimize(need::promethee(table, usual, 2));
}
BENCHMARK(promethee_usual)
    ->MeasureProcessCPUTime()
    ->Arg(1500)
    ->Arg(100'000)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// 64 × 12 × 10^5; scores uniform around a middle, drawn (0) or held in memory as the draws of a chain (1).
void smaa(benchmark::State& state) {
  constexpr std::size_t n = 64, m = 12;
  std::vector<need::Criterion> criteria(m, {"c", true, 1, 0, 1});
  std::vector<Distribution> scores;
  std::vector<std::string> factors;
  const FactorKey key("middle");
  for (std::size_t i = 0; i < n * m; ++i) {
    const double middle = 0.1 + 0.8 * pick(1, key, i);
    scores.emplace_back(shape::Uniform{middle - 0.1, middle + 0.1});
    factors.push_back("t" + std::to_string(i));
  }
  need::ScoreDraws draws = need::drawn_scores(criteria, scores, factors, DrawPlan(1));
  std::vector<double> held;
  if (state.range(0) == 1) {
    held.resize(n * m * 1024);
    draws(0, 1024, held);
    draws = [&held](std::uint64_t first, std::size_t count, std::span<double> out) {
      for (std::size_t i = 0; i < n * m; ++i)
        std::copy_n(held.begin() + static_cast<std::ptrdiff_t>(i * 1024 + first % 1024), count,
                    out.begin() + static_cast<std::ptrdiff_t>(i * count));
    };
  }
  const auto weights = need::WeightDraws::make(m, {}, 1).take();
  need::SmaaOptions options;
  options.draws = 100'000;
  options.confidence_draws = 0;
  options.threads = 2;
  for (auto _ : state) benchmark::DoNotOptimize(need::smaa(n, draws, weights, options));
}
BENCHMARK(smaa)->MeasureProcessCPUTime()->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();

} // namespace

BENCHMARK_MAIN();
