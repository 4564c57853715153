#pragma once
#include "report/html_page.h"
#include "report/office_parts.h"

namespace rashin::report {

/// Lengths on slides are in points: 960 × 540, which is 16:9.
constexpr double slide_width = 960, slide_height = 540, slide_margin = 44;
constexpr double slide_span = slide_width - 2 * slide_margin;
constexpr double body_top = 96, body_bottom = 500;

/// A stretch of letters in one look.
struct SlideRun {
  std::string words{};
  bool strong = false;
};
struct SlideParagraph {
  std::vector<SlideRun> runs{};
  bool bullet = false;
  bool title = false; ///< stands above what follows
};

/// Writes ppt/slides/… : one summary of a document.
class SlideShow {
 public:
  SlideShow(const Document& document, Language language, const OfficeOptions& options);
  Result<std::string> written();

 private:
  // pptx_slides.cpp
  void title_slide();
  void conclusion_slide(const Section& summary);
  void chart_slides(const Section& summary);
  void table_slides(std::string_view id);
  void limits_slide(const Section& summary);
  void words_slides(const LocalizedText& title, const std::vector<SlideParagraph>& words, double top,
                    const std::string& above, const std::string& notes);
  std::vector<SlideParagraph> words_of(const Callout& callout, bool with_title) const;
  std::vector<std::string> sources_of(const std::vector<std::string>& ids) const;
  std::string notes_of(const TableBlock& table) const;
  std::string notes_of(const ChartBlock& chart) const;
  // pptx_shapes.cpp
  std::string placeholder(std::string_view kind, int index, std::string_view name, const std::string& paragraphs);
  std::string paragraph(const std::vector<SlideRun>& runs, std::string_view properties, std::string_view run) const;
  std::string words_box(const std::vector<SlideParagraph>& words, double top, double height, double letters);
  std::string note_box(const std::string& words, double top, double height);
  std::string key_table(const KeyFigures& key, double top, double height);
  std::string table(const TableBlock& table, std::size_t first, std::size_t count, double letters, double top);
  std::string table_cell(const std::vector<std::string>& paragraphs, std::string_view looks) const;
  std::string cell(const Cell& cell, double letters, bool head) const;
  std::string grid(const std::vector<double>& widths, double top, double height, const std::string& rows,
                   const LocalizedText& name);
  double row_height(const std::vector<Cell>& row, const std::vector<double>& widths, double letters) const;
  double head_height(const TableBlock& table, const std::vector<double>& widths, double letters) const;
  // pptx_package.cpp
  void add_slide(int layout, const LocalizedText& title, const std::string& shapes, const std::string& notes);
  void add_slide_part(int layout, const std::string& shapes, const std::string& notes);
  void add_notes(const std::string& slide, std::size_t number, const std::string& notes);
  void add_fixed_parts();
  std::string master() const;
  std::string layout(int number) const;
  std::string presentation();

  const Document& document_;
  Language language_;
  const OfficeOptions& options_;
  PageIndex index_;
  format::OpcPackage package_{};
  Pictures pictures_;
  std::size_t slides_ = 0;
  int shapes_ = 1; ///< on the slide that is being written
};

/// English Metric Units of a length in points.
std::string emu(double points);
constexpr int title_layout = 1, content_layout = 2;
constexpr std::string_view slide_spaces =
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// The height that paragraphs take at `letters` points in `width`.
double height_of(const std::vector<SlideParagraph>& words, double letters, double width);
/// The height of one text.
double height_of(std::string_view words, double letters, double width);

} // namespace rashin::report
