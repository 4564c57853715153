#include "core/draws.h"

#include "core/draws_wide.h"

#include <Random123/philox.h>

namespace rashin {
namespace {

struct Pair {
  double even, odd;
};

/// 52 bits and a last one: never 0 or 1, and no rounding.
double to_unit(std::uint32_t low, std::uint32_t high) {
  const std::uint64_t bits = std::uint64_t{high} << 32 | low;
  return static_cast<double>((bits >> 11) | 1) * 0x1p-53;
}

Pair block(std::uint64_t seed, FactorKey factor, Stream stream, std::uint64_t index) {
  const auto low = [](std::uint64_t x) { return static_cast<std::uint32_t>(x); };
  const auto high = [](std::uint64_t x) { return static_cast<std::uint32_t>(x >> 32); };
  const std::uint32_t stream_bit = stream == Stream::B ? 0x80000000u : 0u;
  const philox4x32_ctr_t counter{{low(factor.hash), high(factor.hash), low(index), high(index) | stream_bit}};
  const philox4x32_key_t key{{low(seed), high(seed)}};
  const philox4x32_ctr_t words = philox4x32_R(10, counter, key);
  return {to_unit(words.v[0], words.v[1]), to_unit(words.v[2], words.v[3])};
}

} // namespace

FactorKey::FactorKey(std::string_view factor) : hash(0xcbf29ce484222325u) {
  for (const char c : factor) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
}

double uniform(std::uint64_t seed, FactorKey factor, Stream stream, std::uint64_t draw) {
  const Pair pair = block(seed, factor, stream, draw / 2);
  return draw % 2 == 0 ? pair.even : pair.odd;
}

double uniform(std::uint64_t seed, std::string_view factor, Stream stream, std::uint64_t draw) {
  return uniform(seed, FactorKey(factor), stream, draw);
}

void fill_uniforms(std::uint64_t seed, FactorKey factor, Stream stream, std::uint64_t first, std::span<double> out) {
  std::size_t i = 0;
  if (first % 2 == 1 && !out.empty()) out[i++] = uniform(seed, factor, stream, first);
  const std::uint32_t stream_bit = stream == Stream::B ? 0x80000000u : 0u;
  for (; i + 2 * wide_blocks <= out.size(); i += 2 * wide_blocks)
    wide_uniforms(seed, factor.hash, stream_bit, (first + i) / 2, out.subspan(i).first<2 * wide_blocks>());
  for (; i + 1 < out.size(); i += 2) {
    const Pair pair = block(seed, factor, stream, (first + i) / 2);
    out[i] = pair.even;
    out[i + 1] = pair.odd;
  }
  if (i < out.size()) out[i] = uniform(seed, factor, stream, first + i);
}

} // namespace rashin
