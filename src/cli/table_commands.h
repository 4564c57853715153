#pragma once
#include "cli/command.h"

namespace rashin::cli {

/// `rashin table export`, `rashin table import`: the input tables of a study through a spreadsheet and back.
std::vector<Command> table_commands();

} // namespace rashin::cli
