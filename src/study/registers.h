#pragma once
#include "study/reader.h"

#include <set>

namespace rashin::study {

/// The ids of one register: the shipped one and, beside it, the user's own (`../registry`). Own entries add; an id that
/// the shipped register has is a fault.
std::set<std::string, std::less<>> register_ids(Reading& reading, std::string_view file, std::string_view key);

} // namespace rashin::study
