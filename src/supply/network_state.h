#pragma once
#include "supply/network_course.h"
#include "supply/network_plan.h"

#include <functional>

namespace rashin::supply {

// Inside the engine: the numbers of sixteen draws. Amounts are per day from here on.

constexpr double rounding = 1e-12; ///< part of a day's want that is taken for rounding, not for a shortage
constexpr double endless = std::numeric_limits<double>::infinity();
constexpr double notice = 1e-9; ///< part of the orders that must be missing before an alarm is raised

struct StandInLanes {
  Lanes share, delay, from, over_yield, planned; ///< planned: part of the main need to be covered so today
};
struct UseLanes {
  Lanes need; ///< per unit of the product, or of the end use's normal output
  Lanes want;
  Lanes deficit; ///< part of the want not met from the item itself; yesterday's until it is allocated
  Lanes cover;   ///< part of the want met from the item and its stand-ins
};
struct SupplierLanes {
  Lanes normal, spare, spare_from, ramp; ///< ramp: 1 / days
  Lanes normal_today, spare_today, asked, flow;
  Lanes left;              ///< 1 - what the shocks cut
  bool touched = false;    ///< a shock of this run can reach it
  bool flat = false;       ///< at rest it sends all its normal supply
  bool as_flow = true;     ///< what is asked today is the flow at rest
  int unsteady_until = -1; ///< last day on which its goods on the way are not all the flow at rest
};
/// Goods on the way, by supplier with a delay. Rings of days, a power of two long.
struct TransitLanes {
  std::vector<Lanes> ring;                       ///< what was sent straight, by day of arrival
  std::vector<Lanes> late;                       ///< what was sent round closed passages, by day of arrival
  std::array<std::int32_t, lane_count> days{};   ///< of delay
  std::array<std::uint32_t, lane_count> start{}; ///< where in the ring's numbers the goods of day 0 go
  Lanes mark{}, amount{};                        ///< on the way at rest, now
  Lanes late_amount{},
      late_mark{};            ///< of it round closed passages; what must be at hand or on the way besides for that
  Lanes delay{};              ///< `days` in numbers
  Lanes extra{};              ///< on the way this morning beyond its marks; read only if `ahead`
  bool ahead = false;         ///< it may have more than its marks on the way
  Lanes diverted{}, detour{}; ///< part of the shipments that goes round closed passages, and the whole extra days
  bool same_delay = false;    ///< in all lanes
  bool rerouted = false;      ///< today, in some lane
  int late_until = -1;
};
struct StockLanes {
  Lanes level, target, closed, open_from, release, over_refill, drawn;
};
struct ItemLanes {
  Lanes asked_of_makers, made, made_before; ///< made: part of what was asked; before: yesterday
  Lanes clock;                              ///< days since the alarm, the first day counted as 1; 0: none
  Lanes working;                            ///< at hand beside the stocks
  Lanes left_over;                          ///< of it: what users that were held up did not take
  Lanes wanted, arrived, shipped, used, drawn, unmet;
  Lanes outside, surge;                               ///< of other buyers; read only if `surged`
  Lanes base_use, base_shipped, base_asked, capacity; ///< at rest; capacity: normal, of all suppliers
};
/// Beside the lanes, since others than the item itself look at them.
struct ItemFlags {
  bool refills = false;                      ///< a stock of it is refilled
  bool flowing = true;                       ///< what is sent and what arrives is the flow at rest
  bool touched = false, surged = false;      ///< a shock of this run can reach its suppliers, its demand
  bool awake = false;                        ///< something has moved it from rest
  bool awake_to_order = false;               ///< it had by the time of the day's orders
  bool asks_otherwise = false;               ///< its makers were asked for something else than at rest
  bool is_short = false, was_short = false;  ///< some use in some lane gets less than it wants
  bool held_up = false;                      ///< its makers' inputs are short
  bool drew = false;                         ///< stocks were drawn on today
  int alarmed_on = no_day, drew_on = no_day; ///< first day, in some lane
};
struct EndUseLanes {
  Lanes output, level, value_added;
  bool surged = false, held_up = false;
};

struct NetworkState {
  explicit NetworkState(const ItemNetwork& structure);

  const ItemNetwork& network;
  std::vector<Index> order; ///< item of each position
  std::vector<ItemPlan> items;
  std::vector<EndUsePlan> end_uses;
  std::vector<GroupPlan> groups;
  std::vector<UseArc> arcs;
  std::vector<StandIn> stand_in_list;
  std::vector<std::size_t> input_list;   ///< arcs by user
  std::vector<std::size_t> covered_arcs; ///< arcs that have stand-ins
  std::vector<SupplierPlan> suppliers;
  std::vector<Index> stock_rows;
  std::vector<std::size_t> supplier_of_row; ///< position in `suppliers` by row
  std::vector<Links> links;                 ///< by entity
  std::vector<SlotUse> slot_uses;

  std::vector<UseLanes> use;
  std::vector<StandInLanes> stand_in;
  std::vector<Lanes> group_fill;
  std::vector<SupplierLanes> supplier;
  std::vector<TransitLanes> transit;
  std::vector<StockLanes> stock;
  std::vector<ItemLanes> item;
  std::vector<ItemFlags> flags; ///< by item
  std::vector<EndUseLanes> end_use;

  std::vector<Lanes> values;                   ///< as they were set
  std::vector<Lanes> shock_levels;             ///< of yesterday
  std::vector<Lanes> closed;                   ///< part of each passage that is closed today
  std::vector<std::vector<Lanes>> detour_days; ///< by route and detour, whole days
  std::vector<std::size_t> touched_suppliers;
  Lanes first_shock;
  bool calm = false; ///< at rest nobody is short, so nothing moves before a shock
  BlockResult result;
  double balance_error = 0;
  std::function<void(const NetworkState&, int day)> after_day; ///< for traces
};

/// Writes `values` into the lanes and finds the state at rest.
void load_values(NetworkState& state, std::span<const Lanes> values);
/// Back to the state at rest.
void rest(NetworkState& state);
void rest_supplier(NetworkState& state, std::size_t supplier);
/// What the shocks leave on `day`; nothing to do where it is as it was on the day before.
void apply_shocks(NetworkState& state, std::span<const Shock> shocks, std::span<const ShockLanes> numbers, int day);
/// A run from rest: see NetworkEngine::run.
void run_days(NetworkState& state, std::span<const Shock> shocks, std::span<const ShockLanes> numbers,
              const RunOptions& options);

/// One day of all items: wants from the end uses upwards, goods from the raw materials downwards, books in the evening.
void simulate_day(NetworkState& state, int day);
// Its parts, in this order: how far substitutes shall cover these uses; what an item's users want and its suppliers are
// asked for; what is sent, arrives and is shared out; what an end use makes of it; an item's books of the evening.
void plan_substitutes(NetworkState& state, std::span<const std::size_t> covered_arcs, int day);
void order_item(NetworkState& state, Index item, int day);
void send_item(NetworkState& state, Index item, int day);
void end_use_day(NetworkState& state, std::size_t end_use, int day);
void close_item(NetworkState& state, Index item, int day);

} // namespace rashin::supply
