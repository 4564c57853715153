#pragma once
#include "study/model.h"

namespace rashin::study {

/// The endings of the files that make a study.
inline const std::vector<std::string_view> file_endings{".yaml", ".csv", ".xlsx", ".scw"};

/// Understands the files of a study folder (paths as in DESIGN.md section 4, `study.yaml` at the root). All faults of
/// all files in one go, sorted by file and place; a file with faults of form is not read further. Warnings and notes
/// come with the value. A release is also checked for what it asks (codes `release-…`, see check_release). Pure,
/// thread-safe.
Result<Study> read_study(const FileSet& files);

/// What `status: release` asks and this study does not have: a basis for every value, no illustrative judgement.
/// Errors.
Diagnostics check_release(const Study& study);

} // namespace rashin::study
