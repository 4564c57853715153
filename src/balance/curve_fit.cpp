#include "balance/curve_inner.h"

#include <algorithm>
#include <cmath>

namespace rashin::balance {
namespace {

using Matrix3 = std::array<std::array<double, 3>, 3>;

/// Sum of squares at `inner`, and J'J and J'r where asked for.
struct System {
  double squares = 0;
  Matrix3 normal{};
  std::array<double, 3> right{};
};

System system_at(std::span<const CurvePoint> points, const CurveOptions& options, double centre,
                 const InnerParameters& inner) {
  System result;
  for (const CurvePoint& point : points) {
    const InnerValue at = inner_value(options.kind, inner, point.time - centre);
    const bool relative = options.noise == CurveNoise::Relative;
    const double residual = relative ? std::log(point.value) - std::log(at.value) : point.value - at.value;
    const double unit = relative ? 1 / at.value : 1;
    result.squares += residual * residual;
    for (std::size_t i = 0; i < 3; ++i) {
      result.right[i] += at.slope[i] * unit * residual;
      for (std::size_t j = 0; j < 3; ++j) result.normal[i][j] += at.slope[i] * unit * at.slope[j] * unit;
    }
  }
  return result;
}

/// Solves for the parameters from `fixed` on by elimination with the diagonal raised; nothing where singular.
std::optional<std::array<double, 3>> solve(Matrix3 a, std::array<double, 3> b, double damping, std::size_t fixed) {
  for (std::size_t i = fixed; i < 3; ++i) a[i][i] *= 1 + damping;
  for (std::size_t i = fixed; i < 3; ++i) {
    if (!(a[i][i] > 0)) return std::nullopt;
    for (std::size_t r = i + 1; r < 3; ++r) {
      const double factor = a[r][i] / a[i][i];
      for (std::size_t c = i; c < 3; ++c) a[r][c] -= factor * a[i][c];
      b[r] -= factor * b[i];
    }
  }
  std::array<double, 3> step{};
  for (std::size_t i = 3; i-- > fixed;) {
    double rest = b[i];
    for (std::size_t c = i + 1; c < 3; ++c) rest -= a[i][c] * step[c];
    step[i] = rest / a[i][i];
    if (!std::isfinite(step[i])) return std::nullopt;
  }
  return step;
}

double clamp_fraction(double x) {
  return std::clamp(x, 0.005, 0.995);
}

} // namespace

InnerFit fit_inner(std::span<const CurvePoint> points, const CurveOptions& options, double centre,
                   const InnerParameters& start, std::size_t fixed) {
  InnerFit fit{start, 0, {}, false};
  System here = system_at(points, options, centre, start);
  double damping = 1e-3;
  for (int round = 0; round < 200 && std::isfinite(here.squares); ++round) {
    const auto step = solve(here.normal, here.right, damping, fixed);
    InnerParameters there = fit.inner;
    double largest = 0;
    if (step)
      for (std::size_t i = fixed; i < 3; ++i) {
        there[i] += std::clamp((*step)[i], -2.0, 2.0);
        largest = std::max(largest, std::abs((*step)[i]));
      }
    const System next = step ? system_at(points, options, centre, there) : System{};
    if (step && std::isfinite(next.squares) && next.squares <= here.squares) {
      fit.inner = there;
      here = next;
      damping = std::max(damping / 10, 1e-15);
      fit.converged = largest < 1e-11;
    } else {
      fit.converged = step && largest < 1e-9; // rounding leaves nothing to gain
      damping *= 10;
    }
    if (fit.converged || damping > 1e12) break;
  }
  fit.squares = std::isfinite(here.squares) ? here.squares : std::numeric_limits<double>::infinity();
  fit.normal = here.normal;
  return fit;
}

std::vector<InnerParameters> starts_for(std::span<const CurvePoint> points, const CurveOptions& options, double centre,
                                        double ceiling) {
  std::vector<InnerParameters> starts;
  const double span = points.back().time - points.front().time, log_ceiling = std::log(ceiling);
  if (options.kind == CurveKind::Bass) {
    const double reach = points.back().time - options.origin;
    for (const double p : {0.002, 0.02, 0.2})
      for (const double q : {0.1, 0.5, 2.0})
        starts.push_back({log_ceiling, std::log(p * 10 / reach), std::log(q * 10 / reach)});
    return starts;
  }
  double n = 0, t1 = 0, t2 = 0, z1 = 0, tz = 0;
  for (const CurvePoint& point : points) {
    const double share = clamp_fraction(point.value / ceiling), t = point.time - centre;
    const double z = options.kind == CurveKind::Logistic ? std::log(share / (1 - share)) : -std::log(-std::log(share));
    n += 1, t1 += t, t2 += t * t, z1 += z, tz += t * z;
  }
  const double rate = (n * tz - t1 * z1) / (n * t2 - t1 * t1), least = 0.01 / span;
  starts.push_back({log_ceiling, (z1 - rate * t1) / n, std::log(std::max(rate, least))});
  return starts;
}

Result<CurveFit> fit_curve(std::span<const CurvePoint> points, const CurveOptions& options,
                           const std::optional<Curve>& start) {
  if (Diagnostics faults = check_points(points, options); has_errors(faults)) return faults;
  const double centre = centre_of(points, options);
  std::vector<InnerParameters> starts;
  if (start) {
    starts.push_back(to_inner(*start, centre));
  } else {
    double largest = 0;
    for (const CurvePoint& point : points) largest = std::max(largest, point.value);
    for (const double factor : {1.05, 1.5, 4.0, 20.0})
      for (const InnerParameters& each : starts_for(points, options, centre, factor * largest)) starts.push_back(each);
  }
  InnerFit best;
  best.squares = std::numeric_limits<double>::infinity();
  for (const InnerParameters& each : starts) {
    InnerFit fit = fit_inner(points, options, centre, each, 0);
    if (fit.squares < best.squares) best = fit;
  }
  return CurveFit{to_curve(options, centre, best.inner), best.squares, best.converged};
}

} // namespace rashin::balance
