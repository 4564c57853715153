#pragma once
#include "agenda/read.h"
#include "agenda/run.h"

#include <filesystem>
#include <optional>

namespace rashin::cli {

/// An agenda as read from its folder, with the runs that it names.
struct OpenAgenda {
  FileSet files;
  agenda::Agenda agenda;
  std::vector<agenda::FinishedRun> runs;
  Diagnostics notes; ///< warnings: files not read, runs older than their works
};

/// Reads the folder and every run it names, from where agenda.yaml says or, with `root`, from the folder of that name
/// in `root`. A run that is not there is an error that says how to make it.
Result<OpenAgenda> open_agenda(const std::filesystem::path& folder, const std::optional<std::string>& root);

} // namespace rashin::cli
