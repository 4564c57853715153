#pragma once
#include "core/text_scanner.h"

#include <chrono>
#include <span>

namespace rashin {

/// A Japanese era. `last` is the last day on which its name was in use: for 明治 and 大正 also the first day of the
/// next.
struct Era {
  std::string_view name;   ///< 平成
  std::string_view letter; ///< H
  std::string_view square; ///< ㍻
  std::chrono::sys_days first;
  std::chrono::sys_days last;
  int first_year;
};

/// 明治 to 令和, oldest first.
std::span<const Era> eras();
/// The era that the day belongs to (on a day of change, the new one); null before 1868-01-25.
const Era* era_of(std::chrono::sys_days day);

/// An era and the year in it, as written: `平成22`, `令和元`, `H22`.
struct EraYear {
  const Era* era;
  int number;
  int year() const { return era->first_year + number - 1; }
};
std::optional<EraYear> scan_era_year(TextScanner& scanner);

} // namespace rashin
