#pragma once
#include "core/distribution.h"
#include "need/multicriteria.h"
#include "need/weights.h"

#include <functional>

namespace rashin::need {

/// Fills scores of draws first, first + 1, … on scales where 1 is best and 0 worst:
/// out[(alternative × criteria + criterion) × count + draw]. Pure in the draw number and thread-safe: the same draws
/// as the rest of a chain. Asked for whole lanes, so for some draws behind the last one, which do not count.
using ScoreDraws = std::function<void(std::uint64_t first, std::size_t count, std::span<double> out)>;

/// Scores as distributions, drawn from the factors `factors[alternative × criteria + criterion]` of the plan and put
/// between the goalposts of their criteria.
ScoreDraws drawn_scores(std::vector<Criterion> criteria, std::vector<Distribution> scores,
                        std::vector<std::string> factors, DrawPlan plan);

struct SmaaOptions {
  std::uint64_t first_draw = 0;
  std::size_t draws = 10'000;
  std::size_t confidence_draws = 1'000; ///< for confidence factors, from the first draw on; 0 = none
  unsigned threads = 1;
};

struct SmaaAlternative {
  std::vector<double> acceptability;  ///< per rank: share of draws in which it holds it
  std::vector<double> standard_error; ///< sqrt(b (1 - b) / draws)
  double expected_rank = 0;           ///< from 1
  std::vector<double> central_weight; ///< mean weights of the draws in which it is first; empty if never
  std::vector<double> winning;        ///< per other: share of draws in which it beats it, ties half
  double confidence = 0;              ///< share of score draws in which it is first under its central weight
};

/// SMAA-2 (Lahdelma and Salminen 2001) with the weighted sum of scores. Ranks shared by ties are split evenly. Within
/// a draw an alternative with lower or equal scores on every criterion never ranks above the other: sums are taken in
/// one fixed order and rounding keeps order. Ranks depend on the choice of criteria. Same bytes on any number of
/// threads.
std::vector<SmaaAlternative> smaa(std::size_t alternatives, const ScoreDraws& scores, const WeightDraws& weights,
                                  const SmaaOptions& options = {});

} // namespace rashin::need
