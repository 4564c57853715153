#include "report/assessment_report.h"

#include "core/country.h"
#include "report/assessment_words.h"
#include "report/source_entries.h"

#include <algorithm>

namespace rashin::report {
namespace {

using assessment::Assessment;

struct Shown {
  std::string column; ///< `title` stands for title_ja and title_en
  LocalizedText title;
  double scale = 1; ///< a share shown in percent: 0.01
};

Cell cell_of(const Table& table, const std::string& name, std::size_t row, const Shown& shown) {
  const auto has = [&](const std::string& column) {
    return std::any_of(table.columns().begin(), table.columns().end(),
                       [&](const auto& c) { return c.name() == column; });
  };
  if (!has(shown.column))
    return text_cell({std::string(table.column(shown.column + "_ja").text(row).value_or("")),
                      std::string(table.column(shown.column + "_en").text(row).value_or(""))});
  const rashin::Column& column = table.column(shown.column);
  if (column.type() == ColumnType::Text) return text_cell(assessment_word(column.text(row).value_or("")));
  Figure figure;
  figure.id = name + "/" + std::string(*table.column("id").text(row)) + "/" + shown.column;
  if (const auto value = column.number(row)) figure.value = *value / shown.scale;
  return number_cell(figure);
}

/// A table of the run with some of its columns.
TableBlock shown_table(const StudyView& view, const std::string& name, LocalizedText caption,
                       const std::vector<Shown>& columns) {
  const Table& table = table_of(view, name);
  TableBlock block{.id = name, .caption = std::move(caption)};
  for (const Shown& shown : columns)
    block.columns.push_back({shown.title, shown.scale == 0.01 ? LocalizedText{"%", "%"} : LocalizedText{}});
  for (std::size_t row = 0; row < table.rows(); ++row) {
    block.rows.emplace_back();
    for (const Shown& shown : columns) block.rows.back().push_back(cell_of(table, name, row, shown));
  }
  return block;
}

LocalizedText country_words(const std::string& id) {
  const auto country = find_country(id);
  return country ? country->name : LocalizedText{id, id};
}

LocalizedText listed(const std::vector<LocalizedText>& words) {
  LocalizedText all;
  for (const LocalizedText& word : words) {
    all.ja += (all.ja.empty() ? "" : "、") + word.ja;
    all.en += (all.en.empty() ? "" : ", ") + word.en;
  }
  return all;
}

LocalizedText side_words(const Assessment& assessment, bool own) {
  std::vector<LocalizedText> words;
  for (const auto& party : assessment.parties)
    if (party.own == own) words.push_back(country_words(party.id));
  return listed(words);
}

LocalizedText number_words(auto value) {
  return {std::to_string(value), std::to_string(value)};
}

Section summary(const StudyView& view, const Assessment& assessment, const assessment::RunResult& result) {
  Section section{.id = "summary", .title = {"概要", "Summary"}};
  int ahead = 0, behind = 0, unknown = 0, open = 0;
  for (const auto& row : result.asymmetries) {
    if (row.versus != "all") continue;
    if (!row.result)
      ++unknown;
    else if (row.result->sign > 0)
      ++ahead;
    else if (row.result->sign < 0)
      ++behind;
    else
      ++open;
  }
  Callout conclusion{CalloutKind::Conclusion, {}, {}};
  conclusion.paragraphs.push_back(
      {{"{0}と{1}を比べました。数で比べた項目のうち、{0}が優位なものは {2}、劣位なものは {3}、どちらとも言えないものは "
        "{4}、"
        "分からないものは {5} です。",
        "{0} are compared with {1}. Of the items compared by numbers, {0} are ahead in {2} and behind in {3}; {4} are "
        "open and {5} are unknown."},
       {plain(side_words(assessment, true)), plain(side_words(assessment, false)), plain(number_words(ahead)),
        plain(number_words(behind)), plain(number_words(open)), plain(number_words(unknown))}});
  for (std::size_t c = 0; c < result.crossings.size(); ++c)
    if (result.crossings[c].crossover.refused)
      conclusion.paragraphs.push_back(
          {{"「{0}」については、追い越しの時期を示しません。90 % 区間が対象期間を超えるためです。",
            "For “{0}” no date of a crossing is given: its 90 % interval exceeds the horizon."},
           {plain(assessment.curves[c].title)}});
  if (!result.needs.empty()) {
    const auto& first = assessment.needs[result.needs.front().need];
    conclusion.paragraphs.push_back(
        {{"最も多くの場合に上位に入る技術ニーズは「{0}」です（戦い方：{1}）。",
          "The need most often among the first is “{0}” (concept: {1})."},
         {plain(assessment.part_titles[first.part].title), plain(assessment.concepts[first.concept_index].title)}});
  }
  section.blocks.push_back(conclusion);
  const BasisReport& b = assessment.common.basis;
  section.blocks.push_back(Callout{
      CalloutKind::WhatWouldChange,
      {},
      {{{"入力値 {0} のうち {1} は例示です。調査票の空欄は {2} です。これらを埋めると結果は変わり得ます。",
         "Of {0} input values, {1} are only illustrative, and {2} cells of the dossiers are blank. Filling them in may "
         "change the result."},
        {plain(number_words(b.values)), plain(number_words(b.illustrative + b.missing)),
         plain(number_words(assessment.blank_cells))}}}});
  (void)view;
  return section;
}

Section dossier_section(const StudyView& view, const Assessment& assessment) {
  Section section{.id = "steps-1-2", .title = {"ステップ1・2：防衛利用の動向", "Steps 1 and 2: defence use"}};
  section.blocks.push_back(paragraph({"きっかけ：{0}（{1}）{2}", "Trigger: {0} ({1}) {2}"},
                                     {plain(view.study.trigger.title),
                                      plain({to_text(view.study.trigger.date, Language::Japanese),
                                             to_text(view.study.trigger.date, Language::English)}),
                                      cite(view, view.study.trigger.claims)}));
  section.blocks.push_back(shown_table(view, "coverage",
                                       {"記入の状況（同じ軸で双方を見る）", "Coverage, on the same axes for all"},
                                       {{"id", {"技術.国", "Technology.country"}},
                                        {"known", {"出典あり", "Known"}},
                                        {"unknown", {"不明", "Unknown"}},
                                        {"blank", {"未調査", "Blank"}}}));
  TableBlock cells{.id = "cells", .caption = {"調査票", "Dossiers"}};
  cells.columns = {{{"技術", "Technology"}},
                   {{"国", "Country"}},
                   {{"比較軸", "Axis"}},
                   {{"内容", "What is known"}},
                   {{"値", "Value"}}};
  for (const assessment::Cell& cell : assessment.cells) {
    const std::string id = assessment.decomposition.parts[cell.part].id + "." + assessment.parties[cell.party].id +
                           "." + assessment.axes[cell.axis].id;
    Prose text{{"{0}{1}", "{0} {1}"},
               {plain(cell.unknown ? LocalizedText{"不明", "unknown"} : cell.text), cite(view, cell.claims)}};
    Figure value;
    if (cell.value) value = figure_of(view, "dossiers", id, "value");
    cells.rows.push_back({text_cell(assessment.part_titles[cell.part].title),
                          text_cell(country_words(assessment.parties[cell.party].id)),
                          text_cell(assessment.axes[cell.axis].title), prose_cell(text),
                          cell.value ? number_cell(value) : text_cell({"", ""})});
  }
  section.blocks.push_back(cells);
  for (const auto& [records, title] :
       {std::pair{&assessment.operations, LocalizedText{"作戦構想", "Operational concepts"}},
        std::pair{&assessment.ecosystems, LocalizedText{"開発エコシステム", "Ecosystems of development"}}}) {
    if (records->empty()) continue;
    ListBlock list;
    for (const assessment::Record& record : *records)
      list.items.push_back(
          {{"{0}：{1}。{2}{3}", "{0}: {1}. {2} {3}"},
           {plain(country_words(record.party)), Strong{record.title}, plain(record.text), cite(view, record.claims)}});
    Section child{
        .id = title.en == "Operational concepts" ? "operations" : "ecosystems", .title = title, .numbered = false};
    child.blocks.push_back(list);
    section.children.push_back(child);
  }
  return section;
}

Section gravity_section(const StudyView& view) {
  Section section{.id = "step-3", .title = {"ステップ3：重心とシステム", "Step 3: centre of gravity and systems"}};
  section.blocks.push_back(
      shown_table(view, "gravity", {"重心の図", "The centre-of-gravity graph"},
                  {{"title", {"内容", "What"}},
                   {"kind", {"種類", "Kind"}},
                   {"side", {"国", "Country"}},
                   {"reach_share", {"重心の能力のうち関わる割合", "Share of the centre's capabilities"}, 0.01}}));
  section.blocks.push_back(shown_table(view, "systems", {"システムとネットワーク", "Systems and networks"},
                                       {{"title", {"節", "Node"}},
                                        {"side", {"国", "Country"}},
                                        {"layer", {"層", "Layer"}},
                                        {"availability_mean", {"可用率", "Availability"}, 0.01},
                                        {"works_mean", {"経路が成り立つ確率", "Some way works"}, 0.01},
                                        {"importance", {"重要度", "Importance"}},
                                        {"paths", {"経路数（節は失う数）", "Ways (nodes: lost)"}},
                                        {"in_cut", {"最小カット", "In the smallest cut"}}}));
  section.blocks.push_back(Callout{CalloutKind::Limit,
                                   {},
                                   {words({"節は互いに独立に故障するとしています。攻撃はそうではありません。",
                                           "Nodes are taken to fail independently. An attack does not work so."})}});
  section.blocks.push_back(shown_table(view, "denials",
                                       {"技術が使えないときに失われるもの", "What a denied technology costs"},
                                       {{"title", {"技術", "Technology"}},
                                        {"works_before", {"前", "Before"}, 0.01},
                                        {"works_after", {"後", "After"}, 0.01},
                                        {"lost_share", {"失う分", "Lost"}, 0.01},
                                        {"paths_before", {"経路数・前", "Ways before"}},
                                        {"paths_after", {"経路数・後", "Ways after"}}}));
  return section;
}

Section time_section(const StudyView& view) {
  Section section{.id = "step-6", .title = {"ステップ6：優位が続く期間", "Step 6: how long an advantage lasts"}};
  section.blocks.push_back(shown_table(view, "crossings", {"追い越しの時期", "When the follower passes"},
                                       {{"title", {"対象", "What"}},
                                        {"leader", {"先行", "Ahead"}},
                                        {"follower", {"追随", "Behind"}},
                                        {"none_share", {"期間内に起きない確率", "Not before the horizon"}, 0.01},
                                        {"already_share", {"既に先行", "Ahead already"}, 0.01},
                                        {"dated", {"時期を示せるか", "Dated"}},
                                        {"year_p5", {"5 %", "5 %"}},
                                        {"year_p50", {"50 %", "50 %"}},
                                        {"year_p95", {"95 %", "95 %"}},
                                        {"ceilings", {"上限", "Ceilings"}},
                                        {"expert_p50", {"人の見立て", "People's date"}}}));
  section.blocks.push_back(Callout{
      CalloutKind::Limit,
      {},
      {words({"成長曲線は過去の延長です。90 % 区間が対象期間を超えるときは時期を示しません。",
              "Growth curves continue the past. Where the 90 % interval exceeds the horizon, no date is given."})}});
  return section;
}

Section concepts_section(const StudyView& view) {
  Section section{.id = "step-7", .title = {"ステップ7：新たな戦い方と技術ニーズ", "Step 7: new ways, and the needs"}};
  section.blocks.push_back(shown_table(view, "concepts", {"新たな戦い方", "New ways"},
                                       {{"title", {"戦い方", "Concept"}},
                                        {"duration_p50", {"持続（年）", "Lasts, years"}},
                                        {"effect_p50", {"効果", "Effect"}, 0.01},
                                        {"difficulty_p50", {"模倣の難しさ", "Hard to copy"}, 0.01},
                                        {"worth_p50", {"積", "Product"}, 0.01},
                                        {"first_share", {"首位の割合", "First in"}, 0.01},
                                        {"counter", {"反論", "Counter-argument"}},
                                        {"counter_by", {"反論した人", "By"}}}));
  section.blocks.push_back(Callout{CalloutKind::Limit,
                                   {},
                                   {words({"積は順序を付けるためのもので、それ自体に意味はありません。",
                                           "The product only orders; it means nothing by itself."})}});
  section.blocks.push_back(shown_table(view, "needs", {"技術ニーズ", "Technology needs"},
                                       {{"title", {"技術", "Technology"}},
                                        {"function", {"機能", "Function"}},
                                        {"concept", {"戦い方", "Concept"}},
                                        {"asymmetry", {"基になる非対称", "Asymmetry behind it"}},
                                        {"top_share", {"上位に入る確率", "P(top)"}, 0.01},
                                        {"ready_p50", {"使える時期", "Ready"}},
                                        {"reason", {"理由", "Reason"}}}));
  return section;
}

Section limits(const StudyView& view) {
  Section section{.id = "limits", .title = {"示せないこと", "What this cannot show"}};
  ListBlock list;
  for (const LocalizedText& limit : view.study.header.limits) list.items.push_back(words(limit));
  list.items.push_back(
      words({"数の比較は、使いこなす力や紛争の結果を示しません。",
             "Comparing numbers shows neither the ability to use them nor the outcome of a conflict."}));
  list.items.push_back(
      words({"不明は不明のままで、推測で埋めていません。", "What is unknown stays unknown; nothing was guessed."}));
  section.blocks.push_back(list);
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
  return claims;
}

} // namespace

Document assessment_document(const Assessment& assessment, const assessment::RunResult& result,
                             const std::vector<study::ResultTable>& tables, Language language) {
  const study::Study& common = assessment.common;
  const StudyView view{common, result.values, tables, language};
  Document document;
  document.title = common.header.title, document.subtitle = common.header.question;
  document.as_of = {"基準日 " + to_text(common.header.as_of, Language::Japanese) + "（" +
                        to_era_text(common.header.as_of) + "）",
                    "Seen as of " + to_text(common.header.as_of, Language::English)};
  if (common.header.status == study::Status::Draft)
    document.watermark = draft_watermark(common.basis.missing, common.basis.illustrative);
  Marking marking = common.header.marking;
  for (const Quantity& q : common.parameters) marking = combined(marking, q.marking);
  document.marking = title_of(marking);
  document.facts = {{{"自国側", "Own side"}, side_words(assessment, true)},
                    {{"競争相手", "Competitors"}, side_words(assessment, false)},
                    {{"標本数", "Draws"}, number_words(result.draws)},
                    {{"乱数の種", "Seed"}, number_words(result.seed)}};
  Section technologies{.id = "step-4", .title = {"ステップ4：構成する技術", "Step 4: technologies"}};
  technologies.blocks.push_back(shown_table(view, "uses", {"技術はどのシステムに関わるか", "Where a technology bears"},
                                            {{"title", {"名称", "Name"}},
                                             {"level", {"段", "Level"}},
                                             {"ways", {"経路数", "Ways"}},
                                             {"systems", {"システム", "Systems"}}}));
  Section asymmetries{.id = "step-5", .title = {"ステップ5：非対称", "Step 5: asymmetries"}};
  asymmetries.blocks.push_back(shown_table(view, "asymmetries",
                                           {"非対称（正は自国側が優位）", "Asymmetries (positive: own side ahead)"},
                                           {{"title", {"技術：比較軸", "Technology: axis"}},
                                            {"id", {"行", "Row"}},
                                            {"state", {"状態", "State"}},
                                            {"difference_p5", {"5 %", "5 %"}},
                                            {"difference_p50", {"50 %", "50 %"}},
                                            {"difference_p95", {"95 %", "95 %"}},
                                            {"size", {"大きさ", "Size"}},
                                            {"confidence", {"確信度（1–5）", "Confidence, 1 to 5"}}}));
  if (table_of(view, "axes_left_out").rows() > 0)
    asymmetries.blocks.push_back(
        shown_table(view, "axes_left_out", {"比較軸を一つ外したときの順位", "Places when one axis is left out"},
                    {{"title", {"技術", "Technology"}}, {"place", {"順位", "Place"}}, {"move", {"動き", "Move"}}}));
  document.sections = {summary(view, assessment, result),
                       dossier_section(view, assessment),
                       gravity_section(view),
                       technologies,
                       asymmetries,
                       time_section(view),
                       concepts_section(view),
                       limits(view)};
  document.sources = source_entries(view, cited_claims(assessment));
  return document;
}

} // namespace rashin::report
