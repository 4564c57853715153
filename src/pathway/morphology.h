#pragma once
#include "pathway/cib_solve.h"

namespace rashin::pathway {

/// Whether two values of different parameters can stand together.
enum class PairJudgement : std::uint8_t {
  Unjudged,    ///< nobody has said: counts as possible, and is counted
  Consistent,  ///< they can
  Constrained, ///< only under conditions, or hardly: counts as possible, and is counted
  Impossible,  ///< they cannot
};

/// A morphological field (Zwicky 1969; cross-consistency assessment: Ritchey 2006): parameters with values, and a
/// judgement on each pair of values of different parameters. Values of all parameters are numbered through.
struct MorphologicalField {
  /// `pairs`: values × values, symmetric; what it says of two values of one parameter is not looked at. Throws Error
  /// unless each parameter has 1 to `most_values` values and pairs are symmetric.
  MorphologicalField(std::vector<Descriptor> parameters, std::vector<PairJudgement> pairs);

  static constexpr std::size_t most_values = 63;
  std::vector<Descriptor> parameters;
  std::vector<PairJudgement> pairs;
  std::vector<std::size_t> first; ///< the first value of each parameter; at the end their number

  std::size_t values() const { return first.back(); }
  PairJudgement pair(std::size_t a, std::size_t b) const { return pairs[a * values() + b]; }
};

/// One value of each parameter, no two of them impossible together.
struct Configuration {
  Scenario values;
  int constrained = 0, unjudged = 0; ///< pairs among them
};

/// A judgement "impossible" and how many configurations it alone keeps out.
struct LoneObstacle {
  std::size_t a = 0, b = 0; ///< values, a < b
  std::uint64_t opens = 0;
};

struct MorphologyOptions {
  std::vector<std::size_t> with;          ///< values asked for: of a parameter named here only these are tried
  bool obstacles = false;                 ///< also look for lone obstacles: a wider search
  std::size_t most_scenarios = 1'000'000; ///< as in SolveOptions
  std::stop_token stop{};
};

struct MorphologyAnswer {
  std::vector<Configuration> configurations; ///< fewest constrained pairs first, then fewest unjudged, then by values
  bool complete = true;                      ///< these are all there are
  std::vector<bool> tried;                   ///< per value: not left out by what was asked for
  std::vector<std::uint64_t> appears;        ///< per value: in how many configurations
  std::optional<std::uint64_t> combinations; ///< of the values tried; nothing beyond 64 bits
  std::vector<LoneObstacle> obstacles;       ///< opening most first; those that open none are left out
  bool obstacles_complete = true;
};

/// The field as cross-impact judgements: -1 for each impossible pair, and per parameter one more state "none" that
/// every value of the parameter itself outweighs. A scenario is then consistent with tolerance k where no value stands
/// in more than k impossible pairs; "none" is never consistent.
CrossImpactMatrix as_cross_impacts(const MorphologicalField& field, const std::vector<std::size_t>& with = {});

/// All configurations by the search of cib_solve.h, whose bounds against "none" are arc consistency here. The answer
/// does not depend on the machine. Pure, thread-safe.
MorphologyAnswer configurations(const MorphologicalField& field, const MorphologyOptions& options = {});

} // namespace rashin::pathway
