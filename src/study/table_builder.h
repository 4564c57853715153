#pragma once
#include "study/tables.h"

#include <cmath>

namespace rashin::study {

/// Builds a table column by column; a row is pushed cell by cell in the order of the columns.
class TableBuilder {
 public:
  TableBuilder& text(std::string name, std::string basis) {
    return add(std::move(name), ColumnType::Text, {}, std::move(basis));
  }
  TableBuilder& number(std::string name, std::string unit, std::string basis) {
    return add(std::move(name), ColumnType::Number, std::move(unit), std::move(basis));
  }
  TableBuilder& summary(const std::string& name, const std::string& unit, const std::string& basis) {
    for (const char* part : {"_mean", "_p5", "_p50", "_p95"}) number(name + part, unit, basis);
    return *this;
  }
  void begin_row() { next_ = 0; }
  void put(std::string_view value) { columns_.at(next_++).push_text(value); }
  void put(const char* value) { put(std::string_view(value)); }
  void put(double value) {
    std::isfinite(value) ? columns_.at(next_).push_number(value) : columns_.at(next_).push_missing(), ++next_;
  }
  void put(const policy::Summary& s) { put(s.mean), put(s.p5), put(s.p50), put(s.p95); }
  void skip(int count = 1) {
    for (int i = 0; i < count; ++i) columns_.at(next_++).push_missing();
  }
  ResultTable finish(std::string name, LocalizedText title) {
    return {std::move(name), std::move(title), Table(std::move(columns_))};
  }

 private:
  TableBuilder& add(std::string name, ColumnType type, std::string unit, std::string basis) {
    columns_.emplace_back(std::move(name), type, std::move(unit), std::move(basis));
    return *this;
  }
  std::vector<Column> columns_;
  std::size_t next_ = 0;
};

} // namespace rashin::study
