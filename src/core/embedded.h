#pragma once
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace rashin {

/// The files that the program carries inside itself (folder registry/), so that it works alone. Read-only, valid for
/// ever. `path` is as in the source tree: `registry/countries-ja.csv`.
std::optional<std::string_view> embedded_file(std::string_view path);
/// Their paths in byte order.
std::vector<std::string_view> embedded_paths();

/// One row of an index that cmake/embed.cmake makes.
struct EmbeddedEntry {
  const char* path;
  const char* bytes;
  const char* end;
};
std::optional<std::string_view> find_embedded(std::span<const EmbeddedEntry> index, std::string_view path);

} // namespace rashin
