#pragma once
#include "report/document.h"

#include <map>
#include <set>

namespace rashin::report {

/// Where things stand in a document: the anchors that exist and the numbers that readers see.
struct PageIndex {
  std::set<std::string> anchors;                ///< everything a link may lead to
  std::set<std::string> cells;                  ///< figures that a table shows
  std::map<std::string, std::size_t> citations; ///< id of a source or quote -> number of the source
  std::map<std::string, std::size_t> notes;     ///< id of a note -> its number
  std::vector<std::string> repeated;            ///< ids used for more than one thing
};
PageIndex index_of(const Document& document);

/// Writes one page: what has been numbered and anchored so far, and the helpers that every part uses.
class Page {
 public:
  Page(const Document& document, Language language)
      : document_(document), language_(language), index_(index_of(document)) {}

  std::string written();

 private:
  // html_page.cpp
  std::string title_block() const;
  std::string contents() const;
  std::string contents_of(const std::vector<Section>& sections, const std::string& prefix, int depth) const;
  std::string section(const Section& section, const std::string& number, int level);
  std::string back_matter();
  std::string source(const SourceEntry& source);
  // html_blocks.cpp
  std::string block(const Block& block);
  std::string paragraph(const Prose& prose);
  std::string list(const ListBlock& list);
  std::string callout(const Callout& callout);
  std::string chart(const ChartBlock& chart);
  std::string key_figures(const KeyFigures& figures);
  // html_prose.cpp
  std::string prose(const Prose& prose);
  std::string part(const Inline& part);
  std::string link(const Link& link) const;
  std::string mention(const Figure& figure);
  std::string cite(const std::vector<std::string>& ids) const;
  std::string sources_line(const std::vector<std::string>& ids) const;
  std::string note_mark(const NoteMark& mark) const;
  // html_table.cpp
  std::string table(const TableBlock& table);
  std::string table_grid(const TableBlock& table);
  std::string cell(const Cell& cell, bool is_row_header);

  std::string text(const LocalizedText& words) const;
  /// ` id="…"` the first time, nothing for an empty or repeated id.
  std::string id_attribute(const std::string& id);

  const Document& document_;
  Language language_;
  PageIndex index_;
  std::set<std::string> written_ids_;
  std::size_t tables_ = 0;
  std::size_t charts_ = 0;
};

/// The embedded style for this document (running titles differ).
std::string page_css(const Document& document, Language language);
/// "sha256-…" as a content security policy wants it.
std::string policy_hash(std::string_view text);

} // namespace rashin::report
