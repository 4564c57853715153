#pragma once
#include "supply/network_state.h"

namespace rashin::supply {

// Inside the engine: what a Course keeps of a run. Some mornings in full, so that any item can be taken back to one of
// them; and of every day what an item shows to those around it, so that they can be played without it.

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
  std::vector<Lanes> group_fill;
  std::vector<SupplierMorning> supplier;
  std::vector<TransitMorning> transit;
  std::vector<StockMorning> stock;
  std::vector<ItemLanes> item;
  std::vector<ItemFlags> flags;
  std::vector<EndUseLanes> end_use;
  std::vector<EndUseTotals> end_use_totals;
  std::vector<ItemTotals> item_totals;
};
/// Of an item or end use on one day. Where nothing is other than at rest the lanes that belong to it are not written.
struct Signs {
  bool awake_to_order = false, asks_otherwise = false, is_short = false, held_up = false;
};
/// Vectors by day only grow: the days from `first` on are those of the last run, each entity's side by side.
struct Mornings {
  std::vector<Morning> list; ///< the first `count` are of the last run; the others only keep their memory
  std::size_t count = 0;
  int first = no_day, days = 0;
  std::vector<Lanes> values;
  std::vector<Signs> signs;       ///< by entity and day
  std::vector<Lanes> asked, made; ///< by entity and day; made: an end use's output
  std::vector<Lanes> fill;        ///< by group and day
  BlockResult result;             ///< without series

  std::size_t at(std::size_t row, int day) const {
    return row * static_cast<std::size_t>(days) + static_cast<std::size_t>(day);
  }
};

/// Makes room for a run that begins to move on day `first`.
void open_course(Mornings& mornings, const NetworkState& state, int first, int days);
/// Keeps the morning of `day`, before anything has happened on it, if it is one of those to be kept.
void keep_morning(Mornings& mornings, const NetworkState& state, int day);
/// Keeps in the evening what the day has shown.
void keep_signs(Mornings& mornings, const NetworkState& state, int day);
/// The last kept morning that is not after `day`; there is one for every day from the first.
const Morning& morning_before(const Mornings& mornings, int day);
/// Takes an item or end use to a morning. Numbers that an arm may set (spare, stocks, substitutes) are its own.
void start_from(NetworkState& state, const Morning& morning, Entity entity);

} // namespace rashin::supply
