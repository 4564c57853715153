#pragma once
#include "supply/mrio.h"

namespace rashin::supply {

/// Tables for tests: figures are per day, so that a year of 1 day makes them yearly (days_per_year = 1).
struct SmallFlow {
  const char* from;
  const char* to; ///< an industry "R|s", or "R" for final demand of a region
  double value;
};

inline Mrio small_table(const std::vector<SmallFlow>& flows) {
  IoEntries entries;
  const auto number = [](auto& list, auto code) {
    for (std::uint32_t k = 0; k < list.size(); ++k)
      if (list[k] == code) return k;
    list.push_back(code);
    return static_cast<std::uint32_t>(list.size() - 1);
  };
  const auto industry = [&](std::string_view name) {
    const std::size_t bar = name.find('|');
    return number(entries.industries,
                  IndustryCode{std::string(name.substr(0, bar)), std::string(name.substr(bar + 1))});
  };
  for (const SmallFlow& flow : flows) {
    const std::uint32_t from = industry(flow.from);
    if (std::string_view(flow.to).find('|') != std::string_view::npos)
      entries.flows.push_back({from, industry(flow.to), flow.value});
    else
      entries.final_demand_flows.push_back(
          {from, number(entries.final_demands, FinalDemandCode{flow.to, "all"}), flow.value});
  }
  return make_mrio(entries)->table;
}

/// A table of `regions` × `sectors` without pattern, about a fifth of the cells filled, that stands for a real one.
inline Mrio patchy_table(std::size_t regions, std::size_t sectors, std::uint32_t seed = 7) {
  IoEntries entries;
  std::uint64_t state = seed;
  const auto next = [&] {
    state = state * 6364136223846793005ull + 1442695040888963407ull;
    return static_cast<double>(state >> 40) / 16777216.0;
  };
  const std::uint32_t n = static_cast<std::uint32_t>(regions * sectors);
  for (std::size_t r = 0; r < regions; ++r) {
    entries.final_demands.push_back({"r" + std::to_string(r), "all"});
    for (std::size_t s = 0; s < sectors; ++s)
      entries.industries.push_back({"r" + std::to_string(r), "s" + std::to_string(s)});
  }
  for (std::uint32_t i = 0; i < n; ++i)
    for (std::uint32_t j = 0; j < n; ++j)
      if (next() < 0.2) {
        const double v = next();
        entries.flows.push_back({i, j, 100 * v * v * v});
      }
  for (std::uint32_t i = 0; i < n; ++i)
    for (std::uint32_t f = 0; f < regions; ++f)
      entries.final_demand_flows.push_back(
          {i, f, (1 + next()) * 10 * static_cast<double>(n) / static_cast<double>(regions)});
  return make_mrio(entries)->table;
}

} // namespace rashin::supply
