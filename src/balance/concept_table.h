#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rashin::balance {

/// A new way of using an advantage, over draws. The three factors are shown side by side; their product only orders.
struct ConceptDraws {
  std::vector<double> duration;   ///< years the advantage lasts; the horizon where longer
  std::vector<double> effect;     ///< on the centre of gravity, in [0, 1]
  std::vector<double> difficulty; ///< for the other side to copy, in [0, 1]
};

struct ConceptRow {
  double duration_p5 = 0, duration_p50 = 0, duration_p95 = 0;
  double effect_p50 = 0, difficulty_p50 = 0;
  std::vector<double> worth; ///< duration / horizon × effect × difficulty, per draw
  double worth_p5 = 0, worth_p50 = 0, worth_p95 = 0;
  double first = 0; ///< share of draws in which its worth is the largest, ties shared
};

/// One row per concept, in their order. Equal numbers of draws, factors in range, horizon > 0; Error otherwise.
std::vector<ConceptRow> concept_table(std::span<const ConceptDraws> concepts, double horizon);

} // namespace rashin::balance
