#include "report/study_parts.h"

#include <algorithm>

namespace rashin::report {
namespace {

/// The arm with the largest mean net benefit among options and packages.
std::string best_arm(const StudyView& view) {
  const Table& table = table_of(view, "policy");
  std::string best = "none";
  double most = 0;
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const double value = table.column("net_benefit_mean").number(row).value_or(0);
    if (value > most) most = value, best = *table.column("id").text(row);
  }
  return best;
}

/// The pathway whose certain coming would most change which option is best: said in a sentence.
Prose what_would_change(const StudyView& view) {
  const auto& study = view.study;
  const Table& regret = table_of(view, "regret");
  const std::string best = best_arm(view);
  std::string pathway, rival;
  double worst = 0;
  for (const auto& p : study.pathways) {
    const double own = regret.column("regret_mean").number(row_of(regret, best + "." + p.id)).value_or(0);
    if (own <= worst) continue;
    double least = own;
    for (std::size_t row = 0; row < table_of(view, "policy").rows(); ++row) {
      const std::string arm(*table_of(view, "policy").column("id").text(row));
      const double value = regret.column("regret_mean").number(row_of(regret, arm + "." + p.id)).value_or(0);
      if (value < least) least = value, rival = arm, pathway = p.id, worst = own;
    }
  }
  if (pathway.empty())
    return words({"どの展開経路が確実になっても、最も費用と損失の少ない選択は変わりません。",
                  "Whichever pathway became certain, the choice with the least loss and cost would stay the same."});
  LocalizedText name;
  for (const auto& p : study.pathways)
    if (p.id == pathway) name = p.title;
  return {{"展開経路「{0}」が確実になれば、「{1}」が「{2}」より有利になります。この選択の後悔はその場合 {3} です。",
           "If the pathway “{0}” became certain, “{1}” would do better than “{2}”, whose regret there is {3}."},
          {plain(name), plain(arm_title(view, rival)), plain(arm_title(view, best)),
           plain_figure(view, "regret", best + "." + pathway, "regret_mean", money_scale(view), money_unit(view))}};
}

/// The values that rest on the thinnest basis.
Prose thin_basis(const StudyView& view) {
  const BasisReport& b = view.study.basis;
  return {
      {"入力値 {0} のうち {1} は例示（根拠となる公表値がない）です。これらを文献値に置き換えると、順位は変わり得ます。",
       "Of {0} input values, {1} are only illustrative. Replacing them by sourced ones may change the ranks."},
      {plain({std::to_string(b.values), std::to_string(b.values)}),
       plain({std::to_string(b.illustrative + b.missing), std::to_string(b.illustrative + b.missing)})}};
}

} // namespace

Section summary_section(const StudyView& view) {
  const auto& study = view.study;
  const auto needs = study::need_rows(study, view.result);
  const std::string best = best_arm(view);
  Section section{.id = "summary", .title = {"概要", "Summary"}};
  KeyFigures key;
  key.figures.push_back({{"何もしない場合の損失（期待値）", "Expected loss without any option"},
                         money_figure(view, "policy", "none", "loss", true),
                         {"付加価値。角括弧は 5–95 %", "value added; brackets: 5–95 %"}});
  if (best != "none")
    key.figures.push_back({{"最も有利な選択の純便益", "Net benefit of the best choice"},
                           money_figure(view, "policy", best, "net_benefit", true),
                           arm_title(view, best)});
  if (!needs.empty())
    key.figures.push_back(
        {{"第一の技術ニーズが上位 " + std::to_string(study.header.top_k) + " 件に入る確率",
          "Chance that the first need is among the top " + std::to_string(study.header.top_k)},
         plain_figure(view, "needs", study.technologies[needs[0].technology].id, "top_share", 0.01, {"%", "%"}),
         study.technologies[needs[0].technology].title});
  section.blocks.push_back(key);
  Callout conclusion{CalloutKind::Conclusion, {}, {}};
  conclusion.paragraphs.push_back({{"「{0}」により、何も備えなければ {1} の付加価値が失われると見込まれます。",
                                    "“{0}” is expected to cost {1} of value added if nothing is done."},
                                   {plain(study.trigger.title), money_figure(view, "policy", "none", "loss", true)}});
  if (best == "none")
    conclusion.paragraphs.push_back(words({"検討したオプションの中に、費用を上回る効果が見込めるものはありません。",
                                           "None of the options studied is expected to avoid more than it costs."}));
  else
    conclusion.paragraphs.push_back(
        {{"検討した中では「{0}」の純便益が最も大きく、{1} です。",
          "Of the choices studied, “{0}” has the largest net benefit: {1}."},
         {plain(arm_title(view, best)), money_figure(view, "policy", best, "net_benefit", true)}});
  if (!needs.empty()) {
    const auto& first = study.technologies[needs[0].technology];
    conclusion.paragraphs.push_back(
        {{"技術では「{0}」が最も多くの場合に上位に入ります（{1}）。間に合った場合の価値は {2} です。",
          "Among technologies, “{0}” is most often at the top ({1}); being ready in time is worth {2}."},
         {Link{first.title, "#need-" + first.id}, plain_figure(view, "needs", first.id, "top_share", 0.01, {"%", "%"}),
          money_figure(view, "needs", first.id, "value", true)}});
  }
  section.blocks.push_back(conclusion);
  section.blocks.push_back(Callout{CalloutKind::WhatWouldChange, {}, {what_would_change(view), thin_basis(view)}});
  return section;
}

} // namespace rashin::report
