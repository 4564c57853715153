#pragma once
#include "cli/command.h"

namespace rashin::cli {

/// Single methods on plain files: `cib`, `judge`, `rank`, `discover`, `sensitivity`, `policy` (docs/methods).
std::vector<Command> method_commands();

std::vector<Command> cib_commands();
std::vector<Command> judge_commands();
std::vector<Command> bounds_commands();
std::vector<Command> rank_commands();
std::vector<Command> sensitivity_commands();
std::vector<Command> discover_commands();
std::vector<Command> policy_commands();

} // namespace rashin::cli
