#pragma once
#include "core/result.h"
#include "report/document.h"

#include <functional>

namespace rashin::report {

/// Draws an SVG of `to_plain_svg` as PNG, `width` pixels wide. May be called from one thread only; its diagnostics end
/// the export.
using DrawPicture = std::function<Result<std::string>(const std::string& svg, int width)>;

struct OfficeOptions {
  DrawPicture draw{};                     ///< pictures for programs that show no SVG
  std::string date{};                     ///< of the run, `2010-09-07`: the document's created and modified dates
  std::function<void(double)> progress{}; ///< 0 to 1
  std::function<bool()> stopped{};        ///< true: give up with `stopped`
};

/// The whole report as a document for word processors (Office Open XML, ISO/IEC 29500 transitional): styles, native
/// tables, lists and footnotes, numbered headings and captions, pictures as SVG with PNG beside, links to sources, A4.
/// Same document, same pictures, same bytes.
Result<std::string> to_docx(const Document& document, Language language, const OfficeOptions& options);

/// The summary as slides, 16:9: conclusion, figures, options, needs, limits and what would change the answer; native
/// tables, pictures, and in the notes of each slide where its figures are from. Same document, same pictures, same
/// bytes.
Result<std::string> to_pptx(const Document& document, Language language, const OfficeOptions& options);

} // namespace rashin::report
