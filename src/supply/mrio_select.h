#pragma once
#include "supply/mrio.h"

namespace rashin::supply {

/// Industries meant by "TWN|c14", "TWN" (all of a region) or "*|c14" (a sector everywhere); empty: none is.
std::vector<std::uint32_t> matching_industries(const Mrio& table, std::string_view selector);

} // namespace rashin::supply
