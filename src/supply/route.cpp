#include "supply/route.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <queue>

namespace rashin::supply {
namespace {

constexpr std::string_view arctic_passages[] = {"northwest", "bering"};

GeoPoint rounded(const GeoPoint& at) {
  const double longitude = at.longitude - 360 * std::floor((at.longitude + 180) / 360);
  const auto round5 = [](double degrees) { return std::round(degrees * 1e5) / 1e5; };
  GeoPoint point{round5(at.latitude), round5(longitude)};
  if (point.longitude >= 180) point.longitude -= 360;
  return point;
}

/// Nodes in the order in which the lines first name them.
class NodeList {
 public:
  std::uint32_t operator()(SeaNetwork& network, const GeoPoint& raw) {
    const GeoPoint at = rounded(raw);
    const auto [entry, added] =
        numbers_.try_emplace({at.latitude, at.longitude}, static_cast<std::uint32_t>(network.nodes.size()));
    if (added) network.nodes.push_back(at);
    return entry->second;
  }

 private:
  std::map<std::pair<double, double>, std::uint32_t> numbers_;
};

struct Edge {
  std::uint32_t from;
  SeaNetwork::Segment segment;
};

void index_segments(SeaNetwork& network, const std::vector<Edge>& edges) {
  network.first.assign(network.nodes.size() + 1, 0);
  for (const Edge& edge : edges) ++network.first[edge.from + 1];
  for (std::size_t n = 0; n < network.nodes.size(); ++n) network.first[n + 1] += network.first[n];
  network.segments.resize(edges.size());
  std::vector<std::uint32_t> next(network.first.begin(), network.first.end() - 1);
  for (const Edge& edge : edges) network.segments[next[edge.from]++] = edge.segment;
}

std::vector<bool> closed_flags(const SeaNetwork& network, const RouteOptions& options) {
  std::vector<bool> closed(network.passages.size());
  for (std::size_t p = 1; p < network.passages.size(); ++p) {
    const std::string& name = network.passages[p];
    closed[p] = std::find(options.closed.begin(), options.closed.end(), name) != options.closed.end() ||
                (!options.arctic &&
                 std::find(std::begin(arctic_passages), std::end(arctic_passages), name) != std::end(arctic_passages));
  }
  return closed;
}

SeaRoute trace_back(const SeaNetwork& network, const std::vector<std::uint32_t>& before,
                    const std::vector<std::uint32_t>& passage, std::uint32_t from, std::uint32_t to, double km) {
  SeaRoute route{km, {}, {}};
  for (std::uint32_t at = to; at != from; at = before[at]) {
    route.nodes.push_back(at);
    const std::string& name = network.passages[passage[at]];
    if (!name.empty() && std::find(route.passages.begin(), route.passages.end(), name) == route.passages.end())
      route.passages.push_back(name);
  }
  route.nodes.push_back(from);
  std::reverse(route.nodes.begin(), route.nodes.end());
  std::reverse(route.passages.begin(), route.passages.end());
  return route;
}

} // namespace

SeaNetwork make_sea_network(std::span<const SeaLine> lines) {
  SeaNetwork network;
  network.passages = {""};
  NodeList node;
  std::vector<Edge> edges;
  for (const SeaLine& line : lines) {
    auto passage = std::find(network.passages.begin(), network.passages.end(), line.passage);
    if (passage == network.passages.end()) passage = network.passages.insert(passage, line.passage);
    const auto number = static_cast<std::uint32_t>(passage - network.passages.begin());
    for (std::size_t p = 1; p < line.points.size(); ++p) {
      const std::uint32_t a = node(network, line.points[p - 1]), b = node(network, line.points[p]);
      const double km = great_circle_km(network.nodes[a], network.nodes[b]);
      if (a == b) continue;
      edges.push_back({a, {b, number, km}});
      edges.push_back({b, {a, number, km}});
    }
  }
  index_segments(network, edges);
  return network;
}

std::uint32_t nearest_node(const SeaNetwork& network, const GeoPoint& at) {
  std::uint32_t best = 0;
  double least = std::numeric_limits<double>::infinity();
  for (std::uint32_t n = 0; n < network.nodes.size(); ++n) {
    const double km = great_circle_km(network.nodes[n], at);
    if (km < least) least = km, best = n;
  }
  return best;
}

std::optional<SeaRoute> sea_route(const SeaNetwork& network, const GeoPoint& from, const GeoPoint& to,
                                  const RouteOptions& options) {
  if (network.nodes.empty()) return std::nullopt;
  const std::uint32_t start = nearest_node(network, from), goal = nearest_node(network, to);
  const std::vector<bool> closed = closed_flags(network, options);
  std::vector<double> km(network.nodes.size(), std::numeric_limits<double>::infinity());
  std::vector<std::uint32_t> before(network.nodes.size()), passage(network.nodes.size());
  using Step = std::pair<double, std::uint32_t>;
  std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
  km[start] = 0;
  open.emplace(0.0, start);
  while (!open.empty()) {
    const auto [reached, at] = open.top();
    open.pop();
    if (at == goal) return trace_back(network, before, passage, start, goal, reached);
    if (reached > km[at]) continue;
    for (std::uint32_t s = network.first[at]; s < network.first[at + 1]; ++s) {
      const SeaNetwork::Segment& segment = network.segments[s];
      if (closed[segment.passage] || reached + segment.km >= km[segment.to]) continue;
      km[segment.to] = reached + segment.km;
      before[segment.to] = at;
      passage[segment.to] = segment.passage;
      open.emplace(km[segment.to], segment.to);
    }
  }
  return std::nullopt;
}

std::vector<SeaDetour> sea_detours(const SeaNetwork& network, const GeoPoint& from, const GeoPoint& to) {
  std::vector<SeaDetour> detours;
  const auto open = sea_route(network, from, to);
  if (!open) return detours;
  const auto add = [&](const std::vector<std::string>& closed) {
    const auto round = sea_route(network, from, to, {closed, false});
    detours.push_back({closed, round ? std::optional(round->km - open->km) : std::nullopt});
    return round;
  };
  for (const std::string& passage : open->passages) {
    const auto round = add({passage});
    if (!round) continue;
    for (const std::string& next : round->passages)
      if (std::find(open->passages.begin(), open->passages.end(), next) == open->passages.end()) add({passage, next});
  }
  return detours;
}

} // namespace rashin::supply
