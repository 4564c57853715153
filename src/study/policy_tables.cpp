#include "study/policy_tables.h"

#include "study/table_parts.h"

#include <algorithm>

namespace rashin::study {

namespace {

LocalizedText title_of(const Study& study, const std::string& arm) {
  for (const auto& option : study.options)
    if (option.id == arm) return option.title;
  for (const auto& package : study.packages)
    if (package.id == arm) return package.title;
  return {"オプションなし", "No option"};
}

/// "none", options and packages: the arms without a technology.
std::vector<policy::Arm> policy_arms(const RunResult& result) {
  std::vector<policy::Arm> arms;
  for (std::size_t a = 0; a < result.arms.size(); ++a)
    if (!result.arms[a].technology) arms.push_back(result.losses[a]);
  return arms;
}

} // namespace

ResultTable policy_table(const Study& study, const RunResult& result) {
  const auto arms = policy_arms(result);
  const auto comparisons = policy::compare(arms, result.probabilities.pathways);
  TableBuilder b;
  const std::string money = study.header.currency;
  b.text("id", "none, an option or a package")
      .summary("loss", money, "expectation over pathways")
      .summary("avoided", money, "against none")
      .summary("cost", money, "options.yaml");
  b.summary("net_benefit", money, "avoided - cost")
      .summary("regret", money, "against the best arm of the draw")
      .number("best_share", "share", "draws in which it is the cheapest");
  b.number("tail_loss", money, "mean of the worst 5 % of outcomes")
      .number("failure_share", "share", "weight of outcomes with a loss above failure_threshold")
      .text("title_ja", "")
      .text("title_en", "");
  const double* threshold = study.header.failure_threshold ? &*study.header.failure_threshold : nullptr;
  for (std::size_t a = 0; a < arms.size(); ++a) {
    const auto& c = comparisons[a];
    const auto mixture = policy::summarize_mixture(arms[a], result.probabilities.pathways, threshold);
    b.begin_row();
    b.put(c.id), b.put(c.loss), b.put(c.avoided), b.put(c.cost), b.put(c.net_benefit), b.put(c.regret),
        b.put(c.best_share), b.put(mixture.tail_mean);
    if (threshold)
      b.put(mixture.failure_share);
    else
      b.skip();
    const LocalizedText title = title_of(study, c.id);
    b.put(title.ja), b.put(title.en);
  }
  return b.finish("policy", {"オプションの比較", "Comparison of options"});
}

ResultTable regret_table(const Study& study, const RunResult& result) {
  const auto arms = policy_arms(result);
  const auto regret = policy::regret_by_pathway(arms);
  TableBuilder b;
  b.text("id", "option.pathway")
      .number("regret_mean", study.header.currency, "loss + cost above the best option of that draw and pathway");
  for (std::size_t a = 0; a < arms.size(); ++a)
    for (std::size_t p = 0; p < study.pathways.size(); ++p) {
      b.begin_row();
      b.put(arms[a].id + "." + study.pathways[p].id), b.put(regret[a][p]);
    }
  return b.finish("regret", {"後悔（経路ごと）", "Regret under each pathway"});
}

ResultTable draws_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "arm.draw")
      .text("arm", "none, option, package, or with a technology")
      .number("draw", "1", "from 0")
      .number("cost", study.header.currency, "of the options");
  for (const auto& pathway : study.pathways) b.number("loss_" + pathway.id, study.header.currency, "value added lost");
  const bool by_pathway = std::any_of(result.losses.begin(), result.losses.end(),
                                      [](const policy::Arm& arm) { return !arm.pathway_cost.empty(); });
  for (const auto& pathway : study.pathways)
    if (by_pathway) b.number("cost_" + pathway.id, study.header.currency, "of the options, in this pathway");
  for (const auto& pathway : study.pathways)
    b.number("probability_" + pathway.id, "share", "event tree; stands with arm none only");
  for (std::size_t a = 0; a < result.arms.size(); ++a)
    for (std::size_t d = 0; d < static_cast<std::size_t>(result.draws); ++d) {
      b.begin_row();
      b.put(result.arms[a].id + "." + std::to_string(d)), b.put(result.arms[a].id), b.put(static_cast<double>(d)),
          b.put(result.losses[a].cost[d]);
      for (std::size_t p = 0; p < study.pathways.size(); ++p) b.put(result.losses[a].loss[p][d]);
      for (std::size_t p = 0; p < study.pathways.size() && by_pathway; ++p) b.put(result.losses[a].cost_in(p, d));
      for (std::size_t p = 0; p < study.pathways.size(); ++p)
        a == 0 ? b.put(result.probabilities.pathways[p][d]) : b.skip();
    }
  return b.finish("draws", {"標本ごとの結果", "Every draw of every arm"});
}

} // namespace rashin::study
