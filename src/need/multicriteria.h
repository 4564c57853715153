#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rashin::need {

/// One criterion of a ranking. Goalposts are fixed ends of the scale, outside the alternatives: with them, adding or
/// dropping an alternative changes no other's score.
struct Criterion {
  std::string name;
  bool larger_is_better = true;
  double weight = 1;                 ///< >= 0; scaled to sum 1
  std::optional<double> worst, best; ///< goalposts
};

/// Scores row by row: alternatives × criteria.
struct ScoreTable {
  std::size_t alternatives = 0;
  std::vector<Criterion> criteria;
  std::vector<double> scores;
};

/// Position of a score between its goalposts: 0 at worst, 1 at best, not beyond.
double between_goalposts(const Criterion& criterion, double score);

enum class Normalisation {
  Goalposts, ///< fixed ends; needs goalposts on every criterion
  Vector,    ///< score / root of the sum of squares (Hwang and Yoon 1981)
  Linear,    ///< between the least and the largest score seen (Opricovic and Tzeng 2004)
};

/// TOPSIS: closeness d- / (d+ + d-) to the ideal; 0.5 where an alternative is ideal and anti-ideal at once. Vector and
/// linear normalisation depend on which alternatives are in the table (rank reversal); the two can rank differently.
/// Throws Error for a table that is not alternatives × criteria, weights without a positive sum, missing goalposts.
std::vector<double> topsis(const ScoreTable& table, Normalisation normalisation);

/// How much a lead d > 0 counts (Brans and Vincke 1985).
struct Preference {
  enum class Kind { Usual, UShape, VShape, Level, VShapeIndifference, Gaussian };
  Kind kind = Kind::Usual;
  double indifference = 0; ///< q
  double strict = 0;       ///< p
  double spread = 0;       ///< s of Gaussian
  double operator()(double lead) const;
};

struct PrometheeFlows {
  std::vector<double> plus;  ///< mean preference over the others, divisor n - 1
  std::vector<double> minus; ///< mean preference of the others over it
  std::vector<double> net;   ///< plus - minus
};
/// One preference function per criterion. By sorting and running sums in O(n log n) per criterion, but O(n²) for
/// Gaussian. Two or more alternatives.
PrometheeFlows promethee(const ScoreTable& table, std::span<const Preference> preferences, unsigned threads = 1);
/// The preference indices themselves, row over column; for small tables.
std::vector<double> preference_indices(const ScoreTable& table, std::span<const Preference> preferences);

/// Places from 1, best first; equal values share a place.
std::vector<std::size_t> places(std::span<const double> values);

} // namespace rashin::need
