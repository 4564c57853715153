#include "supply/network_follow.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rashin::supply {
namespace {

void check_numbers(std::span<const Shock> shocks, std::span<const ShockLanes> numbers) {
  if (shocks.size() != numbers.size()) throw Error("network engine: each shock needs its numbers");
  for (const ShockLanes& n : numbers)
    for (int l = 0; l < lane_count; ++l)
      if (!(std::isfinite(n.share[l]) && n.share[l] >= 0 && std::isfinite(n.start[l]) && n.duration[l] >= 0 &&
            n.recovery[l] >= 0))
        throw Error("network engine: numbers of a shock out of range");
}

bool passes(const Route& route, Index passage) {
  const auto names = [&](const std::vector<Index>& list) {
    return std::find(list.begin(), list.end(), passage) != list.end();
  };
  return names(route.passages) || std::any_of(route.detours.begin(), route.detours.end(),
                                              [&](const Route::Detour& d) { return names(d.closed); });
}

/// Marks what a shock of this run can reach; a closed passage reaches all suppliers on its routes.
void mark_touched(NetworkState& state, std::span<const Shock> shocks) {
  for (SupplierLanes& s : state.supplier) s.touched = false;
  for (ItemFlags& i : state.flags) i.touched = i.surged = false;
  for (EndUseLanes& e : state.end_use) e.surged = false;
  for (const Shock& shock : shocks) {
    for (const Index row : shock.suppliers) state.supplier[state.supplier_of_row[row]].touched = true;
    if (shock.item) state.flags[*shock.item].surged = true;
    if (shock.end_use) state.end_use[*shock.end_use].surged = true;
    if (!shock.passage) continue;
    for (std::size_t s = 0; s < state.suppliers.size(); ++s) {
      const std::optional<Index> route = state.network.suppliers[state.suppliers[s].row].route;
      if (route && passes(state.network.routes[*route], *shock.passage)) state.supplier[s].touched = true;
    }
  }
  state.touched_suppliers.clear();
  for (std::size_t s = 0; s < state.suppliers.size(); ++s) {
    if (!state.supplier[s].touched) continue;
    state.flags[state.network.suppliers[state.suppliers[s].row].item].touched = true;
    state.touched_suppliers.push_back(s);
  }
}

Lanes first_start(std::span<const Shock> shocks, std::span<const ShockLanes> numbers) {
  Lanes first = all_lanes(endless);
  for (std::size_t k = 0; k < shocks.size(); ++k)
    for (int l = 0; l < lane_count; ++l)
      if (numbers[k].share[l] > 0) first[l] = std::min(first[l], std::max(0.0, std::floor(numbers[k].start[l])));
  for (double& lane : first.at) lane = std::isinf(lane) ? 0 : lane;
  return first;
}

Lanes read_series(const NetworkState& state, const Series& series) {
  Lanes out{};
  switch (series.kind) {
  case SeriesKind::ValueAddedLost: {
    const auto& e = state.end_use[series.of];
    for (int l = 0; l < lane_count; ++l) out[l] = e.value_added[l] * e.level[l] * (1 - e.output[l]);
    break;
  }
  case SeriesKind::OutputShare:
    return state.end_use[series.of].output;
  case SeriesKind::Unmet:
    return state.item[series.of].unmet;
  case SeriesKind::Shipped:
    return state.item[series.of].shipped;
  case SeriesKind::ShippedBy: {
    const SupplierLanes& supplier = state.supplier[state.supplier_of_row[series.of]];
    return supplier.as_flow ? supplier.flow : supplier.asked;
  }
  case SeriesKind::Stock:
    out = state.item[series.of].working;
    for (std::size_t s = state.items[series.of].stocks.begin; s < state.items[series.of].stocks.end; ++s)
      for (int l = 0; l < lane_count; ++l) out[l] += state.stock[s].level[l];
  }
  return out;
}

void clear_result(NetworkState& state, const RunOptions& options) {
  EndUseTotals use{};
  use.time_to_survive = all_lanes(endless);
  ItemTotals item{};
  item.first_shortage = all_lanes(endless);
  state.result.end_uses.assign(state.end_use.size(), use);
  state.result.items.assign(state.item.size(), item);
  state.result.series.assign(options.series.size() * static_cast<std::size_t>(options.days), Lanes{});
  state.result.footprint = {};
  state.balance_error = 0;
}

/// Everything of an item that is in the network: stocks and goods on the way, counted from the rings themselves,
/// in the evening of `day`.
std::vector<Lanes> holdings(const NetworkState& state, int day) {
  std::vector<Lanes> held;
  for (std::size_t i = 0; i < state.item.size(); ++i) {
    Lanes sum = state.item[i].working;
    const auto add = [&](const Lanes& more) {
      for (int l = 0; l < lane_count; ++l) sum[l] += more[l];
    };
    for (std::size_t s = state.items[i].stocks.begin; s < state.items[i].stocks.end; ++s) add(state.stock[s].level);
    for (std::size_t s = state.items[i].suppliers.begin; s < state.items[i].suppliers.end; ++s) {
      if (!state.suppliers[s].delayed) continue;
      const TransitLanes& transit = state.transit[s];
      for (const Lanes& late : transit.late) add(late);
      for (int l = 0; l < lane_count; ++l)
        for (std::int32_t ahead = 1; ahead <= transit.days[static_cast<std::size_t>(l)]; ++ahead)
          sum[l] += transit.ring[static_cast<std::size_t>(day + ahead) & (transit.ring.size() - 1)][l];
    }
    held.push_back(sum);
  }
  return held;
}

/// Opening + shipped = used + closing, for every item. What is held is known to its last digits only: of a stock of
/// 1.27 t a use of 4e-9 t a day can be booked to no more than 5e-8 of it. Such a gap is no leak and does not count.
void check_books(NetworkState& state, const std::vector<Lanes>& before, int day) {
  const std::vector<Lanes> after = holdings(state, day);
  for (std::size_t i = 0; i < state.item.size(); ++i) {
    const ItemLanes& item = state.item[i];
    for (int l = 0; l < lane_count; ++l) {
      const double gap = std::abs(before[i][l] + item.shipped[l] - item.used[l] - after[i][l]);
      const double throughput = std::max({item.shipped[l], item.used[l], item.wanted[l]});
      const double last_digits = 16 * std::numeric_limits<double>::epsilon() * std::max(before[i][l], after[i][l]);
      if (gap > last_digits) state.balance_error = std::max(state.balance_error, gap / throughput);
    }
  }
}

/// Whoever is still short in the last evening has not recovered within the run.
void mark_unrecovered(NetworkState& state, int days) {
  for (EndUseTotals& totals : state.result.end_uses)
    for (int l = 0; l < lane_count; ++l)
      if (totals.time_to_recover[l] > 0 && totals.time_to_recover[l] >= days - state.first_shock[l])
        totals.time_to_recover[l] = endless;
}

} // namespace

namespace {

/// A run from rest.
void play_days(NetworkState& state, std::span<const Shock> shocks, std::span<const ShockLanes> numbers,
               const RunOptions& options) {
  rest(state);
  const auto follow_series = [&](int day) {
    for (std::size_t s = 0; s < options.series.size(); ++s)
      state.result.series[s * static_cast<std::size_t>(options.days) + static_cast<std::size_t>(day)] =
          read_series(state, options.series[s]);
  };
  // Nothing moves before the first shock where the state at rest has no shortage.
  int first =
      state.calm ? static_cast<int>(*std::min_element(state.first_shock.at, state.first_shock.at + lane_count)) : 0;
  if (state.calm && shocks.empty()) first = options.days;
  first = std::min(first, options.days);
  Mornings* const keep = options.keep ? &options.keep->mornings() : nullptr;
  if (keep) open_course(*keep, state, first, options.days);
  for (int day = 0; day < first; ++day) follow_series(day);
  for (int day = first; day < options.days; ++day) {
    if (keep) keep_morning(*keep, state, day);
    const std::vector<Lanes> before = options.check_balance ? holdings(state, day - 1) : std::vector<Lanes>{};
    apply_shocks(state, shocks, numbers, day);
    simulate_day(state, day);
    if (keep) keep_signs(*keep, state, day);
    if (options.check_balance) check_books(state, before, day);
    follow_series(day);
    if (state.after_day) state.after_day(state, day);
  }
}

} // namespace

void run_days(NetworkState& state, std::span<const Shock> shocks, std::span<const ShockLanes> numbers,
              const RunOptions& options) {
  if (state.values.empty()) throw Error("network engine: run before set_values");
  check_numbers(shocks, numbers);
  clear_result(state, options);
  mark_touched(state, shocks);
  state.first_shock = first_start(shocks, numbers);
  if (!options.from || !follow(state, options.from->mornings(), shocks, numbers, options.apart))
    play_days(state, shocks, numbers, options);
  mark_unrecovered(state, options.days);
  for (const ItemFlags& item : state.flags) {
    state.result.footprint.alarmed.push_back(item.alarmed_on);
    state.result.footprint.drew.push_back(item.drew_on);
  }
  if (!options.keep) return;
  options.keep->mornings().result = {state.result.end_uses, state.result.items, {}, state.result.footprint};
}

Course::Course() : mornings_(std::make_unique<Mornings>()) {}
Course::~Course() = default;
Course::Course(Course&&) noexcept = default;
Course& Course::operator=(Course&&) noexcept = default;

NetworkEngine::NetworkEngine(const ItemNetwork& network) : state_(std::make_unique<NetworkState>(network)) {}
NetworkEngine::~NetworkEngine() = default;
NetworkEngine::NetworkEngine(NetworkEngine&&) noexcept = default;

void NetworkEngine::set_values(std::span<const Lanes> values) {
  load_values(*state_, values);
}
double NetworkEngine::worst_balance_error() const {
  return state_->balance_error;
}

ShockLanes to_lanes(const DrawShock& numbers) {
  return {all_lanes(numbers.share), all_lanes(numbers.start), all_lanes(numbers.duration), all_lanes(numbers.recovery)};
}

const BlockResult& NetworkEngine::run(std::span<const Shock> shocks, std::span<const ShockLanes> numbers,
                                      const RunOptions& options) {
  run_days(*state_, shocks, numbers, options);
  return state_->result;
}

BlockResult run_draw(const ItemNetwork& network, std::span<const double> values, std::span<const Shock> shocks,
                     std::span<const DrawShock> numbers, const RunOptions& options) {
  std::vector<Lanes> lanes;
  for (const double value : values) lanes.push_back(all_lanes(value));
  std::vector<ShockLanes> shock_lanes;
  for (const DrawShock& n : numbers) shock_lanes.push_back(to_lanes(n));
  NetworkEngine engine(network);
  engine.set_values(lanes);
  return engine.run(shocks, shock_lanes, options);
}

} // namespace rashin::supply
