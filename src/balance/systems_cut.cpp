#include "balance/systems.h"

#include <algorithm>
#include <deque>

namespace rashin::balance {
namespace {

/// Node v becomes v_in = 2 v and v_out = 2 v + 1 with capacity 1 between them (or no limit); the super source is 2 n,
/// the super sink 2 n + 1. Augmenting shortest ways: O(cut × edges), cuts being small.
class SplitFlow {
 public:
  explicit SplitFlow(std::size_t nodes) : out_(2 * nodes + 2) {}

  void add(std::size_t from, std::size_t to, int capacity) {
    out_[from].push_back(arcs_.size());
    arcs_.push_back({to, capacity});
    out_[to].push_back(arcs_.size());
    arcs_.push_back({from, 0});
  }

  /// False where there is no further way; else one more unit flows.
  bool augment(std::size_t source, std::size_t sink) {
    const std::vector<std::size_t> by = search(source);
    if (by[sink] == none) return false;
    for (std::size_t v = sink; v != source; v = arcs_[by[v] ^ 1].to) {
      --arcs_[by[v]].left;
      ++arcs_[by[v] ^ 1].left;
    }
    return true;
  }

  /// Per vertex: the arc by which it is first reached over what is left; `none` where it is not.
  std::vector<std::size_t> search(std::size_t source) const {
    std::vector<std::size_t> by(out_.size(), none);
    by[source] = start;
    std::deque<std::size_t> open{source};
    while (!open.empty()) {
      const std::size_t v = open.front();
      open.pop_front();
      for (const std::size_t arc : out_[v])
        if (arcs_[arc].left > 0 && by[arcs_[arc].to] == none) by[arcs_[arc].to] = arc, open.push_back(arcs_[arc].to);
    }
    return by;
  }

  static constexpr std::size_t none = static_cast<std::size_t>(-1), start = static_cast<std::size_t>(-2);

 private:
  struct Arc {
    std::size_t to;
    int left;
  };
  std::vector<Arc> arcs_;
  std::vector<std::vector<std::size_t>> out_;
};

} // namespace

std::optional<std::vector<std::size_t>> minimum_node_cut(const SystemGraph& graph, Cut cut,
                                                         std::span<const std::size_t> removed) {
  const std::size_t n = graph.nodes.size(), source = 2 * n, sink = 2 * n + 1;
  const int unlimited = static_cast<int>(n) + 1;
  std::vector<bool> fixed(n, false), gone(n, false);
  for (const std::size_t v : removed) gone.at(v) = true;
  fixed[graph.sink] = true;
  if (cut == Cut::InnerNodes)
    for (const std::size_t v : graph.sources) fixed[v] = true;
  SplitFlow flow(n);
  for (std::size_t v = 0; v < n; ++v)
    if (!gone[v]) flow.add(2 * v, 2 * v + 1, fixed[v] ? unlimited : 1);
  for (const SystemEdge& edge : graph.edges) flow.add(2 * edge.from + 1, 2 * edge.to, unlimited);
  for (const std::size_t v : graph.sources) flow.add(source, 2 * v, unlimited);
  flow.add(2 * graph.sink + 1, sink, unlimited);
  for (int size = 0; flow.augment(source, sink); ++size)
    if (size >= static_cast<int>(n)) return std::nullopt; // more than there are nodes
  const std::vector<std::size_t> by = flow.search(source);
  std::vector<std::size_t> result;
  for (std::size_t v = 0; v < n; ++v)
    if (!gone[v] && by[2 * v] != SplitFlow::none && by[2 * v + 1] == SplitFlow::none) result.push_back(v);
  return result;
}

} // namespace rashin::balance
