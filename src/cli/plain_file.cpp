#include "cli/plain_file.h"

#include <algorithm>

namespace rashin::cli {

using collect::JsonFile;
using collect::JsonValue;
using format::CsvFile;

JsonFile plain_file(const MethodCall& method, TreeOfTable tree) {
  std::string_view bytes = method.bytes;
  if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  const bool json = first == std::string_view::npos || bytes[first] == '{' || bytes[first] == '[';
  if (json || !tree) return {method.file, method.bytes};
  const auto table = format::read_csv(method.file, method.bytes);
  if (!table) return {method.file, method.bytes, JsonValue{}, table.diagnostics()};
  return {method.file, method.bytes, tree(*table), table.diagnostics()};
}

namespace {

bool has_any(const JsonValue& value, std::initializer_list<std::string_view> wanted) {
  return value.kind == JsonValue::Kind::Object && value.find(wanted);
}

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

} // namespace

const JsonValue& case_in(JsonFile& file, const MethodCall& method, std::initializer_list<std::string_view> wanted) {
  const JsonValue& root = file.root();
  std::vector<std::string> names;
  const JsonValue* found = nullptr;
  for (std::size_t i = 0; i < root.names.size(); ++i)
    if (has_any(root.items[i], wanted)) {
      names.push_back(root.names[i]);
      found = &root.items[i];
    }
  if (const auto asked = method.arguments.option("--case")) {
    if (root.kind == JsonValue::Kind::Object && root.find(*asked)) return *root.find(*asked);
    file.fail(root, "method-case-unknown", {*asked, listed(names)});
    return root;
  }
  if (root.kind != JsonValue::Kind::Object || has_any(root, wanted) || names.empty()) return root;
  if (names.size() > 1) file.fail(root, "method-case-many", {listed(names)});
  return *found;
}

namespace {

JsonValue list_value() {
  JsonValue list;
  list.kind = JsonValue::Kind::Array;
  return list;
}

JsonValue object_value() {
  JsonValue object;
  object.kind = JsonValue::Kind::Object;
  return object;
}

void put(JsonValue& object, std::string_view name, JsonValue value) {
  object.names.emplace_back(name);
  object.items.push_back(std::move(value));
}

JsonValue cell_text(const CsvFile& table, std::size_t row, std::size_t column) {
  const format::CsvCell& cell = table.at(row, column);
  JsonValue value;
  value.kind = cell.text.empty() ? JsonValue::Kind::Null : JsonValue::Kind::Text;
  value.text = cell.text;
  value.begin_byte = cell.begin_byte;
  value.end_byte = cell.end_byte;
  return value;
}

/// A number where it reads as one, else a text; nothing where it is empty.
JsonValue cell_value(const CsvFile& table, std::size_t row, std::size_t column) {
  JsonValue value = cell_text(table, row, column);
  const auto number = format::number_at(table, row, column);
  if (number && *number) {
    value.kind = JsonValue::Kind::Number;
    value.number = **number;
  }
  return value;
}

JsonValue header_text(const CsvFile& table, std::size_t column) {
  JsonValue value;
  value.kind = JsonValue::Kind::Text;
  value.text = table.columns[column].name;
  value.begin_byte = table.columns[column].place.begin_byte;
  value.end_byte = table.columns[column].place.end_byte;
  return value;
}

/// What a row of a ranking says about the criteria; empty for an alternative.
std::string_view criterion_member(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> words[] = {{"weight", "weight"},
                                                                            {"重み", "weight"},
                                                                            {"direction", "direction"},
                                                                            {"方向", "direction"},
                                                                            {"worst", "worst"},
                                                                            {"最悪", "worst"},
                                                                            {"best", "best"},
                                                                            {"最良", "best"},
                                                                            {"preference", "preference"},
                                                                            {"選好", "preference"},
                                                                            {"q", "q"},
                                                                            {"無差別", "q"},
                                                                            {"p", "p"},
                                                                            {"選好しきい値", "p"},
                                                                            {"v", "v"},
                                                                            {"拒否", "v"}};
  for (const auto& [word, member] : words)
    if (name == word) return member;
  return {};
}

JsonValue objects_of_rows(const CsvFile& table) {
  JsonValue list = list_value();
  for (std::size_t row = 0; row < table.rows(); ++row) {
    JsonValue object = object_value();
    object.begin_byte = table.at(row, 0).begin_byte;
    object.end_byte = table.at(row, table.columns.size() - 1).end_byte;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const std::string& name = table.columns[c].name;
      const bool number = name == "probability" || name == "weight" || name == "outcome";
      JsonValue value = number ? cell_value(table, row, c) : cell_text(table, row, c);
      if (value.kind != JsonValue::Kind::Null) put(object, name, std::move(value));
    }
    list.items.push_back(std::move(object));
  }
  return list;
}

/// The level that a column of quantiles stands for: 0.05, 5 %, q5, P95; empty where it is none.
std::optional<double> level_of(std::string_view name) {
  bool percent = false;
  if (name.starts_with('q') || name.starts_with('p') || name.starts_with('P') || name.starts_with('Q')) {
    name.remove_prefix(1);
    percent = true;
  }
  while (name.ends_with('%') || name.ends_with(' ')) {
    percent = percent || name.back() == '%';
    name.remove_suffix(1);
  }
  char* end = nullptr;
  const std::string digits(name);
  const double value = std::strtod(digits.c_str(), &end);
  if (digits.empty() || *end != '\0') return std::nullopt;
  return percent || value >= 1 ? value / 100 : value;
}

} // namespace

JsonValue ranking_tree(const CsvFile& table) {
  JsonValue criteria = list_value(), alternatives = list_value(), scores = list_value();
  for (std::size_t c = 1; c < table.columns.size(); ++c) {
    criteria.items.push_back(object_value());
    put(criteria.items.back(), "name", header_text(table, c));
  }
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const std::string_view member = criterion_member(table.at(row, 0).text);
    JsonValue cells = list_value();
    for (std::size_t c = 1; c < table.columns.size(); ++c) {
      JsonValue value = cell_value(table, row, c);
      if (member.empty())
        cells.items.push_back(std::move(value));
      else if (value.kind != JsonValue::Kind::Null)
        put(criteria.items[c - 1], member, std::move(value));
    }
    if (!member.empty()) continue;
    alternatives.items.push_back(cell_text(table, row, 0));
    scores.items.push_back(std::move(cells));
  }
  JsonValue root = object_value();
  put(root, "criteria", std::move(criteria));
  put(root, "alternatives", std::move(alternatives));
  put(root, "scores", std::move(scores));
  return root;
}

namespace {

/// A table of figures with names on both sides; the members are called as the method calls them.
JsonValue figures_tree(const CsvFile& table, std::string_view rows, std::string_view columns, std::string_view cells,
                       JsonValue (*read_cell)(const CsvFile&, std::size_t, std::size_t) = cell_value) {
  JsonValue row_names = list_value(), column_names = list_value(), figures = list_value();
  for (std::size_t c = 1; c < table.columns.size(); ++c) column_names.items.push_back(header_text(table, c));
  for (std::size_t row = 0; row < table.rows(); ++row) {
    row_names.items.push_back(cell_text(table, row, 0));
    JsonValue line = list_value();
    for (std::size_t c = 1; c < table.columns.size(); ++c) line.items.push_back(read_cell(table, row, c));
    figures.items.push_back(std::move(line));
  }
  JsonValue root = object_value();
  put(root, rows, std::move(row_names));
  put(root, columns, std::move(column_names));
  put(root, cells, std::move(figures));
  return root;
}

} // namespace

JsonValue performance_tree(const CsvFile& table) {
  return figures_tree(table, "policies", "scenarios", "performance");
}

JsonValue influence_tree(const CsvFile& table) {
  return figures_tree(table, "rows", "variables", "matrix");
}

JsonValue field_tree(const CsvFile& table) {
  return figures_tree(table, "rows", "columns", "cells", cell_text);
}

JsonValue opinions_tree(const CsvFile& table) {
  JsonValue root = object_value();
  put(root, "opinions", objects_of_rows(table));
  return root;
}

JsonValue forecasts_tree(const CsvFile& table) {
  JsonValue root = object_value();
  put(root, "forecasts", objects_of_rows(table));
  return root;
}

namespace {

/// The place of a text in a list, added at its end where it is new.
std::size_t numbered(std::vector<std::string>& names, const std::string& name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) names.push_back(name);
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

} // namespace

JsonValue quantiles_tree(const CsvFile& table) {
  JsonValue levels = list_value(), questions = list_value(), experts = list_value();
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    if (const auto level = level_of(table.columns[c].name)) {
      levels.items.push_back(header_text(table, c));
      levels.items.back().kind = JsonValue::Kind::Number;
      levels.items.back().number = *level;
      columns.push_back(c);
    }
  std::vector<std::string> ids, people;
  const auto question = table.column("question"), by = table.column("by");
  for (std::size_t row = 0; row < table.rows() && question && by; ++row) {
    const std::size_t q = numbered(ids, table.at(row, *question).text), e = numbered(people, table.at(row, *by).text);
    if (q == questions.items.size()) {
      questions.items.push_back(object_value());
      put(questions.items.back(), "id", cell_text(table, row, *question));
      for (const std::string_view name : {"truth", "scale"})
        if (const auto c = table.column(name); c && !table.at(row, *c).text.empty())
          put(questions.items.back(), name, cell_value(table, row, *c));
    }
    if (e == experts.items.size()) {
      experts.items.push_back(object_value());
      put(experts.items.back(), "by", cell_text(table, row, *by));
      put(experts.items.back(), "quantiles", list_value());
    }
    JsonValue& answers = experts.items[e].items[1];
    while (answers.items.size() <= q) answers.items.push_back(JsonValue{});
    answers.items[q] = list_value();
    for (const std::size_t c : columns) answers.items[q].items.push_back(cell_value(table, row, c));
  }
  for (JsonValue& expert : experts.items)
    while (expert.items[1].items.size() < ids.size()) expert.items[1].items.push_back(JsonValue{});
  JsonValue root = object_value();
  put(root, "levels", std::move(levels));
  put(root, "questions", std::move(questions));
  put(root, "experts", std::move(experts));
  return root;
}

} // namespace rashin::cli
