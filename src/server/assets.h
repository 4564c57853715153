#pragma once
#include <optional>
#include <string_view>

namespace rashin::server {

/// A file of the workbench, as built from web/ and carried inside the program: `index.html`, `assets/…`.
std::optional<std::string_view> workbench_file(std::string_view path);
/// By the ending of its name; `application/octet-stream` for what is not known.
std::string_view media_type(std::string_view path);

} // namespace rashin::server
