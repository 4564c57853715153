#pragma once
#include "core/result.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rashin::panel {

/// One person's probability for one event.
struct Opinion {
  std::string by;
  double probability = 0;
  double weight = 1; ///< >= 0; all alike unless scores say otherwise
  std::string reason;
};

struct PoolOptions {
  double extremising = 1.5;    ///< factor on the mean log-odds
  std::optional<double> bound; ///< probabilities beyond [bound, 1 - bound] are drawn in; without it 0 and 1 are refused
};

/// How far one person stands from the pool; nobody is averaged away.
struct Dissent {
  std::size_t person = 0;
  double distance = 0; ///< in log-odds from the weighted mean of log-odds; its sign is kept
};

/// Several pools side by side, since none is right by itself.
struct PooledProbability {
  double mean = 0;               ///< linear pool
  double median = 0;             ///< without weights
  double geometric_odds = 0;     ///< sigmoid of the weighted mean log-odds
  double extremised = 0;         ///< sigmoid of the mean log-odds times the factor (Satopää et al. 2014)
  double neyman_factor = 1;      ///< Neyman and Roughgarden (2021), for as many people
  double neyman_roughgarden = 0; ///< log-odds times that factor
  double lowest = 0;
  double highest = 0;
  std::vector<Dissent> dissent; ///< the furthest from the pool first
};

/// Diagnostics: `pool-probability` outside [0, 1], `pool-certain` for 0 or 1 without a bound, `pool-weights`, all with
/// the person's name as the place's field. At least one opinion, else Error.
Result<PooledProbability> pool(std::span<const Opinion> opinions, const PoolOptions& options = {});

/// a = n (sqrt(3 n^2 - 3 n + 1) - 2) / (n^2 - n - 1); 1 for one person.
double neyman_roughgarden_factor(std::size_t people);

/// Who is believed in a draw: the person whose share of the weights covers u in (0, 1). Weights >= 0, positive sum.
std::size_t believed_person(std::span<const double> weights, double u);

} // namespace rashin::panel
