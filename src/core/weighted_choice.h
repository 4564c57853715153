#pragma once
#include <cstddef>
#include <span>

namespace rashin {

/// The place whose share of the weights covers u in (0, 1). Throws Error unless weights are >= 0 with a positive sum.
std::size_t weighted_choice(std::span<const double> weights, double u);

} // namespace rashin
