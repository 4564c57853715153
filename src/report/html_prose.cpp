// Words with parts: links, figures, citations, notes.
#include "report/html_page.h"
#include "report/markup.h"
#include "report/prose_pieces.h"
#include "report/words.h"

namespace rashin::report {

std::string Page::text(const LocalizedText& words) const {
  return text_html(words, language_);
}

std::string Page::id_attribute(const std::string& id) {
  if (id.empty() || !written_ids_.insert(id).second) return "";
  return " id=\"" + anchor_id(id) + '"';
}

std::string Page::prose(const Prose& prose) {
  if (prose.parts.empty()) return text(prose.text);
  std::string out;
  for (const ProsePiece& piece : pieces_of(prose, language_))
    out += piece.part ? part(*piece.part) : escaped(piece.words);
  return out;
}

std::string Page::part(const Inline& part) {
  if (const auto* plain = std::get_if<Plain>(&part)) return text(plain->text);
  if (const auto* strong = std::get_if<Strong>(&part)) return "<strong>" + text(strong->text) + "</strong>";
  if (const auto* to = std::get_if<Link>(&part)) return link(*to);
  if (const auto* figure = std::get_if<Figure>(&part)) return mention(*figure);
  if (const auto* cited = std::get_if<Cite>(&part)) return cite(cited->ids);
  return note_mark(std::get<NoteMark>(part));
}

std::string Page::link(const Link& link) const {
  const std::string_view href = link.href;
  if (is_web_address(href)) return "<a href=\"" + escaped(href) + "\" rel=\"noreferrer\">" + text(link.text) + "</a>";
  if (!href.starts_with('#') || !index_.anchors.contains(std::string(href.substr(1)))) return text(link.text);
  return "<a href=\"" + anchor_href(href.substr(1)) + "\">" + text(link.text) + "</a>";
}

std::string Page::mention(const Figure& figure) {
  const FigureText words = figure_text(figure, language_);
  const bool japanese = language_ == Language::Japanese;
  std::string out = words.value.empty() ? "— (" + escaped(words::missing.in(language_)) + ")"
                                        : escaped(words.value + unit_after(figure.unit.in(language_)));
  if (!words.interval.empty())
    out += "<span class=\"range\">" + std::string(japanese ? "（" : " (") + escaped(words::interval90.in(language_)) +
           ' ' + escaped(words.interval) + (japanese ? "）" : ")") + "</span>";
  if (index_.cells.contains(figure.id))
    return "<a class=\"figure\" href=\"" + anchor_href(figure.id) + "\">" + out + "</a>";
  return "<span class=\"figure\"" + id_attribute(figure.id) + '>' + out + "</span>" + cite(figure.basis);
}

std::string Page::cite(const std::vector<std::string>& ids) const {
  std::string out;
  std::set<std::size_t> shown; // several quotes of one source stand under its number once
  for (const std::string& id : ids) {
    const auto found = index_.citations.find(id);
    if (found == index_.citations.end() || !shown.insert(found->second).second) continue;
    out += std::string(out.empty() ? "" : " ") + "<a href=\"" + anchor_href(id) + "\">[" +
           std::to_string(found->second) + "]</a>";
  }
  return out.empty() ? "" : "<span class=\"cite\">" + out + "</span>";
}

std::string Page::sources_line(const std::vector<std::string>& ids) const {
  const std::string numbers = cite(ids);
  return numbers.empty() ? "" : "<p class=\"sources\">" + text(words::sources) + " " + numbers + "</p>\n";
}

std::string Page::note_mark(const NoteMark& mark) const {
  const auto found = index_.notes.find(mark.id);
  if (found == index_.notes.end()) return "";
  const std::string number = std::to_string(found->second);
  const std::string label = language_ == Language::Japanese ? "注" + number : "note " + number;
  return "<sup><a href=\"" + anchor_href(mark.id) + "\" aria-label=\"" + label + "\">*" + number + "</a></sup>";
}

} // namespace rashin::report
