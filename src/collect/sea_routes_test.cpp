#include "collect/sea_routes.h"

#include <gtest/gtest.h>

namespace rashin::collect {
namespace {

TEST(SeaRoutes, ReadsLinesAndPassages) {
  const auto lines = read_sea_lines(R"({"features": [
    {"properties": {"passage": "suez"}, "geometry": {"type": "LineString", "coordinates": [[32.5, 31.3], [32.6, 29.9]]}},
    {"properties": null, "geometry": {"type": "MultiLineString", "coordinates": [[[190, 1], [180, 2]], [[0, 0], [1, 1], [2, 2]]]}}]})",
                                    "net.geojson")
                         .take();
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0].passage, "suez");
  EXPECT_EQ(lines[0].points[1], (GeoPoint{29.9, 32.6}));
  EXPECT_EQ(lines[2].points.size(), 3u);
}

std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> list;
  for (const Diagnostic& d : diagnostics) list.push_back(d.code);
  return list;
}

TEST(SeaRoutes, NamesEveryFault) {
  EXPECT_EQ(codes(read_sea_lines("{\"features\": [", "f").diagnostics()), std::vector<std::string>{"geojson-broken"});
  EXPECT_EQ(codes(read_sea_lines("[1]", "f").diagnostics()), std::vector<std::string>{"geojson-no-features"});
  EXPECT_EQ(codes(read_sea_lines(R"({"features": [7, {"geometry": {"type": "Point", "coordinates": [1, 2]}},
    {"geometry": {"type": "LineString", "coordinates": [[1, "x"], [1, 95]]}}, {"geometry": {"type": "LineString", "coordinates": [[1, 2]]}}]})",
                                 "f")
                      .diagnostics()),
            (std::vector<std::string>{"geojson-geometry", "geojson-geometry", "geojson-position", "geojson-position",
                                      "geojson-short-line"}));
}

TEST(SeaRoutes, ReadsPorts) {
  const auto ports =
      read_ports(
          R"({"features": [{"geometry": {"type": "Point", "coordinates": [139.65, 35.44]}, "properties": {"name": "Yokohama", "cty": "Japan", "port": "JPYOK"}}]})",
          "ports")
          .take();
  ASSERT_EQ(ports.size(), 1u);
  EXPECT_EQ(ports[0].code, "JPYOK");
  EXPECT_EQ(ports[0].at, (GeoPoint{35.44, 139.65}));
}

} // namespace
} // namespace rashin::collect
