#include "supply/mrio_ensemble.h"

#include "math/parallel.h"

#include <mutex>

namespace rashin::supply {

Result<bool> run_ensemble(const Mrio& table, std::span<const Member> members, const EnsembleOptions& options) {
  Diagnostics faults;
  for (const Member& member : members) {
    Diagnostics its = check_propagation(table, member.shocks, *member.options);
    faults.insert(faults.end(), its.begin(), its.end());
  }
  if (!faults.empty()) return faults;
  std::mutex guard;
  math::ParallelOptions parallel;
  parallel.threads = options.threads;
  parallel.chunk = 1;
  parallel.stop = options.stop;
  try {
    return math::parallel_for(batch_count(members.size()), parallel, [&](std::size_t begin, std::size_t end) {
      for (std::size_t batch = begin; batch < end; ++batch) {
        if (batch < options.done.size() && options.done[batch]) continue;
        const std::size_t first = batch * batch_lanes;
        const auto results =
            propagate_batch(table, members.subspan(first, std::min(batch_lanes, members.size() - first)), options.stop);
        const std::lock_guard lock(guard);
        if (options.on_batch) options.on_batch(batch, results);
      }
    });
  } catch (const Stopped&) {
    return false;
  }
}

} // namespace rashin::supply
