#pragma once
#include "policy/packages.h"

namespace rashin::policy {

/// The same problem as a mixed-integer programme: binary x per option, loss left per scenario, and the tail mean by the
/// linear form of Rockafellar and Uryasev (2000); solved by branch and cut (GLPK). `options` are those that may be
/// chosen. Empty where the time ran out before any package was found.
PackageAnswer solve_programme(const PackageProblem& problem, const std::vector<std::size_t>& options, int seconds);

} // namespace rashin::policy
