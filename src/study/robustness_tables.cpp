#include "study/robustness_tables.h"

#include "math/weighted.h"
#include "policy/robustness.h"
#include "study/table_builder.h"

#include <algorithm>

namespace rashin::study {
namespace {

/// Every outcome played, pathway by pathway: what each choice burdens and loses there, and how much it weighs.
struct Outcomes {
  std::vector<std::string> arms;
  policy::Performance performance; ///< [arm][outcome], minus the burden
  std::vector<std::vector<double>> losses;
  std::vector<double> weights;
};

enum class Draws { All, Even, Odd };

Outcomes outcomes_of(const RunResult& result, Draws which) {
  Outcomes outcomes;
  const auto draws = static_cast<std::size_t>(result.draws);
  const std::size_t step = which == Draws::All ? 1 : 2, first = which == Draws::Odd ? 1 : 0;
  for (std::size_t p = 0; p < result.probabilities.pathways.size(); ++p)
    for (std::size_t d = first; d < draws; d += step) outcomes.weights.push_back(result.probabilities.pathways[p][d]);
  for (std::size_t a = 0; a < result.arms.size(); ++a) {
    if (result.arms[a].technology) continue;
    const policy::Arm& arm = result.losses[a];
    outcomes.arms.push_back(arm.id);
    auto& performance = outcomes.performance.emplace_back();
    auto& losses = outcomes.losses.emplace_back();
    for (std::size_t p = 0; p < arm.loss.size(); ++p)
      for (std::size_t d = first; d < draws; d += step) {
        losses.push_back(arm.loss[p][d]);
        performance.push_back(-arm.burden(p, d));
      }
  }
  return outcomes;
}

double weighted_mean(const std::vector<double>& values, const std::vector<double>& weights) {
  double sum = 0, total = 0;
  for (std::size_t i = 0; i < values.size(); ++i) sum += weights[i] * values[i], total += weights[i];
  return sum / total;
}

std::vector<double> negative(const std::vector<double>& values) {
  std::vector<double> result(values.size());
  std::transform(values.begin(), values.end(), result.begin(), [](double x) { return 0 - x; });
  return result;
}

double quantile_of(const std::vector<double>& values, const std::vector<double>& weights, double level) {
  return math::weighted_quantiles(values, weights, std::vector<double>{level})[0];
}

template <class ValueOf>
void add(std::vector<Criterion>& list, std::size_t arms, Criterion criterion, ValueOf value_of) {
  for (std::size_t a = 0; a < arms; ++a) {
    criterion.values.push_back(value_of(a));
    const double own = criterion.values[a], best = criterion.values[criterion.choice];
    if (criterion.more_is_better ? own > best : own < best) criterion.choice = a;
  }
  list.push_back(std::move(criterion));
}

void add_weighted(std::vector<Criterion>& list, const Outcomes& o, const policy::RobustnessTable& table,
                  const std::optional<double>& threshold) {
  const std::size_t arms = o.arms.size();
  const double nothing = weighted_mean(o.performance[0], o.weights);
  add(list, arms, {"net_benefit", {"純便益の期待値", "expected net benefit"}, true, true, {}, 0, false},
      [&](std::size_t a) { return weighted_mean(o.performance[a], o.weights) - nothing; });
  add(list, arms, {"tail_burden", {"最悪5%の平均（CVaR）", "mean of the worst 5 % (CVaR)"}, true, false, {}, 0, false},
      [&](std::size_t a) { return math::weighted_tail_mean(negative(o.performance[a]), o.weights, 0.05); });
  if (threshold)
    add(list, arms,
        {"satisficing_share", {"基準を満たす確率", "chance of meeting the threshold"}, true, true, {}, 0, false},
        [&](std::size_t a) {
          std::vector<double> met;
          for (const double loss : o.losses[a]) met.push_back(loss <= *threshold ? 1 : 0);
          return weighted_mean(met, o.weights);
        });
  add(list, arms, {"regret_p90", {"後悔の90%点", "90 % quantile of regret"}, true, false, {}, 0, false},
      [&](std::size_t a) { return quantile_of(table.regret[a], o.weights, 0.9); });
}

void add_unweighted(std::vector<Criterion>& list, const policy::RobustnessTable& table) {
  const auto& of = table.policies;
  add(list, of.size(),
      {"laplace", {"すべて同じ重みの平均（ラプラス）", "mean, all alike (Laplace)"}, false, false, {}, 0, false},
      [&](std::size_t a) { return -of[a].laplace; });
  add(list, of.size(), {"minimax", {"最悪の場合（ミニマックス）", "worst case (minimax)"}, false, false, {}, 0, false},
      [&](std::size_t a) { return -of[a].maximin; });
  add(list, of.size(),
      {"hurwicz", {"最良と最悪の中間（フルヴィッツ）", "between best and worst (Hurwicz)"}, false, false, {}, 0, false},
      [&](std::size_t a) { return -of[a].hurwicz; });
  add(list, of.size(),
      {"max_regret", {"最大の後悔（サヴェッジ）", "largest regret (Savage)"}, false, false, {}, 0, false},
      [&](std::size_t a) { return of[a].max_regret; });
}

std::optional<double> skew_of(const std::vector<double>& burden, const std::vector<double>& weights) {
  const auto q = math::weighted_quantiles(burden, weights, std::vector<double>{0.1, 0.5, 0.9});
  if (!(q[2] > q[0])) return std::nullopt;
  return ((q[2] + q[0]) / 2 - q[1]) / ((q[2] - q[0]) / 2);
}

RobustnessReport report_of(const Study& study, const Outcomes& outcomes) {
  RobustnessReport report;
  report.arms = outcomes.arms;
  policy::RobustnessOptions options;
  options.optimism = hurwicz_optimism;
  const policy::RobustnessTable table = policy::robustness(outcomes.performance, options);
  add_weighted(report.criteria, outcomes, table, study.header.failure_threshold);
  add_unweighted(report.criteria, table);
  for (std::size_t a = 0; a < report.arms.size(); ++a) {
    report.regret_mean.push_back(weighted_mean(table.regret[a], outcomes.weights));
    report.percentile_skew.push_back(skew_of(negative(outcomes.performance[a]), outcomes.weights));
  }
  return report;
}

} // namespace

RobustnessReport robustness_report(const Study& study, const RunResult& result) {
  RobustnessReport report = report_of(study, outcomes_of(result, Draws::All));
  if (result.draws < 2) return report;
  const RobustnessReport even = report_of(study, outcomes_of(result, Draws::Even)),
                         odd = report_of(study, outcomes_of(result, Draws::Odd));
  for (std::size_t c = 0; c < report.criteria.size(); ++c)
    report.criteria[c].halves_agree =
        even.criteria[c].choice == report.criteria[c].choice && odd.criteria[c].choice == report.criteria[c].choice;
  return report;
}

ResultTable robustness_table(const Study& study, const RunResult& result) {
  const RobustnessReport report = robustness_report(study, result);
  const std::string money = study.header.currency;
  TableBuilder b;
  b.text("id", "none, an option or a package");
  for (const Criterion& criterion : report.criteria)
    b.number(criterion.id, criterion.id == "satisficing_share" ? "share" : money,
             criterion.name.en + (criterion.weighted ? "; outcomes weighted by pathway" : "; all outcomes alike"));
  b.number("regret_mean", money, "mean regret; outcomes weighted by pathway")
      .number("percentile_skew", "1",
              "((p90 + p10)/2 - p50) / ((p90 - p10)/2) of loss + cost; above 0: the tail is bad")
      .text("chosen_by", "criteria that pick it");
  for (std::size_t a = 0; a < report.arms.size(); ++a) {
    b.begin_row();
    b.put(report.arms[a]);
    std::string chosen;
    for (const Criterion& criterion : report.criteria) {
      b.put(criterion.values[a]);
      if (criterion.choice == a) chosen += (chosen.empty() ? "" : ";") + criterion.id;
    }
    b.put(report.regret_mean[a]);
    if (report.percentile_skew[a])
      b.put(*report.percentile_skew[a]);
    else
      b.skip();
    b.put(chosen);
  }
  return b.finish("robustness", {"頑健性の尺度", "Measures of robustness"});
}

} // namespace rashin::study
