#pragma once
#include "core/result.h"
#include "supply/mrio.h"

#include <filesystem>

namespace rashin::store {

/// A table in one file that is mapped into memory: opening costs no copy, and several programs share the pages.
///
///   0   "RASHMRIO", version (uint32), byte-order mark (uint32), section count (uint32), CRC of the section list
///   (uint32) 24  per section: kind (uint32), CRC-32 of its bytes (uint32), offset (uint64), length (uint64) …
///   sections, each at a multiple of 64 bytes: labels (lengths and texts), output, then for flows and for final demand
///       row offsets (uint64), columns (uint16) and values (double), little endian; what was found at the import
///
/// Every checksum is compared when the file is opened. Files are of one machine family: little endian.
Diagnostics write_mrio(const std::filesystem::path& path, const supply::CheckedMrio& table);

/// Errors: mrio-missing-file, mrio-file-version, mrio-file-damaged (truncated, changed bytes, offsets that do not fit).
/// A file of version 1 holds no record of its import: `checks.recorded` is false.
Result<supply::CheckedMrio> open_mrio(const std::filesystem::path& path);

} // namespace rashin::store
