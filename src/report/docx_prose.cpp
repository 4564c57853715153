// Runs, links, bookmarks and footnotes of a document for word processors.
#include "report/docx_page.h"

#include "report/markup.h"
#include "report/prose_pieces.h"
#include "report/words.h"

#include <algorithm>

namespace rashin::report {
namespace {

const std::string document_part = "word/document.xml";

} // namespace

std::string DocxPage::paragraph(std::string_view style, const std::string& runs, std::string_view properties) const {
  return "<w:p><w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/>" + std::string(properties) + "</w:pPr>" + runs +
         "</w:p>\n";
}

std::string DocxPage::run(std::string_view words, std::string_view properties) const {
  if (words.empty()) return "";
  std::string out = "<w:r>";
  if (!properties.empty()) out += "<w:rPr>" + std::string(properties) + "</w:rPr>";
  return out + "<w:t xml:space=\"preserve\">" + escaped(words) + "</w:t></w:r>";
}

std::string DocxPage::run(const LocalizedText& words, std::string_view properties) const {
  const bool own = !(language_ == Language::Japanese ? words.ja : words.en).empty();
  if (own || words.empty()) return run(words.in(language_), properties);
  const bool japanese = language_ == Language::English; // the other one
  return run(words.in(language_),
             std::string(properties) + "<w:lang w:val=\"en-GB\"" + (japanese ? " w:eastAsia=\"ja-JP\"" : "") + "/>");
}

std::string DocxPage::prose(const Prose& prose, std::string_view properties) {
  if (prose.parts.empty()) return run(prose.text, properties);
  std::string out;
  for (const ProsePiece& piece : pieces_of(prose, language_))
    out += piece.part ? part(*piece.part, properties) : run(piece.words, properties);
  return out;
}

std::string DocxPage::part(const Inline& part, std::string_view properties) {
  if (const auto* plain = std::get_if<Plain>(&part)) return run(plain->text, properties);
  if (const auto* strong = std::get_if<Strong>(&part)) return run(strong->text, "<w:b/>" + std::string(properties));
  if (const auto* to = std::get_if<Link>(&part)) {
    if (is_web_address(to->href)) return link_outside(to->href, run(to->text, "<w:rStyle w:val=\"Hyperlink\"/>"));
    return to->href.starts_with('#') ? link_inside(to->href.substr(1), run(to->text, properties))
                                     : run(to->text, properties);
  }
  if (const auto* figure = std::get_if<Figure>(&part)) {
    const std::string words = run(figure_words(*figure, language_), properties);
    if (index_.cells.contains(figure->id)) return link_inside(figure->id, words);
    return anchored(figure->id, words) + cite(figure->basis);
  }
  if (const auto* cited = std::get_if<Cite>(&part)) return cite(cited->ids);
  return footnote(std::get<NoteMark>(part));
}

std::string DocxPage::cite(const std::vector<std::string>& ids) {
  std::string out;
  std::set<std::size_t> shown; // several quotes of one source stand under its number once
  for (const std::string& id : ids) {
    const auto found = index_.citations.find(id);
    if (found == index_.citations.end() || !shown.insert(found->second).second) continue;
    out += link_inside(id, run("[" + std::to_string(found->second) + "]", "<w:rStyle w:val=\"Citation\"/>"));
  }
  return out;
}

std::string DocxPage::sources_line(const std::vector<std::string>& ids) {
  const std::string numbers = cite(ids);
  return numbers.empty() ? "" : paragraph("FigureNote", run(words::sources) + run(" ") + numbers);
}

std::string DocxPage::footnote(const NoteMark& mark) {
  const auto found = std::find_if(document_.notes.begin(), document_.notes.end(),
                                  [&](const NoteEntry& note) { return note.id == mark.id; });
  if (found == document_.notes.end()) return "";
  footnotes_.push_back(&*found);
  return "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"" +
         std::to_string(footnotes_.size()) + "\"/></w:r>";
}

namespace {

/// Names of bookmarks: at most 40 letters, digits and low lines.
std::string bookmark(const std::set<std::string>& wanted, const std::string& id) {
  return "r" + std::to_string(std::distance(wanted.begin(), wanted.find(id)) + 1);
}

} // namespace

std::string DocxPage::link_inside(const std::string& id, const std::string& runs) {
  wanted_.insert(id);
  if (!final_ || !present_.contains(id)) return runs;
  return "<w:hyperlink w:anchor=\"" + bookmark(wanted_, id) + "\" w:history=\"1\">" + runs + "</w:hyperlink>";
}

std::string DocxPage::link_outside(const std::string& address, const std::string& runs) {
  const std::string id =
      package_.relate(document_part, std::string(format::relation::base) + "hyperlink", address, true);
  return "<w:hyperlink r:id=\"" + id + "\" w:history=\"1\">" + runs + "</w:hyperlink>";
}

std::string DocxPage::anchored(const std::string& id, const std::string& runs) {
  if (id.empty()) return runs;
  if (!final_) return present_.insert(id), runs;
  if (!wanted_.contains(id) || !written_.insert(id).second) return runs;
  const std::string number = std::to_string(written_.size());
  return "<w:bookmarkStart w:id=\"" + number + "\" w:name=\"" + bookmark(wanted_, id) + "\"/>" + runs +
         "<w:bookmarkEnd w:id=\"" + number + "\"/>";
}

} // namespace rashin::report
