#pragma once
#include "core/result.h"
#include "supply/mrio.h"

#include <vector>

namespace rashin::supply {

/// Structural path analysis (Defourny and Thorbecke 1984): which chains of suppliers the value added in a final product
/// comes from. A path (i, …, k, j) says that i sold to …, who sold to k, who sold to the maker j of the final product.
struct StructuralPath {
  std::vector<std::uint32_t> industries; ///< origin first, maker of the final product last
  double value = 0;                      ///< value added of the origin along this path
};

struct PathOptions {
  int depth = 6;                ///< most steps from the final product
  double smallest_share = 1e-4; ///< of the total; a branch that cannot hold such a path is not entered
  std::size_t most_paths = 200;
};

struct StructuralPaths {
  std::vector<StructuralPath> paths; ///< largest first
  double total = 0;                  ///< value added embodied in the demand
  double beyond = 0;                 ///< total minus the listed paths
  double residual = 0;               ///< of the solve that gives the bounds
};

/// Paths of `demand` of the products of industry `maker`. The bound of a branch is its flow times the value-added
/// multiplier of its head, so nothing above the cut-off is missed. Error: mrio-not-converged.
Result<StructuralPaths> structural_paths(const Mrio& table, std::size_t maker, double demand,
                                         const PathOptions& options = {});

} // namespace rashin::supply
