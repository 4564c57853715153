#pragma once
#include "format/opc.h"
#include "report/office.h"
#include "report/svg_plain.h"

namespace rashin::report {

/// What both office formats are written with.
struct Faces {
  std::string_view body_latin, body_asian, heading_latin, heading_asian;
};
/// Faces that the reader's program has or knows a substitute for.
Faces faces_of(Language language);
/// "ja-JP", "en-GB".
std::string_view culture_of(Language language);

/// docProps/core.xml and app.xml with their relationships; `date` in both dates.
void add_properties(format::OpcPackage& package, const Document& document, Language language, const std::string& date,
                    std::string_view application);

struct OfficePicture {
  std::string svg_part{}, png_part{};
  PictureSize size{}; ///< in pixels of the SVG
};
/// Every chart once, in the order asked for: `media/picture3.svg` and its PNG at 200 dpi for `inches` of width.
class Pictures {
 public:
  Pictures(format::OpcPackage& package, std::string folder, Language language, const OfficeOptions& options,
           std::size_t expected)
      : package_(package), folder_(std::move(folder)), language_(language), options_(options), expected_(expected) {}
  /// Nothing where drawing failed; `faults` says why. The second time the same chart costs nothing.
  std::optional<OfficePicture> add(const ChartBlock& chart, double inches);
  const Diagnostics& faults() const { return faults_; }

 private:
  format::OpcPackage& package_;
  std::string folder_;
  Language language_;
  const OfficeOptions& options_;
  std::size_t expected_;
  std::map<const ChartBlock*, OfficePicture> drawn_{};
  Diagnostics faults_{};
};

/// `<a:blip>` of a picture: PNG, with the SVG for programs that show it.
std::string blip(format::OpcPackage& package, const std::string& source, const OfficePicture& picture);

/// The fill of a cell as RRGGBB; `plain` where its tone asks for none.
std::string_view shade_of(Tone tone, std::string_view plain);

/// Widths of a table's columns in the unit of `total`: what their words need, within what fits. `size` is that of the
/// letters, in the same unit.
std::vector<double> column_widths(const TableBlock& table, Language language, double size, double padding,
                                  double total);
/// The words of one cell as they are measured.
std::string cell_words(const Cell& cell, Language language);
std::string column_words(const Column& column, Language language);

} // namespace rashin::report
