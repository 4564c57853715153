#pragma once
#include "core/result.h"
#include "supply/input_class.h"
#include "supply/mrio.h"
#include "supply/mrio_shock.h"

#include <cstdint>
#include <limits>
#include <map>
#include <span>
#include <stop_token>
#include <vector>

namespace rashin::supply {

/// Days of an input that never runs short (services, say).
inline constexpr double never_short = std::numeric_limits<double>::infinity();

enum class Engine {
  Default,    ///< the corrected engine
  Compatible, ///< BoARIO 0.6.3 with its quirks: a lag of one day, lost small stock changes, one kind of event at a time
};

/// The class of input `input` in the sectors `user` (no_sector: in all). Later rules overrule earlier ones.
inline constexpr std::uint32_t no_sector = 0xffffffff;
struct InputRule {
  std::uint32_t input = no_sector;
  std::uint32_t user = no_sector;
  InputClass input_class = InputClass::Essential;
};

/// Parameters of the daily engine; the defaults are those of the literature (Hallegatte 2008, 2014; Guan et al. 2020)
/// as the reference runs use them.
struct PropagationOptions {
  Engine engine = Engine::Default;
  int days = 365;
  double days_per_year = 365;

  double overproduction_base = 1.0;
  double overproduction_most = 1.25; ///< most production over its usual capacity
  double overproduction_days = 365;  ///< time to get there

  bool base_model = false;                  ///< the model of 2008: stocks needed in full, gaps ordered at once
  double stock_need = 0.80;                 ///< share of the target stock below which production is limited (psi)
  double restocking_days = 60;              ///< time over which a gap in stocks is ordered
  double input_days = 90;                   ///< days of use held of each input …
  std::vector<double> input_days_by_sector; ///< … or per input sector; never_short allowed

  bool reweight_suppliers = true; ///< buyers turn to suppliers with capacity left
  double capital_ratio = 4;       ///< capital over yearly value added
  double monetary_factor = 1e6;   ///< unit of the table in single currency units: rounding of the compatible mode

  std::vector<InputRule> input_rules;       ///< default engine; none: every input is essential
  double postponed_share = 0;               ///< share of unmet final demand that comes back the next day
  double smallest_input_share = 1e-5 / 365; ///< of output: below it an input never stops its user
  double change_tolerance = 1e-9;           ///< relative demand change that counts as none
  double recovery_tolerance = 0.01;         ///< recovered: output stays within this of its baseline

  int threads = 1;               ///< of the default engine; the result is the same bytes for any number
  bool record_industries = true; ///< keep the day-by-industry results
  bool record_causes = true;     ///< keep what explain() needs
  std::vector<int> stock_days;   ///< days of which the stocks are kept
};

/// What limited an industry on a day.
enum class Limit : std::uint8_t { None, Capacity, Input };

/// Row-major day × column.
struct DayTable {
  std::size_t columns = 0;
  std::vector<double> value;
  double operator()(std::size_t day, std::size_t column) const { return value[day * columns + column]; }
  std::span<const double> row(std::size_t day) const { return {value.data() + day * columns, columns}; }
};

/// Money per day in the table's unit. Stocks are those before the update of the day.
struct PropagationResult {
  int days = 0;
  std::vector<double> total_production, total_value_added;      ///< per day
  std::vector<double> total_value_added_loss;                   ///< per day
  std::vector<double> total_unmet;                              ///< final demand given up, per day
  std::vector<double> total_postponed;                          ///< final demand still waiting at the end of the day
  std::vector<double> production_loss, value_added_loss, unmet; ///< per industry, over all days
  std::vector<double> unmet_by_region;                          ///< per consuming region, over all days
  std::vector<int> recovery_day; ///< see recovery_days; only where industries are recorded
  double worst_balance = 0;      ///< largest |deliveries − production| of a day over its throughput

  DayTable production, capacity, intermediate_demand, rebuilding; ///< per industry
  DayTable unmet_final_demand;                                    ///< column = region × sectors + sector
  DayTable unmet_by_column;                                       ///< compatible mode: per final-demand column
  std::map<int, std::vector<double>> stocks;                      ///< input sector × industries + industry

  /// For explain(): per day and industry what limited it, the input if it was one, and the share of orders served.
  std::vector<Limit> limit;
  std::vector<std::uint16_t> limiting_input;
  std::vector<float> served;
};

/// Daily propagation of supply cuts through a multi-regional table (docs/methods/input-output.md). Deterministic, no
/// random numbers; thread-safe. Errors: a table with negative cells, values out of range, and in the compatible mode
/// mixes of events that its model cannot run. `stop` is looked at once a day; a stopped run throws Stopped.
Result<PropagationResult> propagate(const Mrio& table, std::span<const TableShock> shocks,
                                    const PropagationOptions& options = {}, std::stop_token stop = {});

struct Stopped : Error {
  Stopped() : Error("stopped") {}
};

/// Every fault of options and shocks against the table (mrio-value-range, mrio-compat-events, mrio-negative).
Diagnostics check_propagation(const Mrio& table, std::span<const TableShock> shocks, const PropagationOptions& options);

/// Per industry the first day from which production stays within the tolerance of its baseline; 0 if it never fell, the
/// number of days if it does not recover in time.
std::vector<int> recovery_days(const Mrio& table, const PropagationOptions& options, const DayTable& production);

/// Days of use held per input sector after the options' rules: at most one day becomes two.
std::vector<double> stock_targets(const Mrio& table, const PropagationOptions& options);

} // namespace rashin::supply
