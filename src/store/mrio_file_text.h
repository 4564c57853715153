#pragma once
#include "supply/mrio.h"

#include <cstddef>
#include <span>
#include <string>

namespace rashin::store {

using Bytes = std::span<const std::byte>;

/// The two sections of a table file that hold texts: lengths before texts, so that none needs escaping.
std::string labels_of(const supply::Mrio& table);
std::string checks_of(const supply::TableChecks& checks);

/// False if the bytes do not fit, or some are left over.
bool read_labels(Bytes bytes, supply::Mrio& table);
bool read_checks(Bytes bytes, supply::TableChecks& checks);

} // namespace rashin::store
