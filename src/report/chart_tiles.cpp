// A map of equal squares: every country is as easy to see as any other, and no boundary is drawn.
#include "report/chart_parts.h"
#include "report/words.h"

#include <algorithm>

namespace rashin::report {
namespace {

constexpr double gap = 2;

std::string number_of(const MapTile& tile, int decimals) {
  return tile.value ? fixed_text(*tile.value, decimals) : "—";
}

} // namespace

std::string draw(const TileMapChart& chart, Language language, std::string_view id) {
  Svg svg(language, id);
  int columns = 1, rows = 0;
  std::vector<double> known;
  for (const MapTile& tile : chart.tiles) {
    columns = std::max(columns, tile.column + 1), rows = std::max(rows, tile.row + 1);
    if (tile.value) known.push_back(*tile.value);
  }
  const double largest = known.empty() ? 0 : std::max(0.0, *std::max_element(known.begin(), known.end()));
  const int decimals = std::min(2, shared_decimals(known));
  const double width = std::min(64.0, chart_width / columns), height = 34;
  int top_row = rows;
  for (const MapTile& tile : chart.tiles) top_row = std::min(top_row, tile.row);
  for (const MapTile& tile : chart.tiles) {
    const Point corner{tile.column * width, (tile.row - top_row) * height};
    const std::string_view shade = tile.value ? shade_of(*tile.value, largest) : std::string_view("empty");
    svg.open(svg.say(tile.name) + ": " + number_of(tile, decimals));
    svg.rect({corner.x + gap / 2, corner.y + gap / 2}, width - gap, height - gap, "cell " + std::string(shade), 3);
    const std::string on = "on-" + std::string(shade);
    svg.text({corner.x + width / 2, corner.y + 15}, tile.code, "s strong " + on, Align::Middle);
    svg.text({corner.x + width / 2, corner.y + 28}, number_of(tile, decimals), "s " + on, Align::Middle);
    svg.close();
  }
  const double bottom = std::max(0, rows - top_row) * height;
  const int key_decimals = shared_decimals({largest});
  return svg.finished(chart_width, draw_shade_key(svg, bottom + 6, largest, key_decimals, svg.say(chart.value)) + 4,
                      chart.text);
}

} // namespace rashin::report
