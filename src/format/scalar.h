#pragma once
#include "core/result.h"

#include <cstdint>

namespace rashin::format {

/// Readings of one value as the user typed it, shared by YAML, CSV and XLSX. Full-width digits, sign and point count as
/// ASCII ones; space around is ignored. `1,234` is refused: in half the world the comma is the decimal point.
Result<double> parse_number(std::string_view text, const Place& place);
Result<std::int64_t> parse_integer(std::string_view text, const Place& place);
Result<bool> parse_bool(std::string_view text, const Place& place); ///< true or false only

} // namespace rashin::format
