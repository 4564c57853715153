#pragma once
#include "pathway/cib_solve.h"

namespace rashin::pathway {

/// What one chosen state does for another: how far it pushes the state held by `target` ahead of a rival.
struct Pillar {
  std::size_t source = 0; ///< descriptors
  std::size_t target = 0;
  int rival = 0;         ///< the state of `target` that gains most if this influence falls away
  int pull = 0;          ///< lead over the rival that comes from `source`
  int lead = 0;          ///< lead over the rival in all; negative where inconsistent
  bool decisive = false; ///< without this influence the rival wins: the scenario is no longer consistent
};

/// Every influence on the chosen states with a positive pull, the most fragile first (least lead left without it).
std::vector<Pillar> pillars(const CrossImpactMatrix& matrix, const Scenario& scenario, int tolerance = 0);

/// The smallest change of one judgement that makes a consistent scenario inconsistent: some cell of a chosen row in
/// the column of `target`'s chosen state lowered by `change`, or in that of the rival raised by it.
struct BreakingChange {
  std::size_t target = 0;
  int rival = 0;
  int change = 0;
};
/// Per descriptor with two or more states, the least change first.
std::vector<BreakingChange> breaking_changes(const CrossImpactMatrix& matrix, const Scenario& scenario,
                                             int tolerance = 0);

struct CellChange {
  std::size_t row = 0;
  std::size_t column = 0;
  int value = 0;
};
CrossImpactMatrix changed(const CrossImpactMatrix& matrix, const std::vector<CellChange>& changes);

/// Two solutions side by side; all ascending.
struct ScenarioDifference {
  std::vector<Scenario> kept;
  std::vector<Scenario> lost;
  std::vector<Scenario> gained;
};
ScenarioDifference difference(const Solution& before, const Solution& after);

} // namespace rashin::pathway
