#pragma once
#include "report/agenda_report.h"
#include "report/assessment_parts.h"
#include "report/study_parts.h"

namespace rashin::report {

/// What every part of an agenda's report reads.
struct AgendaView {
  const agenda::Agenda& agenda;
  const std::vector<agenda::FinishedRun>& runs;
  const agenda::AgendaResult& result;
  const std::vector<study::ResultTable>& tables;
};

/// One figure of a result table; `scale` divides.
Figure agenda_figure(const AgendaView& view, std::string_view table, const std::string& row, std::string_view column,
                     double scale = 1, LocalizedText unit = {});
/// Titles of some rows, in brackets and with commas.
LocalizedText row_titles(const AgendaView& view, const std::vector<std::size_t>& rows);
/// "promote, protect" of one row; empty where it has no tag.
LocalizedText tags_words(const AgendaView& view, std::size_t row);
LocalizedText timing_words(const std::string& timing);
/// Where a sentence of a chain stands in the source list: `run-claim`, or the claim of the agenda itself.
std::string chain_anchor(const AgendaView& view, const agenda::Chain& chain);
/// What would change the first five, in sentences.
std::vector<Prose> what_flips(const AgendaView& view);

Section agenda_summary(const AgendaView& view);
Section agenda_table_section(const AgendaView& view);
Section agenda_columns_section(const AgendaView& view);
Section agenda_tags_section(const AgendaView& view);
Section agenda_seeds_section(const AgendaView& view);
Section agenda_without_section(const AgendaView& view);
Section agenda_recommendations_section(const AgendaView& view);
Section agenda_runs_section(const AgendaView& view);
Section agenda_chains_section(const AgendaView& view);
Section agenda_limits_section(const AgendaView& view);
std::vector<SourceEntry> agenda_sources(const AgendaView& view);
/// The one-page list for funding bodies.
Document priority_document(const AgendaView& view);

} // namespace rashin::report
