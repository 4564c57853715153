#pragma once
#include "need/multicriteria.h"

namespace rashin::need {

/// How differences on one criterion count: up to `indifference` not at all, from `strict` on in full, and from `veto`
/// on a lead of the other forbids to call an alternative as good. 0 <= indifference <= strict <= veto.
struct OutrankingThresholds {
  double indifference = 0;    ///< q
  double strict = 0;          ///< p
  std::optional<double> veto; ///< v; nothing = no veto
};

/// How much two credibilities must differ to count, as a straight line in the larger one: constant + slope × larger.
struct DiscriminationLine {
  double constant = 0.30, slope = -0.15; ///< Roy's figures, as in the software ELECTRE III-IV
  double operator()(double credibility) const { return constant + slope * credibility; }
};

struct Electre {
  std::vector<double> concordance; ///< alternatives × alternatives: share of the weights for "row is as good as column"
  std::vector<double> credibility;                ///< the same after vetoes
  std::vector<std::size_t> descending, ascending; ///< places from 1 in the two distillations, ties share a place
  /// Place in the partial order of both: 1 + the longest chain of better ones. What stands on one place may be
  /// incomparable.
  std::vector<std::size_t> place;

  std::size_t size() const { return place.size(); }
  /// No worse in either distillation, and better in one.
  bool better(std::size_t a, std::size_t b) const;
  /// Better in one distillation, worse in the other.
  bool incomparable(std::size_t a, std::size_t b) const;
};

/// ELECTRE III (Roy 1978): concordance, credibility, descending and ascending distillation, and their intersection. No
/// compensation: a veto on one criterion is not made up for by others. Throws Error for a table that is not
/// alternatives × criteria, weights without a positive sum, thresholds out of order. O(n² × criteria + n⁴) at worst;
/// meant for tables that people judge.
Electre electre(const ScoreTable& table, std::span<const OutrankingThresholds> thresholds,
                const DiscriminationLine& line = {});

} // namespace rashin::need
