#include "supply/network_engine.h"
#include "supply/network_static.h"

#include <algorithm>
#include <limits>

namespace rashin::supply {
namespace {

constexpr double stopped = 1e-9; ///< an output below this part of normal counts as none

template <class List, class T> bool contains(const List& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

bool has_way_round(const Route& route, Index passage) {
  return std::any_of(route.detours.begin(), route.detours.end(),
                     [&](const Route::Detour& d) { return d.closed == std::vector{passage}; });
}

bool is_lost(const ItemNetwork& network, const Loss& loss, Index row) {
  const Supplier& s = network.suppliers[row];
  if (contains(loss.suppliers, row) || contains(loss.countries, s.country)) return true;
  if (!s.route) return false;
  const Route& route = network.routes[*s.route];
  return std::any_of(route.passages.begin(), route.passages.end(),
                     [&](Index p) { return contains(loss.passages, p) && !has_way_round(route, p); });
}

void bind(double& output, InputClass input_class, double fill) {
  if (input_class == InputClass::Essential) output = std::min(output, fill);
  if (input_class == InputClass::Important) output = std::min(output, 0.5 * (1 + fill));
}

std::vector<Node> all_nodes(const ItemNetwork& network, bool suppliers) {
  std::vector<Node> nodes;
  for (Index c = 0; c < network.countries.size(); ++c) nodes.push_back({NodeKind::Country, network.countries[c], c});
  for (Index p = 0; p < network.passages.size(); ++p) nodes.push_back({NodeKind::Passage, network.passages[p], p});
  for (Index s = 0; suppliers && s < network.suppliers.size(); ++s)
    nodes.push_back(
        {NodeKind::Supplier, network.items[network.suppliers[s].item].id + '.' + network.suppliers[s].id, s});
  return nodes;
}

void add(Loss& loss, const Node& node) {
  if (node.kind == NodeKind::Country) loss.countries.push_back(node.name);
  if (node.kind == NodeKind::Passage) loss.passages.push_back(node.of);
  if (node.kind == NodeKind::Supplier) loss.suppliers.push_back(node.of);
}

} // namespace

std::vector<double> what_remains(const ItemNetwork& network, std::span<const double> values, const Loss& loss,
                                 const RemainsOptions& options) {
  std::vector<double> fill(network.items.size(), 1), output(network.end_uses.size(), 1);
  for (const Index i : network.order) {
    double made = 1, normal = 0, left = 0;
    for (const Input& input : network.inputs)
      if (input.item == i) bind(made, input.input_class, fill[input.input]);
    for (Index s = 0; s < network.suppliers.size(); ++s) {
      const Supplier& row = network.suppliers[s];
      if (row.item != i) continue;
      normal += values[row.supply];
      if (is_lost(network, loss, s)) continue;
      const double spare = options.spare ? values[row.spare] + values[row.spare_share] * values[row.supply] : 0;
      left += (values[row.supply] + spare) * (row.makes ? made : 1);
    }
    fill[i] = normal > 0 ? std::min(1.0, left / normal) : 1;
  }
  for (const Demand& d : network.demands) bind(output[d.end_use], d.input_class, fill[d.item]);
  return output;
}

std::vector<NodeLoss> node_losses(const ItemNetwork& network, std::span<const double> values) {
  std::vector<NodeLoss> losses;
  for (const Node& node : all_nodes(network, true)) {
    Loss loss;
    add(loss, node);
    NodeLoss entry{node, what_remains(network, values, loss), 0};
    for (Index e = 0; e < network.end_uses.size(); ++e)
      entry.value_added += values[network.end_uses[e].value_added] * (1 - entry.remains[e]);
    losses.push_back(std::move(entry));
  }
  return losses;
}

std::vector<std::vector<Node>> stopping_sets(const ItemNetwork& network, std::span<const double> values, Index end_use,
                                             int largest) {
  const std::vector<Node> nodes = all_nodes(network, false);
  std::vector<std::vector<Node>> sets;
  std::vector<std::vector<std::size_t>> found;
  std::vector<std::size_t> chosen;
  const auto stops = [&] {
    Loss loss;
    for (const std::size_t n : chosen) add(loss, nodes[n]);
    return what_remains(network, values, loss, {true})[end_use] < stopped;
  };
  const auto holds_smaller = [&] {
    return std::any_of(found.begin(), found.end(), [&](const std::vector<std::size_t>& set) {
      return std::includes(chosen.begin(), chosen.end(), set.begin(), set.end());
    });
  };
  const auto choose = [&](auto&& self, std::size_t from, int size) -> void {
    if (size == 0) {
      if (!holds_smaller() && stops()) found.push_back(chosen);
      return;
    }
    for (std::size_t n = from; n < nodes.size(); ++n) {
      chosen.push_back(n);
      self(self, n + 1, size - 1);
      chosen.pop_back();
    }
  };
  for (int size = 1; size <= largest; ++size) choose(choose, 0, size);
  for (const std::vector<std::size_t>& set : found) {
    sets.emplace_back();
    for (const std::size_t n : set) sets.back().push_back(nodes[n]);
  }
  return sets;
}

std::vector<Index> minimum_cut(const ItemNetwork& network, std::span<const double> values, Index end_use) {
  std::vector<std::vector<Index>> cut(network.items.size());
  for (const Index i : network.order) {
    std::vector<Index> makers;
    for (Index s = 0; s < network.suppliers.size(); ++s) {
      const Supplier& row = network.suppliers[s];
      if (row.item != i || values[row.supply] + values[row.spare] <= 0) continue;
      (row.makes ? makers : cut[i]).push_back(s);
    }
    const std::vector<Index>* least = &makers;
    for (const Input& input : network.inputs)
      if (input.item == i && input.input_class == InputClass::Essential && !makers.empty() &&
          cut[input.input].size() < least->size())
        least = &cut[input.input];
    const std::vector<Index> more = *least;
    cut[i].insert(cut[i].end(), more.begin(), more.end());
  }
  std::optional<std::vector<Index>> best;
  for (const Demand& d : network.demands)
    if (d.end_use == end_use && d.input_class == InputClass::Essential && (!best || cut[d.item].size() < best->size()))
      best = cut[d.item];
  return best.value_or(std::vector<Index>{});
}

std::vector<std::vector<double>> survival(const ItemNetwork& network, std::span<const double> values,
                                          std::span<const Node> nodes, int days) {
  std::vector<Lanes> lanes;
  for (const double value : values) lanes.push_back(all_lanes(value));
  NetworkEngine engine(network);
  engine.set_values(lanes);
  RunOptions options;
  options.days = days;
  std::vector<std::vector<double>> table;
  for (std::size_t from = 0; from < nodes.size();
       from += lane_count) { // a block of sixteen nodes: each lost in its own lane
    const std::size_t count = std::min<std::size_t>(lane_count, nodes.size() - from);
    std::vector<Shock> shocks;
    std::vector<ShockLanes> numbers;
    for (std::size_t n = 0; n < count; ++n) {
      const Node& node = nodes[from + n];
      Shock shock;
      for (Index s = 0; s < network.suppliers.size(); ++s)
        if (node.kind == NodeKind::Country ? network.suppliers[s].country == node.name
                                           : node.kind == NodeKind::Supplier && s == node.of)
          shock.suppliers.push_back(s);
      if (node.kind == NodeKind::Passage) shock.kind = ShockKind::PassageClosed, shock.passage = node.of;
      shocks.push_back(shock);
      ShockLanes lost{Lanes{}, Lanes{}, all_lanes(days), Lanes{}};
      lost.share[static_cast<int>(n)] = 1;
      numbers.push_back(lost);
    }
    const BlockResult& result = engine.run(shocks, numbers, options);
    for (std::size_t n = 0; n < count; ++n) {
      table.emplace_back();
      for (const EndUseTotals& totals : result.end_uses)
        table.back().push_back(totals.time_to_survive[static_cast<int>(n)]);
    }
  }
  return table;
}

} // namespace rashin::supply
