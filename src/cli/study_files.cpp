#include "cli/study_files.h"

#include "store/work_folder.h"
#include "study/read.h"

namespace rashin::cli {

Result<FileSet> read_study_folder(const std::filesystem::path& folder) {
  return store::read_work_folder(folder, study::file_endings);
}

Result<FileSet> read_run_folder(const std::filesystem::path& folder) {
  return store::read_run_folder(folder, study::file_endings);
}

} // namespace rashin::cli
