#include "agenda/run.h"

#include "agenda/join.h"

#include <algorithm>

namespace rashin::agenda {
namespace {

/// Runs that draw the same factor, but not together.
void check_alignment(const std::vector<FinishedRun>& runs, const std::vector<Alignment>& pairs, Diagnostics& faults) {
  for (const Alignment& pair : pairs)
    if (!pair.together && !pair.shared.empty())
      faults.push_back(make_diagnostic("agenda-seeds-differ", {.file = "agenda.yaml"},
                                       {runs[pair.a].id, runs[pair.b].id, std::to_string(pair.shared.size()),
                                        pair.shared.front(), std::to_string(runs[pair.a].seed)}));
}

} // namespace

bool comes_before(const Entry& a, const Entry& b) {
  return a.acceptable != b.acceptable ? a.acceptable : a.top.share > b.top.share;
}

bool is_overdue(const Agenda& agenda, const Recommendation& each) {
  const bool open = each.status == "proposed" || each.status == "accepted" || each.status == "in-progress";
  return open && !each.review_by.is_undated() && certainly_before(each.review_by, agenda.as_of);
}

Result<AgendaResult> run(const Agenda& agenda, const std::vector<FinishedRun>& runs) {
  AgendaResult result;
  Diagnostics faults;
  join(agenda, runs, result, faults);
  if (result.rows.empty()) faults.push_back(make_diagnostic("agenda-without-needs", {.file = "agenda.yaml"}, {}));
  if (has_errors(faults)) return sort_by_place(faults), faults;
  rank_columns(agenda, result);
  result.ranking = rank_rows(agenda, result, std::nullopt, std::nullopt);
  result.without = leave_out(agenda, result);
  result.within = within_runs(agenda, runs, result);
  result.alignments = align(runs);
  check_alignment(runs, result.alignments, faults);
  result.alarms = find_alarms(agenda, runs, result, faults);
  result.tags = give_tags(agenda, runs, result);
  result.chains = chains(agenda, runs, result);
  for (const Chain& chain : result.chains)
    if (chain.steps.empty())
      faults.push_back(make_diagnostic("agenda-without-sentence", {.file = "agenda.yaml"},
                                       {result.rows[chain.row].id, result.columns[chain.column].id}));
  sort_by_place(faults);
  if (has_errors(faults)) return faults;
  return {std::move(result), std::move(faults)};
}

} // namespace rashin::agenda
