// The first page of an agenda: what comes first, what is multi-use, what would change it.
#include "report/agenda_parts.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

using agenda::first_places;

std::size_t multi_use_count(const AgendaView& view) {
  std::size_t count = 0;
  for (std::size_t row = 0; row < view.result.rows.size(); ++row) count += agenda::is_multi_use(view.result, row);
  return count;
}

LocalizedText number_words(std::size_t number) {
  return {std::to_string(number), std::to_string(number)};
}

KeyFigures key_figures(const AgendaView& view) {
  const std::size_t first = view.result.ranking.order.front();
  KeyFigures key;
  key.figures.push_back({{"首位の技術が上位 5 件に入る確率", "Chance that the first is among the first five"},
                         agenda_figure(view, "agenda", view.result.rows[first].id, "top_share", 0.01, {"%", "%"}),
                         view.result.rows[first].title});
  key.figures.push_back(
      {{"マルチユース技術", "Multi-use technologies"},
       {.value = static_cast<double>(multi_use_count(view)), .unit = {"件", "technologies"}},
       {"全 " + std::to_string(view.result.rows.size()) + " 件のうち、由来の異なる二列以上で上位に入るもの",
        "of " + std::to_string(view.result.rows.size()) + ", on top in two columns of different origin or more"}});
  key.figures.push_back(
      {{"優位性が損なわれるおそれ", "Advantages at risk"},
       {.value = static_cast<double>(view.result.alarms.size()), .unit = {"件", "cases"}},
       {"ニーズまたはシーズが、保有する優位性を相殺し得るもの", "needs or seeds that could offset an advantage held"}});
  return key;
}

ChartBlock first_chart(const AgendaView& view) {
  TopKChart chart{.text = {{"上位 5 件に入る確率", "Chance of being among the first five"},
                           {"標本と、由来の間の重みをともに引いたときの割合。",
                            "Share of draws, in which needs and the weights between origins are drawn together."}},
                  .k = static_cast<int>(first_places)};
  for (std::size_t i = 0; i < std::min<std::size_t>(8, view.result.ranking.order.size()); ++i) {
    const std::size_t row = view.result.ranking.order[i];
    const double p = view.result.ranking.top[row];
    chart.rows.push_back({.name = view.result.rows[row].title,
                          .note = tags_words(view, row),
                          .probability = p,
                          .standard_error = std::sqrt(std::max(0.0, p * (1 - p)) / view.result.draws)});
  }
  return {.id = "chart-first", .chart = chart};
}

} // namespace

Section agenda_summary(const AgendaView& view) {
  const auto& order = view.result.ranking.order;
  Section section{.id = "summary", .title = {"概要版", "Summary"}, .numbered = false};
  section.blocks.push_back(key_figures(view));
  Callout conclusion{CalloutKind::Conclusion, {}, {}};
  conclusion.paragraphs.push_back(
      {{"{0} 列（{1}）から {2} 件の技術を並べました。期待順位の高い順に、{3}です。",
        "{2} technologies from {0} columns are set side by side ({1}). By expected rank the first are {3}."},
       {plain(number_words(view.result.columns.size())),
        plain({"サプライチェーンと安全保障のリスク、国際連携の枠組み、国内の需要",
               "supply-chain and security risk, frameworks of cooperation, domestic needs"}),
        plain(number_words(view.result.rows.size())),
        plain(row_titles(view, {order.begin(),
                                order.begin() + static_cast<std::ptrdiff_t>(std::min(first_places, order.size()))}))}});
  std::vector<std::size_t> multi;
  for (const std::size_t row : order)
    if (agenda::is_multi_use(view.result, row) && multi.size() < first_places) multi.push_back(row);
  if (multi.empty())
    conclusion.paragraphs.push_back(words({"由来の異なる二つ以上の列で上位に入る技術（マルチユース技術）はありません。",
                                           "No technology is on top in two columns of different origin."}));
  else
    conclusion.paragraphs.push_back(
        {{"由来の異なる二つ以上の列で上位に入る技術（マルチユース技術）は {0} 件で、順位の高い順に{1}{2}です。",
          "{0} are on top in two columns of different origin or more (multi-use): {1}{2}."},
         {plain(number_words(multi_use_count(view))), plain(row_titles(view, multi)),
          plain(multi.size() < multi_use_count(view) ? LocalizedText{"など", " and others"} : LocalizedText{})}});
  section.blocks.push_back(conclusion);
  Callout change{CalloutKind::WhatWouldChange, {}, what_flips(view)};
  if (change.paragraphs.empty())
    change.paragraphs.push_back(words({"どの実行結果・枠組み・一覧を一つ除いても、上位 5 件の顔ぶれは変わりません。",
                                       "Whichever run, framework or list is left out, the first five stay the same."}));
  constexpr std::size_t shown = 4;
  if (const std::size_t more = change.paragraphs.size(); more > shown) {
    change.paragraphs.resize(shown);
    change.paragraphs.push_back(
        {{"ほか {0} 件は「{1}」に挙げます。", "More ({0}) stand under “{1}”."},
         {plain(number_words(more - shown)),
          Link{{"何があればこの答えは変わるか", "What would change this answer"}, "#without"}}});
  }
  section.blocks.push_back(change);
  section.blocks.push_back(first_chart(view));
  return section;
}

} // namespace rashin::report
