#include "report/html_page.h"
#include "report/markup.h"
#include "report/prose_pieces.h"
#include "report/text_width.h"
#include "report/words.h"

namespace rashin::report {
namespace {

constexpr std::size_t tallest_open = 60;     ///< rows; a longer table scrolls in a box of its own on screen
constexpr std::size_t longest_unbroken = 14; ///< rows of a table that print keeps on one page

std::string_view class_of(Tone tone) {
  switch (tone) {
  case Tone::None:
    return "";
  case Tone::Good:
    return " good";
  case Tone::Warning:
    return " warning";
  case Tone::Bad:
    return " bad";
  }
  return "";
}

constexpr double brief_width = 6.5, long_width = 11, prose_width = 60; ///< em of one line

/// Short words stay on one line, long texts have room for some and sentences for a line to read: else a wide table
/// squeezes its last columns and is much taller than a screen.
std::string_view width_class(const Prose& words, Language language) {
  std::string text = words.text.in(language);
  if (words.parts.size() == 1 && text == "{0}")
    if (const auto* plain = std::get_if<Plain>(&words.parts[0])) text = plain->text.in(language);
  const double width = text_width(text, 1);
  return width <= brief_width ? " brief" : width > prose_width ? " long prose" : width > long_width ? " long" : "";
}

} // namespace

std::string Page::table(const TableBlock& table) {
  const std::string number = (language_ == Language::Japanese ? "表 " : "Table ") + std::to_string(++tables_);
  const std::string caption_id = "caption-table-" + std::to_string(tables_);
  std::string out = "<figure class=\"table" + std::string(table.rows.size() <= longest_unbroken ? " short" : "") +
                    "\"" + id_attribute(table.id) + ">\n<figcaption id=\"" + caption_id + "\"><b>" + number + "</b> " +
                    text(table.caption) + "</figcaption>\n";
  const bool tall = table.rows.size() > tallest_open;
  out += "<div class=\"scroll" + std::string(tall ? " tall" : "") +
         "\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + caption_id + "\">\n" + table_grid(table) + "</div>\n";
  if (const LocalizedText note = interval_note(table); !note.empty())
    out += "<p class=\"note\">" + text(note) + "</p>\n";
  if (!table.note.empty()) out += "<p class=\"note\">" + text(table.note) + "</p>\n";
  return out + sources_line(table.sources) + "</figure>\n";
}

std::string Page::table_grid(const TableBlock& table) {
  std::string out = "<table>\n<thead><tr>";
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const Column& column = table.columns[c];
    const std::string side = holds_numbers(table, c) ? " class=\"number\"" : "";
    std::string words = text(column.title);
    if (!column.unit.empty()) words += " <span class=\"unit\">" + text(column.unit) + "</span>";
    if (!column.basis.empty()) words += " <span class=\"basis\">" + text(column.basis) + "</span>";
    out += words.empty() ? "<td></td>" : "<th scope=\"col\"" + side + ">" + words + "</th>";
  }
  out += "</tr></thead>\n<tbody>\n";
  for (const std::vector<Cell>& row : table.rows) {
    out += "<tr>";
    for (std::size_t c = 0; c < row.size(); ++c) out += cell(row[c], static_cast<int>(c) < table.header_columns);
    out += "</tr>\n";
  }
  return out + "</tbody>\n</table>\n";
}

std::string Page::cell(const Cell& cell, bool is_row_header) {
  const std::string tag = is_row_header ? "th" : "td";
  const std::string open = "<" + tag + (is_row_header ? " scope=\"row\"" : "");
  const std::string tone(class_of(cell.tone));
  const auto* figure = std::get_if<Figure>(&cell.content);
  if (!figure) {
    const Prose& words = std::get<Prose>(cell.content);
    const std::string looks = tone + std::string(width_class(words, language_));
    return open + (looks.empty() ? "" : " class=\"" + looks.substr(1) + '"') + '>' + prose(words) + "</" + tag + '>';
  }
  const FigureText words = figure_text(*figure, language_);
  std::string out = open + " class=\"number" + tone + '"' + id_attribute(figure->id) + '>';
  if (words.value.empty())
    out += "<span aria-hidden=\"true\">—</span><span class=\"only-read\">" + text(words::missing) + "</span>";
  else
    out += escaped(words.value + unit_after(figure->unit.in(language_)));
  out += cite(figure->basis);
  if (!words.interval.empty()) out += " <span class=\"range\">" + escaped(words.interval) + "</span>";
  return out + "</" + tag + '>';
}

} // namespace rashin::report
