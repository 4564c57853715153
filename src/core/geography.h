#pragma once
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

namespace rashin {

/// Degrees, WGS 84; north and east are positive.
struct GeoPoint {
  double latitude = 0;
  double longitude = 0;
  bool operator==(const GeoPoint&) const = default;
};

/// A stretch of a sea-route network as its source draws it. Plain data that readers hand to the routing.
struct SeaLine {
  std::string passage; ///< the strait or canal it runs through; empty: open sea
  std::vector<GeoPoint> points;
};

struct Port {
  std::string name;
  std::string country; ///< as the source names it
  std::string code;    ///< UN/LOCODE where the source has it
  GeoPoint at;
};

/// Great-circle distance on the sphere of the mean earth radius, 6371.0088 km (haversine).
inline double great_circle_km(const GeoPoint& a, const GeoPoint& b) {
  constexpr double radius_km = 6371.0088, degree = std::numbers::pi / 180;
  const double u = std::sin((b.latitude - a.latitude) * degree / 2);
  const double v = std::sin((b.longitude - a.longitude) * degree / 2);
  const double h = u * u + std::cos(a.latitude * degree) * std::cos(b.latitude * degree) * v * v;
  return 2 * radius_km * std::asin(std::sqrt(h < 1 ? h : 1));
}

} // namespace rashin
