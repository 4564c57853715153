#pragma once
#include "study/tables.h"

namespace rashin::study {

// What happens if nothing is done.

ResultTable tree_table(const Study& study, const RunResult& result);
ResultTable pathways_table(const Study& study, const RunResult& result);
ResultTable end_use_table(const Study& study, const RunResult& result);
ResultTable unmet_table(const Study& study, const RunResult& result);
ResultTable flows_table(const Study& study, const RunResult& result);
ResultTable private_table(const Study& study, const RunResult& result);
ResultTable daily_table(const Study& study, const RunResult& result);

} // namespace rashin::study
