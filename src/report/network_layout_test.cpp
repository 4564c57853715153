#include "report/network_layout.h"

#include <cmath>
#include <gtest/gtest.h>

namespace rashin::report {
namespace {

NetworkChart chart_of(std::vector<NetworkNode> nodes, std::vector<NetworkArc> arcs) {
  return {.nodes = std::move(nodes), .arcs = std::move(arcs)};
}

TEST(NetworkLayout, UncrossesWhatCanBeUncrossed) {
  const NetworkChart chart =
      chart_of({{"a", {}, 0}, {"b", {}, 0}, {"c", {}, 1}, {"d", {}, 1}}, {{"a", "d", 1}, {"b", "c", 1}});
  const NetworkLayout layout = lay_out(chart, {20, 20, 20, 20});
  EXPECT_LT((layout.slots[0].y - layout.slots[1].y) * (layout.slots[2].y - layout.slots[3].y), 0); // d above c
}

TEST(NetworkLayout, LongArcsBendAroundTheTiersBetween) {
  const NetworkChart chart = chart_of({{"a", {}, 0}, {"b", {}, 1}, {"c", {}, 2}}, {{"a", "c", 1}, {"a", "b", 1}});
  const NetworkLayout layout = lay_out(chart, {20, 20, 20});
  ASSERT_EQ(layout.routes[0].size(), 3u);
  const Slot& bend = layout.slots[layout.routes[0][1]];
  EXPECT_EQ(bend.node, -1);
  EXPECT_GE(std::abs(bend.y - layout.slots[1].y), (bend.height + 20) / 2);
}

TEST(NetworkLayout, SlotsOfATierNeverMeetAndStayInside) {
  NetworkChart chart;
  for (int n = 0; n < 60; ++n) chart.nodes.push_back({std::to_string(n), {}, n % 5});
  for (int n = 0; n < 60; ++n)
    for (int step : {1, 6, 13})
      if (n + step < 60 && (n + step) % 5 > n % 5)
        chart.arcs.push_back({std::to_string(n), std::to_string(n + step), 0.3});
  const NetworkLayout layout = lay_out(chart, std::vector<double>(60, 32));
  for (std::size_t a = 0; a < layout.slots.size(); ++a) {
    EXPECT_GE(layout.slots[a].y - layout.slots[a].height / 2, -1e-9);
    EXPECT_LE(layout.slots[a].y + layout.slots[a].height / 2, layout.height + 1e-9);
    for (std::size_t b = a + 1; b < layout.slots.size(); ++b) {
      if (layout.slots[a].tier != layout.slots[b].tier) continue;
      EXPECT_GE(std::abs(layout.slots[a].y - layout.slots[b].y), (layout.slots[a].height + layout.slots[b].height) / 2);
    }
  }
}

TEST(NetworkLayout, ArcsToNowhereHaveNoRoute) {
  EXPECT_TRUE(lay_out(chart_of({{"a", {}, 0}}, {{"a", "z", 1}}), {20}).routes[0].empty());
}

} // namespace
} // namespace rashin::report
