#pragma once
#include "collect/json_file.h"
#include "core/distribution.h"
#include "need/multicriteria.h"
#include "need/weights.h"

namespace rashin::cli {

/// A ranking as a plain file (docs/methods/ranking.md): one table serves TOPSIS, PROMETHEE and SMAA.
struct RankFile {
  std::vector<std::string> alternatives;
  need::ScoreTable table; ///< values; the middle ones where scores are uncertain
  std::vector<need::Preference> preferences;
  std::vector<Distribution> distributions; ///< alternatives × criteria
  std::vector<need::WeightStatement> weights;
  std::optional<need::Normalisation> normalisation;
  std::size_t draws = 10'000;
  std::uint64_t seed = 1;
  bool goalposts = false; ///< on every criterion
};
RankFile read_rank(collect::JsonFile& file);

} // namespace rashin::cli
