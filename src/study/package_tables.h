#pragma once
#include "study/tables.h"

namespace rashin::study {

/// A package as played on the first draws: what it costs and leaves, and where it stands.
struct PackageRow {
  std::size_t arm = 0;    ///< of RunResult::packages
  std::string named;      ///< id of the package or option of the study with the same members; may be empty
  double cost = 0;        ///< mean
  double over_budget = 0; ///< share of draws in which it costs more than the budget
  double lead_days = 0;   ///< the longest of its options (medians)
  double loss = 0;        ///< expectation over pathways, mean
  double burden = 0;      ///< loss + cost
  double tail_burden = 0; ///< mean of the worst 5 %
  std::optional<double> failure_share;
  bool permitted = true; ///< its mean cost lies within the budget
  bool frontier = false; ///< no other package costs no more and loses less
  double behind = 0,
         behind_error = 0; ///< burden above that of the best permitted one, with its standard error (paired)
};
/// The permitted ones first, least burden first; ties: fewer options, then the earlier ones.
std::vector<PackageRow> package_rows(const Study& study, const RunResult& result);

ResultTable packages_table(const Study& study, const RunResult& result);

/// The value of a little more: of a stock day, of a supplier, of thirty days.
struct MarginalRow {
  std::string kind; ///< stock-day, supplier, lead-time, readiness
  std::string of;   ///< item, option or technology
  policy::Summary value;
  double error = 0; ///< standard error of the mean
  double helps = 0; ///< share of draws in which it saves something
  int draws = 0;
};
/// In the order of kinds above, the most valuable of each first.
std::vector<MarginalRow> marginal_rows(const Study& study, const RunResult& result);

ResultTable marginal_table(const Study& study, const RunResult& result);

} // namespace rashin::study
