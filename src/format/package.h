#pragma once
#include "core/result.h"

#include <functional>
#include <map>

namespace rashin::format {

/// What an office file may unpack to; beyond it the file is refused while unpacking, so a bomb costs no more than this.
struct PackageLimits {
  std::size_t bytes = std::size_t{256} << 20;     ///< all parts that are wanted together
  std::size_t part_bytes = std::size_t{64} << 20; ///< one part
  std::size_t parts = 4096;                       ///< entries in the archive
  std::size_t ratio = 400; ///< unpacked to packed size of the whole, once more than 1 MiB is unpacked
};

using PackageParts = std::map<std::string, std::string, std::less<>>;

/// The parts of a ZIP package (XLSX, DOCX, PPTX) whose name is `wanted`. Refuses what is no ZIP, is encrypted, breaks a
/// limit, or names a part absolutely, with `..` or twice. Pure and thread-safe.
Result<PackageParts> read_package(std::string_view file, std::string_view bytes,
                                  const std::function<bool(std::string_view)>& wanted,
                                  const PackageLimits& limits = {});

/// A ZIP package of the parts in the given order, deflated, with one fixed time stamp: same parts, same bytes.
std::string write_package(const std::vector<std::pair<std::string, std::string>>& parts);

} // namespace rashin::format
