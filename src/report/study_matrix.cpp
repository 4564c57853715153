#include "core/number_text.h"
#include "pathway/cib_explain.h"
#include "report/study_judgement.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

using study::MatrixPathways;
using study::MatrixScenario;

constexpr std::size_t widest_matrix = 14; ///< states up to which the matrix itself is shown
constexpr std::size_t shown_pillars = 3;
constexpr std::size_t shown_disputes = 6;

const LocalizedText& state_title(const MatrixPathways& matrix, std::size_t descriptor, int state) {
  return matrix.states[descriptor][static_cast<std::size_t>(state)].title;
}

/// To one decimal, where there is one: means of several people.
std::string with_sign(double value) {
  const std::string size = shortest(std::round(std::abs(value) * 10) / 10);
  return size == "0" ? size : (value > 0 ? "+" : "\u2212") + size;
}

LocalizedText name_of(const MatrixPathways& matrix, const MatrixScenario& scenario) {
  LocalizedText text;
  for (std::size_t d = 0; d < scenario.states.size(); ++d) {
    const LocalizedText& title = state_title(matrix, d, scenario.states[d]);
    text.ja += (d ? "・" : "") + title.in(Language::Japanese);
    text.en += (d ? ", " : "") + title.in(Language::English);
  }
  return text;
}

/// What holds the scenario up: influences without which it would no longer be consistent.
LocalizedText pillars_of(const MatrixPathways& matrix, const MatrixScenario& scenario) {
  LocalizedText text;
  std::size_t shown = 0;
  for (const pathway::Pillar& pillar :
       pathway::pillars(matrix.matrix(), scenario.states, matrix.tolerance * matrix.units())) {
    if (!pillar.decisive || shown == shown_pillars) continue;
    ++shown;
    const LocalizedText &from = state_title(matrix, pillar.source, scenario.states[pillar.source]),
                        &to = state_title(matrix, pillar.target, scenario.states[pillar.target]);
    text.ja += (text.ja.empty() ? "" : "、") + from.in(Language::Japanese) + "→" + to.in(Language::Japanese);
    text.en += (text.en.empty() ? "" : "; ") + from.in(Language::English) + " → " + to.in(Language::English);
  }
  return text.empty() ? LocalizedText{"一つだけで支えるものはない", "no single one"} : text;
}

TableBlock cards(const StudyView& view, const MatrixPathways& matrix) {
  TableBlock table{.id = "matrix-scenarios",
                   .caption = {"整合的なシナリオ", "Consistent scenarios"},
                   .columns = {{{"シナリオ", "Scenario"}},
                               {{"構造上の重み（確率ではない）", "Structural weight (no probability)"}, {"%", "%"}},
                               {{"余裕", "Margin"}},
                               {{"支える判断", "Held up by"}},
                               {{"展開経路", "Pathway"}}}};
  for (const MatrixScenario& scenario : matrix.scenarios) {
    const std::string margin = scenario.figures.margin ? with_sign(matrix.in_units(*scenario.figures.margin)) : "—";
    const LocalizedText pathway =
        scenario.pathway ? view.study.pathways[*scenario.pathway].title : LocalizedText{"木にない", "not in the tree"};
    table.rows.push_back({text_cell(name_of(matrix, scenario)),
                          number_cell(plain_figure(view, "scenarios", scenario.id, "structural_weight", 0.01)),
                          text_cell({margin, margin}), text_cell(pillars_of(matrix, scenario)), text_cell(pathway)});
  }
  table.note = {
      "重みは、あらゆる状態の組み合わせから判断に従って動いたとき、そこに行き着く割合。起こりやすさではない。"
      "余裕は、選ばれた状態が次点をどれだけ上回るか。「支える判断」はその影響がなければ整合しなくなるもの。",
      "The weight is the share of all starting points that, following the judgements, end there; it does not say "
      "how likely the scenario is. The margin is the lead of the chosen states over their rivals. “Held up by”: "
      "influences without which the scenario is no longer consistent."};
  return table;
}

LocalizedText state_name(const MatrixPathways& matrix, std::size_t state) {
  std::size_t d = 0;
  while (state >= matrix.states[d].size()) state -= matrix.states[d++].size();
  const LocalizedText &descriptor = matrix.titles[d], &title = matrix.states[d][state].title;
  return {descriptor.in(Language::Japanese) + "：" + title.in(Language::Japanese),
          descriptor.in(Language::English) + ": " + title.in(Language::English)};
}

TableBlock cells(const MatrixPathways& matrix) {
  TableBlock table{.id = "matrix-cells", .caption = {"相互影響の判断", "Cross-impact judgements"}, .columns = {{{}}}};
  const pathway::CrossImpactMatrix cells = matrix.matrix();
  std::vector<LocalizedText> names;
  for (std::size_t state = 0; state < cells.states(); ++state) names.push_back(state_name(matrix, state));
  for (const LocalizedText& name : names) table.columns.push_back({name});
  for (std::size_t row = 0; row < names.size(); ++row) {
    std::vector<Cell> line{text_cell(names[row])};
    for (std::size_t column = 0; column < names.size(); ++column) {
      const int judged = matrix.cells[row * names.size() + column];
      const bool nobody_asked = judged == 0 && cells.descriptor_of(row) == cells.descriptor_of(column);
      const std::string value = nobody_asked ? "" : with_sign(matrix.in_units(judged));
      line.push_back(text_cell({value, value}));
    }
    table.rows.push_back(std::move(line));
  }
  table.note = {"行の状態が列の状態を促す（＋）か妨げる（−）か。判断の強さであり、確率ではない。",
                "Does the state of the row promote (+) or restrain (−) that of the column? Strengths of judgement, no "
                "probabilities."};
  if (matrix.people.size() > 1) table.note.ja += "人の判断の平均。", table.note.en += " Means over the people.";
  return table;
}

/// Where the people differ most, side by side.
TableBlock disputes(const MatrixPathways& matrix) {
  TableBlock table{.id = "matrix-disputes",
                   .caption = {"判断が最も割れている組", "Where the judgements differ most"},
                   .columns = {{{"影響", "Influence"}}}};
  for (const study::MatrixPerson& person : matrix.people) table.columns.push_back({person.title});
  table.columns.push_back({{"割れ方", "How they differ"}});
  for (const pathway::DivergingCell& cell : matrix.diverging()) {
    if (!study::is_disputed(cell) || table.rows.size() == shown_disputes) continue;
    const LocalizedText from = state_name(matrix, cell.row), to = state_name(matrix, cell.column);
    std::vector<Cell> line{text_cell({from.ja + " → " + to.ja, from.en + " → " + to.en})};
    for (const std::optional<int>& value : cell.values) {
      const std::string text = with_sign(value.value_or(0));
      line.push_back(text_cell({text, text}));
    }
    const std::string spread = std::to_string(cell.spread);
    line.push_back(text_cell(cell.opposed ? LocalizedText{"符号が逆", "opposite signs"}
                                          : LocalizedText{spread + " の開き", "by " + spread}));
    table.rows.push_back(std::move(line));
  }
  table.note = {
      "行列は人の判断の平均であり、ここに挙げた組では平均が誰の見方も表していないことがあります。"
      "符号が逆か、3 以上離れた組のうち、開きの大きいものを示します。",
      "The matrix is the mean of the people's judgements; in these cells the mean may be nobody's view. Shown "
      "are the widest of those that differ in sign, or by 3 or more."};
  return table;
}

LocalizedText judges_of(const MatrixPathways& matrix) {
  if (matrix.people.empty()) return judge_words(matrix.by);
  LocalizedText list;
  for (const study::MatrixPerson& person : matrix.people) {
    list.ja += (list.ja.empty() ? "" : "、") + person.title.in(Language::Japanese);
    list.en += (list.en.empty() ? "" : "; ") + person.title.in(Language::English);
  }
  return list;
}

} // namespace

Section matrix_section(const StudyView& view) {
  const MatrixPathways& matrix = view.study.matrix.value();
  Section section{.id = "matrix", .title = {"互いに矛盾しない組み合わせ", "Which combinations are consistent?"}};
  const LocalizedText by = judges_of(matrix);
  section.blocks.push_back(paragraph(
      {"要因どうしが促し合うか妨げ合うかの判断（{0}）から、どの要因も自分に不利な状態にない組み合わせをすべて求めました"
       "（相互影響バランス法）。{1} {2}",
       "From judgements ({0}) of how factors promote or restrain one another, these are all combinations in which no "
       "factor is in a state that the others speak against (cross-impact balances). {1} {2}"},
      {plain(by), plain(matrix.reason), cite(view, matrix.claims)}));
  if (matrix.alone)
    section.blocks.push_back(Callout{
        CalloutKind::Limit,
        {},
        {words({"この調査には事象の木がなく、展開経路の重みはこの行列の構造上の重みです。確率ではありません。"
                "本書で経路を合わせた損失、割合、失敗の起こりやすさは、すべてこの重みによる目安です。",
                "This study has no event tree: its pathways carry the structural weights of this matrix. They are not "
                "probabilities. Every loss, share and chance in this report that joins pathways rests on these weights "
                "and is a rough guide only."})}});
  section.blocks.push_back(cards(view, matrix));
  const auto missing = std::count_if(matrix.scenarios.begin(), matrix.scenarios.end(),
                                     [](const MatrixScenario& s) { return !s.pathway; });
  const std::string count = std::to_string(missing);
  if (missing > 0)
    section.blocks.push_back(Callout{
        CalloutKind::Note,
        {},
        {words({"整合的なシナリオのうち " + count +
                    " は、事象の木のどの展開経路とも衝撃が一致しません。木が見落としていないか確かめてください。",
                count + " of the consistent scenarios bring shocks that no pathway of the tree "
                        "has. Check whether the tree leaves something out."})}});
  if (matrix.states.size() > 0 && matrix.matrix().states() <= widest_matrix) section.blocks.push_back(cells(matrix));
  if (TableBlock differing = disputes(matrix); !differing.rows.empty()) section.blocks.push_back(std::move(differing));
  return section;
}

} // namespace rashin::report
