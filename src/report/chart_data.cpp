// The numbers behind each chart as a table.
#include "report/document.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

using Row = std::vector<Cell>;

Cell words(const LocalizedText& text) {
  return {Prose{text, {}}};
}
Cell number(std::optional<double> value) {
  return {Figure{.value = value, .digits = 4}};
}
Cell share(const Share& share) {
  const auto percent_of = [](double part) { return std::abs(part) < 1e-9 ? 0.0 : part * 100; }; // rounding is no share
  Figure figure{.value = percent_of(share.value)};
  if (share.interval) figure.interval = Interval{percent_of(share.interval->low), percent_of(share.interval->high)};
  return {figure};
}
Column column(const LocalizedText& title, const LocalizedText& unit = {}) {
  return {title, unit, {}};
}

const LocalizedText percent{"%", "%"};
const LocalizedText day{"日", "day"};

std::vector<Column> band_columns(std::vector<Column> columns, const LocalizedText& unit = {}) {
  for (const char* quantile : {"5%", "25%", "50%", "75%", "95%"}) columns.push_back(column({quantile, quantile}, unit));
  return columns;
}
void add_band(Row& row, const std::optional<Band>& band) {
  for (double Band::*quantile : {&Band::p5, &Band::p25, &Band::p50, &Band::p75, &Band::p95})
    row.push_back(number(band ? std::optional((*band).*quantile) : std::nullopt));
}

void add_branches(TableBlock& table, const std::vector<TreeBranch>& branches, const LocalizedText& parent) {
  for (const TreeBranch& branch : branches) {
    Row row{words(branch.name), words(parent), share(branch.probability)};
    row.push_back(words(branch.next.empty() ? branch.pathway : LocalizedText{}));
    row.push_back(branch.next.empty() ? share(branch.path_probability) : words({}));
    table.rows.push_back(std::move(row));
    add_branches(table, branch.next, branch.name);
  }
}

TableBlock rows_of(const EventTreeChart& chart) {
  TableBlock table{.columns = {column({"分岐", "Branch"}), column({"前の分岐", "After"}),
                               column({"確率", "Probability"}, percent), column({"経路", "Pathway"}),
                               column({"起点からの確率", "From the trigger"}, percent)}};
  add_branches(table, chart.branches, chart.trigger);
  return table;
}

LocalizedText year_words(double year) {
  const std::string text = std::to_string(std::lround(year));
  return {text, text};
}

TableBlock rows_of(const ScatterChart& chart) {
  TableBlock table{.columns = {column({"群", "Group"}), column(chart.x_axis), column(chart.y_axis)}};
  const bool years = chart.x_axis.en == "Year"; // calendar years have no commas
  for (const ScatterGroup& group : chart.groups)
    for (const ScatterPoint& point : group.points)
      table.rows.push_back({words(group.name), years ? words(year_words(point.x)) : number(point.x), number(point.y)});
  return table;
}

TableBlock rows_of(const FanChart& chart) {
  TableBlock table{.columns = band_columns({column({"経路", "Pathway"}), column(day)}, chart.value_axis)};
  for (const FanPanel& panel : chart.panels)
    for (std::size_t i = 0; i < panel.bands.size(); ++i) {
      Row row{words(panel.name), number(panel.days[i])};
      add_band(row, panel.bands[i]);
      table.rows.push_back(std::move(row));
    }
  return table;
}

TableBlock rows_of(const IntervalChart& chart) {
  TableBlock table{.columns = band_columns({column({}), column({"量", "Quantity"})})};
  for (const IntervalRow& entry : chart.rows)
    for (std::size_t p = 0; p < chart.panels.size(); ++p) {
      Row row{words(entry.name), words(chart.panels[p])};
      add_band(row, p < entry.values.size() ? entry.values[p] : std::nullopt);
      table.rows.push_back(std::move(row));
    }
  return table;
}

TableBlock rows_of(const HeatChart& chart) {
  TableBlock table{.columns = {column(chart.row_title)}};
  for (const LocalizedText& title : chart.columns) table.columns.push_back(column(title, chart.value));
  for (const HeatRow& entry : chart.rows) {
    Row row{words(entry.name)};
    for (const auto& value : entry.values) row.push_back(number(value));
    table.rows.push_back(std::move(row));
  }
  return table;
}

TableBlock rows_of(const TopKChart& chart) {
  TableBlock table{.columns = {column({"技術", "Technology"}), column({"確率", "Probability"}, percent),
                               column({"標準誤差", "Standard error"}, {"ポイント", "points"})}};
  for (const TopKRow& entry : chart.rows)
    table.rows.push_back({words(entry.name), number(entry.probability * 100), number(entry.standard_error * 100)});
  return table;
}

LocalizedText year_text(const std::optional<Band>& band, double Band::*quantile) {
  if (!band) return {"欠測", "missing"};
  const auto tenths = static_cast<long>((*band).*quantile * 10 + 0.5);
  const std::string text = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
  return {text, text};
}

TableBlock rows_of(const GapChart& chart) {
  const LocalizedText needed{"必要時期（年）", "Needed by (year)"};
  const LocalizedText ready{"実用化時期（年）", "Ready (year)"};
  TableBlock table{.columns = {column({"技術", "Technology"})}};
  for (const LocalizedText& title : {needed, ready})
    for (const char* quantile : {"5%", "50%", "95%"}) table.columns.push_back(column(title, {quantile, quantile}));
  for (const GapRow& entry : chart.rows) {
    Row row{words(entry.name)};
    for (const auto& band : {entry.needed_by, entry.ready})
      for (double Band::*quantile : {&Band::p5, &Band::p50, &Band::p95})
        row.push_back(words(year_text(band, quantile)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

LocalizedText name_of(const NetworkChart& chart, const std::string& id) {
  for (const NetworkNode& node : chart.nodes)
    if (node.id == id) return node.name;
  return {id, id};
}

TableBlock rows_of(const NetworkChart& chart) {
  TableBlock table{.columns = {column({"から", "From"}), column({"へ", "To"})}};
  const bool shares =
      std::any_of(chart.arcs.begin(), chart.arcs.end(), [](const NetworkArc& arc) { return arc.share.has_value(); });
  if (shares) {
    table.columns.push_back(column({"割合", "Share"}, percent));
    table.columns.push_back(column({"図で強調", "Marked"}));
  }
  for (const NetworkArc& arc : chart.arcs) {
    Row row{words(name_of(chart, arc.from)), words(name_of(chart, arc.to))};
    if (shares) {
      row.push_back(arc.share ? number(*arc.share * 100) : words({}));
      row.push_back(words(arc.critical ? LocalizedText{"◆ はい", "◆ yes"} : LocalizedText{}));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

TableBlock rows_of(const VarianceChart& chart) {
  TableBlock table{.columns = {column({})}};
  for (const LocalizedText& part : chart.parts) table.columns.push_back(column(part, percent));
  for (const VarianceRow& entry : chart.rows) {
    Row row{words(entry.name)};
    for (const Share& part : entry.parts) row.push_back(share(part));
    table.rows.push_back(std::move(row));
  }
  return table;
}

TableBlock rows_of(const OutcomeChart& chart) {
  TableBlock table{.columns = band_columns({column({}), column({"単位", "Unit"})})};
  table.columns.push_back(column({"実績", "Documented"}));
  table.columns.push_back(column({"判定", "Verdict"}));
  for (const OutcomeRow& entry : chart.rows) {
    Row row{words(entry.name), words(entry.unit)};
    add_band(row, entry.predicted);
    row.push_back(number(entry.documented));
    const LocalizedText verdict = entry.hit ? LocalizedText{"区間内", "inside"} : LocalizedText{"区間外", "outside"};
    row.push_back(words(entry.documented ? verdict : LocalizedText{"未確認", "not known yet"}));
    table.rows.push_back(std::move(row));
  }
  return table;
}

TableBlock rows_of(const TraceChart& chart) {
  TableBlock table{.columns = {column({"段階", "Step"}), column({"内容", "What"})}};
  for (const TraceStep& step : chart.steps) {
    const Cell linked{Prose{{"{0}", "{0}"}, {Link{step.words, step.href}}}};
    table.rows.push_back({words(step.kind), step.href.empty() ? words(step.words) : linked});
  }
  return table;
}

TableBlock rows_of(const DayChart& chart) {
  TableBlock table{.columns = {column(day)}};
  std::size_t days = 0;
  for (const DayPanel& panel : chart.panels)
    for (const DayLine& line : panel.lines) {
      table.columns.push_back(
          column({panel.name.ja + "：" + line.name.ja, panel.name.en + ": " + line.name.en}, panel.value_axis));
      days = std::max(days, line.values.size());
    }
  for (std::size_t d = 0; d < days; ++d) {
    Row row{number(static_cast<double>(d))};
    for (const DayPanel& panel : chart.panels)
      for (const DayLine& line : panel.lines)
        row.push_back(number(d < line.values.size() ? std::optional(line.values[d]) : std::nullopt));
    table.rows.push_back(std::move(row));
  }
  return table;
}

TableBlock rows_of(const TileMapChart& chart) {
  TableBlock table{
      .columns = {column({"国・地域", "Country or region"}), column({"符号", "Code"}), column(chart.value)}};
  for (const MapTile& tile : chart.tiles)
    table.rows.push_back({words(tile.name), words({tile.code, tile.code}), number(tile.value)});
  return table;
}

TableBlock rows_of(const PeriodHeatChart& chart) {
  TableBlock table{.columns = {column(chart.row_title)}};
  for (const int first : chart.days) {
    const std::string text = std::to_string(first + 1);
    table.columns.push_back(column({text + " 日目から", "from day " + text}, chart.value));
  }
  for (const HeatRow& entry : chart.rows) {
    Row row{words(entry.name)};
    for (const auto& value : entry.values) row.push_back(number(value));
    table.rows.push_back(std::move(row));
  }
  return table;
}

} // namespace

TableBlock data_table(const ChartSpec& chart) {
  TableBlock table = std::visit([](const auto& spec) { return rows_of(spec); }, chart);
  table.caption = text_of(chart).title;
  return table;
}

} // namespace rashin::report
