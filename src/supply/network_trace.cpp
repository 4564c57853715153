#include "supply/network_trace.h"

#include <algorithm>

namespace rashin::supply {
namespace {

template <class List, class Get> std::vector<double> lane_0(const List& list, Get get) {
  std::vector<double> numbers;
  for (const auto& entry : list) numbers.push_back(get(entry)[0]);
  return numbers;
}

DayTrace copy_day(const NetworkState& state) {
  DayTrace day;
  day.fill = lane_0(state.group_fill, [](const Lanes& fill) { return fill; });
  day.want = lane_0(state.use, [](const UseLanes& use) { return use.want; });
  day.made = lane_0(state.item, [](const ItemLanes& item) { return item.made; });
  day.wanted = lane_0(state.item, [](const ItemLanes& item) { return item.wanted; });
  day.outside = lane_0(state.item, [](const ItemLanes& item) { return item.outside; });
  day.sent = lane_0(state.supplier, [](const SupplierLanes& s) { return s.asked; });
  day.left = lane_0(state.supplier, [](const SupplierLanes& s) { return s.left; });
  day.diverted = lane_0(state.transit, [](const TransitLanes& t) { return t.diverted; });
  day.output = lane_0(state.end_use, [](const EndUseLanes& e) { return e.output; });
  day.level = lane_0(state.end_use, [](const EndUseLanes& e) { return e.level; });
  for (std::size_t a = 0; a < state.arcs.size(); ++a) {
    const UseArc& arc = state.arcs[a];
    const double fill = day.fill[arc.group];
    const bool held_up = arc.by_end_use ? state.end_use[arc.user].held_up : state.flags[arc.user].held_up;
    day.cover.push_back(arc.stand_ins.begin < arc.stand_ins.end && held_up ? std::min(1.0, state.use[a].cover[0])
                                                                           : fill);
  }
  return day;
}

/// What arrived from each supplier, straight and round closed passages, from what all days sent.
void add_arrivals(TraceData& data) {
  for (DayTrace& day : data.days) day.arrived.assign(data.state.suppliers.size(), 0);
  for (std::size_t s = 0; s < data.state.suppliers.size(); ++s) {
    const int delay = data.state.transit[s].days[0];
    const auto arrive = [&](int day, double amount) {
      if (data.at(day)) data.days[static_cast<std::size_t>(day - data.first)].arrived[s] += amount;
    };
    for (int day = data.first - delay; day < data.first; ++day) arrive(day + delay, data.state.supplier[s].flow[0]);
    for (std::size_t n = 0; n < data.days.size(); ++n) {
      const int day = data.first + static_cast<int>(n);
      const double round = data.days[n].sent[s] * data.days[n].diverted[s];
      arrive(day + delay, data.days[n].sent[s] - round);
      arrive(day + delay + data.detours[n][s], round);
    }
  }
}

} // namespace

NetworkTrace::NetworkTrace(const ItemNetwork& network, std::span<const double> values, std::span<const Shock> shocks,
                           std::span<const DrawShock> numbers, int days)
    : data_(std::make_unique<TraceData>(network)) {
  data_->shocks.assign(shocks.begin(), shocks.end());
  data_->numbers.assign(numbers.begin(), numbers.end());
  data_->first = days;
  NetworkState& state = data_->state;
  state.after_day = [this](const NetworkState& now, int day) {
    data_->first = std::min(data_->first, day);
    data_->days.push_back(copy_day(now));
    data_->detours.emplace_back();
    for (const TransitLanes& t : now.transit) data_->detours.back().push_back(static_cast<int>(t.detour[0]));
  };
  std::vector<Lanes> lanes;
  for (const double value : values) lanes.push_back(all_lanes(value));
  std::vector<ShockLanes> shock_lanes;
  for (const DrawShock& n : numbers) shock_lanes.push_back(to_lanes(n));
  load_values(state, lanes);
  RunOptions options;
  options.days = days;
  run_days(state, shocks, shock_lanes, options);
  add_arrivals(*data_);
}
NetworkTrace::~NetworkTrace() = default;
NetworkTrace::NetworkTrace(NetworkTrace&&) noexcept = default;

std::optional<int> NetworkTrace::first_short_day(Index end_use) const {
  for (std::size_t n = 0; n < data_->days.size(); ++n)
    if (data_->days[n].output[end_use] < 1 - notice) return data_->first + static_cast<int>(n);
  return std::nullopt;
}

std::optional<int> NetworkTrace::worst_day(Index end_use) const {
  std::optional<int> worst;
  double least = 1 - notice;
  for (std::size_t n = 0; n < data_->days.size(); ++n)
    if (data_->days[n].output[end_use] < least) {
      least = data_->days[n].output[end_use];
      worst = data_->first + static_cast<int>(n);
    }
  return worst;
}

} // namespace rashin::supply
