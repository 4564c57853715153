#include "balance/curve_inner.h"
#include "core/number_text.h"
#include "math/statistics.h"

#include <algorithm>
#include <cmath>

namespace rashin::balance {
namespace {

double bass_share(double p, double q, double t) {
  if (t <= 0) return 0;
  const double e = std::exp(-(p + q) * t);
  return -std::expm1(-(p + q) * t) / (1 + q / p * e);
}

InnerValue bass_inner(const InnerParameters& inner, double t) {
  const double m = std::exp(inner[0]), p = std::exp(inner[1]), q = std::exp(inner[2]);
  if (t <= 0) return {};
  const double e = std::exp(-(p + q) * t), n = 1 - e, d = 1 + q / p * e, dn = t * e;
  const double d_p = -q / (p * p) * e - q / p * t * e, d_q = e / p - q / p * t * e;
  InnerValue result;
  result.value = m * n / d;
  result.slope = {result.value, m * p * (dn * d - n * d_p) / (d * d), m * q * (dn * d - n * d_q) / (d * d)};
  return result;
}

} // namespace

double value_at(const Curve& curve, double time) {
  switch (curve.kind) {
  case CurveKind::Logistic:
    return curve.ceiling / (1 + std::exp(-curve.first * (time - curve.second)));
  case CurveKind::Gompertz:
    return curve.ceiling * std::exp(-curve.first * std::exp(-curve.second * (time - curve.origin)));
  case CurveKind::Bass:
    return curve.ceiling * bass_share(curve.first, curve.second, time - curve.origin);
  }
  throw Error("an unknown curve");
}

double inflection(const Curve& curve) {
  switch (curve.kind) {
  case CurveKind::Logistic:
    return curve.second;
  case CurveKind::Gompertz:
    return curve.origin + std::log(curve.first) / curve.second;
  case CurveKind::Bass:
    return curve.origin + std::max(0.0, std::log(curve.second / curve.first) / (curve.first + curve.second));
  }
  throw Error("an unknown curve");
}

double peak_rate(const Curve& curve) {
  const double p = curve.first, q = curve.second;
  switch (curve.kind) {
  case CurveKind::Logistic:
    return curve.ceiling * p / 4;
  case CurveKind::Gompertz:
    return curve.ceiling * q * std::exp(-1.0);
  case CurveKind::Bass:
    return q > p ? curve.ceiling * (p + q) * (p + q) / (4 * q) : curve.ceiling * p;
  }
  throw Error("an unknown curve");
}

InnerValue inner_value(CurveKind kind, const InnerParameters& inner, double t) {
  if (kind == CurveKind::Bass) return bass_inner(inner, t);
  const double rate = std::exp(inner[2]), z = inner[1] + rate * t, ceiling = std::exp(inner[0]);
  InnerValue result;
  double by_z = 0;
  if (kind == CurveKind::Logistic) {
    const double s = 1 / (1 + std::exp(-z));
    result.value = ceiling * s;
    by_z = result.value * (1 - s);
  } else {
    result.value = ceiling * std::exp(-std::exp(-z));
    by_z = result.value * std::exp(-z);
  }
  result.slope = {result.value, by_z, by_z * rate * t};
  return result;
}

Curve to_curve(const CurveOptions& options, double centre, const InnerParameters& inner) {
  const double rate = std::exp(inner[2]);
  Curve curve{options.kind, std::exp(inner[0]), 0, 0, options.origin};
  if (options.kind == CurveKind::Logistic)
    curve.first = rate, curve.second = centre - inner[1] / rate, curve.origin = 0;
  else if (options.kind == CurveKind::Gompertz)
    curve.first = std::exp(rate * (centre - options.origin) - inner[1]), curve.second = rate;
  else
    curve.first = std::exp(inner[1]), curve.second = rate;
  return curve;
}

InnerParameters to_inner(const Curve& curve, double centre) {
  const double ceiling = std::log(curve.ceiling);
  if (curve.kind == CurveKind::Logistic) return {ceiling, curve.first * (centre - curve.second), std::log(curve.first)};
  if (curve.kind == CurveKind::Gompertz)
    return {ceiling, curve.second * (centre - curve.origin) - std::log(curve.first), std::log(curve.second)};
  return {ceiling, std::log(curve.first), std::log(curve.second)};
}

double centre_of(std::span<const CurvePoint> points, const CurveOptions& options) {
  if (options.kind == CurveKind::Bass) return options.origin;
  std::vector<double> times;
  for (const CurvePoint& point : points) times.push_back(point.time);
  return math::mean(times);
}

Diagnostics check_points(std::span<const CurvePoint> points, const CurveOptions& options) {
  Diagnostics faults;
  const Place place = points.empty() ? Place{} : points.front().place;
  std::vector<double> times, values;
  for (const CurvePoint& point : points) {
    times.push_back(point.time), values.push_back(point.value);
    if (!(point.value > 0) && (options.noise == CurveNoise::Relative || point.value < 0))
      faults.push_back(make_diagnostic("curve-not-positive", point.place, {shortest(point.value)}));
    if (options.kind == CurveKind::Bass && point.time <= options.origin)
      faults.push_back(
          make_diagnostic("curve-before-launch", point.place, {shortest(point.time), shortest(options.origin)}));
  }
  if (points.size() < 5)
    faults.push_back(make_diagnostic("curve-points-few", place, {std::to_string(points.size())}));
  else if (math::correlation(times, values).value_or(0) <= 0)
    faults.push_back(make_diagnostic("curve-no-growth", place));
  return faults;
}

} // namespace rashin::balance
