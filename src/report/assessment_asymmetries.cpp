// Step 5: on each axis, who is ahead, by how much, how surely; what that says of the technologies; papers.
#include "report/assessment_parts.h"

#include "report/assessment_words.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

using assessment::AsymmetryRow;
using assessment::AxisScale;

const double doubling = std::log(2.0);

std::string id_of(const AssessmentView& view, const AsymmetryRow& row) {
  return view.assessment.decomposition.parts[row.part].id + "." + view.assessment.axes[row.axis].id + "." + row.versus;
}

/// A ratio as "1.4 times", other differences in their own unit.
Figure difference_figure(const AssessmentView& view, const AsymmetryRow& row) {
  Figure figure;
  figure.id = "asymmetries/" + id_of(view, row) + "/difference_p50";
  if (!row.result) return figure;
  const bool ratio = view.assessment.axes[row.axis].scale == AxisScale::Ratio;
  const auto shown = [&](double x) { return ratio ? std::exp(x) : x; };
  figure.value = shown(row.result->p50);
  if (row.result->p5 != row.result->p95) figure.interval = Interval{shown(row.result->p5), shown(row.result->p95)};
  if (ratio) figure.unit = {"倍", "times"};
  return figure;
}

const AsymmetryRow* find_row(const AssessmentView& view, std::size_t part, std::size_t axis,
                             const std::string& versus) {
  for (const AsymmetryRow& row : view.result.asymmetries)
    if (row.part == part && row.axis == axis && row.versus == versus) return &row;
  return nullptr;
}

/// A difference below the first bound of sizes counts for neither side, however sure its sign is.
Cell verdict_cell(const balance::Asymmetry& found) {
  if (found.size == "none") return text_cell({"同程度", "about equal"});
  Cell cell = text_cell(found.sign > 0   ? LocalizedText{"優位", "ahead"}
                        : found.sign < 0 ? LocalizedText{"劣位", "behind"}
                                         : LocalizedText{"不確か", "unsure"});
  cell.tone = found.sign > 0 ? Tone::Good : found.sign < 0 ? Tone::Bad : Tone::None;
  return cell;
}

LocalizedText row_title(const AssessmentView& view, const AsymmetryRow& row) {
  const LocalizedText &part = view.assessment.part_titles[row.part].title, &axis = view.assessment.axes[row.axis].title;
  return {part.ja + "：" + axis.ja, part.en + ": " + axis.en};
}

TableBlock asymmetries_table(const AssessmentView& view) {
  TableBlock table{.id = "asymmetries",
                   .caption = {"分かった非対称（自国側を競争相手と比べた値）",
                               "Asymmetries known (own side against the competitors)"}};
  table.columns = {{{"技術：比較軸", "Technology: axis"}}, {{"競争相手全体", "All competitors"}}};
  std::vector<std::string> others;
  for (const assessment::Party& party : view.assessment.parties)
    if (!party.own) others.push_back(party.id);
  if (others.size() < 2) others.clear();
  for (const std::string& other : others) {
    const LocalizedText country = country_words(other);
    table.columns.push_back({{"対" + country.ja, "Against " + country.en}});
  }
  table.columns.push_back(Column{.title = {"判定", "Verdict"}});
  table.columns.push_back(Column{.title = {"大きさ", "Size"}});
  table.columns.push_back(Column{.title = {"確信度", "Confidence"}, .unit = {"1–5", "1–5"}});
  for (const AsymmetryRow& row : view.result.asymmetries) {
    if (row.versus != "all" || !row.result) continue;
    table.rows.push_back({text_cell(row_title(view, row)), number_cell(difference_figure(view, row))});
    for (const std::string& other : others) {
      const AsymmetryRow* against = find_row(view, row.part, row.axis, other);
      table.rows.back().push_back(number_cell(against ? difference_figure(view, *against) : Figure{}));
    }
    table.rows.back().push_back(verdict_cell(*row.result));
    table.rows.back().push_back(text_cell(assessment_word(row.result->size)));
    table.rows.back().push_back(number_cell(plain_figure(view.view, "asymmetries", id_of(view, row), "confidence")));
  }
  table.note = {"比の軸は自国側÷相手側（倍）、その他の軸は自国側−相手側。判定は 90 % 区間がすべて一方にあり、大きさが"
                "わずか以上のときに下す。引用した数に幅がないときは区間も幅を持たず、確信度が高く出る。数え方の違いは"
                "入っていない。",
                "Ratio axes: own side over the others; other axes: own side less the others. A verdict is given where "
                "the whole 90 % interval lies on one side and the size is at least slight. Numbers cited without a "
                "range have none here either, so the confidence comes out high; other ways of counting are not in it."};
  return table;
}

std::optional<ChartBlock> asymmetries_chart(const AssessmentView& view) {
  IntervalChart chart{.text = {{"数の比", "Ratios"},
                               {"自国側と競争相手全体の比。右は自国側が多い。",
                                "Own side against all competitors. To the right, the own side has more."}},
                      .panels = {{"自国側÷競争相手全体（+1 = 2 倍、−1 = 半分）",
                                  "Own side over all competitors (+1 = twice, −1 = half)"}}};
  for (const AsymmetryRow& row : view.result.asymmetries)
    if (row.versus == "all" && row.result && view.assessment.axes[row.axis].scale == AxisScale::Ratio)
      chart.rows.push_back({.name = row_title(view, row), .values = {band_of(row.result->draws, doubling)}});
  if (chart.rows.empty()) return std::nullopt;
  ChartBlock block{.id = "chart-asymmetries", .chart = chart};
  block.limits = words({"数の多さは能力ではありません。", "More of something is not capability."});
  return block;
}

/// How many comparisons a missing cell makes impossible.
Paragraph unknown_paragraph(const AssessmentView& view) {
  int all = 0, unknown = 0;
  for (const AsymmetryRow& row : view.result.asymmetries)
    if (row.versus == "all") ++all, unknown += row.known ? 0 : 1;
  return paragraph({"数で比べる {0} 件のうち {1} "
                    "件は、いずれかの国の欄が不明か未調査のため、非対称も不明です。推測で埋めてはいません。",
                    "Of {0} comparisons by numbers, {1} stay unknown because a cell of some country is unknown or not "
                    "looked at. None was guessed."},
                   {plain(number_words(all)), plain(number_words(unknown))});
}

Section ranks_section(const AssessmentView& view) {
  const assessment::AxisRanking& ranking = *view.result.ranking;
  Section section{
      .id = "axis-weights",
      .title = {"比較軸の重みによって順位はどう変わるか", "How the order depends on the weights of the axes"},
      .numbered = false};
  TableBlock table{.id = "axis_ranks",
                   .caption = {"比較軸を一つずつ外したときの順位", "Places with one axis left out"}};
  table.columns = {{{"技術", "Technology"}},
                   {{"すべての軸", "All axes"}, {"平均順位", "mean place"}},
                   {{"首位の割合", "First in"}, {"%", "%"}}};
  std::vector<std::string> shown;
  for (const std::size_t axis : ranking.axes) {
    const LocalizedText& title = view.assessment.axes[axis].title;
    if (ranking.axes.size() < 2) break;
    shown.push_back(view.assessment.axes[axis].id);
    table.columns.push_back({{"「" + title.ja + "」を外す", "Without “" + title.en + "”"}, {"順位", "place"}});
  }
  for (const std::size_t at : ranking.order) {
    const std::string& id = view.assessment.decomposition.parts[ranking.parts[at]].id;
    table.rows.push_back({text_cell(view.assessment.part_titles[ranking.parts[at]].title),
                          number_cell(plain_figure(view.view, "axis_ranks", id, "expected_rank")),
                          number_cell(plain_figure(view.view, "axis_ranks", id, "first_share", 0.01))});
    for (const std::string& axis : shown)
      table.rows.back().push_back(number_cell(plain_figure(view.view, "axes_left_out", id + "." + axis, "place")));
  }
  table.note = {
      "重みは標本ごとに引く（誰かが述べた範囲内、なければ一様）。空欄のない技術と軸だけを比べる。順位は優位の"
      "大きい順であって、重要さの順ではない。",
      "Weights are drawn (within what people state, else uniformly). Only technologies and axes without a gap "
      "are compared. The order is that of the advantage, not of importance."};
  section.blocks.push_back(table);
  return section;
}

Section papers_section(const AssessmentView& view) {
  Section section{.id = "papers", .title = {"論文から見た主導国", "Leadership in papers"}, .numbered = false};
  TableBlock table{.id = "leadership", .caption = section.title};
  table.columns = {{{"技術：国", "Technology: country"}},
                   {{"被引用上位論文の割合", "Share of much-cited papers"}, {"%", "%"}},
                   {{"首位となる割合", "Leads in"}, {"%", "%"}},
                   {{"H 指数", "H-index"}}};
  const Table& rows = table_of(view.view, "leadership");
  for (std::size_t r = 0; r < rows.rows(); ++r) {
    const std::string id(*rows.column("id").text(r));
    Figure share = plain_figure(view.view, "leadership", id, "share", 0.01);
    share.interval =
        Interval{100 * rows.column("share_p5").number(r).value(), 100 * rows.column("share_p95").number(r).value()};
    table.rows.push_back(
        {text_cell({std::string(*rows.column("title_ja").text(r)), std::string(*rows.column("title_en").text(r))}),
         number_cell(share), number_cell(plain_figure(view.view, "leadership", id, "leads_share", 0.01)),
         number_cell(plain_figure(view.view, "leadership", id, "h"))});
  }
  table.note = {"区間は論文を引き直して求めたもの。", "Intervals: papers drawn anew."};
  section.blocks.push_back(table);
  section.blocks.push_back(
      shown_table(view.view, "leadership_risk", {"論文の集中", "Concentration of the papers"},
                  {{"title", {"技術", "Technology"}},
                   {"lead_ratio", {"首位÷2 位", "First over second"}},
                   {"leader_institutions", {"上位 10 機関のうち首位国", "Leader's of the ten first institutions"}},
                   {"concentration", {"集中度（HHI）", "Concentration (HHI)"}},
                   {"risk", {"独占の恐れ", "Risk of monopoly"}}}));
  section.blocks.push_back(
      Callout{CalloutKind::Limit,
              {},
              {words({"論文の数え上げは研究の動きを示すもので、軍事的な能力を示すものではありません。",
                      "Counting papers tells of research, never of military capability."})}});
  return section;
}

} // namespace

Section asymmetries_section(const AssessmentView& view) {
  Section section{.id = "step-5", .title = {"ステップ5：要素の分析と非対称", "Step 5: asymmetries"}};
  section.blocks.push_back(unknown_paragraph(view));
  if (auto chart = asymmetries_chart(view)) section.blocks.push_back(std::move(*chart));
  if (TableBlock table = asymmetries_table(view); !table.rows.empty()) section.blocks.push_back(std::move(table));
  if (view.result.ranking) section.children.push_back(ranks_section(view));
  if (!view.result.leadership.empty()) section.children.push_back(papers_section(view));
  return section;
}

} // namespace rashin::report
