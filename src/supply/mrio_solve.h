#pragma once
#include "core/result.h"
#include "supply/mrio.h"

#include <span>
#include <vector>

namespace rashin::supply {

/// The technical coefficients A = Z · diag(1/x) as a sparse matrix (1/0 := 0).
SparseRows technical_coefficients(const Mrio& table);

struct SolveOptions {
  double tolerance = 1e-12; ///< on ‖y − (I − A) x‖ / ‖y‖
  int most_iterations = 500;
};

/// Output lost per industry, and the residual of the solve that it comes from.
struct OutputLoss {
  std::vector<double> output;
  double residual = 0;
};

struct Solution {
  std::vector<double> x;
  double residual = 0; ///< reached, computed anew from x
  int iterations = 0;
};

/// Solves (I − A) x = y without forming an inverse, by the stabilised biconjugate gradient method (van der Vorst 1992)
/// started from y. Cost: two products with A an iteration, some ten iterations for a table whose industries make more
/// than they use. Error `mrio-not-converged` otherwise. Thread-safe.
Result<Solution> solve_leontief(const SparseRows& coefficients, std::span<const double> demand,
                                const SolveOptions& options = {});
/// Solves (I − Aᵀ) m = f: the multipliers of an intensity f per unit of output.
Result<Solution> solve_multipliers(const SparseRows& coefficients, std::span<const double> intensity,
                                   const SolveOptions& options = {});

/// matrix · vector; sums of a row run in four fixed lanes.
std::vector<double> times(const SparseRows& matrix, std::span<const double> vector);
/// matrixᵀ · vector.
std::vector<double> transposed_times(const SparseRows& matrix, std::span<const double> vector);

} // namespace rashin::supply
