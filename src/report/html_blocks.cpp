#include "report/html_page.h"
#include "report/markup.h"
#include "report/prose_pieces.h"
#include "report/words.h"

namespace rashin::report {
namespace {

std::string class_of(CalloutKind kind) {
  switch (kind) {
  case CalloutKind::Conclusion:
    return "conclusion";
  case CalloutKind::WhatWouldChange:
    return "change";
  case CalloutKind::Limit:
    return "limit";
  case CalloutKind::Note:
    return "remark";
  }
  return {};
}

} // namespace

std::string Page::block(const Block& block) {
  if (const auto* words = std::get_if<Paragraph>(&block)) return paragraph(words->prose);
  if (const auto* items = std::get_if<ListBlock>(&block)) return list(*items);
  if (const auto* box = std::get_if<Callout>(&block)) return callout(*box);
  if (const auto* grid = std::get_if<TableBlock>(&block)) return table(*grid);
  if (const auto* picture = std::get_if<ChartBlock>(&block)) return chart(*picture);
  if (const auto* figures = std::get_if<KeyFigures>(&block)) return key_figures(*figures);
  return "<div class=\"page-break\"></div>\n";
}

std::string Page::paragraph(const Prose& words) {
  return "<p>" + prose(words) + "</p>\n";
}

std::string Page::list(const ListBlock& list) {
  const std::string tag = list.numbered ? "ol" : "ul";
  std::string out = "<" + tag + ">\n";
  for (const Prose& item : list.items) out += "<li>" + prose(item) + "</li>\n";
  return out + "</" + tag + ">\n";
}

std::string Page::callout(const Callout& callout) {
  std::string out = "<div class=\"callout " + class_of(callout.kind) +
                    "\" role=\"note\">\n<p class=\"callout-title\">" + text(title_of(callout)) + "</p>\n";
  for (const Prose& words : callout.paragraphs) out += paragraph(words);
  return out + "</div>\n";
}

std::string Page::chart(const ChartBlock& chart) {
  const std::string number = std::to_string(++charts_);
  const std::string caption_id = "caption-chart-" + number;
  const LocalizedText& caption = caption_of(chart);
  std::string out = "<figure class=\"picture\"" + id_attribute(chart.id) + ">\n<figcaption id=\"" + caption_id +
                    "\"><b>" + (language_ == Language::Japanese ? "図 " : "Figure ") + number + "</b> " +
                    text(caption) + "</figcaption>\n";
  out += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"" + caption_id + "\">\n" +
         to_svg(chart.chart, language_, "chart-" + number) + "</div>\n";
  if (!chart.limits.text.empty()) out += "<p class=\"limits\">" + prose(chart.limits) + "</p>\n";
  const TableBlock data = chart.data ? *chart.data : data_table(chart.chart);
  out += "<details><summary>" + text(words::data) + "<span class=\"only-read\"> (" + text(caption) +
         ")</span></summary>\n";
  out += "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" +
         escaped(words::data.in(language_) + " " + number) + "\">\n" + table_grid(data) + "</div></details>\n";
  return out + sources_line(chart.sources) + "</figure>\n";
}

std::string Page::key_figures(const KeyFigures& key) {
  std::string out = "<dl class=\"key-figures\">\n";
  for (const KeyFigure& entry : key.figures) {
    const FigureText words = figure_text(entry.figure, language_);
    const bool linked = index_.cells.contains(entry.figure.id);
    const std::string value =
        words.value.empty() ? "—<span class=\"only-read\">" + text(words::missing) + "</span>" : escaped(words.value);
    const std::string number =
        value + "<span class=\"unit\">" + escaped(unit_after(entry.figure.unit.in(language_))) + "</span>";
    out += "<div><dt>" + text(entry.label) + "</dt>\n<dd><span class=\"big\"" +
           (linked ? "" : id_attribute(entry.figure.id)) + '>' +
           (linked ? "<a href=\"" + anchor_href(entry.figure.id) + "\">" + number + "</a>" : number) + "</span>";
    if (!words.interval.empty())
      out += "<span class=\"range\">" + text(words::interval90) + " " +
             escaped(words.interval + unit_after(entry.figure.unit.in(language_))) + "</span>";
    if (!linked) out += cite(entry.figure.basis);
    if (!entry.note.empty()) out += "<span class=\"note\">" + text(entry.note) + "</span>";
    out += "</dd></div>\n";
  }
  return out + "</dl>\n";
}

} // namespace rashin::report
