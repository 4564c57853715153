#pragma once
#include "cli/command.h"

namespace rashin::cli {

/// `rashin study …`, `rashin trace`, `rashin report`, `rashin migrate`.
std::vector<Command> study_commands();
/// `rashin study sensitivity`.
std::vector<Command> study_sensitivity_commands();

} // namespace rashin::cli
