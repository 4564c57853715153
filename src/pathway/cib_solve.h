#pragma once
#include "pathway/cib_matrix.h"

#include <stop_token>

namespace rashin::pathway {

struct SolveOptions {
  int tolerance = 0;                      ///< accept scenarios up to this inconsistency, >= 0
  std::size_t most_scenarios = 1'000'000; ///< the first so many in the order of the search, then `complete` is false
  unsigned threads = 1;                   ///< 0 = as many as the machine has; the result does not depend on it
  std::stop_token stop{};                 ///< a stopped search is not complete
};

struct Solution {
  std::vector<Scenario> scenarios; ///< in ascending order of their states
  bool complete = true;            ///< these are all there are
  std::uint64_t nodes = 0;         ///< of the search tree
};

/// All consistent scenarios, exactly, by branch and bound with propagation. For every descriptor j and pair of its
/// states (s, t) the search keeps an upper bound on balance(s) - balance(t): the sum over descriptors i of the largest
/// difference that a state of i still possible can make. Where the bound falls below -tolerance, s is refuted; a
/// descriptor without a state left ends the branch; a refuted state sharpens all bounds. From 16 descriptors on a bound
/// over several demands at once refutes more (cib_joint.h). At a leaf the bounds are exact, so nothing is missed and
/// nothing wrong is let in. Cost: exponential in the worst case; 25 descriptors of 3 states take half a second
/// (docs/methods/cross-impact-balances.md). Thread-safe.
Solution consistent_scenarios(const CrossImpactMatrix& matrix, const SolveOptions& options = {});

} // namespace rashin::pathway
