#pragma once
#include "format/csv.h"
#include "format/faults.h"

#include <unordered_map>

namespace rashin::format {

/// The place of a cell, whose column may not exist (a ragged row).
Place cell_place(const CsvFile& table, const CsvCell& cell, std::string_view column_name);
/// `B3`: column and row from 1.
std::string cell_address(std::uint32_t column, std::uint32_t row);

/// Turns rows of cells into a table: the first row that holds something names the columns, empty rows are left out,
/// ragged ones reported.
class TableBuilder {
 public:
  static constexpr std::size_t most_columns = 16'384;

  TableBuilder(CsvFile& table, Faults& faults, std::size_t most_cells)
      : table_(table), faults_(faults), most_cells_(most_cells) {}
  /// False when a limit ends the table. `end` stands behind the last cell of the row.
  bool add_row(const std::vector<CsvCell>& cells, const CsvCell& end);
  bool has_header() const { return has_header_; }

 private:
  void name_columns(const std::vector<CsvCell>& cells);
  CsvFile& table_;
  Faults& faults_;
  std::size_t most_cells_;
  bool has_header_ = false;
};

} // namespace rashin::format
