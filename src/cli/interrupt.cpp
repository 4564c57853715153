#include "cli/interrupt.h"

#include <csignal>
#include <ctime>
#include <pthread.h>
#include <unistd.h>

namespace rashin::cli {

Interrupt::Interrupt() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  waiter_ = std::jthread([this, signals](std::stop_token end) {
    const timespec moment{0, 50'000'000};
    while (!end.stop_requested()) {
      if (sigtimedwait(&signals, nullptr, &moment) < 0) continue;
      if (source_.stop_requested()) ::_exit(130);
      source_.request_stop();
    }
  });
}

} // namespace rashin::cli
