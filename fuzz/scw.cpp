#include "collect/scw.h"
#include "require.h"

#include <cstdint>

using namespace rashin;
using fuzz::require;

/// A project that can be read can be written, and reads back the same; so can a solution.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto project = collect::read_scw("fuzz.scw", bytes);
  fuzz::require_places(project.diagnostics(), size);
  if (project) {
    const auto again = collect::read_scw("fuzz.scw", collect::write_scw(*project));
    require(again.ok() && again->cells == project->cells && again->descriptors == project->descriptors);
  }
  const auto solution = collect::read_sl("fuzz.sl", bytes);
  fuzz::require_places(solution.diagnostics(), size);
  if (solution) {
    const auto again = collect::read_sl("fuzz.sl", collect::write_sl(*solution));
    require(again.ok() && again->size() == solution->size());
    for (std::size_t i = 0; i < solution->size(); ++i) require((*again)[i].states == (*solution)[i].states);
  }
  return 0;
}
