#pragma once
#include "core/result.h"
#include "supply/mrio.h"

#include <utility>
#include <vector>

namespace rashin::supply {

/// What an industry's output needs from abroad, directly and through its suppliers' suppliers. Shares of all inputs.
struct Exposure {
  std::size_t industry = 0;
  double face_value = 0;                                 ///< direct inputs from abroad
  double look_through = 0;                               ///< inputs from abroad at every stage
  double concentration = 0;                              ///< Herfindahl index over source regions, look-through
  double residual = 0;                                   ///< of the solve
  std::vector<std::pair<std::uint32_t, double>> sources; ///< foreign regions by look-through share, largest first
};

/// One row per industry of the region, most exposed first; one matrix-free solve each. Error: mrio-not-converged.
Result<std::vector<Exposure>> exposures(const Mrio& table, std::uint32_t region);

} // namespace rashin::supply
