#include "balance/composite.h"

#include "core/result.h"
#include "math/statistics.h"

#include <algorithm>
#include <cmath>

namespace rashin::balance {
namespace {

std::vector<double> column(const Indicators& table, std::size_t indicator) {
  std::vector<double> values;
  for (std::size_t u = 0; u < table.units; ++u) values.push_back(table.at(u, indicator));
  return values;
}

void require_whole(const Indicators& table) {
  if (table.units == 0 || table.indicators == 0 || table.values.size() != table.units * table.indicators)
    throw Error("a table of indicators is not units times indicators");
}

std::vector<double> unit_weights(std::span<const double> weights, std::size_t indicators) {
  if (weights.size() != indicators) throw Error("weights that are not one per indicator");
  double total = 0;
  for (const double weight : weights) {
    if (!(weight >= 0)) throw Error("a weight is negative");
    total += weight;
  }
  if (!(total > 0)) throw Error("no indicator has a weight");
  std::vector<double> result;
  for (const double weight : weights) result.push_back(weight / total);
  return result;
}

} // namespace

Indicators min_max(const Indicators& raw, std::span<const int> directions, double low, double high) {
  require_whole(raw);
  if (directions.size() != raw.indicators) throw Error("directions that are not one per indicator");
  Indicators result = raw;
  for (std::size_t k = 0; k < raw.indicators; ++k) {
    const std::vector<double> values = column(raw, k);
    const auto [least, largest] = std::minmax_element(values.begin(), values.end());
    for (std::size_t u = 0; u < raw.units; ++u) {
      double at = *largest > *least ? (values[u] - *least) / (*largest - *least) : 0.5;
      if (directions[k] < 0) at = 1 - at;
      result.values[u * raw.indicators + k] = low + (high - low) * at;
    }
  }
  return result;
}

Indicators z_scores(const Indicators& raw) {
  require_whole(raw);
  Indicators result = raw;
  for (std::size_t k = 0; k < raw.indicators; ++k) {
    const std::vector<double> values = column(raw, k);
    const double mean = math::mean(values), s = std::sqrt(math::variance(values));
    for (std::size_t u = 0; u < raw.units; ++u)
      result.values[u * raw.indicators + k] = s > 0 ? (values[u] - mean) / s : 0;
  }
  return result;
}

std::vector<double> aggregate(const Indicators& scaled, std::span<const double> weights, Aggregation how) {
  require_whole(scaled);
  const std::vector<double> w = unit_weights(weights, scaled.indicators);
  std::vector<double> result;
  for (std::size_t u = 0; u < scaled.units; ++u) {
    double total = 0;
    for (std::size_t k = 0; k < scaled.indicators; ++k) {
      const double x = scaled.at(u, k);
      if (how != Aggregation::Arithmetic && !(x > 0))
        throw Error("a geometric or harmonic mean of what is not positive");
      total += w[k] * (how == Aggregation::Arithmetic ? x : how == Aggregation::Geometric ? std::log(x) : 1 / x);
    }
    result.push_back(how == Aggregation::Arithmetic  ? total
                     : how == Aggregation::Geometric ? std::exp(total)
                                                     : 1 / total);
  }
  return result;
}

std::vector<double> places_of(std::span<const double> values) {
  std::vector<double> turned;
  for (const double value : values) turned.push_back(-value);
  return math::ranks(turned);
}

std::vector<WithoutIndicator> without_each(const Indicators& scaled, std::span<const double> weights) {
  const std::vector<double> all = places_of(aggregate(scaled, weights, Aggregation::Arithmetic));
  std::vector<WithoutIndicator> result;
  for (std::size_t k = 0; k < scaled.indicators; ++k) {
    std::vector<double> left(weights.begin(), weights.end());
    left[k] = 0;
    if (math::sum(left) <= 0) continue;
    WithoutIndicator without{k, places_of(aggregate(scaled, left, Aggregation::Arithmetic)), 0};
    for (std::size_t u = 0; u < all.size(); ++u)
      without.largest_move = std::max(without.largest_move, std::abs(without.places[u] - all[u]));
    result.push_back(std::move(without));
  }
  return result;
}

std::optional<Shape> shape_of(std::span<const double> values) {
  const double n = static_cast<double>(values.size());
  if (values.size() < 4) return std::nullopt;
  const double mean = math::mean(values), s2 = math::variance(values);
  if (!(s2 > 0)) return std::nullopt;
  double third = 0, fourth = 0;
  for (const double x : values) {
    const double z2 = (x - mean) * (x - mean) / s2;
    third += z2 * (x - mean) / std::sqrt(s2);
    fourth += z2 * z2;
  }
  Shape shape;
  shape.skewness = n / ((n - 1) * (n - 2)) * third;
  shape.kurtosis = n * (n + 1) / ((n - 1) * (n - 2) * (n - 3)) * fourth - 3 * (n - 1) * (n - 1) / ((n - 2) * (n - 3));
  shape.wants_treatment = std::abs(shape.skewness) > 2 && shape.kurtosis > 3.5;
  return shape;
}

bool known_enough(std::size_t known, std::size_t all, double least) {
  return all > 0 && static_cast<double>(known) >= least * static_cast<double>(all);
}

} // namespace rashin::balance
