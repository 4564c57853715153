#include "supply/network_state.h"

#include <algorithm>
#include <cmath>

namespace rashin::supply {
namespace {

/// How a route stands on one day: ships that cannot pass and find no way round are stopped; those that find one are
/// diverted and avoid every passage that is closed or thinned that day.
struct RouteDay {
  Lanes stopped, diverted, detour;
};

bool has_way_round(const Route& route, Index passage) {
  return std::any_of(route.detours.begin(), route.detours.end(),
                     [&](const Route::Detour& d) { return d.closed == std::vector{passage}; });
}

RouteDay route_day(const NetworkState& state, const Route& route, const std::vector<Lanes>& closed) {
  RouteDay day;
  for (int l = 0; l < lane_count; ++l) {
    double stopped = 0, worst = 0, detour = 0;
    for (const Index p : route.passages) {
      worst = std::max(worst, closed[p][l]);
      if (!has_way_round(route, p)) stopped = std::max(stopped, closed[p][l]);
    }
    for (const Route::Detour& d : route.detours)
      if (std::all_of(d.closed.begin(), d.closed.end(), [&](Index p) { return closed[p][l] > 0; }))
        detour = std::max(detour, std::round(state.values[d.days][l]));
    day.stopped[l] = stopped;
    day.diverted[l] = stopped < 1 ? (worst - stopped) / (1 - stopped) : 0;
    day.detour[l] = detour;
  }
  return day;
}

void close_routes(NetworkState& state, const std::vector<Lanes>& closed) {
  std::vector<std::optional<RouteDay>> days(state.network.routes.size());
  for (std::size_t s = 0; s < state.suppliers.size(); ++s) {
    const std::optional<Index> route = state.network.suppliers[state.suppliers[s].row].route;
    if (!route) continue;
    if (!days[*route]) days[*route] = route_day(state, state.network.routes[*route], closed);
    const RouteDay& day = *days[*route];
    state.transit[s].diverted = day.diverted;
    state.transit[s].detour = day.detour;
    state.transit[s].rerouted =
        std::any_of(day.diverted.at, day.diverted.at + lane_count, [](double d) { return d > 0; });
    for (int l = 0; l < lane_count; ++l) state.supplier[s].left[l] *= 1 - day.stopped[l];
  }
}

} // namespace

/// Several shocks on one target act one after another, each on what the others leave.
void apply_shocks(NetworkState& state, std::span<const Shock> shocks, std::span<const ShockLanes> numbers, int day) {
  for (SupplierLanes& s : state.supplier)
    if (s.touched) s.left = all_lanes(1);
  for (ItemLanes& i : state.item) i.surge = {};
  for (EndUseLanes& e : state.end_use) e.level = all_lanes(1);
  std::vector<Lanes> closed;
  for (std::size_t k = 0; k < shocks.size(); ++k) {
    const Shock& shock = shocks[k];
    const Lanes level = shock_level(numbers[k], day);
    for (const Index row : shock.suppliers) {
      Lanes& left = state.supplier[state.supplier_of_row[row]].left;
      for (int l = 0; l < lane_count; ++l) left[l] *= 1 - level[l];
    }
    if (shock.passage) {
      closed.resize(state.network.passages.size());
      Lanes& share = closed[*shock.passage];
      for (int l = 0; l < lane_count; ++l) share[l] = 1 - (1 - share[l]) * (1 - level[l]);
    }
    for (int l = 0; l < lane_count; ++l) {
      if (shock.item) state.item[*shock.item].surge[l] = (1 + state.item[*shock.item].surge[l]) * (1 + level[l]) - 1;
      if (shock.end_use) state.end_use[*shock.end_use].level[l] *= 1 + level[l];
    }
  }
  if (!closed.empty()) close_routes(state, closed);
}

} // namespace rashin::supply
