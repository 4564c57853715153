// Shapes of slides: text boxes, native tables.
#include "report/markup.h"
#include "report/pptx_slides.h"
#include "report/prose_pieces.h"
#include "report/text_width.h"
#include "report/words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rashin::report {
namespace {

constexpr double line_factor = 1.5; ///< of the letters' size; Japanese faces need more than Latin ones
constexpr double cell_side = 6, cell_top = 3;

std::string hundredths(double points) {
  return std::to_string(std::lround(points * 100));
}

std::string place(double left, double top, double width, double height) {
  return "<a:off x=\"" + emu(left) + "\" y=\"" + emu(top) + "\"/><a:ext cx=\"" + emu(width) + "\" cy=\"" + emu(height) +
         "\"/>";
}

std::string fill_of(std::string_view colour) {
  return "<a:solidFill><a:srgbClr val=\"" + std::string(colour) + "\"/></a:solidFill>";
}

} // namespace

std::string emu(double points) {
  return std::to_string(std::llround(points * 12700));
}

double height_of(std::string_view words, double letters, double width) {
  return static_cast<double>(std::max<std::size_t>(wrap_text(words, letters, width).size(), 1)) * letters * line_factor;
}

double height_of(const std::vector<SlideParagraph>& words, double letters, double width) {
  double height = 0;
  for (const SlideParagraph& one : words) {
    std::string all;
    for (const SlideRun& run : one.runs) all += run.words;
    height += height_of(all, letters, width - (one.bullet ? letters * 1.4 : 0)) + letters * 0.5;
  }
  return height;
}

std::string SlideShow::paragraph(const std::vector<SlideRun>& runs, std::string_view properties,
                                 std::string_view run) const {
  const bool japanese = language_ == Language::Japanese;
  const std::string lang = japanese ? "lang=\"ja-JP\" altLang=\"en-GB\"" : "lang=\"en-GB\" altLang=\"ja-JP\"";
  const std::size_t attributes = run.find('>');
  const std::string size(attributes == std::string_view::npos ? run : run.substr(0, attributes));
  const std::string inside(attributes == std::string_view::npos ? "" : run.substr(attributes + 1));
  std::string out = "<a:p>" + std::string(properties);
  for (const SlideRun& one : runs)
    if (!one.words.empty())
      out += "<a:r><a:rPr " + lang + (size.empty() ? "" : " " + size) + (one.strong ? " b=\"1\"" : "") +
             " dirty=\"0\">" + inside + "</a:rPr><a:t>" + escaped(one.words) + "</a:t></a:r>";
  return out + "<a:endParaRPr " + lang + (size.empty() ? "" : " " + size) + "/></a:p>";
}

std::string SlideShow::placeholder(std::string_view kind, int index, std::string_view name,
                                   const std::string& paragraphs) {
  const std::string number = index > 0 ? " idx=\"" + std::to_string(index) + '"' : "";
  const std::string type = kind.empty() ? "" : " type=\"" + std::string(kind) + '"';
  const std::string id = std::to_string(++shapes_);
  return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + id + "\" name=\"" + std::string(name) + " " + id +
         "\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph" + type + number +
         "/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>" + paragraphs + "</p:txBody></p:sp>";
}

std::string SlideShow::words_box(const std::vector<SlideParagraph>& words, double top, double height, double letters) {
  std::string paragraphs;
  for (const SlideParagraph& one : words) {
    const std::string indent = one.bullet ? " marL=\"" + emu(letters * 1.2) + "\" indent=\"-" + emu(letters * 1.2) + '"'
                                          : " marL=\"0\" indent=\"0\"";
    const std::string properties =
        "<a:pPr" + indent + "><a:spcBef><a:spcPts val=\"" + hundredths(letters * 0.45) + "\"/></a:spcBef>" +
        (one.bullet ? "<a:buFont typeface=\"Arial\"/><a:buChar char=\"•\"/>" : "<a:buNone/>") + "</a:pPr>";
    paragraphs +=
        paragraph(one.runs, properties, "sz=\"" + hundredths(letters) + "\">" + (one.title ? fill_of("1F5F99") : ""));
  }
  const std::string id = std::to_string(++shapes_);
  return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + id + "\" name=\"Text " + id +
         "\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr>"
         "<a:xfrm>" +
         place(slide_margin, top, slide_span, height) +
         "</a:xfrm></p:spPr><p:txBody><a:bodyPr><a:normAutofit/></a:bodyPr>"
         "<a:lstStyle/>" +
         paragraphs + "</p:txBody></p:sp>";
}

std::string SlideShow::note_box(const std::string& words, double top, double height) {
  if (words.empty()) return "";
  const std::string id = std::to_string(++shapes_);
  return "<p:sp><p:nvSpPr><p:cNvPr id=\"" + id + "\" name=\"Note " + id +
         "\"/><p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr><a:xfrm>" +
         place(slide_margin, top, slide_span, height) +
         "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr "
         "wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\"><a:normAutofit/></a:bodyPr><a:lstStyle/>" +
         paragraph({{words}}, "", "sz=\"1100\">" + fill_of("525C69")) + "</p:txBody></p:sp>";
}

std::string SlideShow::table_cell(const std::vector<std::string>& paragraphs, std::string_view looks) const {
  std::string all;
  for (const std::string& one : paragraphs) all += one;
  const std::string side = emu(cell_side), edge = emu(cell_top);
  return "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>" + all + "</a:txBody><a:tcPr marL=\"" + side + "\" marR=\"" + side +
         "\" marT=\"" + edge + "\" marB=\"" + edge +
         "\" anchor=\"t\"><a:lnL w=\"0\"><a:noFill/></a:lnL><a:lnR w=\"0\">"
         "<a:noFill/></a:lnR><a:lnT w=\"6350\">" +
         fill_of("C9D0D9") + "</a:lnT><a:lnB w=\"6350\">" + fill_of("C9D0D9") + "</a:lnB>" + fill_of(looks) +
         "</a:tcPr></a:tc>";
}

std::string SlideShow::cell(const Cell& cell, double letters, bool head) const {
  const std::string usual = "sz=\"" + hundredths(letters) + '"',
                    small = "sz=\"" + hundredths(letters * 0.8) + "\">" + fill_of("525C69");
  const auto* figure = std::get_if<Figure>(&cell.content);
  if (!figure)
    return table_cell({paragraph({{cell_words(cell, language_), head}}, "", usual)}, shade_of(cell.tone, "FFFFFF"));
  const FigureText words = figure_text(*figure, language_);
  const std::string right = "<a:pPr algn=\"r\"/>";
  std::vector<std::string> lines{paragraph(
      {{words.value.empty() ? "—" : words.value + unit_after(figure->unit.in(language_)), head}}, right, usual)};
  if (!words.interval.empty()) lines.push_back(paragraph({{words.interval}}, right, small));
  return table_cell(lines, shade_of(cell.tone, "FFFFFF"));
}

double SlideShow::row_height(const std::vector<Cell>& row, const std::vector<double>& widths, double letters) const {
  double most = letters * line_factor;
  for (std::size_t c = 0; c < std::min(row.size(), widths.size()); ++c) {
    const double width = widths[c] - 2 * cell_side;
    if (const auto* figure = std::get_if<Figure>(&row[c].content)) {
      const FigureText words = figure_text(*figure, language_);
      double height = height_of(words.value, letters, width);
      if (!words.interval.empty()) height += height_of(words.interval, letters * 0.8, width);
      most = std::max(most, height);
    } else {
      most = std::max(most, height_of(cell_words(row[c], language_), letters, width));
    }
  }
  return most + 2 * cell_top;
}

double SlideShow::head_height(const TableBlock& table, const std::vector<double>& widths, double letters) const {
  double most = 0;
  for (std::size_t c = 0; c < widths.size(); ++c)
    most = std::max(most, height_of(column_words(table.columns[c], language_), letters, widths[c] - 2 * cell_side));
  return most + 2 * cell_top;
}

std::string SlideShow::grid(const std::vector<double>& widths, double top, double height, const std::string& rows,
                            const LocalizedText& name) {
  std::string columns;
  for (const double width : widths) columns += "<a:gridCol w=\"" + emu(width) + "\"/>";
  const std::string id = std::to_string(++shapes_);
  return "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"" + id + "\" name=\"Table " + id + "\" descr=\"" +
         escaped(name.in(language_)) +
         "\"/><p:cNvGraphicFramePr><a:graphicFrameLocks "
         "noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>"
         "<p:xfrm>" +
         place(slide_margin, top, std::accumulate(widths.begin(), widths.end(), 0.0), height) +
         "</p:xfrm><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl>"
         "<a:tblPr firstRow=\"1\"/><a:tblGrid>" +
         columns + "</a:tblGrid>" + rows + "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>";
}

std::string SlideShow::table(const TableBlock& table, std::size_t first, std::size_t count, double letters,
                             double top) {
  const auto widths = column_widths(table, language_, letters, 2 * cell_side, slide_span);
  double height = head_height(table, widths, letters);
  std::string rows = "<a:tr h=\"" + emu(height) + "\">";
  for (std::size_t c = 0; c < widths.size(); ++c)
    rows += table_cell(
        {paragraph({{column_words(table.columns[c], language_), true}},
                   holds_numbers(table, c) ? "<a:pPr algn=\"r\"/>" : "", "sz=\"" + hundredths(letters) + '"')},
        "EEF1F5");
  rows += "</a:tr>";
  for (std::size_t r = first; r < first + count; ++r) {
    const auto& row = table.rows[r];
    const double tall = row_height(row, widths, letters);
    height += tall;
    rows += "<a:tr h=\"" + emu(tall) + "\">";
    for (std::size_t c = 0; c < widths.size(); ++c)
      rows += c < row.size() ? cell(row[c], letters, static_cast<int>(c) < table.header_columns)
                             : cell(Cell{}, letters, false);
    rows += "</a:tr>";
  }
  return grid(widths, top, height, rows, table.caption);
}

std::string SlideShow::key_table(const KeyFigures& key, double top, double height) {
  const std::vector<double> widths(key.figures.size(), slide_span / static_cast<double>(key.figures.size()));
  std::string row = "<a:tr h=\"" + emu(height) + "\">";
  for (const KeyFigure& entry : key.figures) {
    const FigureText words = figure_text(entry.figure, language_);
    const std::string unit = unit_after(entry.figure.unit.in(language_));
    const std::string soft = "sz=\"1200\">" + fill_of("525C69");
    std::vector<std::string> lines{
        paragraph({{entry.label.in(language_)}}, "", soft),
        paragraph({{words.value.empty() ? "—" : words.value + unit, true}}, "", "sz=\"2400\">" + fill_of("1F5F99"))};
    if (!words.interval.empty())
      lines.push_back(paragraph({{words::interval90.in(language_) + " " + words.interval + unit}}, "", soft));
    if (!entry.note.empty()) lines.push_back(paragraph({{entry.note.in(language_)}}, "", soft));
    row += table_cell(lines, "F4F6F9");
  }
  return grid(widths, top, height, row + "</a:tr>", {"主な数値", "Key figures"});
}

} // namespace rashin::report
