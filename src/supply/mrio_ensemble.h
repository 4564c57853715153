#pragma once
#include "supply/mrio_engine.h"

#include <functional>

namespace rashin::supply {

/// Draws are run in batches of `batch_lanes` that read the table together: batch b holds draws 8b … 8b + 7, whatever
/// the number of threads, so that a stopped ensemble continues with the same bytes.
struct EnsembleOptions {
  unsigned threads = 1;
  std::stop_token stop;
  std::vector<bool> done; ///< batches of an earlier run that are not run again (empty: none)
  /// Called once for each batch as it ends, never twice at a time: (batch, its results).
  std::function<void(std::size_t, std::span<const PropagationResult>)> on_batch;
};

inline std::size_t batch_count(std::size_t draws) {
  return (draws + batch_lanes - 1) / batch_lanes;
}

/// Runs the draws in the default engine, flows in single precision. Returns false if it was stopped before the end.
/// Every fault of any member is reported before the first day is run.
Result<bool> run_ensemble(const Mrio& table, std::span<const Member> members, const EnsembleOptions& options);

} // namespace rashin::supply
