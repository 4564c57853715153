// Dot-and-interval rows: losses per pathway, or avoided loss beside cost per option.
#include "report/chart_parts.h"
#include "report/words.h"

#include <algorithm>

namespace rashin::report {
namespace {

constexpr double panel_gap = 34;
constexpr double panel_top = 8;

struct Range {
  double low = 0; // zero is always inside: the bars are lengths
  double high = 0;
  void add(const std::optional<Band>& band) {
    if (!band) return;
    low = std::min(low, band->p5);
    high = std::max(high, band->p95);
  }
};

std::vector<Axis> panel_axes(const IntervalChart& chart) {
  std::vector<Range> ranges(chart.panels.size());
  Range all;
  for (const IntervalRow& row : chart.rows)
    for (std::size_t p = 0; p < std::min(ranges.size(), row.values.size()); ++p) {
      ranges[p].add(row.values[p]);
      all.add(row.values[p]);
    }
  const auto count = static_cast<double>(ranges.size());
  const double width = (plot_right - plot_left - panel_gap * (count - 1)) / count;
  std::vector<Axis> axes;
  for (std::size_t p = 0; p < ranges.size(); ++p) {
    const double left = plot_left + static_cast<double>(p) * (width + panel_gap);
    const Range& range = chart.same_scale ? all : ranges[p];
    axes.push_back(nice_axis(range.low, range.high, left, left + width, width > 300 ? 6 : 4));
  }
  return axes;
}

void draw_value(Svg& svg, const Axis& axis, const std::optional<Band>& band, double y, int decimals) {
  if (!band)
    return svg.text({(axis.scale.from + axis.scale.to) / 2, y + 4}, "— " + svg.say(words::missing), "s soft",
                    Align::Middle);
  draw_band(svg, axis.scale, *band, y);
  const std::string number = fixed_text(band->p50, decimals);
  svg.text({axis.scale(band->p50), y - 9}, number, "s halo", Align::Middle);
}

} // namespace

std::string draw(const IntervalChart& chart, Language language, std::string_view id) {
  Svg svg(language, id);
  const std::vector<Axis> axes = panel_axes(chart);
  std::vector<double> medians;
  for (const IntervalRow& row : chart.rows)
    for (const auto& band : row.values)
      if (band) medians.push_back(band->p50);
  const int decimals = shared_decimals(medians);

  std::vector<RowLabel> labels;
  std::vector<double> middles;
  double y = panel_top;
  for (const IntervalRow& row : chart.rows) {
    labels.push_back(row_label(svg, row.name, row.note));
    const double height = std::max(38.0, labels.back().height() + 10);
    middles.push_back(y + height / 2 + 3);
    y += height;
  }
  double bottom = y;
  for (std::size_t p = 0; p < axes.size(); ++p)
    bottom = std::max(bottom, draw_x_axis(svg, axes[p], panel_top, y + 4, svg.say(chart.panels[p])));
  for (std::size_t r = 0; r < chart.rows.size(); ++r) {
    draw_row_label(svg, labels[r], middles[r]);
    for (std::size_t p = 0; p < std::min(axes.size(), chart.rows[r].values.size()); ++p)
      draw_value(svg, axes[p], chart.rows[r].values[p], middles[r], decimals);
  }
  return svg.finished(chart_width, draw_band_key(svg, plot_left, bottom + 6), chart.text);
}

} // namespace rashin::report
