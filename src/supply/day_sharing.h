#pragma once
#include "supply/lane_loops.h"
#include "supply/network_state.h"

// Of one day of sixteen draws, for network_day.cpp only: all is inlined there, so that it is compiled once for each
// width of vectors. Here: who gets how much of what there is.

namespace rashin::supply {

/// Draws on the stocks for what the day's goods do not cover, all open stocks in proportion to what they may give.
RASHIN_INLINE void draw_stocks(NetworkState& state, Index i, int day, const Lanes& missing) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  Lanes offer{}, part;
  for (std::size_t s = plan.stocks.begin; s < plan.stocks.end; ++s) {
    StockLanes& stock = state.stock[s];
    each([&](int l) {
      const double open = greater(0.0, lesser(stock.level[l] - stock.closed[l], stock.release[l]));
      offer[l] += stock.drawn[l] = day >= stock.open_from[l] ? open : 0.0;
    });
  }
  each([&](int l) {
    const double over = offer[l] > missing[l] ? offer[l] : 1.0;
    part[l] = offer[l] > missing[l] ? missing[l] / over : 1.0;
    item.drawn[l] = lesser(offer[l], missing[l]);
  });
  for (std::size_t s = plan.stocks.begin; s < plan.stocks.end; ++s) {
    StockLanes& stock = state.stock[s];
    each([&](int l) { stock.level[l] = greater(0.0, stock.level[l] - stock.drawn[l] * part[l]); });
  }
}

RASHIN_INLINE Lanes group_want(const NetworkState& state, std::size_t g) {
  Lanes sum{};
  for (std::size_t a = state.groups[g].arcs.begin; a < state.groups[g].arcs.end; ++a)
    each([&](int l) { sum[l] += state.use[a].want[l]; });
  return sum;
}

/// Gives `have` to the groups in order; within a group all get the same part of their want. Outside buyers of a surge
/// stand with the only group, or come last where the item goes by priority. True if somebody goes short.
RASHIN_INLINE bool fill_groups(NetworkState& state, Index i, Lanes& have) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  const ItemFlags& flags = state.flags[i];
  bool is_short = false;
  const auto fill_from = [&](const Lanes& want, Lanes& fill) {
    each([&](int l) {
      const bool enough = have[l] >= want[l] * (1 - rounding);
      const double over = enough ? 1.0 : want[l];
      fill[l] = enough ? 1.0 : have[l] / over;
    });
    each([&](int l) { have[l] = greater(0.0, have[l] - want[l] * fill[l]); });
    is_short |= any([&](int l) { return fill[l] < 1; });
  };
  const bool alike = state.network.items[i].allocation == Allocation::Proportional;
  for (std::size_t g = plan.groups.begin; g < plan.groups.end; ++g) {
    const Lanes want = alike ? item.wanted : group_want(state, g);
    Lanes fill;
    fill_from(want, fill);
    state.group_fill[g] = fill;
  }
  if (!flags.surged) return is_short;
  Lanes last;
  if (!alike) fill_from(item.outside, last);
  const Lanes& fill = alike && plan.groups.begin < plan.groups.end ? state.group_fill[plan.groups.begin] : last;
  if (plan.groups.begin < plan.groups.end || !alike) each([&](int l) { item.outside[l] *= fill[l]; });
  return is_short;
}

RASHIN_INLINE void share_out(NetworkState& state, Index i, int day) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  ItemFlags& flags = state.flags[i];
  const bool before = flags.is_short;
  flags.is_short = flags.drew = false;
  if (!any([&](int l) { return item.arrived[l] + item.working[l] < item.wanted[l] * (1 - rounding); })) {
    if (before)
      for (std::size_t g = plan.groups.begin; g < plan.groups.end; ++g) state.group_fill[g] = all_lanes(1);
    return;
  }
  Lanes have, missing;
  each([&](int l) {
    have[l] = item.arrived[l] + item.working[l];
    missing[l] = greater(0.0, item.wanted[l] - have[l]);
  });
  if (plan.stocks.begin < plan.stocks.end) {
    flags.drew = true;
    flags.drew_on = std::min(flags.drew_on, day);
    draw_stocks(state, i, day, missing);
    each([&](int l) { have[l] += item.drawn[l]; });
  }
  flags.is_short = fill_groups(state, i, have);
}

} // namespace rashin::supply
