#pragma once
#include "core/localized_text.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rashin::policy {

/// Performance of every policy in every scenario, [policy][scenario]; larger is better.
using Performance = std::vector<std::vector<double>>;

struct RobustnessOptions {
  double optimism = 0.5;           ///< alpha of Hurwicz: weight of the best case
  double regret_level = 0.9;       ///< quantile of regret shown beside its maximum (type 7)
  double tail = 0.05;              ///< share of scenarios in the tail mean
  std::optional<double> threshold; ///< satisficing: performance at least this
};

/// Metrics of one policy (taxonomy: McPhail et al. 2018). All but the two regrets: larger is better.
struct Robustness {
  double maximin = 0;    ///< Wald: the worst case
  double maximax = 0;    ///< the best case
  double hurwicz = 0;    ///< optimism × best + (1 - optimism) × worst
  double laplace = 0;    ///< mean over scenarios
  double tail_mean = 0;  ///< mean of the worst share `tail` (CVaR)
  double max_regret = 0; ///< Savage
  double regret_quantile = 0;
  std::optional<double> satisficing; ///< Starr: share of scenarios at the threshold or above
  double mean_variance = 0;          ///< (mean + 1) / (population sd + 1); chooses only where no mean is negative
  /// ((q90 + q10) / 2 - q50) / ((q90 - q10) / 2); nothing where q90 = q10. Describes, does not choose.
  std::optional<double> percentile_skew;
};

/// What a criterion chooses; ties take the first.
struct Choice {
  LocalizedText criterion;
  std::size_t policy = 0;
  double value = 0;
  bool tied = false;
};

struct RobustnessTable {
  std::vector<Robustness> policies;
  Performance regret; ///< best policy of the scenario minus this one
  std::vector<Choice> choices;
};

/// All policies have the same number of scenarios, at least one of each; else Error.
RobustnessTable robustness(const Performance& performance, const RobustnessOptions& options = {});

/// Who is chosen by which criteria, and what that says, in one or two sentences.
LocalizedText agreement_in_words(const RobustnessTable& table, std::span<const std::string> policies);

/// The value of one more unit of something (a stock day, a supplier, a month's earlier readiness) on the same draws:
/// what it saves on average. Paired, so noise common to both cancels.
struct MarginalValue {
  double mean = 0;
  double standard_error = 0;
  double share_positive = 0; ///< of draws in which it helps
};
/// Burdens (loss + cost) per draw before and after; equal lengths of two or more.
MarginalValue marginal_value(std::span<const double> before, std::span<const double> after);

} // namespace rashin::policy
