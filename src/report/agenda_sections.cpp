// The tables of an agenda: all needs side by side, each column for itself, tags, and what a lost column would change.
#include "report/agenda_parts.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

using agenda::Entry;
using agenda::Origin;

rashin::report::Column percent_column(LocalizedText title) {
  return {std::move(title), {"%", "%"}};
}

LocalizedText short_origin(Origin origin) {
  switch (origin) {
  case Origin::SupplyChain:
    return {"供給網", "Supply"};
  case Origin::Asymmetry:
    return {"安全保障", "Security"};
  case Origin::Framework:
    return {"枠組み", "Frameworks"};
  case Origin::Domestic:
    return {"国内", "Home"};
  }
  return {};
}

/// The entry of the row that is most often on top in a column of the origin.
Cell origin_cell(const AgendaView& view, std::size_t row, Origin origin) {
  const std::string stem(agenda::origin_word(origin));
  const Entry* best = nullptr;
  bool list = false;
  for (const agenda::Column& column : view.result.columns)
    if (const Entry* entry = agenda::find_entry(column, row); entry && column.origin == origin)
      if (!best || agenda::comes_before(*entry, *best)) best = entry, list = column.list.has_value();
  if (!best) return text_cell({"", ""});
  if (list && !view.agenda.entries[best->items.front()].names) return text_cell({"分野", "field"});
  Cell cell = number_cell(agenda_figure(view, "agenda", view.result.rows[row].id, stem + "_share", 0.01));
  return cell;
}

ChartBlock acceptability_chart(const AgendaView& view) {
  constexpr std::size_t shown = 10;
  HeatChart chart{.text = {{"順位ごとの受容度", "Acceptability of each rank"},
                           {"その技術がその順位になる標本の割合。濃いほど多い。",
                            "Share of draws in which the technology holds the rank; the darker, the more."}},
                  .value = {"標本の割合（%）", "share of draws (%)"},
                  .row_title = {"技術", "Technology"},
                  .column_title = {"順位", "Rank"}};
  const auto& order = view.result.ranking.order;
  const std::size_t count = std::min(shown, order.size());
  for (std::size_t r = 1; r <= count; ++r) chart.columns.push_back({std::to_string(r), std::to_string(r)});
  for (std::size_t i = 0; i < count; ++i) {
    HeatRow row{.name = view.result.rows[order[i]].title};
    for (std::size_t r = 0; r < count; ++r)
      row.values.push_back(std::round(view.result.ranking.rows[order[i]].acceptability[r] * 1000) / 10);
    chart.rows.push_back(std::move(row));
  }
  return {.id = "chart-acceptability",
          .chart = chart,
          .limits =
              words({"順位は、列ごとの順位と、由来の間の重みの下でのものです。挙げていない技術には順位がありません。",
                     "Ranks hold for the places in the columns and for the weights between origins; what is not "
                     "listed has no rank."})};
}

TableBlock column_table(const AgendaView& view, const agenda::Column& column) {
  TableBlock table{.id = "column-" + column.id, .caption = column.title};
  table.columns = {{{"技術", "Technology"}},
                   {{"この列での言い方", "As the column calls it"}},
                   percent_column({"上位に入る割合", "Among the first"}),
                   {{"判定", "Acceptable"}}};
  std::vector<const Entry*> entries;
  for (const Entry& entry : column.entries) entries.push_back(&entry);
  std::stable_sort(entries.begin(), entries.end(), [](auto a, auto b) { return a->top.share > b->top.share; });
  for (const Entry* entry : entries) {
    const std::string id = view.result.rows[entry->row].id + "." + column.id;
    Prose said;
    if (column.list) {
      const agenda::ListEntry& named = view.agenda.entries[entry->items.front()];
      Cite cited;
      for (const std::string& claim : named.claims) cited.ids.push_back("agenda-" + claim);
      said = {{"{0}（{1}。対応付け：{2}）{3}", "{0} ({1}; matched by: {2}) {3}"},
              {plain(named.words),
               plain(named.names ? LocalizedText{"名指し", "named"}
                                 : LocalizedText{"含む分野を挙げる", "a field that covers it"}),
               plain(by_words(named.by)), cited}};
    } else {
      LocalizedText titles;
      for (const std::size_t n : entry->items) {
        const LocalizedText& title = view.runs[*column.run].needs[n].title;
        titles.ja += (titles.ja.empty() ? "" : "、") + title.ja,
            titles.en += (titles.en.empty() ? "" : "; ") + title.en;
      }
      said = words(titles);
    }
    table.rows.push_back({text_cell(view.result.rows[entry->row].title),
                          prose_cell(said),
                          number_cell(agenda_figure(view, "entries", id, "top_share", 0.01)),
                          {words(entry->acceptable ? LocalizedText{"✓ 上位", "✓ on top"} : LocalizedText{"—", "—"}),
                           entry->acceptable ? Tone::Good : Tone::None}});
  }
  if (column.list)
    table.note = {"この一覧は技術に順位を付けていません。挙げられた技術は同順位とし、名指しを分野よりも先に置きます。",
                  "The list does not rank what it names: names are tied, and come before fields."};
  return table;
}

LocalizedText rule_words(const std::string& rule) {
  if (rule == "multi-use") return {"マルチユース", "multi-use"};
  if (rule == "often-first") return {"上位 5 件に入りやすい", "often among the first five"};
  if (rule == "keeps-advantage") return {"優位性を保つ", "keeps an advantage"};
  if (rule == "creates-advantage") return {"優位性を生み出す", "creates an advantage"};
  if (rule == "framework-names") return {"枠組みが名指し", "named by a framework"};
  if (rule == "framework-covers") return {"枠組みの挙げる分野", "in a field that a framework names"};
  return {rule, rule};
}

} // namespace

Section agenda_table_section(const AgendaView& view) {
  Section section{.id = "needs", .title = {"並べた技術ニーズ", "Needs side by side"}};
  const std::string k = std::to_string(view.agenda.top_k),
                    threshold = std::to_string(static_cast<int>(std::lround(100 * view.agenda.threshold)));
  section.blocks.push_back(paragraph(
      {"列は由来ごとに分けたまま順位を付け、順位だけを突き合わせます。由来の欄は、その由来の列のうち最もよい列で上位 " +
           k + " 件に入る標本の割合です。" + threshold +
           "% 以上を「上位」とみなし、由来の異なる二つ以上の列で上位となる技術をマルチユースとします。",
       "Columns are ranked each for itself; only places meet. The cell of an origin is the share of draws in "
       "which the technology is among the first " +
           k + " of its best column. From " + threshold +
           " % on it counts as on top; on top in columns of two origins or more is multi-use."}));
  TableBlock table{.id = "agenda", .caption = {"アジェンダ", "The agenda"}};
  table.columns = {{{"順位と技術", "Rank, technology"}}, percent_column({"上位 5 件", "First five"})};
  for (const Origin origin : agenda::all_origins) table.columns.push_back(percent_column(short_origin(origin)));
  table.columns.push_back({{"マルチユース", "Multi-use"}});
  table.columns.push_back({{"タグ", "Tags"}});
  for (std::size_t place = 0; place < view.result.ranking.order.size(); ++place) {
    const std::size_t row = view.result.ranking.order[place];
    const bool multi = agenda::is_multi_use(view.result, row);
    std::vector<Cell> cells{prose_cell({{"{0} {1}", "{0} {1}"},
                                        {plain({std::to_string(place + 1), std::to_string(place + 1)}),
                                         Link{view.result.rows[row].title, "#chain-" + view.result.rows[row].id}}}),
                            number_cell(agenda_figure(view, "agenda", view.result.rows[row].id, "top_share", 0.01))};
    for (const Origin origin : agenda::all_origins) cells.push_back(origin_cell(view, row, origin));
    cells.push_back(
        {words(multi ? LocalizedText{"◎", "◎ yes"} : LocalizedText{"", ""}), multi ? Tone::Good : Tone::None});
    cells.push_back(text_cell(tags_words(view, row)));
    table.rows.push_back(std::move(cells));
  }
  table.note = {"空欄：その由来の列にない。分野：一覧が、この技術を含む分野だけを挙げている。順位は期待順位による。",
                "Empty: in no column of that origin. Field: a list names a field that covers it, not the technology. "
                "Rank: by expected rank."};
  section.blocks.push_back(std::move(table));
  section.blocks.push_back(acceptability_chart(view));
  return section;
}

Section agenda_columns_section(const AgendaView& view) {
  Section section{.id = "columns", .title = {"列ごとの技術", "Each column for itself"}};
  for (const agenda::Column& column : view.result.columns) {
    Section child{.id = "of-" + column.id, .title = column.title, .numbered = false};
    child.blocks.push_back(
        paragraph({"由来：{0}。{1} 件。", "Origin: {0}. {1} technologies."},
                  {plain(agenda::origin_title(column.origin)),
                   plain({std::to_string(column.entries.size()), std::to_string(column.entries.size())})}));
    child.blocks.push_back(column_table(view, column));
    section.children.push_back(std::move(child));
  }
  return section;
}

Section agenda_tags_section(const AgendaView& view) {
  Section section{.id = "tags", .title = {"育成・保護・連携", "Promote, protect, partner"}};
  section.blocks.push_back(paragraph(
      {"タグは規則によって付きます。どの規則が何に基づいて付けたかを示します。一つの技術に複数のタグが付き得ます。",
       "Tags are given by rules. Each row says which rule gave it, and on what. A technology may carry several."}));
  TableBlock table{
      .id = "tags", .caption = {"タグと、付けた規則", "Tags, and the rule behind each"}, .header_columns = 2};
  table.columns = {
      {{"技術", "Technology"}}, {{"タグ", "Tag"}}, {{"規則", "Rule"}}, {{"基づくもの", "What it rests on"}}};
  for (const agenda::TagRow& tag : view.result.tags)
    table.rows.push_back({text_cell(view.result.rows[tag.row].title), text_cell(agenda::tag_title(tag.tag)),
                          text_cell(rule_words(tag.rule)), text_cell(tag.why)});
  section.blocks.push_back(std::move(table));
  return section;
}

Section agenda_without_section(const AgendaView& view) {
  Section section{.id = "without", .title = {"何があればこの答えは変わるか", "What would change this answer"}};
  section.blocks.push_back(
      paragraph({"列を一つずつ除き、順位を付け直しました。上位 5 件の顔ぶれが変わるものを挙げます。",
                 "Each column is left out in turn and all is ranked anew. Where the first five change, it is said."}));
  TableBlock table{.id = "without", .caption = {"一つを除いたとき", "With one left out"}};
  table.columns = {
      {{"除いたもの", "Left out"}}, {{"上位 5 件", "First five"}}, {{"外れる", "Leaves"}}, {{"入る", "Enters"}}};
  for (const agenda::WithoutOne& one : view.result.without) {
    const bool changes = !one.out.empty();
    table.rows.push_back({text_cell(one.title),
                          {words(changes ? LocalizedText{"▲ 変わる", "▲ change"} : LocalizedText{"変わらない", "same"}),
                           changes ? Tone::Warning : Tone::None},
                          text_cell(row_titles(view, one.out)),
                          text_cell(row_titles(view, one.in))});
  }
  section.blocks.push_back(std::move(table));
  ListBlock list;
  list.items = what_flips(view);
  if (!list.items.empty()) section.blocks.push_back(std::move(list));
  return section;
}

} // namespace rashin::report
