#include "core/text_width.h"
#include "format/nearest.h"
#include "format/scalar_check.h"

#include <algorithm>

namespace rashin::format {
namespace {

void check_cell(std::string_view text, const Place& place, const FieldType& type, Faults& faults) {
  if (type.kind != FieldKind::OneOrMore) return check_scalar(text, place, type, faults);
  while (true) {
    const std::size_t end = text.find(';');
    const std::string_view part = trimmed(text.substr(0, end));
    if (!part.empty()) check_scalar(part, place, type.element.front(), faults);
    if (end == std::string_view::npos) return;
    text.remove_prefix(end + 1);
  }
}

void check_columns(const CsvFile& table, const CsvSchema& schema, Faults& faults) {
  const std::vector<std::string> names = names_of(schema.columns);
  for (const CsvColumn& column : table.columns)
    if (std::find(names.begin(), names.end(), column.name) == names.end())
      faults.add("unknown-column", column.place, {shortened(column.name), schema.name, nearest(column.name, names)});
  for (const Field& column : schema.columns)
    if (column.presence == Presence::Required && !table.column(column.name)) {
      Place header = table.columns.empty() ? Place{table.file, 0, 0, 0, 0, ""} : table.columns.front().place;
      header.field.clear();
      header.end_byte = header.begin_byte;
      faults.add("missing-column", std::move(header), {column.name, schema.name});
    }
}

std::string form_of(const FieldType& type, bool ja) {
  switch (type.kind) {
  case FieldKind::Id:
    return ja ? "識別子" : "id";
  case FieldKind::Integer:
    return ja ? "整数" : "whole number";
  case FieldKind::Number:
    return ja ? "数値" : "number";
  case FieldKind::Boolean:
    return "`true`, `false`";
  case FieldKind::Date:
    return ja ? "日付" : "date";
  case FieldKind::Period:
    return ja ? "期間" : "period";
  case FieldKind::Reference:
    return (ja ? "参照: " : "reference: ") + type.target;
  case FieldKind::OneOrMore:
    return form_of(type.element.front(), ja) + (ja ? "（複数は ; 区切り）" : " (several: separated by ;)");
  case FieldKind::Choice: {
    std::string words;
    for (const std::string& word : type.words) words += (words.empty() ? "`" : ", `") + word + '`';
    return words;
  }
  default:
    return ja ? "文字列" : "text";
  }
}

/// A bar or a line break would end the cell of a Markdown table.
std::string markdown_cell(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '|') out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

} // namespace

Diagnostics check(const CsvFile& table, const CsvSchema& schema) {
  Faults faults;
  check_columns(table, schema, faults);
  for (const Field& column : schema.columns) {
    const auto index = table.column(column.name);
    if (!index) continue;
    for (std::size_t row = 0; row < table.rows() && !faults.full(); ++row) {
      const std::string& text = table.at(row, *index).text;
      if (!trimmed(text).empty())
        check_cell(text, table.place(row, *index), column.type, faults);
      else if (column.presence == Presence::Required)
        faults.add("missing-cell", table.place(row, *index), {column.name});
    }
  }
  return faults.take();
}

std::string to_markdown(const CsvSchema& schema, Language language) {
  const bool ja = language == Language::Japanese;
  std::string out = ja ? "| 列 | 必須 | 形 | 意味 |\n" : "| column | required | form | meaning |\n";
  out += "| --- | --- | --- | --- |\n";
  for (const Field& column : schema.columns) {
    const bool required = column.presence == Presence::Required;
    out += "| `" + column.name + "` | " + (required ? (ja ? "必須" : "yes") : "") + " | ";
    out += markdown_cell(form_of(column.type, ja)) + " | " + markdown_cell(column.description.in(language)) + " |\n";
  }
  return out;
}

} // namespace rashin::format
