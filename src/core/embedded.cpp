#include "core/embedded.h"

#include <algorithm>

extern "C" {
extern const rashin::EmbeddedEntry rashin_registry_begin[]; // NOLINT(readability-identifier-naming)
extern const rashin::EmbeddedEntry rashin_registry_end[];   // NOLINT(readability-identifier-naming)
}

namespace rashin {
namespace {

std::span<const EmbeddedEntry> registry() {
  return {rashin_registry_begin, rashin_registry_end};
}

} // namespace

std::optional<std::string_view> find_embedded(std::span<const EmbeddedEntry> index, std::string_view path) {
  const auto before = [](const EmbeddedEntry& entry, std::string_view wanted) { return entry.path < wanted; };
  const auto found = std::lower_bound(index.begin(), index.end(), path, before);
  if (found == index.end() || found->path != path) return std::nullopt;
  return std::string_view(found->bytes, static_cast<std::size_t>(found->end - found->bytes));
}

std::optional<std::string_view> embedded_file(std::string_view path) {
  return find_embedded(registry(), path);
}

std::vector<std::string_view> embedded_paths() {
  std::vector<std::string_view> paths;
  for (const EmbeddedEntry& entry : registry()) paths.push_back(entry.path);
  return paths;
}

} // namespace rashin
