#pragma once
#include "format/csv.h"

namespace rashin::format {

enum class RowFate { Changed, Added, Removed };

struct CellChange {
  std::string column{};
  std::string before{}, after{};
  std::size_t line = 0; ///< of the cell in the file that would change
};

/// One row that differs. Rows count from 0 below the header.
struct RowChange {
  RowFate fate = RowFate::Changed;
  std::size_t row = 0;  ///< in the file; of an added row: the row before which it would stand
  std::size_t line = 0; ///< its line in the file; of an added row: that of the row before it
  std::vector<CellChange> cells{};
};

/// What makes `after` of `before`, row by row, in the order of the file. Rows are matched so that as many as possible
/// stay as they are (a weighted alignment: equal rows, else rows with the same first cells); columns by name, in any
/// order. Errors `import-column-missing`, `import-column-unknown`.
Result<std::vector<RowChange>> table_changes(const CsvFile& before, const CsvFile& after);

/// The bytes of `before`'s file with these changes made and every other byte as it was: encoding, separator, quotes and
/// line ends stay. Read again and found to hold exactly what was intended, else `edit-refused`.
Result<std::string> apply_changes(std::string_view bytes, const CsvFile& before, const CsvFile& after,
                                  const std::vector<RowChange>& changes, const CsvOptions& options = {});

} // namespace rashin::format
