#pragma once
#include "core/result.h"
#include "server/http.h"

#include <chrono>

namespace rashin::server {

/// What a listener allows. Sizes in bytes; whatever exceeds a limit is answered with 413, 431 or closed.
struct Limits {
  std::size_t header = 16 * 1024;
  std::size_t body = std::size_t{16} << 20;
  std::size_t connections = 128;
  std::chrono::seconds idle{30};    ///< without a byte from the client, and for one whole request
  std::chrono::seconds stream{600}; ///< a stream of events lives no longer; the browser opens the next
};

/// An HTTP/1.1 server on the loopback address. Owns its threads; the only unit that sees Boost.Beast is listener.cpp.
class Listener {
 public:
  /// Binds to 127.0.0.1:`port` (0: a free one) and serves at once. Error `cannot-listen`.
  static Result<Listener> start(std::uint16_t port, Handler handler, const Limits& limits = {}, int threads = 2);
  Listener(Listener&&) noexcept;
  Listener& operator=(Listener&&) = delete;
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;
  ~Listener(); ///< stops: open connections are closed, no request is answered any more

  std::uint16_t port() const;

 private:
  struct Inside;
  explicit Listener(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

} // namespace rashin::server
