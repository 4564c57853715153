#pragma once
#include "study/run.h"

namespace rashin::study {

/// How many draws `arms` further arms are played on: `further_work` arm-draws in all, but 64 to 256 draws, and never
/// more than the run has.
int further_draws(std::size_t arms, int draws);
constexpr std::size_t further_work = 6144;
/// Options up to which every package is played; beyond, those that a rule of thumb holds to be the best.
constexpr std::size_t most_combined = 10;
/// More packages than this are first played on `screening_draws` draws, and only the best of them on more.
constexpr std::size_t candidate_packages = 96;
constexpr int screening_draws = 16;

/// The options that packages are made of: those that change the network, and work within the budget's deadline.
std::vector<std::size_t> combined_options(const Study& study);
/// The median of a quantity, over people the mean of their medians; in its unit.
double median_of(const Quantity& quantity);
/// Days until an option works (median); 0 where it works from the first day.
double lead_days(const Study& study, const PolicyOption& option);

/// The packages to be played, the empty one first: all subsets of combined_options, or the best of an additive rule on
/// the losses already known (an option takes away what it does alone), with those that the study names.
std::vector<ArmPlan> packages_to_play(const Study& study, const RunResult& result, bool& all);

/// Fills `result.packages` and `result.marginal` (docs/methods/packages.md, docs/methods/marginal-values.md). False
/// where a stop was requested.
bool play_further(const Study& study, const RunOptions& options, RunResult& result);

} // namespace rashin::study
