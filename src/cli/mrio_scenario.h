#pragma once
#include "core/result.h"
#include "supply/mrio_propagation.h"

#include <string>
#include <string_view>
#include <vector>

namespace rashin::cli {

/// A scenario file (JSON) bound to a table: docs/guide-import-your-table.md lists its keys.
struct Scenario {
  std::string name;
  std::vector<supply::TableShock> shocks;
  supply::PropagationOptions options;
};

/// The table a scenario names, before it is loaded; empty if it names none.
Result<std::string> scenario_table(std::string_view json, const std::string& file);

/// Our own form: keys table, mode, days, options, shocks; a file with `events` is read as a reference run.
Result<Scenario> read_scenario(std::string_view json, const std::string& file, const supply::Mrio& table);

/// The form of the reference runs: keys table, engine, model_parameters, steps, events. Always the compatible engine.
Result<Scenario> read_reference_run(std::string_view json, const std::string& file, const supply::Mrio& table);

} // namespace rashin::cli
