#pragma once
#include "core/result.h"

#include <cstddef>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>

namespace rashin::store {

/// Files larger than this are refused unless a reader says otherwise.
constexpr std::size_t max_file_bytes = std::size_t{256} << 20;
constexpr std::size_t any_size = std::numeric_limits<std::size_t>::max();

struct ReadOptions {
  std::string shown{};                     ///< the name that messages use; empty: the file's own
  bool follow_links = false;               ///< false: a symbolic link is refused
  std::size_t most_bytes = max_file_bytes; ///< `file-too-large` beyond
};
/// The bytes of a file or pipe. Errors: file-cannot-be-read, file-too-large.
Result<std::string> read_file(const std::filesystem::path& path, const ReadOptions& options = {});

/// Writes all bytes to an open file; 0, or errno.
int write_bytes(int file, std::string_view bytes);

/// Writes a file that nobody reads yet; a full disk is seen here (`cannot-write`).
Diagnostics write_file(const std::filesystem::path& path, std::string_view bytes);

/// Replaces the bytes of one file in one step, on the disk before it returns; a failure leaves it as it was. Refuses
/// what is no plain file (`cannot-write`).
Diagnostics replace_file(const std::filesystem::path& path, std::string_view bytes);

Diagnostic cannot_write(const std::filesystem::path& path, int error);

} // namespace rashin::store
