// Native tables: widths by their words, heads that repeat on each page, rows that stay whole.
#include "report/docx_page.h"

#include "report/prose_pieces.h"
#include "report/words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rashin::report {
namespace {

constexpr double cell_padding = 2 * 85;
constexpr double usual_letters = 180, small_letters = 150; // 9 and 7.5 points

std::string twips(double value) {
  return std::to_string(std::lround(value));
}

} // namespace

std::string DocxPage::cell(const Cell& cell, double width, bool header) {
  std::string properties = "<w:tcW w:w=\"" + twips(width) + "\" w:type=\"dxa\"/>";
  if (const std::string_view shade = shade_of(cell.tone, ""); !shade.empty())
    properties += "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + std::string(shade) + "\"/>";
  const std::string open = "<w:tc><w:tcPr>" + properties + "</w:tcPr>";
  const std::string bold = header ? "<w:b/>" : "";
  const auto* figure = std::get_if<Figure>(&cell.content);
  if (!figure) return open + paragraph("TableText", prose(std::get<Prose>(cell.content), bold)) + "</w:tc>";
  const FigureText words = figure_text(*figure, language_);
  const std::string value = words.value.empty() ? "—" : words.value + unit_after(figure->unit.in(language_));
  std::string out = open + paragraph("TableNumber", anchored(figure->id, run(value, bold)) + cite(figure->basis));
  if (!words.interval.empty()) out += paragraph("TableRange", run(words.interval));
  return out + "</w:tc>";
}

std::string DocxPage::table_row(const TableBlock& table, const std::vector<Cell>& row,
                                const std::vector<double>& widths) {
  std::string out = "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
  for (std::size_t c = 0; c < widths.size(); ++c)
    out += c < row.size() ? cell(row[c], widths[c], static_cast<int>(c) < table.header_columns)
                          : cell(Cell{}, widths[c], false);
  return out + "</w:tr>\n";
}

std::string DocxPage::table(const TableBlock& table) {
  const std::size_t number = ++tables_;
  std::string out = caption(language_ == Language::Japanese ? "表" : "Table", number, table.caption, table.id);
  if (table.columns.empty()) return out;
  const auto widths = column_widths(table, language_, table.columns.size() > 6 ? small_letters : usual_letters,
                                    cell_padding, text_span);
  out +=
      "<w:tbl><w:tblPr><w:tblStyle w:val=\"ReportTable\"/><w:tblW w:w=\"" + twips(text_span) +
      "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0420\" w:firstRow=\"1\" "
      "w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>";
  for (const double width : widths) out += "<w:gridCol w:w=\"" + twips(width) + "\"/>";
  out += "</w:tblGrid>\n<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
  for (std::size_t c = 0; c < widths.size(); ++c) {
    const Column& column = table.columns[c];
    std::string words = run(column_words(column, language_));
    if (!column.basis.empty()) words += run(" " + column.basis.in(language_), "<w:b w:val=\"0\"/>");
    out += "<w:tc><w:tcPr><w:tcW w:w=\"" + twips(widths[c]) + "\" w:type=\"dxa\"/></w:tcPr>" +
           paragraph(holds_numbers(table, c) ? "TableHeadNumber" : "TableHead", words) + "</w:tc>";
  }
  out += "</w:tr>\n";
  for (const auto& row : table.rows) out += table_row(table, row, widths);
  out += "</w:tbl>\n";
  if (const LocalizedText note = interval_note(table); !note.empty()) out += paragraph("FigureNote", run(note));
  if (!table.note.empty()) out += paragraph("FigureNote", run(table.note));
  out += sources_line(table.sources);
  return out + paragraph("TableEnd", "");
}

} // namespace rashin::report
