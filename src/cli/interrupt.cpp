#include "cli/interrupt.h"

#include <chrono>
#include <csignal>
#include <unistd.h>

namespace rashin::cli {
namespace {

volatile std::sig_atomic_t received = 0;
volatile std::sig_atomic_t ends_at_once = 0;

extern "C" void on_signal(int) {
  if (received != 0 || ends_at_once != 0) ::_exit(130);
  received = 1;
}

} // namespace

// A handler, not a blocked mask with sigwait: libraries start threads of their own before main, and a signal that one
// of them takes must not end the program.
Interrupt::Interrupt(bool at_once) {
  ends_at_once = at_once;
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  waiter_ = std::jthread([this](std::stop_token end) {
    while (!end.stop_requested() && received == 0) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    if (received != 0) source_.request_stop();
  });
}

} // namespace rashin::cli
