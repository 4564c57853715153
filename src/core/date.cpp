#include "core/date.h"

#include <tuple>

namespace rashin {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr int first_year = 1;
constexpr int last_year = 9999;

year_month_day make_day(int year, unsigned month, unsigned day) {
  return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

sys_days last_of_month(int year, unsigned month) {
  return sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::last);
}

void require(bool valid) {
  if (!valid) throw Error("a date that does not exist");
}

bool year_in_range(int year) {
  return year >= first_year && year <= last_year;
}

} // namespace

Date Date::on(year_month_day day) {
  require(day.ok() && year_in_range(static_cast<int>(day.year())));
  return {static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()),
          Precision::Day};
}

Date Date::in_month(int year, unsigned month) {
  require(year_in_range(year) && month >= 1 && month <= 12);
  return {year, month, 0, Precision::Month};
}

Date Date::in_quarter(int year, unsigned quarter) {
  require(year_in_range(year) && quarter >= 1 && quarter <= 4);
  return {year, 3 * quarter - 2, 0, Precision::Quarter};
}

Date Date::in_year(int year) {
  require(year_in_range(year));
  return {year, 0, 0, Precision::Year};
}

unsigned Date::quarter() const {
  return month_ == 0 ? 0 : (month_ + 2u) / 3u;
}

sys_days Date::first_day() const {
  switch (precision_) {
  case Precision::Day:
    return make_day(year_, month_, day_);
  case Precision::Month:
  case Precision::Quarter:
    return make_day(year_, month_, 1);
  case Precision::Year:
    return make_day(year_, 1, 1);
  case Precision::Undated:
    break;
  }
  return make_day(first_year, 1, 1);
}

sys_days Date::last_day() const {
  switch (precision_) {
  case Precision::Day:
    return make_day(year_, month_, day_);
  case Precision::Month:
    return last_of_month(year_, month_);
  case Precision::Quarter:
    return last_of_month(year_, month_ + 2u);
  case Precision::Year:
    return make_day(year_, 12, 31);
  case Precision::Undated:
    break;
  }
  return make_day(last_year, 12, 31);
}

std::weak_ordering Date::operator<=>(const Date& other) const {
  if (is_undated() != other.is_undated()) return is_undated() <=> other.is_undated();
  return std::tuple(first_day(), last_day(), precision_) <=>
         std::tuple(other.first_day(), other.last_day(), other.precision_);
}

bool certainly_before(const Date& a, const Date& b) {
  return a.last_day() < b.first_day();
}
bool possibly_before(const Date& a, const Date& b) {
  return a.first_day() < b.last_day();
}

} // namespace rashin
