// What happens to each row over the weeks: a heat map with days along the top.
#include "report/chart_parts.h"

#include <algorithm>

namespace rashin::report {
namespace {

constexpr double least_height = 20;
constexpr double header = 34;

} // namespace

std::string draw(const PeriodHeatChart& chart, Language language, std::string_view id) {
  Svg svg(language, id);
  std::vector<double> known;
  for (const HeatRow& row : chart.rows)
    for (const auto& value : row.values)
      if (value) known.push_back(*value);
  const double largest = known.empty() ? 0 : std::max(0.0, *std::max_element(known.begin(), known.end()));
  const double width = (plot_right - plot_left) / std::max(1.0, static_cast<double>(chart.days.size()));
  svg.text({0, header - 8}, svg.say(chart.row_title), "s soft");
  svg.text({plot_left, 12},
           svg.say({"基準日からの日数（各期間の初日）", "days after the as-of date (first of each period)"}), "s soft");
  double last = -1e9; // labels keep off each other
  for (std::size_t k = 0; k < chart.days.size(); ++k) {
    const std::string day = std::to_string(chart.days[k] + 1);
    const double x = plot_left + static_cast<double>(k) * width;
    if (x < last + 8) continue;
    svg.text({x, header - 8}, day, "s soft");
    last = x + text_width(day, small_size);
  }
  double y = header;
  for (const HeatRow& row : chart.rows) {
    const RowLabel label = row_label(svg, row.name);
    const double height = std::max(least_height, label.height() + 4);
    draw_row_label(svg, label, y + height / 2);
    for (std::size_t k = 0; k < chart.days.size(); ++k) {
      const std::optional<double> value = k < row.values.size() ? row.values[k] : std::nullopt;
      const std::string_view shade = value ? shade_of(*value, largest) : std::string_view("empty");
      svg.rect({plot_left + static_cast<double>(k) * width + 0.5, y + 0.5}, width - 1, height - 1,
               "cell " + std::string(shade), 1);
    }
    y += height;
  }
  return svg.finished(chart_width,
                      draw_shade_key(svg, y + 6, largest, shared_decimals({largest}), svg.say(chart.value)) + 4,
                      chart.text);
}

} // namespace rashin::report
