// Probability of standing among the first k, as bars with the standard error of the sampling.
#include "report/chart_parts.h"
#include "report/words.h"

#include <algorithm>

namespace rashin::report {

std::string draw(const TopKChart& chart, Language language, std::string_view id) {
  constexpr double number_space = 108;
  constexpr double bar = 14;
  constexpr double top = 6;
  Svg svg(language, id);
  Axis axis = nice_axis(0, 100, plot_left, plot_right - number_space, 5);
  std::vector<RowLabel> labels;
  std::vector<double> middles;
  double y = top;
  for (const TopKRow& row : chart.rows) {
    labels.push_back(row_label(svg, row.name, row.note));
    const double height = std::max(30.0, labels.back().height() + 10);
    middles.push_back(y + height / 2);
    y += height;
  }
  const LocalizedText title{"上位" + std::to_string(chart.k) + "件に入る確率（%）",
                            "Probability of ranking among the first " + std::to_string(chart.k) + " (%)"};
  const double bottom = draw_x_axis(svg, axis, top, y, svg.say(title));
  for (std::size_t r = 0; r < chart.rows.size(); ++r) {
    const TopKRow& row = chart.rows[r];
    const double end = axis.scale(row.probability * 100);
    const double low = axis.scale(std::max(0.0, row.probability - row.standard_error) * 100);
    const double high = axis.scale(std::min(1.0, row.probability + row.standard_error) * 100);
    draw_row_label(svg, labels[r], middles[r]);
    svg.rect({axis.scale.from, middles[r] - bar / 2}, std::max(end - axis.scale.from, 0.0), bar, "solid c1");
    svg.line({low, middles[r]}, {high, middles[r]}, "whisker");
    for (const double x : {low, high}) svg.line({x, middles[r] - 4}, {x, middles[r] + 4}, "whisker");
    const std::string number = percent_text(row.probability) + " ± " + fixed_text(row.standard_error * 100, 1);
    svg.text({axis.scale.to + 14, middles[r] + 4}, number, "t");
  }
  const std::string note =
      svg.say({"±：標本誤差（標準誤差、ポイント）", "±: standard error of the sampling, in points"});
  svg.text({plot_left, bottom + 12}, note, "s soft");
  return svg.finished(chart_width, bottom + 20, chart.text);
}

} // namespace rashin::report
