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
  std::vector<double> least, largest;      ///< figures given per criterion
  std::vector<need::WeightStatement> weights;
  std::optional<need::Normalisation> normalisation;
  std::size_t draws = 10'000;
  std::uint64_t seed = 1;
  bool goalposts = false; ///< on every criterion
};
/// `root`: the part of the file that holds the case. Names may be left out; weights may be a list of numbers, and
/// directions 1 and -1, as in other tools.
RankFile read_rank(collect::JsonFile& file, const collect::JsonValue& root);
/// Fixes the ends of every criterion without goalposts at the least and the largest figure of the file; true where any
/// was missing.
bool set_goalposts_from_scores(RankFile& file);

} // namespace rashin::cli
