#include "supply/mrio_propagation.h"

#include "supply/mrio_compatible.h"
#include "supply/mrio_engine.h"

#include "core/number_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rashin::supply {
namespace {

/// Gathers values outside their range.
class Ranges {
 public:
  explicit Ranges(Diagnostics& faults) : faults_(faults) {}
  void expect(bool right, const std::string& what, double value, std::string_view range) {
    if (!right || std::isnan(value))
      faults_.push_back(make_diagnostic("mrio-value-range", {}, {what, std::to_string(value), range}));
  }

 private:
  Diagnostics& faults_;
};

void check_options(const PropagationOptions& options, Ranges ranges) {
  ranges.expect(options.days >= 1 && options.days <= 100'000, "days", options.days, "1 … 100000");
  ranges.expect(options.days_per_year > 0, "days_per_year", options.days_per_year, "> 0");
  ranges.expect(options.overproduction_most >= 1, "overproduction_most", options.overproduction_most, "≥ 1");
  ranges.expect(options.overproduction_base >= 1, "overproduction_base", options.overproduction_base, "≥ 1");
  ranges.expect(options.overproduction_days > 0, "overproduction_days", options.overproduction_days, "> 0");
  ranges.expect(options.stock_need >= 0 && options.stock_need <= 1, "stock_need", options.stock_need, "0 … 1");
  ranges.expect(options.restocking_days >= 1, "restocking_days", options.restocking_days, "≥ 1");
  ranges.expect(options.input_days >= 0, "input_days", options.input_days, "≥ 0");
  for (const double days : options.input_days_by_sector) ranges.expect(days >= 0, "input_days_by_sector", days, "≥ 0");
  ranges.expect(options.capital_ratio > 0, "capital_ratio", options.capital_ratio, "> 0");
  ranges.expect(options.postponed_share >= 0 && options.postponed_share <= 1, "postponed_share",
                options.postponed_share, "0 … 1");
  ranges.expect(options.threads >= 1 && options.threads <= 256, "threads", options.threads, "1 … 256");
}

void check_shock(const Mrio& table, const TableShock& shock, Ranges ranges) {
  const std::string name = "shock \"" + shock.name + "\": ";
  ranges.expect(shock.start >= 0, name + "start", shock.start, "≥ 0");
  ranges.expect(shock.duration >= 0, name + "duration", shock.duration, "≥ 0");
  if (shock.recovery != Recovery::None && shock.recovery != Recovery::Profile)
    ranges.expect(shock.recovery_days > 0, name + "recovery_days", shock.recovery_days, "> 0");
  ranges.expect(shock.passage >= 0 && shock.passage <= 1, name + "passage", shock.passage, "0 … 1");
  ranges.expect(shock.route_share >= 0 && shock.route_share <= 1, name + "route_share", shock.route_share, "0 … 1");
  for (const double share : shock.profile) ranges.expect(share >= 0 && share <= 1, name + "profile", share, "0 … 1");
  const double n = static_cast<double>(table.size());
  for (const IndustryImpact& impact : shock.impacts) {
    ranges.expect(impact.industry < table.size(), name + "industry", impact.industry, "0 … " + std::to_string(n - 1));
    if (shock.kind == TableShockKind::Capacity)
      ranges.expect(impact.amount >= 0 && impact.amount <= 1, name + "impact", impact.amount, "0 … 1");
    else
      ranges.expect(shock.kind == TableShockKind::Capital ? impact.amount >= 0 : impact.amount <= 1, name + "impact",
                    impact.amount, shock.kind == TableShockKind::Capital ? "≥ 0" : "≤ 1");
  }
  for (const auto* list : {&shock.sellers, &shock.buyers})
    for (const std::uint32_t i : *list) ranges.expect(i < table.size(), name + "industry", i, "the table's industries");
  for (const auto* list : {&shock.buyer_regions, &shock.demand_regions})
    for (const std::uint32_t r : *list)
      ranges.expect(r < table.regions.size(), name + "region", r, "the table's regions");
  for (const SectorShare& part : shock.rebuilding) {
    ranges.expect(part.sector < table.sectors.size(), name + "rebuilding", part.sector, "the table's sectors");
    ranges.expect(part.share >= 0 && part.share <= 1, name + "rebuilding share", part.share, "0 … 1");
  }
  if (shock.kind == TableShockKind::Capital && !shock.rebuilding.empty()) {
    ranges.expect(shock.rebuild_days > 0, name + "rebuild_days", shock.rebuild_days, "> 0");
    ranges.expect(shock.rebuild_factor > 0, name + "rebuild_factor", shock.rebuild_factor, "> 0");
  }
}

/// The compatible model knows one kind of event at a time, and of arbitrary ones a single event (defects 1 and 2).
void check_compatible(std::span<const TableShock> shocks, Diagnostics& faults) {
  std::size_t capacity = 0, capital = 0, other = 0;
  for (const TableShock& shock : shocks) {
    if (shock.kind == TableShockKind::Capacity) ++capacity;
    if (shock.kind == TableShockKind::Capital) ++capital;
    if (shock.kind == TableShockKind::Link || shock.kind == TableShockKind::FinalDemand ||
        shock.recovery == Recovery::Profile)
      ++other;
  }
  const auto refuse = [&](std::string_view why) { faults.push_back(make_diagnostic("mrio-compat-events", {}, {why})); };
  if (other > 0) refuse("links, final demand and profiles are not part of its model");
  if (capacity > 1) refuse("two capacity events");
  if (capacity > 0 && capital > 0) refuse("a capacity event beside a capital event");
}

void add_losses(const Mrio& table, const PropagationOptions& options, PropagationResult& result) {
  const std::vector<double> added = value_added(table);
  const std::size_t n = table.size();
  result.production_loss.assign(n, 0);
  result.value_added_loss.assign(n, 0);
  for (int t = 0; t < result.days; ++t) {
    double today = 0, lost = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const double made = result.production(static_cast<std::size_t>(t), i);
      const double share = table.output[i] != 0 ? added[i] / table.output[i] : 0;
      today += share * made;
      result.production_loss[i] += table.output[i] / options.days_per_year - made;
      result.value_added_loss[i] += share * (table.output[i] / options.days_per_year - made);
      lost += share * (table.output[i] / options.days_per_year - made);
    }
    result.total_value_added.push_back(today);
    result.total_value_added_loss.push_back(lost);
  }
  result.total_postponed.assign(static_cast<std::size_t>(result.days), 0);
}

/// The engine shares out what is there: a cell below zero has no meaning for it.
void refuse_negatives(const Mrio& table, Diagnostics& faults) {
  std::size_t count = 0;
  std::string worst;
  double least = 0;
  const auto look = [&](const SparseRows& matrix, auto name) {
    for (std::size_t row = 0; row < matrix.rows; ++row)
      for (std::uint64_t k = matrix.row_begin[row]; k < matrix.row_begin[row + 1]; ++k) {
        if (!(matrix.value[k] < 0)) continue;
        ++count;
        if (matrix.value[k] >= least) continue;
        least = matrix.value[k];
        worst = industry_name(table, row) + " > " + name(table, matrix.column[k]);
      }
  };
  look(table.flows, industry_name);
  look(table.final_demand, final_demand_name);
  if (count > 0)
    faults.push_back(make_diagnostic("mrio-negative", {table.name}, {std::to_string(count), worst, shortest(least)}));
}

} // namespace

std::vector<double> stock_targets(const Mrio& table, const PropagationOptions& options) {
  std::vector<double> days(table.sectors.size(), options.input_days);
  if (!options.input_days_by_sector.empty()) days = options.input_days_by_sector;
  for (double& held : days)
    if (held <= 1) held = 2;
  return days;
}

std::vector<int> recovery_days(const Mrio& table, const PropagationOptions& options, const DayTable& production) {
  std::vector<int> recovered(table.size(), 0);
  const std::size_t days = production.columns == 0 ? 0 : production.value.size() / production.columns;
  for (std::size_t i = 0; i < table.size(); ++i)
    for (std::size_t t = days; t-- > 0;)
      if (production(t, i) < (1 - options.recovery_tolerance) * table.output[i] / options.days_per_year) {
        recovered[i] = static_cast<int>(t) + 1;
        break;
      }
  return recovered;
}

Diagnostics check_propagation(const Mrio& table, std::span<const TableShock> shocks,
                              const PropagationOptions& options) {
  Diagnostics faults;
  const Ranges ranges(faults);
  check_options(options, ranges);
  if (!options.input_days_by_sector.empty() && options.input_days_by_sector.size() != table.sectors.size())
    faults.push_back(make_diagnostic("mrio-value-range", {},
                                     {"input_days_by_sector", std::to_string(options.input_days_by_sector.size()),
                                      std::to_string(table.sectors.size()) + " sectors"}));
  for (const TableShock& shock : shocks) check_shock(table, shock, ranges);
  if (options.engine == Engine::Compatible) check_compatible(shocks, faults);
  refuse_negatives(table, faults);
  return faults;
}

Result<PropagationResult> propagate(const Mrio& table, std::span<const TableShock> shocks,
                                    const PropagationOptions& options, std::stop_token stop) {
  Diagnostics faults = check_propagation(table, shocks, options);
  if (!faults.empty()) return faults;
  PropagationResult result;
  if (options.engine == Engine::Compatible) {
    result = propagate_compatible(table, shocks, options, std::move(stop));
    add_losses(table, options, result);
  } else {
    result = propagate_default(table, {shocks, &options}, std::move(stop));
  }
  if (!result.production.value.empty()) result.recovery_day = recovery_days(table, options, result.production);
  return result;
}

} // namespace rashin::supply
