#include "collect/sea_routes.h"
#include "supply/route.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

// Distances over the imported network (Eurostat searoute), as two independent programs give them.

namespace {

namespace fs = std::filesystem;
using namespace rashin;

std::string data_file(const char* name) {
  const char* folder = std::getenv("RASHIN_DATA");
  std::ifstream in(fs::path(folder ? folder : RASHIN_SOURCE_DIR "/../shared/data") / "ocean" / name, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return bytes.str();
}

struct Case {
  GeoPoint from;
  std::vector<std::string> closed;
  std::optional<double> km;
};

TEST(SeaRouteOnData, DistancesOfTheBars) {
  const std::string bytes = data_file("marnet_searoute.geojson");
  if (bytes.empty()) GTEST_SKIP() << "no test data";
  const auto lines = collect::read_sea_lines(bytes, "marnet_searoute.geojson");
  const supply::SeaNetwork network = supply::make_sea_network(lines.value());
  // Other programs count 9,681 nodes and 15,936 segments: two points a rounding tie apart are one here, and segments
  // without length are left out.
  EXPECT_EQ(network.nodes.size(), 9680u);
  EXPECT_EQ(network.segments.size(), 2 * 15931u);
  const GeoPoint ras_tanura{26.64, 50.16}, fujairah{25.17, 56.36}, rotterdam{51.95, 4.05}, yokohama{35.44, 139.65};
  const Case cases[] = {
      {ras_tanura, {}, 12390},      {ras_tanura, {"malacca"}, 13496},      {ras_tanura, {"malacca", "sunda"}, 14344},
      {ras_tanura, {"ormuz"}, {}},  {fujairah, {"ormuz"}, 11664},          {rotterdam, {}, 20934},
      {rotterdam, {"suez"}, 23431}, {rotterdam, {"suez", "panama"}, 27030}};
  for (const Case& c : cases) {
    const auto route = supply::sea_route(network, c.from, yokohama, {c.closed, false});
    ASSERT_EQ(route.has_value(), c.km.has_value());
    const double tolerance = c.from == rotterdam ? 30 : 0.5; // Rotterdam's snapped node moves it
    if (route) {
      EXPECT_NEAR(route->km, *c.km, tolerance);
    }
  }
  const auto arctic = supply::sea_route(network, rotterdam, yokohama, {{}, true});
  EXPECT_NEAR(arctic->km, 14017, 30);
}

TEST(SeaRouteOnData, PortsByName) {
  const std::string bytes = data_file("searoute_ports.geojson");
  if (bytes.empty()) GTEST_SKIP() << "no test data";
  const auto ports = collect::read_ports(bytes, "searoute_ports.geojson");
  EXPECT_GT(ports.value().size(), 3900u);
  const auto yokohama =
      std::find_if(ports.value().begin(), ports.value().end(), [](const Port& p) { return p.code == "JPYOK"; });
  ASSERT_NE(yokohama, ports.value().end());
  EXPECT_NEAR(yokohama->at.latitude, 35.4, 0.2);
}

} // namespace
