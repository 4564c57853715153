#pragma once
#include "core/localized_text.h"
#include "need/weights.h"

#include <optional>
#include <string>
#include <vector>

namespace rashin::study {

/// What a criterion of the ranking reads, per draw.
enum class CriterionMeasure {
  Readiness,  ///< value of readiness, in the currency
  InTime,     ///< share of the outcomes with a loss in which it is ready by the first loss
  OptionCost, ///< cost of the option that it serves best; 0 for a substitute
  Judged,     ///< a judged number per technology
};

/// A criterion by which technologies are ranked: study.yaml. Its goalposts are fixed ends of the scale.
struct RankCriterion {
  std::string id;
  LocalizedText title;
  CriterionMeasure measure = CriterionMeasure::Readiness;
  double worst = 0, best = 1;
  std::vector<std::optional<std::size_t>> scores; ///< Judged: parameters by technology; missing counts as the worst
};

/// What one person says about the weights, and why.
struct RankWeights {
  need::WeightStatement statement;
  LocalizedText reason;
  std::vector<std::string> claims;
};

} // namespace rashin::study
