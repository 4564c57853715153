#pragma once
#include "study/run.h"
#include "study/table_builder.h"

namespace rashin::study {

/// Per draw: the expectation over pathways of something that each pathway gives. Draws are those of `values`.
std::vector<double> expectation(const ByPathway& values, const RunResult& result);

/// Words with a semicolon between, each after the prefix.
std::string joined(const std::vector<std::string>& words, std::string_view prefix = "");

/// A loss by pathway and day as bands over the draws: 5, 25, 50, 75 and 95 %.
struct DailyBands {
  const std::vector<std::vector<policy::Summary>>& day;
  const std::vector<std::vector<std::pair<double, double>>>& middle; ///< 25 and 75 %
};
/// Columns id (pathway.day), pathway, day, loss_p5 … loss_p95.
TableBuilder daily_rows(const Study& study, const DailyBands& bands, const std::string& unit, const std::string& basis);

} // namespace rashin::study
