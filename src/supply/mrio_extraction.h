#pragma once
#include "core/result.h"
#include "supply/mrio.h"
#include "supply/mrio_solve.h"

#include <optional>
#include <vector>

namespace rashin::supply {

enum class Extraction {
  Full,     ///< the industries vanish: sales, purchases and final demand
  Backward, ///< their purchases vanish
  Forward,  ///< their sales to industries vanish (Ghosh; value added kept)
};

/// Output lost per industry when the set is extracted, by one matrix-free solve and no inverse; equals the closed forms
/// of mrio_static.h. What it is not: nobody steps in for what is lost, so it bounds the loss from above.
/// Error: mrio-not-converged.
Result<OutputLoss> extract(const Mrio& table, Extraction kind, const std::vector<std::size_t>& set);

/// Output lost per industry when final demand for the products of the set changes by `share` of itself (−0.3: 30 %
/// less; a rise gives losses below 0), in one region or everywhere. One matrix-free solve; static: no stocks, no time.
Result<OutputLoss> demand_change(const Mrio& table, const std::vector<std::size_t>& set, double share,
                                 std::optional<std::uint32_t> region);

} // namespace rashin::supply
