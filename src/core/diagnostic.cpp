#include "core/diagnostic.h"

#include "core/json.h"
#include "core/messages.h"
#include "core/result.h"

#include <algorithm>
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
  JsonWriter json;
  json.begin_array();
  for (const Diagnostic& d : diagnostics) {
    json.begin_object(JsonWriter::Layout::OneLine);
    json.key("code").text(d.code).key("severity").text(name_of(d.severity)).key("file").text(d.place.file);
    json.key("line").integer(d.place.line).key("column").integer(d.place.column);
    json.key("begin_byte").integer(static_cast<std::int64_t>(d.place.begin_byte));
    json.key("end_byte").integer(static_cast<std::int64_t>(d.place.end_byte)).key("field").text(d.place.field);
    json.key("message").begin_object().key("ja").text(d.message.ja).key("en").text(d.message.en).end_object();
    json.end_object();
  }
  return json.end_array().take();
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
