#include "server/assets.h"

#include "core/embedded.h"

#include <array>
#include <string>
#include <utility>

extern "C" {
extern const rashin::EmbeddedEntry rashin_web_begin[]; // NOLINT(readability-identifier-naming)
extern const rashin::EmbeddedEntry rashin_web_end[];   // NOLINT(readability-identifier-naming)
}

namespace rashin::server {

std::optional<std::string_view> workbench_file(std::string_view path) {
  return find_embedded({rashin_web_begin, rashin_web_end}, "dist/" + std::string(path));
}

std::string_view media_type(std::string_view path) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> types{{
      {".html", "text/html; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".json", "application/json; charset=utf-8"},
      {".svg", "image/svg+xml"},
      {".png", "image/png"},
      {".woff2", "font/woff2"},
      {".csv", "text/csv; charset=utf-8"},
      {".yaml", "text/plain; charset=utf-8"},
  }};
  for (const auto& [ending, type] : types)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

} // namespace rashin::server
