#pragma once
#include "core/period.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace rashin {

/// `rate` units of `to` for one unit of `from`, on average over the period.
struct ExchangeRate {
  std::string from;
  std::string to;
  Period period;
  double rate = 0;
  std::string basis;
  Place place;
};

/// The price index of one country, for money of its currency; only ratios of one country's index are used, so its base
/// year is free.
struct Deflator {
  std::string country;
  std::string currency;
  Period period;
  double index = 0;
  std::string basis;
  Place place;
};

/// An amount at the prices of one calendar year.
struct Money {
  double amount = 0;
  std::string currency; ///< ISO 4217
  int price_year = 0;
};

/// What an amount is multiplied by, and what that rests on.
struct MoneyFactor {
  double factor = 1;
  std::vector<std::string> bases;
};

/// All rates of a study (`rates.csv`); money is converted by nothing else. Immutable after making; thread-safe.
class RateTable {
 public:
  /// Money of one currency and price year in another: **first deflated** in its own currency, by the index of its own
  /// country, to the target price year, **then exchanged** at the rate of the target price year. (The other order gives
  /// other numbers wherever purchasing power and exchange rates diverge.) A pair is used in either direction; rates are
  /// never chained over a third currency. What is missing is a diagnostic.
  Result<MoneyFactor> factor(std::string_view from, int from_year, std::string_view to, int to_year,
                             const Place& place) const;
  Result<Money> convert(const Money& money, std::string_view currency, int price_year, const Place& place) const;
  /// At current prices: the rate of that very period, in either direction.
  Result<MoneyFactor> exchange(std::string_view from, std::string_view to, const Period& period,
                               const Place& place) const;

 private:
  friend Result<RateTable> make_rate_table(const std::vector<ExchangeRate>&, const std::vector<Deflator>&);
  struct Rate {
    double value;
    std::string basis;
  };
  const Rate* deflator(std::string_view currency, int year) const;

  std::map<std::tuple<std::string, std::string, std::string>, Rate> exchange_; ///< from, to, period
  std::map<std::pair<std::string, std::string>, Rate> deflators_;              ///< currency, period
};

/// Checks currencies, positive rates, and that no pair (in either direction) or currency has two rates for a period;
/// all faults at once.
Result<RateTable> make_rate_table(const std::vector<ExchangeRate>& rates, const std::vector<Deflator>& deflators);

} // namespace rashin
