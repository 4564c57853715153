#include "evidence/fields.h"
#include "study/reader.h"
#include "study/schemas.h"

#include <algorithm>
#include <chrono>

namespace rashin::study {
namespace {

int year_of(const Period& period) {
  return static_cast<int>(std::chrono::year_month_day(period.begin).year());
}

/// The unit's text with one currency in the place of another: `USD-million/year` -> `JPY-million/year`.
std::string with_currency(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

} // namespace

void read_rates(Reading& reading) {
  const auto file = reading.table("rates", rates_schema());
  if (!file) return;
  std::vector<ExchangeRate> rates;
  std::vector<Deflator> deflators;
  for (std::size_t r = 0; r < file->rows(); ++r) {
    const auto text = [&](std::string_view name) {
      return file->column(name) ? file->at(r, *file->column(name)).text : std::string();
    };
    const Place place = file->place(r, *file->column("value")), basis = file->place(r, *file->column("basis"));
    reading.claims(parse_basis(text("basis"), basis, reading.faults), basis);
    const auto period = parse_period(text("period"), file->place(r, *file->column("period")));
    const auto value = format::number_at(*file, r, *file->column("value"));
    const bool period_read = take_faults(period, reading.faults), value_read = take_faults(value, reading.faults);
    if (!period_read || !value_read) continue;
    if (text("to").empty())
      deflators.push_back({text("country"), text("from"), *period, value->value_or(0), text("basis"), place});
    else
      rates.push_back({text("from"), text("to"), *period, value->value_or(0), text("basis"), place});
  }
  auto table = make_rate_table(std::move(rates), std::move(deflators));
  if (take_faults(table, reading.faults))
    reading.rates = table.take();
  else
    reading.unread.emplace("rates");
}

void convert_money(Reading& reading, Quantity& quantity) {
  const Header& header = reading.study.header;
  const auto currencies = currencies_in(quantity.unit);
  if (currencies.empty() || !quantity.period || header.currency.empty()) return;
  const std::string from = currencies.front();
  const int year = year_of(*quantity.period);
  if (currencies.size() > 1 || (from == header.currency && year == header.price_year)) return;
  const auto factor = reading.rates.factor(from, year, header.currency, header.price_year, quantity.place);
  quantity.unit = parse_unit(with_currency(quantity.unit.text(), from, header.currency), quantity.place).value();
  if (!factor) {
    if (reading.unread.contains("rates")) return; // the rate may stand there
    if (from == header.currency)
      reading.fault("price-year-unconverted", quantity.place,
                    {quantity.id(), std::to_string(year), std::to_string(header.price_year)});
    else
      take_faults(factor, reading.faults);
    return;
  }
  quantity.scale = factor->factor;
  Diagnostics told; // with the rate itself
  for (const std::string& basis : factor->bases)
    for (std::string& claim : parse_basis(basis, {}, told)) quantity.claims.push_back(std::move(claim));
}

} // namespace rashin::study
