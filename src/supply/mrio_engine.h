#pragma once
#include "supply/mrio_propagation.h"

namespace rashin::supply {

/// One draw of an ensemble, or the whole of a single run. Of the options, `days`, `days_per_year`, `capital_ratio`,
/// `smallest_input_share`, `threads` and the recording flags must be the same for all members of a batch.
struct Member {
  std::span<const TableShock> shocks;
  const PropagationOptions* options = nullptr;
};

inline constexpr std::size_t batch_lanes = 8;

/// The default engine in double precision: one run, sectors shared out to `threads`.
PropagationResult propagate_default(const Mrio& table, Member member, std::stop_token stop);

/// The same equations for up to `batch_lanes` draws that read the table together; flows stored in single precision,
/// everything else in double. Results in the order of the members.
std::vector<PropagationResult> propagate_batch(const Mrio& table, std::span<const Member> members,
                                               std::stop_token stop);

} // namespace rashin::supply
