#pragma once
#include "cli/command.h"
#include "core/file_set.h"

#include <filesystem>

namespace rashin::cli {

/// The files of a study folder, with the user's registers beside it (`../registry`) under `registry/`.
Result<FileSet> read_study_folder(const std::filesystem::path& folder);

/// All files of a run.
Result<FileSet> read_run_folder(const std::filesystem::path& folder);

} // namespace rashin::cli
