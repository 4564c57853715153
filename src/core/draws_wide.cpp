#include "core/draws_wide.h"

// Wider vector units where the machine has them. Integer work and one exact conversion: the same bits everywhere.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define RASHIN_WIDER __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#else
#define RASHIN_WIDER
#endif

namespace rashin {

// Multipliers and key increments of Philox4x32 (Salmon et al. 2011), on 64-bit lanes that hold 32-bit words. Written as
// loops over lanes, which the compiler turns into vector code; about four times as fast as block by block.
RASHIN_WIDER
void wide_uniforms(std::uint64_t seed, std::uint64_t factor, std::uint32_t stream_bit, std::uint64_t first,
                   std::span<double, 2 * wide_blocks> out) {
  constexpr std::uint64_t low = 0xffffffffu;
  std::uint64_t c0[wide_blocks], c1[wide_blocks], c2[wide_blocks], c3[wide_blocks];
  for (std::size_t l = 0; l < wide_blocks; ++l) {
    c0[l] = factor & low;
    c1[l] = factor >> 32;
    c2[l] = (first + l) & low;
    c3[l] = (first + l) >> 32 | stream_bit;
  }
  std::uint64_t k0 = seed & low, k1 = seed >> 32;
  for (int round = 0; round < 10; ++round) {
    for (std::size_t l = 0; l < wide_blocks; ++l) {
      // The masks change nothing; they tell the compiler that a 32-bit product is enough.
      const std::uint64_t p0 = (c0[l] & low) * 0xd2511f53u, p1 = (c2[l] & low) * 0xcd9e8d57u;
      c0[l] = p1 >> 32 ^ c1[l] ^ k0;
      c1[l] = p1 & low;
      c2[l] = p0 >> 32 ^ c3[l] ^ k1;
      c3[l] = p0 & low;
    }
    k0 = (k0 + 0x9e3779b9u) & low;
    k1 = (k1 + 0xbb67ae85u) & low;
  }
  for (std::size_t l = 0; l < wide_blocks; ++l) {
    const std::uint64_t even = c1[l] << 32 | c0[l], odd = c3[l] << 32 | c2[l];
    out[2 * l] = static_cast<double>(static_cast<std::int64_t>(even >> 11 | 1)) * 0x1p-53;
    out[2 * l + 1] = static_cast<double>(static_cast<std::int64_t>(odd >> 11 | 1)) * 0x1p-53;
  }
}

} // namespace rashin
