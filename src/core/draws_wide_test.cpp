#include "core/draws.h"

#include <gtest/gtest.h>

namespace rashin {
namespace {

TEST(WideDraws, AreThoseMadeOneByOne) {
  const FactorKey key("stocks/magnets.JPN/days");
  for (const std::uint64_t seed : {std::uint64_t{1}, std::uint64_t{0xfedcba9876543210}})
    for (const std::uint64_t first : {std::uint64_t{0}, std::uint64_t{7}, (std::uint64_t{1} << 33) - 21})
      for (const Stream stream : {Stream::A, Stream::B}) {
        std::vector<double> draws(150);
        fill_uniforms(seed, key, stream, first, draws);
        for (std::size_t i = 0; i < draws.size(); ++i) ASSERT_EQ(draws[i], uniform(seed, key, stream, first + i));
      }
}

} // namespace
} // namespace rashin
