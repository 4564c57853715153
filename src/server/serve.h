#pragma once
#include "core/result.h"

#include <filesystem>
#include <functional>
#include <stop_token>

namespace rashin::server {

struct ServeOptions {
  std::filesystem::path folder; ///< of works, or one work
  std::filesystem::path runs = "out";
  std::uint16_t port = 0; ///< 0: a free one
  std::stop_token stop{};
  std::function<void(std::string_view address)> ready{}; ///< told once, with the address that carries the token
};

/// Serves the workbench on the loopback address until the stop request. Errors: `folder-not-found`, `cannot-listen`.
Diagnostics serve(const ServeOptions& options);

} // namespace rashin::server
