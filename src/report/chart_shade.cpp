// Shades of a number in five steps, and their key.
#include "report/chart_parts.h"
#include "report/words.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rashin::report {
namespace {

constexpr std::array<std::string_view, 5> shades{"h0", "h1", "h2", "h3", "h4"};

} // namespace

std::string_view shade_of(double value, double largest) {
  if (!(largest > 0) || value <= 0) return shades[0];
  const double step = std::ceil(value / largest * static_cast<double>(shades.size() - 1) - 1e-9);
  return shades[std::min<std::size_t>(shades.size() - 1, static_cast<std::size_t>(std::max(0.0, step)))];
}

double draw_shade_key(Svg& svg, double top, double largest, int decimals, std::string_view title) {
  const double width = 40;
  for (std::size_t i = 0; i < shades.size(); ++i)
    svg.rect({plot_left + static_cast<double>(i) * width, top + 6}, width, 10, "cell " + std::string(shades[i]));
  svg.text({plot_left - 6, top + 15}, "0", "s soft", Align::End);
  const std::string high = fixed_text(largest, decimals);
  const double right = plot_left + width * static_cast<double>(shades.size()) + 6;
  svg.text({right, top + 15}, high, "s soft");
  const double title_left = right + text_width(high, small_size) + 16;
  const auto lines = wrap_text(title, small_size, chart_width - title_left);
  svg.lines({title_left, top + 11 + static_cast<double>(lines.size() - 1) * line_height / 2}, lines, "s soft");
  return top + 22 + static_cast<double>(lines.size() - 1) * line_height;
}

} // namespace rashin::report
