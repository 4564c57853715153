#pragma once
#include <cstddef>
#include <string>
#include <vector>

namespace rashin::policy {

/// What one arm (no option, an option, a package, with or without a technology) does in every draw and pathway.
/// Losses and costs are in one currency and price year over the whole horizon.
struct Arm {
  std::string id;
  std::vector<std::vector<double>> loss;           ///< [pathway][draw]
  std::vector<double> cost;                        ///< [draw], where it differs by pathway its expectation over them
  std::vector<std::vector<double>> pathway_cost{}; ///< [pathway][draw]; empty: the same in every pathway

  double cost_in(std::size_t pathway, std::size_t draw) const {
    return pathway_cost.empty() ? cost[draw] : pathway_cost[pathway][draw];
  }
  double burden(std::size_t pathway, std::size_t draw) const { return loss[pathway][draw] + cost_in(pathway, draw); }
};

/// Probability of each pathway in each draw, [pathway][draw]; each draw's probabilities sum to one.
using PathwayProbabilities = std::vector<std::vector<double>>;

/// Mean with the 5, 50 and 95 % quantiles.
struct Summary {
  double mean = 0;
  double p5 = 0;
  double p50 = 0;
  double p95 = 0;
};

Summary summarize(const std::vector<double>& draws);

/// Distribution over draws and pathways together, each pathway weighted by its probability in the draw.
/// Fans, tail losses and thresholds are read from this mixture (DESIGN.md, "Draw").
struct MixtureSummary {
  Summary loss;
  double tail_mean = 0;     ///< mean of the worst 5 %
  double failure_share = 0; ///< weight of outcomes with loss above the threshold
  bool has_threshold = false;
};
MixtureSummary summarize_mixture(const Arm& arm, const PathwayProbabilities& probabilities, const double* threshold);

/// Per draw: the expectation over pathways of the loss.
std::vector<double> expected_loss(const Arm& arm, const PathwayProbabilities& probabilities);
/// The same of the loss and the cost together.
std::vector<double> expected_burden(const Arm& arm, const PathwayProbabilities& probabilities);

/// One arm against the arm without any option on the same draws. Expectations over pathways in each draw, then
/// summarised.
struct Comparison {
  std::string id;
  Summary loss;
  Summary avoided; ///< loss without option − loss with this arm
  Summary cost;
  Summary net_benefit;   ///< avoided − cost
  Summary regret;        ///< (loss + cost) − the least (loss + cost) of all arms in this draw
  double best_share = 0; ///< share of draws in which no arm is cheaper in loss + cost (ties count for the first)
  std::vector<double> net_benefit_draws;
};
/// `arms[0]` is "no option". All arms share shapes; throws Error otherwise. Pure, thread-safe.
std::vector<Comparison> compare(const std::vector<Arm>& arms, const PathwayProbabilities& probabilities);

/// Mean regret of each arm under each pathway alone, [arm][pathway]: what the heat map shows.
std::vector<std::vector<double>> regret_by_pathway(const std::vector<Arm>& arms);

} // namespace rashin::policy
