#pragma once
#include "agenda/run.h"

namespace rashin::agenda {

/// What an agenda's run leaves, apart from its reports and its timing: run.json with the hash of every run used,
/// agenda.csv, inputs/ (with what was read of the runs), results/. Two equal runs give equal bytes.
FileSet run_files(const Agenda& agenda, const std::vector<FinishedRun>& runs, const AgendaResult& result,
                  const std::vector<study::ResultTable>& tables, const FileSet& inputs);

/// The files of a new agenda from the shipped template; `{{id}}` becomes `id`.
FileSet new_agenda(std::string_view id);

struct TraceLine {
  int step = 0;
  std::string node;
  LocalizedText words;
};
/// From a technology (through every column) or an entry `technology.column` to sentences, read from the run's own
/// chains.csv. Error `unknown-figure`.
Result<std::vector<TraceLine>> trace(const FileSet& run_files, std::string_view id);

} // namespace rashin::agenda
