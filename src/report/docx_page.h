#pragma once
#include "report/html_page.h"
#include "report/office_parts.h"

#include <set>

namespace rashin::report {

/// Writes word/document.xml and what belongs to it. Two rounds: the first finds which anchors are led to, the second
/// writes the bookmarks and links that fit each other.
class DocxPage {
 public:
  DocxPage(const Document& document, Language language, const OfficeOptions& options);
  Result<std::string> written();

 private:
  // docx_page.cpp
  std::string body();
  std::string title_page();
  std::string contents();
  std::string section(const Section& section, int level);
  std::string back_matter();
  std::string source(const SourceEntry& source);
  std::string heading(const LocalizedText& title, int level, bool numbered, bool new_page, const std::string& id);
  // docx_blocks.cpp
  std::string block(const Block& block);
  std::string list(const ListBlock& list);
  std::string callout(const Callout& callout);
  std::string chart(const ChartBlock& chart);
  std::string key_figures(const KeyFigures& figures);
  std::string caption(std::string_view word, std::size_t number, const LocalizedText& words, const std::string& id);
  std::string sources_line(const std::vector<std::string>& ids);
  // docx_table.cpp
  std::string table(const TableBlock& table);
  std::string table_row(const TableBlock& table, const std::vector<Cell>& row, const std::vector<double>& widths);
  std::string cell(const Cell& cell, double width, bool header);
  // docx_prose.cpp
  std::string paragraph(std::string_view style, const std::string& runs, std::string_view properties = "") const;
  std::string run(std::string_view words, std::string_view properties = "") const;
  std::string run(const LocalizedText& words, std::string_view properties = "") const;
  std::string prose(const Prose& prose, std::string_view properties = "");
  std::string part(const Inline& part, std::string_view properties);
  std::string cite(const std::vector<std::string>& ids);
  std::string footnote(const NoteMark& mark);
  std::string link_inside(const std::string& id, const std::string& runs);
  std::string link_outside(const std::string& address, const std::string& runs);
  /// Bookmark around `runs` where something leads to `id`.
  std::string anchored(const std::string& id, const std::string& runs);
  // docx_styles.cpp
  void add_fixed_parts();
  std::string styles() const;
  std::string header_part();
  std::string footer_part() const;
  std::string footnotes_part();
  std::string numbering_part() const;
  std::string settings_part() const;
  std::string fonts_part() const;

  const Document& document_;
  Language language_;
  const OfficeOptions& options_;
  PageIndex index_;
  format::OpcPackage package_{};
  Pictures pictures_;
  std::set<std::string> wanted_{};  ///< anchors that something leads to
  std::set<std::string> present_{}; ///< anchors of the last round
  std::set<std::string> written_{}; ///< bookmarks of this round
  bool final_ = false;
  std::size_t tables_ = 0, charts_ = 0, numbered_lists_ = 0, shapes_ = 0;
  std::vector<const NoteEntry*> footnotes_{};
};

/// Twentieths of a point.
constexpr double page_width = 11906, page_height = 16838, page_margin = 1247;
constexpr double text_span = page_width - 2 * page_margin;
constexpr double units_per_twip = 635; ///< of drawings

} // namespace rashin::report
