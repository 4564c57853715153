#pragma once
#include "store/folder.h"

namespace rashin::store {

/// The files of a work (a study, …) with the user's own registers, which lie in `../registry` beside it and come with
/// the prefix `registry/`.
Result<FileSet> read_work_folder(const std::filesystem::path& folder, const std::vector<std::string_view>& endings);

/// run.json, inputs/ and results/ of a finished run. Error `not-a-run`.
Result<FileSet> read_run_folder(const std::filesystem::path& folder, const std::vector<std::string_view>& endings);

} // namespace rashin::store
