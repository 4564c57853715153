#include "supply/mrio_engine.h"

#include "math/parallel.h"
#include "supply/mrio_days.h"

#include <algorithm>
#include <cmath>

namespace rashin::supply {
namespace {

using Vector = std::vector<double>;

template <std::size_t width> void demand_of_day(Days<width>& day) {
  for (std::size_t i = 0; i < day.industries; ++i)
    for (std::size_t l = 0; l < width; ++l) {
      day.received[day.at(i, l)] = day.ordered[day.at(i, l)];
      day.demand[day.at(i, l)] =
          day.plan.final_demand[i] + day.backlog[day.at(i, l)] + day.rebuild_demand[day.at(i, l)];
    }
  for (std::size_t k = 0; k < day.plan.links.size(); ++k)
    for (std::size_t l = 0; l < width; ++l) {
      double& order = day.link_order[day.at(k, l)];
      if (day.passage[day.at(k, l)] < 1) order = std::min(order, day.passage[day.at(k, l)] * day.plan.links[k].flow);
      day.received[day.at(day.plan.links[k].seller, l)] += order;
    }
  for (std::size_t k = 0; k < day.plan.final_cells.size(); ++k)
    for (std::size_t l = 0; l < width; ++l) {
      const auto& cell = day.plan.final_cells[k];
      day.final_demand[day.at(k, l)] = cell.demand * day.final_factor[day.at(k, l)] + day.final_backlog[day.at(k, l)];
      const double passing =
          day.final_passage[day.at(k, l)] < 1
              ? std::min(day.final_demand[day.at(k, l)], day.final_passage[day.at(k, l)] * cell.demand)
              : day.final_demand[day.at(k, l)];
      day.demand[day.at(cell.seller, l)] += passing;
    }
  for (std::size_t c = 0; c < day.demand.size(); ++c) day.demand[c] += day.received[c];
}

template <std::size_t width> void overproduce(Days<width>& day) {
  for (std::size_t i = 0; i < day.industries; ++i)
    for (std::size_t l = 0; l < width; ++l) {
      const PropagationOptions& options = day.of(l);
      const std::size_t c = day.at(i, l);
      const double change = day.demand[c] > 0 ? (day.demand[c] - day.last_output[c]) / day.demand[c] : 0;
      const bool still = std::abs(change) <= options.change_tolerance;
      const double step =
          still ? options.overproduction_base - day.alpha[c] : (options.overproduction_most - day.alpha[c]) * change;
      day.alpha[c] = std::max(1.0, day.alpha[c] + step / options.overproduction_days);
    }
}

template <std::size_t width> void produce(Days<width>& day) {
  for (std::size_t i = 0; i < day.industries; ++i)
    for (std::size_t l = 0; l < width; ++l) {
      const std::size_t c = day.at(i, l);
      const double destroyed = day.plan.capital[i] > 0 ? day.capital_lost[c] / day.plan.capital[i] : 0;
      const double loss = std::min(1.0, std::max(destroyed, day.capacity_loss[c]));
      day.capacity[c] = day.alpha[c] * (1 - loss) * day.plan.output[i];
      day.wanted[c] = std::min(day.demand[c], day.capacity[c]);
      day.share[c] = 1;
      day.old_weight[c] = day.weight[c];
      day.weight[c] = !day.of(l).reweight_suppliers ? 1
                      : day.plan.output[i] > 0      ? day.capacity[c] / day.plan.output[i]
                                                    : 0;
    }
  Vector strength(day.industries * width), before;
  const bool causes = day.options.record_causes;
  for (std::size_t s = 0; s < day.plan.sectors; ++s) {
    for (std::size_t j = 0; j < day.industries; ++j)
      for (std::size_t l = 0; l < width; ++l)
        strength[day.at(j, l)] = day.strength[day.at(s * day.plan.sectors + day.table.industries[j].sector, l)];
    if (causes) before = day.share;
    Kernels<width>::limit({day.plan.limiting.data() + s * day.industries, day.need.data() + s * width,
                           day.stock.data() + s * day.industries * width, day.wanted.data(), strength.data(),
                           day.share.data()},
                          day.industries);
    for (std::size_t c = 0; causes && c < day.share.size(); ++c)
      if (day.share[c] < before[c]) day.limiting[c] = static_cast<std::uint16_t>(s);
  }
  for (std::size_t c = 0; c < day.output.size(); ++c) {
    day.output[c] = day.wanted[c] * day.share[c];
    day.served[c] = day.demand[c] > 0 ? day.output[c] / day.demand[c] : 0;
  }
}

template <std::size_t width> void deliver_final(Days<width>& day) {
  day.final_delivered.fill(0);
  day.lost.fill(0);
  for (std::size_t i = 0; i < day.industries; ++i)
    for (std::size_t l = 0; l < width; ++l) {
      const std::size_t c = day.at(i, l);
      const double asked = day.plan.final_demand[i] + day.backlog[c];
      const double missing = asked * (1 - day.served[c]);
      day.final_delivered[l] += asked * day.served[c] + day.rebuild_demand[c] * day.served[c];
      day.backlog[c] = day.of(l).postponed_share * missing;
      day.given_up[c] = missing - day.backlog[c];
      day.results[l].unmet[i] += day.given_up[c];
      day.unmet_streamed[c] += day.given_up[c];
      day.lost[l] += day.given_up[c];
    }
  for (std::size_t k = 0; k < day.plan.final_cells.size(); ++k)
    for (std::size_t l = 0; l < width; ++l) {
      const auto& cell = day.plan.final_cells[k];
      double passing = day.final_demand[day.at(k, l)];
      if (day.final_passage[day.at(k, l)] < 1)
        passing = std::min(passing, day.final_passage[day.at(k, l)] * cell.demand);
      const double got = passing * day.served[day.at(cell.seller, l)];
      const double missing = day.final_demand[day.at(k, l)] - got;
      day.final_delivered[l] += got;
      day.final_backlog[day.at(k, l)] = day.of(l).postponed_share * missing;
      const double lost = missing - day.final_backlog[day.at(k, l)];
      day.results[l].unmet[cell.seller] += lost;
      day.results[l].unmet_by_region[day.table.final_demands[cell.column].region] += lost;
      day.lost[l] += lost;
      day.final_lost[day.at(k, l)] = lost;
    }
}

template <std::size_t width> void pass_sector(Days<width>& day, std::size_t s, typename Days<width>::Scratch& scratch) {
  std::fill(scratch.sums.begin(), scratch.sums.end(), 0);
  std::fill(scratch.extra.begin(), scratch.extra.end(), 0);
  const SparseRows& structure = day.plan.streams.structure;
  const auto row = [&](std::uint32_t i) {
    const std::uint64_t begin = structure.row_begin[i];
    return StreamRow<typename Days<width>::Value>{
        structure.column.data() + begin, day.plan.streams.value.data() + begin, structure.row_begin[i + 1] - begin};
  };
  for (const std::uint32_t i : day.plan.sector_rows[s]) {
    double old_weight[width];
    for (std::size_t l = 0; l < width; ++l) old_weight[l] = day.old_weight[day.at(i, l)] * day.served[day.at(i, l)];
    Kernels<width>::scatter(row(i), old_weight, day.weight.data() + i * width, scratch.sums.data());
  }
  for (std::size_t k = day.plan.sector_links[s]; k < day.plan.sector_links[s + 1]; ++k)
    for (std::size_t l = 0; l < width; ++l) {
      const auto& link = day.plan.links[k];
      scratch.extra[day.at(link.buyer, l)] += day.link_order[day.at(k, l)] * day.served[day.at(link.seller, l)];
      scratch.sums[(link.buyer * 2 + 1) * width + l] +=
          link.flow * day.passage[day.at(k, l)] * day.weight[day.at(link.seller, l)];
    }
  double* scale = day.scale.data() + s * day.industries * width;
  day.sector_delivered[s].fill(0);
  Kernels<width>::update({day.plan.coefficient.data() + s * day.industries, day.days_held.data() + s * width,
                          day.gap_share.data() + s * width, day.output.data(), day.wanted.data(), scratch.sums.data(),
                          scratch.extra.data(), day.stock.data() + s * day.industries * width, scale,
                          day.sector_delivered[s].data()},
                         day.industries);
  for (const std::uint32_t i : day.plan.sector_rows[s]) {
    double sum[width];
    Kernels<width>::gather(row(i), scale, sum);
    for (std::size_t l = 0; l < width; ++l) day.ordered[day.at(i, l)] = sum[l] * day.weight[day.at(i, l)];
  }
  for (std::size_t k = day.plan.sector_links[s]; k < day.plan.sector_links[s + 1]; ++k)
    for (std::size_t l = 0; l < width; ++l) {
      const auto& link = day.plan.links[k];
      day.link_order[day.at(k, l)] =
          link.flow * day.passage[day.at(k, l)] * day.weight[day.at(link.seller, l)] * scale[day.at(link.buyer, l)];
    }
}

template <std::size_t width> void check_balance(Days<width>& day) {
  typename Days<width>::Lanes delivered = day.final_delivered;
  for (const auto& part : day.sector_delivered)
    for (std::size_t l = 0; l < width; ++l) delivered[l] += part[l];
  typename Days<width>::Lanes made{};
  for (std::size_t i = 0; i < day.industries; ++i)
    for (std::size_t l = 0; l < width; ++l) made[l] += day.output[day.at(i, l)];
  for (std::size_t l = 0; l < width; ++l) {
    day.results[l].total_production.push_back(made[l]);
    if (made[l] > 0)
      day.results[l].worst_balance = std::max(day.results[l].worst_balance, std::abs(delivered[l] - made[l]) / made[l]);
  }
}

template <std::size_t width> void run_day(Days<width>& day, int t) {
  losses_of_day(day, t);
  demand_of_day(day);
  if (t > 1) overproduce(day);
  produce(day);
  deliver_final(day);
  if (std::find(day.options.stock_days.begin(), day.options.stock_days.end(), t) != day.options.stock_days.end())
    for (std::size_t l = 0; l < day.given; ++l)
      for (std::size_t c = l; c < day.stock.size(); c += width) day.results[l].stocks[t].push_back(day.stock[c]);
  const std::size_t workers = day.scratch.size();
  math::ParallelOptions parallel;
  parallel.threads = static_cast<unsigned>(workers);
  parallel.chunk = 1; // one input sector; sector s is always taken by worker s mod workers
  (void)math::parallel_for(day.plan.sectors, parallel, [&](std::size_t begin, std::size_t end) {
    for (std::size_t s = begin; s < end; ++s) pass_sector(day, s, day.scratch[s % workers]);
  });
  check_balance(day);
  take_off_rebuilt(day);
  record(day, t);
  day.last_output = day.output;
}

/// What is left over of final demand is spread over the consuming regions once, at the end.
template <std::size_t width> void finish(Days<width>& day) {
  std::size_t next = 0;
  for (std::size_t i = 0; i < day.industries; ++i)
    for (std::uint64_t k = day.table.final_demand.row_begin[i]; k < day.table.final_demand.row_begin[i + 1]; ++k) {
      if (next < day.plan.final_cells.size() && day.plan.final_cells[next].cell == k) {
        ++next;
        continue;
      }
      const double share = day.table.final_demand.value[k] / day.options.days_per_year / day.plan.final_demand[i];
      const std::uint32_t region = day.table.final_demands[day.table.final_demand.column[k]].region;
      for (std::size_t l = 0; l < day.given; ++l)
        day.results[l].unmet_by_region[region] += share * day.unmet_streamed[day.at(i, l)];
    }
}

template <std::size_t width>
std::vector<PropagationResult> run(const Mrio& table, std::span<const Member> members, std::stop_token stop) {
  Days<width> day(table, members);
  for (int t = 0; t < day.options.days; ++t) {
    if (stop.stop_requested()) throw Stopped();
    run_day(day, t);
  }
  finish(day);
  day.results.resize(day.given);
  return std::move(day.results);
}

} // namespace

PropagationResult propagate_default(const Mrio& table, Member member, std::stop_token stop) {
  return std::move(run<1>(table, {&member, 1}, std::move(stop)).front());
}

std::vector<PropagationResult> propagate_batch(const Mrio& table, std::span<const Member> members,
                                               std::stop_token stop) {
  if (members.empty() || members.size() > batch_lanes) throw Error("a batch of another size than the lanes");
  return run<batch_lanes>(table, members, std::move(stop));
}

} // namespace rashin::supply
