#pragma once
#include "study/economy.h"
#include "study/tables.h"

namespace rashin::study {

/// Tables of the economy: economy_pathways, economy_regions, economy_sectors, economy_options, economy_daily,
/// economy_weeks, economy_causes. Sampling errors are standard errors of means over the K draws.
std::vector<ResultTable> economy_tables(const Study& study, const RunResult& run, const EconomyResult& economy);

/// Standard error of the mean.
double standard_error(const std::vector<double>& draws);
/// Value added per year: of a region, of everything.
double region_value_added(const EconomyResult& economy, std::size_t region);
double world_value_added(const EconomyResult& economy);

/// `2009 年の表の単位` in words: the unit of the table, or the word for none.
std::string economy_unit(const EconomyResult& economy);

/// Names of an industry's parts for people: a country by its name, a sector of a known release by its title.
LocalizedText region_title(const std::string& region);
LocalizedText sector_title(const std::string& table, const std::string& sector);
/// "自動車（日本）", "Transport equipment of Japan".
LocalizedText industry_title(const EconomyResult& economy, std::size_t industry);

/// One step of the chain of causes in words; `step` 0 is the industry that was hit.
LocalizedText cause_sentence(const EconomyResult& economy, std::size_t step);

} // namespace rashin::study
