#pragma once
#include "report/study_parts.h"

namespace rashin::report {

/// The sources behind what the values, the trigger and so on cite, and behind `more` claims.
std::vector<SourceEntry> source_entries(const StudyView& view, const std::vector<std::string>& more);

} // namespace rashin::report
