#include "core/period.h"

#include "core/era.h"
#include "core/text_width.h"

namespace rashin {
namespace {

using namespace std::chrono;

Period fiscal_year(int first) {
  return {sys_days(year(first) / April / 1), sys_days(year(first + 1) / April / 1),
          "FY" + to_iso(Date::in_year(first))};
}

Period half_year(int of, int half) {
  return {sys_days(year(of) / (half == 1 ? January : July) / 1),
          half == 1 ? sys_days(year(of) / July / 1) : sys_days(year(of + 1) / January / 1),
          to_iso(Date::in_year(of)) + "H" + std::to_string(half)};
}

std::optional<Period> scan_fiscal_year(std::string_view text) {
  TextScanner scanner(text);
  if (scanner.eat("FY")) {
    scanner.eat(" ");
    const auto first = scanner.digits(4);
    if (first && *first > 0 && scanner.done()) return fiscal_year(*first);
    return std::nullopt;
  }
  const auto era = scan_era_year(scanner);
  const auto first = era ? std::optional(era->year()) : scanner.digits(4);
  if (!first || *first < 1 || !scanner.eat("年度") || !scanner.done()) return std::nullopt;
  return fiscal_year(*first);
}

std::optional<Period> scan_half_year(std::string_view text) {
  TextScanner scanner(text);
  const auto of = scanner.digits(4);
  if (!of || *of < 1 || !scanner.eat("H")) return std::nullopt;
  const auto half = scanner.digits(1);
  if (!half || *half < 1 || *half > 2 || !scanner.done()) return std::nullopt;
  return half_year(*of, *half);
}

Result<Period> parse_range(std::string_view first, std::string_view last, std::string_view whole, const Place& place) {
  auto from = parse_period(first, place);
  auto to = parse_period(last, place);
  Diagnostics all = from.diagnostics();
  all.insert(all.end(), to.diagnostics().begin(), to.diagnostics().end());
  if (!from || !to) return all;
  if (to->begin < from->begin || to->end < from->end) {
    all.push_back(make_diagnostic("period-backwards", place, {whole}));
    return all;
  }
  return {Period{from->begin, to->end, from->text + ".." + to->text}, std::move(all)};
}

std::string single_text(const Period& period, Language language) {
  const bool ja = language == Language::Japanese;
  const std::string_view text = period.text;
  if (text.starts_with("FY")) return ja ? std::string(text.substr(2)) + "年度" : std::string(text) + " (April–March)";
  if (const auto half = text.find('H'); half != std::string_view::npos) {
    const bool first = text.substr(half + 1) == "1";
    const std::string of(text.substr(0, half));
    return ja ? of + (first ? "年上半期" : "年下半期") : (first ? "first half of " : "second half of ") + of;
  }
  return to_text(parse_date(text, {}).value(), language);
}

} // namespace

Period year_period(int year) {
  return period_of(Date::in_year(year));
}

Period period_of(const Date& date) {
  if (date.is_undated()) throw Error("an undated thing has no period");
  return {date.first_day(), date.last_day() + std::chrono::days(1), to_iso(date)};
}

Result<Period> parse_period(std::string_view text, Place place) {
  const std::string narrowed = narrow(text);
  const std::string_view wanted = trimmed(narrowed);
  if (const auto dots = wanted.find(".."); dots != std::string_view::npos) {
    if (wanted.find("..", dots + 1) != std::string_view::npos)
      return make_diagnostic("period-form", std::move(place), {text});
    return parse_range(wanted.substr(0, dots), wanted.substr(dots + 2), text, place);
  }
  if (const auto fiscal = scan_fiscal_year(wanted)) return *fiscal;
  if (const auto half = scan_half_year(wanted)) return *half;
  auto date = parse_date(wanted, place);
  if (date && !date->is_undated()) return {period_of(*date), date.diagnostics()};
  if (!date && date.diagnostics().front().code != "date-form") return date.diagnostics();
  return make_diagnostic("period-form", std::move(place), {text});
}

std::string to_text(const Period& period, Language language) {
  const auto dots = period.text.find("..");
  if (dots == std::string::npos) return single_text(period, language);
  const Period from{period.begin, period.begin, period.text.substr(0, dots)};
  const Period to{period.end, period.end, period.text.substr(dots + 2)};
  return single_text(from, language) + "–" + single_text(to, language);
}

} // namespace rashin
