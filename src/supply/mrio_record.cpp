#include "supply/mrio_days.h"

namespace rashin::supply {
namespace {

template <std::size_t width> void record_industries(Days<width>& day, PropagationResult& result, std::size_t lane) {
  const auto append = [&](DayTable& to, auto value) {
    to.columns = day.industries;
    for (std::size_t i = 0; i < day.industries; ++i) to.value.push_back(value(i));
  };
  append(result.production, [&](std::size_t i) { return day.output[day.at(i, lane)]; });
  append(result.capacity, [&](std::size_t i) { return day.capacity[day.at(i, lane)]; });
  append(result.intermediate_demand, [&](std::size_t i) { return day.received[day.at(i, lane)]; });
  append(result.rebuilding,
         [&](std::size_t i) { return day.rebuild_demand[day.at(i, lane)] * day.served[day.at(i, lane)]; });
  // Final demand given up, by consuming region and product: watched cells one by one, the rest in proportion.
  DayTable& unmet = result.unmet_final_demand;
  unmet.columns = day.table.regions.size() * day.plan.sectors;
  unmet.value.resize(unmet.value.size() + unmet.columns, 0);
  double* today = unmet.value.data() + unmet.value.size() - unmet.columns;
  const auto place = [&](std::size_t seller, std::size_t column) {
    return day.table.final_demands[column].region * day.plan.sectors + day.table.industries[seller].sector;
  };
  std::size_t next = 0;
  for (std::size_t i = 0; i < day.industries; ++i) {
    const double base = day.plan.final_demand[i];
    const double given_up = base > 0 ? day.given_up[day.at(i, lane)] / base : 0;
    for (std::uint64_t k = day.table.final_demand.row_begin[i]; k < day.table.final_demand.row_begin[i + 1]; ++k) {
      const std::size_t column = day.table.final_demand.column[k];
      if (next < day.plan.final_cells.size() && day.plan.final_cells[next].cell == k)
        today[place(i, column)] += day.final_lost[day.at(next++, lane)];
      else if (given_up != 0)
        today[place(i, column)] += given_up * day.table.final_demand.value[k] / day.options.days_per_year;
    }
  }
}

} // namespace

template <std::size_t width> void record(Days<width>& day, int t) {
  for (std::size_t l = 0; l < day.given; ++l) {
    PropagationResult& result = day.results[l];
    double added = 0, lost = 0, waiting = 0;
    for (std::size_t i = 0; i < day.industries; ++i) {
      const double loss = day.plan.output[i] - day.output[day.at(i, l)];
      added += day.plan.value_added_share[i] * day.output[day.at(i, l)];
      lost += day.plan.value_added_share[i] * loss;
      waiting += day.backlog[day.at(i, l)];
      result.production_loss[i] += loss;
      result.value_added_loss[i] += day.plan.value_added_share[i] * loss;
    }
    for (std::size_t k = 0; k < day.plan.final_cells.size(); ++k) waiting += day.final_backlog[day.at(k, l)];
    result.total_value_added.push_back(added);
    result.total_value_added_loss.push_back(lost);
    result.total_unmet.push_back(day.lost[l]);
    result.total_postponed.push_back(waiting);
    result.days = t + 1;
    if (day.options.record_industries) record_industries(day, result, l);
    if (day.options.record_causes)
      for (std::size_t i = 0; i < day.industries; ++i) {
        const std::size_t c = day.at(i, l);
        const bool short_of_input = day.share[c] < 1, short_of_capacity = day.capacity[c] < day.demand[c];
        result.limit.push_back(short_of_input ? Limit::Input : short_of_capacity ? Limit::Capacity : Limit::None);
        result.limiting_input.push_back(day.limiting[c]);
        result.served.push_back(static_cast<float>(day.served[c]));
      }
  }
}

template void record(Days<1>&, int);
template void record(Days<batch_lanes>&, int);

} // namespace rashin::supply
