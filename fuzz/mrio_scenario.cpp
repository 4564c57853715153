#include "cli/mrio_scenario.h"

#include <algorithm>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const rashin::supply::Mrio table = [] {
    rashin::IoEntries entries;
    entries.industries = {{"A", "x"}, {"B", "y"}};
    entries.final_demands = {{"A", "all"}};
    entries.flows = {{0, 1, 4}};
    entries.final_demand_flows = {{0, 0, 5}, {1, 0, 8}};
    return rashin::supply::make_mrio(entries)->table;
  }();
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  auto scenario = rashin::cli::read_scenario(json, "fuzz.json", table);
  (void)rashin::cli::read_reference_run(json, "fuzz.json", table);
  if (!scenario) return 0;
  auto run = scenario.take();
  run.options.days = std::min(run.options.days, 3);
  run.options.threads = 1;
  (void)rashin::supply::propagate(table, run.shocks, run.options);
  return 0;
}
