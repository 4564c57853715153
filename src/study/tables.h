#pragma once
#include "core/table.h"
#include "study/run.h"

#include <string>
#include <vector>

namespace rashin::study {

/// One table of a run, as results/<name>.csv holds it. Its first column is the id of the row, so that `name/id/column`
/// names each figure.
struct ResultTable {
  std::string name;
  LocalizedText title;
  Table table;
};

/// Ready against needed by: more than half, or more than a twentieth, of the outcomes with a loss come before it.
enum class Timing { InTime, AtRisk, TooLate };

/// What the needs are made of, beside their table: the report draws it.
struct NeedRow {
  std::size_t technology = 0;
  std::string option; ///< the option that makes it count most; empty for a substitute
  policy::Summary value;
  double top_share = 0, top_error = 0;
  policy::Summary ready_day;                 ///< days after the as-of date
  std::optional<policy::Summary> needed_day; ///< nothing: no pathway loses anything
  double late_share = 0;                     ///< of the outcomes with a loss: ready after the first loss
  double loss_share = 0;                     ///< weight of outcomes with a loss
  policy::Summary realised;                  ///< value, counted only where it is ready by the first loss
  Timing timing() const;
};
/// Value of readiness, [technology][draw], for the option that counts most.
std::vector<std::vector<double>> readiness_values(const Study& study, const RunResult& result);
std::vector<NeedRow> need_rows(const Study& study, const RunResult& result);

/// Rows of "what then happened": the run's interval, the documented value, hit or miss.
struct OutcomeRow {
  std::size_t outcome = 0;
  bool compared = false;
  double p5 = 0, p50 = 0, p95 = 0;
  bool hit = false;
};
std::vector<OutcomeRow> outcome_rows(const Study& study, const std::vector<ResultTable>& tables);
/// Outcomes that name a figure which the run does not have.
Diagnostics check_outcomes(const Study& study, const std::vector<OutcomeRow>& rows);

/// All tables of a run in a fixed order: parameters, tree, pathways, end_use_losses, unmet, flows, private_impacts,
/// daily, concentration, exposure, critical_nodes, explanation, policy, regret, readiness, needs, sensitivity,
/// advantages, ranking, rank_acceptability, rank_weights, rank_pairs, outcomes_compared, draws. `needs` has the columns
/// that an agenda joins by. The same on any number of threads.
std::vector<ResultTable> result_tables(const Study& study, const RunResult& result, int threads = 1);
/// Of these the ones that RunOptions::needs_played has all figures for: what is lost without any option, readiness,
/// needs, the ranking.
std::vector<ResultTable> needs_result_tables(const Study& study, const RunResult& result, int threads = 1);

} // namespace rashin::study
