#pragma once
#include "core/io_entries.h"
#include "core/result.h"
#include "supply/mrio.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rashin::cli {

/// Where a table comes from. Layouts: long, wiod, matrices, pymrio, exiobase, oecd, rashin (the mapped file); empty:
/// found from the names of the files.
struct TableSource {
  std::filesystem::path path;
  std::string layout;
  std::string year; ///< needed where a folder holds several
};

/// The whole file, or `mrio-missing-file`.
Result<std::string> read_whole_file(const std::filesystem::path& path);
/// The same, unpacked where it is gzip.
Result<std::string> read_unpacked(const std::filesystem::path& path);

Result<IoEntries> load_entries(const TableSource& source);

/// A table ready for calculation; a mapped file is opened as it is, anything else read and built by `options`.
Result<supply::CheckedMrio> load_table(const TableSource& source, const supply::MrioOptions& options = {});

/// Where the table `name` lies: in or at a folder that was `given`, then `around` (beside the file that names it), then
/// in RASHIN_DATA. wiod1435_YEAR is also that year of a WIOD release there; a single given table serves under any name.
/// Error mrio-table-not-found.
Result<TableSource> find_table(const std::string& name, const std::vector<std::filesystem::path>& given,
                               const std::vector<std::filesystem::path>& around);

/// The folder and all above it.
std::vector<std::filesystem::path> folders_above(const std::filesystem::path& folder);
/// Whether a file or a folder of a known layout is there.
bool is_table(const std::filesystem::path& path);
/// YEAR of NAME_YEAR; empty without one.
std::string year_in(const std::string& name);

} // namespace rashin::cli
