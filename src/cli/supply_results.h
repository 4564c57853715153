#pragma once
#include "cli/command.h"
#include "cli/mrio_scenario.h"
#include "core/file_set.h"

namespace rashin::cli {

/// The largest amounts with their names, largest first.
std::vector<supply::TableChecks::NamedAmount> largest(const std::vector<std::string>& names,
                                                      const std::vector<double>& amounts, std::size_t most);

/// Totals, the regions and industries hit hardest, and the chain of causes of the worst one.
void print_result(const Call& call, const supply::Mrio& table, const Scenario& scenario,
                  const supply::PropagationResult& result);

/// Industry and sentence of each step of the chain of causes that print_result shows; empty where no input was short.
std::vector<std::pair<LocalizedText, LocalizedText>> worst_chain(const supply::Mrio& table, const Scenario& scenario,
                                                                 const supply::PropagationResult& result);

/// days.csv, industries.csv, production.csv, unmet_final_demand.csv, causes.csv. Money per day in the table's unit.
FileSet result_files(const supply::Mrio& table, const Scenario& scenario, const supply::PropagationResult& result);

} // namespace rashin::cli
