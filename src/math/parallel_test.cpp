#include "math/parallel.h"

#include "core/result.h"
#include "math/statistics.h"

#include <atomic>
#include <chrono>
#include <cmath>
#include <gtest/gtest.h>
#include <string>
#include <thread>
#include <vector>

namespace rashin::math {
namespace {

TEST(Parallel, EveryItemOnceOnAnyNumberOfThreads) {
  for (const unsigned threads : {0u, 1u, 2u, 3u, 8u})
    for (const std::size_t count : {0u, 1u, 63u, 64u, 65u, 1000u}) {
      std::vector<int> seen(count, 0);
      EXPECT_TRUE(
          parallel_for(count, {.threads = threads, .chunk = 64, .stop = {}}, [&](std::size_t begin, std::size_t end) {
            for (std::size_t i = begin; i < end; ++i) ++seen[i];
          }));
      EXPECT_EQ(seen, std::vector<int>(count, 1));
    }
}

TEST(Parallel, AThreadThatIsFreeTakesTheNextChunk) {
  using namespace std::chrono_literals;
  constexpr int count = 20;
  std::vector<int> seen(count, 0);
  std::atomic<int> done = 0;
  bool others_ended = false;
  const ParallelOptions options{.threads = 2, .chunk = 1, .stop = {}, .first_free = true};
  EXPECT_TRUE(parallel_for(count, options, [&](std::size_t k, std::size_t) {
    ++seen[k];
    for (int wait = 0; k == 0 && wait < 5000 && done < count - 1; ++wait) std::this_thread::sleep_for(1ms);
    if (k == 0) others_ended = done == count - 1;
    ++done;
  }));
  EXPECT_TRUE(others_ended);
  EXPECT_EQ(seen, std::vector<int>(count, 1));
}

TEST(Parallel, PartialSumsPerChunkGiveTheSameBytes) {
  const auto total = [](unsigned threads) {
    std::vector<double> partial(1000 / 7 + 1, 0.0);
    EXPECT_TRUE(
        parallel_for(1000, {.threads = threads, .chunk = 7, .stop = {}}, [&](std::size_t begin, std::size_t end) {
          for (std::size_t i = begin; i < end; ++i) partial[begin / 7] += std::sin(static_cast<double>(i));
        }));
    return sum(partial);
  };
  const double one = total(1);
  for (const unsigned threads : {2u, 3u, 8u}) EXPECT_EQ(total(threads), one);
}

TEST(Parallel, StopsBeforeTheNextChunk) {
  std::stop_source source;
  std::atomic<int> done = 0;
  EXPECT_FALSE(
      parallel_for(1000, {.threads = 2, .chunk = 1, .stop = source.get_token()}, [&](std::size_t, std::size_t) {
        if (++done == 5) source.request_stop();
      }));
  EXPECT_LE(done, 6); // the other thread may be inside a chunk
  EXPECT_FALSE(parallel_for(10, {.threads = 1, .chunk = 1, .stop = source.get_token()},
                            [&](std::size_t, std::size_t) { FAIL(); }));
}

TEST(Parallel, TheFirstFailureInOrderIsThrown) {
  for (int repeat = 0; repeat < 50; ++repeat) {
    std::string what;
    try {
      (void)parallel_for(100, {.threads = 4, .chunk = 1, .stop = {}}, [&](std::size_t begin, std::size_t) {
        if (begin % 10 == 7) throw Error(std::to_string(begin));
      });
    } catch (const Error& error) {
      what = error.what();
    }
    EXPECT_EQ(what, "7");
  }
  EXPECT_THROW((void)parallel_for(1, {.threads = 1, .chunk = 0, .stop = {}}, [](std::size_t, std::size_t) {}), Error);
}

TEST(Parallel, ALaterFailureDoesNotReplaceAnEarlierOne) {
  std::atomic<bool> first_fails = false;
  std::string what;
  try {
    (void)parallel_for(2, {.threads = 2, .chunk = 1, .stop = {}}, [&](std::size_t begin, std::size_t) {
      if (begin == 0) first_fails = true;
      while (!first_fails) std::this_thread::yield();
      if (begin == 1) std::this_thread::sleep_for(std::chrono::milliseconds(50)); // until the first is on record
      throw Error(std::to_string(begin));
    });
  } catch (const Error& error) {
    what = error.what();
  }
  EXPECT_EQ(what, "0");
}

} // namespace
} // namespace rashin::math
