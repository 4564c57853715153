#include "report/markup.h"

#include <algorithm>

namespace rashin::report {
namespace {

constexpr std::string_view replacement = "\uFFFD";

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xc0u) == 0x80u;
}

/// Length of the well-formed UTF-8 sequence at the start of `text`, 0 if there is none (RFC 3629: no overlong forms, no
/// surrogates).
std::size_t sequence_length(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  if (lead < 0xc2 || lead > 0xf4 || text.size() < length) return 0;
  if (!std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(length), is_continuation)) return 0;
  const auto second = static_cast<unsigned char>(text[1]);
  const bool overlong = (lead == 0xe0 && second < 0xa0) || (lead == 0xf0 && second < 0x90);
  const bool outside = (lead == 0xed && second > 0x9f) || (lead == 0xf4 && second > 0x8f);
  return overlong || outside ? 0 : length;
}

void append_escaped(std::string& out, char c) {
  switch (c) {
  case '&':
    out += "&amp;";
    return;
  case '<':
    out += "&lt;";
    return;
  case '>':
    out += "&gt;";
    return;
  case '"':
    out += "&quot;";
    return;
  case '\'':
    out += "&#39;";
    return;
  case '\n':
  case '\t':
    out += c;
    return;
  default:
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
      out += replacement;
    else
      out += c;
  }
}

bool is_space_or_control(char c) {
  return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f;
}

} // namespace

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length == 0)
      out += replacement;
    else if (length == 1)
      append_escaped(out, text[0]);
    else
      out += text.substr(0, length);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return out;
}

std::string anchor_id(std::string_view id) {
  std::string plain(id);
  std::replace_if(plain.begin(), plain.end(), is_space_or_control, '_');
  return escaped(plain);
}

std::string anchor_href(std::string_view id) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string encoded = "#";
  for (const char c : id) {
    if (is_space_or_control(c)) {
      encoded += '_';
    } else if (std::string_view("\"'<>%#`{}|\\^[]").find(c) != std::string_view::npos) {
      const auto byte = static_cast<unsigned char>(c);
      encoded += {'%', digits[byte >> 4], digits[byte & 15u]};
    } else {
      encoded += c;
    }
  }
  return escaped(encoded);
}

bool is_web_address(std::string_view href) {
  if (!href.starts_with("https://") && !href.starts_with("http://")) return false;
  return std::none_of(href.begin(), href.end(), is_space_or_control);
}

std::string_view language_code(Language language) {
  return language == Language::Japanese ? "ja" : "en";
}

std::string text_html(const LocalizedText& text, Language language) {
  const bool is_there = !(language == Language::Japanese ? text.ja : text.en).empty();
  if (is_there || text.empty()) return escaped(text.in(language));
  const Language other = language == Language::Japanese ? Language::English : Language::Japanese;
  return "<span lang=\"" + std::string(language_code(other)) + "\">" + escaped(text.in(language)) + "</span>";
}

std::string css_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const bool plain =
        static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\' && c != '<' && c != '>' && c != '&' && c != 0x7f;
    if (plain) {
      out += c;
      continue;
    }
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    out += {'\\', digits[byte >> 4], digits[byte & 15u], ' '};
  }
  return out + '"';
}

} // namespace rashin::report
