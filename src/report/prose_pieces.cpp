#include "report/prose_pieces.h"

#include "report/words.h"

#include <algorithm>

namespace rashin::report {

std::vector<ProsePiece> pieces_of(const Prose& prose, Language language) {
  const std::string_view pattern = prose.text.in(language);
  std::vector<ProsePiece> pieces;
  std::size_t begin = 0; // of the words not yet given
  const auto words_until = [&](std::size_t end) {
    if (end > begin) pieces.push_back({pattern.substr(begin, end - begin), nullptr});
  };
  for (std::size_t i = 0; i + 2 < pattern.size(); ++i) {
    const bool is_part = pattern[i] == '{' && pattern[i + 1] >= '0' && pattern[i + 1] <= '9' && pattern[i + 2] == '}';
    const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
    if (!is_part || index >= prose.parts.size()) continue;
    words_until(i);
    pieces.push_back({{}, &prose.parts[index]});
    begin = i + 3;
    i += 2;
  }
  words_until(pattern.size());
  return pieces;
}

std::string figure_words(const Figure& figure, Language language) {
  const FigureText words = figure_text(figure, language);
  const bool japanese = language == Language::Japanese;
  std::string out = words.value.empty() ? "— (" + words::missing.in(language) + ")"
                                        : words.value + unit_after(figure.unit.in(language));
  if (!words.interval.empty())
    out += (japanese ? "（" : " (") + words::interval90.in(language) + ' ' + words.interval + (japanese ? "）" : ")");
  return out;
}

std::string plain_words(const Prose& prose, Language language) {
  std::string out;
  for (const ProsePiece& piece : pieces_of(prose, language)) {
    out += piece.words;
    if (!piece.part) continue;
    if (const auto* plain = std::get_if<Plain>(piece.part)) out += plain->text.in(language);
    if (const auto* strong = std::get_if<Strong>(piece.part)) out += strong->text.in(language);
    if (const auto* link = std::get_if<Link>(piece.part)) out += link->text.in(language);
    if (const auto* figure = std::get_if<Figure>(piece.part)) out += figure_words(*figure, language);
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

LocalizedText title_of(const Callout& callout) {
  if (!callout.title.empty()) return callout.title;
  switch (callout.kind) {
  case CalloutKind::Conclusion:
    return {"結論", "Conclusion"};
  case CalloutKind::WhatWouldChange:
    return {"この結論を変えるもの", "What would change this answer"};
  case CalloutKind::Limit:
    return {"限界", "Limits"};
  case CalloutKind::Note:
    return {"注記", "Note"};
  }
  return {};
}

const LocalizedText& caption_of(const ChartBlock& chart) {
  return chart.caption.empty() ? text_of(chart.chart).title : chart.caption;
}

LocalizedText interval_note(const TableBlock& table) {
  bool any = false, all_means = true, outside = false;
  for (const std::vector<Cell>& row : table.rows)
    for (const Cell& cell : row) {
      const auto* figure = std::get_if<Figure>(&cell.content);
      if (!figure || !figure->interval) continue;
      const bool mean = figure->id.ends_with("_mean");
      any = true, all_means = all_means && mean;
      outside = outside || (mean && figure->value &&
                            (*figure->value < figure->interval->low || *figure->value > figure->interval->high));
    }
  if (!any) return {};
  LocalizedText note = all_means ? words::means_and_intervals : words::small_intervals;
  if (outside) note.ja += words::mean_outside.ja, note.en += " " + words::mean_outside.en;
  return note;
}

bool holds_numbers(const TableBlock& table, std::size_t column) {
  return std::any_of(table.rows.begin(), table.rows.end(), [&](const std::vector<Cell>& row) {
    return column < row.size() && std::holds_alternative<Figure>(row[column].content);
  });
}

} // namespace rashin::report
