#include "supply/mrio.h"

#include "core/number_text.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace rashin::supply {
namespace {

constexpr std::size_t named_at_most = 10;

/// Gives each name a number in the order of first appearance.
class Names {
 public:
  std::uint32_t number(const std::string& name) {
    const auto [place, added] = numbers_.try_emplace(name, static_cast<std::uint32_t>(names_.size()));
    if (added) names_.push_back(name);
    return place->second;
  }
  std::vector<std::string> take() { return std::move(names_); }

 private:
  std::map<std::string, std::uint32_t> numbers_;
  std::vector<std::string> names_;
};

void keep_largest(std::vector<TableChecks::NamedAmount>& list) {
  std::stable_sort(list.begin(), list.end(),
                   [](const auto& a, const auto& b) { return std::abs(a.amount) > std::abs(b.amount); });
  if (list.size() > named_at_most) list.resize(named_at_most);
}

void label(const IoEntries& entries, Mrio& table, Diagnostics& faults) {
  Names regions, sectors, categories;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> seen;
  for (const IndustryCode& code : entries.industries) {
    const Mrio::Industry industry{regions.number(code.region), sectors.number(code.sector)};
    if (!seen.try_emplace({industry.region, industry.sector}, seen.size()).second)
      faults.push_back(make_diagnostic("mrio-duplicate-code", {entries.name}, {code.region + "|" + code.sector}));
    table.industries.push_back(industry);
  }
  seen.clear();
  for (const FinalDemandCode& code : entries.final_demands) {
    const Mrio::FinalDemand demand{regions.number(code.region), categories.number(code.category)};
    if (!seen.try_emplace({demand.region, demand.category}, seen.size()).second)
      faults.push_back(make_diagnostic("mrio-duplicate-code", {entries.name}, {code.region + "|" + code.category}));
    table.final_demands.push_back(demand);
  }
  table.regions = regions.take();
  table.sectors = sectors.take();
  table.categories = categories.take();
}

/// Applies the rule for negative cells to a copy and notes what it met.
std::vector<IoEntry> without_negatives(std::span<const IoEntry> cells, NegativeRule rule, std::size_t& count,
                                       double& mass, std::vector<std::pair<std::size_t, double>>& worst) {
  std::vector<IoEntry> kept(cells.begin(), cells.end());
  for (std::size_t k = 0; k < kept.size(); ++k) {
    if (!(kept[k].value < 0)) continue;
    ++count;
    mass -= kept[k].value;
    worst.emplace_back(k, kept[k].value);
    if (rule == NegativeRule::Clip) kept[k].value = 0;
  }
  std::stable_sort(worst.begin(), worst.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (worst.size() > named_at_most) worst.resize(named_at_most);
  return kept;
}

void apply_negative_rule(const IoEntries& entries, const MrioOptions& options, CheckedMrio& built) {
  Mrio& table = built.table;
  TableChecks& checks = built.checks;
  checks.rule = options.negatives;
  std::vector<std::pair<std::size_t, double>> worst_flows, worst_demands;
  const std::size_t n = table.size();
  table.flows = make_sparse_rows(
      n, n,
      without_negatives(entries.flows, options.negatives, checks.negative_flows, checks.negative_mass, worst_flows));
  table.final_demand =
      make_sparse_rows(n, table.final_demands.size(),
                       without_negatives(entries.final_demand_flows, options.negatives, checks.negative_final_demands,
                                         checks.negative_mass, worst_demands));
  for (const auto& [k, amount] : worst_flows)
    checks.worst_negative.push_back(
        {industry_name(table, entries.flows[k].row) + " > " + industry_name(table, entries.flows[k].column), amount});
  for (const auto& [k, amount] : worst_demands)
    checks.worst_negative.push_back({industry_name(table, entries.final_demand_flows[k].row) + " > " +
                                         final_demand_name(table, entries.final_demand_flows[k].column),
                                     amount});
  keep_largest(checks.worst_negative);
}

/// Compares what the source states as output with the sum of its own rows, before any rule.
void check_balance(const IoEntries& entries, const MrioOptions& options, CheckedMrio& built, Diagnostics& notes) {
  if (entries.stated_output.empty()) return;
  std::vector<double> sums(built.table.size(), 0);
  for (const IoEntry& cell : entries.flows) sums[cell.row] += cell.value;
  for (const IoEntry& cell : entries.final_demand_flows) sums[cell.row] += cell.value;
  std::size_t off = 0;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const double difference = sums[i] - entries.stated_output[i];
    built.checks.largest_imbalance = std::max(built.checks.largest_imbalance, std::abs(difference));
    if (difference != 0) built.checks.worst_balance.push_back({industry_name(built.table, i), difference});
    if (std::abs(difference) > options.balance_tolerance * (1 + std::abs(entries.stated_output[i]))) ++off;
  }
  keep_largest(built.checks.worst_balance);
  if (off > 0)
    notes.push_back(make_diagnostic("mrio-unbalanced", {entries.name},
                                    {std::to_string(off), built.checks.worst_balance.front().what,
                                     shortest(built.checks.worst_balance.front().amount)}));
}

Diagnostics shape_faults(const IoEntries& entries) {
  Diagnostics faults;
  const std::size_t n = entries.industries.size(), demands = entries.final_demands.size();
  if (n == 0) faults.push_back(make_diagnostic("mrio-empty", {entries.name}));
  if (std::max(n, demands) > max_sparse_columns)
    faults.push_back(make_diagnostic("mrio-too-wide", {entries.name}, {std::to_string(std::max(n, demands))}));
  if (!entries.stated_output.empty() && entries.stated_output.size() != n)
    faults.push_back(make_diagnostic("mrio-output-count", {entries.name},
                                     {std::to_string(entries.stated_output.size()), std::to_string(n)}));
  const auto inside = [](const std::vector<IoEntry>& cells, std::size_t rows, std::size_t columns) {
    return std::all_of(cells.begin(), cells.end(), [=](const IoEntry& cell) {
      return cell.row < rows && cell.column < columns && std::isfinite(cell.value);
    });
  };
  if (!inside(entries.flows, n, n) || !inside(entries.final_demand_flows, n, demands))
    faults.push_back(make_diagnostic("mrio-cell-outside", {entries.name}));
  return faults;
}

} // namespace

Result<CheckedMrio> make_mrio(const IoEntries& entries, const MrioOptions& options) {
  Diagnostics notes = shape_faults(entries);
  if (has_errors(notes)) return notes;
  CheckedMrio built;
  built.table.name = entries.name;
  built.table.unit = entries.unit;
  built.table.year = entries.year;
  label(entries, built.table, notes);
  if (has_errors(notes)) return notes;
  apply_negative_rule(entries, options, built);
  const std::size_t negatives = built.checks.negative_flows + built.checks.negative_final_demands;
  if (options.negatives == NegativeRule::Refuse && negatives > 0)
    return make_diagnostic("mrio-negative", {entries.name},
                           {std::to_string(negatives), built.checks.worst_negative.front().what,
                            shortest(built.checks.worst_negative.front().amount)});
  check_balance(entries, options, built, notes);
  built.table.output = row_sums(built.table.flows);
  const std::vector<double> demand = final_demand_totals(built.table);
  for (std::size_t i = 0; i < built.table.size(); ++i) built.table.output[i] += demand[i];
  check_industries(built);
  return {std::move(built), std::move(notes)};
}

void check_industries(CheckedMrio& built) {
  const std::vector<double> added = value_added(built.table);
  for (std::size_t i = 0; i < built.table.size(); ++i) {
    if (built.table.output[i] == 0) built.checks.without_output.push_back(industry_name(built.table, i));
    if (added[i] < 0) built.checks.negative_value_added.push_back({industry_name(built.table, i), added[i]});
  }
  keep_largest(built.checks.negative_value_added);
}

IoEntries to_entries(const Mrio& table) {
  IoEntries entries{table.name, table.unit, table.year, {}, {}, {}, {}, {}};
  for (const auto& [region, sector] : table.industries)
    entries.industries.push_back({table.regions[region], table.sectors[sector]});
  for (const auto& [region, category] : table.final_demands)
    entries.final_demands.push_back({table.regions[region], table.categories[category]});
  const auto list = [](const SparseRows& matrix, std::vector<IoEntry>& cells) {
    cells.reserve(matrix.cells());
    for (std::size_t row = 0; row < matrix.rows; ++row)
      for (std::uint64_t k = matrix.row_begin[row]; k < matrix.row_begin[row + 1]; ++k)
        cells.push_back({static_cast<std::uint32_t>(row), matrix.column[k], matrix.value[k]});
  };
  list(table.flows, entries.flows);
  list(table.final_demand, entries.final_demand_flows);
  return entries;
}

std::string industry_name(const Mrio& table, std::size_t industry) {
  const auto& [region, sector] = table.industries[industry];
  return table.regions[region] + "|" + table.sectors[sector];
}

std::string final_demand_name(const Mrio& table, std::size_t column) {
  const auto& [region, category] = table.final_demands[column];
  return table.regions[region] + "|" + table.categories[category];
}

std::vector<std::uint32_t> matching_industries(const Mrio& table, std::string_view selector) {
  std::vector<std::uint32_t> list;
  const std::size_t bar = selector.find('|');
  const std::string_view region = selector.substr(0, bar);
  const std::string_view sector = bar == std::string_view::npos ? "*" : selector.substr(bar + 1);
  for (std::uint32_t i = 0; i < table.size(); ++i) {
    const auto& [its_region, its_sector] = table.industries[i];
    if ((region == "*" || table.regions[its_region] == region) &&
        (sector == "*" || table.sectors[its_sector] == sector))
      list.push_back(i);
  }
  return list;
}

std::optional<std::size_t> find_name(const std::vector<std::string>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

std::optional<std::size_t> find_industry(const Mrio& table, std::string_view name) {
  const std::size_t bar = name.find('|');
  if (bar == std::string_view::npos) return std::nullopt;
  const auto region = find_name(table.regions, name.substr(0, bar));
  const auto sector = find_name(table.sectors, name.substr(bar + 1));
  if (!region || !sector) return std::nullopt;
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table.industries[i].region == *region && table.industries[i].sector == *sector) return i;
  return std::nullopt;
}

std::vector<double> value_added(const Mrio& table) {
  std::vector<double> added = table.output;
  const std::vector<double> inputs = column_sums(table.flows);
  for (std::size_t i = 0; i < added.size(); ++i) added[i] -= inputs[i];
  return added;
}

std::vector<double> final_demand_totals(const Mrio& table) {
  return row_sums(table.final_demand);
}

IoEntries aggregated(const IoEntries& entries, const std::vector<IndustryCode>& of_industry,
                     const std::vector<FinalDemandCode>& of_final_demand) {
  IoEntries sum{entries.name, entries.unit, entries.year, {}, {}, {}, {}, {}};
  const auto number = [](auto& codes, const auto& wanted) {
    std::vector<std::uint32_t> places;
    std::map<std::pair<std::string, std::string>, std::uint32_t> known;
    for (const auto& code : wanted) {
      const auto& [region, part] = code;
      const auto [place, added] = known.try_emplace({region, part}, static_cast<std::uint32_t>(codes.size()));
      if (added) codes.push_back(code);
      places.push_back(place->second);
    }
    return places;
  };
  const std::vector<std::uint32_t> industry = number(sum.industries, of_industry);
  const std::vector<std::uint32_t> demand = number(sum.final_demands, of_final_demand);
  for (const IoEntry& cell : entries.flows)
    sum.flows.push_back({industry[cell.row], industry[cell.column], cell.value});
  for (const IoEntry& cell : entries.final_demand_flows)
    sum.final_demand_flows.push_back({industry[cell.row], demand[cell.column], cell.value});
  // Cells that now meet are added up here, so that a negative cell may be balanced before any rule sees it.
  const auto merge = [](std::vector<IoEntry>& cells) {
    std::stable_sort(cells.begin(), cells.end(), [](const IoEntry& a, const IoEntry& b) {
      return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    std::size_t kept = 0;
    for (std::size_t k = 0; k < cells.size();) {
      IoEntry cell = cells[k++];
      while (k < cells.size() && cells[k].row == cell.row && cells[k].column == cell.column)
        cell.value += cells[k++].value;
      cells[kept++] = cell;
    }
    cells.resize(kept);
  };
  merge(sum.flows);
  merge(sum.final_demand_flows);
  if (!entries.stated_output.empty()) {
    sum.stated_output.assign(sum.industries.size(), 0);
    for (std::size_t i = 0; i < industry.size(); ++i) sum.stated_output[industry[i]] += entries.stated_output[i];
  }
  return sum;
}

IoEntries aggregated(const Mrio& table, const Aggregation& map) {
  std::vector<FinalDemandCode> demands;
  for (const auto& [region, category] : table.final_demands)
    demands.push_back({map.of_region[region], table.categories[category]});
  return aggregated(to_entries(table), map.of_industry, demands);
}

} // namespace rashin::supply
