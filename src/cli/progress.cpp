#include "cli/progress.h"

#include <cstdio>
#include <memory>
#include <mutex>
#include <ostream>

namespace rashin::cli {
namespace {

struct State {
  std::mutex mutex;
  std::chrono::steady_clock::time_point begin = std::chrono::steady_clock::now();
  int shown = -1;
};

} // namespace

std::function<void(double)> progress_bar(const Call& call, const LocalizedText& what) {
  if (!call.terminal) return {};
  auto state = std::make_shared<State>();
  std::ostream* err = &call.err;
  const bool ja = call.language == Language::Japanese;
  return [state, err, ja, label = what.in(call.language)](double share) {
    const std::lock_guard lock(state->mutex);
    const int percent = static_cast<int>(share * 100);
    if (percent <= state->shown) return;
    state->shown = percent;
    const double spent = std::chrono::duration<double>(std::chrono::steady_clock::now() - state->begin).count();
    char line[96];
    std::snprintf(line, sizeof line, ja ? " %3d%% 残り約 %.0f 秒" : " %3d%%, about %.0f s left", percent,
                  spent / share * (1 - share));
    *err << '\r' << label << line << "\x1b[K" << (percent >= 100 ? "\r\x1b[K" : "") << std::flush;
  };
}

} // namespace rashin::cli
