#pragma once
#include "collect/json_file.h"
#include "policy/packages.h"
#include "policy/prim.h"
#include "policy/robustness.h"

namespace rashin::cli {

struct RobustnessFile {
  std::vector<std::string> policies, scenarios;
  policy::Performance performance; ///< larger is better; losses are turned round, costs taken off
  std::vector<double> costs;       ///< per policy, or empty
  std::size_t baseline = 0;        ///< the policy that net benefits are counted from
  policy::RobustnessOptions options;
};
RobustnessFile read_robustness(collect::JsonFile& file, const collect::JsonValue& root);

struct PackageFile {
  policy::PackageProblem problem;
  policy::PackageLimits limits;
};
PackageFile read_packages(collect::JsonFile& file, const collect::JsonValue& root);

/// Which rows of a CSV are of interest: the outcome is 1 (of 0 and 1), or above or below a value.
struct OutcomeRule {
  std::string column;
  std::optional<double> above, below;
  std::string inputs{}; ///< columns to use, with commas between; empty = all others
};
/// Every cell of the outcome and the inputs a number.
Result<policy::PrimCases> read_cases(std::string_view file, std::string_view bytes, const OutcomeRule& rule);

} // namespace rashin::cli
