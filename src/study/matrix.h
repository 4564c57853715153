#pragma once
#include "core/diagnostic.h"
#include "pathway/cib_experts.h"

#include <algorithm>
#include <map>
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

/// One of several people whose judgements stand side by side in cross_impacts.csv. Cells are row * states + column.
struct MatrixPerson {
  std::string by;
  LocalizedText title;
  pathway::ExpertMatrix judged;
  std::map<std::size_t, std::size_t> rows;                     ///< cell: row of the table
  std::map<std::size_t, std::vector<std::string>> cell_claims; ///< where there are any
};

/// Pathways by cross-impact: a matrix named in pathways.yaml (one of a `.scw` project, or several people's in
/// cross_impacts.csv), its consistent scenarios and what they bring.
struct MatrixPathways {
  std::string file;
  int tolerance = 0;
  std::string by;
  LocalizedText reason;
  std::vector<std::string> claims;
  std::vector<pathway::Descriptor> descriptors;
  std::vector<int> cells;                       ///< of several people: the sum of theirs
  std::vector<MatrixPerson> people;             ///< of cross_impacts.csv; empty for a project
  std::vector<LocalizedText> titles;            ///< of descriptors
  std::vector<std::vector<MatrixState>> states; ///< [descriptor][state]
  std::vector<MatrixScenario> scenarios;
  double cycle_share = 0; ///< of the starts, what ends in no scenario but goes round
  bool sampled = false;   ///< starts were drawn: weights carry sampling error
  bool alone = false;     ///< there is no tree: the scenarios are the study's pathways
  Place place;

  pathway::CrossImpactMatrix matrix() const { return {descriptors, cells}; }
  /// How much of `cells`, and of every score of a scenario, makes one unit of a judgement: the number of people.
  int units() const { return std::max(1, static_cast<int>(people.size())); }
  double in_units(std::int64_t sum) const { return static_cast<double>(sum) / units(); }
  /// `descriptor.state` of every state, in the order of the cells.
  std::vector<std::string> state_names() const;
  /// The cells on which people differ, widest first.
  std::vector<pathway::DivergingCell> diverging() const;
};

/// Judgements this far apart are marked as disputed, and all that differ in sign.
constexpr int disputed_spread = 3;
inline bool is_disputed(const pathway::DivergingCell& cell) {
  return cell.opposed || cell.spread >= disputed_spread;
}

/// The judgements, or some of them, are an example's: no release.
bool is_illustrative(const MatrixPathways& matrix);

} // namespace rashin::study
