#include "format/edit.h"

#include "format/faults.h"
#include "format/position.h"
#include "format/yaml.h"

#include <algorithm>
#include <cstdio>
#include <vector>

namespace rashin::format {
namespace {

bool stands_inside(const YamlNode& inner, const YamlNode& outer) {
  return outer.place.begin_byte <= inner.place.begin_byte && inner.place.end_byte <= outer.place.end_byte;
}

template <class Visit> void visit_children(const YamlNode& node, Visit visit) {
  for (const YamlEntry& entry : node.entries) visit(entry.value);
  for (const YamlNode& item : node.items) visit(item);
}

/// The innermost brackets around `target` decide what a plain scalar may hold there.
bool is_inside_brackets(const YamlNode& root, const YamlNode& target) {
  if (&root == &target || !stands_inside(target, root)) return false;
  if (root.style == YamlStyle::Flow) return true;
  bool found = false;
  visit_children(root, [&](const YamlNode& child) { found = found || is_inside_brackets(child, target); });
  return found;
}

const YamlNode* scalar_at(const YamlNode& node, const Place& place) {
  if (node.is_scalar())
    return node.place.begin_byte == place.begin_byte && node.place.end_byte == place.end_byte ? &node : nullptr;
  const YamlNode* found = nullptr;
  visit_children(node, [&](const YamlNode& child) {
    if (!found) found = scalar_at(child, place);
  });
  return found;
}

/// Whether `value` can stand without quotes. Stricter than YAML where that costs nothing; what slips through is caught
/// by reading the file again.
bool can_be_plain(std::string_view value, bool inside_brackets) {
  constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@`";
  if (value.empty() || !is_text(value) || value.find_first_of("\t\r\n") != std::string_view::npos) return false;
  if (value.front() == ' ' || value.back() == ' ' || value.back() == ':') return false;
  if (value.starts_with("---") || value.starts_with("...")) return false;
  const bool negative = value.size() > 1 && value.front() == '-' && value[1] >= '0' && value[1] <= '9';
  if (indicators.find(value.front()) != std::string_view::npos && !negative) return false;
  if (value.find(": ") != std::string_view::npos || value.find(" #") != std::string_view::npos) return false;
  return !inside_brackets || value.find_first_of(",[]{}") == std::string_view::npos;
}

bool can_be_single_quoted(std::string_view value) {
  return is_text(value) && value.find_first_of("\r\n") == std::string_view::npos;
}

std::string single_quoted(std::string_view value) {
  std::string out = "'";
  for (const char c : value) {
    if (c == '\'') out += '\'';
    out += c;
  }
  return out + '\'';
}

std::string escaped(std::uint32_t code) {
  switch (code) {
  case '\n':
    return "\\n";
  case '\r':
    return "\\r";
  case '\t':
    return "\\t";
  case '"':
    return "\\\"";
  case '\\':
    return "\\\\";
  default:
    break;
  }
  char text[12];
  const char* form = code > 0xFFFF ? "\\U%08X" : code > 0xFF ? "\\u%04X" : "\\x%02X";
  std::snprintf(text, sizeof text, form, static_cast<unsigned>(code));
  return text;
}

std::string double_quoted(std::string_view value) {
  std::string out = "\"";
  for (std::size_t i = 0; i < value.size();) {
    const std::size_t length = utf8_length(value, i);
    const std::uint32_t code = utf8_code_point(value, i, length);
    const bool as_is = is_text_character(code) && code >= 0x20 && code != '"' && code != '\\';
    out += as_is ? std::string(value.substr(i, length)) : escaped(code);
    i += length;
  }
  return out + '"';
}

/// What may stand in place of the old bytes, best first; the last one always can.
std::vector<std::string> forms_of(std::string_view value, const YamlNode& old, bool inside_brackets) {
  std::vector<std::string> forms;
  const std::string before = old.is_missing() ? " " : ""; // behind a colon or dash
  if (old.style == YamlStyle::Plain && value.empty()) forms.emplace_back();
  if (old.style == YamlStyle::Plain && can_be_plain(value, inside_brackets))
    forms.push_back(before + std::string(value));
  if (old.style == YamlStyle::SingleQuoted && can_be_single_quoted(value)) forms.push_back(single_quoted(value));
  forms.push_back(before + double_quoted(value));
  return forms;
}

/// The trees agree in everything but `target`, which now holds `value`.
bool is_intended(const YamlNode& before, const YamlNode& after, const YamlNode& target, std::string_view value) {
  if (&before == &target) return after.is_scalar() && after.text == value;
  const bool alike = before.kind == after.kind && before.text == after.text &&
                     before.items.size() == after.items.size() && before.entries.size() == after.entries.size();
  if (!alike) return false;
  for (std::size_t i = 0; i < before.items.size(); ++i)
    if (!is_intended(before.items[i], after.items[i], target, value)) return false;
  for (std::size_t i = 0; i < before.entries.size(); ++i)
    if (before.entries[i].key != after.entries[i].key ||
        !is_intended(before.entries[i].value, after.entries[i].value, target, value))
      return false;
  return true;
}

Result<std::string> replace(std::string_view bytes, const YamlNode& root, const YamlNode& target,
                            std::string_view value) {
  const Place& place = target.place;
  if (!target.is_scalar()) return make_diagnostic("edit-not-one-value", place, {excerpt(target)});
  if (target.style == YamlStyle::Literal || target.style == YamlStyle::Folded)
    return make_diagnostic("edit-block-text", place, {place.field});
  if (!is_utf8(value) || value.find('\0') != std::string_view::npos)
    return make_diagnostic("edit-not-text", place, {shortened(value)});
  for (const std::string& form : forms_of(value, target, is_inside_brackets(root, target))) {
    std::string edited(bytes.substr(0, place.begin_byte));
    edited.append(form).append(bytes.substr(place.end_byte));
    const Result<YamlNode> again = read_yaml(place.file, edited);
    if (again && is_intended(root, *again, target, value)) return edited;
  }
  return make_diagnostic("edit-refused", place, {shortened(value)});
}

} // namespace

Result<std::string> edit_yaml(std::string_view file, std::string_view bytes, std::string_view path,
                              std::string_view value) {
  const Result<YamlNode> root = read_yaml(file, bytes);
  if (!root) return root.diagnostics();
  const YamlNode* target = node_at(*root, path);
  if (!target) return make_diagnostic("edit-no-target", {std::string(file), 0, 0, 0, 0, std::string(path)}, {path});
  return replace(bytes, *root, *target, value);
}

Result<std::string> edit_yaml(std::string_view bytes, const Place& place, std::string_view value) {
  const Result<YamlNode> root = read_yaml(place.file, bytes);
  if (!root) return root.diagnostics();
  const YamlNode* target = scalar_at(*root, place);
  if (!target) return make_diagnostic("edit-no-target", place, {place.field});
  return replace(bytes, *root, *target, value);
}

} // namespace rashin::format
