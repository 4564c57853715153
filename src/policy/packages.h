#pragma once
#include "core/result.h"

#include <cstdint>
#include <limits>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace rashin::policy {

/// A measure that may enter a package.
struct PackageOption {
  std::string id;
  double cost = 0;                   ///< >= 0, counts against the budget and in the objective
  double lead_days = 0;              ///< until it works
  std::vector<double> avoided;       ///< per scenario: loss it takes away when alone
  std::vector<std::size_t> needs;    ///< works only together with these
  std::vector<std::size_t> excludes; ///< cannot stand beside these
};

/// Which package to choose. In each scenario a package avoids the sum of what its options avoid, but never more than
/// the loss there is: loss left = max(0, loss - sum). Overlap beyond that is not modelled; a chain of simulations is
/// (evaluate.h).
struct PackageProblem {
  std::vector<PackageOption> options;
  std::vector<double> loss;          ///< per scenario, without any option, >= 0
  std::vector<double> probabilities; ///< per scenario, sum 1; empty = all alike
  double budget = std::numeric_limits<double>::infinity();
  double deadline_days = std::numeric_limits<double>::infinity(); ///< options with a longer lead time are out
  double tail = 0.05;                                             ///< share of the tail mean (CVaR)
  double tail_weight = 0; ///< 0: expected burden; 1: tail mean alone; between: a mixture
};

struct Package {
  std::vector<std::size_t> options; ///< ascending
  double cost = 0;
  double expected_loss = 0;
  double tail_loss = 0;
  /// cost + (1 - tail_weight) × expected loss + tail_weight × tail loss: what is made least.
  double burden = 0;
};

struct PackageAnswer {
  std::vector<Package> best; ///< by enumeration: the best `keep`, least burden first; by the programme: the best one
  bool exact = true;         ///< proven; false only if the programme was stopped
  bool enumerated = false;
  std::uint64_t considered = 0; ///< packages looked at by enumeration
};

struct PackageLimits {
  std::size_t most_enumerated = 16; ///< options with lead times in order up to which all packages are looked at
  std::size_t keep = 10;
  int seconds = 60; ///< for the programme
};

/// Checks the problem: diagnostics `package-…` for negative or missing figures, probabilities that do not sum to one,
/// unknown indices (Error).
Diagnostics check(const PackageProblem& problem);

/// What a package costs and leaves; the package need not be permitted.
Package evaluate_package(const PackageProblem& problem, std::vector<std::size_t> options);

/// All packages up to 2^most_enumerated, else a mixed-integer programme (package_solver.h). Ties: fewer options, then
/// the earlier ones. The empty package is always permitted.
Result<PackageAnswer> best_packages(const PackageProblem& problem, const PackageLimits& limits = {});

} // namespace rashin::policy
