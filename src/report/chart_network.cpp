// The item network in tiers from left to right: arcs as wide as their share, critical ones marked by colour and a
// diamond.
#include "report/chart_parts.h"
#include "report/network_layout.h"
#include "report/words.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

constexpr double narrowest_box = 106;
constexpr double widest_box = 150;
constexpr double gap = 52;
constexpr double inset = 8; // between a box and its words

struct Columns {
  double width = chart_width; ///< of the whole picture
  double box = 0;
  double step = 0;
  double left(int tier) const { return 1 + tier * step; }
};

Columns columns_for(const NetworkChart& chart) {
  int last = static_cast<int>(chart.tiers.size()) - 1;
  for (const NetworkNode& node : chart.nodes) last = std::max(last, node.tier);
  const double count = std::max(last + 1, 1);
  Columns columns;
  columns.box = std::clamp((chart_width - 2 - gap * (count - 1)) / count, narrowest_box, widest_box);
  columns.width = std::max(chart_width, columns.box * count + gap * (count - 1) + 2);
  columns.step = count > 1 ? (columns.width - 2 - columns.box) / (count - 1) : 0;
  return columns;
}

struct Face {
  std::vector<std::string> name;
  std::vector<std::string> badge;
  double height() const { return static_cast<double>(name.size() + badge.size()) * line_height + 12; }
};

Face face_of(const Svg& svg, const NetworkNode& node, double box) {
  Face face{wrap_text(svg.say(node.name), text_size, box - 2 * inset), {}};
  if (!node.badge.empty()) face.badge = wrap_text(svg.say(node.badge), small_size, box - 2 * inset - 12);
  return face;
}

void draw_diamond(Svg& svg, Point at, double size) {
  svg.polygon({{at.x, at.y - size}, {at.x + size, at.y}, {at.x, at.y + size}, {at.x - size, at.y}}, "solid c2 edge");
}

/// Heights at which arcs leave and enter their boxes: spread over the side in the order of the other end.
struct Ports {
  std::vector<double> leave;
  std::vector<double> enter;
};

void spread(std::vector<std::size_t> arcs, const Slot& slot, const std::vector<double>& other_end,
            std::vector<double>& ports) {
  std::stable_sort(arcs.begin(), arcs.end(), [&](std::size_t a, std::size_t b) { return other_end[a] < other_end[b]; });
  const double room = slot.height - 12;
  for (std::size_t i = 0; i < arcs.size(); ++i)
    ports[arcs[i]] = slot.y - room / 2 + room * (static_cast<double>(i) + 0.5) / static_cast<double>(arcs.size());
}

Ports ports_of(const NetworkLayout& layout) {
  const std::size_t count = layout.routes.size();
  std::vector<std::vector<std::size_t>> leaving(layout.slots.size());
  std::vector<std::vector<std::size_t>> entering(layout.slots.size());
  std::vector<double> after(count);
  std::vector<double> before(count);
  for (std::size_t a = 0; a < count; ++a) {
    const auto& route = layout.routes[a];
    if (route.empty()) continue;
    leaving[route.front()].push_back(a);
    entering[route.back()].push_back(a);
    after[a] = layout.slots[route[1]].y;
    before[a] = layout.slots[route[route.size() - 2]].y;
  }
  Ports ports{std::vector<double>(count), std::vector<double>(count)};
  for (std::size_t s = 0; s < layout.slots.size(); ++s) {
    spread(leaving[s], layout.slots[s], after, ports.leave);
    spread(entering[s], layout.slots[s], before, ports.enter);
  }
  return ports;
}

std::string curve_to(Point from, Point to) {
  const double bend = std::max(std::abs(to.x - from.x) / 2, 20.0);
  return "C" + coordinate(from.x + bend) + ' ' + coordinate(from.y) + ' ' + coordinate(to.x - bend) + ' ' +
         coordinate(to.y) + ' ' + coordinate(to.x) + ' ' + coordinate(to.y);
}

void draw_arc(Svg& svg, const NetworkArc& arc, const NetworkLayout& layout, const std::vector<std::size_t>& route,
              double leave, double enter, const Columns& columns) {
  Point at{columns.left(layout.slots[route.front()].tier) + columns.box, leave};
  std::string path = "M" + coordinate(at.x) + ' ' + coordinate(at.y);
  Point first_bend{};
  for (std::size_t i = 1; i < route.size(); ++i) {
    const bool last = i + 1 == route.size();
    const double left = columns.left(layout.slots[route[i]].tier);
    const Point next{left, last ? enter : layout.slots[route[i]].y};
    path += curve_to(at, next);
    if (i == 1) first_bend = {(at.x + next.x) / 2, (at.y + next.y) / 2};
    at = next;
    if (last) break;
    at.x += columns.box;
    path += "H" + coordinate(at.x);
  }
  svg.path(path, arc.critical ? "arc critical" : "arc", 1 + 7 * std::clamp(arc.share.value_or(0), 0.0, 1.0));
  if (arc.critical) draw_diamond(svg, first_bend, 5);
}

void draw_node(Svg& svg, const NetworkNode& node, const Face& face, const Slot& slot, const Columns& columns,
               double top) {
  const double left = columns.left(node.tier);
  const double y = top + slot.y;
  svg.rect({left, y - slot.height / 2}, columns.box, slot.height, node.critical ? "box critical" : "box", 5);
  const double badge_height = static_cast<double>(face.badge.size()) * line_height;
  svg.lines({left + inset, y - badge_height / 2}, face.name, "t");
  if (!face.badge.empty()) {
    const double badge_y = y + slot.height / 2 - 6 - badge_height / 2;
    svg.rect({left + inset, badge_y - 4.5}, 9, 9, "stock", 1);
    svg.lines({left + inset + 14, badge_y}, face.badge, "s soft");
  }
  if (node.critical) draw_diamond(svg, {left + columns.box - 1, y - slot.height / 2 + 1}, 5);
}

double draw_tier_titles(Svg& svg, const NetworkChart& chart, const Columns& columns) {
  std::size_t lines = 1;
  std::vector<std::vector<std::string>> titles;
  for (const LocalizedText& tier : chart.tiers) {
    titles.push_back(wrap_text(svg.say(tier), strong_size, columns.box + gap - 10));
    lines = std::max(lines, titles.back().size());
  }
  const double bottom = static_cast<double>(lines) * line_height + 2;
  for (std::size_t t = 0; t < titles.size(); ++t) {
    const double left = columns.left(static_cast<int>(t));
    svg.lines({left, bottom - static_cast<double>(titles[t].size()) * line_height / 2}, titles[t], "t strong");
    svg.line({left, bottom + 3}, {left + columns.box, bottom + 3}, "rule-strong");
  }
  return bottom + 16;
}

/// Of a graph whose arcs carry no shares: what the marks of systems mean.
double draw_systems_key(Svg& svg, double top) {
  const double y = top + 8;
  draw_diamond(svg, {6, y}, 5);
  const std::string cut = svg.say({"最小カットに含まれる節", "node of a smallest cut"});
  svg.text({18, y + 4}, cut, "s soft");
  const double x = 18 + text_width(cut, small_size) + 20;
  svg.rect({x, y - 4.5}, 9, 9, "stock", 1);
  svg.text({x + 16, y + 4}, svg.say({"可用率", "availability"}), "s soft");
  return y + 10;
}

double draw_network_key(Svg& svg, double top) {
  const double y = top + 8;
  const auto arc = [&](double x, double share) {
    svg.path("M" + coordinate(x) + ' ' + coordinate(y) + "h22", "arc", 1 + 7 * share);
  };
  arc(0, 0.1);
  svg.text({28, y + 4}, "10%", "s soft");
  arc(62, 1);
  const std::string share = svg.say({"100%：調達に占める割合", "100%: share of what is taken in"});
  svg.text({90, y + 4}, share, "s soft");
  double x = 90 + text_width(share, small_size) + 20;
  draw_diamond(svg, {x + 6, y}, 5);
  const std::string critical =
      svg.say({"失われると用途が半減する経路とその先", "halves an end use if lost, and what follows"});
  svg.text({x + 18, y + 4}, critical, "s soft");
  x += 18 + text_width(critical, small_size) + 20;
  svg.rect({x, y - 4.5}, 9, 9, "stock", 1);
  svg.text({x + 16, y + 4}, svg.say({"在庫", "stock"}), "s soft");
  return y + 10;
}

} // namespace

std::string draw(const NetworkChart& chart, Language language, std::string_view id) {
  Svg svg(language, id);
  const Columns columns = columns_for(chart);
  std::vector<Face> faces;
  std::vector<double> heights;
  for (const NetworkNode& node : chart.nodes) {
    faces.push_back(face_of(svg, node, columns.box));
    heights.push_back(faces.back().height());
  }
  NetworkLayout layout = lay_out(chart, heights);
  const Ports ports = ports_of(layout);
  const double top = draw_tier_titles(svg, chart, columns);
  for (Slot& slot : layout.slots) slot.y += top;
  for (const bool critical : {false, true}) // critical arcs lie on top
    for (std::size_t a = 0; a < chart.arcs.size(); ++a)
      if (chart.arcs[a].critical == critical && !layout.routes[a].empty())
        draw_arc(svg, chart.arcs[a], layout, layout.routes[a], top + ports.leave[a], top + ports.enter[a], columns);
  for (std::size_t n = 0; n < chart.nodes.size(); ++n)
    draw_node(svg, chart.nodes[n], faces[n], layout.slots[n], columns, 0);
  const bool shares =
      std::any_of(chart.arcs.begin(), chart.arcs.end(), [](const NetworkArc& a) { return a.share.has_value(); });
  const double key = top + layout.height + 14;
  return svg.finished(columns.width, shares ? draw_network_key(svg, key) : draw_systems_key(svg, key), chart.text);
}

} // namespace rashin::report
