#include "core/weighted_choice.h"

#include "core/result.h"

namespace rashin {

std::size_t weighted_choice(std::span<const double> weights, double u) {
  double total = 0;
  for (const double weight : weights) {
    if (!(weight >= 0)) throw Error("a weight is negative");
    total += weight;
  }
  if (!(total > 0)) throw Error("nothing has a weight");
  double below = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] == 0) continue;
    last = i;
    below += weights[i];
    if (u * total <= below) return i;
  }
  return last;
}

} // namespace rashin
