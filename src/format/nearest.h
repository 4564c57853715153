#pragma once
#include <span>
#include <string>
#include <string_view>

namespace rashin::format {

/// How many code points must be put in, taken out, replaced or swapped with their neighbour to turn one text into the
/// other (optimal string alignment). Only the first 60 code points count.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate with the smallest distance, the first of equals; empty if there is none.
std::string_view nearest(std::string_view text, std::span<const std::string> candidates);

} // namespace rashin::format
