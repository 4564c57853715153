#pragma once
#include "agenda/run.h"
#include "report/document.h"

namespace rashin::report {

/// The report of an agenda. Same run, same document.
Document agenda_document(const agenda::Agenda& agenda, const std::vector<agenda::FinishedRun>& runs,
                         const agenda::AgendaResult& result, const std::vector<study::ResultTable>& tables);

/// `report.ja.html`, `report.en.html` and the one-page lists for funding bodies, `priorities.ja.html` and
/// `priorities.en.html`. Same run, same bytes.
FileSet agenda_reports(const agenda::Agenda& agenda, const std::vector<agenda::FinishedRun>& runs,
                       const agenda::AgendaResult& result, const std::vector<study::ResultTable>& tables);

} // namespace rashin::report
