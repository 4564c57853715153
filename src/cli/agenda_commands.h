#pragma once
#include "cli/command.h"

namespace rashin::cli {

/// `rashin agenda …`.
std::vector<Command> agenda_commands();

} // namespace rashin::cli
