#pragma once
#include "core/result.h"

#include <optional>
#include <string>
#include <vector>

namespace rashin::pathway {

/// Something that can be observed and tells the pathways apart.
struct Indicator {
  std::string id;
  std::optional<bool> seen; ///< nothing while it is open
};

/// One person's view before anything was observed.
struct UpdateView {
  std::string by;
  double trust = 1;                             ///< relative to the others, >= 0
  std::vector<double> prior;                    ///< [pathway], sums to one
  std::vector<std::vector<double>> likelihoods; ///< [indicator][pathway]: P(seen | pathway)
};

struct UpdatedView {
  double trust_before = 0, trust_after = 0; ///< shares; after: by how likely the person held what was observed
  double evidence = 0;                      ///< P(all that was observed), in the person's eyes
  std::vector<double> posterior;            ///< [pathway]; the prior where the person held it to be impossible
};

/// What an indicator did, or could still do.
struct IndicatorEffect {
  std::vector<double> if_seen, if_not; ///< open: the pathways after it; empty where that outcome is held impossible
  double expected_bits = 0;            ///< open: how much it is expected to tell about the pathway (mutual information)
  std::vector<double> after;           ///< settled: the pathways after this and all settled ones before it
};

struct PathwayUpdate {
  std::vector<double> prior, posterior; ///< [pathway], people by their trust before and after
  std::vector<UpdatedView> people;
  std::vector<IndicatorEffect> indicators;
};

/// Bayes' rule on observed indicators: within a pathway indicators are taken as independent, so P(pathway) is
/// multiplied by P(seen | pathway), or 1 - it where it was not seen, and scaled to sum to one. People are weighed by
/// their trust times the probability they gave to what was observed. Diagnostic `update-impossible` (field: the
/// indicator) where nobody held possible what was observed. Throws Error for other shapes and figures than stated.
/// Pure, thread-safe.
Result<PathwayUpdate> update_pathways(const std::vector<Indicator>& indicators, const std::vector<UpdateView>& views);

} // namespace rashin::pathway
