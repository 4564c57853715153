#pragma once
#include "study/tables.h"

namespace rashin::study {

/// What then happened, beside the figures of `tables`.
ResultTable outcomes_table(const Study& study, const std::vector<ResultTable>& tables);

} // namespace rashin::study
