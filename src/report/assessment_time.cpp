// Steps 6 and 7: how long an advantage lasts, new ways of using it, and the needs that follow.
#include "report/assessment_parts.h"

#include "report/assessment_words.h"

#include <algorithm>

namespace rashin::report {
namespace {

using assessment::CrossingRow;
using assessment::CurvePair;

ChartBlock points_chart(const CurvePair& pair, const CrossingRow& row) {
  ScatterChart chart{.text = {pair.title, {"年ごとの値。線は基準日。", "Values by year. The line is the as-of date."}},
                     .x_axis = {"年", "Year"},
                     .y_axis = pair.unit == "1" ? LocalizedText{"数", "Number"} : LocalizedText{pair.unit, pair.unit}};
  for (const auto& [code, points, mark] : {std::tuple{&pair.leader, &pair.leader_points, ScatterMark::Dot},
                                           std::tuple{&pair.follower, &pair.follower_points, ScatterMark::Cross}}) {
    ScatterGroup group{.name = country_words(*code), .mark = mark};
    for (const balance::CurvePoint& point : *points) group.points.push_back({point.time, point.value});
    chart.groups.push_back(group);
  }
  chart.lines.push_back({row.from, {"基準日", "as of"}});
  return {.id = "chart-curve-" + pair.id, .chart = chart};
}

/// What the curves say of a date, or why they say none.
Paragraph verdict(const AssessmentView& view, const CurvePair& pair, const CrossingRow& row) {
  const LocalizedText leader = country_words(pair.leader), follower = country_words(pair.follower);
  const auto year = [](const std::optional<double>& at) { return number_words(at ? static_cast<long long>(*at) : 0); };
  const Figure none = plain_figure(view.view, "crossings", pair.id, "none_share", 0.01, {"%", "%"});
  if (row.crossover.refused)
    return paragraph({"{0}が{1}を追い越す時期は示しません。90 % "
                      "区間が対象期間（{3} 年まで）を超えるためです。期間内に追い越さない確率は {2} です。",
                      "No date is given at which {0} passes {1}: the 90 % interval exceeds the horizon ({3}). The "
                      "probability that it does not within the horizon is {2}."},
                     {plain(follower), plain(leader), none, plain(year(row.until))});
  return paragraph({"{0}が{1}を追い越すのは {2} 年（90 % 区間 {3}–{4} 年）と見込まれます。期間内に追い越さない確率は "
                    "{5} です。",
                    "{0} is expected to pass {1} in {2} (90 % interval {3}–{4}). The probability that it does not "
                    "within the horizon is {5}."},
                   {plain(follower), plain(leader), plain(year(row.crossover.p50)), plain(year(row.crossover.p5)),
                    plain(year(row.crossover.p95)), none});
}

Paragraph ceilings(const CurvePair& pair, const CrossingRow& row) {
  const auto side = [](const balance::CurveProfile& curve) {
    Figure figure;
    figure.value = curve.ceiling_p50, figure.interval = Interval{curve.ceiling_p5, curve.ceiling_p95},
    figure.digits = 2;
    return figure;
  };
  const bool open = row.leader.ceiling_open || row.follower.ceiling_open;
  return paragraph(
      {open ? "曲線の上限は、{0} {2}、{1} {3} です。点だけでは上限を絞り込めていません。"
            : "曲線の上限は、{0} {2}、{1} {3} です。",
       open ? "Ceilings of the curves: {0} {2}, {1} {3}. The points alone do not bound them."
            : "Ceilings of the curves: {0} {2}, {1} {3}."},
      {plain(country_words(pair.leader)), plain(country_words(pair.follower)), side(row.leader), side(row.follower)});
}

std::optional<Paragraph> expert_paragraph(const AssessmentView& view, const CurvePair& pair) {
  if (!pair.expert) return std::nullopt;
  const auto text = [&](const char* column) {
    const Table& table = table_of(view.view, "crossings");
    const std::string day(table.column(column).text(row_of(table, pair.id)).value_or(""));
    return plain({day, day});
  };
  std::vector<LocalizedText> names;
  for (const PersonValue& person : view.assessment.common.parameters[*pair.expert].people)
    names.push_back(by_words(person.by));
  return paragraph({"人の見立て（{3}）を合わせると、5・50・95 % は {0}、{1}、{2} です。曲線の結果とは混ぜていません。",
                    "What people judge ({3}), pooled: 5, 50 and 95 % at {0}, {1} and {2}. It stands beside the curves "
                    "and is not mixed into them."},
                   {text("expert_p5"), text("expert_p50"), text("expert_p95"), plain(listed(names))});
}

Section crossing_section(const AssessmentView& view, std::size_t index) {
  const CurvePair& pair = view.assessment.curves[index];
  const CrossingRow& row = view.result.crossings[index];
  Section section{.id = "crossing-" + pair.id, .title = pair.title, .numbered = false};
  section.blocks.push_back(verdict(view, pair, row));
  section.blocks.push_back(points_chart(pair, row));
  section.blocks.push_back(ceilings(pair, row));
  if (auto expert = expert_paragraph(view, pair)) section.blocks.push_back(std::move(*expert));
  return section;
}

Prose counter_prose(const AssessmentView& view, const assessment::Counter& counter) {
  Prose prose{{"{0}{1}", "{0} {1}"}, {plain(counter.text)}};
  if (counter.claims.empty()) {
    const LocalizedText by = by_words(counter.by);
    prose.parts.emplace_back(plain({"（" + by.ja + "）", "(" + by.en + ")"}));
  } else {
    prose.parts.emplace_back(cite(view.view, counter.claims));
  }
  return prose;
}

TableBlock concepts_table(const AssessmentView& view) {
  TableBlock table{.id = "concepts", .caption = {"新たな戦い方の比較", "The new ways side by side"}};
  table.columns = {{{"戦い方", "Concept"}},
                   {{"優位が続く年数", "Advantage lasts"}, {"年", "years"}},
                   {{"重心への効果", "Effect on the centre of gravity"}, {"%", "%"}},
                   {{"模倣の難しさ", "Hard to copy"}, {"%", "%"}},
                   {{"三つの積", "Product"}, {"%", "%"}},
                   {{"首位の割合", "First in"}, {"%", "%"}}};
  for (std::size_t c = 0; c < view.assessment.concepts.size(); ++c) {
    const std::string& id = view.assessment.concepts[c].id;
    const balance::ConceptRow& row = view.result.concepts[c];
    Figure duration = plain_figure(view.view, "concepts", id, "duration_p50");
    duration.interval = Interval{row.duration_p5, row.duration_p95};
    Figure worth = plain_figure(view.view, "concepts", id, "worth_p50", 0.01);
    worth.interval = Interval{100 * row.worth_p5, 100 * row.worth_p95};
    table.rows.push_back({text_cell(view.assessment.concepts[c].title), number_cell(duration),
                          number_cell(plain_figure(view.view, "concepts", id, "effect_p50", 0.01)),
                          number_cell(plain_figure(view.view, "concepts", id, "difficulty_p50", 0.01)),
                          number_cell(worth),
                          number_cell(plain_figure(view.view, "concepts", id, "first_share", 0.01))});
  }
  table.note = {"中央値。年数は対象期間で打ち切る。積は順序を付けるためだけのもので、それ自体に意味は"
                "ない。",
                "Medians. Years end with the horizon. The product only orders; it means nothing by "
                "itself."};
  return table;
}

ChartBlock top_chart(const AssessmentView& view) {
  const int k = view.view.study.header.top_k;
  TopKChart chart{
      .text = {{"上位 " + std::to_string(k) + " 件に入る確率", "Chance of being among the top " + std::to_string(k)},
               {"標本のうち、仕える戦い方の積が上位に入る割合。",
                "Share of draws in which the product of its concept is among the first."}},
      .k = k};
  for (const assessment::NeedRow& row : view.result.needs) {
    const assessment::Need& need = view.assessment.needs[row.need];
    chart.rows.push_back({.name = view.assessment.part_titles[need.part].title,
                          .note = assessment_word(need.function == assessment::Function::Deter ? "deter" : "respond"),
                          .probability = row.top_share,
                          .standard_error = row.top_error});
  }
  ChartBlock block{.id = "chart-top", .chart = chart};
  block.limits = words({"標準誤差は標本数によるものだけです。入力の誤りは含みません。",
                        "The standard error is that of sampling only, not of wrong inputs."});
  return block;
}

LocalizedText behind_words(const AssessmentView& view, const assessment::Need& need) {
  std::vector<LocalizedText> all;
  for (const assessment::Behind& behind : need.behind) {
    const LocalizedText &part = view.assessment.part_titles[behind.part].title,
                        &axis = view.assessment.axes[behind.axis].title;
    all.push_back({part.ja + "：" + axis.ja, part.en + ": " + axis.en});
  }
  return listed(all);
}

TableBlock needs_table(const AssessmentView& view) {
  TableBlock table{.id = "needs", .caption = {"技術ニーズ", "Technology needs"}};
  const std::string k = std::to_string(view.view.study.header.top_k);
  table.columns = {{{"技術", "Technology"}},
                   {{"機能", "Function"}},
                   {{"活かす戦い方", "Concept it serves"}},
                   {{"上位 " + k + " 件に入る確率", "P(top " + k + ")"}, {"%", "%"}},
                   {{"使える時期", "Ready"}, {"5・50・95 %", "5, 50, 95 %"}}};
  const Table& rows = table_of(view.view, "needs");
  for (std::size_t r = 0; r < view.result.needs.size(); ++r) {
    const assessment::Need& need = view.assessment.needs[view.result.needs[r].need];
    const std::string id(*rows.column("id").text(r));
    std::string ready;
    for (const char* column : {"ready_p5", "ready_p50", "ready_p95"})
      ready += (ready.empty() ? "" : " / ") + std::string(rows.column(column).text(r).value_or("").substr(0, 7));
    table.rows.push_back(
        {text_cell(view.assessment.part_titles[need.part].title),
         text_cell(assessment_word(need.function == assessment::Function::Deter ? "deter" : "respond")),
         text_cell(view.assessment.concepts[need.concept_index].title),
         number_cell(plain_figure(view.view, "needs", id, "top_share", 0.01)), text_cell({ready, ready})});
  }
  return table;
}

/// Why each is needed, and the asymmetries behind it.
ListBlock reasons(const AssessmentView& view) {
  ListBlock list;
  for (const assessment::NeedRow& row : view.result.needs) {
    const assessment::Need& need = view.assessment.needs[row.need];
    list.items.push_back(
        {{"{0}：{1}（基になる非対称は、{2}）", "{0}: {1} (asymmetry behind it: {2})"},
         {Strong{view.assessment.part_titles[need.part].title}, plain(need.reason), plain(behind_words(view, need))}});
  }
  return list;
}

} // namespace

Section time_section(const AssessmentView& view) {
  Section section{.id = "step-6",
                  .title = {"ステップ6：優位が続く期間と、挽回できるもの", "Step 6: how long an advantage lasts"}};
  if (view.assessment.curves.empty())
    section.blocks.push_back(paragraph({"成長曲線は与えられていません。優位が続く期間は判断によります。",
                                        "No growth curves are given; how long an advantage lasts is judged."}));
  for (std::size_t c = 0; c < view.assessment.curves.size(); ++c) section.children.push_back(crossing_section(view, c));
  section.blocks.push_back(Callout{
      CalloutKind::Limit,
      {},
      {words({"成長曲線は過去の伸びを延長したもので、政策や技術の転換を知りません。変曲点より前の点からは上限がほと"
              "んど分からないため、上限を一つに決めず分布のまま扱い、90 % "
              "区間が対象期間を超えるときは時期を示しません。",
              "Growth curves continue the past; they know of no change of policy or technology. Before the "
              "inflection the points hardly tell the ceiling, so it is kept as a distribution, and no date is "
              "given where the 90 % interval exceeds the horizon."})}});
  return section;
}

Section concepts_section(const AssessmentView& view) {
  Section section{.id = "step-7", .title = {"ステップ7：新たな戦い方と技術ニーズ", "Step 7: new ways, and the needs"}};
  section.blocks.push_back(concepts_table(view));
  for (const assessment::Concept& each : view.assessment.concepts) {
    Section child{.id = "concept-" + each.id, .title = each.title, .numbered = false};
    if (!each.text.ja.empty() || !each.text.en.empty())
      child.blocks.push_back(paragraph({"{0}", "{0}"}, {plain(each.text)}));
    child.blocks.push_back(
        Callout{CalloutKind::Note, {"反論", "Counter-argument"}, {counter_prose(view, each.counter)}});
    section.children.push_back(std::move(child));
  }
  Section needs{.id = "needs-part", .title = {"技術ニーズ", "Technology needs"}, .numbered = false};
  if (!view.result.needs.empty()) {
    needs.blocks.push_back(top_chart(view));
    needs.blocks.push_back(needs_table(view));
    needs.blocks.push_back(reasons(view));
  }
  section.children.push_back(std::move(needs));
  return section;
}

} // namespace rashin::report
