// What was predicted beside what was documented. Each row has its own unit and so its own scale; a hit is a disc, a
// miss a cross.
#include "report/chart_parts.h"
#include "report/words.h"

#include <algorithm>

namespace rashin::report {
namespace {

constexpr double plot_end = 436;
constexpr double number_left = 452;
constexpr double number_width = 158;
constexpr double verdict_left = 622;

Scale scale_of(const OutcomeRow& row) {
  const double low = std::min(row.predicted.p5, row.documented.value_or(row.predicted.p5));
  const double high = std::max(row.predicted.p95, row.documented.value_or(row.predicted.p95));
  const double margin = high > low ? (high - low) * 0.06 : 1;
  return {low - margin, high + margin, plot_left, plot_end};
}

void draw_documented(Svg& svg, const OutcomeRow& row, const Scale& scale, double y) {
  const double x = scale(*row.documented);
  if (row.hit) return svg.circle({x, y}, 6.5, "ring c3");
  svg.path("M" + coordinate(x - 5) + ' ' + coordinate(y - 5) + "l10 10m0 -10l-10 10", "cross c2");
}

LocalizedText verdict_of(const OutcomeRow& row) {
  if (!row.documented) return {"未確認", "not known yet"};
  return row.hit ? LocalizedText{"区間内", "inside"} : LocalizedText{"区間外", "outside"};
}

std::vector<std::string> number_lines(const Svg& svg, const OutcomeRow& row) {
  const int decimals = shared_decimals({row.predicted.p5, row.predicted.p95, row.documented.value_or(0)});
  const std::string unit = unit_after(svg.say(row.unit));
  const std::string documented = row.documented ? fixed_text(*row.documented, decimals) + unit : "—";
  auto lines = wrap_text(svg.say({"予測 ", "predicted "}) + fixed_text(row.predicted.p5, decimals) + "–" +
                             fixed_text(row.predicted.p95, decimals) + unit,
                         small_size, number_width);
  const auto more = wrap_text(svg.say({"実績 ", "documented "}) + documented, small_size, number_width);
  lines.insert(lines.end(), more.begin(), more.end());
  return lines;
}

double draw_outcome_key(Svg& svg, double top) {
  const double y = draw_band_key(svg, plot_left, top);
  svg.circle({plot_left + 9, y + 8}, 6.5, "ring c3");
  const std::string hit = svg.say({"実績（90%区間の内）", "documented, inside the 90% interval"});
  svg.text({plot_left + 24, y + 12}, hit, "s soft");
  const double left = plot_left + 24 + text_width(hit, small_size) + 18;
  svg.path("M" + coordinate(left + 4) + ' ' + coordinate(y + 3) + "l10 10m0 -10l-10 10", "cross c2");
  svg.text({left + 24, y + 12}, svg.say({"実績（区間の外）", "documented, outside it"}), "s soft");
  return y + 20;
}

} // namespace

std::string draw(const OutcomeChart& chart, Language language, std::string_view id) {
  Svg svg(language, id);
  double y = 4;
  for (std::size_t r = 0; r < chart.rows.size(); ++r) {
    const OutcomeRow& row = chart.rows[r];
    const RowLabel label = row_label(svg, row.name);
    const auto numbers = number_lines(svg, row);
    const double height =
        std::max(42.0, std::max(label.height(), static_cast<double>(numbers.size()) * line_height) + 12);
    const double middle = y + height / 2;
    const Scale scale = scale_of(row);
    if (r > 0) svg.line({0, y}, {chart_width, y}, "rule");
    draw_row_label(svg, label, middle);
    svg.line({plot_left, middle}, {plot_end, middle}, "grid");
    draw_band(svg, scale, row.predicted, middle);
    if (row.documented) draw_documented(svg, row, scale, middle);
    svg.lines({number_left, middle}, numbers, "s");
    svg.lines({verdict_left, middle}, wrap_text(svg.say(verdict_of(row)), text_size, chart_width - verdict_left),
              row.documented && !row.hit ? "t strong" : "t");
    y += height;
  }
  return svg.finished(chart_width, draw_outcome_key(svg, y + 8), chart.text);
}

} // namespace rashin::report
