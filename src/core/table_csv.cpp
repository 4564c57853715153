#include "core/number_text.h"
#include "core/table.h"

namespace rashin {
namespace {

void append_field(std::string& out, std::string_view text) {
  const bool plain = !text.empty() && text.find_first_of(",\"\r\n") == std::string_view::npos && text.front() != ' ' &&
                     text.back() != ' ';
  if (plain) return void(out += text);
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void append_value(std::string& out, const Column& column, std::size_t row) {
  if (column.is_missing(row)) return;
  switch (column.type()) {
  case ColumnType::Integer:
    out += std::to_string(*column.integer(row));
    break;
  case ColumnType::Number:
    out += shortest(*column.number(row));
    break;
  case ColumnType::Text:
    append_field(out, *column.text(row));
    break;
  case ColumnType::Date:
    out += to_iso(*column.date(row));
    break;
  }
}

std::string_view name_of(ColumnType type) {
  switch (type) {
  case ColumnType::Integer:
    return "integer";
  case ColumnType::Number:
    return "number";
  case ColumnType::Text:
    return "text";
  case ColumnType::Date:
    return "date";
  }
  return "";
}

} // namespace

std::string to_csv(const Table& table) {
  std::string out;
  for (const Column& column : table.columns()) {
    if (&column != &table.columns().front()) out += ',';
    append_field(out, column.name());
  }
  out += '\n';
  for (std::size_t row = 0; row < table.rows(); ++row) {
    for (const Column& column : table.columns()) {
      if (&column != &table.columns().front()) out += ',';
      append_value(out, column, row);
    }
    out += '\n';
  }
  return out;
}

std::string to_csv_description(const Table& table) {
  std::string out = "name,type,unit,basis\n";
  for (const Column& column : table.columns()) {
    append_field(out, column.name());
    out.append(",").append(name_of(column.type())).append(",");
    if (!column.unit().empty()) append_field(out, column.unit());
    out += ',';
    if (!column.basis().empty()) append_field(out, column.basis());
    out += '\n';
  }
  return out;
}

} // namespace rashin
