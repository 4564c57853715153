#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rashin::server {

/// A request as the routes see it. Only the headers named here are ever read, so that no client-sent name can pass for
/// a fact of the server's.
struct Request {
  std::string method{};
  std::string target{}; ///< as sent: path and query
  std::string host{}, origin{}, cookie{}, authorization{}, fetch_site{}, content_type{}, if_match{};
  std::string body{};
};

/// Events for one reader (server-sent events). Any thread may push; the connection takes what is there. Synchronised.
class EventFeed {
 public:
  void push(std::string_view name, std::string_view data);
  void close();
  struct Taken {
    std::string bytes;
    bool closed = false;
  };
  Taken take();

 private:
  std::mutex mutex_;
  std::string waiting_;
  bool closed_ = false;
};

struct Response {
  int status = 200;
  std::string type = "application/json; charset=utf-8";
  std::string body{};
  std::vector<std::pair<std::string, std::string>> headers{}; ///< names and values of ours only
  std::shared_ptr<EventFeed> events{};                        ///< set: the body is a stream of these
};

/// Answers a request; called from several threads at once. What it throws becomes a 500 without details.
using Handler = std::function<Response(const Request&)>;

} // namespace rashin::server
