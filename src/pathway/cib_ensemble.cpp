#include "math/parallel.h"
#include "pathway/cib_experts.h"

#include <algorithm>
#include <cmath>

namespace rashin::pathway {
namespace {

/// The quantile of the discrete triangle of half-width w.
int triangle_noise(int w, double u) {
  double below = 0;
  const double total = static_cast<double>(w + 1) * static_cast<double>(w + 1);
  for (int k = -w; k < w; ++k) {
    below += (w + 1 - std::abs(k)) / total;
    if (u <= below) return k;
  }
  return w;
}

struct NoisyCell {
  std::size_t cell;
  FactorKey key;
};

std::vector<NoisyCell> noisy_cells(const CrossImpactMatrix& matrix) {
  const auto name = [&](std::size_t state) {
    const std::size_t d = matrix.descriptor_of(state);
    return matrix.descriptors()[d].name + "." + matrix.descriptors()[d].states[state - matrix.first_state(d)];
  };
  const std::vector<std::size_t> self = matrix.self_impacts();
  std::vector<NoisyCell> result;
  for (std::size_t row = 0; row < matrix.states(); ++row)
    for (std::size_t column = 0; column < matrix.states(); ++column) {
      const std::size_t d = matrix.descriptor_of(row);
      if (d == matrix.descriptor_of(column) && std::find(self.begin(), self.end(), d) == self.end()) continue;
      result.push_back({row * matrix.states() + column, FactorKey("cib/" + name(row) + "/" + name(column))});
    }
  return result;
}

/// One person, ready to be sampled.
struct Believed {
  CrossImpactMatrix matrix;
  std::vector<NoisyCell> cells;
  std::vector<int> half_width; ///< per noisy cell
};

Believed prepare(const CrossImpactMatrix& matrix, const ExpertMatrix& expert, const EnsembleOptions& options) {
  Believed believed{matrix, {}, {}};
  for (const NoisyCell& cell : noisy_cells(matrix)) {
    const auto note = expert.notes.find(cell.cell);
    const int stated = note == expert.notes.end() ? 0 : note->second.confidence;
    const int confidence = stated == 0 ? options.default_confidence : stated;
    const int width = options.half_width.at(static_cast<std::size_t>(confidence - 1));
    if (width == 0) continue;
    believed.cells.push_back(cell);
    believed.half_width.push_back(width);
  }
  return believed;
}

Solution solve_draw(const Believed& believed, const EnsembleOptions& options, std::uint64_t draw) {
  CrossImpactMatrix matrix = believed.matrix;
  const std::size_t states = matrix.states();
  for (std::size_t i = 0; i < believed.cells.size(); ++i) {
    const std::size_t cell = believed.cells[i].cell;
    const double u = uniform(options.seed, believed.cells[i].key, Stream::A, draw);
    const int noise = triangle_noise(believed.half_width[i], u);
    if (noise != 0) matrix.set_cell(cell / states, cell % states, matrix.cell(cell / states, cell % states) + noise);
  }
  SolveOptions solve;
  solve.tolerance = options.tolerance;
  solve.most_scenarios = options.most_scenarios;
  return consistent_scenarios(matrix, solve);
}

void count(const std::map<Scenario, std::uint64_t>& counts, Ensemble& ensemble) {
  for (const auto& [scenario, draws] : counts) {
    const double n = static_cast<double>(ensemble.draws), share = static_cast<double>(draws) / n;
    ensemble.scenarios.push_back({scenario, draws, share, std::sqrt(share * (1 - share) / n)});
  }
  std::stable_sort(ensemble.scenarios.begin(), ensemble.scenarios.end(),
                   [](const ScenarioShare& a, const ScenarioShare& b) { return a.draws > b.draws; });
}

} // namespace

Result<Ensemble> judgement_ensemble(const std::vector<Descriptor>& descriptors,
                                    const std::vector<ExpertMatrix>& experts, const EnsembleOptions& options) {
  std::vector<Believed> people;
  Diagnostics faults;
  for (const ExpertMatrix& expert : experts) {
    const auto matrix = summed_matrix(descriptors, {expert});
    if (matrix)
      people.push_back(prepare(*matrix, expert, options));
    else
      faults.insert(faults.end(), matrix.diagnostics().begin(), matrix.diagnostics().end());
  }
  if (!faults.empty()) return faults;
  if (people.empty() || options.draws == 0) throw Error("an ensemble needs people and draws");

  const FactorKey believed("cib/believed");
  std::vector<Solution> solutions(options.draws);
  const bool done =
      math::parallel_for(options.draws, {options.threads, 16, options.stop}, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
          const std::uint64_t draw = options.first_draw + i;
          const double u = uniform(options.seed, believed, Stream::A, draw);
          const auto person = static_cast<std::size_t>(u * static_cast<double>(people.size()));
          solutions[i] = solve_draw(people[person], options, draw);
        }
      });
  if (!done) throw Error("stopped");

  Ensemble ensemble{{}, options.draws, 0, 0};
  std::map<Scenario, std::uint64_t> counts;
  for (const Solution& solution : solutions) {
    for (const Scenario& scenario : solution.scenarios) ++counts[scenario];
    ensemble.empty_draws += solution.complete && solution.scenarios.empty();
    ensemble.incomplete_draws += !solution.complete;
  }
  count(counts, ensemble);
  return ensemble;
}

} // namespace rashin::pathway
