#include "study/loss_tables.h"

#include "study/table_parts.h"

#include <cmath>
#include <map>
#include <set>

namespace rashin::study {

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

namespace {

std::vector<double> finite(const std::vector<double>& values) {
  std::vector<double> kept;
  for (const double value : values)
    if (std::isfinite(value)) kept.push_back(value);
  return kept;
}

} // namespace

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

namespace {

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

} // namespace

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

} // namespace rashin::study
