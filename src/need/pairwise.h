#pragma once
#include <cstddef>
#include <optional>
#include <vector>

namespace rashin::need {

/// Weights from comparisons of criteria two by two (Saaty's AHP), as a way to state weights and nothing else.
struct PairwiseWeights {
  std::vector<double> weights;     ///< principal eigenvector, sum 1
  double lambda = 0;               ///< its eigenvalue; the number of criteria where judgements agree in full
  double consistency_index = 0;    ///< (lambda - n) / (n - 1)
  std::optional<double> ratio;     ///< consistency_index over that of random judgements; 3 to 10 criteria
  std::size_t row = 0, column = 0; ///< the judgement that fits the others least, row < column
  double fitting = 1;              ///< what the weights would say there
};

/// `judgements` [i][j] = how many times more i weighs than j: positive, [j][i] = 1 / [i][j], 1 on the diagonal; else
/// Error. Power iteration to 1e-15. Random indices: Saaty (1980). Thread-safe, pure.
PairwiseWeights pairwise_weights(const std::vector<std::vector<double>>& judgements);

/// Several people's judgements as one: the geometric mean of each (Aczel and Saaty 1983), which stays reciprocal.
std::vector<std::vector<double>> joined(const std::vector<std::vector<std::vector<double>>>& people);

} // namespace rashin::need
