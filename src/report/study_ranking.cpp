// Technologies ranked by several criteria under uncertain scores and weights.
#include "core/number_text.h"
#include "report/study_parts.h"
#include "study/ranking.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

using study::Ranking;

LocalizedText title_of(const StudyView& view, std::size_t technology) {
  return view.study.technologies[technology].title;
}

double largest_error(const Ranking& ranking) {
  double largest = 0;
  for (const auto& technology : ranking.technologies)
    for (const double error : technology.standard_error) largest = std::max(largest, error);
  return largest;
}

ChartBlock acceptability_chart(const StudyView& view, const Ranking& ranking) {
  HeatChart chart{.text = {{"順位ごとの受容度", "Acceptability of each rank"},
                           {"その技術がその順位になる標本の割合。濃いほど多い。",
                            "Share of draws in which the technology holds the rank; the darker, the more."}},
                  .value = {"標本の割合（%）", "share of draws (%)"},
                  .row_title = {"技術", "Technology"},
                  .column_title = {"順位", "Rank"}};
  for (std::size_t r = 1; r <= ranking.order.size(); ++r)
    chart.columns.push_back({std::to_string(r), std::to_string(r)});
  for (const std::size_t t : ranking.order) {
    HeatRow row{.name = title_of(view, t)};
    for (const double share : ranking.technologies[t].acceptability)
      row.values.push_back(std::round(share * 1000) / 10);
    chart.rows.push_back(std::move(row));
  }
  ChartBlock block{.id = "chart-acceptability", .chart = chart};
  const std::string error = format_number(largest_error(ranking) * 100, Language::English, {2});
  block.limits = words({"標本誤差（標準誤差）は最大 " + error +
                            " ポイント。順位は、挙げた基準と重みの下でのもので、基準を変えれば変わります。",
                        "Standard error of the sampling: at most " + error +
                            " points. Ranks hold for the criteria and weights listed; others would give other ranks."});
  return block;
}

LocalizedText kind_text(need::WeightStatement::Kind kind) {
  using Kind = need::WeightStatement::Kind;
  if (kind == Kind::Ordinal) return {"重要さの順序", "an order of importance"};
  if (kind == Kind::Interval) return {"重みの範囲", "bounds of the weights"};
  if (kind == Kind::Swing) return {"スイング（最悪から最善への改善の重み）", "swings from worst to best"};
  return {"重みを定めない", "no weights"};
}

TableBlock criteria_table(const StudyView& view, const Ranking& ranking) {
  TableBlock table{.id = "criteria", .caption = {"順位付けの基準", "Criteria of the ranking"}};
  table.columns = {{{"基準", "Criterion"}},
                   {{"最悪とみる値", "Worst"}},
                   {{"最善とみる値", "Best"}},
                   {{"重みの平均", "Mean weight"}, {"%", "%"}}};
  for (std::size_t k = 0; k < view.study.criteria.size(); ++k) {
    const auto& c = view.study.criteria[k];
    const bool money =
        c.measure == study::CriterionMeasure::Readiness || c.measure == study::CriterionMeasure::OptionCost;
    const auto end = [&](double value) {
      return number_cell(money ? Figure{.value = value / money_scale(view), .unit = money_unit(view)}
                               : Figure{.value = value});
    };
    table.rows.push_back(
        {text_cell(c.title), end(c.worst), end(c.best), number_cell({.value = ranking.weights[k] * 100, .digits = 2})});
  }
  std::string ja, en;
  for (const auto& weights : view.study.weights) {
    const std::string& by = weights.statement.by;
    const LocalizedText who = judge_words(by);
    ja += who.ja + "：" + kind_text(weights.statement.kind).ja + "。";
    en += who.en + ": " + kind_text(weights.statement.kind).en + ". ";
  }
  if (view.study.weights.empty())
    ja = "重みは定めず、すべての重みを等しく試しました。", en = "No weights were given: all are tried alike.";
  table.note = {ja, en};
  return table;
}

TableBlock ranking_table(const StudyView& view, const Ranking& ranking) {
  TableBlock table{.id = "ranking", .caption = {"順位と照合", "Ranks, and two cross-checks"}};
  table.columns = {{{"技術", "Technology"}},
                   {{"期待順位", "Expected rank"}},
                   {{"首位の割合", "First in"}, {"%", "% of draws"}},
                   {{"標準誤差", "Standard error"}, {"ポイント", "points"}},
                   {{"TOPSIS", "TOPSIS"}},
                   {{"PROMETHEE II", "PROMETHEE II"}}};
  for (const std::size_t t : ranking.order) {
    const std::string& id = view.study.technologies[t].id;
    Figure error = plain_figure(view, "rank_acceptability", id + ".1", "standard_error", 0.01);
    error.digits = 2;
    table.rows.push_back({text_cell(title_of(view, t)), number_cell(plain_figure(view, "ranking", id, "expected_rank")),
                          number_cell(plain_figure(view, "rank_acceptability", id + ".1", "acceptability", 0.01)),
                          number_cell(error), number_cell(plain_figure(view, "ranking", id, "topsis")),
                          number_cell(plain_figure(view, "ranking", id, "promethee"))});
  }
  table.note = {
      "TOPSIS（固定した両端への近さ）と PROMETHEE II（純流量）は、平均の得点と平均の重みで計算した照合用の値です。",
      "TOPSIS (closeness to fixed ends) and PROMETHEE II (net flow) are cross-checks at mean scores and mean "
      "weights."};
  return table;
}

TableBlock pairs_table(const StudyView& view, const Ranking& ranking) {
  TableBlock table{.id = "rank_pairs",
                   .caption = {"一対の勝率：行の技術が列の技術より上位になる標本の割合（%）",
                               "Pairwise winning: share of draws (%) in which the row ranks before the column"}};
  table.columns.push_back({{"技術", "Technology"}});
  const std::size_t shown = std::min<std::size_t>(ranking.order.size(), 6);
  for (std::size_t c = 0; c < shown; ++c) {
    const std::string number = std::to_string(c + 1);
    table.columns.push_back({{number, number}});
  }
  for (std::size_t r = 0; r < shown; ++r) {
    const std::string number = std::to_string(r + 1);
    const LocalizedText title = title_of(view, ranking.order[r]);
    std::vector<Cell> cells{text_cell({number + " " + title.ja, number + " " + title.en})};
    for (std::size_t c = 0; c < shown; ++c) {
      const std::string id =
          view.study.technologies[ranking.order[r]].id + "." + view.study.technologies[ranking.order[c]].id;
      cells.push_back(r == c ? text_cell({"・", "·"})
                             : number_cell(plain_figure(view, "rank_pairs", id, "winning", 0.01)));
    }
    table.rows.push_back(std::move(cells));
  }
  table.note = {"期待順位の上位のみ。全体は results/rank_pairs.csv。",
                "The first by expected rank; all in results/rank_pairs.csv."};
  return table;
}

/// The best expected rank, and which technology comes first most often: the two may differ.
Paragraph leading_words(const StudyView& view, const Ranking& ranking) {
  const auto firsts = [&](std::size_t t) { return ranking.technologies[t].acceptability[0]; };
  std::size_t often = ranking.order[0];
  for (const std::size_t t : ranking.order)
    if (firsts(t) > firsts(often)) often = t;
  const std::size_t best = ranking.order[0];
  if (often == best)
    return paragraph(
        {"価値だけでなく複数の基準で、得点と重みの不確かさをともに引いて順位を付けました（SMAA）。期待順位が"
         "最もよく、首位となることも最も多いのは「{0}」です（標本の {1}）。",
         "Technologies are ranked by several criteria, scores and weights drawn together (SMAA). “{0}” has "
         "the best expected rank and comes first most often (in {1} of draws)."},
        {plain(title_of(view, best)), percent_words(firsts(best))});
  return paragraph(
      {"価値だけでなく複数の基準で、得点と重みの不確かさをともに引いて順位を付けました（SMAA）。期待順位が"
       "最もよいのは「{0}」ですが（首位は標本の {1}）、首位となることが最も多いのは「{2}」です（同 {3}）。",
       "Technologies are ranked by several criteria, scores and weights drawn together (SMAA). “{0}” has "
       "the best expected rank (first in {1} of draws), but “{2}” comes first most often (in {3})."},
      {plain(title_of(view, best)), percent_words(firsts(best)), plain(title_of(view, often)),
       percent_words(firsts(often))});
}

/// For whom a technology comes first: those who weigh a criterion more than the mean by `noticeable`.
ListBlock central_words(const StudyView& view, const Ranking& ranking) {
  ListBlock list;
  for (const std::size_t t : ranking.order) {
    const auto& a = ranking.technologies[t];
    if (a.central_weight.empty() || a.acceptability[0] < 0.05) continue;
    std::size_t heaviest = 0;
    for (std::size_t k = 1; k < a.central_weight.size(); ++k)
      if (a.central_weight[k] - ranking.weights[k] > a.central_weight[heaviest] - ranking.weights[heaviest])
        heaviest = k;
    constexpr double noticeable = 0.03;
    if (a.central_weight[heaviest] - ranking.weights[heaviest] < noticeable) continue;
    list.items.push_back(
        {{"「{0}」が首位になるのは（標本の {1}）、「{2}」を平均より重くみる場合です（重み {3}、平均 {4}）。",
          "“{0}” comes first (in {1} of draws) for those who give “{2}” more weight than the mean ({3} against {4})."},
         {plain(title_of(view, t)), percent_words(a.acceptability[0]), plain(view.study.criteria[heaviest].title),
          percent_words(a.central_weight[heaviest]), percent_words(ranking.weights[heaviest])}});
  }
  list.items.push_back(words({"挙げていない技術が首位になるかどうかは、重みよりも得点の不確かさによります。",
                              "Whether any other comes first hangs on uncertain scores rather than on weights."}));
  return list;
}

Paragraph agreement(const StudyView& view, const Ranking& ranking) {
  const std::size_t first = ranking.order[0];
  if (ranking.topsis_first == first && ranking.promethee_first == first)
    return paragraph({"照合に用いた TOPSIS と PROMETHEE II も、首位を「{0}」とします。",
                      "The cross-checks TOPSIS and PROMETHEE II also put “{0}” first."},
                     {plain(title_of(view, first))});
  return paragraph(
      {"照合では食い違いがあります：期待順位の首位は「{0}」、TOPSIS では「{1}」、PROMETHEE II では「{2}」です。"
       "首位を一つに決めてよいほど、順位は固まっていません。",
       "The cross-checks disagree: “{0}” has the best expected rank, TOPSIS puts “{1}” first, PROMETHEE II "
       "“{2}”. The order is not firm enough to single out one."},
      {plain(title_of(view, first)), plain(title_of(view, ranking.topsis_first)),
       plain(title_of(view, ranking.promethee_first))});
}

} // namespace

std::optional<Section> ranking_section(const StudyView& view) {
  const auto ranking = study::rank_technologies(view.study, view.result);
  if (!ranking) return std::nullopt;
  Section section{.id = "rank", .title = {"複数の基準による順位", "Ranking by several criteria"}};
  section.blocks.push_back(leading_words(view, *ranking));
  section.blocks.push_back(agreement(view, *ranking));
  section.blocks.push_back(acceptability_chart(view, *ranking));
  section.blocks.push_back(criteria_table(view, *ranking));
  section.blocks.push_back(ranking_table(view, *ranking));
  if (ListBlock list = central_words(view, *ranking); !list.items.empty()) section.blocks.push_back(std::move(list));
  section.blocks.push_back(pairs_table(view, *ranking));
  return section;
}

} // namespace rashin::report
