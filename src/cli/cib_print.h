#pragma once
#include "cli/command.h"
#include "pathway/cib_experts.h"
#include "pathway/cib_explain.h"
#include "pathway/cib_succession.h"

namespace rashin::cli {

/// What `cib solve` found.
struct CibSolved {
  const pathway::CrossImpactMatrix& matrix;
  pathway::Solution solution;
  pathway::SuccessionMap succession;
  std::optional<pathway::Ensemble> ensemble;
  int tolerance = 0;
};
std::string json_of(const CibSolved& solved);
std::string sl_of(const CibSolved& solved);
void print(const Call& call, const CibSolved& solved);

/// What `cib compare` found: people side by side.
struct CibCompared {
  const pathway::CrossImpactMatrix& matrix;
  const std::vector<pathway::ExpertMatrix>& experts;
  std::vector<pathway::DivergingCell> cells;
  std::vector<pathway::Solution> solutions; ///< per person
  pathway::Solution together;               ///< of the sum
  std::optional<pathway::Ensemble> ensemble;
};
std::string json_of(const CibCompared& compared);
void print(const Call& call, const CibCompared& compared);

struct CibWhatIf {
  const pathway::CrossImpactMatrix& before;
  pathway::CrossImpactMatrix after;
  std::vector<pathway::CellChange> changes;
  pathway::ScenarioDifference difference;
  std::optional<pathway::Scenario> scenario; ///< to explain, on the changed matrix
  int tolerance = 0;
};
std::string json_of(const CibWhatIf& what);
void print(const Call& call, const CibWhatIf& what);

} // namespace rashin::cli
