#include "report/study_parts.h"

#include "core/country.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace rashin::report {
namespace {

/// A year with its fraction, for the axis of the gap chart.
double year_of(const StudyView& view, double days_after) {
  const auto day = view.study.header.as_of.first_day() + std::chrono::days(static_cast<long>(std::floor(days_after)));
  const std::chrono::year_month_day date(day);
  const auto begin = std::chrono::sys_days(date.year() / 1 / 1),
             end = std::chrono::sys_days((date.year() + std::chrono::years(1)) / 1 / 1);
  return static_cast<int>(date.year()) +
         static_cast<double>((day - begin).count()) / static_cast<double>((end - begin).count());
}

Band year_band(const StudyView& view, std::vector<double> days) {
  for (double& day : days) day = year_of(view, day);
  return band_of(days);
}

/// The middle quantiles are not kept for what pathways mix; the chart shows 5, 50 and 95 %.
Band year_band(const StudyView& view, const policy::Summary& s) {
  return {year_of(view, s.p5), year_of(view, s.p5), year_of(view, s.p50), year_of(view, s.p95), year_of(view, s.p95)};
}

ChartBlock top_chart(const StudyView& view, const std::vector<study::NeedRow>& rows) {
  const int k = view.study.header.top_k;
  TopKChart chart{
      .text = {{"上位 " + std::to_string(k) + " 件に入る確率", "Chance of being among the top " + std::to_string(k)},
               {"標本のうち、間に合った場合の価値が上位に入る割合。",
                "Share of draws in which the value of readiness is among the first."}},
      .k = k};
  for (const auto& row : rows) {
    const auto& t = view.study.technologies[row.technology];
    chart.rows.push_back(
        {.name = t.title,
         .note = t.role == need::Role::Support ? LocalizedText{"支援", "support"} : LocalizedText{"代替", "substitute"},
         .probability = row.top_share,
         .standard_error = row.top_error});
  }
  ChartBlock block{.id = "chart-top", .chart = chart};
  block.limits = words({"標準誤差は標本数によるものだけです。入力の誤りは含みません。",
                        "The standard error is that of sampling only, not of wrong inputs."});
  return block;
}

Timing timing_of(study::Timing timing) {
  return timing == study::Timing::TooLate  ? Timing::TooLate
         : timing == study::Timing::AtRisk ? Timing::AtRisk
                                           : Timing::InTime;
}

ChartBlock gap_chart(const StudyView& view, const std::vector<study::NeedRow>& rows) {
  GapChart chart{
      .text = {{"必要な時期と使える時期", "Needed by, and ready"},
               {"最初の損失が出る日と、技術が必要な能力で使えるようになる日。",
                "The first day with a loss against the day the technology is usable at the needed capacity."}}};
  chart.as_of = year_of(view, 0);
  for (const auto& row : rows) {
    const auto& t = view.study.technologies[row.technology];
    GapRow gap{.name = t.title};
    if (row.needed_day) gap.needed_by = year_band(view, *row.needed_day);
    gap.ready = year_band(view, view.result.parameters[t.ready]);
    gap.timing = timing_of(row.timing());
    chart.rows.push_back(gap);
  }
  ChartBlock block{.id = "chart-gap", .chart = chart};
  block.limits = words(
      {"「間に合わない」は、損失のある結果の半分を超える場合に、使える時期が最初の損失より後になるもので、事前に開発し"
       "て"
       "おかなければ間に合いません。「際どい」は同じく5%を超える場合です。",
       "“Too late”: in more than half of the outcomes with a loss it is ready only after the first loss, so it comes "
       "too late unless developed beforehand. “At risk”: in more than 5 % of them."});
  return block;
}

Cell verdict_cell(const study::NeedRow& row) {
  Cell cell = text_cell(timing_words(row.timing()));
  cell.tone = row.timing() == study::Timing::TooLate  ? Tone::Bad
              : row.timing() == study::Timing::AtRisk ? Tone::Warning
                                                      : Tone::Good;
  return cell;
}

Prose need_link(const study::Technology& technology) {
  return {{"{0}", "{0}"}, {Link{technology.title, "#need-" + technology.id}}};
}

TableBlock needs_table(const StudyView& view, const std::vector<study::NeedRow>& rows) {
  TableBlock table{.id = "needs", .caption = {"技術ニーズ", "Technology needs"}};
  table.columns = {{{"技術", "Technology"}},
                   {{"役割", "Role"}},
                   {{"間に合った場合の価値", "Value of readiness"}, money_unit(view)},
                   {{"上位に入る確率", "P(top " + std::to_string(view.study.header.top_k) + ")"}, {"%", "%"}},
                   {{"標準誤差", "Standard error"}, {"ポイント", "points"}}};
  for (const auto& row : rows) {
    const auto& t = view.study.technologies[row.technology];
    LocalizedText role = t.role == need::Role::Support ? LocalizedText{"政策を支援", "supports"}
                                                       : LocalizedText{"政策を代替", "substitutes for policy"};
    if (!row.option.empty())
      role = {role.ja + "：" + arm_title(view, row.option).ja, role.en + ": " + arm_title(view, row.option).en};
    table.rows.push_back({prose_cell(need_link(t)), text_cell(role),
                          number_cell(money_figure(view, "needs", t.id, "value")),
                          number_cell(plain_figure(view, "needs", t.id, "top_share", 0.01)),
                          number_cell(plain_figure(view, "needs", t.id, "top_error", 0.01))});
  }
  table.note = {
      "価値は、間に合わない場合との損失・費用の差です。標準誤差は標本数によるものだけで、入力の誤りは含みません。",
      "The value is the difference in loss and cost against not having it. The standard error is that of "
      "sampling only, not of wrong inputs."};
  return table;
}

TableBlock timing_table(const StudyView& view, const std::vector<study::NeedRow>& rows) {
  TableBlock table{.id = "needs-timing", .caption = {"間に合うか", "Whether it comes in time"}};
  table.columns = {{{"技術", "Technology"}},
                   {{"必要な時期", "Needed by"}},
                   {{"使える時期", "Ready"}},
                   {{"間に合わない確率", "Too late"}, {"%", "%"}},
                   {{"実際に得られる価値", "Value realised"}, money_unit(view)},
                   {{"判定", "Verdict"}}};
  const Table& needs = table_of(view, "needs");
  for (const auto& row : rows) {
    const auto& t = view.study.technologies[row.technology];
    const std::size_t at = row_of(needs, t.id);
    const auto months = [&](const std::string& stem) {
      const auto month = [&](const char* level) {
        const auto day = needs.column(stem + level).text(at);
        return day ? std::string(*day).substr(0, 4) + "\u2011" + std::string(*day).substr(5, 2) : std::string("—");
      };
      const std::string words = month("_p50") + " [" + month("_p5") + ", " + month("_p95") + "]";
      return text_cell({words, words});
    };
    table.rows.push_back({prose_cell(need_link(t)), months("needed"), months("ready"),
                          number_cell(plain_figure(view, "needs", t.id, "late_share", 0.01)),
                          number_cell(money_figure(view, "needs", t.id, "realised")), verdict_cell(row)});
  }
  table.note = {"必要な時期は、何もしない場合に最初の損失が出る日。実際に得られる価値は、その日までに使える場合"
                "だけを数えたものです。",
                "Needed by: the first day with a loss if nothing is done. The value realised counts the "
                "value only where it is ready by that day."};
  return table;
}

/// The most probable pathway that loses anything: what the need's chain leads through.
const study::PathwayRecord& main_pathway(const StudyView& view) {
  std::size_t best = 0;
  double most = -1;
  for (std::size_t p = 0; p < view.study.pathways.size(); ++p) {
    double weight = 0;
    for (std::size_t d = 0; d < static_cast<std::size_t>(view.result.draws); ++d)
      weight += view.result.probabilities.pathways[p][d] * view.result.losses[0].loss[p][d];
    if (weight > most) most = weight, best = p;
  }
  return view.study.pathways[best];
}

Section need_section(const StudyView& view, const study::NeedRow& row) {
  const auto& study = view.study;
  const auto& t = study.technologies[row.technology];
  const auto& pathway = main_pathway(view);
  Section section{.id = "need-" + t.id, .title = t.title, .numbered = false};
  section.blocks.push_back(paragraph({"{0}。{1}", "{0}. {1}"}, {plain(t.function), plain(t.reason)}));
  std::vector<Inline> parts{plain(study.trigger.title), plain(pathway.title),
                            figure_of(view, "pathways", pathway.id, "probability", 0.01, {"%", "%"}),
                            money_figure(view, "pathways", pathway.id, "loss", true)};
  if (t.role == need::Role::Support) {
    parts.push_back(plain(arm_title(view, row.option)));
    parts.push_back(plain(t.title));
    parts.push_back(money_figure(view, "readiness", t.id + "." + row.option, "value", true));
    section.blocks.push_back(paragraph({"連鎖：{0} → 経路「{1}」（確率 {2}）→ 損失 {3} → オプション「{4}」→ "
                                        "技術「{5}」がそれを支え、間に合えば {6} の価値。",
                                        "Chain: {0} → pathway “{1}” (probability {2}) → loss {3} → option “{4}” → the "
                                        "technology “{5}” supports it; ready in time it is worth {6}."},
                                       parts));
  } else {
    parts.push_back(plain(t.title));
    parts.push_back(money_figure(view, "readiness", t.id, "value", true));
    section.blocks.push_back(paragraph({"連鎖：{0} → 経路「{1}」（確率 {2}）→ 損失 {3} → "
                                        "政策では足りない部分を技術「{4}」が代替し、間に合えば {5} の価値。",
                                        "Chain: {0} → pathway “{1}” (probability {2}) → loss {3} → where policy cannot "
                                        "do the job, the technology “{4}” replaces it; ready in time it is worth {5}."},
                                       parts));
  }
  if (!t.parts.empty()) {
    LocalizedText parts_of_it;
    for (const LocalizedText& part : t.parts) {
      parts_of_it.ja += (parts_of_it.ja.empty() ? "" : "、") + part.ja;
      parts_of_it.en += (parts_of_it.en.empty() ? "" : "; ") + part.en;
    }
    section.blocks.push_back(paragraph({"要素技術：{0}。", "Element technologies: {0}."}, {plain(parts_of_it)}));
  }
  std::vector<std::string> claims = study.parameters[t.ready].claims;
  for (const auto& effect : t.effects)
    claims.insert(claims.end(), study.parameters[effect.amount].claims.begin(),
                  study.parameters[effect.amount].claims.end());
  claims.insert(claims.end(), t.trl_claims.begin(), t.trl_claims.end());
  LocalizedText countries;
  for (const std::string& code : t.leading_countries) {
    const LocalizedText& name = find_country(code)->short_name;
    countries.ja += (countries.ja.empty() ? "" : "、") + name.ja;
    countries.en += (countries.en.empty() ? "" : ", ") + name.en;
  }
  const Inline basis =
      claims.empty() ? Inline{plain({"引用した資料なし", "no source is cited"})} : Inline{cite(view, claims)};
  const std::string trl = t.trl ? std::to_string(*t.trl) : "";
  section.blocks.push_back(paragraph({"技術成熟度（TRL）：{0}。先行する国：{1}。根拠：{2}",
                                      "Technology readiness level: {0}. Leading countries: {1}. Basis: {2}"},
                                     {plain(trl.empty() ? LocalizedText{"不明", "unknown"} : LocalizedText{trl, trl}),
                                      plain(countries.empty() ? LocalizedText{"不明", "unknown"} : countries), basis}));
  return section;
}

} // namespace

LocalizedText timing_words(study::Timing timing) {
  switch (timing) {
  case study::Timing::InTime:
    return {"間に合う", "in time"};
  case study::Timing::AtRisk:
    return {"際どい", "at risk"};
  case study::Timing::TooLate:
    return {"事前に開発しなければ間に合わない", "comes too late unless developed beforehand"};
  }
  return {};
}

Section needs_section(const StudyView& view) {
  const auto rows = study::need_rows(view.study, view.result);
  Section section{.id = "technologies", .title = {"技術と技術ニーズ", "Technologies and needs"}};
  section.blocks.push_back(paragraph({"技術ニーズは出来事から直接には生じません。政策オプションを支えるか、政策では足り"
                                      "ない部分を代替する技術だけを挙げます。",
                                      "A need does not follow from the event itself: only technologies that support an "
                                      "option, or replace what policy cannot do, are listed."}));
  section.blocks.push_back(needs_table(view, rows));
  section.blocks.push_back(top_chart(view, rows));
  section.blocks.push_back(gap_chart(view, rows));
  section.blocks.push_back(timing_table(view, rows));
  for (const auto& row : rows) section.children.push_back(need_section(view, row));
  return section;
}

} // namespace rashin::report
