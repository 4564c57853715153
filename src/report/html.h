#pragma once
#include "report/document.h"

namespace rashin::report {

/// One self-contained page in UTF-8: style inside, no script, no outside request, strict content security policy;
/// readable on screen (light and dark), on a phone and printed on A4. Same document, same bytes. Thread-safe (no shared
/// state). All texts are escaped; a link leads to http, https or an anchor of the document, else it is plain text.
std::string to_html(const Document& document, Language language);

} // namespace rashin::report
