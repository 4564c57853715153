#include "report/agenda_report.h"

#include "report/agenda_parts.h"
#include "report/html.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

LocalizedText watermark(const AgendaView& view) {
  int gaps = 0, illustrative = view.agenda.illustrative();
  bool draft = view.agenda.draft;
  for (const agenda::FinishedRun& run : view.runs) gaps += run.gaps, illustrative += run.illustrative;
  return draft ? draft_watermark(gaps, illustrative) : LocalizedText{};
}

Document head(const AgendaView& view) {
  Document document;
  document.title = view.agenda.title;
  document.subtitle = view.agenda.question;
  document.as_of = {"基準日 " + to_text(view.agenda.as_of, Language::Japanese) + "（" + to_era_text(view.agenda.as_of) +
                        "）",
                    "Seen as of " + to_text(view.agenda.as_of, Language::English)};
  document.watermark = watermark(view);
  return document;
}

} // namespace

Document agenda_document(const agenda::Agenda& agenda, const std::vector<agenda::FinishedRun>& runs,
                         const agenda::AgendaResult& result, const std::vector<study::ResultTable>& tables) {
  const AgendaView view{agenda, runs, result, tables};
  Document document = head(view);
  const auto number = [](auto value) { return LocalizedText{std::to_string(value), std::to_string(value)}; };
  document.facts = {
      {{"列", "Columns"}, number(view.result.columns.size())},
      {{"技術", "Technologies"}, number(view.result.rows.size())},
      {{"標本数", "Draws"}, number(view.result.draws)},
      {{"状態", "Status"}, view.agenda.draft ? LocalizedText{"草稿", "draft"} : LocalizedText{"確定版", "release"}}};
  document.sections = {agenda_summary(view),         agenda_table_section(view),  agenda_without_section(view),
                       agenda_tags_section(view),    agenda_seeds_section(view),  agenda_recommendations_section(view),
                       agenda_columns_section(view), agenda_chains_section(view), agenda_runs_section(view),
                       agenda_limits_section(view)};
  document.sources = agenda_sources(view);
  return document;
}

namespace {

/// A column in a few words: what stands before the colon of a work's title.
LocalizedText short_title(const LocalizedText& title) {
  return {title.ja.substr(0, title.ja.find("：")), title.en.substr(0, title.en.find(": "))};
}

LocalizedText needed_in(const AgendaView& view, std::size_t row) {
  LocalizedText where;
  for (const std::size_t c : agenda::acceptable_columns(view.result, row)) {
    const LocalizedText title = short_title(view.result.columns[c].title);
    where.ja += (where.ja.empty() ? "" : "、") + title.ja;
    where.en += (where.en.empty() ? "" : ", ") + title.en;
  }
  return where;
}

/// Of the first run in which it is on top: in time or not, else the year in which it is usable.
LocalizedText timing_of(const AgendaView& view, std::size_t row) {
  for (const std::size_t c : agenda::acceptable_columns(view.result, row)) {
    const agenda::Column& column = view.result.columns[c];
    if (!column.run) continue;
    const auto& need = view.runs[*column.run].needs[agenda::find_entry(column, row)->items.front()];
    if (need.timing == "too-late") return {"事前に開発", "develop early"};
    if (const LocalizedText words = timing_words(need.timing); !words.en.empty()) return words;
    if (!need.ready.empty()) return {need.ready.substr(0, 4) + " 年ごろ", "about " + need.ready.substr(0, 4)};
  }
  return {};
}

TableBlock priority_table(const AgendaView& view) {
  TableBlock table{.id = "priorities", .caption = {"優先順位", "Priorities"}};
  table.columns = {{{"順位と技術（◎ はマルチユース）", "Rank, technology (◎ multi-use)"}},
                   {{"上位 5 件", "First five"}, {"%", "%"}},
                   {{"上位に入る列", "On top in"}},
                   {{"時期", "Timing"}},
                   {{"タグ", "Tags"}}};
  const std::size_t count =
      std::min(static_cast<std::size_t>(view.agenda.list_length), view.result.ranking.order.size());
  for (std::size_t place = 0; place < count; ++place) {
    const std::size_t row = view.result.ranking.order[place];
    const LocalizedText mark = agenda::is_multi_use(view.result, row) ? LocalizedText{"◎ ", "◎ "} : LocalizedText{};
    const std::string rank = std::to_string(place + 1);
    table.rows.push_back({prose_cell({{"{0}　{1}{2}", "{0}. {1}{2}"},
                                      {plain({rank, rank}), plain(mark), Strong{view.result.rows[row].title}}}),
                          number_cell(agenda_figure(view, "agenda", view.result.rows[row].id, "top_share", 0.01)),
                          text_cell(needed_in(view, row)), text_cell(timing_of(view, row)),
                          text_cell(tags_words(view, row))});
  }
  table.note = {
      "順位は、列ごとの順位を、由来の間の重みを引きながら突き合わせた期待順位による。順位が平均して高くても上位 5 件に"
      "入ることは少ない技術があり、二つの並びは一致しない。金額は比べていない。根拠の文は "
      "report.ja.html にある。",
      "Ranked by expected rank, which joins places within columns. A technology may hold good places on average and "
      "yet seldom one of the first five, so the two orders differ. Money is not compared. Sentences behind each: "
      "report.en.html."};
  return table;
}

Callout what_flips_in_short(const AgendaView& view) {
  LocalizedText names;
  for (const agenda::WithoutOne& one : view.result.without) {
    if (one.out.empty()) continue;
    const LocalizedText title = short_title(one.title);
    names.ja += "「" + title.ja + "」";
    names.en += (names.en.empty() ? "“" : ", “") + title.en + "”";
  }
  if (names.en.empty())
    return {CalloutKind::WhatWouldChange,
            {},
            {words({"どの列を一つ除いても、上位 5 件の顔ぶれは変わりません。",
                    "Whichever column is left out, the first five stay the same."})}};
  return {CalloutKind::WhatWouldChange,
          {},
          {{{"{0}のいずれか一つを除くと、上位 5 件の顔ぶれが変わります。",
             "Leave out any one of {0}, and the first five change."},
            {plain(names)}}}};
}

} // namespace

Document priority_document(const AgendaView& view) {
  Document document = head(view);
  document.file = {"priorities.ja.html", "priorities.en.html"};
  document.title.ja += "：優先順位表", document.title.en += ": priorities";
  document.subtitle = {};
  Section section{
      .id = "list", .title = {"資金配分機関のための一枚", "One page for funding bodies"}, .numbered = false};
  section.blocks.push_back(priority_table(view));
  section.blocks.push_back(what_flips_in_short(view));
  document.sections = {std::move(section)};
  return document;
}

FileSet agenda_reports(const agenda::Agenda& agenda, const std::vector<agenda::FinishedRun>& runs,
                       const agenda::AgendaResult& result, const std::vector<study::ResultTable>& tables) {
  const AgendaView view{agenda, runs, result, tables};
  FileSet pages;
  for (const auto& [code, language] : {std::pair{"ja", Language::Japanese}, {"en", Language::English}}) {
    pages["report." + std::string(code) + ".html"] = to_html(agenda_document(agenda, runs, result, tables), language);
    pages["priorities." + std::string(code) + ".html"] = to_html(priority_document(view), language);
  }
  return pages;
}

} // namespace rashin::report
