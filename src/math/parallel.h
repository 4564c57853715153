#pragma once
#include <cstddef>
#include <functional>
#include <stop_token>

namespace rashin::math {

struct ParallelOptions {
  unsigned threads = 1; ///< 0 = as many as the machine has
  std::size_t chunk =
      64; ///< items handed out together, at least 1; fixed by the caller, so that it does not follow the threads
  std::stop_token stop;    ///< asked before every chunk
  bool first_free = false; ///< the next chunk goes to the first thread that is free: for chunks of unequal length
};

/// Calls body(begin, end) for [0, chunk), [chunk, 2 chunk), … up to `count`, each once; thread t takes chunks t, t + T,
/// t + 2T, … unless `first_free`. Chunks must write to places of their own. For a reduction, store one partial result
/// per chunk and add them in order afterwards: chunks do not depend on the number of threads, so the bytes are the same
/// on 1 and N. Inside a long chunk the body may ask `options.stop` itself. Returns false if stopped before all chunks
/// were done. Where bodies throw, the exception of the first chunk in order is thrown again after all threads have
/// ended. Fork and join per call: for work of at least a millisecond.
[[nodiscard]] bool parallel_for(std::size_t count, const ParallelOptions& options,
                                const std::function<void(std::size_t begin, std::size_t end)>& body);

} // namespace rashin::math
