#pragma once
#include "core/result.h"

#include <cstdint>
#include <optional>
#include <span>

namespace rashin::format {

enum class TextEncoding { Utf8, Cp932 };
enum class LineEnd { Lf, CrLf, Cr };

struct CsvColumn {
  std::string name{};
  Place place{}; ///< of the header cell
};

struct CsvCell {
  std::string text{}; ///< UTF-8, quotes undone
  std::uint32_t line = 0;
  std::uint32_t column = 0;     ///< in code points; of an XLSX sheet: 1 = A
  std::uint32_t begin_byte = 0; ///< in the bytes of the file as they stand (CP932: before conversion), with quotes
  std::uint32_t end_byte = 0;
  bool quoted = false;
};

/// A table with one header row; every row has one cell per column. Made from CSV, from one sheet of an XLSX workbook,
/// or by make_table.
struct CsvFile {
  std::string file{};
  std::string sheet{}; ///< XLSX only
  TextEncoding encoding = TextEncoding::Utf8;
  LineEnd line_end = LineEnd::Lf;
  std::vector<CsvColumn> columns{};
  std::vector<CsvCell> cells{}; ///< row after row

  std::size_t rows() const { return columns.empty() ? 0 : cells.size() / columns.size(); }
  std::span<const CsvCell> row(std::size_t index) const {
    return std::span(cells).subspan(index * columns.size(), columns.size());
  }
  const CsvCell& at(std::size_t row_index, std::size_t column_index) const {
    return cells.at(row_index * columns.size() + column_index);
  }
  std::optional<std::size_t> column(std::string_view name) const;
  /// Where the cell stands. Field: the column's name; of an XLSX sheet the cell's address, as in `供給!B3`.
  Place place(std::size_t row_index, std::size_t column_index) const;
};

struct CsvOptions {
  char separator = ',';
  std::size_t max_bytes = std::size_t{256} << 20;
  std::size_t max_cells = 20'000'000;
};

/// Reads UTF-8 (BOM or not) or CP932 (with a note), LF, CRLF or CR, RFC 4180 quotes. Rows with nothing in any cell are
/// skipped. Reported in one go: ragged rows, stray and unclosed quotes, empty and duplicate column names, bytes that
/// are not text.
Result<CsvFile> read_csv(std::string_view file, std::string_view bytes, const CsvOptions& options = {});

/// The cell as a number; nullopt where it is empty (missing, not 0).
Result<std::optional<double>> number_at(const CsvFile& table, std::size_t row, std::size_t column);
Result<std::optional<std::int64_t>> integer_at(const CsvFile& table, std::size_t row, std::size_t column);

/// One cell as CSV writes it: in quotes if its text needs them or `quote` asks for them.
std::string csv_cell(std::string_view text, char separator, bool quote = false);

/// A table for the writers. Throws Error if a row has not one cell per column.
CsvFile make_table(std::string name, const std::vector<std::string>& columns,
                   const std::vector<std::vector<std::string>>& rows);
/// UTF-8 without BOM, LF, quotes only where needed: read_csv reads the same table back.
std::string write_csv(const CsvFile& table, char separator = ',');

} // namespace rashin::format
