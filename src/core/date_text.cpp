#include "core/date.h"
#include "core/era.h"
#include "core/text_width.h"

#include <array>
#include <cstdio>

namespace rashin {
namespace {

using namespace std::chrono;

constexpr int first_gregorian_year_of_japan = 1873;

/// The parts as written; 0 = not written.
struct Parts {
  std::optional<EraYear> era;
  int year = 0;
  int quarter = 0;
  int month = 0;
  int day = 0;
  bool has_month = false;
  bool has_day = false;
};

bool scan_japanese(TextScanner& scanner, Parts& parts) {
  if (scanner.done()) return true;
  if (scanner.eat("第")) {
    parts.quarter = scanner.digits(1).value_or(0);
    return parts.quarter >= 1 && parts.quarter <= 4 && scanner.eat("四半期");
  }
  const auto month = scanner.number(2);
  if (!month || !scanner.eat("月")) return false;
  parts.month = *month;
  parts.has_month = true;
  if (scanner.done()) return true;
  const auto day = scanner.number(2);
  parts.day = day.value_or(0);
  parts.has_day = true;
  return day && scanner.eat("日");
}

bool scan_separated(TextScanner& scanner, Parts& parts) {
  for (const std::string_view separator : {"-", "/", "."}) {
    if (!scanner.eat(separator)) continue;
    const auto month = scanner.number(2);
    if (!month) return false;
    parts.month = *month;
    parts.has_month = true;
    if (scanner.done()) return true;
    if (!scanner.eat(separator)) return false;
    const auto day = scanner.number(2);
    parts.day = day.value_or(0);
    parts.has_day = true;
    return day.has_value();
  }
  return false;
}

bool scan_quarter(TextScanner& scanner, Parts& parts) {
  if (!scanner.eat("Q")) return false;
  parts.quarter = scanner.digits(1).value_or(0);
  return parts.quarter >= 1 && parts.quarter <= 4;
}

std::optional<Parts> scan_date(std::string_view text) {
  TextScanner scanner(text);
  Parts parts;
  parts.era = scan_era_year(scanner);
  if (parts.era) {
    parts.year = parts.era->year();
  } else {
    parts.year = scanner.digits(4).value_or(0);
    if (parts.year == 0) return std::nullopt;
  }
  if (scanner.done()) return parts;
  const bool read = scanner.eat("年") ? scan_japanese(scanner, parts)
                                      : (!parts.era && scan_quarter(scanner, parts)) || scan_separated(scanner, parts);
  if (!read || !scanner.done()) return std::nullopt;
  return parts;
}

/// Nothing if the calendar has no such month or day.
std::optional<Date> date_of(const Parts& parts) {
  if (parts.quarter != 0) return Date::in_quarter(parts.year, static_cast<unsigned>(parts.quarter));
  if (!parts.has_month) return Date::in_year(parts.year);
  if (parts.month < 1 || parts.month > 12) return std::nullopt;
  if (!parts.has_day) return Date::in_month(parts.year, static_cast<unsigned>(parts.month));
  const year_month_day day{year(parts.year), month(static_cast<unsigned>(parts.month)),
                           std::chrono::day(static_cast<unsigned>(parts.day))};
  if (!day.ok()) return std::nullopt;
  return Date::on(day);
}

/// What is wrong with the era, if anything.
std::optional<Diagnostic> judge_era(const Parts& parts, const Date& date, std::string_view text, const Place& place) {
  const Era& era = *parts.era->era;
  if (parts.year < first_gregorian_year_of_japan && date.precision() != Precision::Year)
    return make_diagnostic("date-lunisolar", place, {text});
  if (date.last_day() < era.first)
    return make_diagnostic("date-before-era", place, {text, era.name, to_iso(Date::on(era.first))});
  if (date.first_day() > era.last)
    return make_diagnostic("date-after-era", place, {text, era.name, to_iso(Date::on(era.last)), to_iso(date)});
  return std::nullopt;
}

std::string era_year_text(const Era& era, int year) {
  const int number = year - era.first_year + 1;
  return std::string(era.name) + (number == 1 ? "元" : std::to_string(number)) + "年";
}

std::string month_and_day(const Date& date) {
  std::string text;
  if (date.month() != 0) text += std::to_string(date.month()) + "月";
  if (date.day() != 0) text += std::to_string(date.day()) + "日";
  return text;
}

std::string english(const Date& date) {
  static constexpr std::array<const char*, 12> months{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
  std::string year = std::to_string(date.year());
  if (date.precision() == Precision::Quarter) return "Q" + std::to_string(date.quarter()) + " " + year;
  if (date.month() == 0) return year;
  std::string month_year = std::string(months[date.month() - 1]) + " " + year;
  return date.day() == 0 ? month_year : std::to_string(date.day()) + " " + month_year;
}

} // namespace

Result<Date> parse_date(std::string_view text, Place place) {
  const std::string narrowed = narrow(text);
  const std::string_view wanted = trimmed(narrowed);
  if (wanted == "undated" || wanted == "日付不明") return Date();
  const auto parts = scan_date(wanted);
  if (!parts) return make_diagnostic("date-form", std::move(place), {text});
  if (parts->year > 9999) return make_diagnostic("date-form", std::move(place), {text});
  const auto date = date_of(*parts);
  if (!date) return make_diagnostic("date-not-in-calendar", std::move(place), {text});
  if (!parts->era) return *date;
  auto finding = judge_era(*parts, *date, text, place);
  if (!finding) return *date;
  if (finding->severity == Severity::Error) return std::move(*finding);
  return {*date, {std::move(*finding)}};
}

std::string to_iso(const Date& date) {
  if (date.is_undated()) return "undated";
  char text[16];
  const int year = date.year();
  switch (date.precision()) {
  case Precision::Day:
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", year, date.month(), date.day());
    break;
  case Precision::Month:
    std::snprintf(text, sizeof text, "%04d-%02u", year, date.month());
    break;
  case Precision::Quarter:
    std::snprintf(text, sizeof text, "%04dQ%u", year, date.quarter());
    break;
  default:
    std::snprintf(text, sizeof text, "%04d", year);
    break;
  }
  return text;
}

std::string to_text(const Date& date, Language language) {
  if (date.is_undated()) return language == Language::Japanese ? "日付不明" : "undated";
  if (language == Language::English) return english(date);
  const std::string year = std::to_string(date.year()) + "年";
  if (date.precision() == Precision::Quarter) return year + "第" + std::to_string(date.quarter()) + "四半期";
  return year + month_and_day(date);
}

std::string to_era_text(const Date& date) {
  if (date.precision() >= Precision::Quarter && date.precision() != Precision::Year)
    return to_text(date, Language::Japanese);
  if (date.year() < first_gregorian_year_of_japan) return to_text(date, Language::Japanese);
  const Era* first = era_of(date.first_day());
  const Era* last = era_of(date.last_day());
  std::string text = era_year_text(*first, date.year());
  if (first != last) text += "・" + era_year_text(*last, date.year());
  return text + month_and_day(date);
}

} // namespace rashin
