#include "format/opc.h"
#include "format/position.h"
#include "format/table_builder.h"
#include "format/xlsx.h"
#include "format/xlsx_workbook.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace rashin::format {
namespace {

constexpr std::string_view main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view relation_space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
const std::string book_part = "xl/workbook.xml";

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string out;
  for (const std::string_view part : parts) out += part;
  return out;
}

/// As XML, with the carriage return and what looks like an escape in the escapes of spreadsheets.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i)
    out += text[i] == '\r' ? "_x000D_" : escape_at(text, i) ? "_x005F_" : std::string(1, text[i]);
  return xml_escaped(out);
}

/// Lengths in spreadsheets count UTF-16 units.
std::size_t utf16_length(std::string_view text) {
  std::size_t length = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) != 0x80) length += byte >= 0xF0 ? 2 : 1;
  }
  return length;
}

bool is_number_as_written(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && cell_number(value) == text;
}

std::string sheet_part(std::size_t index) {
  return "xl/worksheets/sheet" + std::to_string(index + 1) + ".xml";
}

class Writer {
 public:
  Result<std::string> write(std::span<const CsvFile> tables);

 private:
  void check(const CsvFile& table);
  void check_text(const CsvFile& table, std::string_view text, std::size_t row, std::size_t column);
  static std::string sheet(const CsvFile& table);
  static std::string workbook(std::span<const CsvFile> tables, OpcPackage& package);
  Faults faults_{};
  std::set<std::string> names_{};
};

Result<std::string> Writer::write(std::span<const CsvFile> tables) {
  if (tables.empty()) throw Error("a workbook without a sheet");
  for (const CsvFile& table : tables) check(table);
  if (faults_.any_error()) return faults_.take();
  OpcPackage package;
  const std::string base(relation::base);
  package.relate("", base + "officeDocument", book_part);
  package.add(book_part, std::string(sheet_type) + "sheet.main+xml", workbook(tables, package));
  package.relate(book_part, base + "styles", "xl/styles.xml");
  package.add(
      "xl/styles.xml", std::string(sheet_type) + "styles+xml",
      joined({xml_head, "<styleSheet xmlns=\"", main_space,
              "\"><fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz val=\"11\"/></font></fonts>"
              "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill "
              "patternType=\"gray125\"/></fill></fills>"
              "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
              "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
              "<cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
              "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" "
              "applyFont=\"1\"/></cellXfs></styleSheet>"}));
  for (std::size_t i = 0; i < tables.size(); ++i)
    package.add(sheet_part(i), std::string(sheet_type) + "worksheet+xml", sheet(tables[i]));
  return package.written();
}

void Writer::check(const CsvFile& table) {
  const std::string& name = table.sheet;
  std::string folded = name;
  for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const bool fits = !name.empty() && utf16_length(name) <= 31 && is_text(name) && name.front() != '\'' &&
                    name.back() != '\'' && name.find_first_of("[]:*?/\\\t\r\n") == std::string::npos;
  const Place place{table.file, 0, 0, 0, 0, name};
  if (!fits || !names_.insert(folded).second) faults_.add("xlsx-sheet-name", place, {shortened(name)});
  if (table.rows() + 1 > 1'048'576 || table.columns.size() > TableBuilder::most_columns)
    return faults_.add("xlsx-too-many-cells", place,
                       {std::to_string(table.rows()), std::to_string(table.columns.size())});
  for (std::size_t c = 0; c < table.columns.size(); ++c) check_text(table, table.columns[c].name, 0, c);
  for (std::size_t r = 0; r < table.rows(); ++r)
    for (std::size_t c = 0; c < table.columns.size(); ++c) check_text(table, table.at(r, c).text, r + 1, c);
}

void Writer::check_text(const CsvFile& table, std::string_view text, std::size_t row, std::size_t column) {
  const bool too_long = utf16_length(text) > 32'767;
  if (!too_long && is_text(text)) return;
  CsvCell cell;
  cell.line = static_cast<std::uint32_t>(row + 1);
  cell.column = static_cast<std::uint32_t>(column + 1);
  const Place place = cell_place(table, cell, "");
  if (too_long)
    faults_.add("xlsx-text-too-long", place, {std::to_string(utf16_length(text))});
  else
    faults_.add("xlsx-control-character", place, {shortened(text)});
}

std::string text_cell(const std::string& address, std::string_view style, std::string_view text) {
  return joined({"<c r=\"", address, "\"", style, " t=\"inlineStr\"><is><t xml:space=\"preserve\">", escaped(text),
                 "</t></is></c>"});
}

std::string Writer::sheet(const CsvFile& table) {
  std::string out =
      joined({xml_head, "<worksheet xmlns=\"", main_space,
              "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" "
              "activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData><row r=\"1\">"});
  for (std::size_t c = 0; c < table.columns.size(); ++c)
    out += text_cell(cell_address(static_cast<std::uint32_t>(c + 1), 1), " s=\"1\"", table.columns[c].name);
  out += "</row>";
  for (std::size_t r = 0; r < table.rows(); ++r) {
    const auto cells = table.row(r);
    const bool nothing = std::all_of(cells.begin(), cells.end(), [](const CsvCell& cell) { return cell.text.empty(); });
    out += "<row r=\"" + std::to_string(r + 2) + "\">";
    for (std::size_t c = 0; c < cells.size(); ++c) {
      const std::string address = cell_address(static_cast<std::uint32_t>(c + 1), static_cast<std::uint32_t>(r + 2));
      const std::string& text = cells[c].text;
      if (is_number_as_written(text))
        out += joined({"<c r=\"", address, "\"><v>", text, "</v></c>"});
      else if (!text.empty() || (nothing && c == 0))
        out += text_cell(address, "", text); // keeps an empty row
    }
    out += "</row>";
  }
  return out + "</sheetData></worksheet>";
}

std::string Writer::workbook(std::span<const CsvFile> tables, OpcPackage& package) {
  std::string out =
      joined({xml_head, "<workbook xmlns=\"", main_space, "\" xmlns:r=\"", relation_space, "\"><sheets>"});
  for (std::size_t i = 0; i < tables.size(); ++i)
    out += joined({"<sheet name=\"", escaped(tables[i].sheet), "\" sheetId=\"", std::to_string(i + 1), "\" r:id=\"",
                   package.relate(book_part, std::string(relation::base) + "worksheet", sheet_part(i)), "\"/>"});
  return out + "</sheets></workbook>";
}

} // namespace

Result<std::string> write_xlsx(std::span<const CsvFile> tables) {
  return Writer().write(tables);
}

} // namespace rashin::format
