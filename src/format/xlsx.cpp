#include "format/xlsx.h"

#include "format/position.h"
#include "format/table_builder.h"
#include "format/xlsx_workbook.h"

#include <algorithm>
#include <charconv>
#include <pugixml.hpp>

namespace rashin::format {
namespace {

/// Column and row of `B3`; nothing where it is no address of a sheet.
std::optional<std::pair<std::uint32_t, std::uint32_t>> parse_address(std::string_view text) {
  std::uint32_t column = 0, row = 0;
  std::size_t at = 0;
  for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && at < 3; ++at)
    column = column * 26 + static_cast<std::uint32_t>(text[at] - 'A' + 1);
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), row);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if (column == 0 || column > TableBuilder::most_columns || row == 0 || row > 1'048'576) return std::nullopt;
  return std::pair(column, row);
}

/// Reads the cells of one sheet.
class SheetReader {
 public:
  SheetReader(const Workbook& book, CsvFile& table, Faults& faults)
      : book_(book), table_(table), faults_(faults), builder_(table, faults, CsvOptions{}.max_cells) {}
  void read(const pugi::xml_node& worksheet);
  bool has_header() const { return builder_.has_header(); }

 private:
  bool read_row(const pugi::xml_node& row);
  void pad(std::vector<CsvCell>& cells, std::size_t columns) const;
  CsvCell empty_cell(std::uint32_t column) const;
  void read_cell(const pugi::xml_node& node, CsvCell& cell);
  void read_plain(std::string_view text, const pugi::xml_node& node, CsvCell& cell);
  Place place(const CsvCell& cell) const { return cell_place(table_, cell, ""); }

  const Workbook& book_;
  CsvFile& table_;
  Faults& faults_;
  TableBuilder builder_;
  std::uint32_t row_ = 0;
};

void SheetReader::read(const pugi::xml_node& worksheet) {
  for (const pugi::xml_node& row : children(child(worksheet, "sheetData"), "row"))
    if (faults_.full() || !read_row(row)) return;
  for (const pugi::xml_node& merged : children(child(worksheet, "mergeCells"), "mergeCell")) {
    const std::string_view range = merged.attribute("ref").value();
    const auto first = parse_address(range.substr(0, range.find(':')));
    if (!first) continue;
    CsvCell cell;
    cell.column = first->first;
    cell.line = first->second;
    faults_.add("xlsx-merged-cells", place(cell), {shortened(range)});
  }
}

CsvCell SheetReader::empty_cell(std::uint32_t column) const {
  CsvCell cell;
  cell.line = row_;
  cell.column = column;
  return cell;
}

/// A sheet has no cell where nothing was written.
void SheetReader::pad(std::vector<CsvCell>& cells, std::size_t columns) const {
  while (cells.size() < columns) cells.push_back(empty_cell(static_cast<std::uint32_t>(cells.size()) + 1));
}

bool SheetReader::read_row(const pugi::xml_node& row) {
  const std::uint32_t number = row.attribute("r").as_uint(row_ + 1);
  if (number <= row_ || number > 1'048'576) {
    faults_.add("package-damaged", Place{table_.file, 0, 0, 0, 0, table_.sheet}, {"row " + std::to_string(number)});
    return false;
  }
  row_ = number;
  std::vector<CsvCell> cells;
  std::uint32_t column = 0;
  for (const pugi::xml_node& node : children(row, "c")) {
    const std::string_view address = node.attribute("r").value();
    const auto parsed = address.empty() ? std::optional(std::pair(column + 1, row_)) : parse_address(address);
    if (!parsed || parsed->first <= column || parsed->second != row_ || parsed->first > TableBuilder::most_columns) {
      faults_.add("package-damaged", Place{table_.file, 0, 0, 0, 0, table_.sheet}, {shortened(address)});
      return false;
    }
    column = parsed->first;
    CsvCell cell = empty_cell(column);
    read_cell(node, cell);
    const bool beyond = builder_.has_header() && column > table_.columns.size();
    if (cell.text.empty() && (!cell.quoted || beyond)) continue;
    pad(cells, column - 1);
    cells.push_back(std::move(cell));
  }
  if (!cells.empty()) pad(cells, table_.columns.size());
  return builder_.add_row(cells, empty_cell(static_cast<std::uint32_t>(cells.size()) + 1));
}

void SheetReader::read_cell(const pugi::xml_node& node, CsvCell& cell) {
  const std::string_view type = node.attribute("t").value();
  const pugi::xml_node value = child(node, "v");
  const char* text = value.text().get();
  if (type == "inlineStr") {
    cell.text = text_of(child(node, "is"));
    cell.quoted = true;
  } else if (type == "s") {
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(text, text + std::string_view(text).size(), index);
    if (error != std::errc() || *end != '\0' || index >= book_.strings.size())
      return faults_.add("package-damaged", place(cell), {shortened(text)});
    cell.text = book_.strings[index];
    cell.quoted = true;
  } else if (type == "b") {
    cell.text = std::string_view(text) == "1" ? "true" : "false";
  } else if (type == "e") {
    faults_.add("xlsx-error-value", place(cell), {shortened(text)});
  } else if (!value && child(node, "f")) {
    faults_.add("xlsx-formula-without-value", place(cell));
  } else if (type == "str" || type == "d") {
    cell.text = unescaped(text);
  } else if (value) {
    read_plain(text, node, cell);
  }
  if (!is_text(cell.text)) faults_.add("xlsx-control-character", place(cell), {shortened(cell.text)});
}

void SheetReader::read_plain(std::string_view text, const pugi::xml_node& node, CsvCell& cell) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    return faults_.add("package-damaged", place(cell), {shortened(text)});
  cell.text = cell_number(number);
  const std::size_t style = node.attribute("s").as_uint();
  const CellForm form = style < book_.forms.size() ? book_.forms[style] : CellForm::Number;
  if (form == CellForm::Number) return;
  if (const auto date = cell_date(number, form, book_.epoch_1904))
    cell.text = *date;
  else
    faults_.add("xlsx-no-such-date", place(cell), {cell.text});
}

CsvFile read_sheet(const Workbook& book, const Sheet& sheet, std::string_view file, bool needed, Faults& faults) {
  CsvFile table;
  table.file = file;
  table.sheet = sheet.name;
  const XmlDocument document = parse_part(book, sheet.part, file, faults);
  const pugi::xml_node worksheet = document ? child(*document, "worksheet") : pugi::xml_node();
  SheetReader reader(book, table, faults);
  if (worksheet) reader.read(worksheet);
  if (needed && document && !reader.has_header() && !faults.any_error())
    faults.add("xlsx-empty-sheet", Place{table.file, 0, 0, 0, 0, sheet.name}, {shortened(sheet.name)});
  return table;
}

std::string names_of(const std::vector<Sheet>& sheets) {
  std::string names;
  for (const Sheet& sheet : sheets) names += (names.empty() ? "" : ", ") + sheet.name;
  return shortened(names, 200);
}

} // namespace

Result<std::vector<std::string>> sheet_names(std::string_view file, std::string_view bytes,
                                             const PackageLimits& limits) {
  Faults faults;
  const auto book = open_workbook(file, bytes, limits, faults);
  if (!book) return faults.take();
  std::vector<std::string> names;
  for (const Sheet& sheet : book->sheets) names.push_back(sheet.name);
  return names;
}

Result<CsvFile> read_xlsx(std::string_view file, std::string_view bytes, std::string_view sheet,
                          const PackageLimits& limits) {
  Faults faults;
  const auto book = open_workbook(file, bytes, limits, faults);
  if (!book) return faults.take();
  const auto found = std::find_if(book->sheets.begin(), book->sheets.end(),
                                  [&](const Sheet& each) { return sheet.empty() || each.name == sheet; });
  if (found == book->sheets.end())
    return make_diagnostic("xlsx-no-sheet", {std::string(file), 0, 0, 0, 0, ""},
                           {shortened(sheet), names_of(book->sheets)});
  CsvFile table = read_sheet(*book, *found, file, true, faults);
  if (faults.any_error()) return faults.take();
  return {std::move(table), faults.take()};
}

Result<std::vector<CsvFile>> read_workbook(std::string_view file, std::string_view bytes, const PackageLimits& limits) {
  Faults faults;
  const auto book = open_workbook(file, bytes, limits, faults);
  if (!book) return faults.take();
  std::vector<CsvFile> tables;
  for (const Sheet& sheet : book->sheets) {
    CsvFile table = read_sheet(*book, sheet, file, false, faults);
    if (!table.columns.empty()) tables.push_back(std::move(table));
  }
  if (faults.any_error()) return faults.take();
  return {std::move(tables), faults.take()};
}

} // namespace rashin::format
