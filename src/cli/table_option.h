#pragma once
#include "cli/arguments.h"
#include "supply/mrio.h"

#include <filesystem>

namespace rashin::cli {

/// The table of --table; else the one a scenario names, in --tables, beside it, or in RASHIN_DATA.
Result<supply::CheckedMrio> table_for(const Arguments& arguments, const std::string& named,
                                      const std::filesystem::path& beside);

} // namespace rashin::cli
