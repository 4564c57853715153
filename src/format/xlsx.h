#pragma once
#include "format/csv.h"
#include "format/package.h"

namespace rashin::format {

/// The names of the sheets, in the order of the workbook.
Result<std::vector<std::string>> sheet_names(std::string_view file, std::string_view bytes,
                                             const PackageLimits& limits = {});

/// One sheet of an XLSX workbook as a table; `sheet` empty = the first one. Numbers as their shortest text, dates (by
/// the cell's format) as ISO text, formulas as their stored value, furigana left out. Places hold row, column and
/// address, no bytes.
Result<CsvFile> read_xlsx(std::string_view file, std::string_view bytes, std::string_view sheet = {},
                          const PackageLimits& limits = {});
/// Every sheet that holds something; all faults of all sheets in one go.
Result<std::vector<CsvFile>> read_workbook(std::string_view file, std::string_view bytes,
                                           const PackageLimits& limits = {});

/// A workbook with one sheet per table (named by `sheet`). A cell is a number where its text is exactly how that number
/// is written, else text (so `007` and `1.10` stay), never a formula. Same tables, same bytes; read_workbook reads the
/// same cells.
Result<std::string> write_xlsx(std::span<const CsvFile> tables);

} // namespace rashin::format
