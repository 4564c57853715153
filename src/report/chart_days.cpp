// Small multiples of daily values; lines differ by dash as well as colour.
#include "report/chart_parts.h"

#include <algorithm>

namespace rashin::report {
namespace {

constexpr double plot_height = 110;
constexpr double axis_space = 50;
constexpr double gap = 26;
constexpr std::size_t columns = 2;
constexpr double panel_width = (chart_width - 14 - gap) / columns;

std::string line_classes(std::size_t line) {
  return "c" + std::to_string(line % 4 + 1) + " dash" + std::to_string(line % 4);
}

Axis value_axis(const DayPanel& panel, double top) {
  double low = 0;
  double high = 0;
  for (const DayLine& line : panel.lines)
    for (const double value : line.values) {
      low = std::min(low, value);
      high = std::max(high, value);
    }
  return nice_axis(low, high, top + plot_height, top, 4);
}

double last_day(const DayChart& chart) {
  std::size_t days = 2;
  for (const DayPanel& panel : chart.panels)
    for (const DayLine& line : panel.lines) days = std::max(days, line.values.size());
  return static_cast<double>(days - 1);
}

std::string curve(const DayLine& line, const Scale& x, const Scale& y) {
  std::string path;
  for (std::size_t day = 0; day < line.values.size(); ++day) {
    path += day == 0 ? 'M' : 'L';
    path += coordinate(x(static_cast<double>(day))) + ' ' + coordinate(y(line.values[day]));
  }
  return path;
}

/// Returns the y below the panel.
double draw_panel(Svg& svg, const DayPanel& panel, double left, double top, double days) {
  const auto title = wrap_text(svg.say(panel.name), strong_size, panel_width);
  svg.lines({left, top + static_cast<double>(title.size()) * line_height / 2}, title, "t strong");
  double y = top + static_cast<double>(title.size()) * line_height + 4;
  std::vector<KeyEntry> key;
  double key_left = left;
  for (std::size_t i = 0; i < panel.lines.size() && panel.lines.size() > 1; ++i) {
    const std::string& words = svg.say(panel.lines[i].name);
    const double width = 24 + text_width(words, small_size);
    if (key_left > left && key_left + width > left + panel_width) {
      key_left = left;
      y += 16;
    }
    svg.line({key_left, y + 8}, {key_left + 18, y + 8}, "curve " + line_classes(i));
    svg.text({key_left + 24, y + 12}, words, "s soft");
    key_left += width + 14;
  }
  if (panel.lines.size() > 1) y += 18;
  const auto unit = wrap_text(svg.say(panel.value_axis), small_size, panel_width);
  svg.lines({left, y + static_cast<double>(unit.size()) * line_height / 2}, unit, "s soft");
  y += static_cast<double>(unit.size()) * line_height + 8;
  const Axis values = value_axis(panel, y);
  Axis time = nice_axis(0, days, left + axis_space, left + panel_width, 5);
  time.scale.high = days;
  std::erase_if(time.ticks, [&](double tick) { return tick > days; });
  draw_y_axis(svg, values, left + axis_space, left + panel_width);
  for (std::size_t i = 0; i < panel.lines.size(); ++i)
    svg.path(curve(panel.lines[i], time.scale, values.scale), "curve " + line_classes(i));
  return draw_x_axis(svg, time, y + plot_height, y + plot_height + 3, svg.say({"日", "day"}));
}

} // namespace

std::string draw(const DayChart& chart, Language language, std::string_view id) {
  Svg svg(language, id);
  const double days = last_day(chart);
  double top = 2;
  double bottom = top;
  for (std::size_t i = 0; i < chart.panels.size(); ++i) {
    if (i > 0 && i % columns == 0) top = bottom + 12;
    const double left = static_cast<double>(i % columns) * (panel_width + gap);
    bottom = std::max(bottom, draw_panel(svg, chart.panels[i], left, top, days));
  }
  return svg.finished(chart_width, bottom, chart.text);
}

} // namespace rashin::report
