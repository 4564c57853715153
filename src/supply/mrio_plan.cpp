#include "supply/mrio_plan.h"

#include <algorithm>
#include <cmath>

namespace rashin::supply {
namespace {

struct Cells {
  std::vector<std::uint64_t> flows, final_demand;
};

/// Calls with every cell of the shock: (cell, row) of flows or of final demand.
template <class OnFlow, class OnFinal>
void each_cell(const Mrio& table, const TableShock& shock, OnFlow on_flow, OnFinal on_final) {
  std::vector<bool> buyers(table.size()), regions(table.regions.size());
  if (shock.kind == TableShockKind::Link) {
    for (const std::uint32_t j : shock.buyers) buyers[j] = true;
    for (const std::uint32_t r : shock.buyer_regions) regions[r] = true;
    for (const std::uint32_t i : shock.sellers) {
      for (std::uint64_t k = table.flows.row_begin[i]; k < table.flows.row_begin[i + 1]; ++k)
        if (buyers[table.flows.column[k]]) on_flow(k, i);
      for (std::uint64_t k = table.final_demand.row_begin[i]; k < table.final_demand.row_begin[i + 1]; ++k)
        if (regions[table.final_demands[table.final_demand.column[k]].region]) on_final(k, i);
    }
  } else if (shock.kind == TableShockKind::FinalDemand) {
    for (const std::uint32_t r : shock.demand_regions) regions[r] = true;
    if (shock.demand_regions.empty()) regions.assign(regions.size(), true);
    for (const IndustryImpact& impact : shock.impacts)
      for (std::uint64_t k = table.final_demand.row_begin[impact.industry];
           k < table.final_demand.row_begin[impact.industry + 1]; ++k)
        if (regions[table.final_demands[table.final_demand.column[k]].region]) on_final(k, impact.industry);
  }
}

void sort_unique(std::vector<std::uint64_t>& cells) {
  std::sort(cells.begin(), cells.end());
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
}

std::uint32_t row_of(const SparseRows& matrix, std::uint64_t cell) {
  const auto after = std::upper_bound(matrix.row_begin.begin(), matrix.row_begin.end(), cell);
  return static_cast<std::uint32_t>(after - matrix.row_begin.begin() - 1);
}

template <class Value>
void add_coefficients(const Mrio& table, const PropagationOptions& options, EnginePlan<Value>& plan) {
  const std::size_t n = plan.industries;
  plan.coefficient.assign(plan.sectors * n, 0);
  for (std::size_t i = 0; i < n; ++i)
    for (std::uint64_t k = table.flows.row_begin[i]; k < table.flows.row_begin[i + 1]; ++k)
      plan.coefficient[table.industries[i].sector * n + table.flows.column[k]] +=
          static_cast<double>(static_cast<Value>(table.flows.value[k] / options.days_per_year));
  plan.limiting.resize(plan.coefficient.size());
  for (std::size_t c = 0; c < plan.coefficient.size(); ++c) {
    const double output = plan.output[c % n];
    plan.coefficient[c] = output != 0 ? plan.coefficient[c] / output : 0;
    plan.limiting[c] = plan.coefficient[c] > options.smallest_input_share ? plan.coefficient[c] : 0;
  }
}

} // namespace

template <class Value>
EnginePlan<Value> make_plan(const Mrio& table, std::span<const std::span<const TableShock>> members,
                            const PropagationOptions& options) {
  EnginePlan<Value> plan;
  const std::size_t n = plan.industries = table.size();
  plan.sectors = table.sectors.size();
  Cells watched;
  for (const auto& shocks : members)
    for (const TableShock& shock : shocks)
      each_cell(
          table, shock, [&](std::uint64_t k, std::uint32_t) { watched.flows.push_back(k); },
          [&](std::uint64_t k, std::uint32_t) { watched.final_demand.push_back(k); });
  sort_unique(watched.flows);
  sort_unique(watched.final_demand);

  plan.streams.structure = table.flows;
  plan.streams.value.resize(table.flows.cells());
  for (std::size_t k = 0; k < plan.streams.value.size(); ++k)
    plan.streams.value[k] = static_cast<Value>(table.flows.value[k] / options.days_per_year);
  // Output is added up from the flows as stored, so that the undisturbed economy stands still to the last digit.
  plan.output.assign(n, 0);
  plan.final_demand.assign(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    for (std::uint64_t k = table.flows.row_begin[i]; k < table.flows.row_begin[i + 1]; ++k)
      plan.output[i] += static_cast<double>(plan.streams.value[k]);
    for (std::uint64_t k = table.final_demand.row_begin[i]; k < table.final_demand.row_begin[i + 1]; ++k)
      plan.final_demand[i] += table.final_demand.value[k] / options.days_per_year;
    plan.output[i] += plan.final_demand[i];
  }
  const std::vector<double> added = value_added(table);
  for (std::size_t i = 0; i < n; ++i) {
    plan.value_added_share.push_back(table.output[i] != 0 ? added[i] / table.output[i] : 0);
    plan.capital.push_back(options.capital_ratio * std::max(0.0, added[i]));
  }
  add_coefficients(table, options, plan);

  plan.sector_rows.resize(plan.sectors);
  for (std::uint32_t i = 0; i < n; ++i) plan.sector_rows[table.industries[i].sector].push_back(i);
  for (const std::uint64_t k : watched.flows) {
    plan.links.push_back(
        {row_of(table.flows, k), table.flows.column[k], static_cast<double>(plan.streams.value[k]), k});
    plan.streams.value[k] = 0;
  }
  const auto sector = [&](const auto& link) { return table.industries[link.seller].sector; };
  std::stable_sort(plan.links.begin(), plan.links.end(),
                   [&](const auto& a, const auto& b) { return sector(a) < sector(b); });
  plan.sector_links.assign(plan.sectors + 1, 0);
  for (const auto& link : plan.links) ++plan.sector_links[sector(link) + 1];
  for (std::size_t s = 0; s < plan.sectors; ++s) plan.sector_links[s + 1] += plan.sector_links[s];
  for (const std::uint64_t k : watched.final_demand) {
    const std::uint32_t seller = row_of(table.final_demand, k);
    const double demand = table.final_demand.value[k] / options.days_per_year;
    plan.final_cells.push_back({seller, table.final_demand.column[k], demand, k});
  }
  for (const auto& watched_cell : plan.final_cells) plan.final_demand[watched_cell.seller] = 0;
  for (std::size_t c = 0; c < plan.final_cells.size(); ++c) {
    const std::uint32_t i = plan.final_cells[c].seller;
    if (c > 0 && plan.final_cells[c - 1].seller == i) continue;
    for (std::uint64_t k = table.final_demand.row_begin[i]; k < table.final_demand.row_begin[i + 1]; ++k)
      if (!std::binary_search(watched.final_demand.begin(), watched.final_demand.end(), k))
        plan.final_demand[i] += table.final_demand.value[k] / options.days_per_year;
  }
  return plan;
}

template <class Value>
WatchedPlaces watched_places(const Mrio& table, const EnginePlan<Value>& plan, const TableShock& shock) {
  WatchedPlaces places;
  const auto before = [](const auto& watched, std::uint64_t cell) { return watched.cell < cell; };
  each_cell(
      table, shock,
      [&](std::uint64_t cell, std::uint32_t seller) {
        const std::size_t s = table.industries[seller].sector;
        const auto begin = plan.links.begin();
        const auto at = std::lower_bound(begin + static_cast<std::ptrdiff_t>(plan.sector_links[s]),
                                         begin + static_cast<std::ptrdiff_t>(plan.sector_links[s + 1]), cell, before);
        places.links.push_back(static_cast<std::uint32_t>(at - begin));
      },
      [&](std::uint64_t cell, std::uint32_t) {
        const auto at = std::lower_bound(plan.final_cells.begin(), plan.final_cells.end(), cell, before);
        places.final_cells.push_back(static_cast<std::uint32_t>(at - plan.final_cells.begin()));
      });
  return places;
}

template EnginePlan<double> make_plan(const Mrio&, std::span<const std::span<const TableShock>>,
                                      const PropagationOptions&);
template EnginePlan<float> make_plan(const Mrio&, std::span<const std::span<const TableShock>>,
                                     const PropagationOptions&);
template WatchedPlaces watched_places(const Mrio&, const EnginePlan<double>&, const TableShock&);
template WatchedPlaces watched_places(const Mrio&, const EnginePlan<float>&, const TableShock&);

} // namespace rashin::supply
