#include "need/weights.h"

#include "core/number_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rashin::need {
namespace {

constexpr std::size_t attempts = 32, walk_steps_per_criterion = 16;

Diagnostics faults_of(std::size_t criteria, const WeightStatement& statement) {
  using Kind = WeightStatement::Kind;
  Diagnostics faults;
  Place place;
  place.field = statement.by;
  const auto fail = [&](std::string_view code, const std::string& seen) {
    faults.push_back(make_diagnostic(code, place, {statement.by, seen}));
  };
  if (!(statement.trust > 0)) fail("weights-trust", shortest(statement.trust));
  if (statement.kind == Kind::Ordinal) {
    std::vector<std::size_t> sorted = statement.order, all(criteria);
    std::sort(sorted.begin(), sorted.end());
    std::iota(all.begin(), all.end(), std::size_t{0});
    if (sorted != all) fail("weights-order", std::to_string(statement.order.size()));
  }
  if (statement.kind != Kind::Interval && statement.kind != Kind::Swing) return faults;
  if (statement.low.size() != criteria || statement.high.size() != criteria) throw Error("weight bounds are missing");
  double low = 0, high = 0;
  const double most = statement.kind == Kind::Swing ? 100 : 1;
  for (std::size_t k = 0; k < criteria; ++k) {
    if (!(statement.low[k] >= 0 && statement.low[k] <= statement.high[k] && statement.high[k] <= most))
      fail("weights-bounds", shortest(statement.low[k]) + " … " + shortest(statement.high[k]));
    low += statement.low[k];
    high += statement.high[k];
  }
  if (statement.kind == Kind::Interval && faults.empty() && !(low <= 1 && high >= 1))
    fail("weights-no-room", shortest(low) + " … " + shortest(high));
  if (statement.kind == Kind::Swing && !(low > 0)) fail("weights-swing", shortest(low));
  return faults;
}

} // namespace

Result<WeightDraws> WeightDraws::make(std::size_t criteria, std::vector<WeightStatement> statements,
                                      std::uint64_t seed) {
  if (criteria == 0) throw Error("no criterion to weigh");
  if (statements.empty()) statements.emplace_back();
  Diagnostics faults;
  WeightDraws draws;
  for (const WeightStatement& statement : statements) {
    const Diagnostics own = faults_of(criteria, statement);
    faults.insert(faults.end(), own.begin(), own.end());
    draws.trust_.push_back((draws.trust_.empty() ? 0 : draws.trust_.back()) + statement.trust);
  }
  if (!faults.empty()) return faults;
  draws.criteria_ = criteria;
  draws.statements_ = std::move(statements);
  draws.seed_ = seed;
  draws.believed_ = FactorKey("weights/believed");
  for (std::size_t attempt = 0; attempt < attempts; ++attempt)
    for (std::size_t k = 0; k < criteria; ++k)
      draws.keys_.emplace_back("weights/" + std::to_string(k) +
                               (attempt == 0 ? "" : "/again" + std::to_string(attempt)));
  return draws;
}

/// Uniform on the simplex: exponentials over their sum.
void WeightDraws::on_simplex(std::size_t attempt, std::uint64_t draw, std::span<double> weights) const {
  double total = 0;
  for (std::size_t k = 0; k < criteria_; ++k) {
    weights[k] = -std::log(uniform(seed_, keys_[attempt * criteria_ + k], Stream::A, draw));
    total += weights[k];
  }
  for (double& weight : weights) weight /= total;
}

/// The simplex above the lower bounds, again until the upper bounds hold; where they hold too rarely, a walk from the
/// middle of the permitted part along drawn pairs of criteria (hit and run).
void WeightDraws::within_bounds(const WeightStatement& statement, std::uint64_t draw, std::span<double> weights) const {
  const double low = std::accumulate(statement.low.begin(), statement.low.end(), 0.0);
  const double high = std::accumulate(statement.high.begin(), statement.high.end(), 0.0);
  for (std::size_t attempt = 0; attempt < attempts; ++attempt) {
    on_simplex(attempt, draw, weights);
    bool inside = true;
    for (std::size_t k = 0; k < criteria_; ++k) {
      weights[k] = statement.low[k] + (1 - low) * weights[k];
      inside = inside && weights[k] <= statement.high[k];
    }
    if (inside) return;
  }
  const double part = high > low ? (1 - low) / (high - low) : 0;
  for (std::size_t k = 0; k < criteria_; ++k)
    weights[k] = statement.low[k] + part * (statement.high[k] - statement.low[k]);
  const FactorKey key("weights/walk");
  const std::size_t steps = walk_steps_per_criterion * criteria_;
  for (std::size_t step = 0; step < 3 * steps; step += 3) {
    const auto pick = [&](std::size_t i) { return uniform(seed_, key, Stream::A, draw * 3 * steps + step + i); };
    const auto a = static_cast<std::size_t>(pick(0) * static_cast<double>(criteria_));
    const auto b = static_cast<std::size_t>(pick(1) * static_cast<double>(criteria_));
    if (a == b) continue;
    const double most = std::min(statement.high[a] - weights[a], weights[b] - statement.low[b]);
    const double least = -std::min(weights[a] - statement.low[a], statement.high[b] - weights[b]);
    const double move = least + (most - least) * pick(2);
    weights[a] += move;
    weights[b] -= move;
  }
}

void WeightDraws::draw_one(std::uint64_t draw, std::span<double> weights) const {
  using Kind = WeightStatement::Kind;
  const double u = uniform(seed_, believed_, Stream::A, draw) * trust_.back();
  const auto person = std::lower_bound(trust_.begin(), trust_.end(), u) - trust_.begin();
  const WeightStatement& statement = statements_[static_cast<std::size_t>(person)];
  if (statement.kind == Kind::Interval) return within_bounds(statement, draw, weights);
  if (statement.kind == Kind::Swing) {
    double total = 0;
    for (std::size_t k = 0; k < criteria_; ++k) {
      const double at = uniform(seed_, keys_[k], Stream::A, draw);
      weights[k] = statement.low[k] + at * (statement.high[k] - statement.low[k]);
      total += weights[k];
    }
    for (double& weight : weights) weight /= total;
    return;
  }
  on_simplex(0, draw, weights);
  if (statement.kind == Kind::Free) return;
  std::vector<double> sorted(weights.begin(), weights.end());
  std::sort(sorted.begin(), sorted.end(), std::greater<>());
  for (std::size_t place = 0; place < criteria_; ++place) weights[statement.order[place]] = sorted[place];
}

void WeightDraws::fill(std::uint64_t first, std::span<double> out) const {
  const std::size_t count = out.size() / criteria_;
  std::vector<double> weights(criteria_);
  for (std::size_t d = 0; d < count; ++d) {
    draw_one(first + d, weights);
    for (std::size_t k = 0; k < criteria_; ++k) out[k * count + d] = weights[k];
  }
}

} // namespace rashin::need
