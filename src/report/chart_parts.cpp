#include "report/chart_parts.h"

#include "report/words.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

void draw_mark(Svg& svg, const KeyEntry& entry, Point at) {
  using Mark = KeyEntry::Mark;
  const Point left{at.x, at.y};
  switch (entry.mark) {
  case Mark::Dot:
    return svg.circle({at.x + 9, at.y}, 4, "dot " + entry.colour);
  case Mark::ThickBar:
    return svg.rect({at.x, at.y - 4}, 18, 8, "mid " + entry.colour, 2);
  case Mark::ThinBar:
    return svg.line(left, {at.x + 18, at.y}, "thin " + entry.colour);
  case Mark::Area:
    return svg.rect({at.x, at.y - 5}, 18, 10, "mid " + entry.colour);
  case Mark::LightArea:
    return svg.rect({at.x, at.y - 5}, 18, 10, "faint " + entry.colour);
  case Mark::Line:
    return svg.line(left, {at.x + 18, at.y}, "curve " + entry.colour);
  case Mark::Box:
    return svg.rect({at.x, at.y - 5}, 18, 10, "solid " + entry.colour, 1);
  case Mark::SmallDot:
    return svg.circle({at.x + 9, at.y}, 2.5, "mid " + entry.colour);
  case Mark::Cross:
    return draw_cross(svg, {at.x + 9, at.y}, entry.colour);
  case Mark::Ring:
    return svg.circle({at.x + 9, at.y}, 4.5, "ring " + entry.colour);
  case Mark::Frame:
    return svg.rect({at.x, at.y - 5}, 18, 10, "frame");
  }
}

/// Every how many ticks a label fits.
std::size_t label_step(const Axis& axis) {
  double widest_label = 0;
  for (const double tick : axis.ticks) widest_label = std::max(widest_label, text_width(axis.label(tick), small_size));
  const double apart =
      std::abs(axis.scale.to - axis.scale.from) / std::max<double>(1, static_cast<double>(axis.ticks.size()) - 1);
  return static_cast<std::size_t>(std::max(1.0, std::ceil((widest_label + 6) / std::max(apart, 1.0))));
}

} // namespace

double draw_x_axis(Svg& svg, const Axis& axis, double top, double bottom, std::string_view title) {
  const std::size_t step = label_step(axis);
  for (std::size_t i = 0; i < axis.ticks.size(); ++i) {
    const double tick = axis.ticks[i];
    const double x = axis.scale(tick);
    svg.line({x, top}, {x, bottom}, tick == 0 ? "zero" : "grid");
    if (i % step != 0) continue;
    const std::string label = axis.label(tick);
    const double half = text_width(label, small_size) / 2;
    svg.text({std::clamp(x, half, chart_width - half), bottom + 15}, label, "s soft", Align::Middle);
  }
  double y = bottom + 32;
  const double middle = (axis.scale.from + axis.scale.to) / 2;
  for (const std::string& line : wrap_text(title, small_size, std::abs(axis.scale.to - axis.scale.from) + 16)) {
    svg.text({middle, y}, line, "s soft", Align::Middle);
    y += 14;
  }
  return y - 4;
}

void draw_y_axis(Svg& svg, const Axis& axis, double left, double right, bool bare) {
  for (const double tick : axis.ticks) {
    const double y = axis.scale(tick);
    svg.line({left, y}, {right, y}, tick == 0 ? "zero" : "grid");
    if (!bare) svg.text({left - 6, y + 4}, axis.label(tick), "s soft", Align::End);
  }
}

RowLabel row_label(const Svg& svg, const LocalizedText& name, const LocalizedText& note) {
  RowLabel label{wrap_text(svg.say(name), text_size, label_width), {}};
  if (!note.empty()) label.note = wrap_text(svg.say(note), small_size, label_width);
  return label;
}

void draw_row_label(Svg& svg, const RowLabel& label, double y) {
  const double half = label.height() / 2;
  svg.lines({0, y - half + static_cast<double>(label.name.size()) * line_height / 2}, label.name);
  svg.lines({0, y + half - static_cast<double>(label.note.size()) * line_height / 2}, label.note, "s soft");
}

void draw_band(Svg& svg, const Scale& scale, const Band& band, double y, std::string_view colour) {
  const std::string tint(colour);
  svg.line({scale(band.p5), y}, {scale(band.p95), y}, "thin " + tint);
  svg.line({scale(band.p5), y - 4}, {scale(band.p5), y + 4}, "thin " + tint);
  svg.line({scale(band.p95), y - 4}, {scale(band.p95), y + 4}, "thin " + tint);
  svg.rect({scale(band.p25), y - 5}, std::max(scale(band.p75) - scale(band.p25), 1.0), 10, "mid " + tint, 2);
  svg.circle({scale(band.p50), y}, 4.5, "dot " + tint);
}

void draw_cross(Svg& svg, Point at, std::string_view colour) {
  const double r = 3;
  svg.path("M" + coordinate(at.x - r) + ' ' + coordinate(at.y - r) + "L" + coordinate(at.x + r) + ' ' +
               coordinate(at.y + r) + "M" + coordinate(at.x - r) + ' ' + coordinate(at.y + r) + "L" +
               coordinate(at.x + r) + ' ' + coordinate(at.y - r),
           "thin " + std::string(colour));
}

double draw_key(Svg& svg, const std::vector<KeyEntry>& entries, double left, double top) {
  double x = left;
  double y = top + 8;
  for (const KeyEntry& entry : entries) {
    const double width = 24 + text_width(entry.words, small_size);
    if (x > left && x + width > chart_width) {
      x = left;
      y += 18;
    }
    draw_mark(svg, entry, {x, y});
    svg.text({x + 24, y + 4}, entry.words, "s soft");
    x += width + 18;
  }
  return y + 10;
}

double draw_band_key(Svg& svg, double left, double top) {
  using Mark = KeyEntry::Mark;
  const auto say = [&](const LocalizedText& text) { return svg.say(text); };
  return draw_key(svg,
                  {{Mark::Dot, say({"中央値", "median"})},
                   {Mark::ThickBar, say({"50%区間", "50% interval"})},
                   {Mark::ThinBar, say(words::interval90)}},
                  left, top);
}

int shared_decimals(const std::vector<double>& values) {
  double largest = 0;
  for (const double value : values) largest = std::max(largest, std::abs(value));
  return decimals_for(largest, 3);
}

} // namespace rashin::report
