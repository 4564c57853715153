#pragma once
#include "core/diagnostic.h"

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rashin::collect {

/// Walks a delimited text line by line, with the place of each field; made for tables of many million cells, so fields
/// are views into the text. Understands a BOM, CRLF, and quoted fields (a quoted field ends on its line). Blank lines
/// are skipped. Faults are gathered, at most `listed_faults` of them by name. Not synchronised.
class DelimitedText {
 public:
  DelimitedText(std::string_view text, char delimiter, std::string file);

  /// Moves to the next line that is not blank; false at the end.
  bool next();
  const std::vector<std::string_view>& fields() const { return fields_; }
  int line() const { return line_; }

  /// Reads the field as a finite number; a fault is noted and nullopt returned otherwise.
  std::optional<double> number(std::size_t field);
  /// Reads the field as a number from 0 to count − 1.
  std::optional<std::uint32_t> index(std::size_t field, std::size_t count);
  /// True if the line has exactly `count` fields; notes a fault otherwise.
  bool expect(std::size_t count);

  void fault(std::string_view code, std::size_t field, std::initializer_list<std::string_view> arguments);
  /// Where the field stands.
  Place place(std::size_t field) const;
  bool failed() const { return total_faults_ > 0; }
  /// The faults so far, with a line that counts those not listed.
  Diagnostics take_faults();

  static constexpr std::size_t listed_faults = 50;

 private:
  void split(std::string_view line);
  std::string_view text_;
  char delimiter_;
  std::string file_;
  std::size_t at_ = 0;
  int line_ = 0;
  std::string_view current_;
  std::vector<std::string_view> fields_;
  std::vector<std::size_t> starts_;
  std::deque<std::string> unquoted_;
  Diagnostics faults_;
  std::size_t total_faults_ = 0;
};

} // namespace rashin::collect
