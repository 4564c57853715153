#pragma once
#include "study/tables.h"

namespace rashin::study {

/// The consistent scenarios of the study's matrix; no rows where it has none.
ResultTable scenarios_table(const Study& study, const RunResult& result);

/// What people say of each cell of cross_impacts.csv; no rows where the study has none.
ResultTable cross_impacts_table(const Study& study, const RunResult& result);

} // namespace rashin::study
