// What a composer should mend before a document is shown.
#include "report/html_page.h"
#include "report/markup.h"

namespace rashin::report {
namespace {

class Inspector {
 public:
  explicit Inspector(const Document& document) : index_(index_of(document)) {
    for (const std::string& id : index_.repeated) found.push_back("anchor used twice: " + id);
  }
  std::vector<std::string> found;

  void text(const LocalizedText& words, const std::string& where) {
    if (words.ja.empty() != words.en.empty())
      found.push_back(where + ": no " + (words.ja.empty() ? "Japanese" : "English") + " for \"" +
                      words.in(Language::Japanese) + '"');
  }
  void cite(const std::vector<std::string>& ids, const std::string& where) {
    for (const std::string& id : ids)
      if (!index_.citations.contains(id)) found.push_back(where + ": no source " + id);
  }
  void figure(const Figure& figure, const std::string& where) {
    text(figure.unit, where);
    cite(figure.basis, where);
  }
  void href(const std::string& href, const std::string& where) {
    if (is_web_address(href) || (href.starts_with('#') && index_.anchors.contains(href.substr(1)))) return;
    found.push_back(where + ": a link to nowhere: " + href);
  }
  void prose(const Prose& words, const std::string& where) {
    text(words.text, where);
    for (const Inline& part : words.parts) this->part(part, where);
  }
  void table(const TableBlock& table, const std::string& where) {
    text(table.caption, where);
    text(table.note, where);
    cite(table.sources, where);
    for (const Column& column : table.columns) {
      text(column.title, where);
      text(column.unit, where);
      text(column.basis, where);
    }
    for (const auto& row : table.rows) {
      if (row.size() != table.columns.size())
        found.push_back(where + ": a row of the table " + table.id + " has " + std::to_string(row.size()) +
                        " cells, not " + std::to_string(table.columns.size()));
      for (const Cell& cell : row) this->cell(cell, where);
    }
  }
  void block(const Block& block, const std::string& where) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) prose(paragraph->prose, where);
    if (const auto* list = std::get_if<ListBlock>(&block))
      for (const Prose& item : list->items) prose(item, where);
    if (const auto* box = std::get_if<Callout>(&block)) {
      text(box->title, where);
      for (const Prose& paragraph : box->paragraphs) prose(paragraph, where);
    }
    if (const auto* grid = std::get_if<TableBlock>(&block)) table(*grid, where);
    if (const auto* picture = std::get_if<ChartBlock>(&block)) chart(*picture, where);
    if (const auto* key = std::get_if<KeyFigures>(&block))
      for (const KeyFigure& entry : key->figures) {
        text(entry.label, where);
        text(entry.note, where);
        figure(entry.figure, where);
      }
  }
  void section(const Section& section) {
    const std::string where = "section " + section.id;
    if (section.id.empty()) found.push_back("a section without an id: " + section.title.in(Language::English));
    text(section.title, where);
    for (const Block& part : section.blocks) block(part, where);
    for (const Section& child : section.children) this->section(child);
  }

 private:
  void part(const Inline& part, const std::string& where) {
    if (const auto* plain = std::get_if<Plain>(&part)) text(plain->text, where);
    if (const auto* strong = std::get_if<Strong>(&part)) text(strong->text, where);
    if (const auto* link = std::get_if<Link>(&part)) {
      text(link->text, where);
      href(link->href, where);
    }
    if (const auto* number = std::get_if<Figure>(&part)) figure(*number, where);
    if (const auto* cited = std::get_if<Cite>(&part)) cite(cited->ids, where);
    if (const auto* mark = std::get_if<NoteMark>(&part))
      if (!index_.notes.contains(mark->id)) found.push_back(where + ": no note " + mark->id);
  }
  void cell(const Cell& cell, const std::string& where) {
    if (const auto* number = std::get_if<Figure>(&cell.content))
      figure(*number, where);
    else
      prose(std::get<Prose>(cell.content), where);
  }
  void chart(const ChartBlock& block, const std::string& where) {
    text(block.caption, where);
    text(text_of(block.chart).title, where);
    text(text_of(block.chart).description, where);
    prose(block.limits, where);
    cite(block.sources, where);
    const TableBlock data = block.data ? *block.data : data_table(block.chart); // also finds the chart's own words
    table(data, where + ", chart " + block.id);
  }

  PageIndex index_;
};

} // namespace

std::vector<std::string> faults(const Document& document) {
  Inspector inspector(document);
  for (const LocalizedText* text : {&document.title, &document.subtitle, &document.as_of, &document.watermark})
    inspector.text(*text, "title block");
  for (const Fact& fact : document.facts) {
    inspector.text(fact.label, "title block");
    inspector.text(fact.value, "title block");
  }
  for (const Section& section : document.sections) inspector.section(section);
  for (const NoteEntry& note : document.notes) inspector.prose(note.text, "note " + note.id);
  for (const SourceEntry& source : document.sources)
    if (!source.url.empty()) {
      if (!is_web_address(source.url))
        inspector.found.push_back("source " + source.id + ": not a web address: " + source.url);
    }
  for (const Term& term : document.terms) inspector.text(term.meaning, "term " + term.id);
  return inspector.found;
}

} // namespace rashin::report
