#include "core/money.h"

#include "core/number_text.h"
#include "core/unit.h"

#include <cmath>

namespace rashin {
namespace {

std::string year_text(int year) {
  return to_iso(Date::in_year(year));
}

/// The faults of one row that can be seen without the others.
void judge(std::string_view what, const Period& period, double value, const Place& place, Diagnostics& found) {
  if (!(value > 0) || !std::isfinite(value))
    found.push_back(make_diagnostic("rate-not-positive", place, {what, period.text, shortest(value)}));
}

void judge_currency(std::string_view code, const Place& place, Diagnostics& found) {
  if (!is_currency(code)) found.push_back(make_diagnostic("currency-unknown", place, {code}));
}

void report_twice(std::string_view what, const Period& period, double first, double second, const Place& place,
                  Diagnostics& found) {
  found.push_back(make_diagnostic("rate-duplicate", place, {what, period.text, shortest(first), shortest(second)}));
}

} // namespace

Result<RateTable> make_rate_table(const std::vector<ExchangeRate>& rates, const std::vector<Deflator>& deflators) {
  RateTable table;
  Diagnostics found;
  for (const ExchangeRate& rate : rates) {
    const std::string what = rate.from + "/" + rate.to;
    judge_currency(rate.from, rate.place, found);
    judge_currency(rate.to, rate.place, found);
    judge(what, rate.period, rate.rate, rate.place, found);
    const auto reverse = table.exchange_.find({rate.to, rate.from, rate.period.text});
    const auto [at, is_new] =
        table.exchange_.try_emplace({rate.from, rate.to, rate.period.text}, RateTable::Rate{rate.rate, rate.basis});
    if (!is_new)
      report_twice(what, rate.period, at->second.value, rate.rate, rate.place, found);
    else if (reverse != table.exchange_.end())
      report_twice(what, rate.period, 1 / reverse->second.value, rate.rate, rate.place, found);
  }
  for (const Deflator& deflator : deflators) {
    const std::string what = deflator.country + " (" + deflator.currency + ")";
    judge_currency(deflator.currency, deflator.place, found);
    judge(what, deflator.period, deflator.index, deflator.place, found);
    const auto [at, is_new] = table.deflators_.try_emplace({deflator.currency, deflator.period.text},
                                                           RateTable::Rate{deflator.index, deflator.basis});
    if (!is_new) report_twice(what, deflator.period, at->second.value, deflator.index, deflator.place, found);
  }
  if (!found.empty()) return found;
  return table;
}

const RateTable::Rate* RateTable::deflator(std::string_view currency, int year) const {
  const auto found = deflators_.find({std::string(currency), year_text(year)});
  return found == deflators_.end() ? nullptr : &found->second;
}

Result<MoneyFactor> RateTable::exchange(std::string_view from, std::string_view to, const Period& period,
                                        const Place& place) const {
  if (from == to) return MoneyFactor{};
  const std::string a(from), b(to);
  if (const auto direct = exchange_.find({a, b, period.text}); direct != exchange_.end())
    return MoneyFactor{direct->second.value, {direct->second.basis}};
  if (const auto reverse = exchange_.find({b, a, period.text}); reverse != exchange_.end())
    return MoneyFactor{1 / reverse->second.value, {reverse->second.basis}};
  return make_diagnostic("rate-missing-exchange", place, {from, to, period.text});
}

Result<MoneyFactor> RateTable::factor(std::string_view from, int from_year, std::string_view to, int to_year,
                                      const Place& place) const {
  MoneyFactor result;
  Diagnostics missing;
  if (from_year != to_year) {
    const Rate* then = deflator(from, from_year);
    const Rate* wanted = deflator(from, to_year);
    if (!then) missing.push_back(make_diagnostic("rate-missing-deflator", place, {from, year_text(from_year)}));
    if (!wanted) missing.push_back(make_diagnostic("rate-missing-deflator", place, {from, year_text(to_year)}));
    if (then && wanted) result = {wanted->value / then->value, {then->basis, wanted->basis}};
  }
  const auto exchanged = exchange(from, to, year_period(to_year), place);
  if (!exchanged) missing.push_back(exchanged.diagnostics().front());
  if (!missing.empty()) return missing;
  result.factor *= exchanged->factor;
  result.bases.insert(result.bases.end(), exchanged->bases.begin(), exchanged->bases.end());
  return result;
}

Result<Money> RateTable::convert(const Money& money, std::string_view currency, int price_year,
                                 const Place& place) const {
  const auto by = factor(money.currency, money.price_year, currency, price_year, place);
  if (!by) return by.diagnostics();
  return Money{money.amount * by->factor, std::string(currency), price_year};
}

} // namespace rashin
