#pragma once
#include "study/tables.h"

namespace rashin::study {

/// One way to compare the choices ("none", options, packages) over all outcomes played: its value for each of them, and
/// whom it picks. Burden = loss + cost. Weighted criteria count each outcome with the probability of its pathway in its
/// draw; the others take every pathway and draw alike, as they were meant for times when probabilities are not trusted.
struct Criterion {
  std::string id; ///< name of its column
  LocalizedText name;
  bool weighted = false;
  bool more_is_better = false;
  std::vector<double> values; ///< by choice
  std::size_t choice = 0;     ///< ties take the first
  bool halves_agree = false;  ///< the even draws alone and the odd draws alone pick it too
};

struct RobustnessReport {
  std::vector<std::string> arms;
  std::vector<Criterion> criteria;
  std::vector<double> regret_mean;                    ///< weighted; orders the choices as the net benefit does
  std::vector<std::optional<double>> percentile_skew; ///< of the burden, weighted; describes, does not choose
};

/// The share of the best case in the criterion of Hurwicz.
constexpr double hurwicz_optimism = 0.5;

/// Net benefit, tail mean, satisficing share (where the study has a threshold), quantile of regret; Laplace, minimax,
/// Hurwicz, minimax regret (docs/methods/robust-policy-in-studies.md).
RobustnessReport robustness_report(const Study& study, const RunResult& result);

ResultTable robustness_table(const Study& study, const RunResult& result);

} // namespace rashin::study
