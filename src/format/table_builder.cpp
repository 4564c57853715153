#include "format/table_builder.h"

#include <algorithm>

namespace rashin::format {

std::string cell_address(std::uint32_t column, std::uint32_t row) {
  std::string letters;
  for (std::uint32_t rest = column; rest > 0; rest = (rest - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
  return letters + std::to_string(row);
}

Place cell_place(const CsvFile& table, const CsvCell& cell, std::string_view column_name) {
  const bool sheet = !table.sheet.empty();
  std::string field = sheet ? table.sheet + '!' + cell_address(cell.column, cell.line) : std::string(column_name);
  return {table.file,      static_cast<int>(cell.line), static_cast<int>(cell.column), cell.begin_byte, cell.end_byte,
          std::move(field)};
}

bool TableBuilder::add_row(const std::vector<CsvCell>& cells, const CsvCell& end) {
  const bool nothing =
      std::all_of(cells.begin(), cells.end(), [](const CsvCell& cell) { return cell.text.empty() && !cell.quoted; });
  if (nothing) return true;
  if (!has_header_) {
    name_columns(cells);
    has_header_ = true;
    return true;
  }
  const std::size_t columns = table_.columns.size();
  if (cells.size() != columns) {
    const CsvCell& at = cells.size() > columns ? cells[columns] : end;
    faults_.add("csv-ragged-row", cell_place(table_, at, ""), {std::to_string(cells.size()), std::to_string(columns)});
    return !faults_.full();
  }
  if (table_.cells.size() + columns > most_cells_) {
    faults_.add("csv-too-many-cells", cell_place(table_, cells.front(), ""), {std::to_string(most_cells_)});
    return false;
  }
  table_.cells.insert(table_.cells.end(), cells.begin(), cells.end());
  return true;
}

void TableBuilder::name_columns(const std::vector<CsvCell>& cells) {
  std::unordered_map<std::string_view, std::size_t> first;
  table_.columns.reserve(cells.size());
  for (const CsvCell& cell : cells) {
    table_.columns.push_back({cell.text, cell_place(table_, cell, cell.text)});
    const std::size_t number = table_.columns.size();
    const auto [seen, is_new] = first.emplace(cell.text, number);
    const Place& place = table_.columns.back().place;
    if (cell.text.empty())
      faults_.add("csv-empty-column-name", place, {std::to_string(number)});
    else if (!is_new)
      faults_.add("csv-duplicate-column", place,
                  {shortened(cell.text), std::to_string(seen->second), std::to_string(number)});
  }
}

} // namespace rashin::format
