// Shares of the variance by link of the chain, stacked; the interval of each share hangs below its end.
#include "report/chart_parts.h"
#include "report/words.h"

#include <algorithm>

namespace rashin::report {
namespace {

constexpr double bar = 20;

/// Letters tell the parts apart without colour.
std::string letter_of(std::size_t part) {
  return std::string(1, static_cast<char>('A' + static_cast<char>(part % 26)));
}
std::string colour_of(std::size_t part) {
  return "c" + std::to_string(part % 5 + 1);
}

double draw_parts_key(Svg& svg, const VarianceChart& chart) {
  std::vector<KeyEntry> entries;
  for (std::size_t p = 0; p < chart.parts.size(); ++p)
    entries.push_back({KeyEntry::Mark::Box, letter_of(p) + "  " + svg.say(chart.parts[p]), colour_of(p)});
  entries.push_back({KeyEntry::Mark::ThinBar, svg.say({"割合の90%区間", "90% interval of the share"}), "cx"});
  return draw_key(svg, entries, 0, 0);
}

void draw_stack(Svg& svg, const Scale& scale, const VarianceRow& row, double y) {
  double start = 0;
  for (std::size_t p = 0; p < row.parts.size(); ++p) {
    const Share& part = row.parts[p];
    const double left = scale(start * 100);
    const double width = std::max(scale((start + part.value) * 100) - left, 0.0);
    const std::string words = letter_of(p) + " " + percent_text(part.value);
    svg.rect({left, y}, width, bar, "solid " + colour_of(p));
    const double room = width - 8;
    const std::string shown = text_width(words, small_size) <= room ? words : letter_of(p);
    if (text_width(shown, small_size) <= room)
      svg.text({left + width / 2, y + bar / 2 + 4}, shown, "s on-solid", Align::Middle);
    if (part.interval) {
      const double low = scale(std::max(start + part.interval->low, 0.0) * 100);
      const double high = scale(std::min(start + part.interval->high, 1.0) * 100);
      const double line = y + bar + 6 + static_cast<double>(p % 2) * 7;
      svg.line({low, line}, {high, line}, "thin " + colour_of(p));
      for (const double x : {low, high}) svg.line({x, line - 2.5}, {x, line + 2.5}, "thin " + colour_of(p));
    }
    start += part.value;
  }
  if (start < 1) svg.rect({scale(start * 100), y}, scale(100) - scale(start * 100), bar, "rest");
}

} // namespace

std::string draw(const VarianceChart& chart, Language language, std::string_view id) {
  Svg svg(language, id);
  const double top = draw_parts_key(svg, chart) + 10;
  const Axis axis = nice_axis(0, 100, plot_left, plot_right, 5);
  std::vector<RowLabel> labels;
  std::vector<double> tops;
  double y = top;
  for (const VarianceRow& row : chart.rows) {
    labels.push_back(row_label(svg, row.name));
    const double height = std::max(50.0, labels.back().height() + 12);
    tops.push_back(y + (height - bar - 14) / 2);
    y += height;
  }
  const LocalizedText title{"分散に占める割合（%）。枠のみ：相互作用など、個々の要因に分けられない部分",
                            "Share of the variance (%). Outline only: interactions and what no single link explains"};
  const double bottom = draw_x_axis(svg, axis, top, y, svg.say(title));
  for (std::size_t r = 0; r < chart.rows.size(); ++r) {
    draw_row_label(svg, labels[r], tops[r] + bar / 2);
    draw_stack(svg, axis.scale, chart.rows[r], tops[r]);
  }
  return svg.finished(chart_width, bottom + 4, chart.text);
}

} // namespace rashin::report
