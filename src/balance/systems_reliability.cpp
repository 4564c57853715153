#include "balance/systems.h"

#include "core/number_text.h"

#include <algorithm>
#include <map>

namespace rashin::balance {
namespace {

/// The state is the set of working, reached nodes that still feed a later node, one bit per open place. Nodes come in
/// the order of layers; a place is freed once all that its node feeds have been passed.
class Factoring {
 public:
  Factoring(const SystemGraph& graph, std::size_t most_states) : graph_(graph), most_states_(most_states) {
    for (std::size_t v = 0; v < graph.nodes.size(); ++v) order_.push_back(v);
    std::stable_sort(order_.begin(), order_.end(),
                     [&](std::size_t a, std::size_t b) { return graph.nodes[a].layer < graph.nodes[b].layer; });
    std::vector<std::size_t> position(order_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) position[order_[i]] = i;
    feeds_.resize(order_.size()), last_use_.assign(order_.size(), 0), is_source_.assign(order_.size(), false);
    for (const SystemEdge& edge : graph.edges) {
      feeds_[edge.to].push_back(edge.from);
      last_use_[edge.from] = std::max(last_use_[edge.from], position[edge.to]);
    }
    for (const std::size_t v : graph.sources) is_source_[v] = true;
    give_places();
  }

  bool too_wide() const { return places_ > 64; }

  /// P(the sink is reached), or nothing where there are too many states.
  std::optional<double> works(std::span<const double> availability) const {
    std::map<std::uint64_t, double> states{{0, 1.0}};
    double reached_sink = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const std::size_t v = order_[i];
      std::map<std::uint64_t, double> next;
      for (const auto& [state, probability] : states) {
        const bool fed = is_source_[v] || (state & feeders_[v]) != 0;
        if (v == graph_.sink) {
          if (fed) reached_sink += probability;
          continue;
        }
        const double a = fed ? availability[v] : 0;
        if (a > 0) next[(state | bit(v)) & keep_[i]] += probability * a;
        if (a < 1) next[state & ~bit(v) & keep_[i]] += probability * (1 - a);
      }
      if (v == graph_.sink) return reached_sink;
      states = std::move(next);
      if (states.size() > most_states_) return std::nullopt;
    }
    return reached_sink;
  }

 private:
  static constexpr std::size_t no_place = 64;
  std::uint64_t bit(std::size_t v) const { return place_[v] < 64 ? std::uint64_t{1} << place_[v] : 0; }

  void give_places() {
    place_.assign(order_.size(), no_place), feeders_.assign(order_.size(), 0);
    std::vector<std::size_t> holder; // by place; the number of nodes where it is free
    const std::size_t nobody = order_.size();
    std::uint64_t open = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const std::size_t v = order_[i];
      for (const std::size_t u : feeds_[v]) feeders_[v] |= bit(u);
      for (std::size_t p = 0; p < holder.size(); ++p)
        if (holder[p] != nobody && last_use_[holder[p]] <= i) {
          holder[p] = nobody;
          if (p < 64) open &= ~(std::uint64_t{1} << p);
        }
      if (last_use_[v] > i) {
        const auto free = std::find(holder.begin(), holder.end(), nobody);
        place_[v] = static_cast<std::size_t>(free - holder.begin());
        if (free == holder.end())
          holder.push_back(v);
        else
          *free = v;
        open |= bit(v);
      }
      keep_.push_back(open);
    }
    places_ = holder.size();
  }

  const SystemGraph& graph_;
  std::size_t most_states_;
  std::vector<std::size_t> order_, last_use_, place_;
  std::vector<std::vector<std::size_t>> feeds_;
  std::vector<bool> is_source_;
  std::vector<std::uint64_t> feeders_, keep_;
  std::size_t places_ = 0;
};

} // namespace

std::optional<double> works(const SystemGraph& graph, std::span<const double> availability, std::size_t most_states) {
  if (availability.size() != graph.nodes.size()) throw Error("availabilities that are not one per node");
  const Factoring factoring(graph, most_states);
  return factoring.too_wide() ? std::nullopt : factoring.works(availability);
}

Result<Reliability> reliability(const SystemGraph& graph, std::span<const double> availability,
                                std::size_t most_states) {
  std::vector<double> a(availability.begin(), availability.end());
  if (a.empty())
    for (const SystemNode& node : graph.nodes) a.push_back(node.availability);
  if (a.size() != graph.nodes.size()) throw Error("availabilities that are not one per node");
  const Factoring factoring(graph, most_states);
  const auto wide = [&] {
    return make_diagnostic("systems-too-wide", {}, {std::to_string(graph.nodes.size()), std::to_string(most_states)});
  };
  if (factoring.too_wide()) return wide();
  const auto whole = factoring.works(a);
  if (!whole) return wide();
  Reliability result{*whole, std::vector<double>(a.size(), 0.0)};
  for (std::size_t v = 0; v < a.size(); ++v) {
    if (v == graph.sink) continue;
    const double own = a[v];
    a[v] = 1;
    const auto with = factoring.works(a);
    a[v] = 0;
    const auto without = factoring.works(a);
    a[v] = own;
    if (!with || !without) return wide();
    result.birnbaum[v] = *with - *without;
  }
  return result;
}

} // namespace rashin::balance
