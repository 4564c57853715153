#pragma once
#include "cli/command.h"

#include <filesystem>

namespace rashin::cli {

/// `trace`, of any kind of run.
int trace(const Call& call);
/// An id made of a folder's name; `otherwise` where nothing is left of it.
std::string id_of_folder(const std::filesystem::path& folder, std::string_view otherwise);

} // namespace rashin::cli
