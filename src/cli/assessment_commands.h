#pragma once
#include "cli/command.h"

namespace rashin::cli {

std::vector<Command> assessment_commands();

} // namespace rashin::cli
