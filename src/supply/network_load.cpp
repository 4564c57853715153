#include "supply/network_course.h"
#include "supply/network_state.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rashin::supply {
namespace {

constexpr double days_per_year = 365;

template <class F> Lanes make(F value) {
  Lanes lanes;
  for (int l = 0; l < lane_count; ++l) lanes[l] = value(l);
  return lanes;
}

template <class List> auto& lane_of(List& list, int lane) {
  return list[static_cast<std::size_t>(lane)];
}

double inverse(double days) {
  return days < 1 ? 1 : 1 / days;
} // of infinity: 0

void load_uses(NetworkState& state, std::span<const Lanes> values) {
  for (std::size_t a = 0; a < state.arcs.size(); ++a) {
    const UseArc& arc = state.arcs[a];
    if (arc.stand_in) continue;
    if (arc.by_end_use) {
      const Lanes& yearly = values[state.network.demands[*arc.structure_row].use];
      state.use[a].need = make([&](int l) { return yearly[l] / days_per_year; });
    } else {
      state.use[a].need = values[state.network.inputs[*arc.structure_row].per_unit];
    }
  }
  for (std::size_t k = 0; k < state.stand_in_list.size(); ++k) {
    const Substitute& row = state.network.substitutes[state.stand_in_list[k].substitute];
    StandInLanes& lanes = state.stand_in[k];
    lanes.share = values[row.share];
    lanes.delay = values[row.delay];
    lanes.from = values[row.from];
    lanes.over_yield = row.yield ? make([&](int l) { return 1 / values[*row.yield][l]; }) : all_lanes(0);
  }
  for (std::size_t e = 0; e < state.end_use.size(); ++e) {
    const Lanes& yearly = values[state.network.end_uses[e].value_added];
    state.end_use[e].value_added = make([&](int l) { return yearly[l] / days_per_year; });
  }
}

void load_suppliers(NetworkState& state, std::span<const Lanes> values) {
  for (ItemPlan& item : state.items) item.spare_from = no_day;
  for (std::size_t s = 0; s < state.suppliers.size(); ++s) {
    SupplierPlan& plan = state.suppliers[s];
    const Supplier& row = state.network.suppliers[plan.row];
    SupplierLanes& lanes = state.supplier[s];
    const Lanes& supply = values[row.supply];
    bool delayed = false;
    for (int l = 0; l < lane_count; ++l) {
      if (values[row.share][l] != 0)
        throw Error("network engine: balance the values first, a share is left at " + row.id);
      lanes.normal[l] = supply[l] / days_per_year;
      lanes.spare[l] = (values[row.spare][l] + values[row.spare_share][l] * supply[l]) / days_per_year;
      lanes.ramp[l] = inverse(values[row.ramp][l]);
      double delay = values[row.lead_time][l];
      if (row.route) delay += values[state.network.routes[*row.route].days][l];
      lane_of(state.transit[s].days, l) = static_cast<std::int32_t>(std::lround(delay));
      delayed |= lane_of(state.transit[s].days, l) > 0;
    }
    lanes.spare_from = values[row.spare_from];
    plan.spare_from = first_day_of_spare(row, values);
    state.items[row.item].spare_from = std::min(state.items[row.item].spare_from, plan.spare_from);
    plan.delayed = delayed;
  }
}

void load_stocks(NetworkState& state, std::span<const Lanes> values) {
  for (ItemFlags& item : state.flags) item.refills = false;
  for (const Index i : state.order)
    for (std::size_t s = state.items[i].stocks.begin; s < state.items[i].stocks.end; ++s) {
      const Stock& row = state.network.stocks[state.stock_rows[s]];
      StockLanes& lanes = state.stock[s];
      for (int l = 0; l < lane_count; ++l) {
        lanes.target[l] = values[row.days][l] * state.item[i].base_use[l] + values[row.amount][l];
        lanes.closed[l] = (1 - values[row.open][l]) * lanes.target[l];
        lanes.over_refill[l] = inverse(values[row.refill][l]);
      }
      for (int l = 0; l < lane_count; ++l) state.flags[i].refills |= lanes.over_refill[l] > 0;
      lanes.open_from = values[row.open_from];
      lanes.release = values[row.release];
    }
}

/// The state at rest: what the end uses want, upwards to the raw materials, everyone sending his part of what is
/// wanted.
void find_rest(NetworkState& state) {
  state.calm = true;
  for (auto position = state.order.rbegin(); position != state.order.rend(); ++position) {
    ItemLanes& item = state.item[*position];
    const ItemPlan& plan = state.items[*position];
    item.base_use = item.base_asked = item.base_shipped = item.capacity = {};
    for (int l = 0; l < lane_count; ++l) {
      double capacity = 0;
      for (std::size_t g = plan.groups.begin; g < plan.groups.end; ++g) {
        double wanted = 0;
        for (std::size_t a = state.groups[g].arcs.begin; a < state.groups[g].arcs.end; ++a) {
          const UseArc& arc = state.arcs[a];
          if (arc.stand_in) continue;
          wanted += state.use[a].need[l] * (arc.by_end_use ? 1 : state.item[arc.user].base_asked[l]);
        }
        item.base_use[l] += wanted;
      }
      for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) capacity += state.supplier[s].normal[l];
      item.capacity[l] = capacity;
      state.calm &= item.base_use[l] <= capacity * (1 + notice);
      const double ratio = item.base_use[l] >= capacity * (1 - rounding) ? 1 : item.base_use[l] / capacity;
      for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) {
        SupplierLanes& supplier = state.supplier[s];
        supplier.flow[l] = supplier.normal[l] * ratio;
        item.base_shipped[l] += supplier.flow[l];
        if (state.suppliers[s].makes) item.base_asked[l] += supplier.flow[l];
      }
    }
  }
}

void load_detours(NetworkState& state, std::span<const Lanes> values) {
  state.detour_days.resize(state.network.routes.size());
  for (std::size_t r = 0; r < state.network.routes.size(); ++r) {
    state.detour_days[r].clear();
    for (const Route::Detour& d : state.network.routes[r].detours)
      state.detour_days[r].push_back(make([&](int l) { return std::round(values[d.days][l]); }));
  }
}

void size_rings(NetworkState& state) {
  for (std::size_t s = 0; s < state.suppliers.size(); ++s) {
    TransitLanes& transit = state.transit[s];
    const std::optional<Index> route = state.network.suppliers[state.suppliers[s].row].route;
    double longest = 0, detour = 0;
    for (int l = 0; l < lane_count; ++l) {
      double most = 0;
      if (route)
        for (const Lanes& days : state.detour_days[*route]) most = std::max(most, days[l]);
      detour = std::max(detour, most);
      longest = std::max(longest, lane_of(transit.days, l) + most);
    }
    state.suppliers[s].delayed |= longest > 0;
    transit.same_delay =
        std::all_of(transit.days.begin(), transit.days.end(), [&](auto d) { return d == transit.days[0]; });
    const std::size_t length = std::bit_ceil(static_cast<std::size_t>(longest) + 1);
    transit.ring.resize(length);
    transit.late.resize(detour > 0 ? length : 0);
    for (int l = 0; l < lane_count; ++l) {
      const std::size_t row = static_cast<std::size_t>(lane_of(transit.days, l)) & (length - 1);
      lane_of(transit.start, l) = static_cast<std::uint32_t>(row * lane_count + static_cast<std::size_t>(l));
    }
  }
}

/// The wants at rest, which an item that sleeps through the day's orders is served by.
void rest_wants(NetworkState& state) {
  for (std::size_t a = 0; a < state.arcs.size(); ++a) {
    const UseArc& arc = state.arcs[a];
    UseLanes& use = state.use[a];
    use.deficit = {};
    use.cover = all_lanes(1);
    use.want = make([&](int l) {
      if (arc.stand_in) return 0.0;
      return use.need[l] * (arc.by_end_use ? 1 : state.item[arc.user].base_asked[l]);
    });
  }
}

} // namespace

void load_values(NetworkState& state, std::span<const Lanes> values) {
  if (values.size() != state.network.slots.size()) throw Error("network engine: one value per slot");
  load_uses(state, values);
  load_suppliers(state, values);
  find_rest(state);
  load_stocks(state, values);
  load_detours(state, values);
  size_rings(state);
  state.values.assign(values.begin(), values.end());
}

/// On every day the normal flow was sent.
void rest_supplier(NetworkState& state, std::size_t s) {
  SupplierLanes& supplier = state.supplier[s];
  supplier.left = all_lanes(1);
  supplier.asked = supplier.flow;
  supplier.as_flow = true;
  supplier.unsteady_until = -1;
  supplier.flat = std::equal(supplier.flow.at, supplier.flow.at + lane_count, supplier.normal.at);
  TransitLanes& transit = state.transit[s];
  transit.diverted = transit.detour = transit.late_amount = transit.late_mark = {};
  transit.mark = make([&](int l) { return supplier.flow[l] * lane_of(transit.days, l); });
  transit.amount = transit.mark;
  transit.delay = make([&](int l) { return static_cast<double>(lane_of(transit.days, l)); });
  transit.rerouted = transit.ahead = false;
  transit.late_until = -1;
  if (!state.suppliers[s].delayed) return;
  std::fill(transit.ring.begin(), transit.ring.end(), supplier.flow);
  std::fill(transit.late.begin(), transit.late.end(), Lanes{});
}

void rest(NetworkState& state) {
  rest_wants(state);
  for (std::size_t s = 0; s < state.supplier.size(); ++s) rest_supplier(state, s);
  state.shock_levels.clear();
  state.closed.assign(state.network.passages.size(), Lanes{});
  for (StandInLanes& stand_in : state.stand_in) stand_in.planned = {};
  for (Lanes& fill : state.group_fill) fill = all_lanes(1);
  for (StockLanes& stock : state.stock) stock.level = stock.target, stock.drawn = {};
  for (ItemLanes& item : state.item) {
    item.asked_of_makers = item.base_asked;
    item.made = item.made_before = all_lanes(1);
    item.clock = item.working = item.left_over = item.outside = item.surge = item.drawn = item.unmet = {};
    item.shipped = item.arrived = item.base_shipped;
    item.wanted = item.used = item.base_use;
  }
  for (ItemFlags& flags : state.flags) {
    flags.awake = flags.awake_to_order = flags.asks_otherwise = !state.calm;
    flags.is_short = flags.was_short = flags.held_up = flags.drew = false;
    flags.alarmed_on = flags.drew_on = no_day;
    flags.flowing = true;
  }
  for (EndUseLanes& e : state.end_use) e.output = e.level = all_lanes(1), e.held_up = false;
}

} // namespace rashin::supply
