// The chain from an event to a need and the sentence it rests on, one step below the other.
#include "report/chart_parts.h"
#include "report/markup.h"

#include <algorithm>

namespace rashin::report {

std::string draw(const TraceChart& chart, Language language, std::string_view id) {
  constexpr double widest_kind = 120;
  constexpr double padding = 14;
  constexpr double arrow = 20;
  Svg svg(language, id);
  double kind_width = 0;
  for (const TraceStep& step : chart.steps)
    kind_width = std::max(kind_width, widest(wrap_text(svg.say(step.kind), strong_size, widest_kind), strong_size));
  const double box_left = kind_width + 16;
  double y = 1;
  for (std::size_t i = 0; i < chart.steps.size(); ++i) {
    const TraceStep& step = chart.steps[i];
    const auto kind = wrap_text(svg.say(step.kind), strong_size, widest_kind);
    const auto lines = wrap_text(svg.say(step.words), text_size, chart_width - box_left - 2 * padding);
    const double height = static_cast<double>(std::max(lines.size(), kind.size())) * line_height + 17;
    const bool last = i + 1 == chart.steps.size();
    svg.lines({0, y + height / 2}, kind, "t strong soft");
    const bool is_link = step.href.starts_with('#') && step.href.size() > 1;
    if (is_link) svg.open("", step.href);
    svg.rect({box_left, y}, chart_width - box_left - 1, height, last ? "box last" : "box", 6);
    svg.lines({box_left + padding, y + height / 2}, lines, is_link ? "t link" : "t");
    if (is_link) svg.close();
    y += height;
    if (last) break;
    const double x = box_left + 22;
    svg.line({x, y + 2}, {x, y + arrow - 7}, "flow");
    svg.polygon({{x - 4.5, y + arrow - 8}, {x + 4.5, y + arrow - 8}, {x, y + arrow - 1}}, "flow-head");
    y += arrow;
  }
  return svg.finished(chart_width, y + 2, chart.text);
}

} // namespace rashin::report
