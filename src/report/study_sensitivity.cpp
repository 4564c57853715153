// Which link of the chain the value of each need is uncertain by.
#include "report/study_parts.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

/// What is drawn: judged impacts are never added to the value, and dates cannot matter to the value of being in time.
std::vector<std::size_t> shown_links(bool realised) {
  std::vector<std::size_t> shown;
  for (std::size_t k = 0; k < study::chain_links.size(); ++k) {
    const rashin::Link link = study::chain_links[k];
    if (link == rashin::Link::Judged || (link == rashin::Link::TechnologyDates && !realised)) continue;
    shown.push_back(k);
  }
  return shown;
}

LocalizedText not_told_name(const LocalizedText& name) {
  return {name.ja + "（この標本数では分けられない）", name.en + " (not told on these draws)"};
}

/// Shares by one link alone. Sampling can put them below zero or together above one: they are drawn within 0…100 %.
VarianceRow variance_row(const LocalizedText& name, const math::SobolIndices& indices,
                         const std::vector<std::size_t>& shown) {
  VarianceRow row{.name = name};
  for (const std::size_t k : shown)
    if (!study::is_told(indices, indices.first[k])) return {.name = not_told_name(name), .parts = {}};
  double sum = 0;
  for (const std::size_t k : shown) sum += std::max(0.0, indices.first[k].value);
  const double fit = std::max(1.0, sum);
  for (const std::size_t k : shown) {
    const auto& index = indices.first[k];
    const auto within = [&](double value) { return std::clamp(value / fit, 0.0, 1.0); };
    row.parts.push_back({within(index.value), Interval{within(index.low), within(index.high)}});
  }
  return row;
}

ChartBlock variance_chart(const StudyView& view, const std::vector<study::NeedRow>& rows, bool realised) {
  VarianceChart chart;
  chart.text =
      realised ? ChartText{{"実際に得られる価値の不確かさの内訳", "What the value realised is uncertain by"},
                           {"最初の損失までに使える場合だけを価値に数えたときの分散の内訳。",
                            "Shares of the variance, counting value only where the technology is ready by the first "
                            "loss."}}
               : ChartText{{"間に合った場合の価値の不確かさの内訳", "What the value of readiness is uncertain by"},
                           {"間に合うと仮定したときの分散の内訳。実用化時期は関係しない。",
                            "Shares of the variance, the technology taken to be in time: its date cannot matter."}};
  const auto shown = shown_links(realised);
  for (const std::size_t k : shown) chart.parts.push_back(study::link_title(study::chain_links[k]));
  for (const auto& row : rows) {
    const auto& variance = view.result.sensitivity->needs[row.technology];
    chart.rows.push_back(variance_row(view.study.technologies[row.technology].title,
                                      realised ? variance.realised : variance.readiness, shown));
  }
  ChartBlock block{.id = realised ? "chart-links-realised" : "chart-links-readiness", .chart = chart};
  const std::string draws = std::to_string(view.result.sensitivity->draws);
  block.limits =
      words({"標本の最初の " + draws +
                 " 件で計算しました。区間は標本誤差の90%区間です。標本誤差で合計が100%を超える行は100%に縮めて描いて"
                 "います。元の値は results/sensitivity.csv にあります。",
             "Computed on the first " + draws +
                 " draws; intervals hold 90 % of the sampling error. Rows whose shares sum to more than 100 % by "
                 "sampling are "
                 "drawn scaled to it; the estimates stand in results/sensitivity.csv."});
  return block;
}

/// One sentence on what the value turns on, for those of the first needs for which it can be told.
Paragraph leading_paragraph(const StudyView& view, const std::vector<study::NeedRow>& rows, bool realised) {
  const auto lead = leading_link_of_first(view, rows, realised);
  const LocalizedText measure = realised ? LocalizedText{"実際に得られる価値", "value realised"}
                                         : LocalizedText{"間に合った場合の価値", "value of readiness"};
  if (!lead)
    return paragraph({"{0}：上位の技術ニーズに値が付く標本が少なく、この標本数では環ごとに分けられません。",
                      "{0}: the first needs have a value in too few draws to split it on this number of them."},
                     {Strong{measure}});
  const auto share = [](double value) {
    const std::string text = std::to_string(std::lround(100 * std::clamp(value, 0.0, 1.0))) + "%";
    return plain({text, text});
  };
  LocalizedText names;
  for (const std::size_t t : lead->technologies) {
    const LocalizedText& title = view.study.technologies[t].title;
    names.ja += "「" + title.ja + "」";
    names.en += (names.en.empty() ? "“" : ", “") + title.en + "”";
  }
  const std::vector<Inline> parts{Strong{measure},           Strong{study::link_title(lead->link)},
                                  share(lead->total),        plain(study::link_title(lead->second)),
                                  share(lead->second_total), plain(names)};
  if (lead->told_apart)
    return paragraph(
        {"{0}：最も左右するのは「{1}」で、分散のおよそ {2} にこの環が関わります。次は「{3}」（{4}）です。"
         "上位の技術ニーズ{5}の平均です。",
         "{0}: what matters most is “{1}”, involved in about {2} of the variance; next comes “{3}” ({4}). Mean "
         "over the first needs {5}."},
        parts);
  return paragraph(
      {"{0}：左右するのは主に「{1}」（分散のおよそ {2} に関わる）と「{3}」（同 {4}）で、この標本数ではどちらが"
       "大きいか区別できません。上位の技術ニーズ{5}の平均です。",
       "{0}: what matters most are “{1}” (involved in about {2} of the variance) and “{3}” ({4}); on this "
       "number of draws the two cannot be told apart. Mean over the first needs {5}."},
      parts);
}

TableBlock totals_table(const StudyView& view, const std::vector<study::NeedRow>& rows) {
  TableBlock table{.id = "sensitivity",
                   .caption = {"分散のうち、その環が（単独または他の環と組んで）関わる割合：実際に得られる価値",
                               "Share of the variance that involves each link, alone or with others: value realised"}};
  table.columns.push_back({{"技術", "Technology"}});
  const auto shown = shown_links(true);
  for (const std::size_t k : shown) table.columns.push_back({study::link_title(study::chain_links[k]), {"%", "%"}});
  for (const auto& row : rows) {
    const auto& technology = view.study.technologies[row.technology];
    std::vector<Cell> cells{text_cell(technology.title)};
    for (const std::size_t k : shown) {
      const std::string id = technology.id + ".realised." + std::string(study::link_word(study::chain_links[k]));
      Figure figure = plain_figure(view, "sensitivity", id, "total", 0.01);
      const auto& total = view.result.sensitivity->needs[row.technology].realised.total[k];
      const auto shown_percent = [](double value) { return std::round(value * 1000) / 10; };
      if (figure.value) {
        figure.value = shown_percent(total.value);
        figure.interval = Interval{shown_percent(total.low), shown_percent(total.high)};
      }
      figure.digits = 2;
      cells.push_back(number_cell(figure));
    }
    table.rows.push_back(std::move(cells));
  }
  table.note = {"環どうしの組み合わせは関わる環のそれぞれに数えるため、行の合計は100%を超えることがあります。区間が0を"
                "含む値は、0と区別できません。—：間に合う標本が少なく、区間の幅が100ポイントを超えるため示しません。",
                "What links do together counts for each of them, so rows may sum to more than 100 %. A value whose "
                "interval holds zero cannot be told from zero. —: not shown, since too few draws are in time and the "
                "interval is wider than 100 points."};
  return table;
}

} // namespace

std::optional<study::LeadingLink> leading_link_of_first(const StudyView& view, const std::vector<study::NeedRow>& rows,
                                                        bool realised) {
  if (!view.result.sensitivity) return std::nullopt;
  std::vector<std::size_t> first;
  for (const auto& row : rows)
    if (first.size() < static_cast<std::size_t>(view.study.header.top_k)) first.push_back(row.technology);
  return first.empty() ? std::nullopt : study::leading_link(*view.result.sensitivity, first, realised);
}

Section links_section(const StudyView& view) {
  const auto rows = study::need_rows(view.study, view.result);
  Section section{.id = "links", .title = {"どの環で見方が分かれるか", "Which link do we argue about most"}};
  section.blocks.push_back(leading_paragraph(view, rows, true));
  section.blocks.push_back(leading_paragraph(view, rows, false));
  section.blocks.push_back(paragraph(
      {"技術ニーズの価値の不確かさ（分散）を、連鎖のどの環から来るかで分けました。判断による影響は金額に足していない"
       "ため、ここには現れません。",
       "The uncertainty (variance) of each need's value is split by the link of the chain it comes from. Judged "
       "impacts "
       "are never added to money and so do not appear."}));
  section.blocks.push_back(variance_chart(view, rows, true));
  section.blocks.push_back(totals_table(view, rows));
  section.blocks.push_back(variance_chart(view, rows, false));
  return section;
}

} // namespace rashin::report
