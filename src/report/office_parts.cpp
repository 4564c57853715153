#include "report/office_parts.h"

#include "report/markup.h"
#include "report/prose_pieces.h"
#include "report/text_width.h"
#include "report/words.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace rashin::report {
namespace {

constexpr double dots_per_inch = 200;

/// The width that a text of `width` is content with: its own up to 26 letters, then less and less of it, so that a long
/// remark gets the room that short columns leave.
double content_width(double width, double size) {
  constexpr double easy = 26;
  const double letters = width / size;
  return size * (letters <= easy ? letters : easy + std::pow(letters - easy, 0.65));
}

} // namespace

Faces faces_of(Language language) {
  if (language == Language::Japanese) return {"Yu Mincho", "Yu Mincho", "Yu Gothic", "Yu Gothic"};
  return {"Calibri", "Yu Gothic", "Calibri", "Yu Gothic"};
}

std::string_view culture_of(Language language) {
  return language == Language::Japanese ? "ja-JP" : "en-GB";
}

void add_properties(format::OpcPackage& package, const Document& document, Language language, const std::string& date,
                    std::string_view application) {
  const std::string time = (date.size() == 10 ? date : "1980-01-01") + "T00:00:00Z";
  const std::string head(format::xml_head);
  package.add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
              head +
                  "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/"
                  "core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                  "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
                  "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>" +
                  escaped(document.title.in(language)) + "</dc:title><dc:subject>" +
                  escaped(document.subtitle.in(language)) +
                  "</dc:subject><dc:creator>Rashin</dc:creator><cp:keywords>" + escaped(document.marking.in(language)) +
                  "</cp:keywords><dc:description>" + escaped(document.watermark.in(language)) +
                  "</dc:description><cp:lastModifiedBy>Rashin</cp:lastModifiedBy>"
                  "<dcterms:created xsi:type=\"dcterms:W3CDTF\">" +
                  time + "</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">" + time +
                  "</dcterms:modified><dc:language>" + std::string(culture_of(language)) +
                  "</dc:language></cp:coreProperties>");
  package.add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
              head +
                  "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                  "<Application>" +
                  std::string(application) + "</Application></Properties>");
  package.relate("", format::relation::core_properties, "docProps/core.xml");
  package.relate("", std::string(format::relation::base) + "extended-properties", "docProps/app.xml");
}

std::optional<OfficePicture> Pictures::add(const ChartBlock& chart, double inches) {
  if (const auto found = drawn_.find(&chart); found != drawn_.end()) return found->second;
  if (!faults_.empty()) return std::nullopt; // one missing tool is said once
  if (options_.stopped && options_.stopped()) {
    faults_.push_back(make_diagnostic("stopped", {}));
    return std::nullopt;
  }
  const std::string svg = to_plain_svg(chart.chart, language_);
  auto png = options_.draw ? options_.draw(svg, static_cast<int>(std::lround(inches * dots_per_inch)))
                           : Result<std::string>(make_diagnostic("picture-tool-missing", {}));
  if (!png) {
    faults_ = png.diagnostics();
    return std::nullopt;
  }
  const std::string stem = folder_ + "media/picture" + std::to_string(drawn_.size() + 1);
  package_.add(stem + ".svg", "image/svg+xml", svg);
  package_.add(stem + ".png", "image/png", png.take());
  const OfficePicture picture{stem + ".svg", stem + ".png", size_of_svg(svg)};
  drawn_.emplace(&chart, picture);
  if (options_.progress && expected_ > 0)
    options_.progress(static_cast<double>(drawn_.size()) / static_cast<double>(expected_));
  return picture;
}

std::string blip(format::OpcPackage& package, const std::string& source, const OfficePicture& picture) {
  const std::string image = std::string(format::relation::base) + "image";
  return "<a:blip r:embed=\"" + package.relate(source, image, picture.png_part) +
         "\"><a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
         "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"" +
         package.relate(source, image, picture.svg_part) + "\"/></a:ext></a:extLst></a:blip>";
}

std::string cell_words(const Cell& cell, Language language) {
  if (const auto* prose = std::get_if<Prose>(&cell.content)) return plain_words(*prose, language);
  const auto& figure = std::get<Figure>(cell.content);
  const FigureText words = figure_text(figure, language);
  std::string out = words.value.empty() ? "—" : words.value + unit_after(figure.unit.in(language));
  if (!words.interval.empty()) out += " " + words.interval;
  return out;
}

std::string column_words(const Column& column, Language language) {
  std::string words = column.title.in(language);
  if (!column.unit.empty())
    words += (language == Language::Japanese ? "（" : " (") + column.unit.in(language) +
             (language == Language::Japanese ? "）" : ")");
  return words;
}

namespace {

/// The widest stretch that a line break should not cut: a word, or what stands between '/' and '-' of a path. What is
/// longer than words are may be cut.
double unbroken(std::string_view text, double size) {
  double widest = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(" /-", begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const bool latin =
        std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const double width = text_width(word, size);
    widest = std::max(widest, latin ? std::min(width, 9 * size) : std::min(width, 5 * size));
    begin = end + 1;
  }
  return widest;
}

} // namespace

std::string_view shade_of(Tone tone, std::string_view plain) {
  switch (tone) {
  case Tone::None:
    return plain;
  case Tone::Good:
    return "E3F2EC";
  case Tone::Warning:
    return "FFF3DA";
  case Tone::Bad:
    return "FBE4DD";
  }
  return plain;
}

namespace {

/// Lines that the rows of a table take at these widths; `spans` by row and column.
double lines_of(const std::vector<std::vector<double>>& spans, const std::vector<double>& widths, double padding) {
  double lines = 0;
  for (const std::vector<double>& row : spans) {
    double most = 1;
    for (std::size_t c = 0; c < row.size(); ++c) most = std::max(most, std::ceil(row[c] / (widths[c] - padding)));
    lines += most;
  }
  return lines;
}

/// Moves width from column to column as long as the table becomes shorter; no column falls below its least.
void shorten(const std::vector<std::vector<double>>& spans, const std::vector<double>& least, double padding,
             double total, std::vector<double>& widths) {
  const double step = total / 48;
  for (int round = 0; round < 48; ++round) {
    double fewest = lines_of(spans, widths, padding);
    std::optional<std::vector<double>> better;
    for (std::size_t from = 0; from < widths.size(); ++from)
      for (std::size_t to = 0; to < widths.size(); ++to) {
        if (from == to || widths[from] - step < least[from]) continue;
        std::vector<double> tried = widths;
        tried[from] -= step, tried[to] += step;
        const double lines = lines_of(spans, tried, padding);
        if (lines < fewest) fewest = lines, better = std::move(tried);
      }
    if (!better) return;
    widths = std::move(*better);
  }
}

/// Columns that do not fit even at their least: the widest give way to one width, the others keep theirs.
std::vector<double> fitted(const std::vector<double>& least, double total) {
  std::vector<double> sorted = least, widths = least;
  std::sort(sorted.begin(), sorted.end());
  auto more = static_cast<double>(sorted.size());
  for (const double width : sorted) {
    if (width * more > total) break;
    total -= width, more -= 1;
  }
  for (double& width : widths)
    if (more > 0) width = std::min(width, total / more);
  return widths;
}

} // namespace

std::vector<double> column_widths(const TableBlock& table, Language language, double size, double padding,
                                  double total) {
  const std::size_t count = table.columns.size();
  std::vector<double> least(count, 2 * size), wanted(count, 2 * size);
  std::vector<std::vector<double>> spans;
  const auto measure = [&](std::size_t c, std::string_view words, bool number) {
    constexpr double wider_fonts = 1.2; // than those that were measured
    const double width = text_width(words, size);
    least[c] = std::max(least[c], wider_fonts * (number ? std::min(width, 12 * size) : unbroken(words, size)));
    wanted[c] = std::max(wanted[c], content_width(width, size));
  };
  for (std::size_t c = 0; c < count; ++c) measure(c, column_words(table.columns[c], language), false);
  for (const auto& row : table.rows) {
    spans.emplace_back();
    for (std::size_t c = 0; c < std::min(count, row.size()); ++c) {
      const auto* figure = std::get_if<Figure>(&row[c].content);
      spans.back().push_back(figure ? 0 : text_width(cell_words(row[c], language), size));
      if (figure) {
        const FigureText words = figure_text(*figure, language); // value and interval stand in two lines
        measure(c, words.value + unit_after(figure->unit.in(language)), true);
        const std::size_t dash = std::min(words.interval.find("–"), words.interval.size()); // where it may break
        measure(c, std::string_view(words.interval).substr(0, dash), true);
        measure(c, std::string_view(words.interval).substr(dash), true);
      } else {
        measure(c, cell_words(row[c], language), false);
      }
    }
  }
  for (std::size_t c = 0; c < count; ++c) least[c] += padding, wanted[c] = std::max(wanted[c] + padding, least[c]);
  const double low = std::accumulate(least.begin(), least.end(), 0.0);
  const double high = std::accumulate(wanted.begin(), wanted.end(), 0.0);
  if (low >= total) return fitted(least, total);
  std::vector<double> widths(count);
  for (std::size_t c = 0; c < count; ++c)
    if (high >= total)
      widths[c] = least[c] + (wanted[c] - least[c]) * (total - low) / std::max(high - low, 1e-9);
    else
      widths[c] = wanted[c] * total / high;
  shorten(spans, least, padding, total, widths);
  return widths;
}

} // namespace rashin::report
