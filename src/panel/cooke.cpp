#include "panel/cooke.h"

#include "core/number_text.h"
#include "panel/cooke_distribution.h"

#include <algorithm>
#include <cmath>

namespace rashin::panel {
namespace {

Diagnostics faults_of(const CookeInput& input) {
  Diagnostics faults;
  std::size_t seeds = 0;
  for (const CookeQuestion& question : input.questions) seeds += question.truth.has_value();
  if (seeds < 2) faults.push_back(make_diagnostic("cooke-few-seeds", {}, {std::to_string(seeds)}));
  for (const CookeQuestion& question : input.questions)
    if (question.log_scale && question.truth && *question.truth <= 0)
      faults.push_back(make_diagnostic("cooke-log-scale", {}, {question.id, shortest(*question.truth)}));
  for (const CookeExpert& expert : input.experts) {
    if (expert.quantiles.size() != input.questions.size()) throw Error("quantiles and questions differ in number");
    for (std::size_t q = 0; q < input.questions.size(); ++q) {
      const std::vector<double>& values = expert.quantiles[q];
      Place place;
      place.field = expert.by + " / " + input.questions[q].id;
      if (values.size() != input.levels.size())
        faults.push_back(make_diagnostic("cooke-skipped", place, {expert.by, input.questions[q].id}));
      else if (std::adjacent_find(values.begin(), values.end(), std::greater_equal<>()) != values.end())
        faults.push_back(make_diagnostic("cooke-order", place, {expert.by, input.questions[q].id}));
      else if (input.questions[q].log_scale && values.front() <= 0)
        faults.push_back(make_diagnostic("cooke-log-scale", place, {input.questions[q].id, shortest(values.front())}));
    }
  }
  return faults;
}

/// The questions on their scales, with ranges; people by question: quantiles[question][person].
class Panel {
 public:
  Panel(const CookeInput& input, const CookeOptions& options) : levels_(input.levels), options_(options) {
    for (std::size_t q = 0; q < input.questions.size(); ++q) {
      const CookeQuestion& question = input.questions[q];
      const auto scaled = [&](double x) { return question.log_scale ? std::log(x) : x; };
      std::vector<std::vector<double>> people;
      for (const CookeExpert& expert : input.experts) {
        people.emplace_back();
        for (const double x : expert.quantiles[q]) people.back().push_back(scaled(x));
      }
      truths_.push_back(question.truth ? std::optional(scaled(*question.truth)) : std::nullopt);
      ranges_.push_back(intrinsic_range(people, truths_.back(), options.overshoot));
      if (question.truth) seeds_.push_back(q);
      logs_.push_back(question.log_scale);
      quantiles_.push_back(std::move(people));
    }
  }

  const std::vector<std::size_t>& seeds() const { return seeds_; }

  std::vector<CookeScore> expert_scores(const std::vector<std::size_t>& seeds) const {
    std::vector<CookeScore> result;
    for (std::size_t e = 0; e < quantiles_[0].size(); ++e)
      result.push_back(score(seeds, [&](std::size_t q) { return quantiles_[q][e]; }));
    return result;
  }

  /// Weights from scores with the given or the best alpha; empty where nobody counts.
  std::pair<std::vector<double>, double> performance_weights(const std::vector<std::size_t>& seeds) const {
    const std::vector<CookeScore> scores = expert_scores(seeds);
    std::vector<double> alphas;
    if (options_.alpha)
      alphas.push_back(*options_.alpha);
    else
      for (const CookeScore& expert : scores) alphas.push_back(expert.calibration);
    std::sort(alphas.begin(), alphas.end(), std::greater<>());
    std::pair<std::vector<double>, double> best{{}, alphas.front()};
    double best_combined = -1;
    for (const double alpha : alphas) {
      std::vector<double> weights = weights_above(scores, alpha);
      if (weights.empty()) continue;
      const double combined = score(seeds, [&](std::size_t q) { return mixed(q, weights); }).combined;
      if (combined <= best_combined) continue;
      best_combined = combined;
      best = {std::move(weights), alpha};
    }
    return best;
  }

  CookeDecisionMaker decision_maker(std::vector<double> weights, bool equal) const {
    CookeDecisionMaker maker;
    maker.score = score(seeds_, [&](std::size_t q) { return mixed(q, weights); });
    maker.left_out = left_out_score(weights, equal);
    for (std::size_t q = 0; q < quantiles_.size(); ++q) {
      maker.quantiles.push_back(mixed(q, weights));
      if (logs_[q])
        for (double& x : maker.quantiles.back()) x = std::exp(x);
    }
    maker.weights = std::move(weights);
    return maker;
  }

 private:
  static std::vector<double> weights_above(const std::vector<CookeScore>& scores, double alpha) {
    std::vector<double> weights;
    double total = 0;
    for (const CookeScore& expert : scores) {
      weights.push_back(expert.calibration >= alpha ? expert.combined : 0);
      total += weights.back();
    }
    if (!(total > 0)) return {};
    for (double& weight : weights) weight /= total;
    return weights;
  }

  std::vector<double> mixed(std::size_t question, const std::vector<double>& weights) const {
    return mixture_quantiles(quantiles_[question], weights, levels_, ranges_[question]);
  }

  template <class QuantilesOf> CookeScore score(const std::vector<std::size_t>& seeds, QuantilesOf quantiles_of) const {
    std::vector<std::size_t> bins;
    double sum = 0;
    for (const std::size_t q : seeds) {
      const std::vector<double> quantiles = quantiles_of(q);
      bins.push_back(bin_of(quantiles, *truths_[q]));
      sum += information(quantiles, levels_, ranges_[q]);
    }
    return score_of(bins, levels_, sum / static_cast<double>(seeds.size()));
  }

  /// Each seed answered by the decision maker that has not seen it. Where nobody counts without it, all count alike.
  CookeScore left_out_score(const std::vector<double>& weights, bool equal) const {
    std::vector<std::size_t> bins;
    double sum = 0;
    for (const std::size_t left_out : seeds_) {
      std::vector<std::size_t> rest;
      std::copy_if(seeds_.begin(), seeds_.end(), std::back_inserter(rest),
                   [left_out](std::size_t q) { return q != left_out; });
      std::vector<double> used = equal ? weights : performance_weights(rest).first;
      if (used.empty()) used.assign(weights.size(), 1.0 / static_cast<double>(weights.size()));
      const std::vector<double> quantiles = mixed(left_out, used);
      bins.push_back(bin_of(quantiles, *truths_[left_out]));
      sum += information(quantiles, levels_, ranges_[left_out]);
    }
    return score_of(bins, levels_, sum / static_cast<double>(seeds_.size()));
  }

  std::vector<double> levels_;
  const CookeOptions& options_;
  std::vector<std::vector<std::vector<double>>> quantiles_;
  std::vector<std::optional<double>> truths_;
  std::vector<IntrinsicRange> ranges_;
  std::vector<std::size_t> seeds_;
  std::vector<bool> logs_;
};

} // namespace

Result<CookeResult> classical_model(const CookeInput& input, const CookeOptions& options) {
  if (input.experts.empty()) throw Error("no expert to score");
  if (Diagnostics faults = faults_of(input); !faults.empty()) return faults;
  const Panel panel(input, options);
  CookeResult result;
  result.experts = panel.expert_scores(panel.seeds());
  auto [weights, alpha] = panel.performance_weights(panel.seeds());
  if (weights.empty()) return make_diagnostic("cooke-nobody", {}, {shortest(alpha)});
  result.alpha = alpha;
  result.performance = panel.decision_maker(std::move(weights), false);
  const std::vector<double> alike(input.experts.size(), 1.0 / static_cast<double>(input.experts.size()));
  result.equal = panel.decision_maker(alike, true);
  return result;
}

} // namespace rashin::panel
