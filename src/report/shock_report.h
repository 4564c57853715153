#pragma once
#include "core/file_set.h"
#include "report/document.h"
#include "supply/mrio_explain.h"

#include <span>

namespace rashin::report {

/// A run of the daily engine to be shown: the table it ran on, what hit it, what came out (recorded by industry).
struct ShockRun {
  std::string name; ///< of the scenario
  const supply::Mrio& table;
  std::span<const supply::TableShock> shocks;
  const supply::PropagationResult& result;
  std::vector<std::pair<LocalizedText, LocalizedText>> chain; ///< industry and sentence of each step of the causes
};

/// Totals, course over the days, losses by region on the tile map, industries over time, chain of causes, limits. Money
/// in the table's unit over all days. Same run, same document.
Document shock_document(const ShockRun& run);
/// `report.ja.html` and `report.en.html`.
FileSet shock_reports(const ShockRun& run);

} // namespace rashin::report
