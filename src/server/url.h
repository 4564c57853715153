#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rashin::server {

/// The target of a request, taken apart: segments of the path and values of the query, decoded.
struct Target {
  std::vector<std::string> path;
  std::map<std::string, std::string> query;
};

/// Nothing where the target is no absolute path of plain segments: bad percent codes, bytes that are not UTF-8 (so no
/// overlong forms), control characters, backslashes, empty or dot segments, a slash inside a segment, a name of the
/// query given twice, more than 64 segments or names. Pure.
std::optional<Target> parse_target(std::string_view target);

/// The value of `name` in a Cookie header; empty where there is none.
std::string cookie_value(std::string_view header, std::string_view name);

/// Compares in time that depends on the lengths only.
bool equal_secret(std::string_view a, std::string_view b);

} // namespace rashin::server
