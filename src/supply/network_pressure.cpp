#include "supply/lane_loops.h"
#include "supply/network_state.h"

#include <algorithm>

namespace rashin::supply {
namespace {

/// How a route stands on one day: ships that cannot pass and find no way round are stopped; those that find one are
/// diverted and avoid every passage that is closed or thinned that day.
struct RouteDay {
  Lanes stopped, diverted, detour;
};

bool has_way_round(const Route& route, Index passage) {
  return std::any_of(route.detours.begin(), route.detours.end(),
                     [&](const Route::Detour& d) { return d.closed.size() == 1 && d.closed.front() == passage; });
}

RASHIN_INLINE RouteDay route_day(const NetworkState& state, Index r) {
  const Route& route = state.network.routes[r];
  RouteDay day{};
  Lanes worst{};
  for (const Index p : route.passages) {
    const Lanes& closed = state.closed[p];
    each([&](int l) { worst[l] = greater(worst[l], closed[l]); });
    if (!has_way_round(route, p)) each([&](int l) { day.stopped[l] = greater(day.stopped[l], closed[l]); });
  }
  for (std::size_t d = 0; d < route.detours.size(); ++d) {
    Lanes open = all_lanes(1); // the least closed of the passages the detour is for
    for (const Index p : route.detours[d].closed) each([&](int l) { open[l] = lesser(open[l], state.closed[p][l]); });
    const Lanes& days = state.detour_days[r][d];
    each([&](int l) { day.detour[l] = open[l] > 0 ? greater(day.detour[l], days[l]) : day.detour[l]; });
  }
  each([&](int l) {
    const double over = day.stopped[l] < 1 ? 1 - day.stopped[l] : 1.0;
    day.diverted[l] = day.stopped[l] < 1 ? (worst[l] - day.stopped[l]) / over : 0.0;
  });
  return day;
}

RASHIN_INLINE void close_routes(NetworkState& state) {
  for (Index r = 0; r < state.network.routes.size(); ++r) {
    const RouteDay day = route_day(state, r);
    const bool rerouted = any([&](int l) { return day.diverted[l] > 0; });
    const bool stopped = any([&](int l) { return day.stopped[l] > 0; });
    for (const std::size_t s : state.touched_suppliers) {
      if (state.suppliers[s].route != r) continue;
      TransitLanes& transit = state.transit[s];
      if (rerouted || transit.rerouted) {
        transit.diverted = day.diverted;
        transit.detour = day.detour;
      }
      transit.rerouted = rerouted;
      Lanes& left = state.supplier[s].left;
      if (stopped) each([&](int l) { left[l] *= 1 - day.stopped[l]; });
    }
  }
}

RASHIN_INLINE void reset(NetworkState& state) {
  for (const std::size_t s : state.touched_suppliers) state.supplier[s].left = all_lanes(1);
  for (std::size_t i = 0; i < state.item.size(); ++i)
    if (state.flags[i].surged) state.item[i].surge = {};
  for (EndUseLanes& e : state.end_use)
    if (e.surged) e.level = all_lanes(1);
  for (Lanes& closed : state.closed) closed = {};
}

} // namespace

/// Several shocks on one target act one after another, each on what the others leave.
RASHIN_CLONES void apply_shocks(NetworkState& state, std::span<const Shock> shocks, std::span<const ShockLanes> numbers,
                                int day) {
  std::vector<Lanes>& levels = state.shock_levels;
  bool changed = levels.empty(), passages = false;
  levels.resize(shocks.size());
  for (std::size_t k = 0; k < shocks.size(); ++k) {
    const Lanes level = shock_level(numbers[k], day);
    changed |= any([&](int l) { return level[l] != levels[k][l]; });
    levels[k] = level;
    passages |= shocks[k].passage.has_value();
  }
  if (!changed) return;
  reset(state);
  for (std::size_t k = 0; k < shocks.size(); ++k) {
    const Lanes& level = levels[k];
    for (const Index row : shocks[k].suppliers) {
      SupplierLanes& lanes = state.supplier[state.supplier_of_row[row]];
      if (!lanes.touched) continue; // of an item that is not played
      Lanes& left = lanes.left;
      each([&](int l) { left[l] *= 1 - level[l]; });
    }
    if (shocks[k].passage) {
      Lanes& closed = state.closed[*shocks[k].passage];
      each([&](int l) { closed[l] = 1 - (1 - closed[l]) * (1 - level[l]); });
    }
    if (shocks[k].item) {
      Lanes& surge = state.item[*shocks[k].item].surge;
      each([&](int l) { surge[l] = (1 + surge[l]) * (1 + level[l]) - 1; });
    }
    if (shocks[k].end_use) {
      Lanes& wanted = state.end_use[*shocks[k].end_use].level;
      each([&](int l) { wanted[l] *= 1 + level[l]; });
    }
  }
  if (passages) close_routes(state);
}

} // namespace rashin::supply
