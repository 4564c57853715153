#include "need/readiness.h"

#include "core/result.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace rashin::need {
namespace {

double sum_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum;
}

} // namespace

ReadinessValue value_of_readiness(std::span<const Contribution> contributions) {
  if (contributions.empty()) throw Error("a technology without a contribution");
  ReadinessValue best;
  double best_sum = 0;
  for (const Contribution& c : contributions) {
    if (c.without_draws.size() != c.with_draws.size()) throw Error("contribution of " + c.option + ": draws differ");
    std::vector<double> value(c.without_draws.size());
    for (std::size_t d = 0; d < value.size(); ++d) value[d] = c.without_draws[d] - c.with_draws[d];
    const double sum = sum_of(value);
    if (best.draws.empty() || sum > best_sum) best = {c.option, std::move(value)}, best_sum = sum;
  }
  return best;
}

std::vector<TopShare> share_in_top(const std::vector<std::vector<double>>& values, std::size_t k) {
  std::vector<TopShare> shares(values.size());
  if (values.empty()) return shares;
  const std::size_t draws = values.front().size();
  std::vector<double> places(values.size(), 0.0), ranked;
  for (std::size_t d = 0; d < draws; ++d) {
    ranked.clear();
    for (const auto& value : values)
      if (value.at(d) > 0) ranked.push_back(value[d]);
    if (ranked.empty()) continue;
    const std::size_t taken = std::min(k, ranked.size());
    if (taken == 0) continue;
    std::nth_element(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(taken - 1), ranked.end(),
                     std::greater<>());
    const double border = ranked[taken - 1];
    std::size_t above = 0, at = 0;
    for (const auto& value : values) {
      above += value[d] > border;
      at += value[d] == border;
    }
    const double part = static_cast<double>(taken - above) / static_cast<double>(at);
    for (std::size_t c = 0; c < values.size(); ++c) {
      if (values[c][d] > border)
        places[c] += 1;
      else if (values[c][d] == border)
        places[c] += part;
    }
  }
  for (std::size_t c = 0; c < values.size(); ++c) {
    const double n = static_cast<double>(draws), share = places[c] / n;
    shares[c] = {share, std::sqrt(std::max(0.0, share * (1 - share)) / n)};
  }
  return shares;
}

double share_too_late(std::span<const double> ready_day, std::span<const double> needed_day) {
  if (ready_day.empty() || ready_day.size() != needed_day.size()) throw Error("ready and needed days: draws differ");
  std::size_t late = 0;
  for (std::size_t d = 0; d < ready_day.size(); ++d) late += ready_day[d] > needed_day[d];
  return static_cast<double>(late) / static_cast<double>(ready_day.size());
}

} // namespace rashin::need
