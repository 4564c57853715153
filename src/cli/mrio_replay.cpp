#include "cli/mrio_replay.h"

#include "cli/mrio_reference.h"
#include "cli/mrio_scenario.h"
#include "cli/mrio_source.h"

#include <charconv>

namespace rashin::cli {
namespace fs = std::filesystem;
namespace {

using supply::DayTable;
using supply::Mrio;
using supply::PropagationResult;
using Vector = std::vector<double>;

constexpr double usual_tolerance = 1e-9, late_tolerance = 1e-5;
constexpr double usual_floor = 1e-4, unmet_floor = 1e-2; ///< of the baseline of a cell
constexpr int late_day = 200;

struct Comparison {
  const Mrio& table;
  const supply::PropagationOptions& options;
  const PropagationResult& result;
  fs::path folder;
  Diagnostics faults;
  std::vector<Deviation> found;

  /// Compares a file if the folder has it; for the base model early and late days apart.
  template <class MakeOurs> void file(const std::string& name, MakeOurs make_ours) {
    if (!fs::exists(folder / name)) return;
    const auto reference = read_reference_table(folder / name);
    if (!reference)
      return faults.insert(faults.end(), reference.diagnostics().begin(), reference.diagnostics().end()), void();
    const Ours ours = make_ours(*reference);
    if (!options.base_model) return found.push_back(compare(name, *reference, usual_tolerance, ours));
    for (const bool late : {false, true}) {
      ReferenceTable part{{}, reference->columns, {}};
      std::vector<std::size_t> rows;
      for (std::size_t row = 0; row < reference->rows.size(); ++row) {
        if ((day_of(reference->rows[row]).value_or(0) >= late_day) != late) continue;
        rows.push_back(row);
        part.rows.push_back(reference->rows[row]);
        const auto begin = reference->value.begin() + static_cast<std::ptrdiff_t>(row * part.columns.size());
        part.value.insert(part.value.end(), begin, begin + static_cast<std::ptrdiff_t>(part.columns.size()));
      }
      found.push_back(compare(name + (late ? ", from day 200" : ", to day 199"), part,
                              late ? late_tolerance : usual_tolerance,
                              [&](std::size_t row, std::size_t column) { return ours(rows[row], column); }));
    }
  }

  static std::optional<int> day_of(std::string_view label) {
    int day = 0;
    const auto [end, error] = std::from_chars(label.data(), label.data() + label.size(), day);
    const bool whole = end == label.data() + label.size() || *end == '|';
    return error == std::errc() && whole ? std::optional(day) : std::nullopt;
  }
  std::optional<std::size_t> row_of(const std::string& label) const {
    const auto day = day_of(label);
    if (!day || *day < 0 || *day >= result.days) return std::nullopt;
    return static_cast<std::size_t>(*day);
  }

  /// Days down, columns found by name.
  auto by_day(const DayTable& table_of_days, const std::vector<std::string>& names, const Vector& baseline,
              double floor = usual_floor) {
    return [&, names, floor](const ReferenceTable& reference) -> Ours {
      const auto column_place = places(reference.columns, names);
      std::vector<std::optional<std::size_t>> row_place;
      for (const std::string& label : reference.rows) row_place.push_back(row_of(label));
      return [&, column_place, row_place, floor](std::size_t row, std::size_t column) -> std::optional<OurValue> {
        if (!column_place[column] || !row_place[row]) return std::nullopt;
        return OurValue{table_of_days(*row_place[row], *column_place[column]), floor * baseline[*column_place[column]]};
      };
    };
  }

  auto stocks() {
    return [&](const ReferenceTable& reference) -> Ours {
      const auto column_place = places(reference.columns, industry_names(table));
      return [&, column_place, rows = reference.rows](std::size_t row, std::size_t column) -> std::optional<OurValue> {
        const auto day = row_of(rows[row]);
        const auto input = supply::find_name(table.sectors, rows[row].substr(rows[row].find('|') + 1));
        if (!day || !input || !column_place[column]) return std::nullopt;
        const auto at = result.stocks.find(static_cast<int>(*day));
        if (at == result.stocks.end()) return std::nullopt;
        const double stock = at->second[*input * table.size() + *column_place[column]];
        return OurValue{stock, 0};
      };
    };
  }
};

DayTable by_region(const Mrio& table, const DayTable& days, bool of_industries) {
  DayTable sums;
  sums.columns = table.regions.size();
  const std::size_t count = days.value.size() / days.columns;
  sums.value.assign(count * sums.columns, 0);
  for (std::size_t t = 0; t < count; ++t)
    for (std::size_t c = 0; c < days.columns; ++c) {
      const std::uint32_t region = of_industries ? table.industries[c].region : table.final_demands[c].region;
      sums.value[t * sums.columns + region] += days(t, c);
    }
  return sums;
}

std::vector<Deviation> compare_run(Comparison& all) {
  const Mrio& table = all.table;
  const double year = all.options.days_per_year;
  Vector output(table.size()), demand(table.final_demands.size(), 0), regional_output(table.regions.size(), 0),
      regional_demand(table.regions.size(), 0), yearly = table.output;
  for (std::size_t i = 0; i < table.size(); ++i) {
    output[i] = table.output[i] / year;
    regional_output[table.industries[i].region] += output[i];
  }
  const Vector columns = supply::column_sums(table.final_demand);
  for (std::size_t f = 0; f < demand.size(); ++f) {
    demand[f] = columns[f] / year;
    regional_demand[table.final_demands[f].region] += demand[f];
  }
  const auto industries = industry_names(table), demands = final_demand_names(table);
  const DayTable production = by_region(table, all.result.production, true);
  const DayTable unmet = by_region(table, all.result.unmet_by_column, false);
  DayTable loss{table.size(), all.result.production_loss};
  all.file("production.csv", all.by_day(all.result.production, industries, output));
  all.file("production_capacity.csv", all.by_day(all.result.capacity, industries, output));
  all.file("intermediate_demand_received.csv", all.by_day(all.result.intermediate_demand, industries, output));
  all.file("rebuild_production.csv", all.by_day(all.result.rebuilding, industries, output));
  all.file("final_demand_unmet.csv", all.by_day(all.result.unmet_by_column, demands, demand, unmet_floor));
  all.file("input_stocks_selected_steps.csv", all.stocks());
  all.file("production_by_region.csv", all.by_day(production, table.regions, regional_output));
  all.file("final_demand_unmet_by_region.csv", all.by_day(unmet, table.regions, regional_demand, unmet_floor));
  all.file("production_selected_steps.csv", all.by_day(all.result.production, industries, output));
  all.file("cum_production_loss_by_industry.csv", [&](const ReferenceTable& reference) -> Ours {
    return
        [&, row_place = places(reference.rows, industries)](std::size_t row, std::size_t) -> std::optional<OurValue> {
          if (!row_place[row]) return std::nullopt;
          return OurValue{loss(0, *row_place[row]), usual_floor * yearly[*row_place[row]]};
        };
  });
  return std::move(all.found);
}

} // namespace

Result<std::vector<Deviation>> replay(const fs::path& folder, const std::vector<fs::path>& tables) {
  const fs::path file = folder / "scenario.json";
  const auto json = read_whole_file(file);
  if (!json) return json.diagnostics();
  const auto name = scenario_table(*json, file.string());
  if (!name) return name.diagnostics();
  const auto source = find_table(*name, tables, folders_above(folder));
  if (!source) return source.diagnostics();
  const auto table = load_table(*source);
  if (!table) return table.diagnostics();
  auto scenario = read_reference_run(*json, file.string(), table->table);
  if (!scenario) return scenario.diagnostics();
  Scenario run = scenario.take();
  run.options.stock_days = {0, 1, 30, 364};
  const auto result = supply::propagate(table->table, run.shocks, run.options);
  if (!result) return result.diagnostics();
  Comparison all{table->table, run.options, *result, folder, {}, {}};
  std::vector<Deviation> found = compare_run(all);
  if (!all.faults.empty()) return all.faults;
  return found;
}

} // namespace rashin::cli
