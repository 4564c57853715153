#include "supply/mrio_extraction.h"

#include "supply/mrio_solve.h"

namespace rashin::supply {

Result<std::vector<double>> extract(const Mrio& table, Extraction kind, const std::vector<std::size_t>& set) {
  std::vector<bool> out(table.size());
  for (const std::size_t k : set) out[k] = true;
  const bool forward = kind == Extraction::Forward;
  std::vector<double> values(table.flows.value.begin(), table.flows.value.end());
  for (std::size_t i = 0; i < table.size(); ++i)
    for (std::uint64_t k = table.flows.row_begin[i]; k < table.flows.row_begin[i + 1]; ++k) {
      const std::size_t j = table.flows.column[k];
      const double output = table.output[forward ? i : j];
      const bool gone = kind == Extraction::Full ? out[i] || out[j] : kind == Extraction::Backward ? out[j] : out[i];
      values[k] = gone || output == 0 ? 0 : values[k] / output;
    }
  const SparseRows coefficients = with_values(table.flows, std::move(values));
  std::vector<double> right = forward ? value_added(table) : final_demand_totals(table);
  for (const std::size_t k : set)
    if (kind == Extraction::Full) right[k] = 0;
  const auto left = forward ? solve_multipliers(coefficients, right) : solve_leontief(coefficients, right);
  if (!left) return left.diagnostics();
  std::vector<double> loss = table.output;
  for (std::size_t i = 0; i < loss.size(); ++i) loss[i] -= left->x[i];
  return loss;
}

} // namespace rashin::supply
