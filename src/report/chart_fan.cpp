// Quantile bands over days, one panel per pathway, all on one vertical scale.
#include "report/chart_parts.h"
#include "report/words.h"

#include <algorithm>

namespace rashin::report {
namespace {

constexpr double plot_height = 150;
constexpr double axis_space = 52; // for the tick labels of the first column
constexpr double gap = 22;

std::string points(const std::vector<Point>& line, char first) {
  std::string path;
  for (const Point& point : line) {
    path += path.empty() ? first : 'L';
    path += coordinate(point.x) + ' ' + coordinate(point.y);
  }
  return path;
}

/// The area between two quantiles.
std::string area(const FanPanel& panel, const Scale& x, const Scale& y, double Band::*low, double Band::*high) {
  std::vector<Point> up;
  std::vector<Point> down;
  for (std::size_t i = 0; i < panel.bands.size(); ++i) {
    up.push_back({x(panel.days[i]), y(panel.bands[i].*high)});
    down.push_back({x(panel.days[i]), y(panel.bands[i].*low)});
  }
  std::reverse(down.begin(), down.end());
  return points(up, 'M') + points(down, 'L') + "Z";
}

void draw_panel(Svg& svg, const FanPanel& panel, const Axis& x, const Axis& y) {
  svg.path(area(panel, x.scale, y.scale, &Band::p5, &Band::p95), "faint c1");
  svg.path(area(panel, x.scale, y.scale, &Band::p25, &Band::p75), "mid c1");
  std::vector<Point> median;
  for (std::size_t i = 0; i < panel.bands.size(); ++i)
    median.push_back({x.scale(panel.days[i]), y.scale(panel.bands[i].p50)});
  svg.path(points(median, 'M'), "curve c1");
}

struct Range {
  double low = 0;
  double high = 0;
  double last_day = 1;
};

Range range_of(const FanChart& chart) {
  Range range;
  for (const FanPanel& panel : chart.panels) {
    for (const Band& band : panel.bands) {
      range.low = std::min(range.low, band.p5);
      range.high = std::max(range.high, band.p95);
    }
    if (!panel.days.empty()) range.last_day = std::max(range.last_day, panel.days.back());
  }
  return range;
}

} // namespace

std::string draw(const FanChart& chart, Language language, std::string_view id) {
  using Mark = KeyEntry::Mark;
  Svg svg(language, id);
  const Range range = range_of(chart);
  const std::size_t columns = std::clamp<std::size_t>(chart.panels.size(), 1, 3);
  const auto count = static_cast<double>(columns);
  const double width = std::min((chart_width - 14 - axis_space - gap * (count - 1)) / count, 420.0);
  svg.text({0, 12}, svg.say(chart.value_axis), "s soft");
  double top = 24;
  for (std::size_t begin = 0; begin < chart.panels.size(); begin += columns) {
    const std::size_t end = std::min(begin + columns, chart.panels.size());
    std::size_t title_lines = 1;
    for (std::size_t i = begin; i < end; ++i)
      title_lines = std::max(title_lines, wrap_text(svg.say(chart.panels[i].name), strong_size, width).size());
    const double plot_top = top + static_cast<double>(title_lines) * line_height + 8;
    double bottom = plot_top;
    for (std::size_t i = begin; i < end; ++i) {
      const double left = axis_space + static_cast<double>(i - begin) * (width + gap);
      const auto title = wrap_text(svg.say(chart.panels[i].name), strong_size, width);
      svg.lines({left, top + static_cast<double>(title.size()) * line_height / 2}, title, "t strong");
      const Axis y = nice_axis(range.low, range.high, plot_top + plot_height, plot_top, 4);
      Axis x = nice_axis(0, range.last_day, left, left + width, 4);
      x.scale.high = range.last_day; // time ends with the run, not with a tick
      std::erase_if(x.ticks, [&](double tick) { return tick > range.last_day; });
      draw_y_axis(svg, y, left, left + width, i != begin);
      draw_panel(svg, chart.panels[i], x, y);
      bottom = draw_x_axis(svg, x, plot_top + plot_height, plot_top + plot_height + 3, svg.say({"日", "day"}));
    }
    top = bottom + 10;
  }
  const double height = draw_key(svg,
                                 {{Mark::Line, svg.say({"中央値", "median"})},
                                  {Mark::Area, svg.say({"50%区間", "50% interval"})},
                                  {Mark::LightArea, svg.say(words::interval90)}},
                                 axis_space, top - 6);
  return svg.finished(chart_width, height, chart.text);
}

} // namespace rashin::report
