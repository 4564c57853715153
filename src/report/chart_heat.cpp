// A table of numbers whose shade grows with the number: regret of options × pathways.
#include "report/chart_parts.h"
#include "report/words.h"

#include <algorithm>

namespace rashin::report {
namespace {

constexpr double cell_height = 34;
std::vector<double> known_values(const HeatChart& chart) {
  std::vector<double> values;
  for (const HeatRow& row : chart.rows)
    for (const auto& value : row.values)
      if (value) values.push_back(*value);
  return values;
}

double draw_header(Svg& svg, const HeatChart& chart, double cell_width) {
  std::size_t lines = 1;
  std::vector<std::vector<std::string>> titles;
  for (const LocalizedText& column : chart.columns) {
    titles.push_back(wrap_text(svg.say(column), small_size, cell_width - 8));
    lines = std::max(lines, titles.back().size());
  }
  const double bottom = 22 + static_cast<double>(lines) * line_height + 4;
  svg.text({plot_left, 12}, svg.say(chart.column_title), "s soft");
  svg.text({0, bottom - 8}, svg.say(chart.row_title), "s soft");
  for (std::size_t c = 0; c < titles.size(); ++c) {
    const double middle = plot_left + (static_cast<double>(c) + 0.5) * cell_width;
    svg.lines({middle, bottom - 4 - static_cast<double>(titles[c].size()) * line_height / 2}, titles[c], "s strong",
              Align::Middle);
  }
  return bottom;
}

} // namespace

std::string draw(const HeatChart& chart, Language language, std::string_view id) {
  Svg svg(language, id);
  const double cell_width =
      std::min(130.0, (chart_width - plot_left) / std::max(1.0, static_cast<double>(chart.columns.size())));
  const std::vector<double> known = known_values(chart);
  const double largest = known.empty() ? 0 : *std::max_element(known.begin(), known.end());
  const int decimals = shared_decimals(known);
  double y = draw_header(svg, chart, cell_width);
  for (const HeatRow& row : chart.rows) {
    const RowLabel label = row_label(svg, row.name);
    const double height = std::max(cell_height, label.height() + 8);
    draw_row_label(svg, label, y + height / 2);
    for (std::size_t c = 0; c < chart.columns.size(); ++c) {
      const std::optional<double> value = c < row.values.size() ? row.values[c] : std::nullopt;
      const double x = plot_left + static_cast<double>(c) * cell_width;
      const std::string_view shade = value ? shade_of(*value, largest) : std::string_view("empty");
      svg.rect({x + 1, y + 1}, cell_width - 2, height - 2, "cell " + std::string(shade), 2);
      svg.text({x + cell_width / 2, y + height / 2 + 4}, value ? fixed_text(*value, decimals) : "—",
               "t on-" + std::string(shade), Align::Middle);
    }
    y += height;
  }
  return svg.finished(chart_width, draw_shade_key(svg, y + 6, largest, decimals, svg.say(chart.value)) + 4, chart.text);
}

} // namespace rashin::report
