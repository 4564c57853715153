#include "format/scalar_check.h"

#include "core/id.h"
#include "core/period.h"
#include "format/nearest.h"
#include "format/scalar.h"

#include <algorithm>

namespace rashin::format {
namespace {

template <class T> void add_all(const Result<T>& result, Faults& faults) {
  for (const Diagnostic& diagnostic : result.diagnostics()) faults.add(diagnostic);
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

bool is_reference(std::string_view text, std::string_view target) {
  if (text.starts_with(target) && text.substr(target.size()).starts_with(':')) text.remove_prefix(target.size() + 1);
  return !text.empty() && text.find_first_of(" \t\r\n:") == std::string_view::npos;
}

} // namespace

void check_scalar(std::string_view text, const Place& place, const FieldType& type, Faults& faults) {
  switch (type.kind) {
  case FieldKind::Text:
    return;
  case FieldKind::Id:
    if (!is_valid_id(text)) faults.add("value-not-an-id", place, {shortened(text)});
    return;
  case FieldKind::Integer:
    return add_all(parse_integer(text, place), faults);
  case FieldKind::Number:
    return add_all(parse_number(text, place), faults);
  case FieldKind::Boolean:
    return add_all(parse_bool(text, place), faults);
  case FieldKind::Date:
    return add_all(parse_date(text, place), faults);
  case FieldKind::Period:
    return add_all(parse_period(text, place), faults);
  case FieldKind::Choice:
    if (std::find(type.words.begin(), type.words.end(), text) == type.words.end())
      faults.add("value-not-in-list", place, {shortened(text), joined(type.words), nearest(text, type.words)});
    return;
  case FieldKind::Reference:
    if (!is_reference(text, type.target)) faults.add("value-not-a-reference", place, {shortened(text), type.target});
    return;
  default:
    throw Error("a scalar cannot be of a composite type");
  }
}

std::vector<std::string> names_of(const std::vector<Field>& fields) {
  std::vector<std::string> names;
  for (const Field& field : fields) names.push_back(field.name);
  return names;
}

} // namespace rashin::format
