#include "core/json.h"
#include "format/schema.h"

#include <charconv>

namespace rashin::format {
namespace {

using Layout = JsonWriter::Layout;
using Names = std::initializer_list<std::string_view>;

/// Each function writes members into the open object. Editors take `2010` for a number and `true` for a boolean where
/// Rashin reads text, and a number typed in full-width digits for text; hence the lists of types.
class SchemaWriter {
 public:
  std::string write(const Schema& schema, std::string_view title);

 private:
  void object(const Schema& schema);
  void type(const FieldType& type);
  void localized();
  void choice(const std::vector<std::string>& words);
  void nested(std::string_view key, const FieldType& element);
  void describe(const LocalizedText& text);
  void types(Names names);
  void any_of_required(Names keys);
  JsonWriter json_{};
};

std::string SchemaWriter::write(const Schema& schema, std::string_view title) {
  json_.begin_object();
  json_.key("$schema").text("https://json-schema.org/draft/2020-12/schema").key("title").text(title);
  describe(schema.description);
  object(schema);
  json_.key("$defs").begin_object();
  json_.key("localized").begin_object();
  localized();
  json_.end_object().key("quantity").begin_object();
  describe(quantity_schema().description);
  object(quantity_schema());
  any_of_required({"value", "low", "high", "judgements"});
  json_.end_object().end_object();
  return json_.end_object().take();
}

void SchemaWriter::object(const Schema& schema) {
  json_.key("type").text("object").key("properties").begin_object();
  for (const Field& field : schema.fields) {
    json_.key(field.name).begin_object();
    describe(field.description);
    type(field.type);
    json_.end_object();
  }
  json_.end_object().key("required").begin_array(Layout::OneLine);
  for (const Field& field : schema.fields)
    if (field.presence == Presence::Required) json_.text(field.name);
  json_.end_array().key("additionalProperties").boolean(false);
}

void SchemaWriter::type(const FieldType& type_) {
  switch (type_.kind) {
  case FieldKind::Text:
  case FieldKind::Reference:
    return types({"string", "number", "boolean"});
  case FieldKind::Id:
    types({"string", "integer"});
    return (void)json_.key("pattern").text("^[a-z0-9][a-z0-9-]*$");
  case FieldKind::Integer:
    return types({"integer", "string"});
  case FieldKind::Number:
    return types({"number", "string"});
  case FieldKind::Boolean:
    return types({"boolean"});
  case FieldKind::Date:
  case FieldKind::Period:
    return types({"string", "integer"});
  case FieldKind::Choice:
    return choice(type_.words);
  case FieldKind::Localized:
    return (void)json_.key("$ref").text("#/$defs/localized");
  case FieldKind::Quantity:
    return (void)json_.key("$ref").text("#/$defs/quantity");
  case FieldKind::Object:
    return object(*type_.object);
  case FieldKind::Map:
    types({"object"});
    return nested("additionalProperties", type_.element.front());
  case FieldKind::List:
    types({"array"});
    return nested("items", type_.element.front());
  case FieldKind::OneOrMore:
    break;
  }
  json_.key("anyOf").begin_array().begin_object();
  type(type_.element.front());
  json_.end_object().begin_object();
  types({"array"});
  nested("items", type_.element.front());
  json_.end_object().end_array();
}

void SchemaWriter::localized() {
  types({"object"});
  json_.key("properties").begin_object();
  for (const char* language : {"ja", "en"}) {
    json_.key(language).begin_object(Layout::OneLine);
    types({"string", "number", "boolean"});
    json_.end_object();
  }
  json_.end_object().key("additionalProperties").boolean(false);
  any_of_required({"ja", "en"});
}

/// A word such as `1` is a number to an editor.
void SchemaWriter::choice(const std::vector<std::string>& words) {
  json_.key("enum").begin_array(Layout::OneLine);
  for (const std::string& word : words) {
    json_.text(word);
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error == std::errc() && std::to_string(value) == word) json_.integer(value);
  }
  json_.end_array();
}

void SchemaWriter::nested(std::string_view key, const FieldType& element) {
  json_.key(key).begin_object();
  type(element);
  json_.end_object();
}

void SchemaWriter::describe(const LocalizedText& text) {
  if (text.empty()) return;
  const bool both = !text.ja.empty() && !text.en.empty();
  json_.key("description").text(text.ja + (both ? "\n" : "") + text.en);
}

void SchemaWriter::types(Names names) {
  if (names.size() == 1) return (void)json_.key("type").text(*names.begin());
  json_.key("type").begin_array(Layout::OneLine);
  for (const std::string_view name : names) json_.text(name);
  json_.end_array();
}

void SchemaWriter::any_of_required(Names keys) {
  json_.key("anyOf").begin_array();
  for (const std::string_view key : keys)
    json_.begin_object(Layout::OneLine).key("required").begin_array().text(key).end_array().end_object();
  json_.end_array();
}

} // namespace

std::string to_json_schema(const Schema& schema, std::string_view title) {
  return SchemaWriter().write(schema, title);
}

} // namespace rashin::format
