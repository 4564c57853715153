#include "report/study_parts.h"

#include "core/number_text.h"

namespace rashin::report {

LocalizedText grade_text(const std::string& grade) {
  if (grade == "strongly-negative") return {"大きなマイナス", "strongly negative"};
  if (grade == "negative") return {"マイナス", "negative"};
  if (grade == "neutral") return {"どちらでもない", "neutral"};
  if (grade == "positive") return {"プラス", "positive"};
  if (grade == "strongly-positive") return {"大きなプラス", "strongly positive"};
  return {"不明", "unknown"};
}

LocalizedText criterion_text(const std::string& criterion) {
  if (criterion == "diplomatic-effect") return {"外交上の影響", "diplomatic effect"};
  if (criterion == "legal-feasibility") return {"法的な実現性", "legal feasibility"};
  if (criterion == "partner-consent") return {"相手国の同意", "partner consent"};
  return {criterion, criterion};
}

namespace {

std::vector<std::string> arms_of(const StudyView& view) {
  std::vector<std::string> arms;
  for (const auto& arm : view.result.arms)
    if (!arm.technology) arms.push_back(arm.id);
  return arms;
}

Band band_from(const StudyView& view, const std::vector<double>& draws) {
  return band_of(draws, money_scale(view));
}

ChartBlock comparison_chart(const StudyView& view) {
  IntervalChart chart{
      .text = {{"避けられる損失と費用", "Avoided loss and cost"},
               {"点は中央値、太線は 25–75 %、細線は 5–95 %。", "Dot: median; thick bar: 25–75 %; thin bar: 5–95 %."}},
      .panels = {{"避けられる損失（" + money_unit(view).ja + "）", "avoided loss (" + money_unit(view).en + ")"},
                 {"費用（" + money_unit(view).ja + "）", "cost (" + money_unit(view).en + ")"}}};
  const auto none = policy::expected_loss(view.result.losses[0], view.result.probabilities.pathways);
  for (std::size_t a = 1; a < view.result.arms.size(); ++a) {
    if (view.result.arms[a].technology) continue;
    auto avoided = policy::expected_loss(view.result.losses[a], view.result.probabilities.pathways);
    for (std::size_t d = 0; d < avoided.size(); ++d) avoided[d] = none[d] - avoided[d];
    chart.rows.push_back({.name = arm_title(view, view.result.arms[a].id),
                          .values = {band_from(view, avoided), band_from(view, view.result.losses[a].cost)}});
  }
  ChartBlock block{.id = "chart-options", .chart = chart};
  block.limits =
      words({"外交上の影響や法的な可否は、この図には足されていません（下の表を参照）。",
             "Diplomatic effect and legal feasibility are not added into this picture; see the table below."});
  return block;
}

ChartBlock regret_chart(const StudyView& view) {
  HeatChart chart{.text = {{"後悔", "Regret"},
                           {"その経路が起きたとき、最善の選択より余計にかかる損失と費用。",
                            "Loss and cost above the best choice, if that pathway comes."}},
                  .value = {"後悔（" + money_unit(view).ja + "）", "regret (" + money_unit(view).en + ")"},
                  .row_title = {"選択", "Choice"},
                  .column_title = {"展開経路", "Pathway"}};
  for (const auto& pathway : view.study.pathways) chart.columns.push_back(pathway.title);
  const Table& regret = table_of(view, "regret");
  for (const std::string& arm : arms_of(view)) {
    HeatRow row{.name = arm_title(view, arm)};
    for (const auto& pathway : view.study.pathways) {
      const auto value = regret.column("regret_mean").number(row_of(regret, arm + "." + pathway.id));
      row.values.push_back(value ? std::optional(*value / money_scale(view)) : std::nullopt);
    }
    chart.rows.push_back(row);
  }
  ChartBlock block{.id = "chart-regret", .chart = chart};
  block.limits = words({"経路の確率は含みません。", "The probabilities of the pathways are not part of it."});
  return block;
}

TableBlock judged_table(const StudyView& view) {
  TableBlock table{.id = "judged-criteria",
                   .caption = {"数値に足さない判断基準", "Criteria judged beside the numbers"},
                   .columns = {{{"オプション", "Option"}},
                               {{"基準", "Criterion"}},
                               {{"評価", "Grade"}},
                               {{"判断・理由", "Whose, and why"}}},
                   .header_columns = 2};
  for (const auto& option : view.study.options)
    for (const auto& judged : option.judged) {
      const LocalizedText by = judge_words(judged.by);
      table.rows.push_back({text_cell(option.title), text_cell(criterion_text(judged.criterion)),
                            text_cell(grade_text(judged.grade)),
                            prose_cell({{"{0}：{1} {2}", "{0}: {1} {2}"},
                                        {plain(by), plain(judged.reason), cite(view, judged.claims)}})});
    }
  return table;
}

/// Whom an option serves first, and from when its lead time counts, where a reader would else think otherwise.
LocalizedText rules_text(const study::Study& study, const study::PolicyOption& option) {
  LocalizedText text;
  for (const study::PriorityRule& rule : option.priorities) {
    const auto& network = study.network;
    const supply::Index item = rule.of_demand ? network.demands[rule.row].item : network.inputs[rule.row].input;
    const LocalizedText& user = rule.of_demand ? network.end_uses[network.demands[rule.row].end_use].name
                                               : network.items[network.inputs[rule.row].item].name;
    const LocalizedText& name = network.items[item].name;
    text.ja += name.in(Language::Japanese) + "が足りないときは、" + user.in(Language::Japanese) + "に第" +
               std::to_string(rule.rank) + "順位で配分する。";
    text.en += " Where " + name.in(Language::English) + " is short, " + user.in(Language::English) +
               " is served with rank " + std::to_string(rule.rank) + ".";
  }
  if (option.lead_from_shock) {
    text.ja += "効果が出るまでの日数は、その経路の最初の衝撃が始まった日から数える。";
    text.en += " Its lead time counts from the day on which the first shock of the pathway begins.";
  }
  return text;
}

/// Costs that differ by pathway; the other tables give their expectation.
TableBlock pathway_cost_table(const StudyView& view) {
  TableBlock table{.id = "pathway-costs",
                   .caption = {"展開経路によって異なる費用", "Costs that differ by pathway"},
                   .columns = {{{"オプション", "Option"}},
                               {{"展開経路", "Pathway"}},
                               {{"その経路での費用", "Cost in it"}, money_unit(view)}},
                   .header_columns = 2};
  table.note = {"ほかの経路での費用と、経路の確率で平均した費用は別である。ほかの表と図の費用は後者。",
                "Elsewhere the option costs otherwise; the other tables and pictures give its cost averaged over the "
                "probabilities of the pathways."};
  for (const auto& option : view.study.options)
    for (const auto& own : option.pathway_costs) {
      const Quantity& cost = view.study.parameters[own.cost];
      table.rows.push_back(
          {text_cell(option.title), text_cell(view.study.pathways[own.pathway].title),
           number_cell(figure_of(view, "parameters", cost.id(), "value", unit_scale(view, cost.unit)))});
    }
  return table;
}

} // namespace

Section policy_section(const StudyView& view) {
  const auto& study = view.study;
  Section section{.id = "policy", .title = {"政策オプション", "Policy options"}};
  ListBlock list;
  for (const auto& option : study.options) {
    const LocalizedText stage =
        option.stage == study::Stage::Before ? LocalizedText{"事前", "before"} : LocalizedText{"最中", "during"};
    list.items.push_back(
        {{"{0}（{1}）：{2}{3}", "{0} ({1}): {2}{3}"},
         {Strong{option.title}, plain(stage), plain(option.description), plain(rules_text(study, option))}});
  }
  section.blocks.push_back(list);
  if (TableBlock costs = pathway_cost_table(view); !costs.rows.empty()) section.blocks.push_back(costs);
  section.blocks.push_back(comparison_chart(view));
  TableBlock table{.id = "policy-table", .caption = {"同じ標本の上での比較", "Compared on the same draws"}};
  const LocalizedText money = money_unit(view);
  table.columns = {{{"選択", "Choice"}},
                   {{"損失", "Loss"}, money},
                   {{"避けられる損失", "Avoided loss"}, money},
                   {{"費用", "Cost"}, money},
                   {{"純便益", "Net benefit"}, money}};
  TableBlock risk{.id = "policy-risk", .caption = {"後悔と最悪の場合", "Regret and the worst cases"}};
  risk.columns = {{{"選択", "Choice"}},
                  {{"後悔", "Regret"}, money},
                  {{"最善となる標本", "Best in"}, {"%", "% of draws"}},
                  {{"最悪 5 % の平均損失", "Mean of the worst 5 %"}, money}};
  if (study.header.failure_threshold) risk.columns.push_back({{"失敗の確率", "Chance of failing"}, {"%", "%"}});
  for (const std::string& arm : arms_of(view)) {
    std::vector<Cell> row{text_cell(arm_title(view, arm))};
    for (const char* stem : {"loss", "avoided", "cost", "net_benefit"})
      row.push_back(number_cell(money_figure(view, "policy", arm, stem)));
    table.rows.push_back(std::move(row));
    std::vector<Cell> worst{text_cell(arm_title(view, arm)), number_cell(money_figure(view, "policy", arm, "regret")),
                            number_cell(plain_figure(view, "policy", arm, "best_share", 0.01)),
                            number_cell(plain_figure(view, "policy", arm, "tail_loss", money_scale(view)))};
    if (study.header.failure_threshold)
      worst.push_back(number_cell(plain_figure(view, "policy", arm, "failure_share", 0.01)));
    risk.rows.push_back(std::move(worst));
  }
  if (study.header.failure_threshold) {
    const std::string limit = format_number(*study.header.failure_threshold / money_scale(view), Language::English);
    risk.note = {"失敗とは、損失が " + limit + money.ja + "を超えること。",
                 "Failing means a loss above " + limit + " " + money.en + "."};
  }
  section.blocks.push_back(table);
  section.blocks.push_back(risk);
  section.blocks.push_back(regret_chart(view));
  if (TableBlock judged = judged_table(view); !judged.rows.empty()) section.blocks.push_back(judged);
  return section;
}

} // namespace rashin::report
