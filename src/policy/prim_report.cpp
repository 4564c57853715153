#include "policy/prim.h"

#include "core/draws.h"
#include "core/number_text.h"
#include "core/special_functions.h"
#include "math/statistics.h"

#include <algorithm>
#include <cmath>

namespace rashin::policy {

std::vector<double> quasi_p(const PrimCases& cases, const PrimBox& box) {
  std::vector<double> result;
  for (std::size_t dropped = 0; dropped < box.limits.size(); ++dropped) {
    if (!box.limits[dropped].restricted()) {
      result.push_back(1);
      continue;
    }
    double count = 0, of_interest = 0;
    for (std::size_t i = 0; i < cases.of_interest.size(); ++i) {
      bool in = true;
      for (std::size_t k = 0; k < box.limits.size() && in; ++k)
        in = k == dropped || box.limits[k].holds(cases.columns[k][i]);
      count += in;
      of_interest += in && cases.of_interest[i];
    }
    const double p = of_interest / count, k = static_cast<double>(box.of_interest);
    const double n = static_cast<double>(box.cases);
    // P(X >= k), X binomial (n, p), by the incomplete beta function.
    result.push_back(k == 0 || p >= 1 ? 1 : beta_cdf(k, n - k + 1, p));
  }
  return result;
}

std::vector<LimitSpread> limit_spread(const PrimCases& cases, const PrimBox& box, const PrimOptions& options,
                                      std::size_t resamples, std::uint64_t seed) {
  const std::size_t n = cases.of_interest.size();
  std::vector<std::vector<double>> lows(box.limits.size()), highs(box.limits.size());
  std::vector<double> u(n);
  std::size_t used = 0;
  for (std::size_t b = 0; b < resamples; ++b) {
    fill_uniforms(seed, FactorKey("prim/resample"), Stream::A, b * n, u);
    PrimCases drawn{cases.names, std::vector<std::vector<double>>(cases.columns.size()), {}};
    for (const double x : u) {
      const auto i = static_cast<std::size_t>(x * static_cast<double>(n));
      for (std::size_t k = 0; k < cases.columns.size(); ++k) drawn.columns[k].push_back(cases.columns[k][i]);
      drawn.of_interest.push_back(cases.of_interest[i]);
    }
    if (std::find(drawn.of_interest.begin(), drawn.of_interest.end(), 1) == drawn.of_interest.end()) continue;
    ++used;
    const std::vector<PrimBox> trajectory = prim(drawn, options);
    const auto nearest =
        std::min_element(trajectory.begin(), trajectory.end(), [&](const PrimBox& a, const PrimBox& c) {
          return std::abs(a.mass - box.mass) < std::abs(c.mass - box.mass);
        });
    for (std::size_t k = 0; k < box.limits.size(); ++k) {
      if (nearest->limits[k].low_bound) lows[k].push_back(nearest->limits[k].low);
      if (nearest->limits[k].high_bound) highs[k].push_back(nearest->limits[k].high);
    }
  }
  std::vector<LimitSpread> result(box.limits.size());
  const std::vector<double> levels{0.05, 0.95};
  const auto spread = [&](const std::vector<double>& values, double& p5, double& p95, double& share) {
    if (values.empty() || used == 0) return;
    const std::vector<double> ends = math::quantiles(values, levels);
    p5 = ends[0];
    p95 = ends[1];
    share = static_cast<double>(values.size()) / static_cast<double>(used);
  };
  for (std::size_t k = 0; k < result.size(); ++k) {
    spread(lows[k], result[k].low_p5, result[k].low_p95, result[k].low_share);
    spread(highs[k], result[k].high_p5, result[k].high_p95, result[k].high_share);
  }
  return result;
}

LocalizedText in_words(const PrimBox& box, std::span<const std::string> names) {
  LocalizedText words;
  const auto number = [](double x) { return format_number(x, Language::English); };
  for (std::size_t k = 0; k < box.limits.size(); ++k) {
    const PrimLimit& limit = box.limits[k];
    if (!limit.restricted()) continue;
    words.ja += words.ja.empty() ? "" : "、かつ ";
    words.en += words.en.empty() ? "" : " and ";
    if (limit.low_bound && limit.high_bound) {
      words.ja += names[k] + " が " + number(limit.low) + " から " + number(limit.high) + " の間";
      words.en += names[k] + " is between " + number(limit.low) + " and " + number(limit.high);
    } else if (limit.low_bound) {
      words.ja += names[k] + " が " + number(limit.low) + " 以上";
      words.en += names[k] + " is above " + number(limit.low);
    } else {
      words.ja += names[k] + " が " + number(limit.high) + " 以下";
      words.en += names[k] + " is below " + number(limit.high);
    }
  }
  if (words.en.empty()) return {"すべての場合", "in all cases"};
  return words;
}

} // namespace rashin::policy
