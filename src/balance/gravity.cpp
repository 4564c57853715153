#include "balance/gravity.h"

#include <algorithm>
#include <map>
#include <set>

namespace rashin::balance {
namespace {

using Index = std::map<std::string, const GravityNode*, std::less<>>;

Index index_of(const GravityGraph& graph) {
  Index index;
  for (const GravityNode& node : graph.nodes) index.emplace(node.id, &node);
  return index;
}

const GravityNode* find(const Index& index, const std::string& id) {
  const auto found = index.find(id);
  return found == index.end() ? nullptr : found->second;
}

bool is_step_down(GravityKind from, GravityKind to) {
  return (from == GravityKind::Centre && to == GravityKind::Capability) ||
         (from == GravityKind::Capability && to == GravityKind::Requirement);
}

/// Edges by their ends; faults of the edges themselves.
struct Ends {
  std::set<std::string, std::less<>> with_lower, with_upper;
};

Ends check_edges(const GravityGraph& graph, const Index& index, Diagnostics& faults) {
  Ends ends;
  for (const GravityEdge& edge : graph.edges) {
    const GravityNode *from = find(index, edge.from), *to = find(index, edge.to);
    for (const auto& [id, node] : {std::pair(edge.from, from), std::pair(edge.to, to)})
      if (!node) faults.push_back(make_diagnostic("gravity-unknown", edge.place, {id}));
    if (!from || !to) continue;
    ends.with_lower.insert(edge.from);
    ends.with_upper.insert(edge.to);
    if (!is_step_down(from->kind, to->kind))
      faults.push_back(make_diagnostic("gravity-step", edge.place, {edge.from, edge.to}));
    else if (from->side != to->side)
      faults.push_back(make_diagnostic("gravity-side", edge.place, {edge.from, from->side, edge.to, to->side}));
  }
  return ends;
}

void check_node(const GravityNode& node, const Index& index, const Ends& ends, Diagnostics& faults) {
  const auto fail = [&](std::string_view code) { faults.push_back(make_diagnostic(code, node.place, {node.id})); };
  if (node.kind == GravityKind::Centre && !ends.with_lower.contains(node.id)) fail("gravity-centre-idle");
  if (node.kind == GravityKind::Capability && !ends.with_upper.contains(node.id)) fail("gravity-capability-unused");
  if (node.kind == GravityKind::Capability && !ends.with_lower.contains(node.id)) fail("gravity-capability-bare");
  if (node.kind == GravityKind::Requirement && !ends.with_upper.contains(node.id)) fail("gravity-requirement-unused");
  if (node.kind != GravityKind::Vulnerability) return;
  const GravityNode* requirement = find(index, node.requirement);
  if (!requirement || requirement->kind != GravityKind::Requirement)
    faults.push_back(make_diagnostic("gravity-vulnerability", node.place, {node.id, node.requirement}));
  else if (requirement->side != node.side)
    faults.push_back(
        make_diagnostic("gravity-side", node.place, {node.id, node.side, node.requirement, requirement->side}));
}

std::vector<std::string> uppers(const GravityGraph& graph, const std::vector<std::string>& of) {
  std::vector<std::string> result;
  for (const GravityNode& node : graph.nodes)
    if (std::any_of(graph.edges.begin(), graph.edges.end(), [&](const GravityEdge& e) {
          return e.from == node.id && std::find(of.begin(), of.end(), e.to) != of.end();
        }))
      result.push_back(node.id);
  return result;
}

std::vector<std::string> lowers(const GravityGraph& graph, const std::vector<std::string>& of) {
  std::vector<std::string> result;
  for (const GravityNode& node : graph.nodes)
    if (std::any_of(graph.edges.begin(), graph.edges.end(), [&](const GravityEdge& e) {
          return e.to == node.id && std::find(of.begin(), of.end(), e.from) != of.end();
        }))
      result.push_back(node.id);
  return result;
}

} // namespace

Diagnostics check_gravity(const GravityGraph& graph) {
  Diagnostics faults;
  std::set<std::string, std::less<>> seen;
  for (const GravityNode& node : graph.nodes)
    if (!seen.insert(node.id).second) faults.push_back(make_diagnostic("id-twice", node.place, {node.id}));
  const Index index = index_of(graph);
  const Ends ends = check_edges(graph, index, faults);
  for (const GravityNode& node : graph.nodes) check_node(node, index, ends, faults);
  return faults;
}

std::vector<VulnerabilityReach> vulnerability_reach(const GravityGraph& graph) {
  std::vector<VulnerabilityReach> result;
  for (const GravityNode& node : graph.nodes) {
    if (node.kind != GravityKind::Vulnerability) continue;
    VulnerabilityReach reach{node.id, node.requirement, uppers(graph, {node.requirement}), {}, 0};
    reach.centres = uppers(graph, reach.capabilities);
    const std::size_t all = lowers(graph, reach.centres).size();
    if (all > 0) reach.share = static_cast<double>(reach.capabilities.size()) / static_cast<double>(all);
    result.push_back(std::move(reach));
  }
  return result;
}

} // namespace rashin::balance
