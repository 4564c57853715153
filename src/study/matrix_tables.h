#pragma once
#include "study/tables.h"

namespace rashin::study {

/// The consistent scenarios of the study's matrix; no rows where it has none.
ResultTable scenarios_table(const Study& study, const RunResult& result);

} // namespace rashin::study
