#pragma once
#include "report/document.h"
#include "study/tables.h"

namespace rashin::report {

/// The report of a study: summary, event and pathways, losses, options, technologies and needs with their chains in
/// words, what then happened, limits, network, every input, how to recompute each table, sources. Every figure carries
/// its `table/row/column`. Same run, same document.
Document study_document(const study::Study& study, const study::RunResult& result,
                        const std::vector<study::ResultTable>& tables);

} // namespace rashin::report
