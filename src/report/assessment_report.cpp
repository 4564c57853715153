#include "report/assessment_report.h"

#include "report/assessment_parts.h"
#include "report/source_entries.h"

#include <algorithm>

namespace rashin::report {
namespace {

using assessment::Assessment;
using assessment::ChangeRow;
using assessment::Turn;

struct Tally {
  int ahead = 0, behind = 0, open = 0, unknown = 0;
};
Tally tally(const assessment::RunResult& result) {
  Tally t;
  for (const auto& row : result.asymmetries) {
    if (row.versus != "all") continue;
    if (!row.result)
      ++t.unknown;
    else
      ++(row.result->sign == 0 || row.result->size == "none" ? t.open : row.result->sign > 0 ? t.ahead : t.behind);
  }
  return t;
}

Callout conclusion(const AssessmentView& view) {
  const Tally t = tally(view.result);
  const Assessment& assessment = view.assessment;
  Callout callout{CalloutKind::Conclusion, {}, {}};
  callout.paragraphs.push_back(
      {{"{0}と、{1}とを比べました。数で比べる {6} 件のうち、{0}が優位なものは {2} 件、劣位なものは {3} "
        "件、同程度か不確かなものは {4} 件、不明なものは {5} 件です。",
        "{0} are compared with {1}. Of {6} comparisons by numbers, {0} are ahead in {2} and behind in {3}; {4} are "
        "about equal or unsure, {5} unknown."},
       {plain(side_words(assessment, true)), plain(side_words(assessment, false)), plain(number_words(t.ahead)),
        plain(number_words(t.behind)), plain(number_words(t.open)), plain(number_words(t.unknown)),
        plain(number_words(t.ahead + t.behind + t.open + t.unknown))}});
  for (std::size_t c = 0; c < view.result.crossings.size(); ++c)
    if (view.result.crossings[c].crossover.refused)
      callout.paragraphs.push_back(
          {{"「{0}」について追い越しの時期は示しません。90 % 区間が対象期間を超えるためです。",
            "For “{0}” no date of a crossing is given: its 90 % interval exceeds the horizon."},
           {plain(assessment.curves[c].title)}});
  if (!view.result.needs.empty()) {
    const auto& first = assessment.needs[view.result.needs.front().need];
    callout.paragraphs.push_back(
        {{"最も多くの標本で上位 {2} 件に入る技術ニーズは「{0}」です（活かす戦い方：{1}）。",
          "The need most often among the first {2} is “{0}” (concept: {1})."},
         {plain(assessment.part_titles[first.part].title), plain(assessment.concepts[first.concept_index].title),
          plain(number_words(assessment.common.header.top_k))}});
  }
  return callout;
}

LocalizedText need_titles(const Assessment& assessment, const std::vector<std::size_t>& needs) {
  std::vector<LocalizedText> titles;
  for (const std::size_t n : needs) titles.push_back(assessment.part_titles[assessment.needs[n].part].title);
  return listed(titles);
}

/// One axis or person that turns the first places, in words; nothing where it turns none.
std::optional<Prose> turned(const AssessmentView& view, const ChangeRow& row) {
  if (row.needs == Turn::Same && row.technologies == Turn::Same) return std::nullopt;
  const Assessment& assessment = view.assessment;
  const auto axis = std::find_if(assessment.axes.begin(), assessment.axes.end(),
                                 [&](const auto& a) { return !row.person && a.id == row.id; });
  const LocalizedText what =
      axis == assessment.axes.end()
          ? LocalizedText{row.id + " の判断", "the judgements of " + row.id}
          : LocalizedText{"比較軸「" + axis->title.ja + "」", "the axis “" + axis->title.en + "”"};
  Prose prose{{"{0}を除くと、", "Without {0}, "}, {Strong{what}}};
  if (row.needs == Turn::Members) {
    prose.text.ja += "技術ニーズの上位から{1}が外れ";
    prose.text.en += "{1} leaves the first needs";
    prose.parts.emplace_back(plain(need_titles(assessment, row.out)));
    if (!row.in.empty()) {
      prose.text.ja += "、{2}が入り";
      prose.text.en += " and {2} enters";
      prose.parts.emplace_back(plain(need_titles(assessment, row.in)));
    }
    prose.text.ja += "ます。";
    prose.text.en += ".";
  } else if (row.needs == Turn::Order) {
    prose.text.ja += "上位の技術ニーズの順が入れ替わります。";
    prose.text.en += "the first needs change their order.";
  }
  if (row.technologies != Turn::Same) {
    const bool after = row.needs != Turn::Same;
    prose.text.ja += after ? "比較軸で見た技術の順位も変わります。" : "比較軸で見た技術の順位が変わります。";
    prose.text.en += after ? " The order of the technologies changes too."
                           : "the order of the technologies by their asymmetries changes.";
  }
  return prose;
}

Callout what_would_change(const AssessmentView& view) {
  Callout callout{CalloutKind::WhatWouldChange, {}, {}};
  std::vector<LocalizedText> alone;
  int unchanged = 0;
  for (const ChangeRow& row : view.result.changes) {
    if (row.person && row.alone > 0) alone.push_back({row.id, row.id});
    if (auto prose = turned(view, row))
      callout.paragraphs.push_back(std::move(*prose));
    else if (row.left_out > 0)
      ++unchanged;
  }
  if (unchanged > 0)
    callout.paragraphs.push_back(
        {{"ほかに、比較軸または人を一つずつ除いて {0} 通り計算し直しましたが、上位 {1} "
          "件は変わりませんでした。",
          "Leaving out one axis or one person in {0} other ways changes none of the first {1}."},
         {plain(number_words(unchanged)), plain(number_words(view.view.study.header.top_k))}});
  if (!alone.empty())
    callout.paragraphs.push_back({{"{0}の判断だけに拠る値があり、その人を除くと答えそのものがなくなります。",
                                   "Some values rest on {0} alone: without that person there is no answer to them."},
                                  {plain(listed(alone))}});
  const BasisReport& b = view.assessment.common.basis;
  callout.paragraphs.push_back(
      {{"入力値 {0} 個のうち {1} 個は例示か根拠のない値です。これらが変われば順位も変わり得ます。調査票の未調査の欄は "
        "{2} です。",
        "Of {0} input values, {1} are only illustrative or have no basis; the ranks may change with them. {2} cells of "
        "the dossiers were not looked at."},
       {plain(number_words(b.values)), plain(number_words(b.illustrative + b.missing)),
        plain(number_words(view.assessment.blank_cells))}});
  return callout;
}

Section summary(const AssessmentView& view) {
  Section section{.id = "summary", .title = {"概要", "Summary"}};
  section.blocks.push_back(conclusion(view));
  section.blocks.push_back(what_would_change(view));
  return section;
}

Section limits(const AssessmentView& view) {
  Section section{.id = "limits", .title = {"この分析が示せないこと", "What this cannot show"}, .new_page = true};
  ListBlock list;
  for (const LocalizedText& limit : view.view.study.header.limits) list.items.push_back(words(limit));
  list.items.push_back(
      words({"数の比較は、使いこなす力や紛争の結果を示しません。",
             "Comparing numbers shows neither the ability to use them nor the outcome of a conflict."}));
  list.items.push_back(
      words({"不明は不明のままで、推測で埋めていません。", "What is unknown stays unknown; nothing was guessed."}));
  section.blocks.push_back(list);
  return section;
}

Section annex(const AssessmentView& view) {
  Section section{.id = "annex", .title = {"附録：入力値と根拠", "Annex: input values and what they rest on"}};
  section.blocks.push_back(parameters_block(view.view));
  return section;
}

std::vector<std::string> cited_claims(const Assessment& assessment) {
  std::vector<std::string> claims;
  const auto add = [&](const std::vector<std::string>& more) { claims.insert(claims.end(), more.begin(), more.end()); };
  for (const auto& cell : assessment.cells) add(cell.claims);
  for (const auto& record : assessment.operations) add(record.claims);
  for (const auto& record : assessment.ecosystems) add(record.claims);
  for (const auto& text : assessment.gravity_texts) add(text.claims);
  for (const auto& pair : assessment.curves) add(pair.claims);
  for (const auto& each : assessment.concepts) add(each.counter.claims);
  for (const auto& set : assessment.papers) add(set.claims);
  return claims;
}

} // namespace

Document assessment_document(const Assessment& assessment, const assessment::RunResult& result,
                             const std::vector<study::ResultTable>& tables, Language language) {
  const study::Study& common = assessment.common;
  const AssessmentView view{{common, result.values, tables, language}, assessment, result};
  Document document;
  set_frame(document, common);
  document.facts = {{{"自国側", "Own side"}, side_words(assessment, true)},
                    {{"競争相手", "Competitors"}, side_words(assessment, false)},
                    {{"標本数", "Draws"}, number_words(result.draws)},
                    {{"乱数の種", "Seed"}, number_words(static_cast<long long>(result.seed))}};
  document.sections = {summary(view),
                       dossiers_section(view),
                       gravity_section(view),
                       technologies_section(view),
                       asymmetries_section(view),
                       time_section(view),
                       concepts_section(view),
                       limits(view),
                       annex(view)};
  document.sources = source_entries(view.view, cited_claims(assessment));
  return document;
}

} // namespace rashin::report
