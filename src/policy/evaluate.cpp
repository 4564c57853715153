#include "policy/evaluate.h"

#include "core/result.h"
#include "math/weighted.h"

#include <algorithm>
#include <array>

namespace rashin::policy {
namespace {

constexpr std::array<double, 3> summary_levels{0.05, 0.5, 0.95};

void require_shape(const Arm& arm, const PathwayProbabilities& probabilities) {
  if (probabilities.empty() || arm.loss.size() != probabilities.size())
    throw Error("arm " + arm.id + ": pathways differ");
  for (std::size_t p = 0; p < probabilities.size(); ++p)
    if (arm.loss[p].size() != probabilities[p].size() || arm.cost.size() != probabilities[p].size())
      throw Error("arm " + arm.id + ": draws differ");
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

} // namespace

Summary summarize(const std::vector<double>& draws) {
  const std::vector<double> weights(draws.size(), 1.0);
  const auto q = math::weighted_quantiles(draws, weights, summary_levels);
  return {mean_of(draws), q[0], q[1], q[2]};
}

MixtureSummary summarize_mixture(const Arm& arm, const PathwayProbabilities& probabilities, const double* threshold) {
  require_shape(arm, probabilities);
  std::vector<double> values, weights;
  double sum = 0, total = 0, above = 0;
  for (std::size_t p = 0; p < probabilities.size(); ++p)
    for (std::size_t d = 0; d < arm.cost.size(); ++d) {
      values.push_back(arm.loss[p][d]);
      weights.push_back(probabilities[p][d]);
      sum += probabilities[p][d] * arm.loss[p][d];
      total += probabilities[p][d];
      if (threshold && arm.loss[p][d] > *threshold) above += probabilities[p][d];
    }
  const auto q = math::weighted_quantiles(values, weights, summary_levels);
  return {{sum / total, q[0], q[1], q[2]},
          math::weighted_tail_mean(values, weights, 0.05),
          above / total,
          threshold != nullptr};
}

std::vector<double> expected_loss(const Arm& arm, const PathwayProbabilities& probabilities) {
  require_shape(arm, probabilities);
  std::vector<double> expected(arm.cost.size(), 0.0);
  for (std::size_t p = 0; p < probabilities.size(); ++p)
    for (std::size_t d = 0; d < expected.size(); ++d) expected[d] += probabilities[p][d] * arm.loss[p][d];
  return expected;
}

std::vector<double> expected_burden(const Arm& arm, const PathwayProbabilities& probabilities) {
  std::vector<double> burden = expected_loss(arm, probabilities);
  if (arm.pathway_cost.empty())
    for (std::size_t d = 0; d < burden.size(); ++d) burden[d] += arm.cost[d];
  else
    for (std::size_t p = 0; p < probabilities.size(); ++p)
      for (std::size_t d = 0; d < burden.size(); ++d) burden[d] += probabilities[p][d] * arm.pathway_cost[p][d];
  return burden;
}

std::vector<Comparison> compare(const std::vector<Arm>& arms, const PathwayProbabilities& probabilities) {
  if (arms.empty()) throw Error("no arm to compare");
  const std::size_t draws = arms.front().cost.size();
  std::vector<std::vector<double>> losses;
  std::vector<double> least(draws);
  std::vector<std::size_t> best(draws, 0);
  for (std::size_t a = 0; a < arms.size(); ++a) {
    losses.push_back(expected_loss(arms[a], probabilities));
    for (std::size_t d = 0; d < draws; ++d) {
      const double burden = losses[a][d] + arms[a].cost[d];
      if (a == 0 || burden < least[d]) least[d] = burden, best[d] = a;
    }
  }
  std::vector<Comparison> result;
  for (std::size_t a = 0; a < arms.size(); ++a) {
    Comparison row;
    row.id = arms[a].id;
    std::vector<double> avoided(draws), regret(draws);
    row.net_benefit_draws.resize(draws);
    for (std::size_t d = 0; d < draws; ++d) {
      avoided[d] = losses[0][d] - losses[a][d];
      row.net_benefit_draws[d] = avoided[d] - arms[a].cost[d];
      regret[d] = losses[a][d] + arms[a].cost[d] - least[d];
    }
    row.loss = summarize(losses[a]);
    row.avoided = summarize(avoided);
    row.cost = summarize(arms[a].cost);
    row.net_benefit = summarize(row.net_benefit_draws);
    row.regret = summarize(regret);
    row.best_share = static_cast<double>(std::count(best.begin(), best.end(), a)) / static_cast<double>(draws);
    result.push_back(std::move(row));
  }
  return result;
}

std::vector<std::vector<double>> regret_by_pathway(const std::vector<Arm>& arms) {
  const std::size_t pathways = arms.at(0).loss.size(), draws = arms[0].cost.size();
  std::vector<std::vector<double>> mean(arms.size(), std::vector<double>(pathways, 0.0));
  for (std::size_t p = 0; p < pathways; ++p)
    for (std::size_t d = 0; d < draws; ++d) {
      double least = arms[0].burden(p, d);
      for (const Arm& arm : arms) least = std::min(least, arm.burden(p, d));
      for (std::size_t a = 0; a < arms.size(); ++a) mean[a][p] += arms[a].burden(p, d) - least;
    }
  for (auto& row : mean)
    for (double& cell : row) cell /= static_cast<double>(draws);
  return mean;
}

} // namespace rashin::policy
