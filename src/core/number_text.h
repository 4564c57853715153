#pragma once
#include "core/localized_text.h"

#include <string>

namespace rashin {

/// The shortest decimal text that reads back to the same number, as in files and tables: `0.1`, `1e+20`.
std::string shortest(double value);

struct NumberStyle {
  int significant = 3;      ///< digits kept, 1 to 17; integers below 10^significant are exact
  bool group_digits = true; ///< 12,300
  bool large_words = false; ///< 1.23億, 4.5万 (Japanese); 123 million (English)
};

/// A number for people, rounded to significant digits (half to even of the exact value), trailing zeros after the point
/// dropped: `12,300`, `0.0457`, `−5` (with the minus sign of typography). Not for files: use shortest.
std::string format_number(double value, Language language, const NumberStyle& style = {});

/// `12–18`; both ends to the same decimal place, which is that of the larger one. With a negative end `−5 to 3` and
/// `−5〜3`.
std::string format_interval(double low, double high, Language language, const NumberStyle& style = {});

} // namespace rashin
