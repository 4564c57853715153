#include "core/distribution.h"
#include "core/number_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace rashin {
namespace {

constexpr double z95 = 1.6448536269514722; // the standard normal 95 % quantile
constexpr double symmetry_tolerance = 0.05;
constexpr double probability_tolerance = 1e-6;
constexpr std::string_view kinds = "fixed, uniform, triangular, pert, normal, lognormal, quantiles, discrete, samples";
constexpr std::array<std::string_view, 6> ranged_kinds{"uniform", "triangular", "pert",
                                                       "normal",  "lognormal",  "quantiles"};

std::string text_of(const Range& range) {
  const auto end = [](double x) { return std::isinf(x) ? std::string(x < 0 ? "-∞" : "∞") : shortest(x); };
  return "[" + end(range.low) + ", " + end(range.high) + "]";
}

/// Gathers the faults of one figure.
struct Reader {
  std::string_view kind;
  const DistributionFigures& figures;
  const Range& natural;
  const Place& place;
  Diagnostics found{};

  void report(std::string_view code, std::initializer_list<std::string_view> arguments) {
    found.push_back(make_diagnostic(code, place, arguments));
  }

  void check(double value) {
    if (!std::isfinite(value)) return report("dist-not-finite", {shortest(value)});
    if (!natural.contains(value)) report("dist-outside-range", {shortest(value), text_of(natural)});
  }

  void require(const std::optional<double>& figure, std::string_view name) {
    if (!figure) return report("dist-missing", {kind, name});
    check(*figure);
  }

  void refuse(const std::optional<double>& figure, std::string_view name) {
    if (figure) report("dist-unused", {kind, name, shortest(*figure)});
  }

  void refuse_bounds() {
    refuse(figures.low, "low");
    refuse(figures.high, "high");
  }

  Result<Distribution> finish(Distribution::Shape shape) {
    if (has_errors(found)) return std::move(found);
    return {Distribution(std::move(shape)), std::move(found)};
  }

  Result<Distribution> fixed();
  Result<Distribution> ranged();
  Result<Distribution> discrete();
  Result<Distribution> samples();
  Distribution::Shape shape_of(double low, double value, double high);
};

Result<Distribution> Reader::fixed() {
  require(figures.value, "value");
  refuse_bounds();
  return finish(shape::Fixed{figures.value.value_or(0)});
}

bool is_symmetric(double low, double middle, double high) {
  return std::fabs((middle - low) - (high - middle)) <= symmetry_tolerance * (high - low);
}

shape::Piecewise piecewise(double low, double value, double high, const Range& natural) {
  const double beyond = 0.1 * (high - low);
  return {{natural.clip(low - beyond), low, value, high, natural.clip(high + beyond)}, {0, 0.05, 0.5, 0.95, 1}};
}

Distribution::Shape Reader::shape_of(double low, double value, double high) {
  if (low == high) return shape::Fixed{value};
  if (kind == "uniform") return shape::Uniform{low, high};
  if (kind == "triangular") return shape::Triangular{low, value, high};
  if (kind == "pert") return shape::Pert{low, value, high};
  if (kind == "normal") return shape::Normal{value, (high - low) / (2 * z95), natural};
  if (kind == "lognormal")
    return shape::Lognormal{std::log(value), (std::log(high) - std::log(low)) / (2 * z95), natural};
  return piecewise(low, value, high, natural);
}

Result<Distribution> Reader::ranged() {
  require(figures.low, "low");
  require(figures.high, "high");
  if (kind != "uniform" || figures.value) require(figures.value, "value");
  if (has_errors(found)) return std::move(found);
  const double low = *figures.low, high = *figures.high, value = figures.value.value_or(0.5 * (low + high));
  if (low > value || value > high) {
    report("dist-order", {shortest(low), shortest(value), shortest(high)});
  } else if (kind == "uniform" && !is_symmetric(low, value, high)) {
    report("dist-uniform-value", {shortest(value), shortest(low), shortest(high)});
  } else if (kind == "normal" && !is_symmetric(low, value, high)) {
    report("dist-normal-asymmetric", {shortest(low), shortest(value), shortest(high), shortest(0.5 * (low + high))});
  } else if (kind == "lognormal" && low <= 0) {
    report("dist-lognormal-positive", {shortest(low)});
  } else if (kind == "lognormal" && !is_symmetric(std::log(low), std::log(value), std::log(high))) {
    report("dist-lognormal-asymmetric",
           {shortest(low), shortest(value), shortest(high), shortest(std::sqrt(low * high))});
  }
  if (has_errors(found)) return std::move(found);
  return finish(shape_of(low, value, high));
}

Result<Distribution> Reader::discrete() {
  if (figures.outcomes.empty()) report("dist-missing", {kind, "outcomes"});
  refuse(figures.value, "value");
  refuse_bounds();
  double sum = 0;
  for (const Outcome& outcome : figures.outcomes) {
    check(outcome.value);
    if (!(outcome.probability >= 0 && outcome.probability <= 1))
      report("dist-probability", {shortest(outcome.probability)});
    sum += outcome.probability;
  }
  if (has_errors(found)) return std::move(found);
  if (std::fabs(sum - 1) > probability_tolerance) {
    report("dist-probability-sum", {shortest(sum)});
    return std::move(found);
  }
  std::vector<Outcome> sorted = figures.outcomes;
  std::erase_if(sorted, [](const Outcome& o) { return o.probability == 0; });
  std::stable_sort(sorted.begin(), sorted.end(), [](const Outcome& a, const Outcome& b) { return a.value < b.value; });
  shape::Discrete shape;
  double cumulative = 0;
  for (const Outcome& outcome : sorted) {
    shape.values.push_back(outcome.value);
    shape.cumulative.push_back((cumulative += outcome.probability) / sum);
  }
  shape.cumulative.back() = 1;
  return finish(std::move(shape));
}

Result<Distribution> Reader::samples() {
  if (figures.samples.empty()) report("dist-missing", {kind, "samples"});
  for (const double sample : figures.samples) check(sample);
  refuse(figures.value, "value");
  refuse_bounds();
  if (has_errors(found)) return std::move(found);
  shape::Discrete shape{figures.samples, {}};
  std::sort(shape.values.begin(), shape.values.end());
  for (std::size_t i = 1; i <= shape.values.size(); ++i)
    shape.cumulative.push_back(static_cast<double>(i) / static_cast<double>(shape.values.size()));
  return finish(std::move(shape));
}

} // namespace

Result<Distribution> make_distribution(std::string_view kind, const DistributionFigures& figures, const Range& natural,
                                       const Place& place) {
  const bool bounded = figures.low || figures.high;
  if (kind.empty() && bounded) return make_diagnostic("dist-kind-missing", place, {kinds});
  Reader reader{kind.empty() ? "fixed" : kind, figures, natural, place};
  if (reader.kind == "fixed") return reader.fixed();
  if (kind == "discrete") return reader.discrete();
  if (kind == "samples") return reader.samples();
  if (std::find(ranged_kinds.begin(), ranged_kinds.end(), kind) != ranged_kinds.end()) return reader.ranged();
  return make_diagnostic("dist-unknown-kind", place, {kind, kinds});
}

} // namespace rashin
