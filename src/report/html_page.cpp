#include "report/html_page.h"

#include "report/html.h"
#include "report/markup.h"
#include "report/words.h"

namespace rashin::report {
namespace {

constexpr int deepest_heading = 6;
constexpr std::size_t most_open_sources = 20; ///< a longer list scrolls in a box of its own on screen

const LocalizedText notes_title{"注", "Notes"};

struct BackMatter {
  std::string_view id;
  const LocalizedText& title;
  bool present;
};

/// The parts after the last section, in order; their ids cannot meet those of a composer ("sources" and the like).
std::vector<BackMatter> back_matter_of(const Document& document) {
  return {{"report-notes", notes_title, !document.notes.empty()},
          {"report-sources", words::sources, !document.sources.empty()},
          {"report-terms", words::glossary, !document.terms.empty()}};
}

std::string next_number(const std::string& prefix, std::size_t& count) {
  return (prefix.empty() ? "" : prefix + ".") + std::to_string(++count);
}

} // namespace

std::string to_html(const Document& document, Language language) {
  return Page(document, language).written();
}

std::string Page::written() {
  const std::string style = page_css(document_, language_);
  const std::string title = escaped(document_.title.in(language_));
  std::string out = "<!DOCTYPE html>\n<html lang=\"" + std::string(language_code(language_)) +
                    "\">\n<head>\n<meta charset=\"utf-8\">\n";
  out += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '" + policy_hash(style) +
         "'; img-src data:; base-uri 'none'; form-action 'none'\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" "
         "content=\"no-referrer\">\n";
  out += "<title>" + title + "</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>" + style + "</style>\n</head>\n";
  out += std::string("<body") + (document_.watermark.empty() ? "" : " class=\"draft\"") +
         ">\n<a class=\"skip\" href=\"#main\">" + text({"本文へ", "Skip to the text"}) + "</a>\n";
  out += title_block() + "<div class=\"columns\">\n" + contents() + "<main id=\"main\" tabindex=\"-1\">\n";
  std::size_t count = 0;
  for (const Section& part : document_.sections) out += section(part, part.numbered ? next_number("", count) : "", 2);
  out += back_matter() + "</main>\n</div>\n<footer class=\"foot\"><p>" + text(document_.title) + "</p>";
  if (!document_.marking.empty()) out += "<p class=\"marking\">" + text(document_.marking) + "</p>";
  return out + "</footer>\n</body>\n</html>\n";
}

std::string Page::title_block() const {
  const Language other = language_ == Language::Japanese ? Language::English : Language::Japanese;
  const std::string code(language_code(other));
  std::string out = "<header class=\"head\">\n<div class=\"bar\"><a class=\"switch\" rel=\"alternate\" hreflang=\"" +
                    code + "\" lang=\"" + code + "\" href=\"" + escaped(document_.file.in(other)) + "\">" +
                    (other == Language::Japanese ? "日本語" : "English") + "</a>";
  if (!document_.marking.empty()) out += "<p class=\"marking\">" + text(document_.marking) + "</p>";
  out += "</div>\n<h1>" + text(document_.title) + "</h1>\n";
  if (!document_.subtitle.empty()) out += "<p class=\"subtitle\">" + text(document_.subtitle) + "</p>\n";
  if (!document_.as_of.empty()) out += "<p class=\"as-of\">" + text(document_.as_of) + "</p>\n";
  if (!document_.watermark.empty()) out += "<p class=\"status\">" + text(document_.watermark) + "</p>\n";
  if (!document_.facts.empty()) {
    out += "<dl class=\"facts\">\n";
    for (const Fact& fact : document_.facts)
      out += "<div><dt>" + text(fact.label) + "</dt><dd>" + text(fact.value) + "</dd></div>\n";
    out += "</dl>\n";
  }
  return out + "</header>\n";
}

std::string Page::contents() const {
  const std::string title = text(words::contents);
  std::string items = contents_of(document_.sections, "", 0);
  for (const BackMatter& part : back_matter_of(document_))
    if (part.present) items += "<li><a href=\"#" + std::string(part.id) + "\">" + text(part.title) + "</a></li>\n";
  return "<nav class=\"contents\" aria-label=\"" + title + "\">\n<p class=\"contents-title\">" + title +
         "</p>\n<ol>\n" + items + "</ol>\n</nav>\n";
}

std::string Page::contents_of(const std::vector<Section>& sections, const std::string& prefix, int depth) const {
  std::string out;
  std::size_t count = 0;
  for (const Section& section : sections) {
    const std::string number = section.numbered ? next_number(prefix, count) : "";
    if (section.id.empty()) continue;
    out += "<li><a href=\"" + anchor_href(section.id) + "\">" +
           (number.empty() ? "" : "<span class=\"no\">" + number + "</span> ") + text(section.title) + "</a>";
    const std::string children = depth == 0 ? contents_of(section.children, number, depth + 1) : "";
    if (!children.empty()) out += "\n<ol>\n" + children + "</ol>";
    out += "</li>\n";
  }
  return out;
}

std::string Page::section(const Section& section, const std::string& number, int level) {
  const std::string tag = "h" + std::to_string(std::min(level, deepest_heading));
  std::string out = std::string("<section") + (section.new_page ? " class=\"new-page\"" : "") + ">\n<" + tag +
                    id_attribute(section.id) + '>' +
                    (number.empty() ? "" : "<span class=\"no\">" + number + "</span> ") + text(section.title) + "</" +
                    tag + ">\n";
  for (const Block& part : section.blocks) out += block(part);
  std::size_t count = 0;
  for (const Section& child : section.children)
    out += this->section(child, child.numbered ? next_number(number, count) : "", level + 1);
  return out + "</section>\n";
}

std::string Page::back_matter() {
  std::string out;
  for (const BackMatter& part : back_matter_of(document_)) {
    if (!part.present) continue;
    out += "<section class=\"back\">\n<h2 id=\"" + std::string(part.id) + "\">" + text(part.title) + "</h2>\n";
    if (&part.title == &notes_title) {
      out += "<ol class=\"notes\">\n";
      for (const NoteEntry& note : document_.notes)
        out += "<li" + id_attribute(note.id) + '>' + prose(note.text) + "</li>\n";
      out += "</ol>\n";
    } else if (&part.title == &words::glossary) {
      out += "<dl class=\"terms\">\n";
      for (const Term& term : document_.terms)
        out += "<div><dt" + id_attribute(term.id) + '>' + text(term.term) + "</dt><dd>" + text(term.meaning) +
               "</dd></div>\n";
      out += "</dl>\n";
    } else {
      const bool tall = document_.sources.size() > most_open_sources;
      if (tall)
        out += "<div class=\"scroll tall\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + std::string(part.id) +
               "\">\n";
      out += "<ol class=\"source-list\">\n";
      for (const SourceEntry& entry : document_.sources) out += source(entry);
      out += std::string("</ol>\n") + (tall ? "</div>\n" : "");
    }
    out += "</section>\n";
  }
  return out;
}

std::string Page::source(const SourceEntry& source) {
  std::string out = "<li" + id_attribute(source.id) + "><p>" + text(source.citation);
  if (is_web_address(source.url))
    out +=
        " <a class=\"address\" href=\"" + escaped(source.url) + "\" rel=\"noreferrer\">" + escaped(source.url) + "</a>";
  if (!source.note.empty()) out += " <span class=\"grade\">" + text(source.note) + "</span>";
  out += "</p>\n";
  for (const Quote& quote : source.quotes) {
    out += "<blockquote" + id_attribute(quote.id) + "><p lang=\"" + std::string(language_code(quote.language)) + "\">" +
           escaped(quote.text) + "</p>";
    std::string foot = text(quote.place);
    if (!quote.note.empty()) foot += (foot.empty() ? "" : " · ") + text(quote.note);
    if (!foot.empty()) out += "<p class=\"grade\">" + foot + "</p>";
    out += "</blockquote>\n";
  }
  return out + "</li>\n";
}

} // namespace rashin::report
