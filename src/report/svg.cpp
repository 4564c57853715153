#include "report/svg.h"

#include "report/markup.h"

#include <array>
#include <charconv>
#include <cmath>

namespace rashin::report {
namespace {

std::string attribute(std::string_view name, double value) {
  return " " + std::string(name) + "=\"" + coordinate(value) + '"';
}

std::string class_attribute(std::string_view classes) {
  return " class=\"" + std::string(classes) + '"';
}

std::string_view anchor_of(Align align) {
  switch (align) {
  case Align::Start:
    return "";
  case Align::Middle:
    return " text-anchor=\"middle\"";
  case Align::End:
    return " text-anchor=\"end\"";
  }
  return "";
}

} // namespace

std::string coordinate(double value) {
  const double rounded = std::round(value * 100) / 100;
  std::array<char, 400> buffer;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), rounded == 0 ? 0.0 : rounded,
                                 std::chars_format::fixed)
                       .ptr;
  return {buffer.data(), end};
}

void Svg::rect(Point corner, double width, double height, std::string_view classes, double radius) {
  body_ += "<rect" + attribute("x", corner.x) + attribute("y", corner.y) + attribute("width", width) +
           attribute("height", height);
  if (radius > 0) body_ += attribute("rx", radius);
  body_ += class_attribute(classes) + "/>\n";
}

void Svg::line(Point a, Point b, std::string_view classes) {
  body_ += "<line" + attribute("x1", a.x) + attribute("y1", a.y) + attribute("x2", b.x) + attribute("y2", b.y) +
           class_attribute(classes) + "/>\n";
}

void Svg::circle(Point centre, double radius, std::string_view classes) {
  body_ += "<circle" + attribute("cx", centre.x) + attribute("cy", centre.y) + attribute("r", radius) +
           class_attribute(classes) + "/>\n";
}

void Svg::polygon(const std::vector<Point>& points, std::string_view classes) {
  body_ += "<polygon points=\"";
  for (std::size_t i = 0; i < points.size(); ++i)
    body_ += (i == 0 ? "" : " ") + coordinate(points[i].x) + ',' + coordinate(points[i].y);
  body_ += '"' + class_attribute(classes) + "/>\n";
}

void Svg::path(std::string_view commands, std::string_view classes, double stroke_width) {
  body_ += "<path d=\"" + std::string(commands) + '"';
  if (stroke_width > 0) body_ += attribute("stroke-width", stroke_width);
  body_ += class_attribute(classes) + "/>\n";
}

void Svg::text(Point at, std::string_view words, std::string_view classes, Align align) {
  if (words.empty()) return;
  body_ += "<text" + attribute("x", at.x) + attribute("y", at.y) + std::string(anchor_of(align)) +
           class_attribute(classes) + '>' + escaped(words) + "</text>\n";
}

void Svg::lines(Point middle, const std::vector<std::string>& lines, std::string_view classes, Align align) {
  constexpr double baseline = 4.2; // below the middle of a line of 12 px
  double y = middle.y + baseline - line_height * (static_cast<double>(lines.size()) - 1) / 2;
  for (const std::string& words : lines) {
    text({middle.x, y}, words, classes, align);
    y += line_height;
  }
}

void Svg::open(std::string_view title, std::string_view href) {
  has_links_ = has_links_ || !href.empty();
  open_.push_back(href.empty() ? "</g>\n" : "</a>\n");
  body_ += href.empty() ? "<g>" : "<a href=\"" + escaped(href) + "\">";
  if (!title.empty()) body_ += "<title>" + escaped(title) + "</title>";
  body_ += '\n';
}

void Svg::close() {
  body_ += open_.back();
  open_.pop_back();
}

std::string Svg::finished(double width, double height, const ChartText& text) const {
  const std::string size = "0 0 " + coordinate(width) + ' ' + coordinate(std::ceil(height));
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"" +
                    std::string(has_links_ ? "group" : "img") + "\" viewBox=\"" + size + "\" width=\"" +
                    coordinate(width) + "\" height=\"" + coordinate(std::ceil(height)) + "\" lang=\"" +
                    std::string(language_code(language_)) + "\" aria-labelledby=\"" + id_ +
                    "-title\" aria-describedby=\"" + id_ + "-desc\">\n";
  out += "<title id=\"" + id_ + "-title\">" + escaped(say(text.title)) + "</title>\n";
  out += "<desc id=\"" + id_ + "-desc\">" + escaped(say(text.description)) + "</desc>\n";
  return out + body_ + "</svg>\n";
}

} // namespace rashin::report
