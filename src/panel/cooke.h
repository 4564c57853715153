#pragma once
#include "core/result.h"

#include <optional>
#include <string>
#include <vector>

namespace rashin::panel {

struct CookeQuestion {
  std::string id;
  bool log_scale = false;      ///< works on logarithms; all values must be positive
  std::optional<double> truth; ///< given for seed questions
};

/// One person's quantiles, [question][level], for all questions in order; seeds stand before targets.
struct CookeExpert {
  std::string by;
  std::vector<std::vector<double>> quantiles;
};

struct CookeInput {
  std::vector<double> levels{0.05, 0.5, 0.95}; ///< rising, inside (0, 1)
  std::vector<CookeQuestion> questions;
  std::vector<CookeExpert> experts;
};

struct CookeOptions {
  double overshoot = 0.1;      ///< of the intrinsic range, at both ends
  std::optional<double> alpha; ///< least calibration that counts; chosen to serve the decision maker best if not given
};

/// Scores of a person or of a pooled decision maker on the seed questions.
struct CookeScore {
  std::vector<int> bin_counts;     ///< truths below the first quantile, between the first two, …; ties fall below
  double relative_information = 0; ///< of the empirical bins against the stated ones
  double calibration = 0;          ///< P(chi² with as many degrees of freedom as levels >= 2 N I)
  double information = 0;          ///< mean over seeds, against a uniform on the intrinsic range
  double combined = 0;             ///< calibration × information
};

/// A pooled decision maker: how it is weighted, how it scores, and what it says.
struct CookeDecisionMaker {
  std::vector<double> weights;                ///< per person, sum 1
  CookeScore score;                           ///< on the seeds it was made from: too kind
  CookeScore left_out;                        ///< each seed scored by the decision maker made without it
  std::vector<std::vector<double>> quantiles; ///< [question][level]
};

struct CookeResult {
  std::vector<CookeScore> experts;
  double alpha = 0;
  CookeDecisionMaker performance; ///< weights from calibration × information
  CookeDecisionMaker equal;       ///< everyone alike
};

/// Cooke's classical model (Cooke 1991; Cooke and Goossens 2008). Diagnostics: `cooke-…` with the person and question
/// as the place's field: quantiles that do not rise, missing questions, values a log scale cannot take, fewer than two
/// seeds. Where no person reaches alpha, the performance weights are a diagnostic `cooke-nobody`.
Result<CookeResult> classical_model(const CookeInput& input, const CookeOptions& options = {});

} // namespace rashin::panel
