#pragma once
#include "need/multicriteria.h"
#include "need/smaa.h"
#include "study/tables.h"

namespace rashin::study {

/// Technologies ranked by several criteria with uncertain weights, on the draws of the run, and two cross-checks at the
/// mean scores and mean weights.
struct Ranking {
  std::vector<need::SmaaAlternative> technologies; ///< by technology
  std::vector<double> weights;                     ///< mean over the draws, by criterion
  std::vector<std::vector<double>> means;          ///< mean score in the criterion's unit, [criterion][technology]
  std::vector<double> topsis;                      ///< closeness between fixed goalposts
  std::vector<double> promethee;                   ///< net flow, usual preference
  std::vector<std::size_t> order;                  ///< technologies by expected rank
  std::size_t topsis_first = 0, promethee_first = 0;
};

/// Nothing where the study names no criteria, or fewer than two technologies.
std::optional<Ranking> rank_technologies(const Study& study, const RunResult& result);

/// `ranking`, `rank_acceptability`, `rank_weights`, `rank_pairs`: without rows where there is no ranking.
std::vector<ResultTable> ranking_tables(const Study& study, const RunResult& result);

} // namespace rashin::study
