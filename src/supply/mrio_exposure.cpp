#include "supply/mrio_exposure.h"

#include "supply/mrio_solve.h"

#include <algorithm>
#include <numeric>

namespace rashin::supply {
namespace {

Exposure exposure_of(const Mrio& table, std::size_t industry, const std::vector<double>& direct,
                     const std::vector<double>& all) {
  const std::uint32_t home = table.industries[industry].region;
  std::vector<double> direct_by(table.regions.size(), 0), by(table.regions.size(), 0);
  for (std::size_t i = 0; i < table.size(); ++i) {
    direct_by[table.industries[i].region] += direct[i];
    by[table.industries[i].region] += all[i];
  }
  const double direct_sum = std::accumulate(direct_by.begin(), direct_by.end(), 0.0);
  const double sum = std::accumulate(by.begin(), by.end(), 0.0);
  Exposure row;
  row.industry = industry;
  if (direct_sum <= 0 || sum <= 0) return row;
  row.face_value = 1 - direct_by[home] / direct_sum;
  row.look_through = 1 - by[home] / sum;
  for (std::uint32_t r = 0; r < by.size(); ++r) {
    row.concentration += by[r] / sum * (by[r] / sum);
    if (r != home && by[r] > 0) row.sources.emplace_back(r, by[r] / sum);
  }
  std::stable_sort(row.sources.begin(), row.sources.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return row;
}

} // namespace

Result<std::vector<Exposure>> exposures(const Mrio& table, std::uint32_t region) {
  const SparseRows coefficients = technical_coefficients(table);
  const SparseRows suppliers = transposed(coefficients);
  std::vector<Exposure> rows;
  for (std::size_t j = 0; j < table.size(); ++j) {
    if (table.industries[j].region != region) continue;
    std::vector<double> direct(table.size(), 0); // A e_j; (I − A)⁻¹ of it is column j of L − I
    for (std::uint64_t k = suppliers.row_begin[j]; k < suppliers.row_begin[j + 1]; ++k)
      direct[suppliers.column[k]] = suppliers.value[k];
    const auto all = solve_leontief(coefficients, direct);
    if (!all) return all.diagnostics();
    rows.push_back(exposure_of(table, j, direct, all->x));
    rows.back().residual = all->residual;
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.look_through > b.look_through; });
  return rows;
}

} // namespace rashin::supply
