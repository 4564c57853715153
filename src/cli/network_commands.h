#pragma once
#include "cli/command.h"

namespace rashin::cli {

/// `rashin network show`, `rashin network route`.
std::vector<Command> network_commands();
std::vector<Command> route_commands();

} // namespace rashin::cli
