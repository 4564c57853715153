#pragma once
#include "core/result.h"

#include <span>

namespace rashin {

/// A country or territory of ISO 3166-1, from the register that the program carries (registry/countries-ja.csv).
struct Country {
  std::string alpha3;  ///< JPN
  std::string alpha2;  ///< JP
  std::string numeric; ///< 392, three digits
  LocalizedText name;
  std::string kana;         ///< reading of the Japanese name in katakana
  LocalizedText short_name; ///< customary short form; as `name` where there is none
};

/// All 249, by alpha-3 code.
std::span<const Country> countries();
/// By alpha-3, alpha-2 or numeric code, exactly as written; null if there is none.
const Country* find_country(std::string_view code);
/// The same with a diagnostic; full-width letters are read. Aggregates such as EUU are not countries.
Result<const Country*> parse_country(std::string_view text, Place place);

} // namespace rashin
