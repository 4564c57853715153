#pragma once
#include "core/result.h"

#include <functional>
#include <stop_token>
#include <string>

namespace rashin::handover {

/// An SVG as PNG, `width` pixels wide, by rsvg-convert (librsvg) as a child process. Errors `picture-tool-missing`,
/// `picture-failed`, `stopped`.
Result<std::string> picture_png(const std::string& svg, int width, const std::stop_token& stop = {});

/// A warning `picture-no-japanese-font` where this machine has no face with Japanese letters, else nothing.
Diagnostics missing_fonts();

/// A page printed to PDF by Chromium as a child process that reaches no network. Dates and id of the file are set from
/// `date` (`2010-09-07`), so that equal pages give equal bytes on one machine. Errors `browser-missing`,
/// `browser-failed`, `stopped`.
Result<std::string> page_pdf(const std::string& html, const std::string& date, const std::stop_token& stop = {});

/// The same bytes with every creation and modification date, and the id, set from `date`. Lengths stay.
std::string dated_pdf(std::string pdf, const std::string& date);

} // namespace rashin::handover
