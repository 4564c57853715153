#include "core/table.h"

#include "core/number_text.h"

#include <cmath>
#include <set>

namespace rashin {

Column::Column(std::string name, ColumnType type, std::string unit, std::string basis)
    : name_(std::move(name)), type_(type), unit_(std::move(unit)), basis_(std::move(basis)) {}

void Column::require(ColumnType type) const {
  if (type != type_) throw Error("the column " + name_ + " has another type");
}

bool Column::has(ColumnType type, std::size_t row) const {
  require(type);
  return !is_missing(row);
}

void Column::push_integer(std::int64_t value) {
  require(ColumnType::Integer);
  integers_.push_back(value);
  present_.push_back(true);
}

void Column::push_number(double value) {
  require(ColumnType::Number);
  if (!std::isfinite(value)) throw Error("the column " + name_ + " would hold a number that is not finite");
  numbers_.push_back(value);
  present_.push_back(true);
}

void Column::push_text(std::string_view value) {
  require(ColumnType::Text);
  const auto [at, is_new] = code_of_.try_emplace(std::string(value), static_cast<std::uint32_t>(dictionary_.size()));
  if (is_new) dictionary_.emplace_back(value);
  codes_.push_back(at->second);
  present_.push_back(true);
}

void Column::push_date(Date value) {
  require(ColumnType::Date);
  dates_.push_back(value);
  present_.push_back(true);
}

void Column::push_missing() {
  switch (type_) {
  case ColumnType::Integer:
    integers_.push_back(0);
    break;
  case ColumnType::Number:
    numbers_.push_back(0);
    break;
  case ColumnType::Text:
    codes_.push_back(0);
    break;
  case ColumnType::Date:
    dates_.emplace_back();
    break;
  }
  present_.push_back(false);
}

bool Column::is_missing(std::size_t row) const {
  if (row >= present_.size()) throw Error("the column " + name_ + " has no such row");
  return !present_[row];
}

std::optional<std::int64_t> Column::integer(std::size_t row) const {
  return has(ColumnType::Integer, row) ? std::optional(integers_[row]) : std::nullopt;
}
std::optional<double> Column::number(std::size_t row) const {
  return has(ColumnType::Number, row) ? std::optional(numbers_[row]) : std::nullopt;
}
std::optional<std::string_view> Column::text(std::size_t row) const {
  return has(ColumnType::Text, row) ? std::optional<std::string_view>(dictionary_[codes_[row]]) : std::nullopt;
}
std::optional<Date> Column::date(std::size_t row) const {
  return has(ColumnType::Date, row) ? std::optional(dates_[row]) : std::nullopt;
}

std::span<const double> Column::numbers() const {
  require(ColumnType::Number);
  for (const bool present : present_)
    if (!present) throw Error("the column " + name_ + " misses a value");
  return numbers_;
}

Table::Table(std::vector<Column> columns) : columns_(std::move(columns)) {
  std::set<std::string_view> names;
  for (const Column& column : columns_) {
    if (!names.insert(column.name()).second) throw Error("two columns are called " + column.name());
    if (column.size() != rows()) throw Error("the column " + column.name() + " has another length than the first");
  }
}

const Column* Table::find(std::string_view name) const {
  for (const Column& column : columns_)
    if (column.name() == name) return &column;
  return nullptr;
}

const Column& Table::column(std::string_view name) const {
  if (const Column* found = find(name)) return *found;
  throw Error("there is no column " + std::string(name));
}

} // namespace rashin
