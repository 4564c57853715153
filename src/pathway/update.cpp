#include "pathway/update.h"

#include <algorithm>
#include <cmath>

namespace rashin::pathway {
namespace {

/// P(person and pathway and what was observed): everything else follows from these.
using Joint = std::vector<std::vector<double>>;

double total(const Joint& joint) {
  double sum = 0;
  for (const auto& row : joint)
    for (const double value : row) sum += value;
  return sum;
}

Joint observed(const Joint& joint, const std::vector<UpdateView>& views, std::size_t indicator, bool seen) {
  Joint result = joint;
  for (std::size_t e = 0; e < views.size(); ++e)
    for (std::size_t p = 0; p < result[e].size(); ++p) {
      const double likelihood = views[e].likelihoods[indicator][p];
      result[e][p] *= seen ? likelihood : 1 - likelihood;
    }
  return result;
}

/// Probabilities of the pathways, people mixed; empty where nothing is left.
std::vector<double> mixed(const Joint& joint) {
  const double sum = total(joint);
  if (!(sum > 0)) return {};
  std::vector<double> result(joint[0].size(), 0.0);
  for (const auto& row : joint)
    for (std::size_t p = 0; p < result.size(); ++p) result[p] += row[p] / sum;
  return result;
}

double entropy(const std::vector<double>& probabilities) {
  double bits = 0;
  for (const double p : probabilities)
    if (p > 0) bits -= p * std::log2(p);
  return bits;
}

Joint prior_of(const std::vector<Indicator>& indicators, const std::vector<UpdateView>& views) {
  Joint joint;
  double trust = 0;
  for (const UpdateView& view : views) trust += view.trust;
  for (const UpdateView& view : views) {
    double sum = 0;
    for (const double p : view.prior) sum += p;
    bool whole = view.trust >= 0 && std::fabs(sum - 1) <= 1e-6 && view.prior.size() == views[0].prior.size() &&
                 view.likelihoods.size() == indicators.size();
    for (const auto& row : view.likelihoods)
      whole = whole && row.size() == view.prior.size() &&
              std::all_of(row.begin(), row.end(), [](double p) { return p >= 0 && p <= 1; });
    if (!whole || !(trust > 0)) throw Error("a view of the pathways without valid figures: " + view.by);
    joint.emplace_back();
    for (const double p : view.prior) joint.back().push_back(view.trust / trust * p / sum);
  }
  return joint;
}

IndicatorEffect open_effect(const Joint& joint, const std::vector<UpdateView>& views, std::size_t indicator) {
  IndicatorEffect effect;
  const Joint seen = observed(joint, views, indicator, true), not_seen = observed(joint, views, indicator, false);
  effect.if_seen = mixed(seen);
  effect.if_not = mixed(not_seen);
  const double p = total(seen) / total(joint);
  effect.expected_bits =
      std::max(0.0, entropy(mixed(joint)) - p * entropy(effect.if_seen) - (1 - p) * entropy(effect.if_not));
  return effect;
}

} // namespace

Result<PathwayUpdate> update_pathways(const std::vector<Indicator>& indicators, const std::vector<UpdateView>& views) {
  if (views.empty() || views[0].prior.empty()) throw Error("an update of pathways needs people and pathways");
  const Joint before = prior_of(indicators, views);
  PathwayUpdate update;
  update.prior = mixed(before);
  update.indicators.resize(indicators.size());
  Joint joint = before;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    if (!indicators[i].seen) continue;
    joint = observed(joint, views, i, *indicators[i].seen);
    update.indicators[i].after = mixed(joint);
    if (!update.indicators[i].after.empty()) continue;
    Place place;
    place.field = indicators[i].id;
    return Diagnostics{make_diagnostic("update-impossible", place, {indicators[i].id})};
  }
  update.posterior = mixed(joint);
  for (std::size_t i = 0; i < indicators.size(); ++i)
    if (!indicators[i].seen) update.indicators[i] = open_effect(joint, views, i);
  const double sum = total(joint);
  for (std::size_t e = 0; e < views.size(); ++e) {
    const double own_before = total({before[e]}), own = total({joint[e]});
    UpdatedView view{own_before, own / sum, own_before > 0 ? own / own_before : 0, mixed({joint[e]})};
    if (view.posterior.empty()) view.posterior = views[e].prior;
    update.people.push_back(std::move(view));
  }
  return update;
}

} // namespace rashin::pathway
