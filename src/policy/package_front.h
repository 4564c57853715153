#pragma once
#include "policy/nsga2.h"
#include "policy/packages.h"

namespace rashin::policy {

/// What packages are compared on, side by side.
struct PackageObjective {
  enum class Kind {
    Cost,         ///< what it costs
    ExpectedLoss, ///< what it leaves on average
    TailLoss,     ///< what it leaves on the bad side (PackageProblem::tail)
    Mark,         ///< a judged figure per option, summed over the package
  };
  Kind kind = Kind::Cost;
  std::string name;
  std::vector<double> marks; ///< Mark: per option
  bool larger_is_better = false;
};

struct FrontPackage {
  Package package;
  std::vector<double> objectives; ///< as stated, not turned round
};

struct PackageFront {
  std::vector<FrontPackage> packages; ///< best first by the first objective, then the next …
  bool exact = true;                  ///< all packages were looked at; else found by NSGA-II, not proven whole
  std::uint64_t considered = 0;
  double volume = 0; ///< hypervolume, objectives from 0 (best of the front) to 1 (worst), reference 1.1 in each
};

struct FrontLimits {
  std::size_t most_enumerated = 16; ///< options with lead times and costs in order up to which all are looked at
  std::size_t population = 200, generations = 250;
  std::uint64_t seed = 1;
  std::stop_token stop{};
};

/// The packages that no other permitted one beats on every objective, within budget, deadline and rules. Of packages
/// alike in all objectives the one with fewest options, then the earliest, stands for all. Diagnostics as
/// best_packages; Error for objectives that do not fit.
Result<PackageFront> package_front(const PackageProblem& problem, const std::vector<PackageObjective>& objectives,
                                   const FrontLimits& limits = {});

} // namespace rashin::policy
