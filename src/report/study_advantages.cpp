// What the focal country holds in this chain, who depends on it, and which needs touch it.
#include "core/country.h"
#include "report/study_parts.h"

namespace rashin::report {
namespace {

LocalizedText effect_text(study::AdvantageEffect effect) {
  switch (effect) {
  case study::AdvantageEffect::Keeps:
    return {"保つ", "keeps it"};
  case study::AdvantageEffect::Creates:
    return {"生み出す", "creates it"};
  case study::AdvantageEffect::Offsets:
    return {"弱める", "offsets it"};
  }
  return {};
}

LocalizedText names_of(const std::vector<std::string>& countries) {
  LocalizedText names;
  for (const std::string& code : countries) {
    const LocalizedText& name = find_country(code)->short_name;
    names.ja += (names.ja.empty() ? "" : "、") + name.ja;
    names.en += (names.en.empty() ? "" : ", ") + name.en;
  }
  return names;
}

Cell lasts_cell(const StudyView& view, const study::Advantage& advantage) {
  if (!advantage.lasts) return text_cell({"不明", "not known"});
  const Table& table = table_of(view, "advantages");
  const std::size_t row = row_of(table, advantage.id);
  const auto month = [&](const char* column) { return std::string(*table.column(column).text(row)).substr(0, 7); };
  const std::string words = month("lasts_p50") + " [" + month("lasts_p5") + ", " + month("lasts_p95") + "]";
  return text_cell({words, words});
}

TableBlock advantages_table(const StudyView& view) {
  TableBlock table{.id = "advantages", .caption = {"保有する優位性と不可欠性", "Advantages held"}};
  table.columns = {{{"優位性", "Advantage"}},
                   {{"保有しているもの", "What is held"}},
                   {{"割合", "Share"}, {"%", "%"}},
                   {{"依存している相手", "Who depends on it"}},
                   {{"いつまで続くか", "How long"}}};
  for (const auto& advantage : view.study.advantages) {
    Figure share{.id = "advantages/" + advantage.id + "/share_mean"};
    if (advantage.share) share = figure_of(view, "advantages", advantage.id, "share", 0.01);
    if (share.interval && share.interval->low == share.interval->high) share.interval.reset();
    table.rows.push_back(
        {text_cell(advantage.title),
         prose_cell({{"{0} {1}", "{0} {1}"}, {plain(advantage.holds), cite(view, advantage.claims)}}),
         number_cell(share),
         prose_cell({{"{0} {1}", "{0} {1}"}, {plain(advantage.depends), plain(names_of(advantage.dependents))}}),
         lasts_cell(view, advantage)});
  }
  table.note = {"—：数値の資料がない。不明：いつまで続くかの資料がない。",
                "—: no figure was found. Not known: nothing was found on how long it lasts."};
  return table;
}

TableBlock links_table(const StudyView& view) {
  TableBlock table{.id = "advantage-needs",
                   .caption = {"優位性に関わる技術ニーズ", "Needs that touch an advantage"},
                   .header_columns = 2};
  table.columns = {{{"優位性", "Advantage"}},
                   {{"技術ニーズ", "Need"}},
                   {{"影響", "What it does"}},
                   {{"間に合った場合の価値", "Value of readiness"}, money_unit(view)},
                   {{"判断と理由", "Whose judgement, and why"}}};
  for (const auto& advantage : view.study.advantages)
    for (const auto& link : advantage.links) {
      const auto& technology = view.study.technologies[link.technology];
      const LocalizedText by = judge_words(link.by.empty() ? "example" : link.by);
      table.rows.push_back(
          {text_cell(advantage.title), prose_cell({{"{0}", "{0}"}, {Link{technology.title, "#need-" + technology.id}}}),
           text_cell(effect_text(link.effect)), number_cell(money_figure(view, "needs", technology.id, "value")),
           prose_cell({{"{0}：{1} {2}", "{0}: {1} {2}"}, {plain(by), plain(link.reason), cite(view, link.claims)}})});
    }
  return table;
}

} // namespace

Section advantages_section(const StudyView& view) {
  const LocalizedText& country = find_country(view.study.header.focal_country)->short_name;
  Section section{.id = "held", .title = {country.ja + "の優位性と不可欠性", "What " + country.en + " holds"}};
  section.blocks.push_back(
      paragraph({"この供給網で{0}が保有し、他国が依存するもの、または他国が追随できないものを挙げます。守るべき技術と、"
                 "そこへ影響する技術ニーズを考えるためのもので、損失の計算には入りません。",
                 "What {0} holds in this chain that others depend on or cannot match. It shows what is worth "
                 "protecting and which "
                 "needs touch it; it does not enter the losses."},
                {plain(country)}));
  section.blocks.push_back(advantages_table(view));
  if (TableBlock links = links_table(view); !links.rows.empty()) section.blocks.push_back(std::move(links));
  return section;
}

} // namespace rashin::report
