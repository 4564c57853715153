#pragma once
#include "assessment/run.h"
#include "report/document.h"

namespace rashin::report {

/// The report of a net assessment, in the order of its seven steps: summary, sides and coverage, centre of gravity and
/// systems, technologies, asymmetries, time, new ways and needs, limits, annex. Same run, same document.
Document assessment_document(const assessment::Assessment& assessment, const assessment::RunResult& result,
                             const std::vector<study::ResultTable>& tables, Language language);

} // namespace rashin::report
