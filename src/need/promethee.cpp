#include "core/result.h"
#include "math/parallel.h"
#include "need/multicriteria.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rashin::need {
namespace {

using Kind = Preference::Kind;

std::vector<double> unit_weights(const ScoreTable& table, std::size_t preferences) {
  if (table.alternatives < 2 || table.scores.size() != table.alternatives * table.criteria.size() ||
      preferences != table.criteria.size())
    throw Error("PROMETHEE needs two alternatives and a preference per criterion");
  double total = 0;
  std::vector<double> weights;
  for (const Criterion& criterion : table.criteria) total += criterion.weight;
  if (!(total > 0)) throw Error("no criterion has a weight");
  for (const Criterion& criterion : table.criteria) weights.push_back(criterion.weight / total);
  return weights;
}

/// Sums of preferences of one criterion over all others: leaving (plus) and entering (minus).
struct Sums {
  std::vector<double> plus, minus;
};

/// A preference without jumps or with them is a sum of pieces of leads beyond thresholds: steps count, ramps add.
/// With x sorted, the alternatives with a lead in [0, t] form a window that only moves on.
class SortedCriterion {
 public:
  SortedCriterion(std::vector<double> values, const Preference& preference)
      : preference_(preference), order_(values.size()), values_(values.size()), prefix_(values.size() + 1, 0.0) {
    std::vector<std::pair<double, std::size_t>> pairs(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) pairs[i] = {values[i], i};
    std::sort(pairs.begin(), pairs.end());
    for (std::size_t i = 0; i < values.size(); ++i) {
      values_[i] = pairs[i].first;
      order_[i] = pairs[i].second;
    }
    for (std::size_t i = 0; i < values.size(); ++i) prefix_[i + 1] = prefix_[i] + (values_[i] - values_[0]);
  }

  Sums sums() const {
    const std::size_t n = values_.size();
    Sums result{std::vector<double>(n), std::vector<double>(n)};
    Window down_q, down_p, up_q, up_p;
    for (std::size_t i = 0; i < n; ++i) result.plus[order_[i]] = below(i, down_q, down_p);
    up_q.edge = up_p.edge = n;
    for (std::size_t i = n; i-- > 0;) result.minus[order_[i]] = above(i, up_q, up_p);
    return result;
  }

 private:
  struct Window {
    std::size_t edge = 0;
  };

  double q() const {
    return preference_.kind == Kind::VShape || preference_.kind == Kind::Usual ? 0 : preference_.indifference;
  }
  double p() const {
    return preference_.kind == Kind::Usual || preference_.kind == Kind::UShape ? q() : preference_.strict;
  }

  /// Alternatives that i leads by more than q (and beyond p): prefix of the order.
  double below(std::size_t i, Window& beyond_q, Window& beyond_p) const {
    while (beyond_q.edge < i && values_[i] - values_[beyond_q.edge] > q()) ++beyond_q.edge;
    while (beyond_p.edge < beyond_q.edge && values_[i] - values_[beyond_p.edge] > p()) ++beyond_p.edge;
    const double far = static_cast<double>(beyond_p.edge), near = static_cast<double>(beyond_q.edge - beyond_p.edge);
    if (near == 0) return far;
    if (preference_.kind == Kind::Level) return far + near / 2;
    const double leads = near * (values_[i] - values_[0]) - (prefix_[beyond_q.edge] - prefix_[beyond_p.edge]);
    return far + (leads - near * q()) / (p() - q());
  }

  /// Alternatives that lead i: suffix of the order from the edge on.
  double above(std::size_t i, Window& beyond_q, Window& beyond_p) const {
    const std::size_t n = values_.size();
    while (beyond_q.edge > i + 1 && values_[beyond_q.edge - 1] - values_[i] > q()) --beyond_q.edge;
    while (beyond_p.edge > beyond_q.edge && values_[beyond_p.edge - 1] - values_[i] > p()) --beyond_p.edge;
    const double far = static_cast<double>(n - beyond_p.edge),
                 near = static_cast<double>(beyond_p.edge - beyond_q.edge);
    if (near == 0) return far;
    if (preference_.kind == Kind::Level) return far + near / 2;
    const double leads = prefix_[beyond_p.edge] - prefix_[beyond_q.edge] - near * (values_[i] - values_[0]);
    return far + (leads - near * q()) / (p() - q());
  }

  Preference preference_;
  std::vector<std::size_t> order_;
  std::vector<double> values_;
  std::vector<double> prefix_; ///< sums of values above the least
};

Sums by_pairs(const std::vector<double>& values, const Preference& preference) {
  Sums sums{std::vector<double>(values.size(), 0.0), std::vector<double>(values.size(), 0.0)};
  for (std::size_t a = 0; a < values.size(); ++a)
    for (std::size_t b = 0; b < values.size(); ++b) {
      const double preferred = preference(values[a] - values[b]);
      sums.plus[a] += preferred;
      sums.minus[b] += preferred;
    }
  return sums;
}

std::vector<double> directed(const ScoreTable& table, std::size_t k) {
  std::vector<double> values(table.alternatives);
  const double sign = table.criteria[k].larger_is_better ? 1 : -1;
  for (std::size_t a = 0; a < values.size(); ++a) values[a] = sign * table.scores[a * table.criteria.size() + k];
  return values;
}

} // namespace

double Preference::operator()(double lead) const {
  if (!(lead > 0)) return 0;
  switch (kind) {
  case Kind::Usual:
    return 1;
  case Kind::UShape:
    return lead <= indifference ? 0 : 1;
  case Kind::VShape:
    return lead > strict ? 1 : lead / strict;
  case Kind::Level:
    return lead <= indifference ? 0 : lead <= strict ? 0.5 : 1;
  case Kind::VShapeIndifference:
    return lead <= indifference ? 0 : lead > strict ? 1 : (lead - indifference) / (strict - indifference);
  case Kind::Gaussian:
    return 1 - std::exp(-lead * lead / (2 * spread * spread));
  }
  throw Error("a preference of no known kind");
}

PrometheeFlows promethee(const ScoreTable& table, std::span<const Preference> preferences, unsigned threads) {
  const std::vector<double> weights = unit_weights(table, preferences.size());
  std::vector<Sums> sums(preferences.size());
  const bool done = math::parallel_for(sums.size(), {threads, 1, {}}, [&](std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; ++k)
      sums[k] = preferences[k].kind == Kind::Gaussian ? by_pairs(directed(table, k), preferences[k])
                                                      : SortedCriterion(directed(table, k), preferences[k]).sums();
  });
  if (!done) throw Error("PROMETHEE was stopped without a request");
  const std::size_t n = table.alternatives;
  PrometheeFlows flows{std::vector<double>(n, 0.0), std::vector<double>(n, 0.0), std::vector<double>(n)};
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t k = 0; k < sums.size(); ++k) {
      flows.plus[a] += weights[k] * sums[k].plus[a];
      flows.minus[a] += weights[k] * sums[k].minus[a];
    }
    flows.plus[a] /= static_cast<double>(n - 1);
    flows.minus[a] /= static_cast<double>(n - 1);
    flows.net[a] = flows.plus[a] - flows.minus[a];
  }
  return flows;
}

std::vector<double> preference_indices(const ScoreTable& table, std::span<const Preference> preferences) {
  const std::vector<double> weights = unit_weights(table, preferences.size());
  const std::size_t n = table.alternatives;
  std::vector<double> result(n * n, 0.0);
  for (std::size_t k = 0; k < preferences.size(); ++k) {
    const std::vector<double> values = directed(table, k);
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = 0; b < n; ++b) result[a * n + b] += weights[k] * preferences[k](values[a] - values[b]);
  }
  return result;
}

} // namespace rashin::need
