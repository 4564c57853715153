#include "format/nearest.h"
#include "format/scalar_check.h"

#include <algorithm>

namespace rashin::format {
namespace {

/// Walks the mapping and the schema side by side.
class Checker {
 public:
  Diagnostics check(const YamlNode& node, const Schema& schema) {
    object(node, schema);
    return faults_.take();
  }

 private:
  void object(const YamlNode& node, const Schema& schema);
  void value(const YamlNode& node, const FieldType& type);
  void quantity(const YamlNode& node);
  void localized(const YamlNode& node);
  void known_keys(const YamlNode& node, const Schema& schema);
  bool is_mapping(const YamlNode& node, std::string_view what);
  bool is_list(const YamlNode& node);

  Faults faults_{};
  bool dates_ = false; ///< inside a quantity with the unit `date`
};

const Field* find(const Schema& schema, std::string_view name) {
  const auto found =
      std::find_if(schema.fields.begin(), schema.fields.end(), [&](const Field& f) { return f.name == name; });
  return found == schema.fields.end() ? nullptr : &*found;
}

void Checker::object(const YamlNode& node, const Schema& schema) {
  if (!is_mapping(node, schema.name)) return;
  known_keys(node, schema);
  for (const YamlEntry& entry : node.entries) {
    if (faults_.full()) return;
    if (const Field* field = find(schema, entry.key)) value(entry.value, field->type);
  }
}

void Checker::known_keys(const YamlNode& node, const Schema& schema) {
  for (const YamlEntry& entry : node.entries) {
    if (faults_.full()) return;
    if (find(schema, entry.key)) continue;
    const std::vector<std::string> names = names_of(schema.fields);
    faults_.add("unknown-key", entry.key_place, {shortened(entry.key), schema.name, nearest(entry.key, names)});
  }
  for (const Field& field : schema.fields)
    if (field.presence == Presence::Required && !node.find(field.name))
      faults_.add("missing-key", node.place, {field.name, schema.name});
}

void Checker::value(const YamlNode& node, const FieldType& type) {
  if (node.is_missing()) return faults_.add("missing-value", node.place, {node.place.field});
  switch (type.kind) {
  case FieldKind::Object:
    return object(node, *type.object);
  case FieldKind::Quantity:
    return quantity(node);
  case FieldKind::Localized:
    return localized(node);
  case FieldKind::OneOrMore:
    if (!node.is_sequence()) return value(node, type.element.front());
    [[fallthrough]];
  case FieldKind::List:
    if (!is_list(node)) return;
    for (const YamlNode& item : node.items) value(item, type.element.front());
    return;
  case FieldKind::Map:
    if (!is_mapping(node, node.place.field)) return;
    for (const YamlEntry& entry : node.entries) value(entry.value, type.element.front());
    return;
  default:
    break;
  }
  if (!node.is_scalar()) return faults_.add("not-a-single-value", node.place, {excerpt(node)});
  if (node.text.empty()) return faults_.add("missing-value", node.place, {node.place.field});
  const bool date = dates_ && type.kind == FieldKind::Number;
  check_scalar(node.text, node.place, date ? type::date() : type, faults_);
}

void Checker::quantity(const YamlNode& node) {
  const YamlNode* unit = node.find("unit");
  dates_ = unit && unit->text == "date";
  object(node, quantity_schema());
  dates_ = false;
  if (!node.is_mapping()) return;
  const YamlNode* judgements = node.find("judgements");
  bool single = false;
  for (const char* key : {"value", "low", "high"}) single = single || node.find(key);
  if (!single && !judgements) faults_.add("missing-key", node.place, {"value", quantity_schema().name});
  if (single && judgements) faults_.add("quantity-two-forms", judgements->place);
}

void Checker::localized(const YamlNode& node) {
  static const Schema schema{
      "text in ja and en",
      {},
      {{"ja", type::text(), Presence::Optional, {}}, {"en", type::text(), Presence::Optional, {}}}};
  if (!node.is_mapping()) return faults_.add("localized-form", node.place, {excerpt(node)});
  object(node, schema);
  if (node.entries.empty()) faults_.add("localized-form", node.place, {excerpt(node)});
}

bool Checker::is_mapping(const YamlNode& node, std::string_view what) {
  if (!node.is_mapping()) faults_.add("wrong-type-mapping", node.place, {excerpt(node), what});
  return node.is_mapping();
}

bool Checker::is_list(const YamlNode& node) {
  if (!node.is_sequence()) faults_.add("wrong-type-list", node.place, {excerpt(node), node.place.field});
  return node.is_sequence();
}

} // namespace

Diagnostics check(const YamlNode& node, const Schema& schema) {
  return Checker().check(node, schema);
}

} // namespace rashin::format
