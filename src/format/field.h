#pragma once
#include "format/schema.h"

namespace rashin::format {

/// A field of a schema with its meaning in both languages.
Field required(std::string name, FieldType kind, std::string ja, std::string en);
Field optional(std::string name, FieldType kind, std::string ja, std::string en);

} // namespace rashin::format
