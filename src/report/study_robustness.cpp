#include "core/number_text.h"
#include "policy/robustness.h"
#include "report/study_judgement.h"
#include "study/robustness_tables.h"

#include <algorithm>
#include <map>

namespace rashin::report {
namespace {

using study::Criterion;
using study::RobustnessReport;

bool is_money(const Criterion& criterion) {
  return criterion.id != "satisficing_share";
}

/// The measures of one kind, a column each; the choice of each column is marked.
TableBlock measures_table(const StudyView& view, const RobustnessReport& report, bool weighted) {
  TableBlock table;
  table.columns = {{{"選択", "Choice"}}};
  for (const Criterion& criterion : report.criteria)
    if (criterion.weighted == weighted)
      table.columns.push_back({criterion.name, is_money(criterion) ? money_unit(view) : LocalizedText{"%", "%"}});
  if (weighted) table.columns.push_back({{"分布の歪み", "Percentile skew"}});
  for (std::size_t a = 0; a < report.arms.size(); ++a) {
    const std::string& arm = report.arms[a];
    std::vector<Cell> row{text_cell(arm_title(view, arm))};
    for (const Criterion& criterion : report.criteria) {
      if (criterion.weighted != weighted) continue;
      row.push_back(number_cell(
          plain_figure(view, "robustness", arm, criterion.id, is_money(criterion) ? money_scale(view) : 0.01)));
      if (criterion.choice == a) row.back().tone = Tone::Good;
    }
    if (weighted) row.push_back(number_cell(plain_figure(view, "robustness", arm, "percentile_skew")));
    table.rows.push_back(std::move(row));
  }
  return table;
}

TableBlock weighted_table(const StudyView& view, const RobustnessReport& report) {
  TableBlock table = measures_table(view, report, true);
  table.id = "robustness-weighted";
  table.caption = {"確率で重み付けた尺度（損失と費用の和）", "Measures weighted by probability (loss + cost)"};
  table.note = {
      "緑は列ごとに選ばれるもの。分布の歪みは90%点・50%点・10%点から求め、正なら悪い側に裾を引く。性質を示すだけで、"
      "選ぶための尺度ではない。",
      "Green: what the column picks. The skew is read from the 90, 50 and 10 % points; above zero the bad side has the "
      "longer tail. It describes and does not choose."};
  return table;
}

TableBlock unweighted_table(const StudyView& view, const RobustnessReport& report) {
  TableBlock table = measures_table(view, report, false);
  table.id = "robustness-unweighted";
  table.caption = {"確率を使わない尺度（損失と費用の和）", "Measures without probabilities (loss + cost)"};
  const std::string outcomes = std::to_string(view.result.draws) + " × " + std::to_string(view.study.pathways.size());
  table.note = {
      "すべての標本と展開経路（" + outcomes +
          "）を同じ重みで数える。最悪の場合と最大の後悔はただ一つの場合で決まり、標本が増えれば大きくなり得る。"
          "フルヴィッツは最良と最悪を半々に見る。",
      "All draws and pathways (" + outcomes +
          ") count alike. The worst case and the largest regret hang on a single case each and may grow with "
          "more draws. Hurwicz looks half at the best, half at the worst."};
  return table;
}

TableBlock criteria_table(const StudyView& view, const RobustnessReport& report) {
  TableBlock table{.id = "robustness-criteria",
                   .caption = {"どの尺度が何を選ぶか", "What each measure picks"},
                   .columns = {{{"尺度", "Measure"}},
                               {{"確率", "Probabilities"}},
                               {{"選ばれるもの", "Picks"}},
                               {{"標本を半分にしても同じか", "The same on either half of the draws"}}}};
  for (const Criterion& criterion : report.criteria)
    table.rows.push_back(
        {text_cell(criterion.name),
         text_cell(criterion.weighted ? LocalizedText{"使う", "used"} : LocalizedText{"使わない", "not used"}),
         text_cell(arm_title(view, report.arms[criterion.choice])),
         text_cell(criterion.halves_agree ? LocalizedText{"同じ", "yes"}
                                          : LocalizedText{"変わる（差は小さい）", "no: the lead is thin"})});
  return table;
}

/// Who is picked by which measures, in one or two sentences.
Prose agreement(const StudyView& view, const RobustnessReport& report) {
  policy::RobustnessTable table;
  for (const Criterion& criterion : report.criteria)
    table.choices.push_back({criterion.name, criterion.choice, criterion.values[criterion.choice], false});
  std::vector<std::string> ja, en;
  for (const std::string& arm : report.arms) {
    const LocalizedText title = arm_title(view, arm);
    ja.push_back(title.ja), en.push_back("“" + title.en + "”");
  }
  return words({policy::agreement_in_words(table, ja).ja, policy::agreement_in_words(table, en).en});
}

/// The grades of a choice's options on one criterion, those of one grade together: of a package each member's own,
/// never a mean.
LocalizedText grades_of(const StudyView& view, const study::ArmPlan& arm, const std::string& criterion) {
  LocalizedText text;
  for (const char* grade : {"strongly-negative", "negative", "unknown", "neutral", "positive", "strongly-positive"}) {
    LocalizedText names;
    for (const std::size_t o : arm.options)
      for (const auto& judged : view.study.options[o].judged) {
        if (judged.criterion != criterion || judged.grade != grade) continue;
        names.ja += (names.ja.empty() ? "" : "、") + view.study.options[o].title.ja;
        names.en += (names.en.empty() ? "" : "; ") + view.study.options[o].title.en;
      }
    if (names.empty()) continue;
    const bool named = arm.options.size() > 1;
    const LocalizedText words = grade_text(grade);
    text.ja += (text.ja.empty() ? "" : "。") + words.ja + (named ? "：" + names.ja : "");
    text.en += (text.en.empty() ? "" : ". ") + words.en + (named ? ": " + names.en : "");
  }
  return text.empty() ? LocalizedText{"—", "—"} : text;
}

TableBlock beside_table(const StudyView& view, const RobustnessReport& report) {
  std::vector<std::string> criteria{"diplomatic-effect", "legal-feasibility", "partner-consent"};
  for (const auto& option : view.study.options)
    for (const auto& judged : option.judged)
      if (std::find(criteria.begin(), criteria.end(), judged.criterion) == criteria.end())
        criteria.push_back(judged.criterion);
  TableBlock table{.id = "robustness-beside",
                   .caption = {"尺度が選ぶ回数と、足さずに並べる判断", "Picks, and the judgements beside them"}};
  table.columns = {{{"選択", "Choice"}}, {{"選ぶ尺度の数", "Picked by"}}};
  for (const std::string& criterion : criteria) table.columns.push_back({criterion_text(criterion)});
  for (const study::ArmPlan& arm : view.result.arms) {
    if (arm.technology || arm.id == "none") continue;
    const auto picks = std::count_if(report.criteria.begin(), report.criteria.end(),
                                     [&](const Criterion& c) { return report.arms[c.choice] == arm.id; });
    std::vector<Cell> row{text_cell(arm_title(view, arm.id)),
                          text_cell({std::to_string(picks) + " / " + std::to_string(report.criteria.size()),
                                     std::to_string(picks) + " of " + std::to_string(report.criteria.size())})};
    for (const std::string& criterion : criteria) row.push_back(text_cell(grades_of(view, arm, criterion)));
    table.rows.push_back(std::move(row));
  }
  table.note = {
      "判断は点数にせず、数値にも足さない。理由は「数値に足さない判断基準」の表にある。「—」は判断がないこと。",
      "Judgements are given no points and are not added to the figures; their reasons stand in the table of "
      "judged criteria. “—”: nobody judged it."};
  return table;
}

} // namespace

Section robustness_section(const StudyView& view) {
  const RobustnessReport report = study::robustness_report(view.study, view.result);
  Section section{.id = "robustness", .title = {"どの見方でも良い選択か", "Is the choice good by every measure?"}};
  section.blocks.push_back(paragraph(
      {"良い選択は、悪い場合をどれだけ重く見るか、確率をどこまで信じるかで変わります。同じ標本の上で、見方ごとに"
       "何が選ばれるかを並べます。",
       "Which choice is good depends on how heavily bad cases count and how far probabilities are trusted. On the same "
       "draws, this is what each way of looking picks."}));
  section.blocks.push_back(Callout{CalloutKind::Conclusion, {}, {agreement(view, report)}});
  section.blocks.push_back(criteria_table(view, report));
  section.blocks.push_back(weighted_table(view, report));
  section.blocks.push_back(unweighted_table(view, report));
  section.blocks.push_back(beside_table(view, report));
  section.children = {packages_section(view), marginal_section(view), discovery_section(view)};
  return section;
}

} // namespace rashin::report
