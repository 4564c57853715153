#pragma once
#include "cli/command.h"

namespace rashin::cli {

/// Single methods on plain files: `cib`, `judge`, `rank`, `discover`, `sensitivity`, `policy`, `pathway`
/// (docs/methods).
std::vector<Command> method_commands();

std::vector<Command> cib_commands();
std::vector<Command> judge_commands();
std::vector<Command> bounds_commands();
std::vector<Command> rank_commands();
std::vector<Command> ahp_commands();
std::vector<Command> electre_commands();
std::vector<Command> sensitivity_commands();
std::vector<Command> discover_commands();
std::vector<Command> policy_commands();
std::vector<Command> pareto_commands();
std::vector<Command> pathway_commands();
std::vector<Command> micmac_commands();
std::vector<Command> morphology_commands();
std::vector<Command> bayes_commands();

} // namespace rashin::cli
