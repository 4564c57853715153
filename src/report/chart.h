#pragma once
#include "report/chart_spec.h"

#include <string_view>
#include <variant>

namespace rashin::report {

using ChartSpec =
    std::variant<EventTreeChart, FanChart, IntervalChart, HeatChart, TopKChart, GapChart, NetworkChart, VarianceChart,
                 OutcomeChart, TraceChart, DayChart, TileMapChart, PeriodHeatChart, ScatterChart>;

/// One `<svg>` element for an HTML page that carries `chart_css()`. `id` prefixes the ids inside. Deterministic,
/// thread-safe.
std::string to_svg(const ChartSpec& chart, Language language, std::string_view id);
/// A file of its own: the same picture with its style inside.
std::string to_svg_file(const ChartSpec& chart, Language language);
/// Colours (light, dark, print) and the classes that the charts use.
std::string_view chart_css();
const ChartText& text_of(const ChartSpec& chart);

} // namespace rashin::report
