#include "collect/mrio_totals.h"

#include "core/number_text.h"

#include <algorithm>
#include <cmath>

namespace rashin::collect {
namespace {

constexpr double largest_share = 1e-3;
constexpr std::size_t listed = 50;

bool whole(const std::vector<IoEntry>& cells) {
  return std::all_of(cells.begin(), cells.end(), [](const IoEntry& c) { return c.value == std::floor(c.value); });
}

} // namespace

Diagnostics check_totals(const IoEntries& entries, const std::vector<Place>& places) {
  std::vector<double> sums(entries.industries.size(), 0);
  for (const auto* cells : {&entries.flows, &entries.final_demand_flows})
    for (const IoEntry& cell : *cells) sums[cell.row] += cell.value;
  const bool rounded = whole(entries.flows) && whole(entries.final_demand_flows);
  const double rounding =
      rounded ? 0.5 * static_cast<double>(entries.industries.size() + entries.final_demands.size()) : 0;
  Diagnostics faults;
  std::size_t more = 0;
  for (std::size_t i = 0; i < std::min(sums.size(), entries.stated_output.size()); ++i) {
    const double stated = entries.stated_output[i];
    const double most = largest_share * std::max({1.0, std::abs(stated), std::abs(sums[i])}) + rounding;
    if (std::abs(sums[i] - stated) <= most) continue;
    if (faults.size() == listed)
      ++more;
    else
      faults.push_back(make_diagnostic(
          "mrio-wrong-total", i < places.size() ? places[i] : Place{},
          {entries.industries[i].region + "|" + entries.industries[i].sector, shortest(stated), shortest(sums[i])}));
  }
  if (more > 0)
    faults.push_back(make_diagnostic("mrio-more-faults", {faults.front().place.file}, {std::to_string(more)}));
  return faults;
}

} // namespace rashin::collect
