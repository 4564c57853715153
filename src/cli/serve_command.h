#pragma once
#include "cli/command.h"

namespace rashin::cli {

/// `serve`.
std::vector<Command> serve_commands();

} // namespace rashin::cli
