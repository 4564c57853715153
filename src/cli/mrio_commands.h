#pragma once
#include "cli/command.h"

namespace rashin::cli {

/// `rashin mrio import | info | balance | aggregate | compare`.
std::vector<Command> mrio_commands();

/// `rashin supply exposure | shock | extract | replay | verify`.
std::vector<Command> supply_commands();
std::vector<Command> supply_static_commands();   ///< linkages, paths
std::vector<Command> supply_ensemble_commands(); ///< ensemble

} // namespace rashin::cli
