// Styles, numbering, header, footer and the other fixed parts of a document for word processors.
#include "report/docx_page.h"

#include "report/markup.h"
#include "report/prose_pieces.h"
#include "report/words.h"

namespace rashin::report {
namespace {

constexpr std::string_view spaces = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
                                    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

constexpr std::string_view watermark_space =
    " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
    "xmlns:w10=\"urn:schemas-microsoft-com:office:word\"";

std::string style(std::string_view type, std::string_view id, std::string_view name, std::string_view based,
                  std::string_view paragraph, std::string_view run, std::string_view more = "") {
  std::string out = "<w:style w:type=\"" + std::string(type) + "\" w:styleId=\"" + std::string(id) + "\"" +
                    (id == "Normal" ? " w:default=\"1\"" : "") + "><w:name w:val=\"" + std::string(name) + "\"/>";
  if (!based.empty()) out += "<w:basedOn w:val=\"" + std::string(based) + "\"/>";
  out += std::string(more) + "<w:qFormat/>";
  if (!paragraph.empty()) out += "<w:pPr>" + std::string(paragraph) + "</w:pPr>";
  if (!run.empty()) out += "<w:rPr>" + std::string(run) + "</w:rPr>";
  return out + "</w:style>\n";
}

std::string size(int half_points) {
  const std::string text = std::to_string(half_points);
  return "<w:sz w:val=\"" + text + "\"/><w:szCs w:val=\"" + text + "\"/>";
}

std::string fonts(std::string_view latin, std::string_view asian) {
  const std::string a(latin);
  return "<w:rFonts w:ascii=\"" + a + "\" w:hAnsi=\"" + a + "\" w:eastAsia=\"" + std::string(asian) + "\" w:cs=\"" + a +
         "\"/>";
}

std::string table_styles() {
  return "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal "
         "Table\"/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" "
         "w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"85\" "
         "w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\n"
         "<w:style w:type=\"table\" w:styleId=\"ReportTable\"><w:name w:val=\"Report Table\"/><w:basedOn "
         "w:val=\"TableNormal\"/><w:tblPr><w:tblStyleRowBandSize w:val=\"1\"/><w:tblBorders><w:top w:val=\"single\" "
         "w:sz=\"8\" w:space=\"0\" w:color=\"1B2430\"/><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" "
         "w:color=\"1B2430\"/><w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" "
         "w:color=\"C9D0D9\"/></w:tblBorders><w:tblCellMar><w:top w:w=\"28\" w:type=\"dxa\"/><w:left w:w=\"85\" "
         "w:type=\"dxa\"/><w:bottom w:w=\"28\" w:type=\"dxa\"/><w:right w:w=\"85\" "
         "w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr><w:tcPr>"
         "<w:tcBorders><w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1B2430\"/></w:tcBorders><w:shd "
         "w:val=\"clear\" w:color=\"auto\" w:fill=\"F4F6F9\"/></w:tcPr></w:tblStylePr></w:style>\n"
         "<w:style w:type=\"table\" w:styleId=\"KeyFigures\"><w:name w:val=\"Key Figures\"/><w:basedOn "
         "w:val=\"TableNormal\"/><w:tblPr><w:tblBorders><w:top w:val=\"single\" w:sz=\"12\" w:space=\"0\" "
         "w:color=\"1F5F99\"/><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C9D0D9\"/><w:insideV "
         "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"C9D0D9\"/></w:tblBorders><w:tblCellMar><w:top w:w=\"85\" "
         "w:type=\"dxa\"/><w:left w:w=\"113\" w:type=\"dxa\"/><w:bottom w:w=\"85\" w:type=\"dxa\"/><w:right "
         "w:w=\"113\" "
         "w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\n";
}

std::string box(std::string_view colour, std::string_view fill) {
  return "<w:keepLines/><w:pBdr><w:left w:val=\"single\" w:sz=\"24\" w:space=\"8\" w:color=\"" + std::string(colour) +
         "\"/></w:pBdr><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"" + std::string(fill) +
         "\"/><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"320\" w:lineRule=\"auto\"/><w:ind w:left=\"227\"/>";
}

} // namespace

std::string DocxPage::styles() const {
  const Faces faces = faces_of(language_);
  const std::string body = fonts(faces.body_latin, faces.body_asian);
  const std::string head = fonts(faces.heading_latin, faces.heading_asian);
  const std::string dark = "<w:color w:val=\"1B2430\"/>", soft = "<w:color w:val=\"525C69\"/>";
  const std::string p = "paragraph";
  const auto numbered = [](int level) {
    return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"1\"/></w:numPr>";
  };
  const auto outline = [](int level) { return "<w:outlineLvl w:val=\"" + std::to_string(level) + "\"/>"; };
  const auto space = [](int before, int after) {
    return "<w:spacing w:before=\"" + std::to_string(before) + "\" w:after=\"" + std::to_string(after) + "\"/>";
  };
  const std::string next = "<w:next w:val=\"BodyText\"/>", keep = "<w:keepNext/><w:keepLines/>";
  const std::string tight = "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"auto\"/>";
  std::string out = std::string(format::xml_head) + "<w:styles" + std::string(spaces) +
                    "><w:docDefaults><w:rPrDefault><w:rPr>" + body + size(21) +
                    "<w:lang w:val=\"en-GB\" w:eastAsia=\"ja-JP\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
                    "<w:spacing w:after=\"0\" w:line=\"300\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault>"
                    "</w:docDefaults>\n";
  out += style(p, "Normal", "Normal", "", "", "");
  out += style(p, "BodyText", "Body Text", "Normal", space(0, 120), "");
  out += style(p, "Heading1", "heading 1", "Normal", keep + numbered(0) + space(360, 160) + outline(0),
               head + "<w:b/>" + dark + size(32), next);
  out += style(p, "Heading2", "heading 2", "Normal", keep + numbered(1) + space(280, 120) + outline(1),
               head + "<w:b/>" + dark + size(26), next);
  out += style(p, "Heading3", "heading 3", "Normal", keep + numbered(2) + space(240, 80) + outline(2),
               head + "<w:b/>" + dark + size(22), next);
  out += style(p, "Title", "Title", "Normal", space(600, 160), head + "<w:b/>" + dark + size(48), next);
  out += style(p, "Subtitle", "Subtitle", "Normal", space(0, 240), head + soft + size(26), next);
  out += style(p, "TitleFact", "Title Fact", "Normal", space(0, 60), soft + size(20));
  out += style(p, "Marking", "Marking", "Normal", space(60, 60), head + "<w:b/><w:color w:val=\"B8460E\"/>");
  out += style(p, "Status", "Status", "Normal", space(60, 60), head + "<w:b/><w:color w:val=\"B8460E\"/>");
  out += style(p, "TOCHeading", "TOC Heading", "Normal", "<w:keepNext/>" + space(480, 120), head + "<w:b/>" + size(26));
  out += style(p, "TOC1", "toc 1", "Normal", space(60, 0), "");
  out += style(p, "TOC2", "toc 2", "Normal", "<w:ind w:left=\"420\"/>", size(19));
  out += style(p, "Caption", "caption", "Normal", "<w:keepNext/><w:keepLines/>" + space(200, 80),
               head + "<w:b/>" + size(19), next);
  out += style(p, "Picture", "Picture", "Normal", "<w:keepLines/>" + tight, "");
  out += style(p, "FigureNote", "Figure Note", "Normal", space(40, 40), soft + size(17));
  out += style(p, "TableText", "Table Text", "Normal", tight, size(17));
  out += style(p, "TableNumber", "Table Number", "TableText", "<w:jc w:val=\"right\"/>", "");
  out += style(p, "TableRange", "Table Range", "TableNumber", "", soft + size(14));
  out += style(p, "TableHead", "Table Head", "TableText", "<w:keepNext/>", head + "<w:b/>");
  out += style(p, "TableHeadNumber", "Table Head Number", "TableHead", "<w:jc w:val=\"right\"/>", "");
  out += style(p, "TableEnd", "Table End", "Normal",
               "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"160\" "
               "w:lineRule=\"exact\"/>",
               size(8));
  out += style(p, "KeyLabel", "Key Label", "Normal", tight, head + soft + size(17));
  out += style(p, "KeyValue", "Key Value", "Normal", tight, head + "<w:b/><w:color w:val=\"1F5F99\"/>" + size(32));
  out += style(p, "KeyNote", "Key Note", "Normal", tight, soft + size(16));
  out += style(p, "Callout", "Callout", "Normal", box("1F5F99", "EEF4FA"), "");
  out += style(p, "CalloutWarning", "Callout Warning", "Normal", box("B8460E", "FDF3EE"), "");
  out += style(p, "ListBullet", "List Bullet", "Normal", space(0, 60), "");
  out += style(p, "ListNumber", "List Number", "Normal", space(0, 60), "");
  out += style(p, "Quote", "Quote", "Normal",
               "<w:spacing w:before=\"40\" w:after=\"80\" w:line=\"264\" "
               "w:lineRule=\"auto\"/><w:ind w:left=\"567\"/>",
               size(18));
  out += style(p, "Bibliography", "Bibliography", "Normal",
               space(120, 40) + "<w:ind w:left=\"454\" "
                                "w:hanging=\"454\"/>",
               size(18));
  out += style(p, "Header", "header", "Normal", "<w:tabs><w:tab w:val=\"right\" w:pos=\"9412\"/></w:tabs>" + tight,
               soft + size(16));
  out += style(p, "Footer", "footer", "Normal", "<w:tabs><w:tab w:val=\"right\" w:pos=\"9412\"/></w:tabs>" + tight,
               soft + size(16));
  out += style(p, "FootnoteText", "footnote text", "Normal", tight, size(17));
  out += style("character", "FootnoteReference", "footnote reference", "", "", "<w:vertAlign w:val=\"superscript\"/>");
  out += style("character", "Hyperlink", "Hyperlink", "", "", "<w:color w:val=\"1F5F99\"/><w:u w:val=\"single\"/>");
  out += style("character", "Citation", "Citation", "", "",
               "<w:color w:val=\"1F5F99\"/><w:vertAlign "
               "w:val=\"superscript\"/>");
  out += style("character", "Grade", "Grade", "", "", soft + size(16));
  return out + table_styles() + "</w:styles>";
}

std::string DocxPage::numbering_part() const {
  std::string out = std::string(format::xml_head) + "<w:numbering" + std::string(spaces) +
                    "><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/>";
  const char* forms[] = {"%1", "%1.%2", "%1.%2.%3"};
  for (int level = 0; level < 3; ++level) {
    const std::string l = std::to_string(level), depth = std::to_string(level + 1);
    out += "<w:lvl w:ilvl=\"" + l + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Heading" +
           depth + "\"/><w:suff w:val=\"space\"/><w:lvlText w:val=\"" + forms[level] +
           "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"0\" w:firstLine=\"0\"/></w:pPr></w:lvl>";
  }
  const auto plain = [](const char* id, const char* format, const char* text) {
    return std::string("</w:abstractNum><w:abstractNum w:abstractNumId=\"") + id +
           "\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
           format + "\"/><w:lvlText w:val=\"" + text +
           "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"420\" w:hanging=\"420\"/></w:pPr></w:lvl>";
  };
  out += plain("1", "bullet", "•") + plain("2", "decimal", "%1.") + "</w:abstractNum>";
  out += "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId "
         "w:val=\"1\"/></w:num>";
  for (std::size_t i = 0; i < numbered_lists_; ++i)
    out += "<w:num w:numId=\"" + std::to_string(3 + i) +
           "\"><w:abstractNumId w:val=\"2\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>"
           "</w:lvlOverride></w:num>";
  return out + "</w:numbering>";
}

std::string DocxPage::header_part() {
  std::string mark;
  if (!document_.watermark.empty())
    mark =
        "<w:r><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id=\"_x0000_t136\" coordsize=\"21600,21600\" "
        "o:spt=\"136\" adj=\"10800\" path=\"m@7,l@8,m@5,21600l@6,21600e\"><v:path textpathok=\"t\"/><v:textpath "
        "on=\"t\" fitshape=\"t\"/></v:shapetype><v:shape id=\"Watermark1\" o:spid=\"_x0000_s2049\" "
        "type=\"#_x0000_t136\" alt=\"" +
        escaped(document_.watermark.in(language_)) + "\" style=\"position:absolute;margin-left:0;margin-top:0;width:" +
        std::string(language_ == Language::Japanese ? "300pt;height:150pt" : "400pt;height:130pt") +
        ";rotation:315;z-index:-251658752;mso-position-horizontal:center;"
        "mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin\" "
        "fillcolor=\"#d9d9d9\" stroked=\"f\"><v:fill opacity=\".35\"/><v:textpath style=\"font-family:&quot;" +
        std::string(language_ == Language::Japanese ? faces_of(language_).heading_asian : "Arial") +
        "&quot;;font-size:1pt\" string=\"" + (language_ == Language::Japanese ? "草稿" : "DRAFT") +
        "\"/></v:shape></w:pict></w:r>";
  return std::string(format::xml_head) + "<w:hdr" + std::string(spaces) + std::string(watermark_space) + ">" +
         paragraph("Header", mark + run(document_.title) + "<w:r><w:tab/></w:r>" +
                                 run(document_.marking, "<w:b/><w:color w:val=\"B8460E\"/>")) +
         "</w:hdr>";
}

std::string DocxPage::footer_part() const {
  const auto field = [&](const char* name) {
    return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> " +
           std::string(name) + " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + run("1") +
           "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  };
  const LocalizedText& left = document_.watermark.empty() ? document_.as_of : document_.watermark;
  return std::string(format::xml_head) + "<w:ftr" + std::string(spaces) + ">" +
         paragraph("Footer", run(left) + "<w:r><w:tab/></w:r>" + field("PAGE") + run(" / ") + field("NUMPAGES")) +
         "</w:ftr>";
}

std::string DocxPage::footnotes_part() {
  std::string out = std::string(format::xml_head) + "<w:footnotes" + std::string(spaces) +
                    "><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
                    "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r>"
                    "</w:p></w:footnote>";
  for (std::size_t i = 0; i < footnotes_.size(); ++i)
    out +=
        "<w:footnote w:id=\"" + std::to_string(i + 1) + "\">" +
        paragraph("FootnoteText", "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r>" +
                                      run(" " + plain_words(footnotes_[i]->text, language_))) +
        "</w:footnote>";
  return out + "</w:footnotes>";
}

std::string DocxPage::settings_part() const {
  return std::string(format::xml_head) + "<w:settings" + std::string(spaces) +
         "><w:zoom w:percent=\"100\"/><w:defaultTabStop w:val=\"840\"/><w:characterSpacingControl "
         "w:val=\"compressPunctuation\"/><w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote "
         "w:id=\"0\"/></w:footnotePr><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
         "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat><w:themeFontLang w:val=\"en-GB\" "
         "w:eastAsia=\"ja-JP\"/></w:settings>";
}

std::string DocxPage::fonts_part() const {
  const auto font = [](std::string_view name, std::string_view otherwise, std::string_view family,
                       std::string_view charset) {
    return "<w:font w:name=\"" + std::string(name) + "\"><w:altName w:val=\"" + std::string(otherwise) +
           "\"/><w:charset w:val=\"" + std::string(charset) + "\"/><w:family w:val=\"" + std::string(family) +
           "\"/></w:font>";
  };
  return std::string(format::xml_head) + "<w:fonts" + std::string(spaces) + ">" +
         font("Yu Mincho", "Noto Serif CJK JP", "roman", "80") + font("Yu Gothic", "Noto Sans CJK JP", "swiss", "80") +
         font("Times New Roman", "Liberation Serif", "roman", "00") + font("Arial", "Liberation Sans", "swiss", "00") +
         font("Calibri", "Carlito", "swiss", "00") + "</w:fonts>";
}

void DocxPage::add_fixed_parts() {
  const std::string base(format::relation::base), document = "word/document.xml";
  const auto add = [&](const std::string& name, std::string_view kind, std::string bytes) {
    package_.add("word/" + name + ".xml",
                 "application/vnd.openxmlformats-officedocument.wordprocessingml." + std::string(kind) + "+xml",
                 std::move(bytes));
    package_.relate(document, base + (kind == "header" || kind == "footer" ? std::string(kind) : name),
                    "word/" + name + ".xml");
  };
  add("styles", "styles", styles());
  add("settings", "settings", settings_part());
  add("fontTable", "fontTable", fonts_part());
  add("numbering", "numbering", numbering_part());
  add("footnotes", "footnotes", footnotes_part());
  add("header1", "header", header_part());
  add("footer1", "footer", footer_part());
}

} // namespace rashin::report
