#pragma once
#include "study/tables.h"

namespace rashin::study {

/// Burden without and with each technology for each option that it serves.
ResultTable readiness_table(const Study& study, const RunResult& result);
/// The table that an agenda joins by.
ResultTable needs_table(const Study& study, const RunResult& result);

} // namespace rashin::study
