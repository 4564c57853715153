#pragma once
#include "report/scale.h"
#include "report/svg.h"
#include "report/text_width.h"

namespace rashin::report {

// One function per kind of chart, each in its own chart_<kind>.cpp.
std::string draw(const EventTreeChart& chart, Language language, std::string_view id);
std::string draw(const FanChart& chart, Language language, std::string_view id);
std::string draw(const IntervalChart& chart, Language language, std::string_view id);
std::string draw(const HeatChart& chart, Language language, std::string_view id);
std::string draw(const TopKChart& chart, Language language, std::string_view id);
std::string draw(const GapChart& chart, Language language, std::string_view id);
std::string draw(const NetworkChart& chart, Language language, std::string_view id);
std::string draw(const VarianceChart& chart, Language language, std::string_view id);
std::string draw(const OutcomeChart& chart, Language language, std::string_view id);
std::string draw(const TraceChart& chart, Language language, std::string_view id);
std::string draw(const DayChart& chart, Language language, std::string_view id);
std::string draw(const TileMapChart& chart, Language language, std::string_view id);
std::string draw(const PeriodHeatChart& chart, Language language, std::string_view id);
std::string draw(const ScatterChart& chart, Language language, std::string_view id);

/// Left column of row charts.
constexpr double label_width = 184;
constexpr double plot_left = 200;
constexpr double plot_right = chart_width - 10;

/// Vertical grid lines from `top` to `bottom`, zero stronger; tick labels and `title` below. Returns the y below all of
/// it.
double draw_x_axis(Svg& svg, const Axis& axis, double top, double bottom, std::string_view title);
/// Horizontal grid lines; tick labels left of `left`, unless `bare`.
void draw_y_axis(Svg& svg, const Axis& axis, double left, double right, bool bare = false);
/// A row's name in the left column, its note below in small.
struct RowLabel {
  std::vector<std::string> name;
  std::vector<std::string> note;
  double height() const { return static_cast<double>(name.size() + note.size()) * line_height; }
};
RowLabel row_label(const Svg& svg, const LocalizedText& name, const LocalizedText& note = {});
/// Centred on `y`.
void draw_row_label(Svg& svg, const RowLabel& label, double y);
/// Thin bar 90 %, thick bar 50 %, dot at the median, along a horizontal scale.
void draw_band(Svg& svg, const Scale& scale, const Band& band, double y, std::string_view colour = "c1");

struct KeyEntry {
  enum class Mark { Dot, ThickBar, ThinBar, Area, LightArea, Line, Box, SmallDot, Cross, Ring, Frame } mark;
  std::string words;
  std::string colour = "c1";
};
/// A saltire about `at`: the mark of a failure.
void draw_cross(Svg& svg, Point at, std::string_view colour);

/// Explains marks in a row (or more) starting at `top`; returns the y below it.
double draw_key(Svg& svg, const std::vector<KeyEntry>& entries, double left, double top);
/// Median, 50 % and 90 %.
double draw_band_key(Svg& svg, double left, double top);

/// The class of the shade of `value`: five steps from 0 to `largest`.
std::string_view shade_of(double value, double largest);
/// The steps from 0 to `largest` below a picture; returns the y below them.
double draw_shade_key(Svg& svg, double top, double largest, int decimals, std::string_view title);

/// Decimals that suit all of `values` at three significant digits of the largest.
int shared_decimals(const std::vector<double>& values);

} // namespace rashin::report
