#pragma once
#include "core/file_set.h"
#include "format/table_change.h"

namespace rashin::study {

/// Input tables as sheets of one workbook: `network/items.csv` is the sheet `network.items`, with the columns of the
/// file. Private files (`*.private.csv`) stay out. Errors: a table that cannot be read, or a text beyond what a
/// workbook holds.
Result<std::string> input_workbook(const FileSet& files);
/// The same as tables, in the order of their paths, with `prefix` before each sheet's name.
Result<std::vector<format::CsvFile>> input_sheets(const FileSet& files, std::string_view prefix = "");

/// What a workbook would change in one file.
struct FileChange {
  std::string file{};
  std::vector<format::RowChange> rows{};
  std::string bytes{}; ///< of the whole file, changed
};

/// What a workbook made by `input_workbook` (or `rashin report --format xlsx`, whose sheets begin with `in.`), edited
/// since, would change in `files`; nothing where nothing differs. Sheets that are no table of the study are left alone,
/// with the warning `import-sheet-unknown`. All faults in one go.
Result<std::vector<FileChange>> workbook_changes(const FileSet& files, std::string_view name,
                                                 std::string_view workbook);

/// What reading the study with the changes made finds wrong, ending with `import-breaks-study`; nothing where the study
/// could not be read before either: the changes may be what mends it.
Diagnostics faults_after(const FileSet& files, const std::vector<FileChange>& changes);

} // namespace rashin::study
