#pragma once
#include "core/io_entries.h"
#include "core/result.h"
#include "supply/mrio.h"

#include <filesystem>
#include <string>

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

/// The table a reference folder names: a folder of that name, or for wiodN_YEAR without cells the release beside it.
TableSource reference_table(const std::filesystem::path& folder, const std::string& name);

} // namespace rashin::cli
