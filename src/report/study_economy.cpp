// Losses of the whole economy: the item network joined to an input–output table (docs/methods/coupling.md).
#include "core/number_text.h"
#include "report/economy_charts.h"
#include "report/study_parts.h"
#include "study/economy_tables.h"

#include <algorithm>

namespace rashin::report {
namespace {

using study::EconomyResult;

constexpr std::size_t shown_rows = 15;

LocalizedText unit_of(const EconomyResult& economy) {
  if (economy.unit == "million current USD") return {"百万ドル", "million USD"};
  return {economy.unit, economy.unit};
}

Figure loss_figure(const StudyView& view, const std::string& table, const std::string& row,
                   const std::string& stem = "loss") {
  return figure_of(view, table, row, stem);
}

Block missing(const study::Economy& economy) {
  Callout box{.kind = CalloutKind::Limit,
              .title = {"経済全体の損失は計算していません", "Losses of the whole economy are missing"}};
  box.paragraphs.push_back(
      {{"この調査は表「{0}」（{1}"
        "）につながりますが、この計算には表が与えられていません。ほかの損失はすべて品目の供給網だけを通じたものです。",
        "The study joins the table {0} ({1}), which this run was not given. All other losses are those through the "
        "item "
        "network only."},
       {Plain{{economy.table, economy.table}}, Plain{economy.title}}});
  box.paragraphs.push_back(
      {{"表を得て「rashin study run」に「--tables」でその場所を示すと、この節に結果が入ります。",
        "With the table at hand, “rashin study run” with “--tables” and its place fills this section."},
       {}});
  return box;
}

/// At which rate the table's money became the study's, or that it did not.
Paragraph money_line(const StudyView& view) {
  const EconomyResult& e = *view.economy;
  const std::string& currency = view.study.header.currency;
  const Plain year{{e.year, e.year}}, ours{{currency, currency}};
  if (!e.money)
    return paragraph({"調査の通貨（{0}）には換算していません。rates.csv に {1} 年の為替がないためです。",
                      "It is not converted into the study's currency ({0}): rates.csv has no exchange rate for {1}."},
                     {ours, year});
  const std::string price_year = std::to_string(view.study.header.price_year);
  return paragraph(
      {"{0} の欄は {1} 年の為替（1 {2} = {3} {0}{4}）による換算で、調査の価格年（{5} "
       "年）には直していません。経済の大きさは表の年のものです。",
       "{0} is at the exchange rate of {1} (1 {2} = {3} {0}{4}), not brought to the study's price year ({5}): the "
       "size of the economy is that of the table's year."},
      {ours, year, Plain{{e.money->of, e.money->of}},
       Plain{{format_number(e.money->rate, Language::Japanese, {.significant = 4}),
              format_number(e.money->rate, Language::English, {.significant = 4})}},
       cite(view, e.money->claims), Plain{{price_year, price_year}}});
}

Paragraph basis_line(const StudyView& view) {
  const EconomyResult& e = *view.economy;
  const auto number = [](auto value) { return Plain{{std::to_string(value), std::to_string(value)}}; };
  return {
      {{"表は{0}（{1} 年、{2} 地域、{3} "
        "産業）。品目や用途の不足は、その分だけ産業の能力を一日ごとに下げます。品目の損失はこの能力としてのみ"
        "数え、二重には数えません。標本ははじめの {4} "
        "件で、平均の標準誤差を表に示します。金額は表の単位（{5}）、表の年の価格です。",
        "The table is {0} (year {1}, {2} regions, {3} industries). What items and end uses lack lowers the capacity of "
        "their industries day by day; an item's loss enters only so, and only once. The first {4} draws are played, "
        "and "
        "the tables give the standard errors of means. Money is in the table's unit ({5}) and year."},
       {Plain{view.study.economy->title}, Plain{{e.year, e.year}}, number(e.regions.size()),
        number(e.industries.size()), number(e.draws), Plain{unit_of(e)}}}};
}

TableBlock pathways_block(const StudyView& view) {
  const EconomyResult& e = *view.economy;
  const LocalizedText home = study::region_title(e.regions[e.focal]);
  TableBlock table{.id = "economy_pathways",
                   .caption = {"展開経路ごとの損失（何も備えない場合）", "Losses of each pathway, without any option"}};
  table.columns = {{{"展開経路", "Pathway"}},
                   {{"世界の損失", "World"}, unit_of(e)},
                   {{"標準誤差", "Standard error"}, unit_of(e)},
                   {{home.ja + "の損失", home.en}, unit_of(e)},
                   {{"平常の付加価値に占める割合", "Share of usual value added, " + home.en}, {"%", "%"}}};
  if (e.money) table.columns.push_back({{home.ja + "の損失（換算）", home.en + ", converted"}, money_unit(view)});
  const auto row = [&](const std::string& id, const LocalizedText& title) {
    table.rows.push_back({text_cell(title), number_cell(loss_figure(view, "economy_pathways", id)),
                          number_cell(plain_figure(view, "economy_pathways", id, "loss_error")),
                          number_cell(loss_figure(view, "economy_pathways", id + ".focal")),
                          number_cell(plain_figure(view, "economy_pathways", id + ".focal", "loss_share"))});
    if (e.money)
      table.rows.back().push_back(
          number_cell(plain_figure(view, "economy_pathways", id + ".focal", "loss_money", money_scale(view))));
  };
  row("all", {"全経路の期待値", "Expectation over pathways"});
  for (const auto& pathway : view.study.pathways) row(pathway.id, pathway.title);
  return table;
}

ChartBlock fan_block(const StudyView& view) {
  const EconomyResult& e = *view.economy;
  FanChart fan{.text = {{"経済全体の損失の推移", "Economy-wide losses day by day"},
                        {"世界の付加価値の損失、基準日からの累計。帯は 5–95 % と 25–75 %、線は中央値。",
                         "Value added lost in the world, summed from the as-of date. Bands: 5–95 % and 25–75 %; line: "
                         "median."}},
               .value_axis = {}};
  double most = 0;
  for (const auto& pathway : e.daily)
    for (const policy::Summary& day : pathway) most = std::max(most, day.p95);
  const bool thousands = e.unit == "million current USD" && most >= 1e5; // short labels fit beside the axis
  const LocalizedText unit = thousands ? LocalizedText{"十億ドル", "billion USD"} : unit_of(e);
  const double scale = thousands ? 1e3 : 1;
  fan.value_axis = {"失われた付加価値（" + unit.ja + "）", "value added lost (" + unit.en + ")"};
  for (std::size_t p = 0; p < e.daily.size(); ++p) {
    FanPanel panel{.name = view.study.pathways[p].title};
    for (std::size_t day = 0; day < e.daily[p].size(); ++day) {
      const auto& s = e.daily[p][day];
      panel.days.push_back(static_cast<double>(day));
      const auto& [p25, p75] = e.daily_middle[p][day];
      panel.bands.push_back({s.p5 / scale, p25 / scale, s.p50 / scale, p75 / scale, s.p95 / scale});
    }
    fan.panels.push_back(std::move(panel));
  }
  ChartBlock block{.id = "chart-economy-fan", .chart = fan};
  block.limits = words({"価格、新しい取引先、政策の対応は計算していません。",
                        "Prices, new suppliers and policy reactions are not computed."});
  TableBlock last{
      .id = "economy-daily-end",
      .caption = {"期間の終わりまでの損失", "Losses to the end of the horizon"},
      .columns = {{{"展開経路", "Pathway"}}, {{"中央値", "Median"}, unit_of(e)}},
      .note = {"全日の値は results/economy_daily.csv にあります。", "All days stand in results/economy_daily.csv."}};
  const std::string end = std::to_string(view.study.header.horizon_days - 1);
  for (const auto& pathway : view.study.pathways)
    last.rows.push_back({text_cell(pathway.title),
                         number_cell(plain_figure(view, "economy_daily", pathway.id + "." + end, "loss_p50"))});
  block.data = last;
  return block;
}

ChartBlock map_block(const StudyView& view) {
  const EconomyResult& e = *view.economy;
  const Table& table = table_of(view, "economy_regions");
  std::vector<RegionValue> values;
  for (const std::string& region : e.regions)
    values.push_back({region, study::region_title(region), table.column("loss_share").number(row_of(table, region))});
  TileMapChart map = tile_map(values);
  map.text = {{"国・地域ごとの損失", "Losses by country"},
              {"期間中の付加価値の損失が平常に占める割合。全経路の期待値。",
               "Value added lost over the horizon as a share of the usual; expectation over pathways."}};
  map.value = {"平常の付加価値に対する損失（%）", "loss, % of usual value added"};
  ChartBlock block{.id = "chart-economy-map", .chart = map};
  block.limits = words(
      {"一国を同じ大きさの四角で表します。位置はおおよそで、面積や国境を示しません。負の値は代替需要による増加です。",
       "Each country is one square of the same size, roughly in place; areas and borders are not shown. "
       "Negative values are gains from demand that turned to the country."});
  return block;
}

/// The rows of a table of losses that lose most, with name, loss, error, share.
TableBlock largest_block(const StudyView& view, const std::string& name, LocalizedText caption, LocalizedText first) {
  const Table& table = table_of(view, name);
  std::vector<std::pair<double, std::size_t>> order;
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const std::string id(table.column("id").text(r).value_or(""));
    if (id.find('.') == std::string::npos) order.emplace_back(-table.column("loss_mean").number(r).value_or(0), r);
  }
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  TableBlock block{.id = name, .caption = std::move(caption)};
  const LocalizedText unit = unit_of(*view.economy);
  block.columns = {{std::move(first)},
                   {{"損失", "Loss"}, unit},
                   {{"標準誤差", "Standard error"}, unit},
                   {{"平常の付加価値に占める割合", "Share of usual value added"}, {"%", "%"}}};
  for (const auto& [minus, r] : order) {
    if (block.rows.size() == shown_rows || minus >= 0) break;
    const std::string id(*table.column("id").text(r));
    const LocalizedText title{std::string(table.column("title_ja").text(r).value_or("")),
                              std::string(table.column("title_en").text(r).value_or(""))};
    block.rows.push_back({text_cell(title), number_cell(loss_figure(view, name, id)),
                          number_cell(plain_figure(view, name, id, "loss_error")),
                          number_cell(plain_figure(view, name, id, "loss_share"))});
  }
  block.note = {"全体は results/" + name + ".csv にあります。", "All rows stand in results/" + name + ".csv."};
  return block;
}

ChartBlock weeks_block(const StudyView& view) {
  const EconomyResult& e = *view.economy;
  const LocalizedText home = study::region_title(e.regions[e.focal]);
  PeriodHeatChart heat{
      .text = {{home.ja + "の部門ごとの損失の推移", "Losses by sector over time, " + home.en},
               {"展開経路「" + view.study.pathways[e.example.pathway].title.ja + "」で損失が中央の標本。四週間ごと。",
                "The draw with the middle loss of the pathway “" + view.study.pathways[e.example.pathway].title.en +
                    "”, by four weeks."}},
      .value = {"平常の付加価値に対する損失（%）", "loss, % of usual value added"},
      .row_title = {"部門", "Sector"}};
  for (int day = 0; day < view.study.header.horizon_days; day += study::example_days) heat.days.push_back(day);
  for (std::size_t s = 0; s < e.example.sector_loss.size(); ++s) {
    HeatRow row{.name = study::sector_title(e.table, e.sectors[s])};
    for (const double share : e.example.sector_loss[s]) row.values.emplace_back(shown_percent(share));
    heat.rows.push_back(std::move(row));
  }
  keep_largest_rows(heat, shown_rows);
  ChartBlock block{.id = "chart-economy-weeks", .chart = heat};
  block.limits = words({"一つの標本の経過で、平均ではありません。増産で取り戻した期間は最も薄い色になります。",
                        "The course of one draw, not a mean. Periods that make up for losses have the palest shade."});
  return block;
}

ChartBlock causes_block(const StudyView& view) {
  const EconomyResult& e = *view.economy;
  TraceChart chain{
      .text = {{"波及の連鎖", "Chain of causes"},
               {"投入の不足で止まった産業のうち損失が最大のもの（なければ最大の損失の産業）から、もとの不足まで。",
                "From the industry that lost most for want of an input (else the one that lost most) back to the "
                "shortage."}}};
  for (std::size_t k = 0; k < e.example.chain.size(); ++k)
    chain.steps.push_back({study::industry_title(e, e.example.chain[k].industry), study::cause_sentence(e, k), ""});
  ChartBlock block{.id = "chart-economy-causes", .chart = chain};
  block.limits = words({"各段階で最も大きい原因だけを示します。損失を分解したものではありません。",
                        "The largest cause at each step; it does not decompose the loss."});
  return block;
}

TableBlock options_block(const StudyView& view) {
  const EconomyResult& e = *view.economy;
  TableBlock table{.id = "economy_options",
                   .caption = {"オプションごとの経済全体の損失（全経路の期待値、世界）",
                               "Economy-wide losses with each option (expectation over pathways, world)"}};
  table.columns = {{{"オプション", "Option"}},
                   {{"損失", "Loss"}, unit_of(e)},
                   {{"避けられる損失", "Avoided"}, unit_of(e)},
                   {{"その標準誤差", "Its standard error"}, unit_of(e)}};
  for (const std::size_t arm : e.arms) {
    const std::string& id = view.result.arms[arm].id;
    table.rows.push_back({text_cell(arm_title(view, id)), number_cell(loss_figure(view, "economy_options", id)),
                          number_cell(loss_figure(view, "economy_options", id, "avoided")),
                          number_cell(plain_figure(view, "economy_options", id, "avoided_error"))});
  }
  table.note = {
      "品目網での比較（前の節）に足すものではなく、同じ不足を経済全体で測ったものです。",
      "Not to be added to the comparison within the item network: the same shortage, measured on the whole economy."};
  return table;
}

Block limits_block(const study::Economy& economy) {
  Callout box{.kind = CalloutKind::Limit};
  if (!economy.concordance.empty()) box.paragraphs.push_back(words(economy.concordance));
  for (const LocalizedText& limit : economy.limits) box.paragraphs.push_back(words(limit));
  return box;
}

} // namespace

Section economy_section(const StudyView& view) {
  Section section{.id = "economy", .title = {"経済全体への波及", "Effects on the whole economy"}};
  if (!view.economy) {
    section.blocks.push_back(missing(*view.study.economy));
    return section;
  }
  section.blocks.push_back(basis_line(view));
  section.blocks.push_back(money_line(view));
  section.blocks.push_back(pathways_block(view));
  section.blocks.push_back(fan_block(view));
  section.blocks.push_back(map_block(view));
  section.blocks.push_back(largest_block(view, "economy_regions", {"損失の大きい国・地域", "Countries that lose most"},
                                         {"国・地域", "Country"}));
  section.blocks.push_back(
      largest_block(view, "economy_sectors", {"損失の大きい産業", "Industries that lose most"}, {"産業", "Industry"}));
  if (view.economy->example.any) section.blocks.push_back(weeks_block(view));
  if (!view.economy->example.chain.empty()) section.blocks.push_back(causes_block(view));
  if (view.economy->arms.size() > 1) section.blocks.push_back(options_block(view));
  section.blocks.push_back(limits_block(*view.study.economy));
  return section;
}

} // namespace rashin::report
