#pragma once
#include "core/date.h"
#include "format/schema.h"
#include "format/yaml.h"

namespace rashin {

/// Small readings of a mapping whose form has been checked against its schema: missing optional fields come back empty.

std::string text_of(const format::YamlNode& mapping, std::string_view key);
LocalizedText localized_of(const format::YamlNode& mapping, std::string_view key);
/// Undated where the field is missing.
Date date_of(const format::YamlNode& mapping, std::string_view key, Diagnostics& faults);
/// The place of the field's value, else of the mapping.
Place place_of(const format::YamlNode& mapping, std::string_view key);
/// The words of a one-or-more field.
std::vector<std::string> list_of(const format::YamlNode& mapping, std::string_view key);

/// The field `schema: 1` that every file begins with.
format::Field schema_number_field();
/// Checks the form of a whole file, its `schema:` number too; true where it can be read on.
bool read_form(const format::YamlNode& root, const format::Schema& schema, Diagnostics& faults);

/// Adds the result's diagnostics to `faults`; true where it holds a value.
template <class T> bool take_faults(const Result<T>& result, Diagnostics& faults) {
  faults.insert(faults.end(), result.diagnostics().begin(), result.diagnostics().end());
  return result.ok();
}

} // namespace rashin
