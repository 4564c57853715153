#include "format/edit.h"
#include "require.h"

using namespace rashin;
using namespace rashin::format;
using fuzz::require;

namespace {

void require_cells(const CsvFile& table, std::size_t size) {
  std::size_t last = 0;
  require(!table.columns.empty() && table.cells.size() == table.rows() * table.columns.size());
  for (const CsvCell& cell : table.cells) {
    require(last <= cell.begin_byte && cell.begin_byte <= cell.end_byte && cell.end_byte <= size);
    require(cell.line >= 1 && cell.column >= 1);
    last = cell.end_byte;
  }
}

/// What is written reads back the same.
void require_round_trip(const CsvFile& table) {
  const Result<CsvFile> again = read_csv(table.file, write_csv(table));
  require(again.ok() && again->cells.size() == table.cells.size());
  for (std::size_t i = 0; i < table.cells.size(); ++i) require(again->cells[i].text == table.cells[i].text);
}

void require_edit(std::string_view bytes, const CsvFile& table) {
  if (table.cells.empty()) return;
  const std::size_t index = static_cast<unsigned char>(bytes.front()) % table.cells.size();
  const Place place = table.place(index / table.columns.size(), index % table.columns.size());
  const Result<std::string> edited = edit_csv(bytes, place, bytes.substr(bytes.size() / 2, 20));
  if (!edited) return require(edited.diagnostics().front().code.starts_with("edit-"));
  require(edited->starts_with(bytes.substr(0, place.begin_byte)) && edited->ends_with(bytes.substr(place.end_byte)));
}

/// A block over the last row and one below it: the first line replaces, the second is added.
void require_paste(std::string_view bytes, const CsvFile& table) {
  if (table.cells.empty()) return;
  const std::size_t row = table.rows() - 1, column = static_cast<unsigned char>(bytes.back()) % table.columns.size();
  const std::vector<std::vector<std::string>> block{{std::string(bytes.substr(bytes.size() / 3, 9))}, {"x"}};
  const Result<std::string> pasted = paste_csv(table.file, bytes, row, table.columns[column].name, block);
  if (!pasted) return require(pasted.diagnostics().front().code.starts_with("edit-"));
  require(pasted->starts_with(bytes.substr(0, table.at(row, column).begin_byte)));
  const Result<CsvFile> again = read_csv(table.file, *pasted);
  require(again.ok() && again->rows() == table.rows() + 1);
  require(again->at(row, column).text == block[0][0] && again->at(row + 1, column).text == "x");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Result<CsvFile> table = read_csv("fuzz.csv", bytes);
  fuzz::require_places(table.diagnostics(), size);
  if (!table) return 0;
  require_cells(*table, size);
  require_round_trip(*table);
  require_edit(bytes, *table);
  require_paste(bytes, *table);
  return 0;
}
