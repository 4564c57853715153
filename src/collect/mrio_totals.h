#pragma once
#include "core/diagnostic.h"
#include "core/io_entries.h"

#include <vector>

namespace rashin::collect {

/// Stated output that the sum of its row contradicts: an error `mrio-wrong-total` at the place of each. A difference
/// passes up to a thousandth of the output and, in tables of whole numbers, half a unit for every column (each cell may
/// have been rounded). `places`: where each output stands.
Diagnostics check_totals(const IoEntries& entries, const std::vector<Place>& places);

} // namespace rashin::collect
