// Points of two numbers with boxes and upright lines drawn on them: packages by cost and loss, draws that fail.
#include "report/chart_parts.h"
#include "report/words.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace rashin::report {
namespace {

constexpr double axis_space = 64;
constexpr double plot_height = 330;

struct Ends {
  double low = 0, high = 0;
  bool any = false;
  void take(double value) {
    low = any ? std::min(low, value) : value;
    high = any ? std::max(high, value) : value;
    any = true;
  }
};

struct Frame {
  Axis x, y;
  double top = 0;
};

Frame frame_of(const ScatterChart& chart, double top) {
  Ends x, y;
  for (const ScatterGroup& group : chart.groups)
    for (const ScatterPoint& point : group.points) x.take(point.x), y.take(point.y);
  for (const ScatterLine& line : chart.lines) x.take(line.x);
  if (chart.from_zero) x.take(0), y.take(0);
  const bool years = x.low >= 1800 && x.high <= 2300 && chart.x_axis.en == "Year"; // calendar years have no commas
  return {years ? year_axis(x.low, x.high, axis_space, chart_width - 14, 6)
                : nice_axis(x.low, x.high, axis_space, chart_width - 14, 6),
          nice_axis(y.low, y.high, top + plot_height, top, 5), top};
}

void draw_point(Svg& svg, ScatterMark mark, Point at) {
  switch (mark) {
  case ScatterMark::Faint:
    return svg.circle(at, 2.5, "mid cx");
  case ScatterMark::Dot:
    return svg.circle(at, 4, "dot c1");
  case ScatterMark::Cross:
    return draw_cross(svg, at, "c2");
  case ScatterMark::Ring:
    return svg.circle(at, 5, "ring c3");
  }
}

KeyEntry key_of(const Svg& svg, const ScatterGroup& group) {
  using Mark = KeyEntry::Mark;
  switch (group.mark) {
  case ScatterMark::Faint:
    return {Mark::SmallDot, svg.say(group.name), "cx"};
  case ScatterMark::Dot:
    return {Mark::Dot, svg.say(group.name), "c1"};
  case ScatterMark::Cross:
    return {Mark::Cross, svg.say(group.name), "c2"};
  case ScatterMark::Ring:
    return {Mark::Ring, svg.say(group.name), "c3"};
  }
  return {};
}

void draw_box(Svg& svg, const ScatterBox& box, const Frame& frame) {
  const Scale &x = frame.x.scale, &y = frame.y.scale;
  const auto within = [](double value, double a, double b) {
    return std::clamp(value, std::min(a, b), std::max(a, b));
  };
  const double left = within(box.x_low ? x(*box.x_low) : x.from, x.from, x.to),
               right = within(box.x_high ? x(*box.x_high) : x.to, x.from, x.to),
               upper = within(box.y_high ? y(*box.y_high) : y.to, y.from, y.to),
               lower = within(box.y_low ? y(*box.y_low) : y.from, y.from, y.to);
  svg.rect({left, upper}, std::max(right - left, 1.0), std::max(lower - upper, 1.0), "frame");
}

struct Place {
  double left = 0, right = 0, line = 0; ///< of words on a line
};

/// Words beside points: each goes where it hides the fewest points and no words before it.
class Labels {
 public:
  Labels(const ScatterChart& chart, const Frame& frame) : frame_(frame) {
    for (const ScatterGroup& group : chart.groups)
      for (const ScatterPoint& point : group.points)
        points_.push_back({frame.x.scale(point.x), frame.y.scale(point.y)});
  }
  void draw(Svg& svg, const ScatterLabel& label) {
    const Point at{frame_.x.scale(label.at.x), frame_.y.scale(label.at.y)};
    const double width = text_width(svg.say(label.words), small_size);
    const double right = at.x + 8, left = at.x - 8 - width, middle = at.x - width / 2;
    constexpr double above = 6, beside = -4, below = -14;
    std::optional<Place> best;
    double fewest = 0;
    for (const double line : {above, below, beside})
      for (const double from : {right, left, middle}) {
        if (line == beside && from == middle) continue; // on the point itself
        const Place place{from, from + width, at.y - line - (from == middle ? std::copysign(4, line) : 0)};
        const double faults = hidden(place);
        if (!best || faults < fewest) best = place, fewest = faults;
      }
    svg.text({best->left, best->line}, svg.say(label.words), "s halo");
    taken_.push_back(*best);
  }

 private:
  /// Points under the words; other words and the end of the picture count for many.
  double hidden(const Place& place) const {
    constexpr double many = 1000, letters_up = small_size, letters_down = 3;
    double faults = 0;
    for (const Point& point : points_)
      if (point.x > place.left - 3 && point.x < place.right + 3 && point.y > place.line - letters_up &&
          point.y < place.line + letters_down)
        ++faults;
    for (const Place& other : taken_)
      if (place.left < other.right && other.left < place.right && std::abs(place.line - other.line) < small_size + 2)
        faults += many;
    if (place.left < axis_space || place.right > chart_width) faults += many;
    return faults;
  }

  const Frame& frame_;
  std::vector<Point> points_;
  std::vector<Place> taken_;
};

} // namespace

std::string draw(const ScatterChart& chart, Language language, std::string_view id) {
  Svg svg(language, id);
  svg.text({0, 12}, svg.say(chart.y_axis), "s soft");
  const double top = chart.lines.empty() ? 26 : 42, bottom = top + plot_height;
  const Frame frame = frame_of(chart, top);
  draw_y_axis(svg, frame.y, axis_space, chart_width - 14);
  double y = draw_x_axis(svg, frame.x, top, bottom, svg.say(chart.x_axis));
  for (const ScatterLine& line : chart.lines) {
    const double x = frame.x.scale(line.x);
    svg.line({x, top - 4}, {x, bottom}, "now");
    const double half = text_width(svg.say(line.name), small_size) / 2;
    svg.text({std::clamp(x, half, chart_width - half), top - 9}, svg.say(line.name), "s strong", Align::Middle);
  }
  std::vector<KeyEntry> key;
  for (const ScatterGroup& group : chart.groups) {
    for (const ScatterPoint& point : group.points)
      draw_point(svg, group.mark, {frame.x.scale(point.x), frame.y.scale(point.y)});
    key.push_back(key_of(svg, group));
  }
  for (const ScatterBox& box : chart.boxes) {
    draw_box(svg, box, frame);
    key.push_back({KeyEntry::Mark::Frame, svg.say(box.name)});
  }
  Labels labels(chart, frame);
  for (const ScatterLabel& label : chart.labels) labels.draw(svg, label);
  y = draw_key(svg, key, axis_space, y + 2);
  return svg.finished(chart_width, y + 2, chart.text);
}

} // namespace rashin::report
