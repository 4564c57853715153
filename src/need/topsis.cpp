#include "core/result.h"
#include "need/multicriteria.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rashin::need {
namespace {

/// score × scale + shift is the weighted, normalised score, larger better; best and worst likewise.
struct Axis {
  double scale = 0, shift = 0;
  double best = 0, worst = 0;
  bool clamped = false;
};

std::vector<double> unit_weights(const ScoreTable& table) {
  if (table.scores.size() != table.alternatives * table.criteria.size() || table.scores.empty())
    throw Error("a score table is not alternatives times criteria");
  double total = 0;
  for (const Criterion& criterion : table.criteria) {
    if (!(criterion.weight >= 0)) throw Error("a weight is negative");
    total += criterion.weight;
  }
  if (!(total > 0)) throw Error("no criterion has a weight");
  std::vector<double> weights;
  for (const Criterion& criterion : table.criteria) weights.push_back(criterion.weight / total);
  return weights;
}

struct Extent {
  double least, largest, squares;
};

std::vector<Extent> extents(const ScoreTable& table) {
  const std::size_t m = table.criteria.size();
  std::vector<Extent> result;
  for (std::size_t k = 0; k < m; ++k) result.push_back({table.scores[k], table.scores[k], 0});
  for (std::size_t a = 0; a < table.alternatives; ++a)
    for (std::size_t k = 0; k < m; ++k) {
      const double score = table.scores[a * m + k];
      result[k].least = std::min(result[k].least, score);
      result[k].largest = std::max(result[k].largest, score);
      result[k].squares += score * score;
    }
  return result;
}

Axis axis_of(const Criterion& criterion, double weight, const Extent& extent, Normalisation normalisation) {
  double worst = criterion.larger_is_better ? extent.least : extent.largest;
  double best = criterion.larger_is_better ? extent.largest : extent.least;
  if (normalisation == Normalisation::Vector) {
    const double sign = criterion.larger_is_better ? 1 : -1;
    const double scale = extent.squares > 0 ? sign * weight / std::sqrt(extent.squares) : 0;
    return {scale, 0, scale * best, scale * worst, false};
  }
  const bool fixed = normalisation == Normalisation::Goalposts;
  if (fixed) {
    if (!criterion.worst || !criterion.best || *criterion.worst == *criterion.best)
      throw Error("no goalposts for " + criterion.name);
    worst = *criterion.worst;
    best = *criterion.best;
  }
  const double scale = best != worst ? weight / (best - worst) : 0;
  return {scale, -worst * scale, best != worst ? weight : 0, 0, fixed};
}

} // namespace

double between_goalposts(const Criterion& criterion, double score) {
  if (!criterion.worst || !criterion.best || *criterion.worst == *criterion.best)
    throw Error("no goalposts for " + criterion.name);
  return std::clamp((score - *criterion.worst) / (*criterion.best - *criterion.worst), 0.0, 1.0);
}

std::vector<double> topsis(const ScoreTable& table, Normalisation normalisation) {
  const std::vector<double> weights = unit_weights(table);
  const std::vector<Extent> seen = extents(table);
  const std::size_t m = table.criteria.size();
  std::vector<Axis> axes;
  for (std::size_t k = 0; k < m; ++k) axes.push_back(axis_of(table.criteria[k], weights[k], seen[k], normalisation));
  std::vector<double> closeness(table.alternatives);
  for (std::size_t a = 0; a < table.alternatives; ++a) {
    double to_best = 0, to_worst = 0;
    for (std::size_t k = 0; k < m; ++k) {
      const Axis& axis = axes[k];
      double v = table.scores[a * m + k] * axis.scale + axis.shift;
      if (axis.clamped) v = std::clamp(v, axis.worst, axis.best);
      to_best += (v - axis.best) * (v - axis.best);
      to_worst += (v - axis.worst) * (v - axis.worst);
    }
    to_best = std::sqrt(to_best);
    to_worst = std::sqrt(to_worst);
    closeness[a] = to_best + to_worst > 0 ? to_worst / (to_best + to_worst) : 0.5;
  }
  return closeness;
}

std::vector<std::size_t> places(std::span<const double> values) {
  std::vector<std::size_t> order(values.size()), result(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
  for (std::size_t i = 0; i < order.size(); ++i)
    result[order[i]] = i > 0 && values[order[i]] == values[order[i - 1]] ? result[order[i - 1]] : i + 1;
  return result;
}

} // namespace rashin::need
