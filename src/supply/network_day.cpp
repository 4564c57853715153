#include "supply/network_state.h"

// One day of sixteen draws. The loops over lanes are plain and branch-free, so that the compiler turns them into vector
// code; clones for wider vectors are chosen at run time. Lanes never mix and nothing is contracted, so every clone
// gives the same bytes. Where a block has no lane in trouble, the division that would give 1 is skipped.

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define RASHIN_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define RASHIN_CLONES
#endif
#define RASHIN_INLINE inline __attribute__((always_inline))

namespace rashin::supply {
namespace {

template <class F> RASHIN_INLINE void each(F body) {
#pragma omp simd
  for (int l = 0; l < lane_count; ++l) body(l);
}
template <class F> RASHIN_INLINE bool any(F holds) {
  int count = 0;
#pragma omp simd reduction(+ : count)
  for (int l = 0; l < lane_count; ++l) count += holds(l) ? 1 : 0;
  return count > 0;
}
RASHIN_INLINE double lesser(double a, double b) {
  return a < b ? a : b;
}
RASHIN_INLINE double greater(double a, double b) {
  return a > b ? a : b;
}

/// How much the user of an arc wants to make: asked of the makers of an item, or the level of an end use (1 = normal).
RASHIN_INLINE const Lanes& driver(const NetworkState& state, const UseArc& arc) {
  return arc.by_end_use ? state.end_use[arc.user].level : state.item[arc.user].asked_of_makers;
}
/// What part of that it could make today.
RASHIN_INLINE const Lanes& outcome(const NetworkState& state, const UseArc& arc) {
  return arc.by_end_use ? state.end_use[arc.user].output : state.item[arc.user].made;
}

/// How far substitutes shall cover each use, seen from yesterday's deficit: all that are ready, in proportion to their
/// shares.
RASHIN_INLINE void plan_stand_ins(NetworkState& state, int day) {
  for (const std::size_t a : state.covered_arcs) {
    const UseArc& arc = state.arcs[a];
    const Lanes &deficit = state.use[a].deficit, &clock = state.item[arc.item].clock;
    Lanes ready{};
    for (std::size_t k = arc.stand_ins.begin; k < arc.stand_ins.end; ++k) {
      StandInLanes& s = state.stand_in[k];
      each([&](int l) {
        s.planned[l] = clock[l] > s.delay[l] && day >= s.from[l] ? s.share[l] : 0.0;
        ready[l] += s.planned[l];
      });
    }
    for (std::size_t k = arc.stand_ins.begin; k < arc.stand_ins.end; ++k) {
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
  const ItemPlan& plan = state.items[i];
  Lanes wanted{};
  for (std::size_t g = plan.groups.begin; g < plan.groups.end; ++g) {
    Lanes sum{};
    for (std::size_t a = state.groups[g].arcs.begin; a < state.groups[g].arcs.end; ++a) {
      const UseArc& arc = state.arcs[a];
      UseLanes& use = state.use[a];
      const Lanes& drive = driver(state, arc);
      if (arc.stand_in) {
        const StandInLanes& s = state.stand_in[*arc.stand_in];
        const Lanes& need = state.use[state.stand_in_list[*arc.stand_in].main].need;
        each([&](int l) { use.want[l] = need[l] * drive[l] * s.planned[l] * s.over_yield[l]; });
      } else {
        each([&](int l) { use.want[l] = use.need[l] * drive[l]; });
      }
      each([&](int l) { sum[l] += use.want[l]; });
    }
    state.group_want[g] = sum;
    each([&](int l) { wanted[l] += sum[l]; });
  }
  ItemLanes& item = state.item[i];
  each([&](int l) {
    item.outside[l] = item.base_use[l] * item.surge[l];
    item.wanted[l] = wanted[l] + item.outside[l];
  });
}

/// Orders: today's wants, and what brings stocks and goods on the way back to their marks (an order-up-to rule on the
/// whole position, so that goods on the way are not ordered twice).
RASHIN_INLINE Lanes orders(const NetworkState& state, Index i) {
  const ItemPlan& plan = state.items[i];
  const ItemLanes& item = state.item[i];
  Lanes gap, most;
  each([&](int l) { gap[l] = item.transit_target[l] - item.transit[l]; });
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s)
    if (state.transit[s].rerouted)
      each([&](int l) {
        gap[l] += state.supplier[s].flow[l] * state.transit[s].diverted[l] * state.transit[s].detour[l];
      });
  each([&](int l) {
    most[l] = greater(gap[l], 0.0);
    gap[l] -= item.working[l];
  });
  for (std::size_t s = plan.stocks.begin; s < plan.stocks.end; ++s) {
    const StockLanes& stock = state.stock[s];
    each([&](int l) {
      const double missing = stock.over_refill[l] > 0 ? stock.target[l] - stock.level[l] : 0.0;
      gap[l] += missing;
      most[l] += missing * stock.over_refill[l];
    });
  }
  each([&](int l) {
    const double correction = gap[l] > 0 ? lesser(gap[l], most[l]) : greater(gap[l], -item.working[l]);
    gap[l] = greater(item.wanted[l] + correction, 0.0);
  });
  return gap;
}

/// Spare capacity on call today. A maker that lacked inputs yesterday is not asked for more than its normal output.
RASHIN_INLINE Lanes offer_spare(NetworkState& state, Index i, int day) {
  const ItemPlan& plan = state.items[i];
  const ItemLanes& item = state.item[i];
  Lanes sum{};
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
    const SupplierPlan& row = state.suppliers[s];
    if (!row.has_spare) continue;
    SupplierLanes& lanes = state.supplier[s];
    each([&](int l) {
      const double ready = day >= lanes.spare_from[l] ? lesser(1.0, item.clock[l] * lanes.ramp[l]) : 0.0;
      const double useful = !row.makes || item.made_before[l] >= 1 ? ready : 0.0;
      lanes.spare_today[l] = lanes.spare[l] * lanes.left[l] * useful;
      sum[l] += lanes.spare_today[l];
    });
  }
  return sum;
}

/// Splits the orders: normal capacity first, all suppliers alike; what is expected to be missing is asked of spare.
RASHIN_INLINE void ask_suppliers(NetworkState& state, Index i, int day) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  const Lanes ordered = orders(state, i);
  Lanes expected{};
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
    SupplierLanes& lanes = state.supplier[s];
    if (lanes.touched) each([&](int l) { lanes.normal_today[l] = lanes.normal[l] * lanes.left[l]; });
    const Lanes& normal = lanes.touched ? lanes.normal_today : lanes.normal;
    if (state.suppliers[s].makes)
      each([&](int l) { expected[l] += normal[l] * item.made_before[l]; });
    else
      each([&](int l) { expected[l] += normal[l]; });
  }
  Lanes ratio = all_lanes(1), call{};
  if (any([&](int l) { return ordered[l] < expected[l]; }))
    each([&](int l) {
      const double over = ordered[l] < expected[l] ? expected[l] : 1.0;
      ratio[l] = ordered[l] < expected[l] ? ordered[l] / over : 1.0;
    });
  const auto short_of = [&](int l) { return ordered[l] > expected[l] * (1 + notice) && ordered[l] > 0; };
  bool spare = false;
  if (any([&](int l) { return short_of(l) || item.clock[l] > 0; })) {
    each([&](int l) { item.clock[l] += short_of(l) || item.clock[l] > 0 ? 1.0 : 0.0; });
    const Lanes most = offer_spare(state, i, day);
    spare = any([&](int l) { return short_of(l) && most[l] > 0; });
    each([&](int l) {
      const double over = most[l] > 0 ? most[l] : 1.0;
      call[l] = short_of(l) && most[l] > 0 ? lesser(1.0, (ordered[l] - expected[l]) / over) : 0.0;
    });
  }
  Lanes makers{};
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
    SupplierLanes& lanes = state.supplier[s];
    const Lanes& normal = lanes.touched ? lanes.normal_today : lanes.normal;
    each([&](int l) { lanes.asked[l] = normal[l] * ratio[l]; });
    if (spare && state.suppliers[s].has_spare) each([&](int l) { lanes.asked[l] += lanes.spare_today[l] * call[l]; });
    if (state.suppliers[s].makes) each([&](int l) { makers[l] += lanes.asked[l]; });
  }
  item.asked_of_makers = makers;
}

/// What part of the wanted output its inputs allow (Pichler et al. 2022): essential inputs bind in full, important ones
/// by half, others not.
RASHIN_INLINE Lanes output_share(NetworkState& state, Span inputs) {
  Lanes share = all_lanes(1);
  for (std::size_t n = inputs.begin; n < inputs.end; ++n) {
    const std::size_t a = state.input_list[n];
    const UseArc& arc = state.arcs[a];
    const Lanes& fill = state.group_fill[arc.group];
    const Lanes* cover = &fill;
    if (arc.stand_ins.begin < arc.stand_ins.end) {
      UseLanes& use = state.use[a];
      use.cover = fill;
      each([&](int l) { use.deficit[l] = 1 - fill[l]; });
      for (std::size_t k = arc.stand_ins.begin; k < arc.stand_ins.end; ++k) {
        const StandIn& entry = state.stand_in_list[k];
        const Lanes& planned = state.stand_in[k].planned;
        if (!entry.arc)
          each([&](int l) { use.cover[l] += planned[l]; });
        else {
          const Lanes& got = state.group_fill[state.arcs[*entry.arc].group];
          each([&](int l) { use.cover[l] += planned[l] * got[l]; });
        }
      }
      cover = &use.cover;
    }
    if (arc.input_class == InputClass::Essential) each([&](int l) { share[l] = lesser(share[l], (*cover)[l]); });
    if (arc.input_class == InputClass::Important)
      each([&](int l) { share[l] = lesser(share[l], 0.5 * ((*cover)[l] + 1)); });
  }
  each([&](int l) { share[l] = share[l] > 1 - rounding ? 1.0 : share[l]; });
  return share;
}

/// Puts today's shipment of a supplier on the way and takes out what arrives.
RASHIN_INLINE void move_goods(TransitLanes& transit, const Lanes& sent, int step, Lanes& arrived) {
  const int length = static_cast<int>(transit.ring.size());
  const int today = step % length;
  const auto place = [&](double days) {
    const int slot = today + static_cast<int>(days);
    return static_cast<std::size_t>(slot < length ? slot : slot - length);
  };
  if (transit.rerouted) {
    for (int l = 0; l < lane_count; ++l) {
      const double round = sent[l] * transit.diverted[l];
      transit.ring[place(transit.delay[l])][l] += sent[l] - round;
      transit.ring[place(transit.delay[l] + transit.detour[l])][l] += round;
    }
  } else if (transit.same_delay) {
    Lanes& slot = transit.ring[place(transit.delay[0])];
    each([&](int l) { slot[l] += sent[l]; });
  } else {
    for (int l = 0; l < lane_count; ++l) transit.ring[place(transit.delay[l])][l] += sent[l];
  }
  Lanes& slot = transit.ring[static_cast<std::size_t>(today)];
  each([&](int l) {
    arrived[l] += slot[l];
    slot[l] = 0;
  });
}

RASHIN_INLINE void ship(NetworkState& state, Index i, int step) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  if (plan.has_makers) item.made = output_share(state, plan.inputs);
  Lanes shipped{}, arrived{};
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
    SupplierLanes& lanes = state.supplier[s];
    if (state.suppliers[s].makes) each([&](int l) { lanes.asked[l] *= item.made[l]; });
    each([&](int l) { shipped[l] += lanes.asked[l]; });
    if (!state.suppliers[s].delayed)
      each([&](int l) { arrived[l] += lanes.asked[l]; });
    else
      move_goods(state.transit[s], lanes.asked, step, arrived);
  }
  item.shipped = shipped;
  item.arrived = arrived;
}

/// Draws on the stocks for what the day's goods do not cover, all open stocks in proportion to what they may give.
RASHIN_INLINE void draw_stocks(NetworkState& state, Index i, int day, const Lanes& missing) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  Lanes offer{}, part;
  for (std::size_t s = plan.stocks.begin; s < plan.stocks.end; ++s) {
    StockLanes& stock = state.stock[s];
    each([&](int l) {
      const double open = greater(0.0, lesser(stock.level[l] - stock.closed[l], stock.release[l]));
      stock.drawn[l] = day >= stock.open_from[l] ? open : 0.0;
      offer[l] += stock.drawn[l];
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

/// Gives the day's goods to the uses, group by group; within a group all get the same part of their want. Outside
/// buyers of a surge stand with the only group, or come last where the item goes by priority.
RASHIN_INLINE void share_out(NetworkState& state, Index i, int day) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  item.drawn = {};
  item.outside_filled = item.outside;
  Lanes have;
  each([&](int l) { have[l] = item.arrived[l] + item.working[l]; });
  if (!any([&](int l) { return have[l] < item.wanted[l] * (1 - rounding); })) {
    for (std::size_t g = plan.groups.begin; g < plan.groups.end; ++g) state.group_fill[g] = all_lanes(1);
    return;
  }
  Lanes missing;
  each([&](int l) { missing[l] = greater(0.0, item.wanted[l] - have[l]); });
  if (plan.stocks.begin < plan.stocks.end) draw_stocks(state, i, day, missing);
  each([&](int l) { have[l] += item.drawn[l]; });
  const auto fill_from = [&](const Lanes& want, Lanes& fill) {
    each([&](int l) {
      const bool enough = have[l] >= want[l] * (1 - rounding);
      const double over = enough ? 1.0 : want[l];
      fill[l] = enough ? 1.0 : have[l] / over;
      have[l] = greater(0.0, have[l] - want[l] * fill[l]);
    });
  };
  const bool alike = state.network.items[i].allocation == Allocation::Proportional;
  for (std::size_t g = plan.groups.begin; g < plan.groups.end; ++g) {
    Lanes want = state.group_want[g];
    if (alike) each([&](int l) { want[l] += item.outside[l]; });
    fill_from(want, state.group_fill[g]);
    if (alike) each([&](int l) { item.outside_filled[l] = item.outside[l] * state.group_fill[g][l]; });
  }
  if (!alike) {
    Lanes fill;
    fill_from(item.outside, fill);
    each([&](int l) { item.outside_filled[l] *= fill[l]; });
  }
}

/// What was really used: a user held up by another input leaves the rest to the working stock.
RASHIN_INLINE Lanes used_today(const NetworkState& state, Index i) {
  const ItemPlan& plan = state.items[i];
  Lanes used = state.item[i].outside_filled;
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
  return used;
}

RASHIN_INLINE Lanes unmet_today(const NetworkState& state, Index i) {
  const ItemPlan& plan = state.items[i];
  Lanes unmet{};
  for (std::size_t a = plan.arcs.begin; a < plan.arcs.end; ++a) {
    const UseArc& arc = state.arcs[a];
    if (arc.stand_in) continue;
    const bool covered = arc.stand_ins.begin < arc.stand_ins.end;
    const Lanes &want = state.use[a].want, &cover = covered ? state.use[a].cover : state.group_fill[arc.group];
    each([&](int l) { unmet[l] += want[l] * greater(0.0, 1 - cover[l]); });
  }
  return unmet;
}

/// The evening: what is left refills the stocks, the rest stays as working stock for tomorrow.
RASHIN_INLINE void close_books(NetworkState& state, Index i) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  item.used = used_today(state, i);
  Lanes left, wish{}, part;
  each([&](int l) {
    const double rest_of_day = item.arrived[l] + item.working[l] + item.drawn[l] - item.used[l];
    left[l] = rest_of_day > rounding * item.wanted[l] ? rest_of_day : 0.0;
    item.transit[l] += item.shipped[l] - item.arrived[l];
    item.made_before[l] = item.made[l];
  });
  if (plan.stocks.begin < plan.stocks.end && any([&](int l) { return left[l] > 0; })) {
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
  item.working = left;
}

/// Adds the day to the totals of an item.
RASHIN_INLINE void count_item(NetworkState& state, Index i, int day) {
  ItemLanes& item = state.item[i];
  ItemTotals& totals = state.result.items[i];
  item.unmet = unmet_today(state, i);
  each([&](int l) {
    totals.lost_output[l] += greater(0.0, item.base_shipped[l] - item.shipped[l]);
    totals.unmet[l] += item.unmet[l];
    const double since = day - state.first_shock[l];
    totals.first_shortage[l] =
        item.unmet[l] > notice * item.wanted[l] ? lesser(totals.first_shortage[l], since) : totals.first_shortage[l];
  });
}

RASHIN_INLINE void count_end_use(NetworkState& state, std::size_t e, int day) {
  EndUseLanes& lanes = state.end_use[e];
  EndUseTotals& totals = state.result.end_uses[e];
  each([&](int l) {
    const double since = day - state.first_shock[l];
    const bool is_short = lanes.output[l] < 1 - notice;
    totals.value_added_lost[l] += lanes.value_added[l] * lanes.level[l] * (1 - lanes.output[l]);
    totals.time_to_survive[l] = is_short ? lesser(totals.time_to_survive[l], since) : totals.time_to_survive[l];
    totals.time_to_recover[l] = is_short ? since + 1 : totals.time_to_recover[l];
  });
}

} // namespace

RASHIN_CLONES void simulate_day(NetworkState& state, int day, int first_day) {
  if (!state.covered_arcs.empty()) plan_stand_ins(state, day);
  for (auto i = state.order.rbegin(); i != state.order.rend(); ++i) {
    add_wants(state, *i);
    ask_suppliers(state, *i, day);
  }
  for (const Index i : state.order) {
    ship(state, i, day - first_day);
    share_out(state, i, day);
  }
  for (std::size_t e = 0; e < state.end_use.size(); ++e) {
    state.end_use[e].output = output_share(state, state.end_uses[e].inputs);
    count_end_use(state, e, day);
  }
  for (const Index i : state.order) {
    close_books(state, i);
    count_item(state, i, day);
  }
}

} // namespace rashin::supply
