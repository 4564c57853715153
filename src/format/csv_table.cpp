#include "format/csv.h"

#include "core/text_width.h"
#include "format/scalar.h"
#include "format/table_builder.h"

#include <algorithm>

namespace rashin::format {
namespace {

template <class Number>
Result<std::optional<Number>> value_at(const CsvFile& table, std::size_t row, std::size_t column,
                                       Result<Number> (*parse)(std::string_view, const Place&)) {
  const std::string& text = table.at(row, column).text;
  if (trimmed(narrow(text)).empty()) return std::optional<Number>();
  const Result<Number> value = parse(text, table.place(row, column));
  if (!value) return value.diagnostics();
  return std::optional<Number>(*value);
}

std::string csv_row(std::span<const std::string_view> texts, char separator) {
  const bool nothing = std::all_of(texts.begin(), texts.end(), [](std::string_view text) { return text.empty(); });
  std::string line;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) line += separator;
    line += csv_cell(texts[i], separator, nothing && i == 0); // so that it is no empty row
  }
  return line + '\n';
}

} // namespace

std::optional<std::size_t> CsvFile::column(std::string_view name) const {
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const CsvColumn& c) { return c.name == name; });
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

Place CsvFile::place(std::size_t row_index, std::size_t column_index) const {
  return cell_place(*this, at(row_index, column_index), columns[column_index].name);
}

Result<std::optional<double>> number_at(const CsvFile& table, std::size_t row, std::size_t column) {
  return value_at<double>(table, row, column, parse_number);
}

Result<std::optional<std::int64_t>> integer_at(const CsvFile& table, std::size_t row, std::size_t column) {
  return value_at<std::int64_t>(table, row, column, parse_integer);
}

std::string csv_cell(std::string_view text, char separator, bool quote) {
  const char special[] = {'"', '\r', '\n', separator, '\0'};
  if (!quote && text.find_first_of(special) == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

CsvFile make_table(std::string name, const std::vector<std::string>& columns,
                   const std::vector<std::vector<std::string>>& rows) {
  CsvFile table;
  table.sheet = std::move(name);
  for (const std::string& column : columns) table.columns.push_back({column, {}});
  for (const auto& row : rows) {
    if (row.size() != columns.size()) throw Error("a row of the table " + table.sheet + " has not one cell per column");
    for (const std::string& text : row) table.cells.push_back({.text = text});
  }
  return table;
}

std::string write_csv(const CsvFile& table, char separator) {
  std::vector<std::string_view> texts;
  for (const CsvColumn& column : table.columns) texts.push_back(column.name);
  std::string out = csv_row(texts, separator);
  for (std::size_t r = 0; r < table.rows(); ++r) {
    texts.clear();
    for (const CsvCell& cell : table.row(r)) texts.push_back(cell.text);
    out += csv_row(texts, separator);
  }
  return out;
}

} // namespace rashin::format
