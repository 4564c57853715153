#include "report/study_judgement.h"
#include "study/disagreement_tables.h"

#include <algorithm>

namespace rashin::report {
namespace {

using study::BranchOpinions;
using study::Disagreement;

constexpr std::size_t shown_questions = 3;
constexpr std::size_t columns_per_chart = 5;

LocalizedText person(const std::string& by) {
  return judge_words(by);
}

/// The last branch of a node follows from the others.
std::vector<BranchOpinions> without_last(const StudyView& view) {
  std::vector<BranchOpinions> list;
  for (BranchOpinions& opinions : study::branch_opinions(view.study, view.result))
    if (opinions.branch + 1 < view.study.tree.nodes[opinions.node].branches.size()) list.push_back(std::move(opinions));
  return list;
}

LocalizedText branch_title(const StudyView& view, const BranchOpinions& opinions) {
  return view.study.tree.nodes[opinions.node].branches[opinions.branch].title;
}

/// Rows of people, then of pools; columns of branches.
HeatChart heat_of(const StudyView& view, const std::vector<BranchOpinions>& columns) {
  HeatChart chart{
      .text = {{"誰が何を言っているか", "Who says what"},
               {"分岐ごとの確率（%）。下の三行は束ね方。", "Probability of each branch (%). Last three rows: pools."}},
      .value = {"確率（%）", "probability (%)"},
      .row_title = {"判断した人・機関", "Whose judgement"},
      .column_title = {"分岐", "Branch"}};
  std::vector<std::string> people;
  for (const BranchOpinions& column : columns) {
    chart.columns.push_back(branch_title(view, column));
    for (const auto& judgement : view.study.tree.nodes[column.node].judgements)
      if (std::find(people.begin(), people.end(), judgement.by) == people.end()) people.push_back(judgement.by);
  }
  for (const std::string& by : people) {
    HeatRow row{.name = person(by)};
    for (const BranchOpinions& column : columns) {
      const auto& judgements = view.study.tree.nodes[column.node].judgements;
      const auto own = std::find_if(judgements.begin(), judgements.end(), [&](const auto& j) { return j.by == by; });
      row.values.push_back(own == judgements.end() ? std::nullopt
                                                   : std::optional(100 * own->probabilities[column.branch]));
    }
    chart.rows.push_back(std::move(row));
  }
  HeatRow drawn{.name = {"計算に使う（信じる人を引く）", "as drawn (one person believed)"}},
      linear{.name = {"平均（線形）", "mean (linear pool)"}}, odds{.name = {"対数オッズの平均", "mean of log-odds"}};
  for (const BranchOpinions& column : columns) {
    drawn.values.push_back(100 * column.drawn.mean);
    linear.values.push_back(100 * column.linear), odds.values.push_back(100 * column.log_odds);
  }
  for (HeatRow* row : {&drawn, &linear, &odds}) chart.rows.push_back(std::move(*row));
  return chart;
}

LocalizedText question_of(const StudyView& view, const Disagreement& row) {
  if (!row.of_tree) return {row.id, row.id};
  for (const auto& node : view.study.tree.nodes)
    if (node.id == row.id) return node.question;
  return {row.id, row.id};
}

Figure loss_figure(const StudyView& view, const Disagreement& row, const char* column) {
  return plain_figure(view, "disagreement", row.id, column, money_scale(view));
}

TableBlock three_cells(const StudyView& view, const std::vector<Disagreement>& rows) {
  const auto choices = study::choice_ids(view.result);
  const LocalizedText money = money_unit(view);
  TableBlock table{
      .id = "disagreement-cells",
      .caption = {"相違が結果を最も動かす三つの判断", "The three judgements whose disagreement matters most"},
      .columns = {{{"何について", "On what"}},
                  {{"損失を最も小さくみる人", "Sees the least loss"}},
                  {{"その場合の損失", "Loss then"}, money},
                  {{"最も大きくみる人", "Sees the largest"}},
                  {{"その場合の損失", "Loss then"}, money},
                  {{"差", "Difference"}, money},
                  {{"最善の選択", "Best choice"}}}};
  for (std::size_t r = 0; r < std::min(rows.size(), shown_questions); ++r) {
    const Disagreement& row = rows[r];
    const auto &low = row.voices[row.low], &high = row.voices[row.high];
    const LocalizedText a = arm_title(view, choices[low.choice]), b = arm_title(view, choices[high.choice]);
    const LocalizedText choice = !row.changes_choice
                                     ? LocalizedText{"変わらない（" + a.ja + "）", "the same: " + a.en}
                                     : LocalizedText{"変わる：" + a.ja + "→" + b.ja, "changes: " + a.en + " → " + b.en};
    table.rows.push_back({text_cell(question_of(view, row)), text_cell(person(low.by)),
                          number_cell(loss_figure(view, row, "low_loss")), text_cell(person(high.by)),
                          number_cell(loss_figure(view, row, "high_loss")),
                          number_cell(loss_figure(view, row, "spread")), text_cell(choice)});
  }
  table.note = {"その人だけを信じ、ほかは同じ標本のままとしたときの、オプションなしの損失の期待値。"
                "数値についての判断は、その人が信じられた標本の平均。",
                "Expected loss without any option if that person alone were believed there, all else as drawn. For "
                "numbers: the mean of the draws in which the person is believed."};
  return table;
}

TableBlock pools_table(const StudyView& view) {
  const auto choices = study::choice_ids(view.result);
  TableBlock table{.id = "disagreement-pools",
                   .caption = {"束ね方による結果の違い", "The result under each way of pooling"},
                   .columns = {{{"束ね方", "Pooling"}},
                               {{"オプションなしの損失", "Loss without any option"}, money_unit(view)},
                               {{"損失と費用の和が最少の選択", "Least loss + cost"}}}};
  for (const auto& pooled : study::pooled_results(view.study, view.result)) {
    const LocalizedText name = pooled.id == "drawn" ? LocalizedText{"計算に使う（信じる人を引く）", "as drawn"}
                               : pooled.id == "linear" ? LocalizedText{"平均（線形）", "linear pool"}
                                                       : LocalizedText{"対数オッズの平均", "log-odds pool"};
    table.rows.push_back(
        {text_cell(name),
         number_cell(plain_figure(view, "disagreement", "pool." + pooled.id, "low_loss", money_scale(view))),
         text_cell(arm_title(view, choices[pooled.choice]))});
  }
  table.note = {"束ねると人による違いは見えなくなる。計算は束ねず、標本ごとに一人を信じる。",
                "Pooling hides who differs. The run does not pool: in each draw one person is believed."};
  return table;
}

TableBlock trust_table(const StudyView& view) {
  TableBlock table{.id = "disagreement-trust",
                   .caption = {"誰がどれだけ信じられるか", "How often each person is believed"},
                   .columns = {{{"人", "Person"}},
                               {{"信じられる割合（比）", "Trust, relative to the others"}},
                               {{"理由と根拠", "Reason and basis"}}}};
  for (const study::Expert& expert : view.study.experts)
    table.rows.push_back(
        {text_cell(person(expert.by)), number_cell({.value = expert.trust}),
         prose_cell({{"{0} {1}", "{0} {1}"},
                     {plain(LocalizedText{expert.reason, expert.reason}), cite(view, expert.claims)}})});
  table.note = {"標本ごとに、この割合で信じる人を引く。0 の人の判断は結果に入らないが、表には残る。",
                "In each draw the person who is believed is drawn in these proportions. Judgements of someone with 0 "
                "do not enter the result; they stay in the tables."};
  return table;
}

} // namespace

Section disagreement_section(const StudyView& view) {
  Section section{.id = "disagreement", .title = {"見解の相違", "Where people disagree"}};
  const auto rows = study::disagreements(view.study, view.result);
  if (rows.empty()) {
    section.blocks.push_back(
        paragraph({"同じことを二人以上が判断したものはありません。", "Nothing was judged by two or more people."}));
    return section;
  }
  const auto columns = without_last(view);
  for (std::size_t begin = 0; begin < columns.size(); begin += columns_per_chart) {
    const auto end = std::min(begin + columns_per_chart, columns.size());
    ChartBlock block{.id = "chart-opinions" + (begin == 0 ? std::string() : "-" + std::to_string(begin)),
                     .chart = heat_of(view, {columns.begin() + static_cast<std::ptrdiff_t>(begin),
                                             columns.begin() + static_cast<std::ptrdiff_t>(end)})};
    block.limits = words(
        {"「—」はその人の判断がないこと。理由は判断の表にあります。少数意見も消さずに残し、標本の中で信じられます。",
         "“—”: that person did not judge it. Reasons stand in the table of judgements. Dissent is "
         "kept: it is believed in its share of the draws."});
    section.blocks.push_back(std::move(block));
  }
  if (!view.study.experts.empty()) section.blocks.push_back(trust_table(view));
  section.blocks.push_back(three_cells(view, rows));
  if (!view.study.tree.nodes.empty()) section.blocks.push_back(pools_table(view));
  return section;
}

} // namespace rashin::report
