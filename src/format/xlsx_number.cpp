#include "format/xlsx_number.h"

#include "core/number_text.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace rashin::format {
namespace {

/// The letters of the first section of a format code, in lower case, without quoted and escaped text, colours and
/// locales. `elapsed`: counts hours beyond a day, as in `[h]:mm`.
struct CodeLetters {
  std::string letters{};
  bool elapsed = false;
};

CodeLetters letters_of(std::string_view code) {
  CodeLetters found;
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '[') {
      const std::size_t close = std::min(code.find(']', i), code.size());
      const std::string_view inside = code.substr(i + 1, close - i - 1);
      found.elapsed =
          found.elapsed || (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos);
      i = close;
    } else if (c == '+' || c == '-') { // of a power of ten: that e is no year
      if (!found.letters.empty() && found.letters.back() == 'e') found.letters.pop_back();
    } else if (c >= 'a' && c <= 'z') {
      found.letters += c;
    } else if (c >= 'A' && c <= 'Z') {
      found.letters += static_cast<char>(c - 'A' + 'a');
    }
  }
  return found;
}

std::string padded(long value, int width) {
  char text[24];
  std::snprintf(text, sizeof text, "%0*ld", width, value);
  return text;
}

std::string time_text(long seconds) {
  return padded(seconds / 3600, 2) + ':' + padded(seconds / 60 % 60, 2) + ':' + padded(seconds % 60, 2);
}

} // namespace

CellForm form_of_builtin(int id) {
  if (id == 17 || id == 34 || id == 52 || id == 55) return CellForm::Month;
  if ((id >= 14 && id <= 16) || (id >= 27 && id <= 31) || (id >= 35 && id <= 36) || (id >= 50 && id <= 58))
    return CellForm::Day;
  if ((id >= 18 && id <= 21) || id == 32 || id == 33 || id == 45 || id == 47) return CellForm::Time;
  return id == 22 ? CellForm::DateTime : CellForm::Number;
}

CellForm form_of_code(std::string_view code) {
  const CodeLetters found = letters_of(code);
  const std::string& letters = found.letters;
  if (found.elapsed || letters.starts_with("general")) return CellForm::Number;
  const auto has = [&](std::string_view any) { return letters.find_first_of(any) != std::string::npos; };
  const bool year = has("yeg");
  const bool day = has("d") || letters.find("aaa") != std::string::npos; // aaa: day of the week
  if (has("hs")) return year || day ? CellForm::DateTime : CellForm::Time;
  if (day) return CellForm::Day;
  if (has("m")) return CellForm::Month;
  return year ? CellForm::Year : CellForm::Number;
}

std::string cell_number(double value) {
  if (value == 0) return "0";
  const double size = std::fabs(value);
  if (size < 1e-7 || size >= 1e21) return shortest(value);
  char text[64];
  const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::fixed);
  return {text, end.ptr};
}

std::optional<std::string> cell_date(double serial, CellForm form, bool epoch_1904) {
  using namespace std::chrono;
  constexpr double last = 2'958'466; // the first day of the year 10000
  if (!(serial >= 0) || serial >= last) return std::nullopt;
  long whole = static_cast<long>(std::floor(serial));
  long seconds = std::lround((serial - static_cast<double>(whole)) * 86'400);
  if (seconds == 86'400) ++whole, seconds = 0;
  if (form == CellForm::Time && whole == 0) return time_text(seconds);
  if (!epoch_1904 && (whole == 0 || whole == 60)) return std::nullopt;
  const sys_days epoch = epoch_1904   ? sys_days{1904y / 1 / 1}
                         : whole < 60 ? sys_days{1899y / 12 / 31}
                                      : sys_days{1899y / 12 / 30};
  const year_month_day date{epoch + days{whole}};
  if (int{date.year()} > 9999) return std::nullopt;
  std::string text = padded(int{date.year()}, 4);
  if (form == CellForm::Year) return text;
  text += '-' + padded(static_cast<long>(unsigned{date.month()}), 2);
  if (form == CellForm::Month) return text;
  text += '-' + padded(static_cast<long>(unsigned{date.day()}), 2);
  return form == CellForm::Day ? text : text + 'T' + time_text(seconds);
}

} // namespace rashin::format
