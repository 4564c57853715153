#include "core/distribution.h"

#include "core/special_functions.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rashin {
namespace {

using namespace shape;

double square(double x) {
  return x * x;
}

// --- quantile
// ---------------------------------------------------------------------------------------------------------------------

double quantile_of(const Fixed& d, double) {
  return d.value;
}
double quantile_of(const Uniform& d, double u) {
  return d.low + u * (d.high - d.low);
}

double quantile_of(const Triangular& d, double u) {
  const double width = d.high - d.low;
  if (u * width < d.mode - d.low) return d.low + std::sqrt(u * width * (d.mode - d.low));
  return d.high - std::sqrt((1 - u) * width * (d.high - d.mode));
}

struct BetaShapes {
  double a, b;
};
BetaShapes shapes_of(const Pert& d) {
  const double width = d.high - d.low;
  return {1 + 4 * (d.mode - d.low) / width, 1 + 4 * (d.high - d.mode) / width};
}

double quantile_of(const Pert& d, double u) {
  const auto [a, b] = shapes_of(d);
  return d.low + (d.high - d.low) * beta_quantile(a, b, u);
}

double quantile_of(const Normal& d, double u) {
  return d.clip.clip(d.mean + d.sd * normal_quantile(u));
}
double quantile_of(const Lognormal& d, double u) {
  return d.clip.clip(std::exp(d.log_median + d.log_sd * normal_quantile(u)));
}

double quantile_of(const Piecewise& d, double u) {
  const auto above = std::lower_bound(d.cumulative.begin() + 1, d.cumulative.end() - 1, u);
  const auto i = static_cast<std::size_t>(above - d.cumulative.begin());
  const double share = (u - d.cumulative[i - 1]) / (d.cumulative[i] - d.cumulative[i - 1]);
  return std::lerp(d.edges[i - 1], d.edges[i], share);
}

double quantile_of(const Discrete& d, double u) {
  const auto at = std::lower_bound(d.cumulative.begin(), d.cumulative.end() - 1, u);
  return d.values[static_cast<std::size_t>(at - d.cumulative.begin())];
}

// --- mean and variance
// ------------------------------------------------------------------------------------------------------------

struct Moments {
  double mean, variance;
};

Moments moments_of(const Fixed& d) {
  return {d.value, 0};
}
Moments moments_of(const Uniform& d) {
  return {0.5 * (d.low + d.high), square(d.high - d.low) / 12};
}

Moments moments_of(const Triangular& d) {
  const double a = d.low, m = d.mode, b = d.high;
  return {(a + m + b) / 3, (square(b - a) - (m - a) * (b - m)) / 18};
}

Moments moments_of(const Pert& d) {
  const auto [a, b] = shapes_of(d); // a + b = 6
  return {(d.low + 4 * d.mode + d.high) / 6, square(d.high - d.low) * a * b / 252};
}

/// The ends of the natural range in standard units, with the mass between them.
struct Clipped {
  double low, high, inside;
  Clipped(double low_z, double high_z) : low(low_z), high(high_z), inside(normal_cdf(high_z) - normal_cdf(low_z)) {}
};

/// What the mass moved onto an end contributes; an end at infinity bears none.
double at_end(double end, double mass) {
  return std::isinf(end) ? 0 : end * mass;
}
double weighted_density(double z) {
  return std::isinf(z) ? 0 : z * normal_density(z);
}

/// The doubly censored normal in standard units: E Z = l P(Z<l) + h P(Z>h) + phi(l) - phi(h), and likewise for Z^2.
Moments moments_of(const Normal& d) {
  const Clipped c((d.clip.low - d.mean) / d.sd, (d.clip.high - d.mean) / d.sd);
  const double below = normal_cdf(c.low), above = normal_cdf(-c.high);
  const double first = at_end(c.low, below) + at_end(c.high, above) + normal_density(c.low) - normal_density(c.high);
  const double second = at_end(square(c.low), below) + at_end(square(c.high), above) + c.inside +
                        weighted_density(c.low) - weighted_density(c.high);
  return {d.mean + d.sd * first, square(d.sd) * (second - square(first))};
}

/// The same for the lognormal: E X^k over l < X < h is exp(k mu + k^2 s^2 / 2) times the normal mass shifted by k s.
Moments moments_of(const Lognormal& d) {
  const double s = d.log_sd;
  const auto in_z = [&](double end) {
    return end > 0 ? (std::log(end) - d.log_median) / s : -std::numeric_limits<double>::infinity();
  };
  const double low = in_z(d.clip.low), high = in_z(d.clip.high);
  const double below = normal_cdf(low), above = normal_cdf(-high);
  const auto raw = [&](double k, double low_end, double high_end) {
    const double inside = normal_cdf(high - k * s) - normal_cdf(low - k * s);
    return std::exp(k * d.log_median + 0.5 * k * k * s * s) * inside + (below > 0 ? low_end * below : 0) +
           at_end(high_end, above);
  };
  const double first = raw(1, d.clip.low, d.clip.high);
  return {first, raw(2, square(d.clip.low), square(d.clip.high)) - square(first)};
}

Moments moments_of(const Piecewise& d) {
  double mean = 0, variance = 0;
  for (std::size_t i = 1; i < d.edges.size(); ++i)
    mean += (d.cumulative[i] - d.cumulative[i - 1]) * 0.5 * (d.edges[i] + d.edges[i - 1]);
  for (std::size_t i = 1; i < d.edges.size(); ++i)
    variance += (d.cumulative[i] - d.cumulative[i - 1]) *
                (square(0.5 * (d.edges[i] + d.edges[i - 1]) - mean) + square(d.edges[i] - d.edges[i - 1]) / 12);
  return {mean, variance};
}

Moments moments_of(const Discrete& d) {
  const auto probability = [&](std::size_t i) { return d.cumulative[i] - (i == 0 ? 0.0 : d.cumulative[i - 1]); };
  double mean = 0, variance = 0;
  for (std::size_t i = 0; i < d.values.size(); ++i) mean += probability(i) * d.values[i];
  for (std::size_t i = 0; i < d.values.size(); ++i) variance += probability(i) * square(d.values[i] - mean);
  return {mean, variance};
}

// --- cdf
// --------------------------------------------------------------------------------------------------------------------------

double cdf_of(const Fixed& d, double x) {
  return x >= d.value ? 1 : 0;
}
double cdf_of(const Uniform& d, double x) {
  return std::clamp((x - d.low) / (d.high - d.low), 0.0, 1.0);
}

double cdf_of(const Triangular& d, double x) {
  if (x <= d.low) return 0;
  if (x >= d.high) return 1;
  const double width = d.high - d.low;
  return x < d.mode ? square(x - d.low) / (width * (d.mode - d.low))
                    : 1 - square(d.high - x) / (width * (d.high - d.mode));
}

double cdf_of(const Pert& d, double x) {
  const auto [a, b] = shapes_of(d);
  return beta_cdf(a, b, std::clamp((x - d.low) / (d.high - d.low), 0.0, 1.0));
}

double clipped_cdf(const Range& clip, double x, double unclipped) {
  return x < clip.low ? 0 : (x >= clip.high ? 1 : unclipped);
}
double cdf_of(const Normal& d, double x) {
  return clipped_cdf(d.clip, x, normal_cdf((x - d.mean) / d.sd));
}
double cdf_of(const Lognormal& d, double x) {
  return clipped_cdf(d.clip, x, x > 0 ? normal_cdf((std::log(x) - d.log_median) / d.log_sd) : 0);
}

double cdf_of(const Piecewise& d, double x) {
  if (x < d.edges.front()) return 0;
  if (x >= d.edges.back()) return 1;
  const auto above = std::upper_bound(d.edges.begin(), d.edges.end(), x);
  const auto i = static_cast<std::size_t>(above - d.edges.begin());
  return d.cumulative[i - 1] +
         (d.cumulative[i] - d.cumulative[i - 1]) * (x - d.edges[i - 1]) / (d.edges[i] - d.edges[i - 1]);
}

double cdf_of(const Discrete& d, double x) {
  const auto above = std::upper_bound(d.values.begin(), d.values.end(), x);
  return above == d.values.begin() ? 0 : d.cumulative[static_cast<std::size_t>(above - d.values.begin()) - 1];
}

} // namespace

double Distribution::quantile(double u) const {
  if (!(u > 0 && u < 1)) throw Error("a quantile outside the open interval (0, 1)");
  return std::visit([u](const auto& d) { return quantile_of(d, u); }, shape_);
}

void Distribution::to_values(std::span<double> uniforms) const {
  const auto convert = [uniforms](const auto& d) {
    for (double& u : uniforms) {
      if (!(u > 0 && u < 1)) throw Error("a quantile outside the open interval (0, 1)");
      u = quantile_of(d, u);
    }
  };
  std::visit(convert, shape_);
}

double Distribution::mean() const {
  return std::visit([](const auto& d) { return moments_of(d).mean; }, shape_);
}
double Distribution::variance() const {
  return std::visit([](const auto& d) { return moments_of(d).variance; }, shape_);
}
double Distribution::cdf(double x) const {
  return std::visit([x](const auto& d) { return cdf_of(d, x); }, shape_);
}

std::vector<double> dirichlet_weights(std::span<const double> mean, double concentration,
                                      std::span<const double> uniforms) {
  const double sum = std::accumulate(mean.begin(), mean.end(), 0.0);
  const bool valid = !mean.empty() && *std::min_element(mean.begin(), mean.end()) >= 0 && std::fabs(sum - 1) <= 1e-6;
  if (!valid || !(concentration > 0) || uniforms.size() != mean.size())
    throw Error("branch probabilities without a valid mean");
  std::vector<double> weights(mean.begin(), mean.end());
  for (double& weight : weights) weight /= sum;
  if (std::isinf(concentration)) return weights;
  std::vector<double> tail(weights.size() + 1, 0.0); // what the branches from i on have together, without cancellation
  for (std::size_t i = weights.size(); i-- > 0;) tail[i] = tail[i + 1] + weights[i];
  double left = 1;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    double share = weights[i] > 0 ? 1 : 0;
    if (weights[i] > 0 && tail[i + 1] > 0)
      share = beta_quantile(concentration * weights[i], concentration * tail[i + 1], uniforms[i]);
    weights[i] = left * std::clamp(share, 0.0, 1.0);
    left -= weights[i];
  }
  return weights;
}

} // namespace rashin
