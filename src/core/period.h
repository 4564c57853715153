#pragma once
#include "core/date.h"

#include <string>

namespace rashin {

/// A stretch of days with the text it was written as, brought into one form. Half-open: `end` is the first day after
/// it.
struct Period {
  std::chrono::sys_days begin;
  std::chrono::sys_days end;
  std::string text; ///< canonical: `2010`, `2010-09`, `2010-09-23`, `2010Q3`, `2010H1`, `FY2010`, `2005..2009`
  bool operator==(const Period&) const = default;

  int days() const { return static_cast<int>((end - begin).count()); }
  bool contains(std::chrono::sys_days day) const { return begin <= day && day < end; }
  bool contains(const Period& other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(const Period& other) const { return begin < other.end && other.begin < end; }
};

/// The calendar year.
Period year_period(int year);
/// All days that the date can mean. Throws Error if undated: an undated thing has no period.
Period period_of(const Date& date);

/// Reads a date (all forms of parse_date except `undated`), `2010H1` (January to June), `FY2010`, `2010年度`,
/// `平成22年度` (1 April 2010 to 31 March 2011, the fiscal year of Japan) and `a..b`, from the start of a to the end of
/// b.
Result<Period> parse_period(std::string_view text, Place place);

/// For people: `2010年9月` or `September 2010`, `2010年上半期` or `first half of 2010`, `2010年度` or `FY2010
/// (April–March)`, `2005年–2009年`.
std::string to_text(const Period& period, Language language);

} // namespace rashin
