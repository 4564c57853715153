#include "report/study_exposure.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

Share share_of(const policy::Summary& s) {
  return {s.mean, Interval{s.p5, s.p95}};
}

std::vector<TreeBranch> branches_of(const StudyView& view, std::size_t node, const std::vector<double>& reached) {
  std::vector<TreeBranch> branches;
  const auto& tree_node = view.study.tree.nodes[node];
  for (std::size_t b = 0; b < tree_node.branches.size(); ++b) {
    const auto& branch = tree_node.branches[b];
    const auto& draws = view.result.probabilities.nodes[node][b];
    std::vector<double> here(reached.size());
    for (std::size_t d = 0; d < here.size(); ++d) here[d] = reached[d] * draws[d];
    TreeBranch drawn{.name = branch.title, .probability = share_of(policy::summarize(draws))};
    if (branch.next_node != pathway::no_node)
      drawn.next = branches_of(view, branch.next_node, here);
    else
      drawn.pathway = view.study.pathways[branch.pathway].title,
      drawn.path_probability = share_of(policy::summarize(here));
    branches.push_back(std::move(drawn));
  }
  return branches;
}

std::string percent(double share) {
  char text[16];
  std::snprintf(text, sizeof text, "%.0f", 100 * share);
  return std::string(text) + "\u00a0%"; // never parted by a line
}

/// Who gives which branch which probability, and why: people stay apart.
TableBlock judgements_table(const StudyView& view) {
  TableBlock table{.id = "judgements", .caption = {"分岐についての判断", "Judgements of the branches"}};
  table.columns = {{{"分かれ目", "Question"}},
                   {{"判断した人・機関", "Whose judgement"}},
                   {{"確率", "Probabilities"}},
                   {{"理由", "Reason"}}};
  for (const auto& reason : view.study.tree_reasons) {
    const auto& node = view.study.tree.nodes[reason.node];
    const auto& judgement = node.judgements[reason.judgement];
    std::string ja, en;
    for (std::size_t b = 0; b < node.branches.size(); ++b) {
      ja += (b ? "、" : "") + node.branches[b].title.ja + " " + percent(judgement.probabilities[b]);
      en += (b ? ", " : "") + node.branches[b].title.en + " " + percent(judgement.probabilities[b]);
    }
    table.rows.push_back({text_cell(node.question), text_cell(judge_words(judgement.by)), text_cell({ja, en}),
                          prose_cell({{"{0} {1}", "{0} {1}"}, {plain(reason.reason), cite(view, reason.claims)}})});
  }
  table.note = {"誰の判断を採るかも標本ごとに引かれます。", "Who is believed is drawn too, anew in each draw."};
  return table;
}

} // namespace

Section event_section(const StudyView& view) {
  const auto& study = view.study;
  Section section{.id = "event", .title = {"出来事と展開経路", "The event and its pathways"}};
  section.blocks.push_back(paragraph(
      {"{0}（{1}）。{2}", "{0} ({1}). {2}"},
      {Strong{study.trigger.title},
       plain({to_text(study.trigger.date, Language::Japanese), to_text(study.trigger.date, Language::English)}),
       cite(view, study.trigger.claims)}));
  EventTreeChart tree{.text = {{"事象の木", "Event tree"},
                               {"きっかけから展開経路まで。線の上は分岐の確率、右端は経路の確率（5–95 %）。",
                                "From the trigger to the pathways. On the lines: probability of each branch; at the "
                                "right: of each pathway (5–95 %)."}},
                      .trigger = study.trigger.title};
  tree.branches = branches_of(view, 0, std::vector<double>(static_cast<std::size_t>(view.result.draws), 1.0));
  ChartBlock chart{.id = "chart-tree", .chart = tree};
  chart.limits = words({"確率は人の判断を束ねたもので、頻度の観測ではありません。",
                        "Probabilities pool people's judgements; they are not observed frequencies."});
  if (!study.matrix || !study.matrix->alone) section.blocks.push_back(chart);
  ListBlock list;
  for (const auto& pathway : study.pathways)
    list.items.push_back({{"{0}：{1}", "{0}: {1}"}, {Strong{pathway.title}, plain(pathway.description)}});
  section.blocks.push_back(list);
  if (!study.tree_reasons.empty()) section.blocks.push_back(judgements_table(view));
  return section;
}

Section losses_section(const StudyView& view) {
  const auto& study = view.study;
  Section section{.id = "losses", .title = {"何も備えない場合の損失", "Losses if nothing is done"}};
  FanChart fan{.text = {{"損失の推移", "Losses day by day"},
                        {"基準日からの累計。帯は 5–95 % と 25–75 %、線は中央値。",
                         "Summed from the as-of date. Bands: 5–95 % and 25–75 %; line: median."}},
               .value_axis = {"失われた付加価値（" + money_unit(view).ja + "）",
                              "value added lost (" + money_unit(view).en + ")"}};
  for (std::size_t p = 0; p < study.pathways.size(); ++p) {
    FanPanel panel{.name = study.pathways[p].title};
    for (std::size_t day = 0; day < view.result.daily[p].size(); ++day) {
      const auto& s = view.result.daily[p][day];
      const auto& [p25, p75] = view.result.daily_middle[p][day];
      panel.days.push_back(static_cast<double>(day));
      panel.bands.push_back({s.p5 / money_scale(view), p25 / money_scale(view), s.p50 / money_scale(view),
                             p75 / money_scale(view), s.p95 / money_scale(view)});
    }
    fan.panels.push_back(std::move(panel));
  }
  ChartBlock chart{.id = "chart-fan", .chart = fan};
  chart.limits = words({"品目の供給網だけを通じた損失です。経済全体への波及は含みません。",
                        "Losses through the item network only; effects on the wider economy are not included."});
  // The daily bands have hundreds of rows per pathway; they stand in results/daily.csv.
  TableBlock milestones{.id = "daily-milestones",
                        .caption = {"損失の推移（30 日ごと）", "Losses every 30 days"},
                        .columns = {{{"展開経路", "Pathway"}}, {{"日", "Day"}}, {{"損失", "Loss"}, money_unit(view)}},
                        .header_columns = 2,
                        .note = {"全日の値は results/daily.csv にあります。", "All days stand in results/daily.csv."}};
  for (std::size_t p = 0; p < study.pathways.size(); ++p)
    for (std::size_t day = 29; day < view.result.daily[p].size(); day += 30) {
      const auto& s = view.result.daily[p][day];
      Figure figure{.value = s.p50 / money_scale(view),
                    .interval = Interval{s.p5 / money_scale(view), s.p95 / money_scale(view)},
                    .id = "daily/" + study.pathways[p].id + "." + std::to_string(day) + "/loss_p50"};
      milestones.rows.push_back({text_cell(study.pathways[p].title),
                                 text_cell({std::to_string(day + 1), std::to_string(day + 1)}), number_cell(figure)});
    }
  chart.data = milestones;
  section.blocks.push_back(chart);

  TableBlock table{.id = "pathways", .caption = {"展開経路ごとの損失", "Losses of each pathway"}};
  table.columns = {{{"展開経路", "Pathway"}},
                   {study.matrix && study.matrix->alone
                        ? LocalizedText{"構造上の重み（確率ではない）", "Structural weight (no probability)"}
                        : LocalizedText{"確率", "Probability"},
                    {"%", "%"}},
                   {{"損失", "Loss"}, money_unit(view)},
                   {{"損失が生じる標本", "Draws with a loss"}, {"%", "%"}},
                   {{"最初の損失まで", "Until the first loss"}, {"日", "days"}}};
  for (const auto& pathway : study.pathways)
    table.rows.push_back({text_cell(pathway.title),
                          number_cell(figure_of(view, "pathways", pathway.id, "probability", 0.01)),
                          number_cell(money_figure(view, "pathways", pathway.id, "loss")),
                          number_cell(plain_figure(view, "pathways", pathway.id, "loss_share", 0.01)),
                          number_cell(figure_of(view, "pathways", pathway.id, "first_loss"))});
  section.blocks.push_back(table);

  TableBlock uses{
      .id = "end_use_losses",
      .caption = {"用途ごとの損失（全経路の期待値）", "Losses of each end use (expectation over pathways)"}};
  uses.columns = {{{"用途", "End use"}}, {{"損失", "Loss"}, money_unit(view)}};
  for (const auto& use : study.network.end_uses)
    uses.rows.push_back({text_cell(use.name), number_cell(money_figure(view, "end_use_losses", use.id, "loss"))});
  section.blocks.push_back(uses);
  for (Block& block : explanation_blocks(view)) section.blocks.push_back(std::move(block));
  if (!study.judged_impacts.empty()) {
    TableBlock judged{
        .id = "judged",
        .caption = {"判断による影響（シミュレーションとは別）", "Judged impacts (beside the simulation)"},
        .columns = {{{"展開経路", "Pathway"}}, {{"指標", "Indicator"}}, {{"量", "Amount"}}, {{"根拠", "Basis"}}},
        .header_columns = 2,
        .note = {
            "値は中央値。公表された試算や人の判断で、対象の範囲はシミュレーションと異なることがあり、その損失には"
            "足していません。",
            "Values are medians. These are published estimates and people's judgements: their scope may differ from "
            "the simulation's, and they are not added to its losses."}};
    for (const auto& impact : study.judged_impacts) {
      const Quantity& q = study.parameters[impact.amount];
      const auto s = policy::summarize(view.result.parameters[impact.amount]);
      const double scale = unit_scale(view, q.unit);
      judged.rows.push_back({text_cell(study.pathways[impact.pathway].title),
                             text_cell(indicator_title(view, impact.indicator)),
                             number_cell({.value = s.p50 / scale,
                                          .interval = Interval{s.p5 / scale, s.p95 / scale},
                                          .unit = unit_words(view, q.unit),
                                          .id = q.id()}),
                             prose_cell({{"{0} {1}", "{0} {1}"}, {plain(judge_words(q.by)), cite(view, q.claims)}})});
    }
    section.blocks.push_back(judged);
  }
  if (!study.private_impacts.empty()) {
    TableBlock kept{
        .id = "private_impacts",
        .caption = {"企業などが秘匿を条件に示した影響", "Impacts given in confidence"},
        .columns = {{{"展開経路", "Pathway"}},
                    {{"指標", "Indicator"}},
                    {{"提供者数", "Contributors"}},
                    {{"平均", "Mean"}},
                    {{"単位", "Unit"}}},
        .header_columns = 2,
        .note = {"三者以上の平均だけを示し、個々の値は示しません。「—」は三者に満たないため非公表です。",
                 "Only means over three or more are shown, never single figures; “—” means withheld for fewer."}};
    for (const auto& impact : study.private_impacts) {
      const std::string id = study.pathways[impact.pathway].id + "." + impact.indicator;
      const Table& aggregates = table_of(view, "private_impacts");
      const std::string unit(aggregates.column("unit").text(row_of(aggregates, id)).value_or(""));
      kept.rows.push_back({text_cell(study.pathways[impact.pathway].title),
                           text_cell(indicator_title(view, impact.indicator)),
                           number_cell(plain_figure(view, "private_impacts", id, "contributors")),
                           number_cell(figure_of(view, "private_impacts", id, "amount")), text_cell({unit, unit})});
    }
    section.blocks.push_back(kept);
  }
  return section;
}

} // namespace rashin::report
