#include "policy/robustness.h"

#include "core/result.h"
#include "math/statistics.h"
#include "math/weighted.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace rashin::policy {
namespace {

Robustness metrics_of(const std::vector<double>& values, const std::vector<double>& regret,
                      const RobustnessOptions& options) {
  Robustness m;
  const auto [least, most] = std::minmax_element(values.begin(), values.end());
  m.maximin = *least;
  m.maximax = *most;
  m.hurwicz = options.optimism * *most + (1 - options.optimism) * *least;
  m.laplace = math::mean(values);
  std::vector<double> losses, squares;
  for (const double x : values) {
    losses.push_back(-x);
    squares.push_back((x - m.laplace) * (x - m.laplace));
  }
  m.tail_mean = -math::weighted_tail_mean(losses, std::vector<double>(values.size(), 1.0), options.tail);
  m.max_regret = *std::max_element(regret.begin(), regret.end());
  m.regret_quantile = math::quantile(regret, options.regret_level);
  m.mean_variance = (m.laplace + 1) / (std::sqrt(math::mean(squares)) + 1);
  if (options.threshold) {
    const auto met = std::count_if(values.begin(), values.end(), [&](double x) { return x >= *options.threshold; });
    m.satisficing = static_cast<double>(met) / static_cast<double>(values.size());
  }
  const std::vector<double> q = math::quantiles(values, std::vector<double>{0.1, 0.5, 0.9});
  if (q[2] > q[0]) m.percentile_skew = ((q[2] + q[0]) / 2 - q[1]) / ((q[2] - q[0]) / 2);
  return m;
}

template <class ValueOf> Choice choose(LocalizedText criterion, const RobustnessTable& table, ValueOf value_of) {
  Choice choice{std::move(criterion), 0, value_of(table.policies[0]), false};
  for (std::size_t p = 1; p < table.policies.size(); ++p) {
    const double value = value_of(table.policies[p]);
    if (value > choice.value)
      choice = {std::move(choice.criterion), p, value, false};
    else if (value == choice.value)
      choice.tied = true;
  }
  return choice;
}

void add_choices(RobustnessTable& table) {
  using R = const Robustness&;
  auto& c = table.choices;
  c.push_back(choose({"最悪の場合（マクシミン）", "worst case (maximin)"}, table, [](R r) { return r.maximin; }));
  c.push_back(choose({"最良の場合（マクシマックス）", "best case (maximax)"}, table, [](R r) { return r.maximax; }));
  c.push_back(choose({"フルヴィッツ", "Hurwicz"}, table, [](R r) { return r.hurwicz; }));
  c.push_back(choose({"平均（ラプラス）", "mean (Laplace)"}, table, [](R r) { return r.laplace; }));
  c.push_back(choose({"悪い側の平均（CVaR）", "tail mean (CVaR)"}, table, [](R r) { return r.tail_mean; }));
  c.push_back(choose({"最大後悔（ミニマックス）", "minimax regret"}, table, [](R r) { return -r.max_regret; }));
  c.push_back(choose({"後悔の分位点", "quantile of regret"}, table, [](R r) { return -r.regret_quantile; }));
  if (table.policies[0].satisficing)
    c.push_back(choose({"基準を満たす割合", "satisficing share"}, table, [](R r) { return *r.satisficing; }));
  // The quotient means nothing below zero: there, more spread would look better.
  const bool positive = std::all_of(table.policies.begin(), table.policies.end(), [](R r) { return r.laplace >= 0; });
  if (positive) c.push_back(choose({"平均と変動", "mean-variance"}, table, [](R r) { return r.mean_variance; }));
  for (Choice& choice : c) // regrets are shown as they are, smaller is better
    if (choice.criterion.en.find("regret") != std::string::npos) choice.value = 0 - choice.value;
}

} // namespace

RobustnessTable robustness(const Performance& performance, const RobustnessOptions& options) {
  if (performance.empty() || performance[0].empty()) throw Error("no policy or no scenario to compare");
  const std::size_t scenarios = performance[0].size();
  for (const auto& row : performance)
    if (row.size() != scenarios) throw Error("policies differ in their number of scenarios");
  RobustnessTable table;
  table.regret = performance;
  for (std::size_t s = 0; s < scenarios; ++s) {
    double best = performance[0][s];
    for (const auto& row : performance) best = std::max(best, row[s]);
    for (std::size_t p = 0; p < performance.size(); ++p) table.regret[p][s] = best - performance[p][s];
  }
  for (std::size_t p = 0; p < performance.size(); ++p)
    table.policies.push_back(metrics_of(performance[p], table.regret[p], options));
  add_choices(table);
  return table;
}

LocalizedText agreement_in_words(const RobustnessTable& table, std::span<const std::string> policies) {
  std::map<std::size_t, LocalizedText> by_policy; // criteria per policy chosen
  std::map<std::size_t, std::size_t> counts;
  for (const Choice& choice : table.choices) {
    LocalizedText& list = by_policy[choice.policy];
    list.ja += (list.ja.empty() ? "" : "、") + choice.criterion.ja;
    list.en += (list.en.empty() ? "" : ", ") + choice.criterion.en;
    ++counts[choice.policy];
  }
  const auto most =
      std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  const std::string& name = policies[most->first];
  const std::string of = std::to_string(table.choices.size()), count = std::to_string(most->second);
  if (counts.size() == 1)
    return {"すべての基準（" + of + "）が「" + name + "」を選びます。", "All " + of + " criteria choose " + name + "."};
  LocalizedText words{"基準" + of + "件のうち" + count + "件が「" + name + "」を選びます。",
                      count + " of " + of + " criteria choose " + name + "."};
  for (const auto& [policy, list] : by_policy) {
    if (policy == most->first) continue;
    words.ja += "「" + policies[policy] + "」を選ぶのは、" + list.ja + "です。";
    words.en += " " + policies[policy] + " is chosen by " + list.en + ".";
  }
  words.ja += "どれが良いかは、悪い場合をどれだけ重く見るかによります。";
  words.en += " Which is better depends on how heavily the bad cases count.";
  return words;
}

MarginalValue marginal_value(std::span<const double> before, std::span<const double> after) {
  if (before.size() != after.size()) throw Error("a marginal value needs the same draws on both sides");
  std::vector<double> saved(before.size());
  std::transform(before.begin(), before.end(), after.begin(), saved.begin(), std::minus<>());
  const auto positive = std::count_if(saved.begin(), saved.end(), [](double x) { return x > 0; });
  return {math::mean(saved), math::standard_error(saved),
          static_cast<double>(positive) / static_cast<double>(saved.size())};
}

} // namespace rashin::policy
