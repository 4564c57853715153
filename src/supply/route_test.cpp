#include "supply/route.h"

#include <gtest/gtest.h>

namespace rashin::supply {
namespace {

/// A (0, 0) to B (0, 2) by the strait (0, 1), by the sound (1, 1), or by open sea (3, 1).
SeaNetwork three_ways() {
  const std::vector<SeaLine> lines = {{"strait", {{0, 0}, {0, 1}, {0, 2}}},
                                      {"", {{0, 0}, {1, 0.5}}},
                                      {"sound", {{1, 0.5}, {1, 1.5}}},
                                      {"", {{1, 1.5}, {0, 2}}},
                                      {"", {{0, 0}, {3, 1}, {0, 2}}}};
  return make_sea_network(lines);
}

TEST(Route, GreatCircle) {
  // A degree on the equator: 2 pi 6371.0088 / 360 = 111.19508 km.
  EXPECT_NEAR(great_circle_km({0, 0}, {0, 1}), 111.19508, 1e-5);
  EXPECT_NEAR(great_circle_km({0, 179.5}, {0, -179.5}), 111.19508, 1e-5);
}

TEST(Route, ClosedPassagesAreAvoided) {
  const SeaNetwork n = three_ways();
  const GeoPoint a{0.01, 0}, b{0, 2.01};
  const auto open = sea_route(n, a, b);
  ASSERT_TRUE(open);
  EXPECT_NEAR(open->km, 222.39016, 1e-4);
  EXPECT_EQ(open->passages, std::vector<std::string>{"strait"});
  const auto round = sea_route(n, a, b, {{"strait"}, false});
  EXPECT_EQ(round->passages, std::vector<std::string>{"sound"});
  const auto sea = sea_route(n, a, b, {{"strait", "sound"}, false});
  EXPECT_TRUE(sea->passages.empty());
  EXPECT_LT(open->km, round->km);
  EXPECT_LT(round->km, sea->km);
}

TEST(Route, DetoursAreListedForTheTableOfRoutes) {
  const SeaNetwork n = three_ways();
  const auto detours = sea_detours(n, {0, 0}, {0, 2});
  ASSERT_EQ(detours.size(), 2u);
  EXPECT_EQ(detours[0].closed, std::vector<std::string>{"strait"});
  EXPECT_EQ(detours[1].closed, (std::vector<std::string>{"strait", "sound"}));
  EXPECT_LT(*detours[0].extra_km, *detours[1].extra_km);
}

TEST(Route, NoWayIsSaidPlainly) {
  const std::vector<SeaLine> lines = {{"ormuz", {{26, 56}, {25, 57}}}, {"northwest", {{25, 57}, {24, 58}}}};
  const SeaNetwork n = make_sea_network(lines);
  EXPECT_TRUE(sea_route(n, {26, 56}, {25, 57}));
  EXPECT_FALSE(sea_route(n, {26, 56}, {25, 57}, {{"ormuz"}, false}));
  EXPECT_FALSE(sea_route(n, {26, 56}, {24, 58})); // the Arctic is closed by default
  EXPECT_TRUE(sea_route(n, {26, 56}, {24, 58}, {{}, true}));
  EXPECT_FALSE(sea_detours(n, {26, 56}, {25, 57}).front().extra_km);
  EXPECT_FALSE(sea_route(make_sea_network({}), {0, 0}, {1, 1}));
}

TEST(Route, LongitudesAreWrapped) {
  const std::vector<SeaLine> lines = {{"", {{10, 175}, {10, 185}}}, {"", {{10, -175}, {10, -170}}}};
  const SeaNetwork n = make_sea_network(lines);
  EXPECT_EQ(n.nodes.size(), 3u);
  EXPECT_TRUE(sea_route(n, {10, 175}, {10, -170}));
}

TEST(Route, VoyageDays) {
  EXPECT_NEAR(voyage_days(12390, 14), 19.9109, 1e-4); // 12390 / (14 x 1.852 x 24)
}

} // namespace
} // namespace rashin::supply
