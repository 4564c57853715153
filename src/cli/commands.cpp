#include "cli/agenda_commands.h"
#include "cli/assessment_commands.h"
#include "cli/method_commands.h"
#include "cli/mrio_commands.h"
#include "cli/network_commands.h"
#include "cli/schema_command.h"
#include "cli/serve_command.h"
#include "cli/study_commands.h"
#include "cli/table_commands.h"

namespace rashin::cli {

std::vector<Command> commands() {
  std::vector<Command> all = study_commands();
  // clang-format off
  for (const auto& family : {
           assessment_commands(),
           study_sensitivity_commands(),
           table_commands(),
           agenda_commands(),
           schema_commands(),
           network_commands(),
           mrio_commands(),
           supply_commands(),
           supply_static_commands(),
           supply_ensemble_commands(),
           method_commands(),
           serve_commands(),
       })
    // clang-format on
    all.insert(all.end(), family.begin(), family.end());
  return all;
}

} // namespace rashin::cli
