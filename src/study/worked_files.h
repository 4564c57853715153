#pragma once
#include "core/file_set.h"

#include <string>
#include <vector>

namespace rashin::study {

// For tests: the worked studies of the repository, as they lie there.

std::vector<std::string> worked_studies();
FileSet worked_files(const std::string& study);

} // namespace rashin::study
