#pragma once
#include "cli/plain_file.h"
#include "pathway/morphology.h"

namespace rashin::cli {

/// A field from JSON (docs/methods/morphological-field.md) or from a table: first column and header are values as
/// `Parameter.value` or `Parameter: value`, pairs stand on one side of the diagonal or on both; cells -, k or x (○, △,
/// ×; consistent, constrained, impossible), empty where nobody has judged. Nothing where it has faults.
std::optional<pathway::MorphologicalField> read_field(collect::JsonFile& file, const collect::JsonValue& root);

/// `Parameter.value`, or numbers from 1 as in 2.1.
std::optional<std::size_t> value_named(const pathway::MorphologicalField& field, std::string_view text);
std::string value_name(const pathway::MorphologicalField& field, std::size_t value);

} // namespace rashin::cli
