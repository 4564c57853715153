#pragma once
#include "report/study_parts.h"

namespace rashin::report {

/// The sources behind what the values, the trigger and so on cite, and behind `more` claims.
std::vector<SourceEntry> source_entries(const StudyView& view, const std::vector<std::string>& more);

/// Every input value with its unit, period and basis.
TableBlock parameters_block(const StudyView& view);

} // namespace rashin::report
