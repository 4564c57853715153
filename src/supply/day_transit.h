#pragma once
#include "supply/lane_loops.h"
#include "supply/network_state.h"

// Of one day of sixteen draws, for network_day.cpp only: all is inlined there, so that it is compiled once for each
// width of vectors. Here: goods on the way.

namespace rashin::supply {

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

/// Where each lane's goods stand in a ring's numbers.
struct Places {
  alignas(64) std::uint32_t at[lane_count];
};

/// Of today's shipment, what goes round closed passages is put on the way by itself; the rest is left.
RASHIN_INLINE void send_round(TransitLanes& transit, const Lanes& sent, const Lanes& flow, int day, Lanes& rest) {
  const auto mask = static_cast<std::uint32_t>(transit.ring.size() - 1);
  mark_late(transit, sent, flow);
  Lanes round;
  Places places;
  each([&](int l) {
    round[l] = sent[l] * transit.diverted[l];
    rest[l] = sent[l] - round[l];
  });
  each([&](int l) {
    const int arrival = day + transit.days[static_cast<std::size_t>(l)] + static_cast<int>(transit.detour[l]);
    places.at[l] = (static_cast<std::uint32_t>(arrival) & mask) * lane_count + static_cast<std::uint32_t>(l);
  });
  double* numbers = transit.late.front().at;
  for (int l = 0; l < lane_count; ++l) numbers[places.at[l]] += round[l];
  transit.late_until = day + static_cast<int>(mask);
}

/// Puts today's shipment of a supplier on the way, each lane on its day of arrival, and adds what arrives today.
RASHIN_INLINE void move_goods(TransitLanes& transit, const Lanes& sent, const Lanes& flow, int day, Lanes& total) {
  const auto mask = static_cast<std::uint32_t>(transit.ring.size() - 1);
  const auto today = static_cast<std::uint32_t>(day) & mask;
  Lanes rest;
  if (transit.rerouted) send_round(transit, sent, flow, day, rest);
  const Lanes& straight = transit.rerouted ? rest : sent;
  double* numbers = transit.ring.front().at;
  const std::uint32_t within = (mask + 1) * lane_count - 1;
  if (transit.same_delay) {
    double* to = numbers + ((transit.start[0] + today * lane_count) & within);
    each([&](int l) { to[l] = straight[l]; });
  } else {
    Places places;
    each([&](int l) { places.at[l] = (transit.start[static_cast<std::size_t>(l)] + today * lane_count) & within; });
    for (int l = 0; l < lane_count; ++l) numbers[places.at[l]] = straight[l];
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

} // namespace rashin::supply
