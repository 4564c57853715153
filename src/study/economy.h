#pragma once
#include "study/run.h"
#include "supply/mrio_explain.h"

namespace rashin::study {

/// What playing the economy may be told. The result depends on the run's seed and on the table only.
struct EconomyOptions {
  int draws = 0; ///< K; 0: as mrio.yaml says, but never more than the run has
  int threads = 1;
  std::stop_token stop{};
  std::function<void(double)> progress{}; ///< share done, from any thread
};

/// One run day by day in full: the draw with the middle loss of the pathway that weighs most.
struct EconomyExample {
  bool any = false; ///< false: no pathway loses anything
  std::size_t pathway = 0;
  std::size_t draw = 0;
  /// [sector][period of four weeks]: value added lost in the focal region over its normal, 0…1 (below 0: more than
  /// usual).
  std::vector<std::vector<double>> sector_loss;
  std::vector<supply::Cause> chain; ///< from an industry that lost most, back to the item
  std::vector<std::string> shocks;  ///< names of what Cause::shock counts
};
constexpr int example_days = 28;

/// The table's money in the study's currency, at the exchange rate of the table's year. Prices stay those of that year:
/// no index is applied, because a table of an earlier year is an economy of that year.
struct EconomyMoney {
  double factor = 1;
  std::string currency;
  double rate = 0; ///< study's currency for one unit of `of`
  std::string of;
  std::vector<std::string> claims; ///< that the rate rests on
};

/// Losses of the whole economy on draws 1 … K. Money in the table's unit over the horizon; they include what the item
/// network takes away, which enters once, as capacity.
struct EconomyResult {
  std::string table, year, unit, hash; ///< hash: SHA-256 over labels and cells, whatever the file's form
  std::optional<EconomyMoney> money{}; ///< absent: rates.csv has no rate for the table's currency and year
  int draws = 0;
  std::vector<std::string> regions, sectors;
  std::vector<supply::Mrio::Industry> industries;
  std::vector<double> value_added;                 ///< per industry and year
  std::size_t focal = 0;                           ///< region
  std::vector<std::size_t> arms;                   ///< of RunResult::arms, "none" first
  std::vector<ByPathway> loss, focal_loss;         ///< value added, [arm][pathway][draw]: everywhere, focal region
  std::vector<ByPathway> region_loss, unmet;       ///< no option: [region][pathway][draw]; final demand given up
  std::vector<ByPathway> industry_loss;            ///< no option: [industry][pathway][draw]
  std::vector<std::vector<policy::Summary>> daily; ///< no option: [pathway][day] loss so far
  std::vector<std::vector<std::pair<double, double>>> daily_middle; ///< the same: 25 and 75 % quantiles
  EconomyExample example;
  double worst_balance = 0; ///< greatest |deliveries − production| of a day over its throughput
};

/// Everything of mrio.yaml that this table does not have: unknown regions and sectors, at their place.
Diagnostics check_economy(const Study& study, const supply::Mrio& table);

/// Plays the item network of draws 1 … K again, turns what end uses and items lack into capacity of their industries
/// and closed passages into narrower links, and runs the daily engine over the table (docs/methods/coupling.md).
Result<EconomyResult> run_economy(const Study& study, const RunResult& run, const supply::Mrio& table,
                                  const EconomyOptions& options);

/// `rates.csv` of the study's files; nothing if it has no rate between the table's currency and the study's for `year`.
/// `unit` names the currency (ISO 4217) and perhaps thousand, million or billion.
std::optional<EconomyMoney> economy_money(const FileSet& files, const std::string& currency, const std::string& unit,
                                          const std::string& year);

/// SHA-256 over year-less labels and cells of a table.
std::string table_hash(const supply::Mrio& table);

} // namespace rashin::study
