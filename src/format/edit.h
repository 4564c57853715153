#pragma once
#include "format/csv.h"

namespace rashin::format {

/// Edits replace the bytes of one value and leave every other byte of the user's file as it is (Law 6). Each returns
/// the new bytes of the whole file, re-read and found to hold exactly the intended value and all other values
/// unchanged. Pure and thread-safe; a file that does not read, or a target that is no single value, is a diagnostic.

/// The scalar at `path` (see node_at). Keeps the quoting style where `value` allows, else quotes rightly. Replacing a
/// plain scalar by "" makes it missing. Block scalars (`|`, `>`) are refused.
Result<std::string> edit_yaml(std::string_view file, std::string_view bytes, std::string_view path,
                              std::string_view value);
/// The scalar whose bytes are exactly `place` (as read_yaml gave it for these bytes).
Result<std::string> edit_yaml(std::string_view bytes, const Place& place, std::string_view value);

/// The cell of data row `row` (as read_csv counts, from 0) in the column named `column`. Encoding (CP932 stays CP932),
/// separator and line ends stay; quotes are added only where needed.
Result<std::string> edit_csv(std::string_view file, std::string_view bytes, std::size_t row, std::string_view column,
                             std::string_view value, const CsvOptions& options = {});
Result<std::string> edit_csv(std::string_view bytes, const Place& place, std::string_view value,
                             const CsvOptions& options = {});
/// A block of cells, as spreadsheets paste it, from data row `row` and the column named `column` on: the rows of
/// `block` may be of different lengths, and those beyond the last row of the file become new rows, empty in the columns
/// not pasted. Errors as for one cell; `edit-paste-too-wide`.
Result<std::string> paste_csv(std::string_view file, std::string_view bytes, std::size_t row, std::string_view column,
                              const std::vector<std::vector<std::string>>& block, const CsvOptions& options = {});

} // namespace rashin::format
