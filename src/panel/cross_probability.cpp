#include "panel/cross_probability.h"

#include "core/result.h"

#include <algorithm>

namespace rashin::panel {

ProbabilityBounds conditional_bounds(double p_i, double p_j) {
  if (!(p_i >= 0 && p_i <= 1 && p_j > 0 && p_j <= 1)) throw Error("a conditional probability of impossible events");
  return {std::max(0.0, (p_i - 1 + p_j) / p_j), std::min(1.0, p_i / p_j)};
}

double conditional_on_contrary(double p_i, double p_j, double p_i_given_j) {
  if (!(p_j < 1)) throw Error("a conditional probability on an event that cannot fail to happen");
  return (p_i - p_j * p_i_given_j) / (1 - p_j);
}

} // namespace rashin::panel
