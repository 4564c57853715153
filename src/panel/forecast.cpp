#include "panel/forecast.h"

#include "core/draws.h"
#include "math/statistics.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace rashin::panel {
namespace {

struct Resolved {
  std::string question;
  double probability;
  double outcome;
};

MurphyParts decompose(std::span<const Resolved> resolved, std::size_t bins, double base_rate) {
  struct Bin {
    double n = 0, probabilities = 0, outcomes = 0, squares = 0;
  };
  std::map<double, Bin> by_value;
  for (const Resolved& r : resolved) {
    const double size = static_cast<double>(bins);
    Bin& bin = by_value[bins == 0 ? r.probability : std::min(std::floor(r.probability * size), size - 1)];
    bin.n += 1;
    bin.probabilities += r.probability;
    bin.outcomes += r.outcome;
    bin.squares += (r.probability - r.outcome) * (r.probability - r.outcome);
  }
  MurphyParts parts;
  const double n = static_cast<double>(resolved.size());
  double brier = 0;
  for (const auto& [key, bin] : by_value) {
    const double said = bins == 0 ? key : bin.probabilities / bin.n, came = bin.outcomes / bin.n;
    parts.reliability += bin.n / n * (said - came) * (said - came);
    parts.resolution += bin.n / n * (came - base_rate) * (came - base_rate);
    brier += bin.squares / n;
  }
  parts.uncertainty = base_rate * (1 - base_rate);
  if (bins != 0) parts.within_bins = brier - (parts.reliability - parts.resolution + parts.uncertainty);
  return parts;
}

/// Resamples whole questions, since people's answers to one question are not independent.
void add_interval(std::span<const Resolved> resolved, const ScoreOptions& options, ForecastScore& score) {
  std::map<std::string, std::pair<double, double>> questions; // sum of squares, count
  for (const Resolved& r : resolved) {
    auto& [squares, count] = questions[r.question];
    squares += (r.probability - r.outcome) * (r.probability - r.outcome);
    count += 1;
  }
  std::vector<std::pair<double, double>> pairs;
  for (const auto& [question, pair] : questions) pairs.push_back(pair);
  std::vector<double> means, u(pairs.size());
  for (std::size_t b = 0; b < options.resamples; ++b) {
    fill_uniforms(options.seed, FactorKey("brier/resample"), Stream::A, b * u.size(), u);
    double squares = 0, count = 0;
    for (const double x : u) {
      const auto& pair = pairs[static_cast<std::size_t>(x * static_cast<double>(pairs.size()))];
      squares += pair.first;
      count += pair.second;
    }
    means.push_back(squares / count);
  }
  const std::vector<double> levels{(1 - options.confidence) / 2, (1 + options.confidence) / 2};
  if (means.empty()) means.push_back(score.brier);
  const std::vector<double> ends = math::quantiles(means, levels);
  score.low = ends[0];
  score.high = ends[1];
}

} // namespace

std::optional<ForecastScore> score(std::span<const Forecast> forecasts, const ScoreOptions& options) {
  std::vector<Resolved> resolved;
  ForecastScore result;
  for (const Forecast& forecast : forecasts) {
    if (!(forecast.probability >= 0 && forecast.probability <= 1)) throw Error("a forecast is no probability");
    if (forecast.outcome)
      resolved.push_back({forecast.question, forecast.probability, *forecast.outcome ? 1.0 : 0.0});
    else
      ++result.open;
  }
  if (resolved.empty()) return std::nullopt;
  result.resolved = resolved.size();
  const double n = static_cast<double>(resolved.size());
  std::vector<double> squares, logs, outcomes;
  for (const Resolved& r : resolved) {
    squares.push_back((r.probability - r.outcome) * (r.probability - r.outcome));
    logs.push_back(-std::log(r.outcome == 1 ? r.probability : 1 - r.probability));
    outcomes.push_back(r.outcome);
  }
  result.brier = math::sum(squares) / n;
  if (std::all_of(logs.begin(), logs.end(), [](double x) { return std::isfinite(x); }))
    result.log_score = math::sum(logs) / n;
  result.base_rate = math::sum(outcomes) / n;
  result.base_rate_brier = result.base_rate * (1 - result.base_rate);
  result.parts = decompose(resolved, options.bins, result.base_rate);
  add_interval(resolved, options, result);
  return result;
}

std::vector<PersonScore> score_people(std::span<const Forecast> forecasts, const ScoreOptions& options) {
  std::map<std::string, std::vector<Forecast>> by_person;
  for (const Forecast& forecast : forecasts) by_person[forecast.by].push_back(forecast);
  std::vector<PersonScore> result;
  for (const auto& [by, own] : by_person)
    if (const auto scored = score(own, options))
      result.push_back({by, *scored, scored->resolved >= options.least_questions});
  std::stable_sort(result.begin(), result.end(), [](const PersonScore& a, const PersonScore& b) {
    if (a.ranked != b.ranked) return a.ranked;
    return a.ranked && a.score.brier < b.score.brier;
  });
  return result;
}

} // namespace rashin::panel
