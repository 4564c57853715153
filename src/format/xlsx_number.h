#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace rashin::format {

/// What the number format of a cell makes of its number. The precision of a date is the one the format shows.
enum class CellForm { Number, Year, Month, Day, DateTime, Time };

/// The form of a built-in number format (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are the Japanese dates).
CellForm form_of_builtin(int format_id);
/// The form of a format code such as `yyyy"年"m"月"d"日"` or `[$-411]ggge.m.d`.
CellForm form_of_code(std::string_view code);

/// The shortest text of the number that reads back to it, without a power of ten from 1e-7 up to 1e21.
std::string cell_number(double value);

/// ISO text of a serial day number: `2010-09-07`, `2010-09`, `2010-09-07T12:30:00`, `12:30:00`. Nothing where there is
/// no such day: before the epoch, after 9999, and 29 February 1900, which only spreadsheets know.
std::optional<std::string> cell_date(double serial, CellForm form, bool epoch_1904);

} // namespace rashin::format
