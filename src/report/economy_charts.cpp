#include "report/economy_charts.h"

#include "core/embedded.h"
#include "format/csv.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace rashin::report {
namespace {

struct Square {
  int column = 0, row = 0;
};

const std::map<std::string, Square>& squares() {
  static const std::map<std::string, Square> known = [] {
    std::map<std::string, Square> read;
    const auto file = format::read_csv("country-tiles.csv", *embedded_file("registry/country-tiles.csv"));
    for (std::size_t r = 0; r < file->rows(); ++r)
      read[file->at(r, 0).text] = {std::stoi(file->at(r, 1).text), std::stoi(file->at(r, 2).text)};
    return read;
  }();
  return known;
}

double largest_of(const HeatRow& row) {
  double largest = 0;
  for (const auto& value : row.values) largest = std::max(largest, value.value_or(0));
  return largest;
}

} // namespace

TileMapChart tile_map(const std::vector<RegionValue>& regions) {
  constexpr int row_length = 12;
  TileMapChart chart;
  int lowest = -1, homeless = 0;
  for (const RegionValue& region : regions)
    if (const auto place = squares().find(region.region); place != squares().end())
      lowest = std::max(lowest, place->second.row);
  for (const RegionValue& region : regions) {
    const auto place = squares().find(region.region);
    Square square{homeless % row_length, lowest + 1 + homeless / row_length};
    if (place != squares().end())
      square = place->second;
    else
      ++homeless;
    std::optional<double> value = region.value;
    if (value && std::abs(*value) < 0.005) value = 0; // what is shown as 0.00 is not shaded
    chart.tiles.push_back({region.region.substr(0, 6), region.name, square.column, square.row, value});
  }
  return chart;
}

double shown_percent(double share) {
  return std::abs(share) < 0.0005 ? 0 : 100 * share;
}

void keep_largest_rows(PeriodHeatChart& chart, std::size_t most) {
  std::erase_if(chart.rows, [](const HeatRow& row) { return largest_of(row) <= 0; });
  std::stable_sort(chart.rows.begin(), chart.rows.end(),
                   [](const HeatRow& a, const HeatRow& b) { return largest_of(a) > largest_of(b); });
  if (chart.rows.size() > most) chart.rows.resize(most);
}

} // namespace rashin::report
