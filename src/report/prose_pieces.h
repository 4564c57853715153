#pragma once
#include "report/document.h"

namespace rashin::report {

/// A stretch of a prose in one language: fixed words, or one of its parts.
struct ProsePiece {
  std::string_view words{};
  const Inline* part = nullptr;
};
/// `prose` must outlive the pieces.
std::vector<ProsePiece> pieces_of(const Prose& prose, Language language);

/// A figure in a sentence: value with unit, and its interval in brackets; "— (missing)" without a value.
std::string figure_words(const Figure& figure, Language language);
/// The whole prose as plain words: links as their text, no citations, no marks of notes.
std::string plain_words(const Prose& prose, Language language);

/// The title of a callout: its own, or that of its kind.
LocalizedText title_of(const Callout& callout);
const LocalizedText& caption_of(const ChartBlock& chart);
/// What the values and the small figures of a table are: means where every figure with an interval is one. Empty where
/// no figure has an interval.
LocalizedText interval_note(const TableBlock& table);
bool holds_numbers(const TableBlock& table, std::size_t column);

} // namespace rashin::report
