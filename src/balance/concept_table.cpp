#include "balance/concept_table.h"

#include "core/result.h"
#include "math/statistics.h"

#include <algorithm>
#include <array>

namespace rashin::balance {
namespace {

constexpr std::array<double, 3> levels{0.05, 0.5, 0.95};

bool in_unit_range(std::span<const double> values) {
  return std::all_of(values.begin(), values.end(), [](double x) { return x >= 0 && x <= 1; });
}

ConceptRow row_of(const ConceptDraws& draws, double horizon) {
  const std::size_t n = draws.duration.size();
  if (n == 0 || draws.effect.size() != n || draws.difficulty.size() != n || !in_unit_range(draws.effect) ||
      !in_unit_range(draws.difficulty))
    throw Error("factors of a concept that are not one per draw or out of range");
  ConceptRow row;
  for (std::size_t d = 0; d < n; ++d)
    row.worth.push_back(std::clamp(draws.duration[d] / horizon, 0.0, 1.0) * draws.effect[d] * draws.difficulty[d]);
  const auto duration = math::quantiles(draws.duration, levels), worth = math::quantiles(row.worth, levels);
  row.duration_p5 = duration[0], row.duration_p50 = duration[1], row.duration_p95 = duration[2];
  row.worth_p5 = worth[0], row.worth_p50 = worth[1], row.worth_p95 = worth[2];
  row.effect_p50 = math::quantile(draws.effect, 0.5), row.difficulty_p50 = math::quantile(draws.difficulty, 0.5);
  return row;
}

} // namespace

std::vector<ConceptRow> concept_table(std::span<const ConceptDraws> concepts, double horizon) {
  if (!(horizon > 0)) throw Error("a horizon that is not ahead");
  std::vector<ConceptRow> rows;
  for (const ConceptDraws& each : concepts) rows.push_back(row_of(each, horizon));
  for (std::size_t d = 0; !rows.empty() && d < rows.front().worth.size(); ++d) {
    double best = 0, ties = 0;
    for (const ConceptRow& row : rows) best = std::max(best, row.worth.at(d));
    for (const ConceptRow& row : rows) ties += row.worth[d] == best ? 1 : 0;
    if (best <= 0) continue; // nothing is proven of any
    for (ConceptRow& row : rows)
      if (row.worth[d] == best) row.first += 1 / (ties * static_cast<double>(row.worth.size()));
  }
  return rows;
}

} // namespace rashin::balance
