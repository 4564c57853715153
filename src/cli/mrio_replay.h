#pragma once
#include "core/result.h"
#include "supply/mrio.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rashin::cli {

/// The largest difference of one output against its reference.
struct Deviation {
  std::string output; ///< file, or file and column
  double largest = 0; ///< relative to the value, or to a floor where that is more (see mrio_reference.h)
  std::string where;  ///< row and column of it
  double ours = 0, reference = 0;
  std::size_t values = 0; ///< compared
  double tolerance = 0;
};

/// Reruns a reference run folder in the compatible mode and compares every file it holds. `tables` are folders to look
/// for the table in; the folders above are always looked at. Tolerance 1e-9; for the base model 1e-5 from day 200 on,
/// where its test of a change against 0 is decided by rounding. Floors: 1e-4 of the cell's baseline; for unmet demand,
/// which is demand minus delivery, 1e-2 of the demand.
Result<std::vector<Deviation>> replay(const std::filesystem::path& folder,
                                      const std::vector<std::filesystem::path>& tables);

/// Computes the static measures of a reference folder (Z.csv, Y.csv, or the release it was made from) and compares.
/// Tolerance 1e-10; the floor of extraction losses, which the references hold as differences of world totals, is 1e-5
/// of that total.
Result<std::vector<Deviation>> verify(const std::filesystem::path& folder,
                                      const std::vector<std::filesystem::path>& tables);

bool within(const std::vector<Deviation>& deviations);

} // namespace rashin::cli
