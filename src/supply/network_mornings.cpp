#include "supply/network_mornings.h"

namespace rashin::supply {
namespace {

constexpr int days_between = 16; ///< two mornings that are kept

/// What is on the way, without the rings: from the lanes to a morning, and back.
template <class From, class To> void copy_amounts(const From& from, To& to) {
  to.amount = from.amount;
  to.late_amount = from.late_amount, to.late_mark = from.late_mark;
  to.diverted = from.diverted, to.detour = from.detour;
  to.rerouted = from.rerouted, to.late_until = from.late_until;
}

void keep_suppliers(Morning& morning, const NetworkState& state) {
  morning.supplier.resize(state.supplier.size());
  morning.transit.resize(state.transit.size());
  for (std::size_t s = 0; s < state.supplier.size(); ++s) {
    const SupplierLanes& lanes = state.supplier[s];
    morning.supplier[s] = {lanes.asked, lanes.left, lanes.as_flow, lanes.unsteady_until};
    const TransitLanes& from = state.transit[s];
    TransitMorning& to = morning.transit[s];
    copy_amounts(from, to);
    to.ring.clear(), to.late.clear();
    if (state.suppliers[s].delayed && lanes.unsteady_until >= 0) to.ring = from.ring, to.late = from.late;
  }
}

void start_supplier(NetworkState& state, const Morning& morning, std::size_t s) {
  rest_supplier(state, s);
  const SupplierMorning& of = morning.supplier[s];
  SupplierLanes& lanes = state.supplier[s];
  lanes.asked = of.asked, lanes.left = of.left;
  lanes.as_flow = of.as_flow, lanes.unsteady_until = of.unsteady_until;
  const TransitMorning& from = morning.transit[s];
  TransitLanes& to = state.transit[s];
  copy_amounts(from, to);
  if (!from.ring.empty()) to.ring = from.ring, to.late = from.late;
}

/// An item's stocks are its own run's until they are first drawn on.
void start_stocks(NetworkState& state, const Morning& morning, Index i) {
  const bool drew = morning.flags[i].drew_on != no_day;
  for (std::size_t s = state.items[i].stocks.begin; s < state.items[i].stocks.end; ++s) {
    state.stock[s].level = drew ? morning.stock[s].level : state.stock[s].target;
    state.stock[s].drawn = drew ? morning.stock[s].drawn : Lanes{};
  }
}

void start_item(NetworkState& state, const Morning& morning, Index i) {
  const ItemPlan& plan = state.items[i];
  state.item[i] = morning.item[i];
  const bool refills = state.flags[i].refills;
  state.flags[i] = morning.flags[i];
  state.flags[i].refills = refills;
  for (std::size_t a = plan.arcs.begin; a < plan.arcs.end; ++a) state.use[a] = morning.use[a];
  for (std::size_t g = plan.groups.begin; g < plan.groups.end; ++g) state.group_fill[g] = morning.group_fill[g];
  for (std::size_t s = plan.suppliers.begin; s < plan.suppliers.end; ++s) start_supplier(state, morning, s);
  start_stocks(state, morning, i);
  state.result.items[i] = morning.item_totals[i];
}

} // namespace

void open_course(Mornings& mornings, const NetworkState& state, int first, int days) {
  const auto length = static_cast<std::size_t>(days);
  const auto grow = [](auto& list, std::size_t size) {
    if (list.size() < size) list.resize(size);
  };
  mornings.count = 0;
  mornings.first = first, mornings.days = days;
  mornings.values = state.values;
  grow(mornings.signs, length * state.links.size());
  grow(mornings.asked, length * state.links.size());
  grow(mornings.made, length * state.links.size());
  grow(mornings.fill, length * state.groups.size());
}

void keep_morning(Mornings& mornings, const NetworkState& state, int day) {
  if ((day - mornings.first) % days_between != 0) return;
  if (mornings.list.size() == mornings.count) mornings.list.emplace_back();
  Morning& morning = mornings.list[mornings.count++];
  morning.day = day;
  morning.use = state.use;
  morning.group_fill = state.group_fill;
  keep_suppliers(morning, state);
  morning.stock.resize(state.stock.size());
  for (std::size_t s = 0; s < state.stock.size(); ++s) morning.stock[s] = {state.stock[s].level, state.stock[s].drawn};
  morning.item = state.item;
  morning.flags = state.flags;
  morning.end_use = state.end_use;
  morning.end_use_totals = state.result.end_uses;
  morning.item_totals = state.result.items;
}

void keep_signs(Mornings& mornings, const NetworkState& state, int day) {
  const std::size_t items = state.items.size();
  for (std::size_t i = 0; i < items; ++i) {
    const ItemFlags& flags = state.flags[i];
    const std::size_t at = mornings.at(i, day);
    mornings.signs[at] = {flags.awake_to_order, flags.asks_otherwise, flags.is_short, flags.held_up};
    if (flags.asks_otherwise) mornings.asked[at] = state.item[i].asked_of_makers;
    if (flags.held_up) mornings.made[at] = state.item[i].made;
    if (!flags.is_short) continue;
    for (std::size_t g = state.items[i].groups.begin; g < state.items[i].groups.end; ++g)
      mornings.fill[mornings.at(g, day)] = state.group_fill[g];
  }
  for (std::size_t e = 0; e < state.end_use.size(); ++e) {
    const std::size_t at = mornings.at(items + e, day);
    mornings.signs[at] = {false, false, false, state.end_use[e].held_up};
    if (state.end_use[e].held_up) mornings.made[at] = state.end_use[e].output;
  }
}

const Morning& morning_before(const Mornings& mornings, int day) {
  return mornings.list[static_cast<std::size_t>((day - mornings.first) / days_between)];
}

void start_from(NetworkState& state, const Morning& morning, Entity entity) {
  const std::size_t items = state.items.size();
  if (entity < items) return start_item(state, morning, static_cast<Index>(entity));
  state.end_use[entity - items] = morning.end_use[entity - items];
  state.result.end_uses[entity - items] = morning.end_use_totals[entity - items];
}

} // namespace rashin::supply
