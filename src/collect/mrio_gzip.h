#pragma once
#include "core/result.h"

#include <string>
#include <string_view>

namespace rashin::collect {

/// Unpacks gzip bytes (several members are joined); other bytes are returned as they are. Refuses truncated or damaged
/// data and anything that unpacks to more than `limit` bytes.
Result<std::string> unpack_gzip(std::string_view bytes, const std::string& file, std::size_t limit = 8'000'000'000);

} // namespace rashin::collect
