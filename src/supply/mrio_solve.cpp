#include "supply/mrio_solve.h"

#include <cmath>
#include <functional>

namespace rashin::supply {
namespace {

using Vector = std::vector<double>;
using Product = std::function<Vector(std::span<const double>)>;

double dot(std::span<const double> a, std::span<const double> b) {
  double lane[4] = {0, 0, 0, 0};
  std::size_t i = 0;
  for (; i + 4 <= a.size(); i += 4)
    for (std::size_t k = 0; k < 4; ++k) lane[k] += a[i + k] * b[i + k];
  for (; i < a.size(); ++i) lane[0] += a[i] * b[i];
  return (lane[0] + lane[1]) + (lane[2] + lane[3]);
}

double norm(std::span<const double> a) {
  return std::sqrt(dot(a, a));
}

/// y − (x − A x).
Vector residual_of(const Product& a_times, std::span<const double> y, std::span<const double> x) {
  Vector r = a_times(x);
  for (std::size_t i = 0; i < r.size(); ++i) r[i] = y[i] - (x[i] - r[i]);
  return r;
}

Vector minus_product(const Product& a_times, std::span<const double> x) {
  Vector out = a_times(x);
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = x[i] - out[i];
  return out;
}

/// One sweep of BiCGSTAB from `x`; stops at the tolerance, at the limit or where the method breaks down.
void sweep(const Product& a_times, std::span<const double> y, double target, int limit, Vector& x, int& iterations) {
  Vector r = residual_of(a_times, y, x);
  const Vector shadow = r;
  Vector p = r, v, t;
  double rho = dot(shadow, r);
  while (iterations < limit && norm(r) > target) {
    ++iterations;
    v = minus_product(a_times, p);
    const double against = dot(shadow, v);
    if (against == 0 || rho == 0) return;
    const double alpha = rho / against;
    for (std::size_t i = 0; i < r.size(); ++i) r[i] -= alpha * v[i];
    t = minus_product(a_times, r);
    const double tt = dot(t, t);
    const double omega = tt > 0 ? dot(t, r) / tt : 0;
    for (std::size_t i = 0; i < r.size(); ++i) {
      x[i] += alpha * p[i] + omega * r[i];
      r[i] -= omega * t[i];
    }
    const double next = dot(shadow, r);
    if (omega == 0) return;
    const double beta = (next / rho) * (alpha / omega);
    for (std::size_t i = 0; i < p.size(); ++i) p[i] = r[i] + beta * (p[i] - omega * v[i]);
    rho = next;
  }
}

Result<Solution> solve(const Product& a_times, std::span<const double> y, const SolveOptions& options) {
  Solution solution;
  solution.x.assign(y.begin(), y.end());
  const double size = norm(y);
  if (size == 0) return solution;
  // A sweep that broke down, or whose running residual drifted from the true one, is started again from where it stood.
  for (int restart = 0; restart < 5; ++restart) {
    sweep(a_times, y, options.tolerance * size, options.most_iterations, solution.x, solution.iterations);
    solution.residual = norm(residual_of(a_times, y, solution.x)) / size;
    if (solution.residual <= options.tolerance) return solution;
  }
  return make_diagnostic("mrio-not-converged", {},
                         {std::to_string(options.tolerance), std::to_string(solution.residual)});
}

} // namespace

SparseRows technical_coefficients(const Mrio& table) {
  Vector values(table.flows.value.begin(), table.flows.value.end());
  for (std::size_t k = 0; k < values.size(); ++k) {
    const double output = table.output[table.flows.column[k]];
    values[k] = output != 0 ? values[k] / output : 0;
  }
  return with_values(table.flows, std::move(values));
}

std::vector<double> times(const SparseRows& matrix, std::span<const double> vector) {
  Vector result(matrix.rows);
  const std::uint16_t* column = matrix.column.data();
  const double* value = matrix.value.data();
  for (std::size_t row = 0; row < matrix.rows; ++row) {
    double lane[4] = {0, 0, 0, 0};
    std::uint64_t k = matrix.row_begin[row];
    const std::uint64_t end = matrix.row_begin[row + 1];
    for (; k + 4 <= end; k += 4)
      for (std::size_t l = 0; l < 4; ++l) lane[l] += value[k + l] * vector[column[k + l]];
    for (; k < end; ++k) lane[0] += value[k] * vector[column[k]];
    result[row] = (lane[0] + lane[1]) + (lane[2] + lane[3]);
  }
  return result;
}

std::vector<double> transposed_times(const SparseRows& matrix, std::span<const double> vector) {
  Vector result(matrix.columns, 0);
  for (std::size_t row = 0; row < matrix.rows; ++row) {
    const double weight = vector[row];
    if (weight == 0) continue;
    for (std::uint64_t k = matrix.row_begin[row]; k < matrix.row_begin[row + 1]; ++k)
      result[matrix.column[k]] += matrix.value[k] * weight;
  }
  return result;
}

Result<Solution> solve_leontief(const SparseRows& coefficients, std::span<const double> demand,
                                const SolveOptions& options) {
  return solve([&](std::span<const double> x) { return times(coefficients, x); }, demand, options);
}

Result<Solution> solve_multipliers(const SparseRows& coefficients, std::span<const double> intensity,
                                   const SolveOptions& options) {
  return solve([&](std::span<const double> x) { return transposed_times(coefficients, x); }, intensity, options);
}

} // namespace rashin::supply
