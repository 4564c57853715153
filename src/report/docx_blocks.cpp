// Blocks of a document for word processors: lists, callouts, pictures, key figures.
#include "report/docx_page.h"

#include "report/markup.h"
#include "report/prose_pieces.h"
#include "report/words.h"

#include <algorithm>
#include <cmath>

namespace rashin::report {
namespace {

constexpr double units_per_inch = 914400;
constexpr double tallest = 8.4; ///< inches: a picture with its caption on one page

std::string whole(double value) {
  return std::to_string(std::llround(value));
}

std::string callout_style(CalloutKind kind) {
  return kind == CalloutKind::Limit || kind == CalloutKind::WhatWouldChange ? "CalloutWarning" : "Callout";
}

} // namespace

std::string DocxPage::block(const Block& block) {
  if (const auto* words = std::get_if<Paragraph>(&block)) return paragraph("BodyText", prose(words->prose));
  if (const auto* items = std::get_if<ListBlock>(&block)) return list(*items);
  if (const auto* box = std::get_if<Callout>(&block)) return callout(*box);
  if (const auto* grid = std::get_if<TableBlock>(&block)) return table(*grid);
  if (const auto* picture = std::get_if<ChartBlock>(&block)) return chart(*picture);
  if (const auto* figures = std::get_if<KeyFigures>(&block)) return key_figures(*figures);
  return paragraph("BodyText", "<w:r><w:br w:type=\"page\"/></w:r>");
}

std::string DocxPage::list(const ListBlock& list) {
  // Bullets are list 2; every numbered list begins anew with a list of its own.
  const std::size_t number = list.numbered ? 3 + numbered_lists_++ : 2;
  std::string out;
  for (const Prose& item : list.items)
    out += paragraph(list.numbered ? "ListNumber" : "ListBullet", prose(item),
                     "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + std::to_string(number) + "\"/></w:numPr>");
  return out;
}

std::string DocxPage::callout(const Callout& callout) {
  const std::string style = callout_style(callout.kind);
  std::string out = paragraph(style, run(title_of(callout), "<w:b/>"), "<w:keepNext/>");
  for (const Prose& words : callout.paragraphs) out += paragraph(style, prose(words));
  return out + paragraph("TableEnd", "");
}

std::string DocxPage::caption(std::string_view word, std::size_t number, const LocalizedText& words,
                              const std::string& id) {
  const std::string name(word);
  const std::string label = run(name + " ") + "<w:fldSimple w:instr=\" SEQ " + name + " \\* ARABIC \">" +
                            run(std::to_string(number)) + "</w:fldSimple>" +
                            run(language_ == Language::Japanese ? "　" : ". ");
  return paragraph("Caption", anchored(id, label + run(words, "<w:b w:val=\"0\"/>")));
}

std::string DocxPage::chart(const ChartBlock& chart) {
  const std::size_t number = ++charts_;
  std::string out = caption(language_ == Language::Japanese ? "図" : "Figure", number, caption_of(chart), chart.id);
  const double inches = text_span / 1440;
  std::string drawing;
  if (final_) {
    if (const auto picture = pictures_.add(chart, inches)) {
      const double shape = picture->size.height / std::max(picture->size.width, 1.0);
      const double width = std::min(inches, tallest / std::max(shape, 1e-6));
      const std::string size =
          "cx=\"" + whole(width * units_per_inch) + "\" cy=\"" + whole(width * shape * units_per_inch) + '"';
      const std::string id = std::to_string(++shapes_), name = escaped(caption_of(chart).in(language_));
      const std::string words = escaped(text_of(chart.chart).description.in(language_));
      drawing = "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " + size +
                "/><wp:docPr id=\"" + id + "\" name=\"" + name + "\" descr=\"" + words +
                "\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
                "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
                "<pic:nvPicPr><pic:cNvPr id=\"" +
                id + "\" name=\"" + name + "\" descr=\"" + words + "\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>" +
                blip(package_, "word/document.xml", *picture) +
                "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " +
                size +
                "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>"
                "</a:graphic></wp:inline></w:drawing></w:r>";
    }
  }
  out += paragraph("Picture", drawing);
  if (!chart.limits.text.empty()) out += paragraph("FigureNote", prose(chart.limits));
  return out + sources_line(chart.sources) + paragraph("TableEnd", "");
}

std::string DocxPage::key_figures(const KeyFigures& key) {
  if (key.figures.empty()) return "";
  const double width = text_span / static_cast<double>(key.figures.size());
  std::string out = "<w:tbl><w:tblPr><w:tblStyle w:val=\"KeyFigures\"/><w:tblW w:w=\"" + whole(text_span) +
                    "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
  for (std::size_t i = 0; i < key.figures.size(); ++i) out += "<w:gridCol w:w=\"" + whole(width) + "\"/>";
  out += "</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>";
  for (const KeyFigure& entry : key.figures) {
    const FigureText words = figure_text(entry.figure, language_);
    const std::string unit = unit_after(entry.figure.unit.in(language_));
    const std::string value = run(words.value.empty() ? "—" : words.value + unit);
    const bool linked = index_.cells.contains(entry.figure.id);
    out += "<w:tc><w:tcPr><w:tcW w:w=\"" + whole(width) + "\" w:type=\"dxa\"/></w:tcPr>" +
           paragraph("KeyLabel", run(entry.label)) +
           paragraph("KeyValue", linked ? link_inside(entry.figure.id, value) : anchored(entry.figure.id, value));
    if (!words.interval.empty())
      out += paragraph("KeyNote", run(words::interval90.in(language_) + " " + words.interval + unit));
    if (!entry.note.empty()) out += paragraph("KeyNote", run(entry.note));
    out += "</w:tc>";
  }
  return out + "</w:tr></w:tbl>\n" + paragraph("TableEnd", "");
}

} // namespace rashin::report
