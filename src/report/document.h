#pragma once
#include "report/chart.h"
#include "report/table.h"

namespace rashin::report {

// ---- blocks
// ----------------------------------------------------------------------------------------------------------

struct Paragraph {
  Prose prose{};
};
struct ListBlock {
  std::vector<Prose> items{};
  bool numbered = false;
};
enum class CalloutKind { Conclusion, WhatWouldChange, Limit, Note };
struct Callout {
  CalloutKind kind = CalloutKind::Note;
  LocalizedText title{}; ///< empty = the kind's own words
  std::vector<Prose> paragraphs{};
};
struct ChartBlock {
  std::string id{};
  ChartSpec chart{};
  LocalizedText caption{}; ///< empty = the chart's title
  Prose limits{};          ///< what the picture is not; stands beside it
  std::vector<std::string> sources{};
  std::optional<TableBlock> data{}; ///< empty = made from the chart
};
struct KeyFigure {
  LocalizedText label{};
  Figure figure{};
  LocalizedText note{};
};
struct KeyFigures {
  std::vector<KeyFigure> figures{}; ///< three read best
};
struct PageBreak {};
using Block = std::variant<Paragraph, ListBlock, Callout, TableBlock, ChartBlock, KeyFigures, PageBreak>;

struct Section {
  std::string id{};
  LocalizedText title{};
  std::vector<Block> blocks{};
  std::vector<Section> children{};
  bool numbered = true;
  bool new_page = false; ///< in print
};

// ---- what it rests on
// ------------------------------------------------------------------------------------------------

struct Quote {
  std::string id{}; ///< of the claim
  std::string text{};
  Language language = Language::Japanese;
  LocalizedText place{}; ///< page, table, paragraph
  LocalizedText note{};  ///< rating, grade, "known later"
};
struct SourceEntry {
  std::string id{};
  LocalizedText citation{};
  std::string url{};
  LocalizedText note{}; ///< grade, archived or not
  std::vector<Quote> quotes{};
};
struct NoteEntry {
  std::string id{};
  Prose text{};
};
struct Term {
  std::string id{};
  LocalizedText term{};
  LocalizedText meaning{};
};

// ---- the whole
// -------------------------------------------------------------------------------------------------------

struct Fact {
  LocalizedText label{};
  LocalizedText value{};
};
struct Document {
  LocalizedText title{};
  LocalizedText subtitle{};
  LocalizedText as_of{};     ///< "seen as of …", written by the caller
  LocalizedText watermark{}; ///< empty for a release; else draft_watermark(…)
  LocalizedText marking{};   ///< handling level, as "TLP:GREEN"; may be empty
  std::vector<Fact> facts{}; ///< of the title block: question, status, draws, …
  std::vector<Section> sections{};
  std::vector<NoteEntry> notes{};
  std::vector<SourceEntry> sources{};
  std::vector<Term> terms{};
  LocalizedText file{"report.ja.html", "report.en.html"}; ///< the sibling that the language switch leads to
};

/// "Draft: 12 values without basis, 3 illustrative".
LocalizedText draft_watermark(int gaps, int illustrative);

/// The chart's numbers as a table (behind "data" under each picture).
TableBlock data_table(const ChartSpec& chart);

/// What a composer should mend: anchors used twice, links and citations that lead nowhere, texts missing in one
/// language.
std::vector<std::string> faults(const Document& document);

} // namespace rashin::report
