#pragma once
#include "agenda/read.h"
#include "agenda/run.h"

#include <filesystem>
#include <optional>

namespace rashin::store {

/// An agenda as read from its folder, with the runs that it names.
struct OpenAgenda {
  FileSet files;
  agenda::Agenda agenda;
  std::vector<agenda::FinishedRun> runs;
  Diagnostics notes; ///< warnings: files not read, runs older than their works
};

/// Where the runs of an agenda lie: where agenda.yaml says, or by their folders' names in another folder.
struct RunPlaces {
  std::optional<std::filesystem::path> root{};
  bool only_if_there = false; ///< a run that is not in `root` is where agenda.yaml says
};
std::filesystem::path place_of_run(const std::filesystem::path& folder, const agenda::RunEntry& entry,
                                   const RunPlaces& places);

/// Reads the folder and every run it names. A run that is not there is an error that says how to make it.
Result<OpenAgenda> open_agenda(const std::filesystem::path& folder, const RunPlaces& places);

/// What the run of an agenda in `folder` kept of the runs below it, as `inputs/runs/<id>/…`.
Result<FileSet> read_kept_runs(const std::filesystem::path& folder);

} // namespace rashin::store
