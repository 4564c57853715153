#pragma once
#include "supply/lane_loops.h"
#include "supply/network_state.h"

// Of one day of sixteen draws, for network_day.cpp only: all is inlined there, so that it is compiled once for each
// width of vectors. Here: what is missing of an item in the morning, and what its suppliers can send.

namespace rashin::supply {

/// What is missing of an item before today's orders, and what is too much.
struct Position {
  Lanes gap;   ///< of stocks and goods on the way to their marks, less what is at hand over the marks
  Lanes most;  ///< of it to be ordered today: all that is missing on the way, of stocks as their refill times ask
  Lanes over;  ///< at hand and not needed to make up for goods missing on the way: ordered less
  Lanes extra; ///< on the way beyond the marks, of all suppliers
};

/// Only what is at hand is ordered less, and only as far as no goods are missing on the way: so no order is ever cut
/// for goods that come too late to replace it. What a supplier has on the way beyond his mark: see `ahead_of`.
RASHIN_INLINE void find_position(NetworkState& state, Index i, int day, Position& p) {
  const ItemPlan& plan = state.items[i];
  const ItemLanes& item = state.item[i];
  const ItemFlags& flags = state.flags[i];
  p.most = p.extra = {};
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
    const SupplierLanes& lanes = state.supplier[s];
    TransitLanes& transit = state.transit[s];
    transit.ahead = false;
    if (!state.suppliers[s].delayed || (lanes.as_flow && day > lanes.unsteady_until && !transit.rerouted)) continue;
    each([&](int l) {
      const double missing = transit.mark[l] + transit.late_mark[l] - transit.amount[l];
      p.most[l] += greater(0.0, missing);
      p.extra[l] += transit.extra[l] = greater(0.0, -missing);
    });
    transit.ahead = true;
  }
  each([&](int l) {
    p.gap[l] = p.most[l] - item.working[l];
    p.over[l] = lesser(item.left_over[l], item.working[l]);
  });
  if (!flags.refills) return;
  for (std::size_t s = plan.stocks.begin; s < plan.stocks.end; ++s) {
    const StockLanes& stock = state.stock[s];
    each([&](int l) {
      const double missing = stock.over_refill[l] > 0 ? stock.target[l] - stock.level[l] : 0.0;
      p.gap[l] += missing;
      p.most[l] += missing * stock.over_refill[l];
    });
  }
}

/// Of an item, what is on the way beyond the marks and comes no later than goods that supplier `s` would send today:
/// only that may take the place of his.
RASHIN_INLINE Lanes ahead_of(const NetworkState& state, Index i, std::size_t s) {
  const Span suppliers = state.items[i].suppliers;
  const Lanes& own = state.transit[s].delay;
  Lanes sum{};
  for (std::size_t k = suppliers.begin; k < suppliers.end; ++k) {
    const TransitLanes& other = state.transit[k];
    if (other.ahead) each([&](int l) { sum[l] += other.delay[l] <= own[l] ? other.extra[l] : 0.0; });
  }
  return sum;
}

/// What the suppliers can normally send today: what the shocks leave, of makers only what they brought about yesterday.
RASHIN_INLINE Lanes expected_supply(NetworkState& state, Index i) {
  const ItemPlan& plan = state.items[i];
  const ItemLanes& item = state.item[i];
  const ItemFlags& flags = state.flags[i];
  Lanes expected{};
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
    SupplierLanes& lanes = state.supplier[s];
    if (lanes.touched) each([&](int l) { lanes.normal_today[l] = lanes.normal[l] * lanes.left[l]; });
    const Lanes& normal = lanes.touched ? lanes.normal_today : lanes.normal;
    if (state.suppliers[s].makes && flags.held_up)
      each([&](int l) { expected[l] += normal[l] * item.made_before[l]; });
    else
      each([&](int l) { expected[l] += normal[l]; });
  }
  return expected;
}

} // namespace rashin::supply
