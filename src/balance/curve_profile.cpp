#include "balance/curve_inner.h"
#include "core/draws.h"
#include "core/special_functions.h"

#include <algorithm>
#include <cmath>

namespace rashin::balance {
namespace {

constexpr std::size_t coarse_steps = 60, fine_steps = 160;
constexpr double kept_weight = 18; ///< log weights further below the best are left out
constexpr double likelihood_ratio_90 = 2.705543454095404;

/// One ceiling: the two others fitted, from the step before and from starts of its own.
struct Fitted {
  CurveProfile::Step step;
  double log_weight = 0;
};

std::optional<Fitted> fit_at(std::span<const CurvePoint> points, const CurveOptions& options, double centre,
                             double log_ceiling, const std::optional<Fitted>& before) {
  InnerFit best;
  best.squares = std::numeric_limits<double>::infinity();
  auto starts = starts_for(points, options, centre, std::exp(log_ceiling));
  if (before) starts.insert(starts.begin(), {log_ceiling, before->step.inner[0], before->step.inner[1]});
  if (before && options.kind == CurveKind::Bass) starts.resize(1);
  for (const InnerParameters& start : starts) {
    const InnerFit fit = fit_inner(points, options, centre, start, 1);
    if (fit.squares < best.squares) best = fit;
  }
  const double a = best.normal[1][1], b = best.normal[1][2], d = best.normal[2][2], determinant = a * d - b * b;
  if (!std::isfinite(best.squares) || !(determinant > 0)) return std::nullopt;
  Fitted fitted;
  fitted.step = {log_ceiling, {best.inner[1], best.inner[2]}, {}, best.squares, 0};
  const double l11 = std::sqrt(d / determinant), l21 = -b / determinant / l11;
  fitted.step.cholesky = {l11, l21, std::sqrt(std::max(0.0, a / determinant - l21 * l21))};
  const double n = static_cast<double>(points.size());
  fitted.log_weight = -(n - 2) / 2 * std::log(std::max(best.squares, 1e-300)) - 0.5 * std::log(determinant);
  return fitted;
}

std::vector<Fitted> along(std::span<const CurvePoint> points, const CurveOptions& options, double centre, double low,
                          double high, std::size_t steps) {
  std::vector<Fitted> result;
  std::optional<Fitted> before;
  for (std::size_t i = 0; i <= steps; ++i) {
    const double at = std::lerp(low, high, static_cast<double>(i) / static_cast<double>(steps));
    before = fit_at(points, options, centre, at, before);
    if (before) result.push_back(*before);
  }
  return result;
}

const Fitted& heaviest(const std::vector<Fitted>& list) {
  return *std::max_element(list.begin(), list.end(),
                           [](const Fitted& a, const Fitted& b) { return a.log_weight < b.log_weight; });
}

/// The part of the range that carries weight, one coarse step wider on either side.
std::pair<double, double> heavy_range(const std::vector<Fitted>& coarse) {
  const double least = heaviest(coarse).log_weight - kept_weight;
  std::size_t first = coarse.size() - 1, last = 0;
  for (std::size_t i = 0; i < coarse.size(); ++i)
    if (coarse[i].log_weight >= least) first = std::min(first, i), last = std::max(last, i);
  first = first > 0 ? first - 1 : 0;
  last = std::min(last + 1, coarse.size() - 1);
  return {coarse[first].step.log_ceiling, coarse[last].step.log_ceiling};
}

/// Trapezoids of the weights, scaled to end in 1.
void accumulate(std::vector<Fitted>& fine, CurveProfile& profile) {
  const double top = heaviest(fine).log_weight;
  double total = 0, before = 0;
  for (std::size_t i = 0; i < fine.size(); ++i) {
    const double weight = std::exp(fine[i].log_weight - top);
    if (i > 0) total += (before + weight) / 2 * (fine[i].step.log_ceiling - fine[i - 1].step.log_ceiling);
    before = weight;
    fine[i].step.cumulative = total;
  }
  for (Fitted& each : fine) {
    each.step.cumulative = total > 0 ? each.step.cumulative / total : 1;
    profile.steps.push_back(each.step);
  }
}

/// The step at a share of the cumulative weight, between the two around it.
CurveProfile::Step step_at(const CurveProfile& profile, double u) {
  const auto above = std::lower_bound(profile.steps.begin(), profile.steps.end(), u,
                                      [](const CurveProfile::Step& step, double at) { return step.cumulative < at; });
  if (above == profile.steps.begin()) return profile.steps.front();
  if (above == profile.steps.end()) return profile.steps.back();
  const CurveProfile::Step &a = *(above - 1), &b = *above;
  const double at = b.cumulative > a.cumulative ? (u - a.cumulative) / (b.cumulative - a.cumulative) : 0;
  CurveProfile::Step step = a;
  step.log_ceiling = std::lerp(a.log_ceiling, b.log_ceiling, at);
  step.squares = std::lerp(a.squares, b.squares, at);
  for (std::size_t i = 0; i < 2; ++i) step.inner[i] = std::lerp(a.inner[i], b.inner[i], at);
  for (std::size_t i = 0; i < 3; ++i) step.cholesky[i] = std::lerp(a.cholesky[i], b.cholesky[i], at);
  return step;
}

} // namespace

Result<CurveProfile> profile_curve(std::span<const CurvePoint> points, const CurveOptions& options) {
  auto best = fit_curve(points, options);
  if (!best) return best.diagnostics();
  double largest = 0;
  for (const CurvePoint& point : points) largest = std::max(largest, point.value);
  const double low = std::log(options.lowest.value_or(options.lowest_factor * largest));
  const double high = std::log(options.highest.value_or(options.highest_factor * largest));
  if (!(low < high)) throw Error("bounds of a ceiling that leave nothing");
  CurveProfile profile;
  profile.options = options, profile.centre = centre_of(points, options), profile.points = points.size();
  profile.best = *best;
  const auto coarse = along(points, options, profile.centre, low, high, coarse_steps);
  if (coarse.empty()) return make_diagnostic("curve-no-growth", points.front().place);
  const auto [from, to] = heavy_range(coarse);
  auto fine = along(points, options, profile.centre, from, to, fine_steps);
  if (fine.empty()) return make_diagnostic("curve-no-growth", points.front().place);
  accumulate(fine, profile);
  double least = std::numeric_limits<double>::infinity();
  for (const auto& step : profile.steps) least = std::min(least, step.squares);
  const double n = static_cast<double>(points.size()), at_end = coarse.back().step.squares;
  profile.ceiling_open = n * std::log(at_end / least) < likelihood_ratio_90;
  profile.ceiling_p5 = std::exp(step_at(profile, 0.05).log_ceiling);
  profile.ceiling_p50 = std::exp(step_at(profile, 0.5).log_ceiling);
  profile.ceiling_p95 = std::exp(step_at(profile, 0.95).log_ceiling);
  return profile;
}

std::vector<Curve> draw_curves(const CurveProfile& profile, std::uint64_t seed, std::string_view factor,
                               std::uint64_t first, std::size_t count) {
  const auto column = [&](std::string_view name) {
    std::vector<double> u(count);
    fill_uniforms(seed, FactorKey(std::string(factor) + "/" + std::string(name)), Stream::A, first, u);
    return u;
  };
  const auto ceiling = column("ceiling"), variance = column("variance"), position = column("position"),
             rate = column("rate");
  const double freedom = static_cast<double>(profile.points) - 2;
  std::vector<Curve> curves;
  for (std::size_t d = 0; d < count; ++d) {
    const CurveProfile::Step step = step_at(profile, ceiling[d]);
    const double sigma = std::sqrt(step.squares / (2 * gamma_quantile(freedom / 2, variance[d])));
    const double z1 = normal_quantile(position[d]), z2 = normal_quantile(rate[d]);
    curves.push_back(to_curve(profile.options, profile.centre,
                              {step.log_ceiling, step.inner[0] + sigma * step.cholesky[0] * z1,
                               step.inner[1] + sigma * (step.cholesky[1] * z1 + step.cholesky[2] * z2)}));
  }
  return curves;
}

} // namespace rashin::balance
