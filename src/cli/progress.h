#pragma once
#include "cli/command.h"

#include <chrono>
#include <functional>

namespace rashin::cli {

/// A bar on the terminal with the time left; silent elsewhere. The function may be called from any thread.
std::function<void(double)> progress_bar(const Call& call, const LocalizedText& what);

} // namespace rashin::cli
