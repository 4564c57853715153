#pragma once
#include "core/file_set.h"
#include "core/result.h"

#include <map>
#include <string>
#include <vector>

namespace rashin::study {

/// A finished run as read back from its own files: what trace, report and diff need, nothing else.
struct FinishedRun {
  std::string id;
  FileSet inputs;                                                       ///< paths as in the study folder
  std::map<std::string, std::vector<std::vector<std::string>>> results; ///< table -> rows, header first
};

/// Reads the files of OUT. Errors: no run.json, or results that cannot be read.
Result<FinishedRun> read_finished_run(const FileSet& files);

/// One line of the chain from a figure back to sentences. Depth 0 is the figure itself; a claim's quotes stand one
/// deeper.
struct TraceLine {
  int depth = 0;
  std::string id;        ///< row, parameter, `claim:…`, or `source#span`
  LocalizedText words;   ///< value and what it means; for spans the quoted sentence with its source
  bool repeated = false; ///< shown in full above
};

/// The chain from `table/row/column`, `table/row`, or the id of a need down to quoted sentences. Error
/// `unknown-figure`.
Result<std::vector<TraceLine>> trace_back(const FinishedRun& run, std::string_view id);

/// Every figure `table/row/column` that rests on the claim, parameters first. Error `claim-unknown`.
Result<std::vector<std::string>> trace_forward(const FinishedRun& run, std::string_view claim);

/// All ids that can be traced, needs first.
std::vector<std::string> traceable(const FinishedRun& run);

} // namespace rashin::study
