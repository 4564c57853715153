#include "report/shock_report.h"

#include "report/economy_charts.h"
#include "report/html.h"
#include "report/study_parts.h"
#include "study/economy_tables.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rashin::report {
namespace {

constexpr std::size_t shown = 15;
constexpr int most_periods = 18;

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

LocalizedText unit_of(const ShockRun& run) {
  const std::string& unit = run.table.unit;
  if (unit.empty()) return {"表の単位", "unit of the table"};
  if (unit == "million current USD") return {"百万ドル", "million USD"};
  return {unit, unit};
}

LocalizedText industry_words(const ShockRun& run, std::size_t industry) {
  const auto& [region, sector] = run.table.industries[industry];
  const LocalizedText where = study::region_title(run.table.regions[region]);
  const LocalizedText what = study::sector_title(run.table.name, run.table.sectors[sector]);
  return {where.ja + "の" + what.ja, what.en + ", " + where.en};
}

KeyFigures totals(const ShockRun& run) {
  const bool trillions = run.table.unit == "million current USD" && sum(run.result.production_loss) >= 1e5;
  const LocalizedText unit = trillions ? LocalizedText{"兆ドル", "trillion USD"} : unit_of(run);
  const auto figure = [&](LocalizedText label, const char* id, double value) {
    return KeyFigure{std::move(label),
                     {.value = trillions ? value / 1e6 : value, .unit = unit, .id = std::string("totals/all/") + id},
                     {}};
  };
  return {{figure({"失われた付加価値", "Value added lost"}, "value_added", sum(run.result.value_added_loss)),
           figure({"失われた生産", "Production lost"}, "production", sum(run.result.production_loss)),
           figure({"満たされない最終需要", "Unmet final demand"}, "unmet", sum(run.result.total_unmet))}};
}

ChartBlock course(const ShockRun& run) {
  const double usual = sum(run.table.output) / 365;
  DayPanel made{.name = {"世界の生産", "World production"},
                .value_axis = {"平常に対する割合（%）", "% of the usual"},
                .lines = {{.name = {"生産", "production"}}}};
  for (const double day : run.result.total_production)
    made.lines[0].values.push_back(usual > 0 ? 100 * day / usual : 0);
  DayPanel unmet{.name = {"満たされない最終需要", "Unmet final demand"},
                 .value_axis = {"一日あたり（" + unit_of(run).ja + "）", "per day (" + unit_of(run).en + ")"},
                 .lines = {{.name = {"満たされない需要", "unmet"}, .values = run.result.total_unmet}}};
  return {.id = "chart-course",
          .chart = DayChart{.text = {{"日ごとの経過", "Course over the days"},
                                     {"生産と満たされない最終需要。", "Production and final demand that is not met."}},
                            .panels = {made, unmet}}};
}

struct Region {
  double loss = 0, usual = 0, unmet = 0;
};
std::vector<Region> by_region(const ShockRun& run) {
  std::vector<Region> regions(run.table.regions.size());
  const std::vector<double> added = supply::value_added(run.table);
  for (std::size_t i = 0; i < run.table.size(); ++i) {
    Region& region = regions[run.table.industries[i].region];
    region.loss += run.result.value_added_loss[i];
    region.usual += added[i] * run.result.days / 365;
  }
  for (std::size_t r = 0; r < regions.size() && r < run.result.unmet_by_region.size(); ++r)
    regions[r].unmet = run.result.unmet_by_region[r];
  return regions;
}

ChartBlock map_of(const ShockRun& run, const std::vector<Region>& regions) {
  std::vector<RegionValue> values;
  for (std::size_t r = 0; r < regions.size(); ++r)
    values.push_back({run.table.regions[r], study::region_title(run.table.regions[r]),
                      regions[r].usual > 0 ? std::optional(100 * regions[r].loss / regions[r].usual) : std::nullopt});
  TileMapChart map = tile_map(values);
  map.text = {{"国・地域ごとの損失", "Losses by country"},
              {"付加価値の損失が平常に占める割合。", "Value added lost as a share of the usual."}};
  map.value = {"平常の付加価値に対する損失（%）", "loss, % of usual value added"};
  ChartBlock block{.id = "chart-map", .chart = map};
  block.limits =
      words({"一国を同じ大きさの四角で表します。面積や国境は示しません。負の値は増加です。",
             "Each country is one square of the same size; areas and borders are not shown. Negative: gained."});
  return block;
}

template <class Value> std::vector<std::size_t> largest_first(std::size_t count, Value value) {
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return value(a) > value(b); });
  while (!order.empty() && value(order.back()) <= 0) order.pop_back();
  if (order.size() > shown) order.resize(shown);
  return order;
}

TableBlock region_table(const ShockRun& run, const std::vector<Region>& regions) {
  TableBlock table{.id = "regions", .caption = {"損失の大きい国・地域", "Countries that lose most"}};
  const LocalizedText unit = unit_of(run);
  table.columns = {{{"国・地域", "Country"}},
                   {{"失われた付加価値", "Value added lost"}, unit},
                   {{"平常に占める割合", "Share of the usual"}, {"%", "%"}},
                   {{"満たされない最終需要", "Unmet final demand"}, unit}};
  for (const std::size_t r : largest_first(regions.size(), [&](std::size_t k) { return regions[k].loss; })) {
    const std::string& code = run.table.regions[r];
    table.rows.push_back(
        {text_cell(study::region_title(code)),
         number_cell({.value = regions[r].loss, .id = "regions/" + code + "/loss"}),
         number_cell(
             {.value = regions[r].usual > 0 ? std::optional(100 * regions[r].loss / regions[r].usual) : std::nullopt,
              .id = "regions/" + code + "/share"}),
         number_cell({.value = regions[r].unmet, .id = "regions/" + code + "/unmet"})});
  }
  return table;
}

TableBlock industry_table(const ShockRun& run) {
  const LocalizedText unit = unit_of(run);
  TableBlock table{.id = "industries",
                   .caption = {"損失の大きい産業", "Industries that lose most"},
                   .columns = {{{"産業", "Industry"}},
                               {{"失われた付加価値", "Value added lost"}, unit},
                               {{"回復した日", "Recovered on day"}}},
                   .note = {"全産業は industries.csv にあります。", "All industries stand in industries.csv."}};
  const auto& loss = run.result.value_added_loss;
  for (const std::size_t i : largest_first(loss.size(), [&](std::size_t k) { return loss[k]; })) {
    const std::string id = "industries/" + supply::industry_name(run.table, i);
    const int day = i < run.result.recovery_day.size() ? run.result.recovery_day[i] : 0;
    const std::string text = std::to_string(day);
    table.rows.push_back({text_cell(industry_words(run, i)), number_cell({.value = loss[i], .id = id + "/loss"}),
                          text_cell(day >= run.result.days ? LocalizedText{"期間内に回復せず", "not within the run"}
                                    : day == 0 ? LocalizedText{"1 % 以上は下がらず", "never fell by 1 %"}
                                               : LocalizedText{text, text})});
  }
  return table;
}

ChartBlock heat_of(const ShockRun& run) {
  PeriodHeatChart heat{.text = {{"産業ごとの経過", "Industries over time"},
                                {"生産の減少が平常に占める割合、期間の平均。",
                                 "Production lost as a share of the usual, mean of each period."}},
                       .value = {"平常の生産に対する減少（%）", "production lost, % of the usual"},
                       .row_title = {"産業", "Industry"}};
  const int length = std::max(1, (run.result.days + most_periods - 1) / most_periods);
  for (int day = 0; day < run.result.days; day += length) heat.days.push_back(day);
  const auto& loss = run.result.value_added_loss;
  for (const std::size_t i : largest_first(loss.size(), [&](std::size_t k) { return loss[k]; })) {
    HeatRow row{.name = industry_words(run, i)};
    for (const int first : heat.days) {
      const int end = std::min(run.result.days, first + length);
      double made = 0;
      for (int day = first; day < end; ++day) made += run.result.production(static_cast<std::size_t>(day), i);
      const double usual = run.table.output[i] / 365 * (end - first);
      row.values.emplace_back(usual > 0 ? shown_percent(1 - made / usual) : 0);
    }
    heat.rows.push_back(std::move(row));
  }
  return {.id = "chart-heat", .chart = heat};
}

ChartBlock chain_of(const ShockRun& run) {
  TraceChart chain{.text = {{"波及の連鎖", "Chain of causes"},
                            {"投入の不足で止まった産業のうち損失が最大のものから、ショックまで。",
                             "From the industry that lost most for want of an input back to the shock."}}};
  for (const auto& [who, sentence] : run.chain) chain.steps.push_back({who, sentence, ""});
  ChartBlock block{.id = "chart-causes", .chart = chain};
  block.limits = words({"各段階で最も大きい原因だけを示します。損失を分解したものではありません。",
                        "The largest cause at each step; it does not decompose the loss."});
  return block;
}

/// A run that ends far below its baseline says so: in this model a shortage may feed on itself.
std::optional<Prose> spiral(const ShockRun& run) {
  const double usual = sum(run.table.output) / 365;
  if (run.result.total_production.empty() || usual <= 0 || run.result.total_production.back() > 0.95 * usual)
    return std::nullopt;
  for (const supply::TableShock& shock : run.shocks) // a shock that still acts explains it
    if (supply::share_on_day(shock, run.result.days - 1) > 0) return std::nullopt;
  const int share = static_cast<int>(std::lround(100 * run.result.total_production.back() / usual));
  const std::string text = std::to_string(share);
  return words(
      {"計算の最後の日、世界の生産は平常の " + text +
           " % "
           "です。不足が不足を呼んでいます。どの投入も欠かせないとする仮定では、サービスの不足でも生産が止まるためです"
           "。予測ではなく、"
           "input_rules、在庫日数、stock_need を変えて確かめるべき上限とみてください。",
       "On the last day the world makes " + text +
           " % of its usual output: shortages feed on one another, because every input, services too, is taken to stop "
           "its user unless input_rules says otherwise. Read it as a bound to be tested with other input_rules, days "
           "of "
           "stock and stock_need, not as a forecast."});
}

} // namespace

Document shock_document(const ShockRun& run) {
  Document document;
  document.title = run.name.empty() ? LocalizedText{"供給ショックの波及", "Propagation of a supply shock"}
                                    : LocalizedText{run.name, run.name};
  const std::string table = run.table.name + (run.table.year.empty() ? "" : " " + run.table.year);
  document.subtitle = {"産業連関表 " + table + " の上で日ごとに計算した波及",
                       "Day-by-day propagation on the input–output table " + table};
  const std::string days = std::to_string(run.result.days);
  document.facts = {{{"表", "Table"}, {table, table}},
                    {{"日数", "Days"}, {days, days}},
                    {{"産業", "Industries"}, {std::to_string(run.table.size()), std::to_string(run.table.size())}}};
  Section answer{.id = "answer", .title = {"結果", "The answer"}};
  const std::vector<Region> regions = by_region(run);
  answer.blocks = {totals(run), course(run), map_of(run, regions), region_table(run, regions), industry_table(run)};
  if (!run.result.production.value.empty()) answer.blocks.push_back(heat_of(run));
  if (!run.chain.empty()) answer.blocks.push_back(chain_of(run));
  Section limits{.id = "limits", .title = {"限界", "Limits"}};
  Callout box{.kind = CalloutKind::Limit};
  box.paragraphs = {
      words({"価格、表にない新しい取引先、政策の対応は計算していません。",
             "Prices, suppliers beyond those of the table and policy reactions are not computed."}),
      words({"金額は表の単位と年の価格です。", "Money is in the unit and the prices of the table's year."})};
  if (const auto words_of_it = spiral(run)) box.paragraphs.insert(box.paragraphs.begin(), *words_of_it);
  limits.blocks = {box};
  document.sections = {answer, limits};
  return document;
}

FileSet shock_reports(const ShockRun& run) {
  const Document document = shock_document(run);
  return {{"report.ja.html", to_html(document, Language::Japanese)},
          {"report.en.html", to_html(document, Language::English)}};
}

} // namespace rashin::report
