#include "study/tables.h"

#include "study/disagreement_tables.h"
#include "study/discovery_tables.h"
#include "study/matrix_tables.h"
#include "study/need_tables.h"
#include "study/network_tables.h"
#include "study/package_tables.h"
#include "study/ranking.h"
#include "study/robustness_tables.h"
#include "study/table_parts.h"

#include <cmath>
#include <map>
#include <set>

namespace rashin::study {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view prefix = "") {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ";") + std::string(prefix) + word;
  return text;
}

} // namespace

ResultTable parameters_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "table/row/quantity")
      .text("factor", "what its draws are keyed by")
      .text("link", "link of the chain")
      .text("unit", "as in the file")
      .summary("value", "", "draws");
  b.text("period", "what time it is about")
      .text("standing", "cited, judged, illustrative or missing")
      .text("basis", "claims")
      .text("by", "who judged")
      .text("known_later", "first published after the as-of date")
      .text("note", "how it follows from its basis");
  for (std::size_t p = 0; p < study.parameters.size(); ++p) {
    const Quantity& q = study.parameters[p];
    b.begin_row();
    b.put(q.id()), b.put(q.factor), b.put(link_word(q.link)), b.put(q.unit.text()),
        b.put(policy::summarize(result.parameters[p]));
    b.put(q.period ? q.period->text : ""), b.put(standing_word(q.standing())), b.put(joined(q.claims, "claim:"));
    std::vector<std::string> people;
    for (const PersonValue& person : q.people) people.push_back(person.by);
    b.put(q.people.empty() ? q.by : joined(people));
    b.put(is_known_later(q, study.evidence, study.header.as_of) ? "yes" : "no"),
        b.put(q.note.en.empty() ? q.note.ja : q.note.en);
  }
  return b.finish("parameters", {"すべての入力値", "Every input value"});
}

namespace {

ResultTable tree_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "node.branch")
      .text("title_ja", "pathways.yaml")
      .text("title_en", "pathways.yaml")
      .summary("probability", "share", "given that the node is reached");
  for (std::size_t n = 0; n < study.tree.nodes.size(); ++n)
    for (std::size_t k = 0; k < study.tree.nodes[n].branches.size(); ++k) {
      const auto& branch = study.tree.nodes[n].branches[k];
      b.begin_row();
      b.put(study.tree.nodes[n].id + "." + branch.id), b.put(branch.title.ja), b.put(branch.title.en),
          b.put(policy::summarize(result.probabilities.nodes[n][k]));
    }
  return b.finish("tree", {"事象の木の分岐確率", "Branch probabilities of the event tree"});
}

std::vector<double> finite(const std::vector<double>& values) {
  std::vector<double> kept;
  for (const double value : values)
    if (std::isfinite(value)) kept.push_back(value);
  return kept;
}

ResultTable pathways_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  const std::string money = study.header.currency;
  b.text("id", "pathways.yaml")
      .text("title_ja", "pathways.yaml")
      .text("title_en", "pathways.yaml")
      .summary("probability", "share", "event tree");
  b.summary("loss", money, "value added lost without any option")
      .number("loss_share", "share", "draws with any loss")
      .summary("first_loss", "day", "days after the as-of date, in draws with a loss");
  for (std::size_t p = 0; p < study.pathways.size(); ++p) {
    b.begin_row();
    b.put(study.pathways[p].id), b.put(study.pathways[p].title.ja), b.put(study.pathways[p].title.en),
        b.put(policy::summarize(result.probabilities.pathways[p]));
    b.put(policy::summarize(result.losses[0].loss[p]));
    const auto days = finite(result.first_loss_day[p]);
    b.put(static_cast<double>(days.size()) / result.draws);
    if (days.empty())
      b.skip(4);
    else
      b.put(policy::summarize(days));
  }
  return b.finish("pathways", {"展開経路ごとの損失", "Losses of each pathway"});
}

ResultTable end_use_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "end use.pathway, or the end use over all pathways")
      .text("title_ja", "end_uses.csv")
      .text("title_en", "end_uses.csv")
      .summary("loss", study.header.currency, "value added lost without any option");
  for (std::size_t e = 0; e < study.network.end_uses.size(); ++e) {
    const auto& use = study.network.end_uses[e];
    b.begin_row();
    b.put(use.id), b.put(use.name.ja), b.put(use.name.en),
        b.put(policy::summarize(expectation(result.end_use_loss[e], result)));
    for (std::size_t p = 0; p < study.pathways.size(); ++p) {
      b.begin_row();
      b.put(use.id + "." + study.pathways[p].id), b.put(use.name.ja), b.put(use.name.en),
          b.put(policy::summarize(result.end_use_loss[e][p]));
    }
  }
  return b.finish("end_use_losses", {"用途ごとの損失", "Losses of each end use"});
}

ResultTable unmet_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "item.pathway, or the item over all pathways")
      .text("title_ja", "items.csv")
      .text("title_en", "items.csv")
      .text("unit", "items.csv")
      .summary("unmet", "", "need left uncovered over the horizon");
  for (std::size_t i = 0; i < study.network.items.size(); ++i) {
    const auto& item = study.network.items[i];
    const auto row = [&](const std::string& id, const std::vector<double>& draws) {
      b.begin_row();
      b.put(id), b.put(item.name.ja), b.put(item.name.en), b.put(item.unit), b.put(policy::summarize(draws));
    };
    row(item.id, expectation(result.unmet[i], result));
    for (std::size_t p = 0; p < study.pathways.size(); ++p)
      row(item.id + "." + study.pathways[p].id, result.unmet[i][p]);
  }
  return b.finish("unmet", {"品目ごとの不足量", "Need of each item left uncovered"});
}

ByPathway sum_of(const std::vector<const ByPathway*>& parts) {
  ByPathway sum = *parts.front();
  for (std::size_t k = 1; k < parts.size(); ++k)
    for (std::size_t p = 0; p < sum.size(); ++p)
      for (std::size_t d = 0; d < sum[p].size(); ++d) sum[p][d] += (*parts[k])[p][d];
  return sum;
}

/// All outcomes with the weight of their pathway, which is what a documented outcome is one draw of.
policy::Summary mixture(const ByPathway& values, const RunResult& result) {
  policy::Arm arm{"", values, std::vector<double>(static_cast<std::size_t>(result.draws))};
  return policy::summarize_mixture(arm, result.probabilities.pathways, nullptr).loss;
}

/// What suppliers from outside send over the horizon if nothing is done, by item and supplier, and their shares.
ResultTable flows_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "item, item.supplier, or all.supplier over items of one unit")
      .text("unit", "items.csv")
      .summary("flow", "", "sent over the horizon without any option; all outcomes, weighted by pathway")
      .summary("share", "percent", "of the item's flow");
  const auto row = [&](const std::string& id, const std::string& unit, const ByPathway& flow, const ByPathway& whole) {
    ByPathway share = flow;
    for (std::size_t p = 0; p < share.size(); ++p)
      for (std::size_t d = 0; d < share[p].size(); ++d)
        share[p][d] = whole[p][d] > 0 ? 100 * flow[p][d] / whole[p][d] : 0;
    b.begin_row();
    b.put(id), b.put(unit), b.put(mixture(flow, result));
    if (&flow == &whole)
      b.skip(4);
    else
      b.put(mixture(share, result));
  };
  std::map<std::string, std::vector<const ByPathway*>> by_supplier;
  std::vector<const ByPathway*> all;
  std::set<std::string> units;
  for (supply::Index i = 0; i < study.network.items.size(); ++i) {
    const auto& item = study.network.items[i];
    std::vector<const ByPathway*> parts;
    for (std::size_t k = 0; k < study.network.suppliers.size(); ++k)
      if (study.network.suppliers[k].item == i && !study.network.suppliers[k].makes)
        parts.push_back(&result.shipped[k]);
    if (parts.empty()) continue;
    units.insert(item.unit);
    const ByPathway whole = sum_of(parts);
    row(item.id, item.unit, whole, whole);
    for (std::size_t k = 0; k < study.network.suppliers.size(); ++k) {
      const auto& supplier = study.network.suppliers[k];
      if (supplier.item != i || supplier.makes) continue;
      row(item.id + "." + supplier.id, item.unit, result.shipped[k], whole);
      by_supplier[supplier.id].push_back(&result.shipped[k]);
      all.push_back(&result.shipped[k]);
    }
  }
  if (units.size() == 1) { // amounts of one unit can be added
    const ByPathway whole = sum_of(all);
    row("all", *units.begin(), whole, whole);
    for (const auto& [supplier, parts] : by_supplier) row("all." + supplier, *units.begin(), sum_of(parts), whole);
  }
  return b.finish("flows", {"外からの供給", "Supplies from outside"});
}

/// Confidential cells leave only as the mean over three or more contributors, of which nothing else is told.
ResultTable private_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "pathway.indicator")
      .number("contributors", "1", "who gave a figure in confidence")
      .text("unit", "given in confidence");
  b.summary("amount", "", "mean over contributors; withheld for fewer than three");
  const DrawPlan plan = make_draw_plan(result.seed, study.correlations).value();
  for (const PrivateImpact& impact : study.private_impacts) {
    std::set<std::string> who;
    for (const Quantity& cell : impact.cells) who.insert(cell.by);
    b.begin_row();
    b.put(study.pathways[impact.pathway].id + "." + impact.indicator), b.put(static_cast<double>(who.size()));
    if (who.size() < least_contributors) {
      b.put(""), b.skip(4);
      continue;
    }
    const Unit& unit = impact.cells.front().unit;
    std::vector<double> mean(static_cast<std::size_t>(result.draws), 0.0), draws(mean.size());
    for (const Quantity& cell : impact.cells) {
      draw_values(cell, plan, 0, draws);
      const double factor = convert(1, cell.unit, unit, {}).value() / static_cast<double>(impact.cells.size());
      for (std::size_t d = 0; d < mean.size(); ++d) mean[d] += draws[d] * factor;
    }
    b.put(unit.text()), b.put(policy::summarize(mean));
  }
  return b.finish("private_impacts", {"秘匿値の集計", "Aggregates of confidential figures"});
}

ResultTable daily_table(const Study& study, const RunResult& result) {
  return daily_rows(study, {result.daily, result.daily_middle}, study.header.currency,
                    "value added lost so far, without any option")
      .finish("daily", {"損失の推移", "Losses day by day"});
}

/// "none", options and packages: the arms without a technology.
std::vector<policy::Arm> policy_arms(const RunResult& result) {
  std::vector<policy::Arm> arms;
  for (std::size_t a = 0; a < result.arms.size(); ++a)
    if (!result.arms[a].technology) arms.push_back(result.losses[a]);
  return arms;
}

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
      .number("failure_share", "share", "weight of outcomes with a loss above failure_threshold");
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

ResultTable outcomes_table(const Study& study, const std::vector<ResultTable>& tables) {
  TableBuilder b;
  b.text("id", "outcomes.csv")
      .text("figure", "what it is set beside")
      .number("p5", "", "run")
      .number("p50", "", "run")
      .number("p95", "", "run")
      .number("documented", "", "outcomes.csv")
      .text("unit", "outcomes.csv")
      .text("period", "outcomes.csv")
      .text("verdict", "hit, miss, or told")
      .text("basis", "claims");
  for (const OutcomeRow& row : outcome_rows(study, tables)) {
    const Outcome& o = study.outcomes[row.outcome];
    b.begin_row();
    b.put(o.id), b.put(o.figure);
    if (row.compared)
      b.put(row.p5), b.put(row.p50), b.put(row.p95);
    else
      b.skip(3);
    if (o.value)
      b.put(*o.value);
    else
      b.skip();
    b.put(o.unit.text()), b.put(o.period ? o.period->text : ""),
        b.put(!row.compared ? "told"
              : row.hit     ? "hit"
                            : "miss"),
        b.put(joined(o.claims, "claim:"));
  }
  return b.finish("outcomes_compared", {"その後に起きたこと", "What then happened"});
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

} // namespace

namespace {

/// `table/row` or `table/row/stem`, where the table has stem_p5, stem_p50, stem_p95; without a stem, the first that it
/// has.
struct FigureName {
  std::string table, row, stem;
};
FigureName figure_name(const std::string& text) {
  FigureName name;
  const std::size_t first = text.find('/');
  if (first == std::string::npos) return name;
  const std::size_t second = text.find('/', first + 1);
  name.table = text.substr(0, first);
  name.row = text.substr(first + 1, second == std::string::npos ? second : second - first - 1);
  if (second != std::string::npos) name.stem = text.substr(second + 1);
  return name;
}

std::string stem_of(const Table& table, const std::string& wanted) {
  for (const Column& column : table.columns()) {
    if (!column.name().ends_with("_p5")) continue;
    const std::string stem = column.name().substr(0, column.name().size() - 3);
    if (wanted.empty() || wanted == stem) return stem;
  }
  return {};
}

/// Sets the run's interval beside the outcome; false where the run has no such figure.
bool set_beside(OutcomeRow& row, const Table& table, std::size_t at, const FigureName& name, double documented) {
  if (name.table == "needs") { // came into use or not, beside the chance of being among the first
    row.p5 = row.p50 = row.p95 = table.column("top_share").number(at).value_or(0);
    row.hit = (row.p50 >= 0.5) == (documented == 1);
    return true;
  }
  const std::string stem = stem_of(table, name.stem);
  if (stem.empty() || !table.column(stem + "_p5").number(at)) return false;
  row.p5 = *table.column(stem + "_p5").number(at);
  row.p50 = *table.column(stem + "_p50").number(at);
  row.p95 = *table.column(stem + "_p95").number(at);
  row.hit = row.p5 <= documented && documented <= row.p95;
  return true;
}

} // namespace

std::vector<OutcomeRow> outcome_rows(const Study& study, const std::vector<ResultTable>& tables) {
  std::vector<OutcomeRow> rows;
  for (std::size_t o = 0; o < study.outcomes.size(); ++o) {
    const Outcome& outcome = study.outcomes[o];
    OutcomeRow row;
    row.outcome = o;
    const FigureName name = figure_name(outcome.figure);
    for (const ResultTable& table : tables) {
      if (!outcome.value || table.name != name.table) continue;
      const Column& ids = table.table.column("id");
      for (std::size_t r = 0; r < table.table.rows(); ++r)
        if (ids.text(r) == name.row) row.compared = set_beside(row, table.table, r, name, *outcome.value);
    }
    rows.push_back(row);
  }
  return rows;
}

Diagnostics check_outcomes(const Study& study, const std::vector<OutcomeRow>& rows) {
  Diagnostics faults;
  for (const OutcomeRow& row : rows) {
    const Outcome& outcome = study.outcomes[row.outcome];
    if (!outcome.figure.empty() && outcome.value && !row.compared)
      faults.push_back(make_diagnostic("outcome-figure-unknown", outcome.place, {outcome.figure}));
  }
  return faults;
}

std::vector<ResultTable> result_tables(const Study& study, const RunResult& result) {
  std::vector<ResultTable> tables;
  // clang-format off
  for (const auto make : {
           parameters_table, tree_table, pathways_table, end_use_table, unmet_table, flows_table, private_table,
           daily_table, concentration_table, exposure_table, critical_nodes_table, explanation_table,
           policy_table, regret_table, robustness_table, packages_table, marginal_table, discovery_table,
           judgements_table, disagreement_table, cross_impacts_table, scenarios_table, readiness_table, needs_table,
       })
    // clang-format on
    tables.push_back(make(study, result));
  tables.push_back(sensitivity_table(study, result));
  tables.push_back(advantages_table(study, result));
  for (ResultTable& table : ranking_tables(study, result)) tables.push_back(std::move(table));
  tables.push_back(outcomes_table(study, tables));
  tables.push_back(need_draws_table(study, result));
  tables.push_back(draws_table(study, result));
  return tables;
}

std::vector<ResultTable> needs_result_tables(const Study& study, const RunResult& result) {
  std::vector<ResultTable> tables;
  for (const auto make : {pathways_table, end_use_table, unmet_table, readiness_table, needs_table})
    tables.push_back(make(study, result));
  for (ResultTable& table : ranking_tables(study, result)) tables.push_back(std::move(table));
  return tables;
}

} // namespace rashin::study
