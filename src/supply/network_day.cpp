#include "supply/lane_loops.h"
#include "supply/network_state.h"

// One day of sixteen draws. Where a block has no lane in trouble, what would only multiply by 1 is skipped; the numbers
// are the same either way.

namespace rashin::supply {
namespace {

/// How much the user of an arc wants to make: asked of the makers of an item, or the level of an end use (1 = normal).
RASHIN_INLINE const Lanes& driver(const NetworkState& state, const UseArc& arc) {
  return arc.by_end_use ? state.end_use[arc.user].level : state.item[arc.user].asked_of_makers;
}
/// What part of that it could make today.
RASHIN_INLINE const Lanes& outcome(const NetworkState& state, const UseArc& arc) {
  return arc.by_end_use ? state.end_use[arc.user].output : state.item[arc.user].made;
}
RASHIN_INLINE bool user_held_up(const NetworkState& state, const UseArc& arc) {
  return arc.by_end_use ? state.end_use[arc.user].held_up : state.item[arc.user].held_up;
}

/// How far substitutes shall cover each use, seen from yesterday's deficit: all that are ready, in proportion to their
/// shares.
RASHIN_INLINE void plan_stand_ins(NetworkState& state, int day) {
  for (const std::size_t a : state.covered_arcs) {
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
  if (item.surged) each([&](int l) { wanted[l] += item.outside[l] = item.base_use[l] * item.surge[l]; });
  item.wanted = wanted;
}

/// What is missing of an item before today's orders, and what is too much.
struct Position {
  Lanes gap;   ///< of stocks and goods on the way to their marks, less what is at hand over the marks
  Lanes most;  ///< of it to be ordered today: all that is missing on the way, of stocks as their refill times ask
  Lanes extra; ///< on the way beyond the marks
  Lanes over;  ///< at hand and not needed to make up for goods missing on the way: ordered less
};

/// Only what is at hand is ordered less, and only as far as no goods are missing on the way: so no order is ever cut
/// for goods that come too late to replace it.
RASHIN_INLINE Position position(const NetworkState& state, Index i, int day) {
  const ItemPlan& plan = state.items[i];
  const ItemLanes& item = state.item[i];
  Position p{};
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
    const SupplierLanes& lanes = state.supplier[s];
    const TransitLanes& transit = state.transit[s];
    if (!state.suppliers[s].delayed || (lanes.as_flow && day > lanes.unsteady_until && !transit.rerouted)) continue;
    each([&](int l) {
      const double missing = transit.mark[l] + transit.late_mark[l] - transit.amount[l];
      p.most[l] += greater(0.0, missing);
      p.extra[l] += greater(0.0, -missing);
    });
  }
  each([&](int l) {
    p.gap[l] = p.most[l] - item.working[l];
    p.over[l] = lesser(item.left_over[l], item.working[l]);
  });
  if (!item.refills) return p;
  for (std::size_t s = plan.stocks.begin; s < plan.stocks.end; ++s) {
    const StockLanes& stock = state.stock[s];
    each([&](int l) {
      const double missing = stock.over_refill[l] > 0 ? stock.target[l] - stock.level[l] : 0.0;
      p.gap[l] += missing;
      p.most[l] += missing * stock.over_refill[l];
    });
  }
  return p;
}

/// What the suppliers can normally send today: what the shocks leave, of makers only what they brought about yesterday.
RASHIN_INLINE Lanes expected_supply(NetworkState& state, Index i) {
  const ItemPlan& plan = state.items[i];
  const ItemLanes& item = state.item[i];
  Lanes expected{};
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
    SupplierLanes& lanes = state.supplier[s];
    if (lanes.touched) each([&](int l) { lanes.normal_today[l] = lanes.normal[l] * lanes.left[l]; });
    const Lanes& normal = lanes.touched ? lanes.normal_today : lanes.normal;
    if (state.suppliers[s].makes && item.held_up)
      each([&](int l) { expected[l] += normal[l] * item.made_before[l]; });
    else
      each([&](int l) { expected[l] += normal[l]; });
  }
  return expected;
}

/// Spare capacity on call today. A maker that lacked inputs yesterday is not asked for more than its normal output.
RASHIN_INLINE double spare_ready(const SupplierLanes& lanes, const ItemLanes& item, bool makes, int day, int l) {
  const double ready = day >= lanes.spare_from[l] ? lesser(1.0, item.clock[l] * lanes.ramp[l]) : 0.0;
  const double useful = !makes || item.made_before[l] >= 1 ? ready : 0.0;
  return lanes.spare[l] * lanes.left[l] * useful;
}

/// Every supplier with spare is asked for all that is missing, whatever the others are asked (nobody knows whose goods
/// come first), less what he alone has on the way beyond his mark: so that another supplier never takes orders from
/// him.
RASHIN_INLINE void call_spare(NetworkState& state, Index i, int day, const Lanes& short_by, const Position& p) {
  const ItemPlan& plan = state.items[i];
  const ItemLanes& item = state.item[i];
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
    if (!state.suppliers[s].has_spare) continue;
    const bool makes = state.suppliers[s].makes;
    SupplierLanes& lanes = state.supplier[s];
    const TransitLanes& transit = state.transit[s];
    each([&](int l) {
      const double mark = transit.mark[l] + transit.late_mark[l];
      const double own = greater(0.0, transit.amount[l] - mark);
      const double missing = short_by[l] + greater(0.0, lesser(p.gap[l] - own, p.most[l]));
      const double called = missing > notice * item.wanted[l] ? missing : 0.0;
      lanes.spare_today[l] = lesser(called, spare_ready(lanes, item, makes, day, l));
    });
  }
}

/// How the orders go to the suppliers: the part of normal capacity asked of all alike, and who gives spare.
struct Split {
  Lanes normal;
  bool plenty = false, calls_spare = false; ///< in some lane less than all normal capacity, some spare is asked
};

RASHIN_INLINE Split split_orders(NetworkState& state, Index i, int day) {
  ItemLanes& item = state.item[i];
  const Position p = position(state, i, day);
  const Lanes expected = item.touched || item.held_up ? expected_supply(state, i) : item.capacity;
  Lanes ordered, short_by;
  each([&](int l) {
    const double up = greater(0.0, lesser(p.gap[l] - p.extra[l], p.most[l]));
    ordered[l] = greater(0.0, item.wanted[l] + up - p.over[l]);
    short_by[l] = item.wanted[l] - p.over[l] - expected[l];
    item.left_over[l] = greater(0.0, p.over[l] - item.wanted[l]); // the rest of what users left
  });
  const auto is_less = [&](int l) { return ordered[l] < expected[l] * (1 - rounding); };
  const auto is_more = [&](int l) {
    return short_by[l] + greater(0.0, lesser(p.gap[l], p.most[l])) > notice * item.wanted[l];
  };
  Split split;
  split.plenty = any(is_less);
  if (split.plenty)
    each([&](int l) {
      const double over = is_less(l) ? expected[l] : 1.0;
      split.normal[l] = is_less(l) ? ordered[l] / over : 1.0;
    });
  const bool call = any(is_more);
  item.alarmed |= call;
  if (!item.alarmed) return split;
  each([&](int l) { item.clock[l] += is_more(l) || item.clock[l] > 0 ? 1.0 : 0.0; });
  split.calls_spare = call && state.items[i].has_spare;
  if (split.calls_spare) call_spare(state, i, day, short_by, p);
  return split;
}

RASHIN_INLINE void ask_suppliers(NetworkState& state, Index i, int day) {
  const ItemPlan& plan = state.items[i];
  const Split split = split_orders(state, i, day);
  Lanes makers{};
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
    SupplierLanes& lanes = state.supplier[s];
    const SupplierPlan& row = state.suppliers[s];
    const bool as_flow = lanes.flat && !lanes.touched && !split.plenty && !(split.calls_spare && row.has_spare);
    if (!as_flow) {
      const Lanes& normal = lanes.touched ? lanes.normal_today : lanes.normal;
      if (split.plenty)
        each([&](int l) { lanes.asked[l] = normal[l] * split.normal[l]; });
      else
        lanes.asked = normal;
      if (split.calls_spare && row.has_spare) each([&](int l) { lanes.asked[l] += lanes.spare_today[l]; });
    } else if (!lanes.as_flow) {
      lanes.asked = lanes.flow;
    }
    lanes.as_flow = as_flow;
    if (row.makes) each([&](int l) { makers[l] += lanes.asked[l]; });
  }
  if (!plan.has_makers) return;
  ItemLanes& item = state.item[i];
  item.asked_of_makers = makers;
  item.asks_otherwise = item.asks_otherwise || any([&](int l) { return makers[l] != item.base_asked[l]; });
}

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
    held_up |= state.item[state.arcs[state.input_list[n]].item].is_short;
  return held_up;
}

/// Each day's goods that go round will be missing once, for the days of the detour: so the mark grows day by day to
/// what the detour takes at most, and stays until the last of them has come. A short closure is thus not forgotten
/// before its gap is felt.
RASHIN_INLINE void mark_late(TransitLanes& transit, const Lanes& sent, const Lanes& flow) {
  each([&](int l) {
    const double round = sent[l] * transit.diverted[l];
    const double most = flow[l] * transit.diverted[l] * transit.detour[l];
    transit.late_mark[l] = greater(transit.late_mark[l], lesser(transit.late_mark[l] + round, most));
    transit.late_amount[l] += round;
  });
}

/// Puts today's shipment of a supplier on the way, each lane on its day of arrival, and adds what arrives today.
RASHIN_INLINE void move_goods(TransitLanes& transit, const Lanes& sent, const Lanes& flow, int day, Lanes& total) {
  const auto mask = static_cast<std::uint32_t>(transit.ring.size() - 1);
  const auto today = static_cast<std::uint32_t>(day) & mask;
  Lanes straight = sent;
  if (transit.rerouted) {
    mark_late(transit, sent, flow);
    for (int l = 0; l < lane_count; ++l) {
      const double round = sent[l] * transit.diverted[l];
      const int arrival = day + transit.days[static_cast<std::size_t>(l)] + static_cast<int>(transit.detour[l]);
      transit.late[static_cast<std::uint32_t>(arrival) & mask][l] += round;
      straight[l] -= round;
    }
    transit.late_until = day + static_cast<int>(mask);
  }
  double* numbers = transit.ring.front().at;
  const std::uint32_t within = (mask + 1) * lane_count - 1;
  if (transit.same_delay) {
    double* to = numbers + ((transit.start[0] + today * lane_count) & within);
    each([&](int l) { to[l] = straight[l]; });
  } else {
    for (int l = 0; l < lane_count; ++l)
      numbers[(transit.start[static_cast<std::size_t>(l)] + today * lane_count) & within] = straight[l];
  }
  Lanes arrived = transit.ring[today];
  if (day <= transit.late_until) {
    Lanes& late = transit.late[today];
    each([&](int l) {
      arrived[l] += late[l];
      transit.late_amount[l] -= late[l];
      transit.late_mark[l] = transit.late_amount[l] > rounding * flow[l] ? transit.late_mark[l] : 0.0;
    });
    late = {};
  }
  each([&](int l) {
    transit.amount[l] += sent[l] - arrived[l];
    total[l] += arrived[l];
  });
}

/// The makers' part of the day: what their inputs allow of what they were asked.
RASHIN_INLINE void make(NetworkState& state, Index i) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  const bool before = item.held_up;
  item.held_up = is_held_up(state, plan.inputs);
  if (!item.held_up) {
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
  if (plan.has_makers) make(state, i);
  bool flowing = true; // all that is sent and all that is on the way is the flow at rest
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s)
    flowing &= state.supplier[s].as_flow && day > state.supplier[s].unsteady_until;
  if (flowing && item.flowing) return;
  item.flowing = flowing;
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
  bool is_short = false;
  const auto fill_from = [&](const Lanes& want, Lanes& fill) {
    each([&](int l) {
      const bool enough = have[l] >= want[l] * (1 - rounding);
      const double over = enough ? 1.0 : want[l];
      fill[l] = enough ? 1.0 : have[l] / over;
      have[l] = greater(0.0, have[l] - want[l] * fill[l]);
    });
    is_short |= any([&](int l) { return fill[l] < 1; });
  };
  const bool alike = state.network.items[i].allocation == Allocation::Proportional;
  for (std::size_t g = plan.groups.begin; g < plan.groups.end; ++g)
    fill_from(alike ? item.wanted : group_want(state, g), state.group_fill[g]);
  if (!item.surged) return is_short;
  Lanes last;
  if (!alike) fill_from(item.outside, last);
  const Lanes& fill = alike && plan.groups.begin < plan.groups.end ? state.group_fill[plan.groups.begin] : last;
  if (plan.groups.begin < plan.groups.end || !alike) each([&](int l) { item.outside[l] *= fill[l]; });
  return is_short;
}

RASHIN_INLINE void share_out(NetworkState& state, Index i, int day) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  const bool before = item.is_short;
  item.is_short = item.drew = false;
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
    item.drew = item.ever_drew = true;
    draw_stocks(state, i, day, missing);
    each([&](int l) { have[l] += item.drawn[l]; });
  }
  item.is_short = fill_groups(state, i, have);
}

/// What was really used: a user held up by another input leaves the rest to the working stock.
RASHIN_INLINE void count_used(NetworkState& state, Index i) {
  const ItemPlan& plan = state.items[i];
  ItemLanes& item = state.item[i];
  bool all_used = !item.is_short;
  for (std::size_t a = plan.arcs.begin; a < plan.arcs.end && all_used; ++a)
    all_used = !state.arcs[a].stand_in && !user_held_up(state, state.arcs[a]);
  if (all_used) {
    item.used = item.wanted;
    return;
  }
  Lanes used{};
  if (item.surged) used = item.outside;
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
  Lanes& lost = state.result.items[i].lost_output;
  count_used(state, i);
  if (item.drew) each([&](int l) { item.working[l] += item.drawn[l]; });
  each([&](int l) {
    const double have = item.working[l] + item.arrived[l], left = have - item.used[l];
    item.left_over[l] += greater(0.0, lesser(greater(item.wanted[l], item.base_use[l]), have) - item.used[l]);
    item.working[l] = left > rounding * item.wanted[l] ? left : 0.0;
    lost[l] += greater(0.0, item.base_shipped[l] - item.shipped[l]);
  });
  if (item.refills) refill_stocks(state, i);
  if (state.items[i].has_makers) item.made_before = item.made;
  if (item.is_short)
    count_short(state, i, day);
  else if (item.was_short)
    item.unmet = {};
  item.was_short = item.is_short;
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

/// An item sleeps, and costs nothing, until something reaches it: a shock, a change in what its users ask, a short
/// input (make), or goods left over by a user (is_left_over). Asleep, its lanes, stocks and goods on the way stay at
/// rest.
RASHIN_INLINE bool is_woken_by_users(const NetworkState& state, Index i) {
  const ItemLanes& item = state.item[i];
  if (item.awake || item.touched || item.surged) return true;
  const Span arcs = state.items[i].arcs, groups = state.items[i].groups;
  const bool in_order = groups.end - groups.begin > 1; // its wants are added up in another order when it is awake
  for (std::size_t a = arcs.begin; a < arcs.end; ++a) {
    const UseArc& arc = state.arcs[a];
    if (arc.by_end_use && state.end_use[arc.user].surged) return true;
    if (!arc.by_end_use && (in_order ? state.item[arc.user].awake : state.item[arc.user].asks_otherwise)) return true;
    if (arc.stand_in && state.item[state.arcs[state.stand_in_list[*arc.stand_in].main].item].awake) return true;
  }
  return false;
}

RASHIN_INLINE bool is_left_over(const NetworkState& state, Index i) {
  const Span arcs = state.items[i].arcs;
  for (std::size_t a = arcs.begin; a < arcs.end; ++a)
    if (user_held_up(state, state.arcs[a])) return true;
  return false;
}

} // namespace

RASHIN_CLONES void simulate_day(NetworkState& state, int day) {
  if (!state.covered_arcs.empty()) plan_stand_ins(state, day);
  for (auto i = state.order.rbegin(); i != state.order.rend(); ++i) {
    state.item[*i].awake = is_woken_by_users(state, *i);
    if (!state.item[*i].awake) continue;
    add_wants(state, *i);
    ask_suppliers(state, *i, day);
  }
  for (const Index i : state.order) {
    state.item[i].awake |= is_held_up(state, state.items[i].inputs);
    if (!state.item[i].awake) continue;
    ship(state, i, day);
    share_out(state, i, day);
  }
  for (std::size_t e = 0; e < state.end_use.size(); ++e) finish_end_use(state, e, day);
  for (const Index i : state.order) {
    state.item[i].awake |= is_left_over(state, i);
    if (state.item[i].awake) close_books(state, i, day);
  }
}

} // namespace rashin::supply
