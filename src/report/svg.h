#pragma once
#include "report/chart.h"

namespace rashin::report {

constexpr double chart_width = 720;
constexpr double text_size = 12;   ///< class "t"
constexpr double small_size = 11;  ///< class "s"
constexpr double strong_size = 13; ///< to measure class "t strong"
constexpr double line_height = 15;

enum class Align { Start, Middle, End };
struct Point {
  double x = 0;
  double y = 0;
};

/// Builds one `<svg>` from simple shapes; looks come from the classes of chart_css(). Texts are escaped here.
class Svg {
 public:
  explicit Svg(Language language, std::string_view id) : language_(language), id_(id) {}

  Language language() const { return language_; }
  const std::string& say(const LocalizedText& text) const { return text.in(language_); }

  void rect(Point corner, double width, double height, std::string_view classes, double radius = 0);
  void line(Point a, Point b, std::string_view classes);
  void circle(Point centre, double radius, std::string_view classes);
  void polygon(const std::vector<Point>& points, std::string_view classes);
  /// Stroke width 0 = as the class says.
  void path(std::string_view commands, std::string_view classes, double stroke_width = 0);
  /// `at` is the baseline.
  void text(Point at, std::string_view words, std::string_view classes = "t", Align align = Align::Start);
  /// Lines centred on `middle.y`.
  void lines(Point middle, const std::vector<std::string>& lines, std::string_view classes = "t",
             Align align = Align::Start);
  /// What follows is one thing with a name for the pointer and screen readers; a safe `href` makes it a link.
  void open(std::string_view title, std::string_view href = "");
  void close();

  std::string finished(double width, double height, const ChartText& text) const;

 private:
  Language language_;
  std::string id_;
  std::string body_;
  std::vector<std::string_view> open_;
  bool has_links_ = false; ///< then it is a group of things, not one picture
};

/// Up to two decimals, no trailing zeros: coordinates.
std::string coordinate(double value);

} // namespace rashin::report
