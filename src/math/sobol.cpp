#include "math/sobol.h"

#include "core/draws.h"
#include "core/special_functions.h"
#include "math/parallel.h"
#include "math/statistics.h"

#include <algorithm>
#include <cmath>

namespace rashin::math {
namespace {

/// Everything the indices need of one base point, so that a resample only adds up rows: y_A + y_B, y_A² + y_B², then
/// per input the numerators of first and total order, then of each pair.
struct Terms {
  std::size_t inputs = 0;
  bool second = false;
  std::size_t width = 0;
  std::vector<double> rows;

  Terms(std::size_t d, bool second_order, std::size_t base)
      : inputs(d), second(second_order), width(2 + 2 * d + (second_order ? d * (d - 1) / 2 : 0)), rows(base * width) {}
  std::size_t base() const { return rows.size() / width; }

  /// `ab` and `ba` give the centred output with input i exchanged.
  template <class Ab, class Ba> void set(std::size_t n, double a, double b, Ab ab, Ba ba) {
    double* at = rows.data() + n * width;
    *at++ = a + b;
    *at++ = a * a + b * b;
    for (std::size_t i = 0; i < inputs; ++i) *at++ = b * (ab(i) - a);
    for (std::size_t i = 0; i < inputs; ++i) *at++ = (a - ab(i)) * (a - ab(i));
    for (std::size_t i = 0; second && i < inputs; ++i)
      for (std::size_t j = i + 1; j < inputs; ++j) *at++ = ba(i) * ab(j) - a * b;
  }
};

/// Indices from the sums over n base points: first, total, second.
std::vector<double> indices_of(const Terms& terms, const std::vector<double>& sums, double n, double* variance) {
  const double mean = sums[0] / (2 * n), v = sums[1] / (2 * n) - mean * mean;
  if (variance) *variance = v;
  std::vector<double> result(terms.width - 2, 0.0);
  if (!(v > 0)) return result;
  const std::size_t d = terms.inputs;
  for (std::size_t i = 0; i < d; ++i) {
    result[i] = sums[2 + i] / n / v;
    result[d + i] = sums[2 + d + i] / n / (2 * v);
  }
  std::size_t at = 2 * d;
  for (std::size_t i = 0; terms.second && i < d; ++i)
    for (std::size_t j = i + 1; j < d; ++j, ++at) result[at] = sums[2 + at] / n / v - result[i] - result[j];
  return result;
}

std::vector<double> total_of(const Terms& terms) {
  std::vector<double> result(terms.width), column(terms.base());
  for (std::size_t k = 0; k < terms.width; ++k) {
    for (std::size_t n = 0; n < column.size(); ++n) column[n] = terms.rows[n * terms.width + k];
    result[k] = sum(column);
  }
  return result;
}

std::vector<double> resampled(const Terms& terms, std::uint64_t seed, std::size_t number) {
  std::vector<double> u(terms.base()), sums(terms.width, 0.0);
  fill_uniforms(seed, FactorKey("sobol/resample"), Stream::A, number * u.size(), u);
  for (const double x : u) {
    const double* const row =
        terms.rows.data() + static_cast<std::size_t>(x * static_cast<double>(u.size())) * terms.width;
    for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += row[k];
  }
  return indices_of(terms, sums, static_cast<double>(u.size()), nullptr);
}

SobolIndices analyse(const Terms& terms, double mean, const SobolOptions& options) {
  SobolIndices result;
  result.mean = mean;
  const std::vector<double> estimates =
      indices_of(terms, total_of(terms), static_cast<double>(terms.base()), &result.variance);
  std::vector<std::vector<double>> drawn(options.resamples);
  const bool done = parallel_for(drawn.size(), {options.threads, 1, {}}, [&](std::size_t begin, std::size_t end) {
    for (std::size_t b = begin; b < end; ++b) drawn[b] = resampled(terms, options.seed, b);
  });
  if (!done) throw Error("bootstrap was stopped without a request");
  const double z = normal_quantile((1 + options.confidence) / 2);
  std::vector<double> values(drawn.size());
  for (std::size_t k = 0; k < estimates.size(); ++k) {
    for (std::size_t b = 0; b < drawn.size(); ++b) values[b] = drawn[b][k];
    const double half = values.size() < 2 ? 0 : z * std::sqrt(variance(values));
    const SensitivityIndex index{estimates[k], estimates[k] - half, estimates[k] + half};
    (k < terms.inputs ? result.first : k < 2 * terms.inputs ? result.total : result.second).push_back(index);
    if (k < 2 * terms.inputs) result.widest = std::max(result.widest, 2 * half);
  }
  result.converged = drawn.size() >= 2 && result.widest <= options.width;
  const double factor = options.width > 0 ? result.widest / options.width : 1;
  result.suggested_base = terms.base();
  constexpr std::size_t most = std::size_t{1} << 40; // an index of hardly any variance would ask for more than there is
  const double wanted = static_cast<double>(terms.base()) * factor * factor;
  while (factor > 1 && result.suggested_base < most && static_cast<double>(result.suggested_base) < wanted)
    result.suggested_base *= 2;
  return result;
}

} // namespace

SobolIndices sobol_indices(std::span<const double> outputs, std::size_t inputs, const SobolOptions& options) {
  const std::size_t block = options.second_order ? 2 * inputs + 2 : inputs + 2;
  if (inputs == 0 || outputs.empty() || outputs.size() % block != 0) throw Error("outputs do not fit the design");
  Terms terms(inputs, options.second_order, outputs.size() / block);
  const double centre = mean(outputs);
  for (std::size_t n = 0; n < terms.base(); ++n) {
    const double* const y = outputs.data() + n * block;
    terms.set(
        n, y[0] - centre, y[block - 1] - centre, [&](std::size_t i) { return y[1 + i] - centre; },
        [&](std::size_t i) { return y[1 + inputs + i] - centre; });
  }
  return analyse(terms, centre, options);
}

SobolIndices pick_freeze_indices(std::span<const double> a, std::span<const double> b,
                                 std::span<const std::vector<double>> ab, const SobolOptions& options) {
  if (options.second_order) throw Error("pick-freeze runs hold no second order");
  for (const auto& run : ab)
    if (run.size() != a.size()) throw Error("runs of a chain differ in length");
  if (a.empty() || a.size() != b.size() || ab.empty()) throw Error("runs of a chain are missing");
  Terms terms(ab.size(), false, a.size());
  const double centre = (mean(a) + mean(b)) / 2;
  for (std::size_t n = 0; n < a.size(); ++n)
    terms.set(
        n, a[n] - centre, b[n] - centre, [&](std::size_t i) { return ab[i][n] - centre; },
        [](std::size_t) { return 0.0; });
  return analyse(terms, centre, options);
}

} // namespace rashin::math
