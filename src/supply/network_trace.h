#pragma once
#include "supply/network_explain.h"
#include "supply/network_state.h"

namespace rashin::supply {

/// Lane 0 of one evening, laid out as NetworkState.
struct DayTrace {
  std::vector<double> fill;                          ///< by group
  std::vector<double> want, cover;                   ///< by arc; cover of a main use, with its stand-ins
  std::vector<double> made, wanted, outside;         ///< by item
  std::vector<double> sent, left, arrived, diverted; ///< by supplier; arrived: of what it sent
  std::vector<double> output, level;                 ///< by end use
};

struct TraceData {
  explicit TraceData(const ItemNetwork& network) : state(network) {}

  NetworkState state;
  std::vector<Shock> shocks;
  std::vector<DrawShock> numbers;
  std::vector<DayTrace> days;            ///< from `first` on
  std::vector<std::vector<int>> detours; ///< by day and supplier, whole days
  int first = 0;

  const DayTrace* at(int day) const {
    return day < first || day >= first + static_cast<int>(days.size()) ? nullptr
                                                                       : &days[static_cast<std::size_t>(day - first)];
  }
};

} // namespace rashin::supply
