#pragma once
#include "report/network_chart.h"

namespace rashin::report {

/// A node of the network with its place, or (`node` < 0) a bend that leads a long arc past a tier.
struct Slot {
  int node = -1;
  int tier = 0;
  double height = 0;
  double y = 0; ///< its middle
};

struct NetworkLayout {
  std::vector<Slot> slots; ///< slot i < nodes.size() belongs to node i
  std::vector<std::vector<std::size_t>>
      routes; ///< per arc: the slots it passes, first `from`, last `to`; empty where an end is unknown
  double height = 0;
};

/// Layered drawing (Sugiyama et al. 1981): arcs longer than one tier get bends; the order within tiers comes from
/// barycentre sweeps, of which the one with the fewest crossings is kept; then slots move towards the middle of their
/// neighbours as far as room allows. Deterministic: ties keep declared order. O(sweeps · arcs²) for counting crossings,
/// meant for up to a few hundred arcs.
NetworkLayout lay_out(const NetworkChart& chart, const std::vector<double>& node_heights);

} // namespace rashin::report
