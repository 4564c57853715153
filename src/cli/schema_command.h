#pragma once
#include "cli/command.h"

namespace rashin::cli {

/// `rashin schema`: what editors complete and check the YAML files of a study by.
std::vector<Command> schema_commands();

} // namespace rashin::cli
