#pragma once
#include "core/result.h"

#include <chrono>
#include <compare>
#include <cstdint>

namespace rashin {

enum class Precision : std::uint8_t { Day, Month, Quarter, Year, Undated };

/// A date as exact as it is known, in the Gregorian calendar, years 1 to 9999. What is not known is not made up: a
/// month stands for all its days, an undated thing for every day. Made by the functions below; they throw Error for a
/// day that does not exist.
class Date {
 public:
  constexpr Date() = default; ///< undated
  static Date on(std::chrono::year_month_day day);
  static Date on(std::chrono::sys_days day) { return on(std::chrono::year_month_day(day)); }
  static Date in_month(int year, unsigned month);
  static Date in_quarter(int year, unsigned quarter);
  static Date in_year(int year);

  Precision precision() const { return precision_; }
  bool is_undated() const { return precision_ == Precision::Undated; }
  /// The parts that are known; 0 = not known. The month of a quarter is 0.
  int year() const { return year_; }
  unsigned quarter() const;
  unsigned month() const { return precision_ == Precision::Quarter ? 0 : month_; }
  unsigned day() const { return day_; }

  /// The first and last day that the date can mean; undated: 0001-01-01 and 9999-12-31.
  std::chrono::sys_days first_day() const;
  std::chrono::sys_days last_day() const;

  /// Order for lists: by first day, the more exact one first, undated last. Not a statement about which came first.
  std::weak_ordering operator<=>(const Date& other) const;
  bool operator==(const Date&) const = default;

 private:
  constexpr Date(int year, unsigned month, unsigned day, Precision precision)
      : year_(static_cast<std::int16_t>(year)), month_(static_cast<std::uint8_t>(month)),
        day_(static_cast<std::uint8_t>(day)), precision_(precision) {}
  std::int16_t year_ = 0;
  std::uint8_t month_ = 0; ///< of a quarter: its first month
  std::uint8_t day_ = 0;
  Precision precision_ = Precision::Undated;
};

/// Every day `a` can mean lies before every day `b` can mean.
bool certainly_before(const Date& a, const Date& b);
/// Some day `a` can mean lies before some day `b` can mean.
bool possibly_before(const Date& a, const Date& b);

/// Reads `2010-09-07`, `2010-09`, `2010Q3`, `2010`, `undated`; `2010/9/7`, `2010年9月7日`, `2010年第3四半期`; and
/// Japanese eras: `平成22年9月7日`, `令和元年`, `R6.5.1`, `㍼64年1月7日`; full-width digits too. A date after the end
/// of its era (平成32年) is read with a warning; one before its beginning is an error, as is a month or day before
/// 明治6年 (another calendar).
Result<Date> parse_date(std::string_view text, Place place);

/// `2010-09-07`, `2010-09`, `2010Q3`, `2010`, `undated`: what parse_date reads back to the same date.
std::string to_iso(const Date& date);
/// For people: `2010年9月7日` or `7 September 2010`, `2010年第3四半期` or `Q3 2010`, `日付不明` or `undated`.
std::string to_text(const Date& date, Language language);
/// `平成22年9月7日`; where the stretch covers two eras both are named (`平成31年・令和元年`). Before 明治6年, and of
/// quarters and undated things: as to_text in Japanese.
std::string to_era_text(const Date& date);

} // namespace rashin
