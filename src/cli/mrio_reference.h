#pragma once
#include "cli/mrio_replay.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rashin::cli {

/// A reference CSV: labels of rows and columns, numbers between. "inf" is read as infinity.
struct ReferenceTable {
  std::vector<std::string> rows, columns;
  std::vector<double> value; ///< row-major
};
Result<ReferenceTable> read_reference_table(const std::filesystem::path& file);

/// Ours for a cell; nullopt: no such cell on our side. A difference is taken relative to the reference or to `floor`,
/// whichever is larger: a value that is itself the difference of two large sums carries their rounding.
struct OurValue {
  double value = 0;
  double floor = 0;
};
using Ours = std::function<std::optional<OurValue>(std::size_t row, std::size_t column)>;

/// Compares cell by cell; a cell that we lack is an infinite deviation.
Deviation compare(const std::string& name, const ReferenceTable& reference, double tolerance, const Ours& ours);

/// The place of each label, or nullopt for those without.
std::vector<std::optional<std::size_t>> places(const std::vector<std::string>& labels,
                                               const std::vector<std::string>& names);

std::vector<std::string> industry_names(const supply::Mrio& table);
std::vector<std::string> final_demand_names(const supply::Mrio& table);

} // namespace rashin::cli
