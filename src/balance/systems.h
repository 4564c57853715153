#pragma once
#include "core/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rashin::balance {

/// A weapon system, a network or a node of one, with the probability that it works when called on.
struct SystemNode {
  std::string id;
  int layer = 0;           ///< sensing, linking, deciding, acting, …: rises along every edge
  double availability = 1; ///< in [0, 1]; of the sink it does not count
  Place place{};
};

struct SystemEdge {
  std::size_t from = 0, to = 0;
  Place place{};
};

/// A layered graph from sources (that sense, or supply) to one sink (the effect). Edges go from a lower to a higher
/// layer, so there are no cycles.
struct SystemGraph {
  std::vector<SystemNode> nodes;
  std::vector<SystemEdge> edges;
  std::vector<std::size_t> sources;
  std::size_t sink = 0;
};

/// All faults at once, `systems-…`: availability outside [0, 1], an edge within or against the layers, no source, a
/// source from which the sink cannot be reached, a node on no way at all, an edge listed twice. Positions out of range
/// throw Error.
Diagnostics check_systems(const SystemGraph& graph);

/// Number of ways from any source to the sink over nodes that are not in `removed`. Exact below 2^53.
double path_count(const SystemGraph& graph, std::span<const std::size_t> removed = {});
/// The ways themselves in the order of nodes and edges, up to `most` of them.
std::vector<std::vector<std::size_t>> simple_paths(const SystemGraph& graph, std::size_t most = 1000);

/// What may be taken out to cut every way.
enum class Cut { InnerNodes, SourcesToo };
/// A smallest set of nodes whose removal leaves no way: by maximal flow with split nodes (Menger; Edmonds and Karp). Of
/// several smallest sets the one nearest the sources. Nothing where a source leads straight to the sink and only inner
/// nodes may go.
std::optional<std::vector<std::size_t>> minimum_node_cut(const SystemGraph& graph, Cut cut = Cut::InnerNodes,
                                                         std::span<const std::size_t> removed = {});

/// Shortest ways through each node, unnormalised, with a super source joined to all sources (Brandes 2001).
std::vector<double> betweenness(const SystemGraph& graph);

struct Reliability {
  double works = 0;             ///< P(some way consists of working nodes), nodes independent
  std::vector<double> birnbaum; ///< per node: P(works | node works) - P(works | node fails); 0 for the sink
};
/// Exact, by carrying the distribution of reached nodes through the layers (a factoring that forgets nodes with nothing
/// left to feed). `availability`: one per node, else those of the graph. Diagnostic `systems-too-wide` where more than
/// `most_states` states would have to be kept.
Result<Reliability> reliability(const SystemGraph& graph, std::span<const double> availability = {},
                                std::size_t most_states = 1u << 18);

/// P(some way works) alone. Nothing where more than `most_states` states would have to be kept.
std::optional<double> works(const SystemGraph& graph, std::span<const double> availability,
                            std::size_t most_states = 1u << 18);

/// What is lost when the nodes in `removed` fail for certain.
struct Denial {
  std::vector<std::size_t> removed;
  double paths_before = 0, paths_after = 0;
  double works_before = 0, works_after = 0;
  std::optional<std::size_t> cut_before, cut_after; ///< size of a smallest cut of inner nodes; nothing as above
};
Result<Denial> denial(const SystemGraph& graph, std::vector<std::size_t> removed);

} // namespace rashin::balance
