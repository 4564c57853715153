#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace rashin {

/// Counter-based blocks made together.
constexpr std::size_t wide_blocks = 16;

/// The uniforms of the blocks first, first + 1, … of Philox4x32-10 as in draws.h, two per block; the bits are those of
/// one block after the other. `stream_bit` is set in the highest word of the counter.
void wide_uniforms(std::uint64_t seed, std::uint64_t factor, std::uint32_t stream_bit, std::uint64_t first,
                   std::span<double, 2 * wide_blocks> out);

} // namespace rashin
