#pragma once
#include "core/diagnostic.h"
#include "pathway/cib_matrix.h"

#include <string>
#include <vector>

namespace rashin::study {

/// What a state of a descriptor is called, and which shocks it brings.
struct MatrixState {
  LocalizedText title;
  bool mapped = false;
  std::vector<std::size_t> shocks;
};

/// A consistent scenario. Its weight is the share of all starts of succession that end in it, of those that end in some
/// consistent scenario: structural, never a probability.
struct MatrixScenario {
  std::string id; ///< `s` and the numbers of its states from 1, as s1-2-1
  pathway::Scenario states;
  pathway::ScenarioFigures figures;
  double weight = 0;
  std::vector<std::size_t> shocks;    ///< of its states, in the order of the study's shocks
  std::optional<std::size_t> pathway; ///< the study's pathway with the same shocks
};

/// Pathways by cross-impact: a `.scw` matrix named in pathways.yaml, its consistent scenarios and what they bring.
struct MatrixPathways {
  std::string file;
  int tolerance = 0;
  std::string by;
  LocalizedText reason;
  std::vector<std::string> claims;
  std::vector<pathway::Descriptor> descriptors;
  std::vector<int> cells;
  std::vector<LocalizedText> titles;            ///< of descriptors
  std::vector<std::vector<MatrixState>> states; ///< [descriptor][state]
  std::vector<MatrixScenario> scenarios;
  double cycle_share = 0; ///< of the starts, what ends in no scenario but goes round
  bool sampled = false;   ///< starts were drawn: weights carry sampling error
  bool alone = false;     ///< there is no tree: the scenarios are the study's pathways
  Place place;

  pathway::CrossImpactMatrix matrix() const { return {descriptors, cells}; }
};

} // namespace rashin::study
