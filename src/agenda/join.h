#pragma once
#include "agenda/run.h"

namespace rashin::agenda {

/// Values on a list, which orders its technologies no further.
constexpr double value_of_name = 2, value_of_field = 1;

/// Rows and columns from runs and lists; technologies that go by several ids become one row. Faults are added.
void join(const Agenda& agenda, const std::vector<FinishedRun>& runs, AgendaResult& result, Diagnostics& faults);
/// The row that a run's technology belongs to; the number of rows where there is none.
std::size_t row_of(const Agenda& agenda, const AgendaResult& result, const std::string& run,
                   const std::string& technology);
/// Shares, places and acceptability within each column.
void rank_columns(const Agenda& agenda, AgendaResult& result);
/// All columns but `left_out`, and all statements on weights but that of `person` (either may be none).
Ranking rank_rows(const Agenda& agenda, const AgendaResult& result, std::optional<std::size_t> left_out,
                  std::optional<std::size_t> person);
std::vector<WithoutOne> leave_out(const Agenda& agenda, const AgendaResult& result);
std::vector<WithinRun> within_runs(const Agenda& agenda, const std::vector<FinishedRun>& runs,
                                   const AgendaResult& result);
std::vector<Alignment> align(const std::vector<FinishedRun>& runs);
std::vector<Alarm> find_alarms(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result,
                               Diagnostics& faults);
std::vector<TagRow> give_tags(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result);
std::vector<Chain> chains(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result);

} // namespace rashin::agenda
