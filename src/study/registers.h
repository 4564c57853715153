#pragma once
#include "study/reader.h"

#include <map>

namespace rashin::study {

using Titles = std::map<std::string, LocalizedText, std::less<>>;
/// Ids and titles of one register: the shipped one and, beside it, the user's own (`../registry`). Own entries add; an
/// id that the shipped register has is a fault.
Titles register_titles(Reading& reading, std::string_view file, std::string_view key);

} // namespace rashin::study
