#pragma once
#include "supply/lane_loops.h"
#include "supply/network_state.h"

// Of one day of sixteen draws, for network_day.cpp only: all is inlined there, so that it is compiled once for each
// width of vectors. Here: what users want.

namespace rashin::supply {

/// How much the user of an arc wants to make: asked of the makers of an item, or the level of an end use (1 = normal).
RASHIN_INLINE const Lanes& driver(const NetworkState& state, const UseArc& arc) {
  return arc.by_end_use ? state.end_use[arc.user].level : state.item[arc.user].asked_of_makers;
}

/// What part of that it could make today.
RASHIN_INLINE const Lanes& outcome(const NetworkState& state, const UseArc& arc) {
  return arc.by_end_use ? state.end_use[arc.user].output : state.item[arc.user].made;
}

RASHIN_INLINE bool user_held_up(const NetworkState& state, const UseArc& arc) {
  return arc.by_end_use ? state.end_use[arc.user].held_up : state.flags[arc.user].held_up;
}

/// How far substitutes shall cover each use, seen from yesterday's deficit: all that are ready, in proportion to their
/// shares.
RASHIN_INLINE void plan_stand_ins(NetworkState& state, std::span<const std::size_t> covered_arcs, int day) {
  for (const std::size_t a : covered_arcs) {
    const UseArc& arc = state.arcs[a];
    const bool live = user_held_up(state, arc); // yesterday
    const Lanes &deficit = state.use[a].deficit, &clock = state.item[arc.item].clock;
    Lanes ready{};
    for (std::size_t k = arc.stand_ins.begin; k < arc.stand_ins.end; ++k) {
      StandInLanes& s = state.stand_in[k];
      each([&](int l) {
        s.planned[l] = live && clock[l] > s.delay[l] && day >= s.from[l] ? s.share[l] : 0.0;
        ready[l] += s.planned[l];
      });
    }
    for (std::size_t k = arc.stand_ins.begin; live && k < arc.stand_ins.end; ++k) {
      StandInLanes& s = state.stand_in[k];
      each([&](int l) {
        const double sum = ready[l] > deficit[l] ? ready[l] : 1.0;
        s.planned[l] *= ready[l] > deficit[l] ? deficit[l] / sum : 1.0;
      });
    }
  }
}

/// What the uses of the item want today.
RASHIN_INLINE void add_wants(NetworkState& state, Index i) {
  const Span arcs = state.items[i].arcs;
  Lanes wanted{};
  for (std::size_t a = arcs.begin; a < arcs.end; ++a) {
    const UseArc& arc = state.arcs[a];
    UseLanes& use = state.use[a];
    const Lanes& drive = driver(state, arc);
    if (arc.stand_in) {
      const StandInLanes& s = state.stand_in[*arc.stand_in];
      const Lanes& need = state.use[state.stand_in_list[*arc.stand_in].main].need;
      each([&](int l) { wanted[l] += use.want[l] = need[l] * drive[l] * s.planned[l] * s.over_yield[l]; });
    } else {
      each([&](int l) { wanted[l] += use.want[l] = use.need[l] * drive[l]; });
    }
  }
  ItemLanes& item = state.item[i];
  const ItemFlags& flags = state.flags[i];
  if (flags.surged) each([&](int l) { wanted[l] += item.outside[l] = item.base_use[l] * item.surge[l]; });
  item.wanted = wanted;
}

} // namespace rashin::supply
