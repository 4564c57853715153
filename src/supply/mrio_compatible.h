#pragma once
#include "supply/mrio_propagation.h"

namespace rashin::supply {

/// The compatible engine: ARIO as BoARIO 0.6.3 computes it, defects included, written for clearness. It reproduces the
/// reference runs and stands as an independent witness for the default engine. Called by propagate(); arguments are
/// checked there.
PropagationResult propagate_compatible(const Mrio& table, std::span<const TableShock> shocks,
                                       const PropagationOptions& options, std::stop_token stop);

} // namespace rashin::supply
