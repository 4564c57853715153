#include "report/docx_page.h"

#include "report/markup.h"
#include "report/prose_pieces.h"
#include "report/words.h"

#include <algorithm>

namespace rashin::report {
namespace {

std::size_t charts_in(const std::vector<Section>& sections) {
  std::size_t count = 0;
  for (const Section& section : sections) {
    for (const Block& block : section.blocks) count += std::holds_alternative<ChartBlock>(block);
    count += charts_in(section.children);
  }
  return count;
}

} // namespace

Result<std::string> to_docx(const Document& document, Language language, const OfficeOptions& options) {
  return DocxPage(document, language, options).written();
}

DocxPage::DocxPage(const Document& document, Language language, const OfficeOptions& options)
    : document_(document), language_(language), options_(options), index_(index_of(document)),
      pictures_(package_, "word/", language, options, charts_in(document.sections)) {}

Result<std::string> DocxPage::written() {
  body(); // finds the anchors
  tables_ = charts_ = numbered_lists_ = 0;
  footnotes_.clear();
  final_ = true;
  package_.relate("", std::string(format::relation::base) + "officeDocument", "word/document.xml");
  std::string document = body();
  if (!pictures_.faults().empty()) return pictures_.faults();
  package_.add("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
               std::move(document));
  add_fixed_parts();
  add_properties(package_, document_, language_, options_.date, "Rashin");
  return package_.written();
}

std::string DocxPage::body() {
  std::string out = std::string(format::xml_head) +
                    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
                    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
                    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
                    "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>\n";
  out += title_page() + contents();
  for (std::size_t i = 0; i < document_.sections.size(); ++i) out += section(document_.sections[i], 1);
  out += back_matter();
  const std::string base(format::relation::base);
  const std::string header = package_.relate("word/document.xml", base + "header", "word/header1.xml");
  const std::string footer = package_.relate("word/document.xml", base + "footer", "word/footer1.xml");
  return out + "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"" + header +
         "\"/><w:footerReference w:type=\"default\" r:id=\"" + footer +
         "\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1418\" w:right=\"1247\" w:bottom=\"1304\" "
         "w:left=\"1247\" w:header=\"680\" w:footer=\"567\" w:gutter=\"0\"/><w:cols w:space=\"425\"/></w:sectPr>"
         "</w:body></w:document>";
}

std::string DocxPage::title_page() {
  std::string out = paragraph("Title", run(document_.title));
  if (!document_.subtitle.empty()) out += paragraph("Subtitle", run(document_.subtitle));
  if (!document_.as_of.empty()) out += paragraph("TitleFact", run(document_.as_of));
  if (!document_.marking.empty()) out += paragraph("Marking", run(document_.marking));
  if (!document_.watermark.empty()) out += paragraph("Status", run(document_.watermark));
  std::string facts;
  for (const Fact& fact : document_.facts)
    facts += run(facts.empty() ? "" : (language_ == Language::Japanese ? "　" : "; ")) + run(fact.label) +
             run(language_ == Language::Japanese ? "：" : ": ") + run(fact.value);
  return out + (facts.empty() ? "" : paragraph("TitleFact", facts));
}

std::string DocxPage::contents() {
  constexpr std::string_view begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
                                     "xml:space=\"preserve\"> TOC \\o \"1-1\" \\n \\h "
                                     "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
  std::string items;
  std::size_t count = 0;
  for (const Section& section : document_.sections) {
    const std::string words =
        run(section.numbered ? std::to_string(++count) + "  " : std::string()) + run(section.title);
    items += paragraph("TOC1", section.id.empty() ? words : link_inside(section.id, words));
  }
  const std::size_t first = items.find("</w:pPr>");
  if (first == std::string::npos) return "";
  items.insert(first + 8, begin);
  return paragraph("TOCHeading", run(words::contents)) + items +
         paragraph("BodyText", "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
}

std::string DocxPage::heading(const LocalizedText& title, int level, bool numbered, bool new_page,
                              const std::string& id) {
  const std::string depth = std::to_string(std::min(level, 3));
  std::string properties;
  if (new_page) properties += "<w:pageBreakBefore/>";
  if (!numbered)
    properties += "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr><w:ind w:left=\"0\" "
                  "w:firstLine=\"0\"/>";
  return paragraph("Heading" + depth, anchored(id, run(title)), properties);
}

std::string DocxPage::section(const Section& section, int level) {
  const bool new_page = section.new_page || (level == 1 && &section == &document_.sections.front());
  std::string out = heading(section.title, level, section.numbered, new_page, section.id);
  for (const Block& part : section.blocks) out += block(part);
  for (const Section& child : section.children) out += this->section(child, level + 1);
  return out;
}

std::string DocxPage::back_matter() {
  std::string out;
  if (!document_.sources.empty()) {
    out += heading(words::sources, 1, false, true, "report-sources");
    for (const SourceEntry& entry : document_.sources) out += source(entry);
  }
  if (!document_.terms.empty()) {
    out += heading(words::glossary, 1, false, false, "report-terms");
    for (const Term& term : document_.terms)
      out += paragraph("BodyText", anchored(term.id, run(term.term, "<w:b/>")) +
                                       run(language_ == Language::Japanese ? "：" : ": ") + run(term.meaning));
  }
  return out;
}

std::string DocxPage::source(const SourceEntry& source) {
  const auto number = index_.citations.at(source.id);
  std::string runs = anchored(source.id, run("[" + std::to_string(number) + "] ") + run(source.citation));
  if (is_web_address(source.url))
    runs += run(" ") + link_outside(source.url, run(source.url, "<w:rStyle w:val=\"Hyperlink\"/>"));
  if (!source.note.empty()) runs += run(" ") + run(source.note, "<w:rStyle w:val=\"Grade\"/>");
  std::string out = paragraph("Bibliography", runs);
  for (const Quote& quote : source.quotes) {
    const std::string lang = quote.language == Language::Japanese
                                 ? "<w:rFonts w:hint=\"eastAsia\"/><w:lang w:eastAsia=\"ja-JP\"/>"
                                 : "<w:lang w:val=\"en-GB\"/>";
    std::string foot = quote.place.in(language_);
    if (!quote.note.empty()) foot += (foot.empty() ? "" : " · ") + quote.note.in(language_);
    out +=
        paragraph("Quote", anchored(quote.id, run(quote.text, lang)) +
                               (foot.empty() ? "" : "<w:r><w:br/></w:r>" + run(foot, "<w:rStyle w:val=\"Grade\"/>")));
  }
  return out;
}

} // namespace rashin::report
