#pragma once
#include "format/faults.h"
#include "format/schema.h"

namespace rashin::format {

/// Whether the text of one scalar or cell is of the type; adds a fault at `place` if not. Composite kinds: Error.
void check_scalar(std::string_view text, const Place& place, const FieldType& type, Faults& faults);

/// The names of the fields, for suggestions.
std::vector<std::string> names_of(const std::vector<Field>& fields);

} // namespace rashin::format
