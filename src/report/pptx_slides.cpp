// What the slides say: the summary of a document, in the words that its sections already hold.
#include "report/pptx_slides.h"

#include "report/markup.h"
#include "report/prose_pieces.h"
#include "report/text_width.h"
#include "report/words.h"

#include <algorithm>

namespace rashin::report {
namespace {

constexpr double largest_letters = 18, least_letters = 11, table_letters = 14, least_table_letters = 10;
constexpr std::size_t most_rows = 20; ///< of a table on slides: the document has them all

const Section* section_of(const std::vector<Section>& sections, std::string_view id) {
  for (const Section& section : sections) {
    if (section.id == id) return &section;
    if (const Section* inside = section_of(section.children, id)) return inside;
  }
  return nullptr;
}

const TableBlock* table_of(const std::vector<Section>& sections, std::string_view id) {
  for (const Section& section : sections) {
    for (const Block& block : section.blocks)
      if (const auto* table = std::get_if<TableBlock>(&block); table && table->id == id) return table;
    if (const TableBlock* inside = table_of(section.children, id)) return inside;
  }
  return nullptr;
}

template <class T> std::vector<const T*> blocks_of(const Section& section) {
  std::vector<const T*> out;
  for (const Block& block : section.blocks)
    if (const T* one = std::get_if<T>(&block)) out.push_back(one);
  return out;
}

void add_line(std::string& notes, const std::string& line) {
  notes += (notes.empty() ? "" : "\n") + line;
}

std::string figure_line(const std::string& label, const Figure& figure, Language language) {
  return label + ": " + figure_words(figure, language) + (figure.id.empty() ? "" : " — " + figure.id);
}

} // namespace

Result<std::string> to_pptx(const Document& document, Language language, const OfficeOptions& options) {
  return SlideShow(document, language, options).written();
}

SlideShow::SlideShow(const Document& document, Language language, const OfficeOptions& options)
    : document_(document), language_(language), options_(options), index_(index_of(document)),
      pictures_(package_, "ppt/", language, options, 3) {}

Result<std::string> SlideShow::written() {
  title_slide();
  if (const Section* summary = section_of(document_.sections, "summary")) {
    conclusion_slide(*summary);
    chart_slides(*summary);
  }
  if (!pictures_.faults().empty()) return pictures_.faults();
  for (const std::string_view table : {"policy-table", "needs", "agenda"}) table_slides(table);
  if (const Section* summary = section_of(document_.sections, "summary")) limits_slide(*summary);
  add_fixed_parts();
  add_properties(package_, document_, language_, options_.date, "Rashin");
  return package_.written();
}

void SlideShow::title_slide() {
  shapes_ = 1;
  const std::string& title = document_.title.in(language_);
  const double wide = text_width(title, 36);
  const std::string size = wide > 2 * slide_span ? "sz=\"2400\"" : wide > slide_span ? "sz=\"3000\"" : "";
  std::string shapes = placeholder("ctrTitle", 0, "Title", paragraph({{title}}, "", size));
  std::string below = paragraph({{document_.subtitle.in(language_)}}, "", "");
  for (const LocalizedText* line : {&document_.as_of, &document_.marking, &document_.watermark})
    if (!line->empty()) below += paragraph({{line->in(language_), line == &document_.watermark}}, "", "sz=\"1400\"");
  shapes += placeholder("subTitle", 1, "Subtitle", below);
  std::string notes;
  for (const Fact& fact : document_.facts) add_line(notes, fact.label.in(language_) + ": " + fact.value.in(language_));
  add_slide_part(title_layout, shapes, notes);
}

std::vector<SlideParagraph> SlideShow::words_of(const Callout& callout, bool with_title) const {
  std::vector<SlideParagraph> out;
  if (with_title) out.push_back({.runs = {{title_of(callout).in(language_), true}}, .title = true});
  for (const Prose& prose : callout.paragraphs)
    out.push_back({.runs = {{plain_words(prose, language_)}}, .bullet = true});
  return out;
}

void SlideShow::words_slides(const LocalizedText& title, const std::vector<SlideParagraph>& words, double top,
                             const std::string& above, const std::string& notes) {
  const double room = body_bottom - top;
  double letters = largest_letters;
  while (letters > least_letters && height_of(words, letters, slide_span) > room) letters -= 1;
  std::size_t first = 0;
  for (bool begins = true; first < words.size();) {
    const double left = begins ? room : body_bottom - body_top;
    std::vector<SlideParagraph> here;
    while (first < words.size()) {
      here.push_back(words[first]);
      if (here.size() > 1 && height_of(here, letters, slide_span) > left) {
        here.pop_back();
        break;
      }
      ++first;
    }
    const double from = begins ? top : body_top;
    add_slide(content_layout, title, (begins ? above : "") + words_box(here, from, body_bottom - from, letters), notes);
    begins = false;
  }
}

void SlideShow::conclusion_slide(const Section& summary) {
  constexpr double key_height = 104;
  shapes_ = 10; // the title of the slide takes the first number
  std::string above, notes;
  double top = body_top;
  for (const KeyFigures* key : blocks_of<KeyFigures>(summary)) {
    if (key->figures.empty()) continue;
    above = key_table(*key, top, key_height);
    for (const KeyFigure& entry : key->figures)
      add_line(notes, figure_line(entry.label.in(language_), entry.figure, language_));
    top += key_height + 14;
    break;
  }
  for (const Callout* callout : blocks_of<Callout>(summary))
    if (callout->kind == CalloutKind::Conclusion)
      return words_slides(title_of(*callout), words_of(*callout, false), top, above, notes);
}

void SlideShow::chart_slides(const Section& summary) {
  for (const ChartBlock* chart : blocks_of<ChartBlock>(summary)) {
    shapes_ = 10;
    const auto picture = pictures_.add(*chart, slide_span / 72);
    if (!picture) return;
    const std::string limits = plain_words(chart->limits, language_);
    const std::string below = text_of(chart->chart).description.in(language_) + (limits.empty() ? "" : " " + limits);
    const double note_height = height_of(below, 11, slide_span) + 4;
    const double room = body_bottom - body_top - note_height - 6;
    const double shape = picture->size.height / std::max(picture->size.width, 1.0);
    const double width = std::min(slide_span, room / std::max(shape, 1e-6)), height = width * shape;
    const std::string part = "ppt/slides/slide" + std::to_string(slides_ + 1) + ".xml", id = std::to_string(++shapes_);
    const std::string drawing =
        "<p:pic><p:nvPicPr><p:cNvPr id=\"" + id + "\" name=\"Picture " + id + "\" descr=\"" +
        escaped(text_of(chart->chart).description.in(language_)) +
        "\"/><p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>" +
        blip(package_, part, *picture) +
        "<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x=\"" +
        emu((slide_width - width) / 2) + "\" y=\"" + emu(body_top + (room - height) / 2) + "\"/><a:ext cx=\"" +
        emu(width) + "\" cy=\"" + emu(height) +
        "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>";
    add_slide(content_layout, caption_of(*chart), drawing + note_box(below, body_bottom - note_height, note_height),
              notes_of(*chart));
  }
}

void SlideShow::table_slides(std::string_view id) {
  const TableBlock* table = table_of(document_.sections, id);
  if (!table || table->rows.empty()) return;
  const std::size_t rows = std::min(table->rows.size(), most_rows);
  std::string note = table->note.in(language_);
  if (const LocalizedText values = interval_note(*table); !values.empty()) note = values.in(language_) + " " + note;
  if (rows < table->rows.size())
    note += language_ == Language::Japanese
                ? " 残り " + std::to_string(table->rows.size() - rows) + " 行は本篇にあります。"
                : " " + std::to_string(table->rows.size() - rows) + " more rows stand in the main report.";
  const double note_height = note.empty() ? 0 : height_of(note, 11, slide_span) + 8;
  const double room = body_bottom - body_top - note_height;
  const auto height = [&](std::size_t first, std::size_t count, double letters) {
    const auto widths = column_widths(*table, language_, letters, 12, slide_span);
    double sum = head_height(*table, widths, letters);
    for (std::size_t r = first; r < first + count; ++r) sum += row_height(table->rows[r], widths, letters);
    return sum;
  };
  // On as few slides as the least letters allow, with as many rows on each, in the largest letters that fit.
  std::size_t share = rows;
  double letters = table_letters;
  const auto fits = [&] {
    for (std::size_t first = 0; first < rows; first += share)
      if (height(first, std::min(share, rows - first), letters) > room) return false;
    return true;
  };
  for (std::size_t slides = 1; slides <= rows; ++slides) {
    share = (rows + slides - 1) / slides;
    for (letters = table_letters; letters > least_table_letters && !fits();) letters -= 0.5;
    if (fits()) break;
  }
  for (std::size_t first = 0; first < rows; first += share) {
    const std::size_t count = std::min(share, rows - first);
    shapes_ = 10;
    const std::string shapes = this->table(*table, first, count, letters, body_top);
    add_slide(content_layout, table->caption, shapes + note_box(note, body_bottom - note_height + 6, note_height),
              notes_of(*table));
  }
}

void SlideShow::limits_slide(const Section& summary) {
  std::vector<SlideParagraph> words;
  const auto add = [&](const Section& section, CalloutKind kind) {
    for (const Callout* callout : blocks_of<Callout>(section))
      if (callout->kind == kind)
        for (SlideParagraph& one : words_of(*callout, true)) words.push_back(std::move(one));
  };
  add(summary, CalloutKind::WhatWouldChange);
  if (const Section* limits = section_of(document_.sections, "limits")) add(*limits, CalloutKind::Limit);
  shapes_ = 10;
  if (!words.empty())
    words_slides({"限界と、この結論を変えるもの", "Limits, and what would change this answer"}, words, body_top, "",
                 "");
}

std::vector<std::string> SlideShow::sources_of(const std::vector<std::string>& ids) const {
  std::vector<std::string> out;
  for (const SourceEntry& source : document_.sources) {
    const bool cited = std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
      return id == source.id || std::any_of(source.quotes.begin(), source.quotes.end(),
                                            [&](const Quote& quote) { return quote.id == id; });
    });
    if (cited) out.push_back(source.citation.in(language_) + (source.url.empty() ? "" : " " + source.url));
  }
  return out;
}

std::string SlideShow::notes_of(const TableBlock& table) const {
  std::string notes;
  std::vector<std::string> cited = table.sources;
  for (const auto& row : table.rows)
    for (std::size_t c = 0; c < row.size(); ++c)
      if (const auto* figure = std::get_if<Figure>(&row[c].content)) {
        cited.insert(cited.end(), figure->basis.begin(), figure->basis.end());
        if (c < table.columns.size())
          add_line(notes, figure_line(cell_words(row[0], language_) + ", " + column_words(table.columns[c], language_),
                                      *figure, language_));
      }
  for (const std::string& source : sources_of(cited)) add_line(notes, source);
  return notes;
}

std::string SlideShow::notes_of(const ChartBlock& chart) const {
  std::string notes = text_of(chart.chart).description.in(language_);
  const TableBlock data = chart.data ? *chart.data : data_table(chart.chart);
  for (const auto& row : data.rows) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c)
      line += (c == 0 ? "" : "; ") +
              (c > 0 && c < data.columns.size() ? column_words(data.columns[c], language_) + " " : "") +
              cell_words(row[c], language_);
    add_line(notes, line);
  }
  for (const std::string& source : sources_of(chart.sources)) add_line(notes, source);
  return notes;
}

} // namespace rashin::report
