#include "panel/pooling.h"

#include "core/number_text.h"
#include "core/weighted_choice.h"

#include <algorithm>
#include <cmath>

namespace rashin::panel {
namespace {

double logit(double p) {
  return std::log(p / (1 - p));
}
double sigmoid(double x) {
  return 1 / (1 + std::exp(-x));
}

Diagnostics faults_of(std::span<const Opinion> opinions, const PoolOptions& options) {
  Diagnostics faults;
  double total = 0;
  for (const Opinion& opinion : opinions) {
    Place place;
    place.field = opinion.by;
    const double p = opinion.probability;
    if (!(p >= 0 && p <= 1))
      faults.push_back(make_diagnostic("pool-probability", place, {opinion.by, shortest(p)}));
    else if (!options.bound && (p == 0 || p == 1))
      faults.push_back(make_diagnostic("pool-certain", place, {opinion.by, shortest(p)}));
    if (!(opinion.weight >= 0)) faults.push_back(make_diagnostic("pool-weights", place, {shortest(opinion.weight)}));
    total += opinion.weight;
  }
  if (faults.empty() && !(total > 0)) faults.push_back(make_diagnostic("pool-weights", {}, {shortest(total)}));
  return faults;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

} // namespace

double neyman_roughgarden_factor(std::size_t people) {
  const double n = static_cast<double>(people);
  return people < 2 ? 1 : n * (std::sqrt(3 * n * n - 3 * n + 1) - 2) / (n * n - n - 1);
}

Result<PooledProbability> pool(std::span<const Opinion> opinions, const PoolOptions& options) {
  if (opinions.empty()) throw Error("no opinion to pool");
  if (Diagnostics faults = faults_of(opinions, options); !faults.empty()) return faults;
  const double bound = options.bound.value_or(0);
  std::vector<double> probabilities, odds;
  PooledProbability result;
  double total = 0, mean_odds = 0;
  for (const Opinion& opinion : opinions) {
    probabilities.push_back(std::clamp(opinion.probability, bound, 1 - bound));
    odds.push_back(logit(probabilities.back()));
    result.mean += opinion.weight * probabilities.back();
    mean_odds += opinion.weight * odds.back();
    total += opinion.weight;
  }
  result.mean /= total;
  mean_odds /= total;
  result.median = median(probabilities);
  result.geometric_odds = sigmoid(mean_odds);
  result.extremised = sigmoid(options.extremising * mean_odds);
  result.neyman_factor = neyman_roughgarden_factor(opinions.size());
  result.neyman_roughgarden = sigmoid(result.neyman_factor * mean_odds);
  result.lowest = *std::min_element(probabilities.begin(), probabilities.end());
  result.highest = *std::max_element(probabilities.begin(), probabilities.end());
  for (std::size_t i = 0; i < odds.size(); ++i) result.dissent.push_back({i, odds[i] - mean_odds});
  std::stable_sort(result.dissent.begin(), result.dissent.end(),
                   [](const Dissent& a, const Dissent& b) { return std::abs(a.distance) > std::abs(b.distance); });
  return result;
}

std::size_t believed_person(std::span<const double> weights, double u) {
  return weighted_choice(weights, u);
}

} // namespace rashin::panel
