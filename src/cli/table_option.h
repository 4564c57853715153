#pragma once
#include "cli/arguments.h"
#include "cli/command.h"
#include "supply/mrio.h"

#include <filesystem>

namespace rashin::cli {

/// What a command on a table begins with.
struct TableCall {
  Arguments arguments;
  std::size_t top = 20; ///< rows shown, of --top
  supply::CheckedMrio checked;
};
/// Reads the command line (`form` with the options of the table and --top besides) and opens the table.
Result<TableCall> open_table(const Call& call, CommandForm form);

/// The table of --table; else the one a scenario names, in --tables, beside it, or in RASHIN_DATA.
Result<supply::CheckedMrio> table_for(const Arguments& arguments, const std::string& named,
                                      const std::filesystem::path& beside);

} // namespace rashin::cli
