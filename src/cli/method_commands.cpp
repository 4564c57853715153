#include "cli/method_commands.h"

namespace rashin::cli {

std::vector<Command> method_commands() {
  std::vector<Command> all;
  for (const auto& family :
       {cib_commands(), judge_commands(), bounds_commands(), rank_commands(), sensitivity_commands(),
        discover_commands(), policy_commands(), pareto_commands(), pathway_commands(), micmac_commands(),
        morphology_commands(), bayes_commands(), ahp_commands(), electre_commands()})
    all.insert(all.end(), family.begin(), family.end());
  for (Command& command : all) command.stops_at_once = true; // nothing is written, so nothing can be left half done
  return all;
}

} // namespace rashin::cli
