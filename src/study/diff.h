#pragma once
#include "study/trace.h"

namespace rashin::study {

/// One place in which two runs differ: `table/row/column`, or `inputs/<file>` with "added", "removed" or "changed".
struct Difference {
  std::string id;
  std::string before; ///< empty where it is new
  std::string after;  ///< empty where it is gone
};

/// Inputs first, then results in the order of tables and rows. Numbers within the relative tolerance count as equal.
std::vector<Difference> differences(const FinishedRun& a, const FinishedRun& b, double tolerance);

/// What run.json says of a run.
struct Manifest {
  std::string id;
  std::string version; ///< of the program that made the run
  std::string as_of;   ///< the study's date, `2010-09-07`
  std::uint64_t seed = 0;
  int draws = 0;
};
Result<Manifest> read_manifest(std::string_view bytes);

} // namespace rashin::study
