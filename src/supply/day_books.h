#pragma once
#include "supply/day_shipping.h"
#include "supply/day_wants.h"
#include "supply/lane_loops.h"

// Of one day of sixteen draws, for network_day.cpp only: all is inlined there, so that it is compiled once for each
// width of vectors. Here: the books of the evening.

namespace rashin::supply {

/// What was really used: a user held up by another input leaves the rest to the working stock.
RASHIN_INLINE void count_used(NetworkState& state, Index i) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  const ItemFlags& flags = state.flags[i];
  bool all_used = !flags.is_short;
  for (std::size_t a = plan.arcs.begin; a < plan.arcs.end && all_used; ++a)
    all_used = !state.arcs[a].stand_in && !user_held_up(state, state.arcs[a]);
  if (all_used) {
    item.used = item.wanted;
    return;
  }
  Lanes used{};
  if (flags.surged) used = item.outside;
  for (std::size_t a = plan.arcs.begin; a < plan.arcs.end; ++a) {
    const UseArc& arc = state.arcs[a];
    const Lanes &want = state.use[a].want, &fill = state.group_fill[arc.group], &made = outcome(state, arc);
    if (!arc.stand_in) {
      each([&](int l) { used[l] += want[l] * lesser(fill[l], made[l]); });
      continue;
    }
    const std::size_t main = state.stand_in_list[*arc.stand_in].main;
    const Lanes &cover = state.use[main].cover, &own = state.group_fill[state.arcs[main].group];
    each([&](int l) {
      const double offered = cover[l] - own[l];
      const double over = offered > 0 ? offered : 1.0;
      const double part = offered > 0 ? lesser(1.0, greater(0.0, made[l] - own[l]) / over) : 0.0;
      used[l] += want[l] * fill[l] * part;
    });
  }
  item.used = used;
}

/// What is left refills the stocks; the rest stays as working stock for tomorrow.
RASHIN_INLINE void refill_stocks(NetworkState& state, Index i) {
  const ItemPlan& plan = state.items[i];
  Lanes& left = state.item[i].working;
  if (!any([&](int l) { return left[l] > 0; })) return;
  Lanes wish{}, part;
  for (std::size_t s = plan.stocks.begin; s < plan.stocks.end; ++s) {
    StockLanes& stock = state.stock[s];
    each([&](int l) { wish[l] += (stock.target[l] - stock.level[l]) * stock.over_refill[l]; });
  }
  each([&](int l) {
    const double over = wish[l] > left[l] ? wish[l] : 1.0;
    part[l] = wish[l] > left[l] ? left[l] / over : 1.0;
    left[l] = greater(0.0, left[l] - wish[l]);
  });
  for (std::size_t s = plan.stocks.begin; s < plan.stocks.end; ++s) {
    StockLanes& stock = state.stock[s];
    each([&](int l) { stock.level[l] += (stock.target[l] - stock.level[l]) * stock.over_refill[l] * part[l]; });
  }
}

RASHIN_INLINE void count_short(NetworkState& state, Index i, int day) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  ItemTotals& totals = state.result.items[i];
  item.unmet = {};
  for (std::size_t a = plan.arcs.begin; a < plan.arcs.end; ++a) {
    const UseArc& arc = state.arcs[a];
    if (arc.stand_in) continue;
    const bool covered = arc.stand_ins.begin < arc.stand_ins.end;
    const Lanes &want = state.use[a].want, &cover = covered ? state.use[a].cover : state.group_fill[arc.group];
    each([&](int l) { item.unmet[l] += want[l] * greater(0.0, 1 - cover[l]); });
  }
  each([&](int l) {
    totals.unmet[l] += item.unmet[l];
    const double since = item.unmet[l] > notice * item.wanted[l] ? day - state.first_shock[l] : endless;
    totals.first_shortage[l] = lesser(totals.first_shortage[l], since);
  });
}

RASHIN_INLINE void close_books(NetworkState& state, Index i, int day) {
  ItemLanes& item = state.item[i];
  ItemFlags& flags = state.flags[i];
  Lanes& lost = state.result.items[i].lost_output;
  count_used(state, i);
  if (flags.drew) each([&](int l) { item.working[l] += item.drawn[l]; });
  each([&](int l) {
    const double have = item.working[l] + item.arrived[l], left = have - item.used[l];
    item.left_over[l] += greater(0.0, lesser(greater(item.wanted[l], item.base_use[l]), have) - item.used[l]);
    item.working[l] = left > rounding * item.wanted[l] ? left : 0.0;
    lost[l] += greater(0.0, item.base_shipped[l] - item.shipped[l]);
  });
  if (flags.refills) refill_stocks(state, i);
  if (state.items[i].has_makers) item.made_before = item.made;
  if (flags.is_short)
    count_short(state, i, day);
  else if (flags.was_short)
    item.unmet = {};
  flags.was_short = flags.is_short;
}

RASHIN_INLINE void finish_end_use(NetworkState& state, std::size_t e, int day) {
  EndUseLanes& lanes = state.end_use[e];
  const bool before = lanes.held_up;
  lanes.held_up = is_held_up(state, state.end_uses[e].inputs);
  if (!lanes.held_up) {
    if (before) lanes.output = all_lanes(1);
    return;
  }
  lanes.output = output_share(state, state.end_uses[e].inputs);
  EndUseTotals& totals = state.result.end_uses[e];
  each([&](int l) {
    const double since = day - state.first_shock[l];
    const bool is_short = lanes.output[l] < 1 - notice;
    totals.value_added_lost[l] += lanes.value_added[l] * lanes.level[l] * (1 - lanes.output[l]);
    totals.time_to_survive[l] = is_short ? lesser(totals.time_to_survive[l], since) : totals.time_to_survive[l];
    totals.time_to_recover[l] = is_short ? since + 1 : totals.time_to_recover[l];
  });
}

} // namespace rashin::supply
