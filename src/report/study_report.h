#pragma once
#include "core/file_set.h"
#include "report/document.h"
#include "study/economy.h"
#include "study/tables.h"

namespace rashin::report {

/// The report of a study: summary, event and pathways, losses, options, technologies and needs with their chains in
/// words, what then happened, limits, network, every input, how to recompute each table, sources. Every figure carries
/// its `table/row/column`. Money is given in the magnitudes of `language`; all else is in both languages. Same run,
/// same document.
Document study_document(const study::Study& study, const study::RunResult& result,
                        const std::vector<study::ResultTable>& tables, Language language,
                        const study::EconomyResult* economy = nullptr);

/// All that a finished run leaves: `study::run_files` of these `inputs` and its reports,
/// `report.ja.html` and `report.en.html`; made side by side.
FileSet finished_files(const study::Study& study, const study::RunResult& result,
                       const std::vector<study::ResultTable>& tables, const FileSet& inputs, int threads,
                       const study::EconomyResult* economy = nullptr);

} // namespace rashin::report
