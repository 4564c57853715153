#pragma once
#include "supply/day_position.h"
#include "supply/lane_loops.h"

// Of one day of sixteen draws, for network_day.cpp only: all is inlined there, so that it is compiled once for each
// width of vectors. Here: who is asked for how much.

namespace rashin::supply {

/// Spare capacity on call today. A maker that lacked inputs yesterday is not asked for more than its normal output.
RASHIN_INLINE double spare_ready(const SupplierLanes& lanes, const ItemLanes& item, bool makes, int day, int l) {
  const double ready = day >= lanes.spare_from[l] ? lesser(1.0, item.clock[l] * lanes.ramp[l]) : 0.0;
  const double useful = !makes || item.made_before[l] >= 1 ? ready : 0.0;
  return lanes.spare[l] * lanes.left[l] * useful;
}

/// Every supplier with spare is asked for all that is missing, whatever the others are asked and whatever is on the way
/// (nobody knows whose goods come first): so another supplier never takes orders from him, and his call does not end
/// before the goods that end the need have come.
RASHIN_INLINE void call_spare(NetworkState& state, Index i, int day, const Lanes& short_by, const Position& p) {
  const ItemPlan& plan = state.items[i];
  const ItemLanes& item = state.item[i];
  Lanes called;
  each([&](int l) {
    const double missing = short_by[l] + greater(0.0, lesser(p.gap[l], p.most[l]));
    called[l] = missing > notice * item.wanted[l] ? missing : 0.0;
  });
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
    if (day < state.suppliers[s].spare_from) continue;
    const bool makes = state.suppliers[s].makes;
    SupplierLanes& lanes = state.supplier[s];
    each([&](int l) { lanes.spare_today[l] = lesser(called[l], spare_ready(lanes, item, makes, day, l)); });
  }
}

/// Orders to suppliers before whom nothing else comes (`ahead`: what does): wants, and what is missing, less what is at
/// hand too much.
RASHIN_INLINE double ordered(const ItemLanes& item, const Position& p, double ahead, int l) {
  const double up = greater(0.0, lesser(p.gap[l] - ahead, p.most[l]));
  return greater(0.0, item.wanted[l] + up - p.over[l]);
}

/// What the day's orders come to. Normal capacity is asked of all suppliers alike, except that the last to arrive are
/// not asked for what comes before (`ahead_of`).
struct Split {
  Position position;
  Lanes expected;           ///< all normal capacity
  bool plenty = false;      ///< some supplier may be asked for less than all he has
  bool ahead = false;       ///< and that not all alike
  bool calls_spare = false; ///< some spare is asked
};

RASHIN_INLINE void split_orders(NetworkState& state, Index i, int day, Split& split) {
  ItemLanes& item = state.item[i];
  ItemFlags& flags = state.flags[i];
  find_position(state, i, day, split.position);
  const Position& p = split.position;
  split.expected = flags.touched || flags.held_up ? expected_supply(state, i) : item.capacity;
  const Lanes& expected = split.expected;
  Lanes short_by;
  each([&](int l) {
    short_by[l] = item.wanted[l] - p.over[l] - expected[l];
    item.left_over[l] = greater(0.0, p.over[l] - item.wanted[l]); // the rest of what users left
  });
  const auto is_more = [&](int l) {
    return short_by[l] + greater(0.0, lesser(p.gap[l], p.most[l])) > notice * item.wanted[l];
  };
  split.plenty = any([&](int l) { return ordered(item, p, p.extra[l], l) < expected[l] * (1 - rounding); });
  split.ahead = split.plenty && any([&](int l) { return p.extra[l] > 0; });
  const bool call = any(is_more);
  if (call) flags.alarmed_on = std::min(flags.alarmed_on, day);
  if (flags.alarmed_on == no_day) return;
  each([&](int l) { item.clock[l] += is_more(l) || item.clock[l] > 0 ? 1.0 : 0.0; });
  split.calls_spare = call && day >= state.items[i].spare_from;
  if (split.calls_spare) call_spare(state, i, day, short_by, p);
}

/// The part of its normal capacity that a supplier is asked for.
RASHIN_INLINE Lanes normal_part(const ItemLanes& item, const Split& split, const Lanes& ahead) {
  Lanes part;
  each([&](int l) {
    const double orders = ordered(item, split.position, ahead[l], l);
    const bool less = orders < split.expected[l] * (1 - rounding);
    const double over = less ? split.expected[l] : 1.0;
    part[l] = less ? orders / over : 1.0;
  });
  return part;
}

RASHIN_INLINE void ask_suppliers(NetworkState& state, Index i, int day) {
  const ItemPlan& plan = state.items[i];
  Split split;
  split_orders(state, i, day, split);
  Lanes alike;
  if (split.plenty && !split.ahead) alike = normal_part(state.item[i], split, Lanes{});
  Lanes makers{};
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
    SupplierLanes& lanes = state.supplier[s];
    const SupplierPlan& row = state.suppliers[s];
    const bool calls_spare = split.calls_spare && day >= row.spare_from;
    const bool as_flow = lanes.flat && !lanes.touched && !split.plenty && !calls_spare;
    if (!as_flow) {
      const Lanes& normal = lanes.touched ? lanes.normal_today : lanes.normal;
      if (split.plenty) {
        const Lanes part = split.ahead ? normal_part(state.item[i], split, ahead_of(state, i, s)) : alike;
        each([&](int l) { lanes.asked[l] = normal[l] * part[l]; });
      } else {
        lanes.asked = normal;
      }
      if (calls_spare) each([&](int l) { lanes.asked[l] += lanes.spare_today[l]; });
    } else if (!lanes.as_flow) {
      lanes.asked = lanes.flow;
    }
    lanes.as_flow = as_flow;
    if (row.makes) each([&](int l) { makers[l] += lanes.asked[l]; });
  }
  if (!plan.has_makers) return;
  ItemLanes& item = state.item[i];
  ItemFlags& flags = state.flags[i];
  item.asked_of_makers = makers;
  flags.asks_otherwise = flags.asks_otherwise || any([&](int l) { return makers[l] != item.base_asked[l]; });
}

} // namespace rashin::supply
