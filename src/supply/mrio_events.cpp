#include "supply/mrio_days.h"

#include <algorithm>

namespace rashin::supply {
namespace {

using Vector = std::vector<double>;

template <std::size_t width> void open_links(Days<width>& day, const Event& event, double share) {
  const double passage = 1 - event.shock->route_share * (1 - event.shock->passage) * share;
  const std::size_t lane = event.lane;
  for (const std::uint32_t k : event.places.links)
    day.passage[day.at(k, lane)] = std::min(day.passage[day.at(k, lane)], passage);
  for (const std::uint32_t k : event.places.final_cells)
    day.final_passage[day.at(k, lane)] = std::min(day.final_passage[day.at(k, lane)], passage);
}

} // namespace

/// Capacity: the worst of the shocks on an industry, not their sum. Capital losses add up. Demand changes multiply. A
/// link is as open as the narrowest place on it.
template <std::size_t width> void losses_of_day(Days<width>& day, int t) {
  for (Vector* v : {&day.capacity_loss, &day.capital_lost, &day.rebuild_demand}) std::fill(v->begin(), v->end(), 0);
  for (Vector* v : {&day.passage, &day.final_passage, &day.final_factor}) std::fill(v->begin(), v->end(), 1);
  for (Event& event : day.events) {
    const TableShock& shock = *event.shock;
    const std::size_t lane = event.lane;
    if (!event.rebuild.empty() && t >= shock.start + shock.duration) {
      for (RebuildCell& cell : event.rebuild) {
        day.capital_lost[day.at(cell.user, lane)] += cell.left / shock.rebuild_factor;
        cell.asked = cell.left / shock.rebuild_days;
        day.rebuild_demand[day.at(cell.supplier, lane)] += cell.asked;
      }
      continue;
    }
    const double share = share_on_day(shock, t);
    if (share == 0) continue;
    switch (shock.kind) {
    case TableShockKind::Capacity:
      for (const IndustryImpact& impact : shock.impacts) {
        double& loss = day.capacity_loss[day.at(impact.industry, lane)];
        loss = std::max(loss, impact.amount * share);
      }
      break;
    case TableShockKind::Capital:
      for (const IndustryImpact& impact : shock.impacts)
        day.capital_lost[day.at(impact.industry, lane)] += impact.amount * share;
      break;
    case TableShockKind::FinalDemand:
      for (const std::uint32_t k : event.places.final_cells)
        for (const IndustryImpact& impact : shock.impacts)
          if (impact.industry == day.plan.final_cells[k].seller)
            day.final_factor[day.at(k, lane)] *= 1 - impact.amount * share;
      break;
    case TableShockKind::Link:
      open_links(day, event, share);
      break;
    }
  }
}

template <std::size_t width> void take_off_rebuilt(Days<width>& day) {
  for (Event& event : day.events)
    for (RebuildCell& cell : event.rebuild) {
      cell.left -= cell.asked * day.served[day.at(cell.supplier, event.lane)];
      if (cell.left < cell.least) cell.left = 0;
      cell.asked = 0;
    }
}

template void losses_of_day(Days<1>&, int);
template void losses_of_day(Days<batch_lanes>&, int);
template void take_off_rebuilt(Days<1>&);
template void take_off_rebuilt(Days<batch_lanes>&);

} // namespace rashin::supply
