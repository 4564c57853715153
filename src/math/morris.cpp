#include "math/morris.h"

#include "core/draws.h"
#include "math/statistics.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>

namespace rashin::math {

std::vector<double> morris_design(std::size_t inputs, const MorrisOptions& options) {
  if (inputs == 0 || options.levels < 2 || options.levels % 2 != 0) throw Error("Morris needs inputs and even levels");
  const double levels = static_cast<double>(options.levels), step = levels / (2 * (levels - 1));
  std::vector<double> rows;
  rows.reserve(options.trajectories * (inputs + 1) * inputs);
  std::vector<double> u(3 * inputs), point(inputs);
  std::vector<std::size_t> order(inputs);
  for (std::size_t t = 0; t < options.trajectories; ++t) {
    fill_uniforms(options.seed, FactorKey("morris/trajectory"), Stream::A, t * u.size(), u);
    std::vector<double> move(inputs);
    for (std::size_t i = 0; i < inputs; ++i) {
      // A step up starts in the lower half of the levels, a step down in the upper half.
      const double low = std::floor(u[i] * levels / 2) / (levels - 1);
      const bool up = u[inputs + i] < 0.5;
      point[i] = up ? low : low + step;
      move[i] = up ? step : -step;
    }
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return u[2 * inputs + a] < u[2 * inputs + b]; });
    rows.insert(rows.end(), point.begin(), point.end());
    for (const std::size_t i : order) {
      point[i] += move[i];
      rows.insert(rows.end(), point.begin(), point.end());
    }
  }
  return rows;
}

std::vector<MorrisEffect> morris_effects(std::span<const double> rows, std::span<const double> outputs,
                                         std::size_t inputs) {
  if (inputs == 0 || outputs.size() % (inputs + 1) != 0 || rows.size() != outputs.size() * inputs ||
      outputs.size() < 2 * (inputs + 1))
    throw Error("rows and outputs are no Morris design");
  std::vector<std::vector<double>> effects(inputs);
  for (std::size_t n = 1; n < outputs.size(); ++n) {
    if (n % (inputs + 1) == 0) continue;
    std::size_t changed = inputs, changes = 0;
    for (std::size_t i = 0; i < inputs; ++i) {
      if (rows[n * inputs + i] == rows[(n - 1) * inputs + i]) continue;
      changed = i;
      ++changes;
    }
    if (changes != 1) throw Error("row " + std::to_string(n + 1) + " does not change exactly one input");
    const double step = rows[n * inputs + changed] - rows[(n - 1) * inputs + changed];
    effects[changed].push_back((outputs[n] - outputs[n - 1]) / step);
  }
  std::vector<MorrisEffect> result;
  for (const std::vector<double>& effect : effects) {
    if (effect.size() < 2) throw Error("an input changes in fewer than two trajectories");
    std::vector<double> absolute(effect.size());
    std::transform(effect.begin(), effect.end(), absolute.begin(), [](double x) { return std::abs(x); });
    result.push_back({mean(effect), mean(absolute), std::sqrt(variance(effect)), standard_error(absolute)});
  }
  return result;
}

} // namespace rashin::math
