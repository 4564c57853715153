#include "pathway/cib_matrix.h"

#include "core/result.h"

#include <algorithm>
#include <cstdlib>

namespace rashin::pathway {

CrossImpactMatrix::CrossImpactMatrix(std::vector<Descriptor> descriptors, std::vector<int> cells)
    : descriptors_(std::move(descriptors)), cells_(std::move(cells)) {
  for (std::size_t d = 0; d < descriptors_.size(); ++d) {
    const std::size_t count = descriptors_[d].states.size();
    if (count < 1 || count > 64) throw Error("a descriptor needs 1 to 64 states: " + descriptors_[d].name);
    first_.push_back(owner_.size());
    owner_.insert(owner_.end(), count, d);
  }
  if (cells_.size() != owner_.size() * owner_.size()) throw Error("cross-impact cells are not a square of the states");
  for (const int cell : cells_)
    if (std::abs(cell) > largest_cell) throw Error("a cross-impact cell is out of range");
}

void CrossImpactMatrix::set_cell(std::size_t row, std::size_t column, int value) {
  if (row >= states() || column >= states() || std::abs(value) > largest_cell)
    throw Error("a cross-impact cell is out of range");
  cells_[row * states() + column] = value;
}

std::vector<std::size_t> CrossImpactMatrix::self_impacts() const {
  std::vector<std::size_t> result;
  for (std::size_t row = 0; row < states(); ++row) {
    const std::size_t own = owner_[row];
    for (std::size_t t = 0; t < states_of(own); ++t)
      if (cell(row, first_[own] + t) != 0 && (result.empty() || result.back() != own)) result.push_back(own);
  }
  return result;
}

CrossImpactMatrix CrossImpactMatrix::without_self_impacts() const {
  CrossImpactMatrix result = *this;
  for (std::size_t row = 0; row < states(); ++row)
    for (std::size_t column = 0; column < states(); ++column)
      if (owner_[row] == owner_[column]) result.cells_[row * states() + column] = 0;
  return result;
}

std::optional<std::uint64_t> CrossImpactMatrix::configurations() const {
  std::uint64_t result = 1;
  for (const Descriptor& descriptor : descriptors_)
    if (__builtin_mul_overflow(result, descriptor.states.size(), &result)) return std::nullopt;
  return result;
}

std::vector<int> impact_balances(const CrossImpactMatrix& matrix, const Scenario& scenario) {
  std::vector<int> result(matrix.states(), 0);
  for (std::size_t d = 0; d < matrix.size(); ++d) {
    const std::size_t row = matrix.state(scenario, d);
    for (std::size_t column = 0; column < result.size(); ++column) result[column] += matrix.cell(row, column);
  }
  return result;
}

ScenarioFigures scenario_figures(const CrossImpactMatrix& matrix, const Scenario& scenario) {
  const std::vector<int> balances = impact_balances(matrix, scenario);
  ScenarioFigures figures;
  for (std::size_t d = 0; d < matrix.size(); ++d) {
    const std::size_t chosen = matrix.state(scenario, d);
    std::optional<int> rival;
    for (std::size_t s = matrix.first_state(d); s < matrix.first_state(d) + matrix.states_of(d); ++s)
      if (s != chosen) rival = std::max(rival.value_or(balances[s]), balances[s]);
    figures.total_impact_score += balances[chosen];
    const int lead = rival ? balances[chosen] - *rival : 0;
    figures.inconsistency_of.push_back(std::max(0, -lead));
    figures.inconsistency = std::max(figures.inconsistency, -lead);
    if (rival) figures.margin = std::min(figures.margin.value_or(lead), lead);
  }
  return figures;
}

} // namespace rashin::pathway
