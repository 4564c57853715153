#pragma once
#include "core/result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rashin::balance {

/// Growth towards a ceiling K. Times are in one unit of the caller (years), `origin` in the same.
enum class CurveKind {
  Logistic, ///< K / (1 + exp(-r (t - t0))): first = r, second = t0
  Gompertz, ///< a exp(-b exp(-c (t - origin))): ceiling = a, first = b, second = c
  Bass      ///< m F(t - origin), F = (1 - E) / (1 + (q/p) E), E = exp(-(p + q) t): ceiling = m, first = p, second = q
};

struct Curve {
  CurveKind kind = CurveKind::Logistic;
  double ceiling = 1, first = 1, second = 0;
  double origin = 0;
};
double value_at(const Curve& curve, double time);
/// Where growth is fastest: t0; origin + ln b / c; origin + ln(q/p) / (p + q), not before the origin.
double inflection(const Curve& curve);
/// The largest growth per unit of time: K r / 4; a c / e; m (p + q)² / (4 q) for q > p, else m p.
double peak_rate(const Curve& curve);

struct CurvePoint {
  double time = 0;
  double value = 0;
  Place place{};
};

enum class CurveNoise {
  Relative, ///< errors in proportion to the value: least squares of logarithms; values must be positive
  Absolute  ///< errors of one size: least squares of values
};

struct CurveOptions {
  CurveKind kind = CurveKind::Logistic;
  CurveNoise noise = CurveNoise::Relative;
  double origin = 0;                     ///< Bass: the launch, known; Gompertz: what b refers to
  std::optional<double> lowest, highest; ///< bounds of the ceiling, with the caller's reason; else from the data:
  double lowest_factor = 0.6;            ///< times the largest value seen
  double highest_factor = 100;
};

struct CurveFit {
  Curve curve;
  double squares = 0; ///< residual sum of squares (of logarithms for relative noise)
  bool converged = false;
};
/// Least squares over all three parameters (Levenberg 1944, Marquardt 1963) from `start`, or from several of its own.
/// Diagnostics `curve-…`: fewer than five points, one time only, values that are not positive, nothing that grows, a
/// Bass curve with points before its launch.
Result<CurveFit> fit_curve(std::span<const CurvePoint> points, const CurveOptions& options,
                           const std::optional<Curve>& start = {});

/// What the points say about the ceiling and, for each ceiling, about the rest. Before the inflection the ceiling is
/// hardly identified, so it is not fitted but carried along: for each ceiling K on a grid the other two parameters are
/// fitted; weight(K) ∝ squares^(-(n - 2)/2) |J'J|^(-1/2) on the logarithm of K (errors normal with unknown variance,
/// flat priors, Laplace's approximation in the two others only).
struct CurveProfile {
  CurveOptions options;
  double centre = 0; ///< time at which the inner parameters are taken
  std::size_t points = 0;
  struct Step {
    double log_ceiling = 0;
    std::array<double, 2> inner{};    ///< logistic, Gompertz: position at the centre, log rate; Bass: log p, log q
    std::array<double, 3> cholesky{}; ///< of (J'J)^-1: l11, l21, l22
    double squares = 0;
    double cumulative = 0; ///< of the weights, up to this step
  };
  std::vector<Step> steps;
  CurveFit best;
  double ceiling_p5 = 0, ceiling_p50 = 0, ceiling_p95 = 0;
  /// The highest ceiling allowed fits the points as well as the best one (likelihood ratio below its 90 % point): they
  /// do not bound the ceiling.
  bool ceiling_open = false;
};
Result<CurveProfile> profile_curve(std::span<const CurvePoint> points, const CurveOptions& options);

/// Curves in draws first, first + 1, …: ceiling by its cumulative weight, variance by its inverse chi-square, the inner
/// parameters normal given both. Factors `<factor>/ceiling`, `/variance`, `/position`, `/rate`.
std::vector<Curve> draw_curves(const CurveProfile& profile, std::uint64_t seed, std::string_view factor,
                               std::uint64_t first, std::size_t count);

} // namespace rashin::balance
