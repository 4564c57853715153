#include "core/era.h"

#include <array>

namespace rashin {
namespace {

using namespace std::chrono;

// First days by the edicts: 1912-07-30 and 1926-12-25 bear both names, 1989-01-08 and 2019-05-01 only the new one.
// 明治 was declared back to the start of that year (1868-01-25 in the Gregorian calendar).
constexpr std::array<Era, 5> all{{
    {"明治", "M", "㍾", sys_days(1868y / January / 25), sys_days(1912y / July / 30), 1868},
    {"大正", "T", "㍽", sys_days(1912y / July / 30), sys_days(1926y / December / 25), 1912},
    {"昭和", "S", "㍼", sys_days(1926y / December / 25), sys_days(1989y / January / 7), 1926},
    {"平成", "H", "㍻", sys_days(1989y / January / 8), sys_days(2019y / April / 30), 1989},
    {"令和", "R", "㋿", sys_days(2019y / May / 1), sys_days(9999y / December / 31), 2019},
}};

} // namespace

std::span<const Era> eras() {
  return all;
}

const Era* era_of(sys_days day) {
  const Era* found = nullptr;
  for (const Era& era : all)
    if (era.first <= day) found = &era;
  return found;
}

std::optional<EraYear> scan_era_year(TextScanner& scanner) {
  for (const Era& era : all) {
    TextScanner ahead = scanner;
    if (!ahead.eat(era.name) && !ahead.eat(era.square) && !ahead.eat(era.letter)) continue;
    const int number = ahead.eat("元") ? 1 : ahead.number(2).value_or(0);
    if (number == 0) return std::nullopt;
    scanner = ahead;
    return EraYear{&era, number};
  }
  return std::nullopt;
}

} // namespace rashin
