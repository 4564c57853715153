#include "need/pairwise.h"

#include "core/result.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rashin::need {
namespace {

/// Mean consistency index of random judgements on the scale 1/9 … 9, by number of criteria (Saaty 1980).
constexpr std::array random_index{0.0, 0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49};

void check(const std::vector<std::vector<double>>& judgements) {
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    if (judgements[i].size() != judgements.size()) throw Error("comparisons two by two are not square");
    for (std::size_t j = 0; j < judgements.size(); ++j)
      if (!(judgements[i][j] > 0) || std::fabs(judgements[i][j] * judgements[j][i] - 1) > 1e-6)
        throw Error("comparisons two by two are not reciprocal");
  }
  if (judgements.empty()) throw Error("no comparisons");
}

} // namespace

PairwiseWeights pairwise_weights(const std::vector<std::vector<double>>& judgements) {
  check(judgements);
  const std::size_t n = judgements.size();
  PairwiseWeights result;
  result.weights.assign(n, 1 / static_cast<double>(n));
  double change = 1;
  for (int step = 0; step < 10'000 && change > 1e-15; ++step) {
    std::vector<double> next(n, 0.0);
    double sum = 0;
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) next[i] += judgements[i][j] * result.weights[j];
      sum += next[i];
    }
    change = 0;
    for (std::size_t i = 0; i < n; ++i) {
      next[i] /= sum;
      change = std::max(change, std::fabs(next[i] - result.weights[i]));
    }
    result.weights = std::move(next);
    result.lambda = sum; // the weights before summed to one
  }
  const auto count = static_cast<double>(n);
  if (n > 1) result.consistency_index = (result.lambda - count) / (count - 1);
  if (n >= 3 && n < random_index.size()) result.ratio = result.consistency_index / random_index[n];
  double worst = -1;
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = i + 1; j < n; ++j) {
      const double fitting = result.weights[i] / result.weights[j];
      const double off = std::fabs(std::log(judgements[i][j] / fitting));
      if (off <= worst) continue;
      worst = off;
      result.row = i, result.column = j, result.fitting = fitting;
    }
  return result;
}

std::vector<std::vector<double>> joined(const std::vector<std::vector<std::vector<double>>>& people) {
  if (people.empty()) throw Error("no comparisons");
  std::vector<std::vector<double>> result = people[0];
  for (std::size_t i = 0; i < result.size(); ++i)
    for (std::size_t j = 0; j < result.size(); ++j) {
      double sum = 0;
      for (const auto& person : people) sum += std::log(person.at(i).at(j));
      result[i][j] = std::exp(sum / static_cast<double>(people.size()));
    }
  return result;
}

} // namespace rashin::need
