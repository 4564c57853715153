#pragma once
#include "supply/mrio_propagation.h"

#include <optional>

namespace rashin::supply {

enum class CauseKind {
  Unlimited, ///< nothing limited it that day: it made what was asked for
  Input,     ///< an input was short; `supplier` fell furthest behind
  Shock,     ///< a capacity or capital shock on the industry itself
  LinkShock, ///< the supplier could deliver, the link could not
  Overload,  ///< more was asked for than its undisturbed capacity
};

/// One link of the chain: on `day` the industry was limited, because …
struct Cause {
  std::size_t industry = 0;
  int day = 0;
  CauseKind kind = CauseKind::Unlimited;
  double output_share = 1;             ///< of its baseline
  std::uint32_t input = no_sector;     ///< Input, LinkShock: the input sector
  std::optional<std::size_t> supplier; ///< Input, LinkShock
  double missing = 0;                  ///< what the supplier owes against the baseline up to that day, in money
  std::optional<std::size_t> shock;    ///< Shock, LinkShock
};

/// The chain from the day an industry was hit (or `day`) back to a shock: which input from where stopped whom, when.
/// The supplier named is the one whose sales fell furthest behind its baseline so far (own output or closed links); it
/// is then looked at on the day it was hit before that. Nobody is named twice. The chain ends at a shock, at an
/// overload, or where no supplier fell behind. It names the largest cause at each step; it is not a decomposition of
/// the loss. Needs record_industries and record_causes.
std::vector<Cause> explain(const Mrio& table, std::span<const TableShock> shocks, const PropagationOptions& options,
                           const PropagationResult& result, std::size_t industry, std::optional<int> day = {});

} // namespace rashin::supply
