// When a technology is needed against when it is ready. Lateness is told by shape and word, colour only repeats it.
#include "report/chart_parts.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

constexpr double verdict_space = 96;
constexpr double lane = 8; // of each interval above and below the row's middle

LocalizedText words_of(Timing timing) {
  switch (timing) {
  case Timing::InTime:
    return {"間に合う", "in time"};
  case Timing::AtRisk:
    return {"際どい", "at risk"};
  case Timing::TooLate:
    return {"間に合わない", "too late"};
  }
  return {};
}

void draw_verdict(Svg& svg, Timing timing, Point at) {
  const double x = at.x + 6;
  switch (timing) {
  case Timing::InTime:
    svg.circle({x, at.y}, 5, "solid c3");
    break;
  case Timing::AtRisk:
    svg.polygon({{x, at.y - 6}, {x + 6, at.y + 5}, {x - 6, at.y + 5}}, "solid c5");
    break;
  case Timing::TooLate:
    svg.path("M" + coordinate(x - 4.5) + ' ' + coordinate(at.y - 4.5) + "l9 9m0 -9l-9 9", "cross c2");
    break;
  }
  svg.lines({at.x + 18, at.y}, wrap_text(svg.say(words_of(timing)), text_size, verdict_space - 20),
            timing == Timing::TooLate ? "t strong" : "t");
}

void draw_needed(Svg& svg, const Scale& scale, const Band& band, double y) {
  svg.line({scale(band.p5), y}, {scale(band.p95), y}, "bracket");
  for (const double end : {band.p5, band.p95}) svg.line({scale(end), y - 4}, {scale(end), y + 4}, "bracket");
  const double x = scale(band.p50);
  svg.polygon({{x, y - 5}, {x + 5, y}, {x, y + 5}, {x - 5, y}}, "ink");
}

void draw_ready(Svg& svg, const Scale& scale, const Band& band, double y, std::string_view colour) {
  const std::string tint(colour);
  svg.rect({scale(band.p5), y - 4}, std::max(scale(band.p95) - scale(band.p5), 1.0), 8, "mid " + tint, 4);
  svg.circle({scale(band.p50), y}, 4.5, "dot " + tint);
}

Axis axis_of(const GapChart& chart) {
  double low = chart.as_of;
  double high = chart.as_of + 1;
  for (const GapRow& row : chart.rows)
    for (const auto& band : {row.needed_by, row.ready})
      if (band) {
        low = std::min(low, band->p5);
        high = std::max(high, band->p95);
      }
  return year_axis(std::floor(low), std::ceil(high), plot_left, plot_right - verdict_space - 14, 8);
}

double draw_gap_key(Svg& svg, double top) {
  const double y = top + 8;
  const std::string needed = svg.say({"必要時期（中央値、90%区間）", "needed by (median, 90% interval)"});
  draw_needed(svg, {0, 1, plot_left, plot_left + 26}, {0, 0, 0.5, 0, 1}, y);
  svg.text({plot_left + 33, y + 4}, needed, "s soft");
  double left = plot_left + 33 + text_width(needed, small_size) + 20;
  const std::string ready = svg.say({"実用化時期（同）", "ready (same)"});
  draw_ready(svg, {0, 1, left, left + 26}, {0, 0, 0.5, 0, 1}, y, "c1");
  svg.text({left + 33, y + 4}, ready, "s soft");
  return y + 10;
}

} // namespace

std::string draw(const GapChart& chart, Language language, std::string_view id) {
  constexpr double top = 24;
  Svg svg(language, id);
  const Axis axis = axis_of(chart);
  std::vector<RowLabel> labels;
  std::vector<double> middles;
  double y = top;
  for (const GapRow& row : chart.rows) {
    labels.push_back(row_label(svg, row.name));
    const double height = std::max(42.0, labels.back().height() + 12);
    middles.push_back(y + height / 2);
    y += height;
  }
  const double bottom = draw_x_axis(svg, axis, top, y, svg.say({"年", "year"}));
  const double now = axis.scale(chart.as_of);
  const std::string now_words = svg.say({"分析時点", "as of"});
  svg.line({now, top - 6}, {now, y}, "now");
  const double half = text_width(now_words, small_size) / 2;
  svg.text({std::max(now, plot_left + half), top - 11}, now_words, "s soft", Align::Middle);
  for (std::size_t r = 0; r < chart.rows.size(); ++r) {
    const GapRow& row = chart.rows[r];
    draw_row_label(svg, labels[r], middles[r]);
    if (r > 0)
      svg.line({0, (middles[r - 1] + middles[r]) / 2}, {chart_width, (middles[r - 1] + middles[r]) / 2}, "rule");
    if (row.needed_by) draw_needed(svg, axis.scale, *row.needed_by, middles[r] - lane);
    if (row.ready)
      draw_ready(svg, axis.scale, *row.ready, middles[r] + lane, row.timing == Timing::TooLate ? "c2" : "c1");
    else
      svg.text({axis.scale.to - 4, middles[r] + lane + 8}, svg.say({"実用化時期：欠測", "ready: missing"}),
               "s soft halo", Align::End);
    draw_verdict(svg, row.timing, {plot_right - verdict_space, middles[r]});
  }
  return svg.finished(chart_width, draw_gap_key(svg, bottom + 6), chart.text);
}

} // namespace rashin::report
