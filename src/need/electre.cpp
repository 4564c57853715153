#include "need/electre.h"

#include "core/result.h"

#include <algorithm>

namespace rashin::need {
namespace {

void check(const ScoreTable& table, std::span<const OutrankingThresholds> thresholds) {
  if (table.scores.size() != table.alternatives * table.criteria.size() || thresholds.size() != table.criteria.size())
    throw Error("ELECTRE III needs alternatives x criteria, and thresholds per criterion");
  double total = 0;
  for (const Criterion& criterion : table.criteria) total += criterion.weight;
  if (!(total > 0)) throw Error("no criterion has a weight");
  for (const OutrankingThresholds& t : thresholds)
    if (!(t.indifference >= 0 && t.strict >= t.indifference && t.veto.value_or(t.strict) >= t.strict))
      throw Error("thresholds of a criterion are out of order");
}

/// 0 up to `low`, 1 from `high` on (where both are one: 1 only beyond), a straight line between.
double ramp(double x, double low, double high) {
  if (x <= low) return 0;
  return x >= high ? 1 : (x - low) / (high - low);
}

/// How far b leads a, on each criterion in turn.
template <class What> void each_lead(const ScoreTable& table, std::size_t a, std::size_t b, const What& what) {
  const std::size_t m = table.criteria.size();
  for (std::size_t k = 0; k < m; ++k) {
    const double lead = table.scores[b * m + k] - table.scores[a * m + k];
    what(k, table.criteria[k].larger_is_better ? lead : -lead);
  }
}

double concordance_of(const ScoreTable& table, std::span<const OutrankingThresholds> thresholds, std::size_t a,
                      std::size_t b) {
  double agreeing = 0, total = 0;
  each_lead(table, a, b, [&](std::size_t k, double lead) {
    const double weight = table.criteria[k].weight;
    total += weight;
    agreeing += weight * (1 - ramp(lead, thresholds[k].indifference, thresholds[k].strict));
  });
  return agreeing / total;
}

double credibility_of(const ScoreTable& table, std::span<const OutrankingThresholds> thresholds, std::size_t a,
                      std::size_t b, double concordance) {
  double credibility = concordance;
  each_lead(table, a, b, [&](std::size_t k, double lead) {
    if (!thresholds[k].veto) return;
    const double against = ramp(lead, thresholds[k].strict, *thresholds[k].veto);
    if (against > concordance) credibility *= (1 - against) / (1 - concordance);
  });
  return credibility;
}

/// Takes classes out of the alternatives, one after the other: the most qualified first, or the least.
class Distillation {
 public:
  Distillation(const Electre& relation, std::size_t n, const DiscriminationLine& line)
      : relation_(relation), line_(line), n_(n) {}

  /// Places from 1, the best first, whichever side classes were taken from.
  std::vector<std::size_t> places(bool descending) const {
    std::vector<std::size_t> left(n_), places(n_, 1);
    for (std::size_t i = 0; i < n_; ++i) left[i] = i;
    std::size_t taken = 0;
    while (!left.empty()) {
      const std::vector<std::size_t> next = next_class(left, descending);
      std::vector<std::size_t> rest;
      std::set_difference(left.begin(), left.end(), next.begin(), next.end(), std::back_inserter(rest));
      for (const std::size_t a : next) places[a] = descending ? taken + 1 : rest.size() + 1;
      taken += next.size();
      left = rest;
    }
    return places;
  }

 private:
  double credibility(std::size_t a, std::size_t b) const { return relation_.credibility[a * n_ + b]; }

  /// The largest credibility among these below `border`; 0 where there is none.
  double largest_below(const std::vector<std::size_t>& among, double border) const {
    double largest = 0;
    for (const std::size_t a : among)
      for (const std::size_t b : among)
        if (a != b && credibility(a, b) < border) largest = std::max(largest, credibility(a, b));
    return largest;
  }

  bool outranks(std::size_t a, std::size_t b, double cut) const {
    const double forth = credibility(a, b), back = credibility(b, a);
    return forth > cut && forth - back > line_(forth);
  }

  std::vector<std::size_t> next_class(std::vector<std::size_t> among, bool descending) const {
    double cut = largest_below(among, 2);
    while (cut > 0 && among.size() > 1) {
      cut = largest_below(among, cut - line_(cut));
      std::vector<long> qualification(among.size(), 0);
      for (std::size_t i = 0; i < among.size(); ++i)
        for (std::size_t j = 0; j < among.size(); ++j) {
          if (i == j || !outranks(among[i], among[j], cut)) continue;
          const long sign = descending ? 1 : -1;
          qualification[i] += sign;
          qualification[j] -= sign;
        }
      const long most = *std::max_element(qualification.begin(), qualification.end());
      std::vector<std::size_t> chosen;
      for (std::size_t i = 0; i < among.size(); ++i)
        if (qualification[i] == most) chosen.push_back(among[i]);
      among = std::move(chosen);
    }
    return among;
  }

  const Electre& relation_;
  const DiscriminationLine& line_;
  std::size_t n_;
};

} // namespace

bool Electre::better(std::size_t a, std::size_t b) const {
  return descending[a] <= descending[b] && ascending[a] <= ascending[b] &&
         (descending[a] < descending[b] || ascending[a] < ascending[b]);
}

bool Electre::incomparable(std::size_t a, std::size_t b) const {
  return (descending[a] < descending[b] && ascending[a] > ascending[b]) ||
         (descending[a] > descending[b] && ascending[a] < ascending[b]);
}

Electre electre(const ScoreTable& table, std::span<const OutrankingThresholds> thresholds,
                const DiscriminationLine& line) {
  check(table, thresholds);
  const std::size_t n = table.alternatives;
  Electre result;
  result.concordance.assign(n * n, 1);
  result.credibility.assign(n * n, 1);
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = 0; b < n; ++b) {
      if (a == b) continue;
      const double concordance = concordance_of(table, thresholds, a, b);
      result.concordance[a * n + b] = concordance;
      result.credibility[a * n + b] = credibility_of(table, thresholds, a, b, concordance);
    }
  const Distillation distillation(result, n, line);
  result.descending = distillation.places(true);
  result.ascending = distillation.places(false);
  result.place.assign(n, 1);
  for (bool moved = true; moved;) { // longest chains; better() has no cycle
    moved = false;
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = 0; b < n; ++b)
        if (result.better(b, a) && result.place[a] <= result.place[b]) {
          result.place[a] = result.place[b] + 1;
          moved = true;
        }
  }
  return result;
}

} // namespace rashin::need
