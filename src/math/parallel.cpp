#include "math/parallel.h"

#include "core/result.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace rashin::math {
namespace {

/// The failure that comes first in the order of the chunks. Chunks before it still run, so that it does not depend on
/// timing.
class FirstFailure {
 public:
  bool comes_before(std::size_t chunk) const { return chunk_.load(std::memory_order_relaxed) < chunk; }
  void record(std::size_t chunk, std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (chunk >= chunk_.load(std::memory_order_relaxed)) return;
    chunk_.store(chunk, std::memory_order_relaxed);
    failure_ = std::move(failure);
  }
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  std::atomic<std::size_t> chunk_{static_cast<std::size_t>(-1)};
  std::mutex mutex_;
  std::exception_ptr failure_;
};

} // namespace

bool parallel_for(std::size_t count, const ParallelOptions& options,
                  const std::function<void(std::size_t begin, std::size_t end)>& body) {
  if (options.chunk == 0) throw Error("chunks of no items");
  const std::size_t chunks = count / options.chunk + (count % options.chunk != 0);
  const std::size_t wanted = options.threads == 0 ? std::max(1u, std::thread::hardware_concurrency()) : options.threads;
  const std::size_t threads = std::max<std::size_t>(1, std::min(wanted, chunks));
  FirstFailure failure;
  std::atomic<bool> stopped = false;
  std::atomic<std::size_t> handed_out = threads;
  const auto after = [&](std::size_t chunk) { return options.first_free ? handed_out++ : chunk + threads; };
  const auto work = [&](std::size_t first) {
    for (std::size_t chunk = first; chunk < chunks && !failure.comes_before(chunk); chunk = after(chunk)) {
      if (options.stop.stop_requested()) return stopped.store(true);
      try {
        body(chunk * options.chunk, std::min(count, (chunk + 1) * options.chunk));
      } catch (...) { // carried to the caller's thread
        failure.record(chunk, std::current_exception());
      }
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t t = 1; t < threads; ++t) others.emplace_back(work, t);
    work(0);
  }
  failure.rethrow();
  return !stopped.load();
}

} // namespace rashin::math
