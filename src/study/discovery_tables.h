#pragma once
#include "study/tables.h"

namespace rashin::study {

/// Something uncertain that a future is told by: a number drawn, or a shock as its pathway brings it.
struct FutureInput {
  std::string id; ///< factor, or shock.<kind>.<n>.days / .share
  LocalizedText name;
  Unit unit;
  std::vector<double> values; ///< by future
};

/// Every pathway of every draw is one future; those of even draws are searched, those of odd draws judge what was
/// found.
struct Futures {
  std::vector<FutureInput> inputs;
  std::vector<std::uint8_t> fails; ///< loss above the threshold
  std::vector<double> weights;     ///< probability of the pathway in the draw
  std::vector<bool> searched;
};
/// `arm`: position in RunResult::arms. The study has a failure threshold.
Futures futures_of(const Study& study, const RunResult& result, std::size_t arm);

enum class DiscoveryVerdict { NoThreshold, TooFewFailures, FailsAlmostAlways, NothingFound, Found };

/// One bound of the box, in the input's unit.
struct DiscoveredLimit {
  std::size_t input = 0;
  std::optional<double> low, high;
  double weight = 0; ///< how much the box loses (F1 on the futures searched) without it
};

/// When a choice fails, in a box over a few inputs (PRIM); figures are those of the futures not searched.
struct Discovery {
  std::size_t arm = 0;
  DiscoveryVerdict verdict = DiscoveryVerdict::NoThreshold;
  std::vector<DiscoveredLimit> limits;   ///< the weightiest first
  std::size_t futures = 0, failures = 0; ///< all of them
  double failure_share = 0;              ///< weighted, all
  double density = 0;                    ///< of the weight in the box, what fails
  double coverage = 0;                   ///< of the weight that fails, what lies in the box
  double mass = 0;                       ///< weight in the box
};
/// Of "none" and of the choice with the largest expected net benefit.
std::vector<Discovery> discoveries(const Study& study, const RunResult& result);

ResultTable discovery_table(const Study& study, const RunResult& result);

} // namespace rashin::study
