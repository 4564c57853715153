#pragma once
#include "study/tables.h"

namespace rashin::study {

/// "none", options and packages against each other.
ResultTable policy_table(const Study& study, const RunResult& result);
ResultTable regret_table(const Study& study, const RunResult& result);
/// Every draw of every arm.
ResultTable draws_table(const Study& study, const RunResult& result);

} // namespace rashin::study
