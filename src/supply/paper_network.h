#pragma once
#include "supply/network_engine.h"
#include "supply/sample_network.h"

#include <gtest/gtest.h>

namespace rashin::supply {

// For the networks worked out on paper: rows of shocks, and what every day must come to.

struct PaperShock {
  const char *kind, *target;
  DrawShock numbers;
};
struct Expected {
  SeriesKind kind;
  const char* of;
  std::vector<double> days;
};

inline std::vector<Shock> resolve(const ItemNetwork& network, const std::vector<PaperShock>& rows) {
  std::vector<Shock> shocks;
  for (const PaperShock& row : rows)
    shocks.push_back(resolve_shock(network, {{row.kind, {}}, {row.kind, {}}, {row.target, {}}, {}}).take());
  return shocks;
}

inline BlockResult follow(const SampleNetwork& sample, const std::vector<PaperShock>& rows,
                          const std::vector<Expected>& expected) {
  const ItemNetwork network = sample.network();
  const std::vector<Shock> shocks = resolve(network, rows);
  std::vector<DrawShock> numbers;
  for (const PaperShock& row : rows) numbers.push_back(row.numbers);
  RunOptions options;
  options.days = static_cast<int>(expected.front().days.size());
  options.check_balance = true;
  for (const Expected& e : expected) {
    const bool of_end_use = e.kind == SeriesKind::ValueAddedLost || e.kind == SeriesKind::OutputShare;
    options.series.push_back(
        {e.kind, of_end_use ? find_end_use(network, e.of).value() : find_item(network, e.of).value()});
  }
  const BlockResult result = run_draw(network, sample.values(network), shocks, numbers, options);
  for (std::size_t s = 0; s < expected.size(); ++s)
    for (std::size_t day = 0; day < expected[s].days.size(); ++day)
      for (int lane = 0; lane < lane_count; lane += lane_count - 1)
        EXPECT_NEAR(result.series[s * static_cast<std::size_t>(options.days) + day][lane], expected[s].days[day], 1e-12)
            << expected[s].of << " day " << day << " lane " << lane;
  return result;
}

inline constexpr auto out = SeriesKind::OutputShare;
inline constexpr auto stock = SeriesKind::Stock;
inline constexpr auto shipped = SeriesKind::Shipped;
inline constexpr auto unmet = SeriesKind::Unmet;
inline constexpr auto lost = SeriesKind::ValueAddedLost;

} // namespace rashin::supply
