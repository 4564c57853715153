#pragma once

namespace rashin::panel {

struct ProbabilityBounds {
  double low = 0;
  double high = 1;
};

/// What P(i | j) can be, given the probabilities of both events (Gordon and Hayward 1968; Sarin 1978):
/// max(0, (p_i + p_j - 1) / p_j) to min(1, p_i / p_j). p_i in [0, 1], p_j in (0, 1]; else Error.
ProbabilityBounds conditional_bounds(double p_i, double p_j);

/// P(i | not j) that goes with P(i | j): (p_i - p_j P(i|j)) / (1 - p_j). Outside [0, 1] where P(i|j) is outside its
/// bounds. p_j below 1; else Error.
double conditional_on_contrary(double p_i, double p_j, double p_i_given_j);

} // namespace rashin::panel
