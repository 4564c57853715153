#pragma once
#include "core/date.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace rashin {

enum class ColumnType { Integer, Number, Text, Date };

/// A named column of one type with its unit and basis. A missing value is missing: never 0, -1 or NaN. Text is stored
/// once per distinct value. Asking or pushing in another type than the column's, or past its end, or pushing a number
/// that is not finite, throws Error.
class Column {
 public:
  Column(std::string name, ColumnType type, std::string unit = {}, std::string basis = {});

  const std::string& name() const { return name_; }
  ColumnType type() const { return type_; }
  const std::string& unit() const { return unit_; }
  const std::string& basis() const { return basis_; }
  std::size_t size() const { return present_.size(); }

  void push_integer(std::int64_t value);
  void push_number(double value);
  void push_text(std::string_view value);
  void push_date(Date value);
  void push_missing();

  bool is_missing(std::size_t row) const;
  std::optional<std::int64_t> integer(std::size_t row) const;
  std::optional<double> number(std::size_t row) const;
  std::optional<std::string_view> text(std::size_t row) const;
  std::optional<Date> date(std::size_t row) const;
  /// All rows at once for kernels; throws Error if one is missing.
  std::span<const double> numbers() const;

 private:
  void require(ColumnType type) const;
  bool has(ColumnType type, std::size_t row) const;

  std::string name_;
  ColumnType type_;
  std::string unit_;
  std::string basis_;
  std::vector<bool> present_;
  std::vector<std::int64_t> integers_;
  std::vector<double> numbers_;
  std::vector<std::uint32_t> codes_;
  std::vector<Date> dates_;
  std::vector<std::string> dictionary_;
  std::unordered_map<std::string, std::uint32_t> code_of_; ///< looked up, never walked
};

/// Columns of equal length with distinct names; else Error.
class Table {
 public:
  explicit Table(std::vector<Column> columns);

  std::size_t rows() const { return columns_.empty() ? 0 : columns_.front().size(); }
  std::span<const Column> columns() const { return columns_; }
  const Column* find(std::string_view name) const;
  /// Throws Error if there is none.
  const Column& column(std::string_view name) const;

 private:
  std::vector<Column> columns_;
};

/// RFC 4180 with LF: a header of names; numbers as the shortest text that reads back; dates in ISO form; a missing
/// value is an empty field, an empty text is `""`.
std::string to_csv(const Table& table);
/// `name,type,unit,basis`, one row per column: what the header of to_csv cannot say.
std::string to_csv_description(const Table& table);

} // namespace rashin
