#pragma once
#include "supply/day_transit.h"

// Of one day of sixteen draws, for network_day.cpp only: all is inlined there, so that it is compiled once for each
// width of vectors. Here: what makers can make, what is sent and what arrives.

namespace rashin::supply {

/// What part of a use's want is met, by the item and by what stands in for it.
RASHIN_INLINE void add_cover(NetworkState& state, std::size_t a) {
  const UseArc& arc = state.arcs[a];
  const Lanes& fill = state.group_fill[arc.group];
  UseLanes& use = state.use[a];
  use.cover = fill;
  each([&](int l) { use.deficit[l] = 1 - fill[l]; });
  for (std::size_t k = arc.stand_ins.begin; k < arc.stand_ins.end; ++k) {
    const StandIn& entry = state.stand_in_list[k];
    const Lanes& planned = state.stand_in[k].planned;
    if (!entry.arc) {
      each([&](int l) { use.cover[l] += planned[l]; });
    } else {
      const Lanes& got = state.group_fill[state.arcs[*entry.arc].group];
      each([&](int l) { use.cover[l] += planned[l] * got[l]; });
    }
  }
}

/// What part of the wanted output its inputs allow (Pichler et al. 2022): essential inputs bind in full, important ones
/// by half, others not.
RASHIN_INLINE Lanes output_share(NetworkState& state, Span inputs) {
  Lanes share = all_lanes(1);
  for (std::size_t n = inputs.begin; n < inputs.end; ++n) {
    const std::size_t a = state.input_list[n];
    const UseArc& arc = state.arcs[a];
    const bool has_stand_ins = arc.stand_ins.begin < arc.stand_ins.end;
    if (has_stand_ins) add_cover(state, a);
    const Lanes& cover = has_stand_ins ? state.use[a].cover : state.group_fill[arc.group];
    if (arc.input_class == InputClass::Essential) each([&](int l) { share[l] = lesser(share[l], cover[l]); });
    if (arc.input_class == InputClass::Important)
      each([&](int l) { share[l] = lesser(share[l], 0.5 * (cover[l] + 1)); });
  }
  each([&](int l) { share[l] = share[l] > 1 - rounding ? 1.0 : share[l]; });
  return share;
}

/// An input is short today in some lane, so that its users may be held up.
RASHIN_INLINE bool is_held_up(const NetworkState& state, Span inputs) {
  bool held_up = false;
  for (std::size_t n = inputs.begin; n < inputs.end; ++n)
    held_up |= state.flags[state.arcs[state.input_list[n]].item].is_short;
  return held_up;
}

/// The makers' part of the day: what their inputs allow of what they were asked.
RASHIN_INLINE void make(NetworkState& state, Index i) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  ItemFlags& flags = state.flags[i];
  const bool before = flags.held_up;
  flags.held_up = is_held_up(state, plan.inputs);
  if (!flags.held_up) {
    if (before) item.made = all_lanes(1);
    return;
  }
  item.made = output_share(state, plan.inputs);
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
    SupplierLanes& lanes = state.supplier[s];
    if (!state.suppliers[s].makes) continue;
    each([&](int l) { lanes.asked[l] *= item.made[l]; });
    lanes.as_flow = false;
  }
}

RASHIN_INLINE void ship(NetworkState& state, Index i, int day) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  ItemFlags& flags = state.flags[i];
  if (plan.has_makers) make(state, i);
  bool flowing = true; // all that is sent and all that is on the way is the flow at rest
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s)
    flowing &= state.supplier[s].as_flow && day > state.supplier[s].unsteady_until;
  if (flowing && flags.flowing) return;
  flags.flowing = flowing;
  Lanes shipped{}, arrived{};
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
    SupplierLanes& lanes = state.supplier[s];
    const bool steady = lanes.as_flow && day > lanes.unsteady_until;
    if (!state.suppliers[s].delayed || steady) {
      each([&](int l) {
        shipped[l] += lanes.asked[l];
        arrived[l] += lanes.asked[l];
      });
      continue;
    }
    TransitLanes& transit = state.transit[s];
    if (!lanes.as_flow) lanes.unsteady_until = day + static_cast<int>(transit.ring.size());
    each([&](int l) { shipped[l] += lanes.asked[l]; });
    move_goods(transit, lanes.asked, lanes.flow, day, arrived);
  }
  item.shipped = shipped;
  item.arrived = arrived;
}

} // namespace rashin::supply
