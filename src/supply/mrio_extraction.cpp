#include "supply/mrio_extraction.h"

namespace rashin::supply {

Result<OutputLoss> extract(const Mrio& table, Extraction kind, const std::vector<std::size_t>& set) {
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
  OutputLoss loss{table.output, left->residual};
  for (std::size_t i = 0; i < loss.output.size(); ++i) loss.output[i] -= left->x[i];
  return loss;
}

Result<OutputLoss> demand_change(const Mrio& table, const std::vector<std::size_t>& set, double share,
                                 std::optional<std::uint32_t> region) {
  std::vector<double> gone(table.size(), 0);
  for (const std::size_t i : set)
    for (std::uint64_t k = table.final_demand.row_begin[i]; k < table.final_demand.row_begin[i + 1]; ++k)
      if (!region || table.final_demands[table.final_demand.column[k]].region == *region)
        gone[i] -= share * table.final_demand.value[k];
  auto solution = solve_leontief(technical_coefficients(table), gone);
  if (!solution) return solution.diagnostics();
  return OutputLoss{std::move(solution->x), solution->residual};
}

} // namespace rashin::supply
