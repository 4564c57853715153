#include "supply/day_books.h"
#include "supply/day_orders.h"
#include "supply/day_sharing.h"
#include "supply/day_shipping.h"
#include "supply/day_wants.h"

// One day of sixteen draws. Where a block has no lane in trouble, what would only multiply by 1 is skipped; the numbers
// are the same either way.

namespace rashin::supply {
namespace {

/// An item sleeps, and costs nothing, until something reaches it: a shock, a change in what its users ask, a short
/// input (make), or goods left over by a user (is_left_over). Asleep, its lanes, stocks and goods on the way stay at
/// rest.
RASHIN_INLINE bool is_woken_by_users(const NetworkState& state, Index i) {
  const ItemFlags& flags = state.flags[i];
  if (flags.awake || flags.touched || flags.surged) return true;
  const Span arcs = state.items[i].arcs, groups = state.items[i].groups;
  const bool in_order = groups.end - groups.begin > 1; // its wants are added up in another order when it is awake
  for (std::size_t a = arcs.begin; a < arcs.end; ++a) {
    const UseArc& arc = state.arcs[a];
    if (arc.by_end_use && state.end_use[arc.user].surged) return true;
    if (!arc.by_end_use && (in_order ? state.flags[arc.user].awake_to_order : state.flags[arc.user].asks_otherwise))
      return true;
    if (arc.stand_in && state.flags[state.arcs[state.stand_in_list[*arc.stand_in].main].item].awake) return true;
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

RASHIN_CLONES void plan_substitutes(NetworkState& state, std::span<const std::size_t> covered_arcs, int day) {
  plan_stand_ins(state, covered_arcs, day);
}

RASHIN_CLONES void order_item(NetworkState& state, Index i, int day) {
  ItemFlags& flags = state.flags[i];
  flags.awake_to_order = flags.awake = is_woken_by_users(state, i);
  if (!flags.awake) return;
  add_wants(state, i);
  ask_suppliers(state, i, day);
}

RASHIN_CLONES void send_item(NetworkState& state, Index i, int day) {
  state.flags[i].awake |= is_held_up(state, state.items[i].inputs);
  if (!state.flags[i].awake) return;
  ship(state, i, day);
  share_out(state, i, day);
}

RASHIN_CLONES void end_use_day(NetworkState& state, std::size_t e, int day) {
  finish_end_use(state, e, day);
}

RASHIN_CLONES void close_item(NetworkState& state, Index i, int day) {
  state.flags[i].awake |= is_left_over(state, i);
  if (state.flags[i].awake) close_books(state, i, day);
}

void simulate_day(NetworkState& state, int day) {
  if (!state.covered_arcs.empty()) plan_substitutes(state, state.covered_arcs, day);
  for (auto i = state.order.rbegin(); i != state.order.rend(); ++i) order_item(state, *i, day);
  for (const Index i : state.order) send_item(state, i, day);
  for (std::size_t e = 0; e < state.end_use.size(); ++e) end_use_day(state, e, day);
  for (const Index i : state.order) close_item(state, i, day);
}

} // namespace rashin::supply
