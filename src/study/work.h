#pragma once
#include "study/economy.h"
#include "study/tables.h"

#include <string_view>

namespace rashin::study {

/// The version of the program, as `rashin --version` prints and run.json records it.
std::string_view program_version();

/// What trace, compare and the workbench read of a run: run.json, inputs/ (private files excepted), results/. Two equal
/// runs give equal bytes. `economy`: what run.json says of the table that it was played on.
FileSet result_files(const Study& study, const RunResult& result, const std::vector<ResultTable>& tables,
                     const FileSet& inputs, const EconomyResult* economy = nullptr);

/// What a finished run leaves, apart from its reports and its timing: the same, and the tables as one workbook.
FileSet run_files(const Study& study, const RunResult& result, const std::vector<ResultTable>& tables,
                  const FileSet& inputs, const EconomyResult* economy = nullptr);

/// The files of a new study from the shipped template; `{{id}}` becomes `id`.
FileSet new_study(std::string_view id);

} // namespace rashin::study
