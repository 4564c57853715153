#pragma once
#include "core/result.h"
#include "supply/mrio.h"

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
Result<std::vector<double>> extract(const Mrio& table, Extraction kind, const std::vector<std::size_t>& set);

} // namespace rashin::supply
