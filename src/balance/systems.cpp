#include "balance/systems.h"

#include "core/number_text.h"

#include <algorithm>
#include <set>

namespace rashin::balance {
namespace {

std::vector<std::vector<std::size_t>> followers(const SystemGraph& graph, bool turned = false) {
  std::vector<std::vector<std::size_t>> next(graph.nodes.size());
  for (const SystemEdge& edge : graph.edges) {
    if (edge.from >= next.size() || edge.to >= next.size()) throw Error("an edge of a system graph leads nowhere");
    next[turned ? edge.to : edge.from].push_back(turned ? edge.from : edge.to);
  }
  return next;
}

std::vector<bool> mask(const SystemGraph& graph, std::span<const std::size_t> nodes) {
  std::vector<bool> result(graph.nodes.size(), false);
  for (const std::size_t node : nodes) result.at(node) = true;
  return result;
}

std::vector<bool> reached(const SystemGraph& graph, std::span<const std::size_t> from, bool turned) {
  const auto next = followers(graph, turned);
  std::vector<bool> seen = mask(graph, from);
  std::vector<std::size_t> open(from.begin(), from.end());
  while (!open.empty()) {
    const std::size_t node = open.back();
    open.pop_back();
    for (const std::size_t other : next[node])
      if (!seen[other]) seen[other] = true, open.push_back(other);
  }
  return seen;
}

void walk(const std::vector<std::vector<std::size_t>>& next, std::size_t sink, std::size_t most,
          std::vector<std::size_t>& way, std::vector<std::vector<std::size_t>>& ways) {
  if (ways.size() >= most) return;
  if (way.back() == sink) return ways.push_back(way);
  for (const std::size_t node : next[way.back()]) {
    way.push_back(node);
    walk(next, sink, most, way, ways);
    way.pop_back();
  }
}

} // namespace

Diagnostics check_systems(const SystemGraph& graph) {
  Diagnostics faults;
  if (graph.sink >= graph.nodes.size()) throw Error("a system graph without its sink");
  std::set<std::pair<std::size_t, std::size_t>> seen;
  for (const SystemNode& node : graph.nodes)
    if (!(node.availability >= 0 && node.availability <= 1))
      faults.push_back(make_diagnostic("systems-availability", node.place, {node.id, shortest(node.availability)}));
  for (const SystemEdge& edge : graph.edges) {
    const SystemNode &from = graph.nodes.at(edge.from), &to = graph.nodes.at(edge.to);
    if (!seen.emplace(edge.from, edge.to).second)
      faults.push_back(make_diagnostic("systems-edge-twice", edge.place, {from.id, to.id}));
    if (from.layer >= to.layer)
      faults.push_back(make_diagnostic("systems-layer", edge.place,
                                       {from.id, std::to_string(from.layer), to.id, std::to_string(to.layer)}));
  }
  if (graph.sources.empty()) faults.push_back(make_diagnostic("systems-no-source", graph.nodes[graph.sink].place));
  const std::vector<std::size_t> sink{graph.sink};
  const std::vector<bool> to_sink = reached(graph, sink, true), from_sources = reached(graph, graph.sources, false);
  const std::vector<bool> is_source = mask(graph, graph.sources);
  for (std::size_t v = 0; v < graph.nodes.size() && !graph.sources.empty(); ++v) {
    const SystemNode& node = graph.nodes[v];
    if (is_source[v] && !to_sink[v])
      faults.push_back(make_diagnostic("systems-source-cut-off", node.place, {node.id, graph.nodes[graph.sink].id}));
    else if (!to_sink[v] || !from_sources[v])
      faults.push_back(make_diagnostic("systems-node-aside", node.place, {node.id}));
  }
  return faults;
}

double path_count(const SystemGraph& graph, std::span<const std::size_t> removed) {
  const auto next = followers(graph);
  const std::vector<bool> gone = mask(graph, removed), source = mask(graph, graph.sources);
  std::vector<std::size_t> order(graph.nodes.size());
  for (std::size_t v = 0; v < order.size(); ++v) order[v] = v;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return graph.nodes[a].layer < graph.nodes[b].layer; });
  std::vector<double> ways(graph.nodes.size(), 0.0);
  for (const std::size_t v : order) {
    if (gone[v]) continue;
    if (source[v]) ways[v] += 1;
    for (const std::size_t other : next[v])
      if (!gone[other]) ways[other] += ways[v];
  }
  return ways[graph.sink];
}

std::vector<std::vector<std::size_t>> simple_paths(const SystemGraph& graph, std::size_t most) {
  const auto next = followers(graph);
  std::vector<std::vector<std::size_t>> ways;
  for (const std::size_t source : graph.sources) {
    std::vector<std::size_t> way{source};
    walk(next, graph.sink, most, way, ways);
  }
  return ways;
}

std::vector<double> betweenness(const SystemGraph& graph) {
  auto next = followers(graph);
  const std::size_t super = next.size();
  next.push_back(graph.sources);
  std::vector<double> result(next.size(), 0.0);
  for (std::size_t start = 0; start < next.size(); ++start) {
    std::vector<std::size_t> order{start};
    std::vector<int> distance(next.size(), -1);
    std::vector<double> ways(next.size(), 0.0), share(next.size(), 0.0);
    distance[start] = 0, ways[start] = 1;
    for (std::size_t i = 0; i < order.size(); ++i)
      for (const std::size_t other : next[order[i]]) {
        if (distance[other] < 0) distance[other] = distance[order[i]] + 1, order.push_back(other);
        if (distance[other] == distance[order[i]] + 1) ways[other] += ways[order[i]];
      }
    for (std::size_t i = order.size(); i-- > 0;) {
      const std::size_t v = order[i];
      for (const std::size_t other : next[v])
        if (distance[other] == distance[v] + 1) share[v] += ways[v] / ways[other] * (1 + share[other]);
      if (v != start) result[v] += share[v];
    }
  }
  result.resize(super);
  return result;
}

Result<Denial> denial(const SystemGraph& graph, std::vector<std::size_t> removed) {
  Denial result{std::move(removed), 0, 0, 0, 0, {}, {}};
  std::vector<double> availability;
  for (const SystemNode& node : graph.nodes) availability.push_back(node.availability);
  const auto before = reliability(graph, availability);
  for (const std::size_t node : result.removed) availability.at(node) = 0;
  const auto after = reliability(graph, availability);
  if (!before) return before.diagnostics();
  if (!after) return after.diagnostics();
  const auto size = [](const std::optional<std::vector<std::size_t>>& cut) {
    return cut ? std::optional(cut->size()) : std::nullopt;
  };
  result.works_before = before->works, result.works_after = after->works;
  result.paths_before = path_count(graph), result.paths_after = path_count(graph, result.removed);
  result.cut_before = size(minimum_node_cut(graph));
  result.cut_after = size(minimum_node_cut(graph, Cut::InnerNodes, result.removed));
  return result;
}

} // namespace rashin::balance
