#pragma once
#include "report/chart.h"

#include <string>
#include <vector>

namespace rashin::report {

/// Where each region of a table stands on the tile map; regions without a place go to a row of their own below.
struct RegionValue {
  std::string region;
  LocalizedText name;
  std::optional<double> value;
};
TileMapChart tile_map(const std::vector<RegionValue>& regions);

/// A share in percent for a picture: what is shown as 0.0 is 0, so that rounding does not shade a square.
double shown_percent(double share);

/// Rows that lose most first, at most `most`; rows without any loss are left out.
void keep_largest_rows(PeriodHeatChart& chart, std::size_t most);

} // namespace rashin::report
