#pragma once
#include "core/geography.h"

#include <cstdint>
#include <optional>
#include <span>

namespace rashin::supply {

/// Sea lanes as a graph: nodes are points, segments have a length and perhaps a passage. Immutable; thread-safe.
struct SeaNetwork {
  struct Segment {
    std::uint32_t to = 0;
    std::uint32_t passage = 0; ///< in `passages`; 0 = open sea
    double km = 0;
  };
  std::vector<GeoPoint> nodes;
  std::vector<std::string> passages; ///< [0] is the open sea
  std::vector<std::uint32_t> first;  ///< segments of node n: [first[n], first[n + 1])
  std::vector<Segment> segments;     ///< each twice, once from either end
};

/// Merges equal points: longitudes are wrapped to [-180, 180) and coordinates rounded to 5 decimals first, since
/// sources draw the Pacific across the antimeridian.
SeaNetwork make_sea_network(std::span<const SeaLine> lines);

std::uint32_t nearest_node(const SeaNetwork& network, const GeoPoint& at);

struct RouteOptions {
  std::vector<std::string> closed; ///< passages that ships avoid
  bool arctic = false;             ///< whether the Northwest Passage and Bering Strait may be used
};
struct SeaRoute {
  double km = 0;                     ///< along the network; the way from port to network is not counted
  std::vector<std::string> passages; ///< in the order of the voyage, each once
  std::vector<std::uint32_t> nodes;
};
/// The shortest way (Dijkstra 1959) between the nodes nearest to two places; none if the closed passages cut it off.
/// Among ways of equal length the one over lower node numbers.
std::optional<SeaRoute> sea_route(const SeaNetwork& network, const GeoPoint& from, const GeoPoint& to,
                                  const RouteOptions& options = {});

/// Days at sea: 1 knot = 1.852 km an hour.
inline double voyage_days(double km, double knots) {
  return km / (knots * 1.852 * 24);
}

/// What a row of routes.csv with `closed` needs: extra kilometres with these passages closed; none = no way round.
struct SeaDetour {
  std::vector<std::string> closed;
  std::optional<double> extra_km;
};
/// For each passage on the open way alone, and for each passage on its way round together with it.
std::vector<SeaDetour> sea_detours(const SeaNetwork& network, const GeoPoint& from, const GeoPoint& to);

} // namespace rashin::supply
