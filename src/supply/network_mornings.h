#pragma once
#include "supply/network_state.h"

namespace rashin::supply {

// Inside the engine: what a run has moved by one morning. What never moved is left out: rest() has it. Numbers that an
// arm may set (spare, stocks, substitutes) are not kept; each run has its own.

struct SupplierMorning {
  Lanes asked, left;
  bool as_flow = true;
  int unsteady_until = -1;
};
struct TransitMorning {
  Lanes amount, late_amount, late_mark, diverted, detour;
  bool rerouted = false;
  int late_until = -1;
  std::vector<Lanes> ring, late; ///< empty: at rest
};
struct StockMorning {
  Lanes level, drawn;
};
struct Morning {
  int day = 0;
  std::vector<UseLanes> use;
  std::vector<Lanes> group_fill, shock_levels, closed;
  std::vector<SupplierMorning> supplier;
  std::vector<TransitMorning> transit;
  std::vector<StockMorning> stock;
  std::vector<ItemLanes> item;
  std::vector<ItemFlags> flags;
  std::vector<EndUseLanes> end_use;
  std::vector<EndUseTotals> end_use_totals;
  std::vector<ItemTotals> item_totals;
};
/// The first `count` of the list are of the last run; the others only keep their memory.
struct Mornings {
  std::vector<Morning> list;
  std::size_t count = 0;
};

/// Keeps the morning of `day`, before anything has happened on it.
void keep_morning(Mornings& mornings, const NetworkState& state, int day);
/// Takes a state at rest to the last morning that is not after `latest`; its day, or nothing if there is none.
std::optional<int> start_from(NetworkState& state, const Mornings& mornings, int latest);

} // namespace rashin::supply
