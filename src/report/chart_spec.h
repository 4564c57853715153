#pragma once
#include "report/network_chart.h"

namespace rashin::report {

/// A probability or share in 0…1 with its interval.
struct Share {
  double value = 0;
  std::optional<Interval> interval{};
};

struct TreeBranch {
  LocalizedText name{};
  Share probability{};            ///< given that its parent happened
  std::vector<TreeBranch> next{}; ///< empty = a leaf
  LocalizedText pathway{};        ///< leaves: the pathway's name
  Share path_probability{};       ///< leaves: from the trigger to here
};
struct EventTreeChart {
  ChartText text{};
  LocalizedText trigger{};
  std::vector<TreeBranch> branches{};
};

struct FanPanel {
  LocalizedText name{};
  std::vector<double> days{}; ///< ascending, one per band
  std::vector<Band> bands{};
};
/// Quantile bands over days, one panel per pathway on one vertical scale.
struct FanChart {
  ChartText text{};
  LocalizedText value_axis{}; ///< with unit, as every axis title
  std::vector<FanPanel> panels{};
};

struct IntervalRow {
  LocalizedText name{};
  std::vector<std::optional<Band>> values{}; ///< one per panel; empty = missing
  LocalizedText note{};
};
/// Dot (median), thick bar (50 %) and thin bar (90 %) per row: losses per pathway, or avoided loss beside cost per
/// option.
struct IntervalChart {
  ChartText text{};
  std::vector<LocalizedText> panels{}; ///< axis titles with unit
  bool same_scale = true;              ///< panels in one unit share one scale, so that lengths compare
  std::vector<IntervalRow> rows{};
};

struct HeatRow {
  LocalizedText name{};
  std::vector<std::optional<double>> values{}; ///< one per column
};
/// A table of numbers >= 0 whose shade grows with the number (regret: options × pathways).
struct HeatChart {
  ChartText text{};
  LocalizedText value{}; ///< what the cells hold, with unit
  LocalizedText row_title{};
  LocalizedText column_title{};
  std::vector<LocalizedText> columns{};
  std::vector<HeatRow> rows{};
};

struct TopKRow {
  LocalizedText name{};
  LocalizedText note{};
  double probability = 0;
  double standard_error = 0; ///< of the sampling
};
struct TopKChart {
  ChartText text{};
  int k = 3;
  std::vector<TopKRow> rows{};
};

enum class Timing { InTime, AtRisk, TooLate };
/// Times are years with a fraction (2010.75 = October 2010): 5, 50 and 95 % quantiles in `p5`, `p50`, `p95`.
struct GapRow {
  LocalizedText name{};
  std::optional<Band> needed_by{};
  std::optional<Band> ready{};
  Timing timing = Timing::InTime;
};
struct GapChart {
  ChartText text{};
  double as_of = 0;
  std::vector<GapRow> rows{};
};

struct VarianceRow {
  LocalizedText name{};
  std::vector<Share> parts{}; ///< one per part; shares of the variance, summing to at most 1
};
struct VarianceChart {
  ChartText text{};
  std::vector<LocalizedText> parts{};
  std::vector<VarianceRow> rows{};
};

struct OutcomeRow {
  LocalizedText name{};
  LocalizedText unit{};
  Band predicted{};
  std::optional<double> documented{}; ///< empty = not known yet
  bool hit = false;                   ///< documented lies in the 90 % interval
};
/// What was predicted beside what was documented; each row has its own scale, its numbers stand beside it.
struct OutcomeChart {
  ChartText text{};
  std::vector<OutcomeRow> rows{};
};

struct TraceStep {
  LocalizedText kind{}; ///< Event, Pathway, Impact, …
  LocalizedText words{};
  std::string href{}; ///< "#anchor" or empty
};
struct TraceChart {
  ChartText text{};
  std::vector<TraceStep> steps{}; ///< each follows from the one before
};

struct DayLine {
  LocalizedText name{};
  std::vector<double> values{}; ///< day 0, 1, 2, …
};
struct DayPanel {
  LocalizedText name{};
  LocalizedText value_axis{};   ///< with unit
  std::vector<DayLine> lines{}; ///< at most 4
};
struct DayChart {
  ChartText text{};
  std::vector<DayPanel> panels{};
};

/// One square per country, roughly in its place on the globe: areas and boundaries say nothing.
struct MapTile {
  std::string code{}; ///< shown in the square
  LocalizedText name{};
  int column = 0;
  int row = 0;
  std::optional<double> value{}; ///< shade for what is lost; below 0: gained
};
struct TileMapChart {
  ChartText text{};
  LocalizedText value{}; ///< with unit
  std::vector<MapTile> tiles{};
};

/// Rows over periods of days: shade grows with the number, numbers stand in the data table only.
struct PeriodHeatChart {
  ChartText text{};
  LocalizedText value{}; ///< with unit
  LocalizedText row_title{};
  std::vector<int> days{}; ///< first day of each period
  std::vector<HeatRow> rows{};
};

struct ScatterPoint {
  double x = 0;
  double y = 0;
};
enum class ScatterMark { Faint, Dot, Cross, Ring };
struct ScatterGroup {
  LocalizedText name{};
  ScatterMark mark = ScatterMark::Faint;
  std::vector<ScatterPoint> points{};
};
/// A box drawn on the data; a side without a bound is open and lies on the edge of the plot.
struct ScatterBox {
  std::optional<double> x_low{}, x_high{}, y_low{}, y_high{};
  LocalizedText name{};
};
struct ScatterLine {
  double x = 0;
  LocalizedText name{};
};
struct ScatterLabel {
  ScatterPoint at{};
  LocalizedText words{};
};
/// Points of two numbers, groups told apart by their marks, later groups on top.
struct ScatterChart {
  ChartText text{};
  LocalizedText x_axis{}, y_axis{}; ///< with unit
  std::vector<ScatterGroup> groups{};
  std::vector<ScatterBox> boxes{};
  std::vector<ScatterLine> lines{}; ///< upright
  std::vector<ScatterLabel> labels{};
  bool from_zero = false; ///< both axes begin at zero
};

} // namespace rashin::report
