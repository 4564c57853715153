#include "pathway/cib_experts.h"

#include <algorithm>

namespace rashin::pathway {
namespace {

std::size_t count_states(const std::vector<Descriptor>& descriptors) {
  std::size_t result = 0;
  for (const Descriptor& descriptor : descriptors) result += descriptor.states.size();
  return result;
}

Place place_of(const std::string& by, const std::vector<Descriptor>& descriptors, std::size_t cell) {
  const std::size_t states = count_states(descriptors);
  const auto name = [&](std::size_t state) {
    std::size_t d = 0;
    while (state >= descriptors[d].states.size()) state -= descriptors[d++].states.size();
    return descriptors[d].name + "." + descriptors[d].states[state];
  };
  Place place;
  place.file = by;
  place.field = name(cell / states) + " -> " + name(cell % states);
  return place;
}

} // namespace

std::vector<DivergingCell> diverging_cells(const std::vector<Descriptor>& descriptors,
                                           const std::vector<ExpertMatrix>& experts) {
  const std::size_t states = count_states(descriptors);
  std::vector<DivergingCell> result;
  for (std::size_t cell = 0; cell < states * states; ++cell) {
    DivergingCell diverging{cell / states, cell % states, {}, 0, false};
    std::optional<int> low, high;
    for (const ExpertMatrix& expert : experts) {
      const std::optional<int> value = expert.cells.at(cell);
      diverging.values.push_back(value);
      if (!value) continue;
      low = std::min(low.value_or(*value), *value);
      high = std::max(high.value_or(*value), *value);
    }
    if (!low || *low == *high) continue;
    diverging.spread = *high - *low;
    diverging.opposed = *low < 0 && *high > 0;
    result.push_back(std::move(diverging));
  }
  std::stable_sort(result.begin(), result.end(), [](const DivergingCell& a, const DivergingCell& b) {
    return a.spread != b.spread ? a.spread > b.spread : a.opposed && !b.opposed;
  });
  return result;
}

std::vector<std::size_t> skipped_cells(const std::vector<Descriptor>& descriptors, const ExpertMatrix& expert) {
  const std::size_t states = count_states(descriptors);
  if (expert.cells.size() != states * states) throw Error("an expert's cells are not a square of the states");
  std::vector<std::size_t> owner, result;
  for (std::size_t d = 0; d < descriptors.size(); ++d) owner.insert(owner.end(), descriptors[d].states.size(), d);
  for (std::size_t cell = 0; cell < expert.cells.size(); ++cell)
    if (!expert.cells[cell] && owner[cell / states] != owner[cell % states]) result.push_back(cell);
  return result;
}

Result<CrossImpactMatrix> summed_matrix(const std::vector<Descriptor>& descriptors,
                                        const std::vector<ExpertMatrix>& experts) {
  if (experts.empty()) throw Error("no expert to add up");
  Diagnostics faults;
  std::vector<int> sum(count_states(descriptors) * count_states(descriptors), 0);
  for (const ExpertMatrix& expert : experts) {
    for (const std::size_t cell : skipped_cells(descriptors, expert)) {
      Place place = place_of(expert.by, descriptors, cell);
      const std::string field = place.field;
      faults.push_back(make_diagnostic("cib-cell-skipped", std::move(place), {expert.by, field}));
    }
    for (std::size_t cell = 0; cell < sum.size(); ++cell) sum[cell] += expert.cells[cell].value_or(0);
  }
  if (!faults.empty()) return faults;
  return CrossImpactMatrix(descriptors, std::move(sum));
}

} // namespace rashin::pathway
