#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace rashin::need {

/// What a technology does for the country: `support` makes a policy option work better or sooner, `substitute` changes
/// the network itself with no option active, where policy cannot do the job. Never both for one effect (DESIGN.md,
/// "role").
enum class Role { Support, Substitute };

/// Burden (loss + cost of the option, expectation over pathways) per draw without and with the technology ready in
/// time.
struct Contribution {
  std::string option; ///< the supported option; empty for a substitute
  std::vector<double> without_draws;
  std::vector<double> with_draws;
};

/// The contribution that counts: of several options the one with the largest mean, named. Value per draw = without −
/// with.
struct ReadinessValue {
  std::string option;
  std::vector<double> draws;
};
/// `contributions` is not empty. Ties take the first. Throws Error on lengths that differ.
ReadinessValue value_of_readiness(std::span<const Contribution> contributions);

/// Share of draws in which each candidate is among the k largest. Where values tie at the border, the places left are
/// shared equally, so that the shares always sum to min(k, candidates).
struct TopShare {
  double share = 0;
  double standard_error = 0; ///< sqrt(p (1 − p) / draws)
};
/// `values[candidate][draw]`; a candidate whose value is zero or less in a draw takes no place there (no need is proven
/// by it).
std::vector<TopShare> share_in_top(const std::vector<std::vector<double>>& values, std::size_t k);

/// Share of draws in which `ready` lies after `needed` (both in days after one origin): what would come too late.
double share_too_late(std::span<const double> ready_day, std::span<const double> needed_day);

} // namespace rashin::need
