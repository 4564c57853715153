#pragma once
#include "core/localized_text.h"

namespace rashin::report {

/// Text for HTML and XML, in content and in quoted attributes: & < > " ' become entities, bytes that are not UTF-8 and
/// control characters become U+FFFD. Whatever the input, the result is valid text and opens no tag.
std::string escaped(std::string_view text);

/// An `id` attribute's value: as escaped(), without white space.
std::string anchor_id(std::string_view id);
/// "#…" that leads to anchor_id(id).
std::string anchor_href(std::string_view id);

/// True for "http://…" and "https://…" without white space or control characters.
bool is_web_address(std::string_view href);

/// "ja" or "en".
std::string_view language_code(Language language);

/// Escaped text in `language`; where only the other one exists, in a span that says which language it is.
std::string text_html(const LocalizedText& text, Language language);

/// Text inside a CSS string in double quotes.
std::string css_string(std::string_view text);

} // namespace rashin::report
