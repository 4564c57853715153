#include "pathway/cib_explain.h"

#include <algorithm>
#include <iterator>

namespace rashin::pathway {

std::vector<Pillar> pillars(const CrossImpactMatrix& matrix, const Scenario& scenario, int tolerance) {
  const std::vector<int> balances = impact_balances(matrix, scenario);
  std::vector<Pillar> result;
  for (std::size_t target = 0; target < matrix.size(); ++target) {
    const std::size_t held = matrix.state(scenario, target), first = matrix.first_state(target);
    for (std::size_t source = 0; source < matrix.size(); ++source) {
      const std::size_t row = matrix.state(scenario, source);
      std::optional<Pillar> weakest;
      for (std::size_t t = first; t < first + matrix.states_of(target); ++t) {
        if (t == held) continue;
        Pillar pillar{source,
                      target,
                      static_cast<int>(t - first),
                      matrix.cell(row, held) - matrix.cell(row, t),
                      balances[held] - balances[t],
                      false};
        pillar.decisive = pillar.lead >= -tolerance && pillar.lead - pillar.pull < -tolerance;
        if (!weakest || pillar.lead - pillar.pull < weakest->lead - weakest->pull) weakest = pillar;
      }
      if (weakest && weakest->pull > 0) result.push_back(*weakest);
    }
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const Pillar& a, const Pillar& b) { return a.lead - a.pull < b.lead - b.pull; });
  return result;
}

std::vector<BreakingChange> breaking_changes(const CrossImpactMatrix& matrix, const Scenario& scenario, int tolerance) {
  const std::vector<int> balances = impact_balances(matrix, scenario);
  std::vector<BreakingChange> result;
  for (std::size_t target = 0; target < matrix.size(); ++target) {
    const std::size_t held = matrix.state(scenario, target), first = matrix.first_state(target);
    std::optional<BreakingChange> least;
    for (std::size_t t = first; t < first + matrix.states_of(target); ++t) {
      if (t == held) continue;
      const BreakingChange change{target, static_cast<int>(t - first), balances[held] - balances[t] + tolerance + 1};
      if (!least || change.change < least->change) least = change;
    }
    if (least) result.push_back(*least);
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const BreakingChange& a, const BreakingChange& b) { return a.change < b.change; });
  return result;
}

CrossImpactMatrix changed(const CrossImpactMatrix& matrix, const std::vector<CellChange>& changes) {
  CrossImpactMatrix result = matrix;
  for (const CellChange& change : changes) result.set_cell(change.row, change.column, change.value);
  return result;
}

ScenarioDifference difference(const Solution& before, const Solution& after) {
  ScenarioDifference result;
  const auto &a = before.scenarios, &b = after.scenarios;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result.kept));
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result.lost));
  std::set_difference(b.begin(), b.end(), a.begin(), a.end(), std::back_inserter(result.gained));
  return result;
}

} // namespace rashin::pathway
