// Which anchors a document has, what its citations are numbered, and what a composer should mend.
#include "report/html_page.h"

namespace rashin::report {
namespace {

class Indexer {
 public:
  PageIndex index;

  void anchor(const std::string& id) {
    if (!id.empty() && !index.anchors.insert(id).second) index.repeated.push_back(id);
  }
  void mention(const Figure& figure) {
    if (!figure.id.empty()) index.anchors.insert(figure.id); // the first mention is the anchor where no table is
  }
  void words(const Prose& prose) {
    for (const Inline& part : prose.parts)
      if (const auto* figure = std::get_if<Figure>(&part)) mention(*figure);
  }
  void table(const TableBlock& table) {
    anchor(table.id);
    for (const auto& row : table.rows)
      for (const Cell& cell : row) {
        if (const auto* figure = std::get_if<Figure>(&cell.content))
          cell_figure(*figure);
        else
          words(std::get<Prose>(cell.content));
      }
  }
  void block(const Block& block) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) words(paragraph->prose);
    if (const auto* list = std::get_if<ListBlock>(&block))
      for (const Prose& item : list->items) words(item);
    if (const auto* callout = std::get_if<Callout>(&block))
      for (const Prose& paragraph : callout->paragraphs) words(paragraph);
    if (const auto* grid = std::get_if<TableBlock>(&block)) table(*grid);
    if (const auto* chart = std::get_if<ChartBlock>(&block)) {
      anchor(chart->id);
      words(chart->limits);
      if (chart->data) table(*chart->data);
    }
    if (const auto* key = std::get_if<KeyFigures>(&block))
      for (const KeyFigure& entry : key->figures) mention(entry.figure);
  }
  void section(const Section& section) {
    anchor(section.id);
    for (const Block& part : section.blocks) block(part);
    for (const Section& child : section.children) this->section(child);
  }

 private:
  void cell_figure(const Figure& figure) {
    if (figure.id.empty()) return;
    index.anchors.insert(figure.id);
    index.cells.insert(figure.id); // shown in several tables: the first one is the anchor
  }
};

} // namespace

PageIndex index_of(const Document& document) {
  Indexer indexer;
  for (const Section& section : document.sections) indexer.section(section);
  PageIndex& index = indexer.index;
  for (const NoteEntry& note : document.notes) {
    indexer.anchor(note.id);
    indexer.words(note.text);
    index.notes.emplace(note.id, index.notes.size() + 1);
  }
  std::size_t number = 0;
  for (const SourceEntry& source : document.sources) {
    indexer.anchor(source.id);
    index.citations.emplace(source.id, ++number);
    for (const Quote& quote : source.quotes) {
      indexer.anchor(quote.id);
      index.citations.emplace(quote.id, number);
    }
  }
  for (const Term& term : document.terms) indexer.anchor(term.id);
  return std::move(indexer.index);
}

LocalizedText draft_watermark(int gaps, int illustrative) {
  LocalizedText text{"草稿：根拠のない値 " + std::to_string(gaps) + " 件",
                     "Draft: " + std::to_string(gaps) + (gaps == 1 ? " value" : " values") + " without basis"};
  if (illustrative > 0) {
    text.ja += "、例示の値 " + std::to_string(illustrative) + " 件";
    text.en += ", " + std::to_string(illustrative) + " illustrative";
  }
  return text;
}

} // namespace rashin::report
