#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace rashin::panel {

/// A probability given by a person for a question that will be settled by a stated criterion. It is kept as given and
/// scored once the outcome is known.
struct Forecast {
  std::string question; ///< id
  std::string by;
  double probability = 0;      ///< in [0, 1]
  std::string criterion;       ///< what will count as yes, and who says so
  std::string resolves_on;     ///< date
  std::optional<bool> outcome; ///< nothing until resolved
};

struct ScoreOptions {
  std::size_t bins = 0; ///< of the decomposition; 0 = one per distinct probability, the only exact form
  std::size_t resamples = 1000;
  double confidence = 0.9;
  std::uint64_t seed = 1;
  std::size_t least_questions = 10; ///< below, people are not put in order
};

/// Brier = reliability - resolution + uncertainty (Murphy 1973). With bins the identity holds up to `within_bins`.
struct MurphyParts {
  double reliability = 0;
  double resolution = 0;
  double uncertainty = 0;
  double within_bins = 0;
};

struct ForecastScore {
  std::size_t resolved = 0;
  std::size_t open = 0;
  double brier = 0;         ///< mean (p - o)²: 0 to 1; the two-category form of Brier (1950) is twice this
  double low = 0, high = 0; ///< percentile interval of the Brier score, bootstrap over questions
  /// Mean of -ln p(outcome); nothing where someone gave 0 to what happened.
  std::optional<double> log_score;
  double base_rate = 0;       ///< share of yes among the resolved
  double base_rate_brier = 0; ///< of always saying the base rate (known only afterwards: a hard yardstick)
  MurphyParts parts;
};

/// Of all given forecasts together. Nothing where none is resolved. Throws Error for a probability outside [0, 1].
std::optional<ForecastScore> score(std::span<const Forecast> forecasts, const ScoreOptions& options = {});

struct PersonScore {
  std::string by;
  ForecastScore score;
  bool ranked = false; ///< has enough resolved questions
};
/// Per person with something resolved: the ranked first, best Brier score first; then the others by name.
std::vector<PersonScore> score_people(std::span<const Forecast> forecasts, const ScoreOptions& options = {});

} // namespace rashin::panel
