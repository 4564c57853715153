#include "core/diagnostic.h"

#include "core/messages.h"
#include "core/result.h"

#include <algorithm>
#include <cstdio>
#include <tuple>
#include <unordered_map>

namespace rashin {
namespace {

const MessageEntry& entry_of(std::string_view code) {
  static const auto* const catalogue = [] {
    auto* map = new std::unordered_map<std::string_view, const MessageEntry*>;
    for (const auto& group : message_groups())
      for (const MessageEntry& entry : group) map->emplace(entry.code, &entry);
    return map;
  }();
  const auto found = catalogue->find(code);
  if (found == catalogue->end()) throw Error("no message for the code " + std::string(code));
  return *found->second;
}

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> arguments) {
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' && pattern[i + 1] >= '0' &&
        pattern[i + 1] <= '9') {
      const auto index = static_cast<std::size_t>(pattern[i + 1] - '0');
      if (index >= arguments.size()) throw Error("a message lacks its argument: " + std::string(pattern));
      text += *(arguments.begin() + index);
      i += 2;
    } else {
      text += pattern[i];
    }
  }
  return text;
}

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      if (static_cast<unsigned char>(c) < 0x20) {
        char escaped[8];
        std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c));
        out += escaped;
      } else {
        out += c;
      }
    }
  }
  out += '"';
}

std::string_view name_of(Severity severity) {
  switch (severity) {
  case Severity::Error:
    return "error";
  case Severity::Warning:
    return "warning";
  case Severity::Note:
    return "note";
  }
  return "error";
}

} // namespace

Diagnostic make_diagnostic(std::string_view code, Place place, std::initializer_list<std::string_view> arguments) {
  const MessageEntry& entry = entry_of(code);
  return {
      std::string(code), entry.severity, std::move(place), {filled(entry.ja, arguments), filled(entry.en, arguments)}};
}

std::string to_text(const Diagnostic& diagnostic, Language language) {
  std::string text = diagnostic.place.file;
  if (diagnostic.place.line > 0) {
    text += ':' + std::to_string(diagnostic.place.line);
    if (diagnostic.place.column > 0) text += ':' + std::to_string(diagnostic.place.column);
  }
  if (!diagnostic.place.field.empty()) text += " [" + diagnostic.place.field + "]";
  if (!text.empty()) text += ": ";
  text += diagnostic.code + ": ";
  if (diagnostic.severity == Severity::Warning) text += language == Language::Japanese ? "（警告）" : "(warning) ";
  if (diagnostic.severity == Severity::Note) text += language == Language::Japanese ? "（注記）" : "(note) ";
  return text + diagnostic.message.in(language);
}

std::string to_json(const Diagnostics& diagnostics) {
  std::string out = "[";
  for (std::size_t i = 0; i < diagnostics.size(); ++i) {
    const Diagnostic& d = diagnostics[i];
    out += i == 0 ? "\n" : ",\n";
    out += "  {\"code\": ";
    append_json_string(out, d.code);
    out += ", \"severity\": ";
    append_json_string(out, name_of(d.severity));
    out += ", \"file\": ";
    append_json_string(out, d.place.file);
    out += ", \"line\": " + std::to_string(d.place.line) + ", \"column\": " + std::to_string(d.place.column);
    out += ", \"begin_byte\": " + std::to_string(d.place.begin_byte) +
           ", \"end_byte\": " + std::to_string(d.place.end_byte);
    out += ", \"field\": ";
    append_json_string(out, d.place.field);
    out += ", \"message\": {\"ja\": ";
    append_json_string(out, d.message.ja);
    out += ", \"en\": ";
    append_json_string(out, d.message.en);
    out += "}}";
  }
  return out + (diagnostics.empty() ? "]\n" : "\n]\n");
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::Error; });
}

void sort_by_place(Diagnostics& diagnostics) {
  std::stable_sort(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& a, const Diagnostic& b) {
    return std::tie(a.place.file, a.place.line, a.place.column, a.code) <
           std::tie(b.place.file, b.place.line, b.place.column, b.code);
  });
}

} // namespace rashin
