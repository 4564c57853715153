#pragma once
#include "study/tables.h"

namespace rashin::study {

/// Value of readiness per draw of a technology for the option it serves (none for a substitute), and the part of it
/// that falls to outcomes in which it is ready by the first loss without any option. As many draws as `ready` has days.
std::pair<std::vector<double>, std::vector<double>> value_in_time(const Study& study, const RunResult& result,
                                                                  std::size_t technology, const std::string& option,
                                                                  const std::vector<double>& ready);

/// Burden without and with each technology for each option that it serves.
ResultTable readiness_table(const Study& study, const RunResult& result);
/// The table that an agenda joins by.
ResultTable needs_table(const Study& study, const RunResult& result);
/// Value of readiness of every technology in every draw: what an agenda ranks.
ResultTable need_draws_table(const Study& study, const RunResult& result);
/// A day of the run as an ISO date.
std::string iso_day(const Study& study, double day);
std::string_view effect_word(AdvantageEffect effect);
/// What is held, who depends on it, which needs touch it.
ResultTable advantages_table(const Study& study, const RunResult& result);

/// Which link of the chain each need's value is uncertain by; no rows where the run did not split it.
ResultTable sensitivity_table(const Study& study, const RunResult& result);

} // namespace rashin::study
