#pragma once
#include "core/result.h"

#include <string>
#include <vector>

namespace rashin::balance {

/// Centre of gravity → critical capability (what it does) → critical requirement (what that takes) → critical
/// vulnerability (a requirement that is deficient or open to attack). After Strange and Iron (2004).
enum class GravityKind { Centre, Capability, Requirement, Vulnerability };

struct GravityNode {
  std::string id;
  GravityKind kind = GravityKind::Centre;
  std::string side;        ///< whose centre it is; the same all the way down
  std::string requirement; ///< Vulnerability: the requirement that it is a weakness of
  Place place{};
};

/// From the upper to the lower kind: centre → capability → requirement. A vulnerability needs no edge.
struct GravityEdge {
  std::string from, to;
  Place place{};
};

struct GravityGraph {
  std::vector<GravityNode> nodes;
  std::vector<GravityEdge> edges;
};

/// All faults at once, `gravity-…`: ids used twice, edges to nothing, edges that skip or turn round a step, a centre
/// that does nothing, a capability that nothing does or that takes nothing, a requirement that serves nothing, a
/// vulnerability that is no requirement, edges between sides. Whether the words of a capability are verbs is for
/// people.
Diagnostics check_gravity(const GravityGraph& graph);

/// What one vulnerability bears on.
struct VulnerabilityReach {
  std::string vulnerability;
  std::string requirement;
  std::vector<std::string> capabilities; ///< that rest on the requirement, in the order of the graph
  std::vector<std::string> centres;      ///< reached through them
  double share = 0;                      ///< of all capabilities of those centres, the part that rests on it
};
/// In the order of the graph. The graph must have no faults. A share counts capabilities; it does not weigh them.
std::vector<VulnerabilityReach> vulnerability_reach(const GravityGraph& graph);

} // namespace rashin::balance
