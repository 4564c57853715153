// Steps 1 and 2: defence use of each technology, country by country on the same axes.
#include "report/assessment_parts.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

using assessment::Assessment;
using assessment::Record;

/// The anchor nearest to the median grade.
LocalizedText anchor_words(const AssessmentView& view, const assessment::Axis& axis, std::size_t parameter) {
  const double grade = policy::summarize(view.result.values.parameters[parameter]).p50;
  const auto nearest = std::min_element(axis.anchors.begin(), axis.anchors.end(), [&](const auto& a, const auto& b) {
    return std::abs(a.grade - grade) < std::abs(b.grade - grade);
  });
  return {"（" + nearest->text.ja + "）", " (" + nearest->text.en + ")"};
}

Cell dossier_cell(const AssessmentView& view, std::size_t part, std::size_t axis, std::size_t party) {
  const Assessment& assessment = view.assessment;
  const assessment::Cell* cell = assessment.find_cell(part, axis, party);
  if (!cell) return text_cell({"未調査", "not looked at"});
  if (cell->unknown) return text_cell({"不明", "unknown"});
  Prose prose{{"{0}{1}{2}{3}", "{0}{1}{2}{3}"}, {}};
  if (cell->value) {
    const std::string id =
        assessment.decomposition.parts[part].id + "." + assessment.parties[party].id + "." + assessment.axes[axis].id;
    Figure figure = figure_of(view.view, "dossiers", id, "value");
    if (figure.interval && figure.interval->low == figure.interval->high) figure.interval.reset(), figure.digits = 12;
    prose.parts.emplace_back(figure);
  } else {
    prose.parts.emplace_back(plain({}));
  }
  const bool graded = cell->value && assessment.axes[axis].scale == assessment::AxisScale::Anchored;
  prose.parts.emplace_back(plain(graded ? anchor_words(view, assessment.axes[axis], *cell->value) : LocalizedText{}));
  prose.parts.emplace_back(plain(cell->text));
  if (cell->by == "example")
    prose.parts.emplace_back(plain({"（例示）", " (illustrative)"}));
  else
    prose.parts.emplace_back(cite(view.view, cell->claims));
  return prose_cell(prose);
}

Section technology_section(const AssessmentView& view, std::size_t part) {
  const Assessment& assessment = view.assessment;
  const std::string& id = assessment.decomposition.parts[part].id;
  const LocalizedText& title = assessment.part_titles[part].title;
  TableBlock table{.id = "dossier-" + id, .caption = title};
  table.columns.push_back({{"比較軸", "Axis"}});
  for (const assessment::Party& party : assessment.parties) table.columns.push_back({country_words(party.id)});
  for (std::size_t a = 0; a < assessment.axes.size(); ++a) {
    const std::string& unit = assessment.axes[a].unit;
    LocalizedText axis = assessment.axes[a].title;
    if (!unit.empty() && unit != "1") axis = {axis.ja + "（" + unit + "）", axis.en + " (" + unit + ")"};
    table.rows.push_back({text_cell(axis)});
    for (std::size_t p = 0; p < assessment.parties.size(); ++p)
      table.rows.back().push_back(dossier_cell(view, part, a, p));
  }
  Section section{.id = "technology-" + id, .title = title, .numbered = false};
  section.blocks.push_back(table);
  return section;
}

/// How many cells of each country say something.
TableBlock coverage_block(const AssessmentView& view) {
  const Assessment& assessment = view.assessment;
  TableBlock table{.id = "coverage", .caption = {"記入の状況", "Coverage"}};
  table.columns.push_back({{"技術", "Technology"}});
  for (const assessment::Party& party : assessment.parties) table.columns.push_back({country_words(party.id)});
  for (const std::size_t part : assessment.dossier_parts()) {
    table.rows.push_back({text_cell(assessment.part_titles[part].title)});
    for (const assessment::Party& party : assessment.parties) {
      const std::string row = assessment.decomposition.parts[part].id + "." + party.id;
      table.rows.back().push_back(prose_cell(
          {{"{0}・{1}・{2}", "{0} · {1} · {2}"},
           {plain_figure(view.view, "coverage", row, "known"), plain_figure(view.view, "coverage", row, "unknown"),
            plain_figure(view.view, "coverage", row, "blank")}}));
    }
  }
  table.note = {
      "左から、分かっている項目・調べても分からなかった項目・まだ調べていない項目の数。比較軸はどの国も同じ " +
          std::to_string(assessment.axes.size()) + " 項目。",
      "From the left: axes known, looked for in vain, not looked at yet. All countries are held to the same " +
          std::to_string(assessment.axes.size()) + " axes."};
  return table;
}

/// Records side by side: a row for each aspect, a column for each country.
Section records_section(const AssessmentView& view, const std::vector<Record>& records, std::string id,
                        const LocalizedText& title) {
  std::vector<LocalizedText> aspects;
  for (const Record& record : records)
    if (std::find(aspects.begin(), aspects.end(), record.aspect) == aspects.end()) aspects.push_back(record.aspect);
  TableBlock table{.id = id + "-side-by-side", .caption = title};
  table.columns.push_back({{"比べる側面", "Aspect"}});
  for (const assessment::Party& party : view.assessment.parties) table.columns.push_back({country_words(party.id)});
  for (const LocalizedText& aspect : aspects) {
    table.rows.push_back(
        {text_cell(aspect.ja.empty() && aspect.en.empty() ? LocalizedText{"全般", "in general"} : aspect)});
    for (const assessment::Party& party : view.assessment.parties) {
      Prose prose;
      for (const Record& record : records) {
        if (record.party != party.id || !(record.aspect == aspect)) continue;
        const std::size_t at = prose.parts.size();
        const auto part = [&](std::size_t n) { return "{" + std::to_string(at + n) + "}"; };
        prose.text.ja += part(0) + "：" + part(1) + part(2);
        prose.text.en += (at ? " " : "") + part(0) + ": " + part(1) + " " + part(2);
        prose.parts.emplace_back(Strong{record.title});
        prose.parts.emplace_back(plain(record.text));
        if (record.by == "example")
          prose.parts.emplace_back(plain({"（例示）", "(illustrative)"}));
        else
          prose.parts.emplace_back(cite(view.view, record.claims));
      }
      table.rows.back().push_back(prose.parts.empty() ? text_cell({"不明", "unknown"}) : prose_cell(prose));
    }
  }
  Section section{.id = std::move(id), .title = title, .numbered = false};
  section.blocks.push_back(table);
  return section;
}

/// What each grade of a graded axis means.
std::vector<TableBlock> anchor_tables(const Assessment& assessment) {
  std::vector<TableBlock> tables;
  for (const assessment::Axis& axis : assessment.axes) {
    if (axis.anchors.empty()) continue;
    TableBlock table{.id = "anchors-" + axis.id,
                     .caption = {"評点の意味：" + axis.title.ja, "What the grades mean: " + axis.title.en}};
    table.columns = {{{"評点", "Grade"}}, {{"意味", "Meaning"}}};
    for (const assessment::Anchor& anchor : axis.anchors)
      table.rows.push_back({number_cell({.value = anchor.grade}), text_cell(anchor.text)});
    tables.push_back(std::move(table));
  }
  return tables;
}

} // namespace

Section dossiers_section(const AssessmentView& view) {
  const study::Trigger& trigger = view.view.study.trigger;
  Section section{
      .id = "steps-1-2",
      .title = {"ステップ1・2：先端技術の防衛利用の動向", "Steps 1 and 2: defence use of the technologies"}};
  section.blocks.push_back(
      paragraph({"きっかけとした{3}：{0}（{1}）{2}", "Set off by this {3}: {0} ({1}) {2}"},
                {plain(trigger.title),
                 plain({to_text(trigger.date, Language::Japanese), to_text(trigger.date, Language::English)}),
                 cite(view.view, trigger.claims),
                 plain(view.assessment.is_trend ? LocalizedText{"傾向", "trend"} : LocalizedText{"出来事", "event"})}));
  section.blocks.push_back(coverage_block(view));
  for (TableBlock& table : anchor_tables(view.assessment)) section.blocks.push_back(std::move(table));
  for (const std::size_t part : view.assessment.dossier_parts())
    section.children.push_back(technology_section(view, part));
  if (!view.assessment.ecosystems.empty())
    section.children.push_back(records_section(view, view.assessment.ecosystems, "ecosystems",
                                               {"開発エコシステム", "Ecosystems of development"}));
  return section;
}

Section operations_section(const AssessmentView& view) {
  return records_section(view, view.assessment.operations, "operations",
                         {"作戦構想の比較", "Operational concepts side by side"});
}

} // namespace rashin::report
