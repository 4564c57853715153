#include "math/sobol.h"

#include "core/draws.h"

#include <boost/random/sobol.hpp>

#include <algorithm>

namespace rashin::math {

std::vector<double> sobol_points(std::size_t dimensions, std::size_t count, std::uint64_t seed) {
  if (dimensions == 0 || dimensions > 1000) throw Error("Sobol' points need 1 to 1000 dimensions");
  std::vector<std::uint64_t> shift;
  for (std::size_t d = 0; d < dimensions; ++d)
    shift.push_back(static_cast<std::uint64_t>(uniform(seed, "sobol/shift", Stream::A, d) * 0x1p53));
  boost::random::sobol sequence(dimensions);
  std::vector<double> points(dimensions * count);
  for (std::size_t i = 0; i < points.size(); ++i) {
    // The engine leaves out the origin, without which the points are no net.
    const std::uint64_t bits = (i < dimensions ? 0 : sequence() >> 11) ^ shift[i % dimensions];
    points[i] = (static_cast<double>(bits) + 0.5) * 0x1p-53;
  }
  for (double& x : points) x = std::min(x, 1 - 0x1p-53);
  return points;
}

std::vector<double> saltelli_design(std::size_t inputs, std::size_t base, bool second_order, std::uint64_t seed) {
  const std::vector<double> points = sobol_points(2 * inputs, base, seed);
  std::vector<double> rows;
  rows.reserve(base * inputs * (second_order ? 2 * inputs + 2 : inputs + 2));
  for (std::size_t n = 0; n < base; ++n) {
    const double* const a = points.data() + n * 2 * inputs;
    const double* const b = a + inputs;
    const auto mixed = [&](const double* from, const double* other, std::size_t input) {
      for (std::size_t k = 0; k < inputs; ++k) rows.push_back(k == input ? other[k] : from[k]);
    };
    mixed(a, a, 0);
    for (std::size_t i = 0; i < inputs; ++i) mixed(a, b, i);
    for (std::size_t i = 0; second_order && i < inputs; ++i) mixed(b, a, i);
    mixed(b, b, 0);
  }
  return rows;
}

} // namespace rashin::math
