#include "supply/mrio_paths.h"

#include "supply/mrio_solve.h"

#include <algorithm>

namespace rashin::supply {
namespace {

struct Walk {
  const SparseRows& suppliers; ///< Aᵀ: row j lists the suppliers of j
  const std::vector<double>& intensity;
  const std::vector<double>& multiplier;
  double smallest;
  int depth;
  std::vector<std::uint32_t> chain; ///< final product first
  std::vector<StructuralPath> found;

  void enter(std::uint32_t industry, double flow) {
    chain.push_back(industry);
    const double own = flow * intensity[industry];
    if (own >= smallest && own > 0) found.push_back({{chain.rbegin(), chain.rend()}, own});
    if (static_cast<int>(chain.size()) <= depth)
      for (std::uint64_t k = suppliers.row_begin[industry]; k < suppliers.row_begin[industry + 1]; ++k) {
        const std::uint32_t supplier = suppliers.column[k];
        const double next = flow * suppliers.value[k];
        if (next * multiplier[supplier] >= smallest && next > 0) enter(supplier, next);
      }
    chain.pop_back();
  }
};

} // namespace

Result<StructuralPaths> structural_paths(const Mrio& table, std::size_t maker, double demand,
                                         const PathOptions& options) {
  const SparseRows coefficients = technical_coefficients(table);
  std::vector<double> intensity = value_added(table);
  for (std::size_t i = 0; i < intensity.size(); ++i)
    intensity[i] = table.output[i] != 0 ? intensity[i] / table.output[i] : 0;
  const auto multiplier = solve_multipliers(coefficients, intensity);
  if (!multiplier) return multiplier.diagnostics();
  StructuralPaths result;
  result.total = demand * multiplier->x[maker];
  result.residual = multiplier->residual;
  const SparseRows suppliers = transposed(coefficients);
  Walk walk{suppliers, intensity, multiplier->x, options.smallest_share * result.total, options.depth, {}, {}};
  walk.enter(static_cast<std::uint32_t>(maker), demand);
  std::stable_sort(walk.found.begin(), walk.found.end(),
                   [](const auto& a, const auto& b) { return a.value > b.value; });
  if (walk.found.size() > options.most_paths) walk.found.resize(options.most_paths);
  result.paths = std::move(walk.found);
  result.beyond = result.total;
  for (const StructuralPath& path : result.paths) result.beyond -= path.value;
  return result;
}

} // namespace rashin::supply
