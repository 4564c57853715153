#pragma once
#include "pathway/cib_matrix.h"

namespace rashin::pathway {

/// How an inconsistent scenario moves on: all descriptors at once to a state of maximal balance, or only the descriptor
/// with the largest inconsistency (the first of several). On ties the current state is kept, else the first maximum
/// taken.
enum class Succession { Global, Local };

Scenario successor(const CrossImpactMatrix& matrix, const Scenario& scenario, Succession rule);

/// Where succession ends: one consistent scenario, or a cycle in the order it is passed through, from its least member.
struct Attractor {
  std::vector<Scenario> members;
  std::uint64_t basin = 0; ///< starts that end here
};

struct SuccessionOptions {
  Succession rule = Succession::Global;
  std::uint64_t most_configurations = std::uint64_t{1} << 28; ///< beyond, starts are drawn; at most 2^30 (4 GB)
  std::uint64_t sampled_starts = 100'000;
  std::uint64_t seed = 1;
  unsigned threads = 1; ///< 0 = as many as the machine has; the result does not depend on it
};

struct SuccessionMap {
  std::vector<Attractor> attractors; ///< by their first members, ascending
  std::uint64_t starts = 0;          ///< the sum of all basins
  bool sampled = false;              ///< starts were drawn: basins carry sampling error, rare attractors may be missing
};

/// Follows succession from every scenario that can be formed, or from drawn starts (factors `cib/start/<descriptor>`).
/// The share of a basin is a structural weight: how much of the space leads there, not how probable it is.
SuccessionMap succession_map(const CrossImpactMatrix& matrix, const SuccessionOptions& options = {});

} // namespace rashin::pathway
