#pragma once
#include "core/localized_text.h"

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace rashin {

enum class Severity { Error, Warning, Note };

/// Where something stands in a file of the user. Lines and columns are 1-based and count Unicode code points; 0 = the
/// whole file.
struct Place {
  std::string file{};
  int line = 0;
  int column = 0;
  std::size_t begin_byte = 0; ///< half-open byte range [begin_byte, end_byte) of the value meant
  std::size_t end_byte = 0;
  std::string field{}; ///< CSV and XLSX: the name of the column; YAML: the key path
  bool operator==(const Place&) const = default;
};

/// One finding about the user's input: what is wrong (with the value seen) and how to mend it, in both languages.
/// The code is stable: tests and users' scripts rely on it, not on the wording.
struct Diagnostic {
  std::string code;
  Severity severity = Severity::Error;
  Place place;
  LocalizedText message;
  bool operator==(const Diagnostic&) const = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// Makes the diagnostic `code` of the catalogue in core/messages.cpp; {0}, {1}, … in its texts are replaced by
/// `arguments`. Throws Error for a code that is not in the catalogue (a fault of ours). Thread-safe.
Diagnostic make_diagnostic(std::string_view code, Place place, std::initializer_list<std::string_view> arguments = {});

/// `file:line:column: code: message` (CSV: `file:line:column [field]: code: message`); line and column are left out
/// where unknown.
std::string to_text(const Diagnostic& diagnostic, Language language);

/// One JSON object per diagnostic in an array, with byte offsets and both languages; ends with a line break.
std::string to_json(const Diagnostics& diagnostics);

bool has_errors(const Diagnostics& diagnostics);
/// File, then position, then code: the order in which a reader mends a file. Stable.
void sort_by_place(Diagnostics& diagnostics);

} // namespace rashin
