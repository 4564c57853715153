#pragma once
#include <stop_token>
#include <thread>

namespace rashin::cli {

/// Turns Ctrl-C (SIGINT) and SIGTERM into a stop request, so that long work ends where it is safe. Make it before any
/// other thread; a second signal, or the first where `at_once`, ends the program with exit code 130.
/// One per process.
class Interrupt {
 public:
  explicit Interrupt(bool at_once = false);
  std::stop_token token() const { return source_.get_token(); }

 private:
  std::stop_source source_;
  std::jthread waiter_;
};

} // namespace rashin::cli
