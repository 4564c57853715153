#include "evidence/fields.h"

namespace rashin {

std::string text_of(const format::YamlNode& mapping, std::string_view key) {
  const format::YamlNode* node = mapping.find(key);
  return node ? node->text : std::string();
}

LocalizedText localized_of(const format::YamlNode& mapping, std::string_view key) {
  const format::YamlNode* node = mapping.find(key);
  if (!node) return {};
  return {text_of(*node, "ja"), text_of(*node, "en")};
}

Date date_of(const format::YamlNode& mapping, std::string_view key, Diagnostics& faults) {
  const format::YamlNode* node = mapping.find(key);
  if (!node) return {};
  const auto date = parse_date(node->text, node->place);
  return take_faults(date, faults) ? *date : Date();
}

Place place_of(const format::YamlNode& mapping, std::string_view key) {
  const format::YamlNode* node = mapping.find(key);
  return node ? node->place : mapping.place;
}

std::vector<std::string> list_of(const format::YamlNode& mapping, std::string_view key) {
  const format::YamlNode* node = mapping.find(key);
  if (!node || node->is_missing()) return {};
  if (node->is_scalar()) return {node->text};
  std::vector<std::string> words;
  for (const format::YamlNode& item : node->items) words.push_back(item.text);
  return words;
}

format::Field schema_number_field() {
  return {"schema",
          format::type::integer(),
          format::Presence::Required,
          {"書式の版（現在は 1）", "version of the format, now 1"}};
}

bool read_form(const format::YamlNode& root, const format::Schema& schema, Diagnostics& faults) {
  const Diagnostics found = format::check(root, schema);
  faults.insert(faults.end(), found.begin(), found.end());
  if (const format::YamlNode* number = root.find("schema"); number && !has_errors(found) && number->text != "1")
    faults.push_back(make_diagnostic("schema-version", number->place, {number->text}));
  return !has_errors(found);
}

} // namespace rashin
