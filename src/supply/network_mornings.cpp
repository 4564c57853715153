#include "supply/network_mornings.h"

namespace rashin::supply {
namespace {

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

void start_suppliers(NetworkState& state, const Morning& morning) {
  for (std::size_t s = 0; s < state.supplier.size(); ++s) {
    const SupplierMorning& of = morning.supplier[s];
    SupplierLanes& lanes = state.supplier[s];
    lanes.asked = of.asked, lanes.left = of.left;
    lanes.as_flow = of.as_flow, lanes.unsteady_until = of.unsteady_until;
    const TransitMorning& from = morning.transit[s];
    TransitLanes& to = state.transit[s];
    copy_amounts(from, to);
    if (!from.ring.empty()) to.ring = from.ring, to.late = from.late;
  }
}

/// An item's stocks are its own run's until they are first drawn on.
void start_items(NetworkState& state, const Morning& morning) {
  state.item = morning.item;
  for (std::size_t i = 0; i < state.flags.size(); ++i) {
    const bool refills = state.flags[i].refills;
    state.flags[i] = morning.flags[i];
    state.flags[i].refills = refills;
    if (morning.flags[i].drew_on == no_day) continue;
    for (std::size_t s = state.items[i].stocks.begin; s < state.items[i].stocks.end; ++s)
      state.stock[s].level = morning.stock[s].level, state.stock[s].drawn = morning.stock[s].drawn;
  }
}

} // namespace

void keep_morning(Mornings& mornings, const NetworkState& state, int day) {
  if (mornings.list.size() == mornings.count) mornings.list.emplace_back();
  Morning& morning = mornings.list[mornings.count++];
  morning.day = day;
  morning.use = state.use;
  morning.group_fill = state.group_fill;
  morning.shock_levels = state.shock_levels;
  morning.closed = state.closed;
  keep_suppliers(morning, state);
  morning.stock.resize(state.stock.size());
  for (std::size_t s = 0; s < state.stock.size(); ++s) morning.stock[s] = {state.stock[s].level, state.stock[s].drawn};
  morning.item = state.item;
  morning.flags = state.flags;
  morning.end_use = state.end_use;
  morning.end_use_totals = state.result.end_uses;
  morning.item_totals = state.result.items;
}

std::optional<int> start_from(NetworkState& state, const Mornings& mornings, int latest) {
  std::size_t at = mornings.count;
  while (at > 0 && mornings.list[at - 1].day > latest) --at;
  if (at == 0) return std::nullopt;
  const Morning& morning = mornings.list[at - 1];
  state.use = morning.use;
  state.group_fill = morning.group_fill;
  state.shock_levels = morning.shock_levels;
  state.closed = morning.closed;
  start_suppliers(state, morning);
  start_items(state, morning);
  state.end_use = morning.end_use;
  state.result.end_uses = morning.end_use_totals;
  state.result.items = morning.item_totals;
  return morning.day;
}

} // namespace rashin::supply
