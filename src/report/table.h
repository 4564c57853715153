#pragma once
#include "report/figure.h"

#include <variant>

namespace rashin::report {

// ---- words
// -----------------------------------------------------------------------------------------------------------

struct Plain {
  LocalizedText text{};
};
struct Strong {
  LocalizedText text{};
};
/// `href` is "#anchor", "http://…" or "https://…"; anything else, and an anchor that the document lacks, is shown as
/// plain text.
struct Link {
  LocalizedText text{};
  std::string href{};
};
/// Numbers in brackets that lead to the source list; ids of sources or of their quotes.
struct Cite {
  std::vector<std::string> ids{};
};
struct NoteMark {
  std::string id{};
};
using Inline = std::variant<Plain, Strong, Link, Figure, Cite, NoteMark>;

/// A text with parts: {0}, {1}, … stand for `parts`, in whichever order each language wants them. Words of the user go
/// into parts, never into `text`.
struct Prose {
  LocalizedText text{};
  std::vector<Inline> parts{};
};

// ---- tables
// ----------------------------------------------------------------------------------------------------------

struct Column {
  LocalizedText title{};
  LocalizedText unit{};
  LocalizedText basis{}; ///< where the column comes from, in a few words
};
enum class Tone { None, Good, Warning, Bad };
struct Cell {
  std::variant<Prose, Figure> content{};
  Tone tone = Tone::None; ///< always beside a word or sign that says the same
};
struct TableBlock {
  std::string id{};
  LocalizedText caption{};
  std::vector<Column> columns{};
  std::vector<std::vector<Cell>> rows{};
  int header_columns = 1; ///< leading cells that name their row
  LocalizedText note{};
  std::vector<std::string> sources{};
};

} // namespace rashin::report
