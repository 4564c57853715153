#include <utility> // first: Boost 1.74 under C++20 misses it

#include "server/listener.h"

#include <atomic>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <thread>

namespace rashin::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;
using boost::system::error_code;

constexpr std::chrono::milliseconds event_pause{40};
constexpr std::chrono::seconds heartbeat{10};

struct Shared {
  Handler handler;
  Limits limits;
  std::atomic<std::size_t> open{0};
};

std::string_view view_of(beast::string_view text) {
  return {text.data(), text.size()};
}

Request request_of(const http::request<http::string_body>& message) {
  const auto field = [&](http::field name) { return std::string(view_of(message[name])); };
  return {.method = std::string(view_of(message.method_string())),
          .target = std::string(view_of(message.target())),
          .host = field(http::field::host),
          .origin = field(http::field::origin),
          .cookie = field(http::field::cookie),
          .authorization = field(http::field::authorization),
          .fetch_site = std::string(view_of(message["Sec-Fetch-Site"])),
          .content_type = field(http::field::content_type),
          .if_match = field(http::field::if_match),
          .body = message.body()};
}

/// One connection: requests one after another, or a stream of events until its end.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(tcp::socket socket, std::shared_ptr<Shared> shared)
      : stream_(std::move(socket)), timer_(stream_.get_executor()), shared_(std::move(shared)) {}
  ~Connection() { --shared_->open; }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void read() {
    parser_.emplace();
    parser_->header_limit(static_cast<std::uint32_t>(shared_->limits.header));
    parser_->body_limit(shared_->limits.body);
    stream_.expires_after(shared_->limits.idle);
    http::async_read(stream_, buffer_, *parser_,
                     [self = shared_from_this()](error_code error, std::size_t) { self->have_read(error); });
  }

 private:
  void have_read(error_code error) {
    if (error == http::error::body_limit) return refuse(http::status::payload_too_large);
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
      return refuse(http::status::request_header_fields_too_large);
    if (error && error.category() == make_error_code(http::error::bad_method).category() &&
        error != http::error::end_of_stream && error != http::error::partial_message)
      return refuse(http::status::bad_request);
    if (error) return close();
    const auto& message = parser_->get();
    head_ = message.method() == http::verb::head;
    keep_alive_ = message.keep_alive();
    Response answer;
    try {
      answer = shared_->handler(request_of(message));
    } catch (const std::exception&) { // a broken invariant: told to no client
      answer = {.status = 500, .body = "{\"error\": \"internal\"}\n"};
    }
    answer.events ? begin_events(std::move(answer)) : write(std::move(answer));
  }

  void refuse(http::status status) {
    keep_alive_ = false;
    write({.status = static_cast<int>(status), .body = "{\"error\": \"refused\"}\n"});
  }

  http::response<http::string_body> message_of(Response&& answer) const {
    http::response<http::string_body> message{static_cast<http::status>(answer.status), 11};
    message.set(http::field::content_type, answer.type);
    for (const auto& [name, value] : answer.headers) message.set(name, value);
    message.keep_alive(keep_alive_);
    const std::size_t length = answer.body.size();
    if (!head_) message.body() = std::move(answer.body);
    message.prepare_payload();
    if (head_) message.content_length(length);
    return message;
  }

  void write(Response answer) {
    message_.emplace(message_of(std::move(answer)));
    stream_.expires_after(shared_->limits.idle);
    http::async_write(stream_, *message_, [self = shared_from_this()](error_code error, std::size_t) {
      if (error || !self->keep_alive_) return self->close();
      self->read();
    });
  }

  /// Header, then events as they come; the end of the connection is the end of the stream.
  void begin_events(Response answer) {
    events_ = answer.events;
    keep_alive_ = false;
    text_ = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream; charset=utf-8\r\nConnection: close\r\n";
    for (const auto& [name, value] : answer.headers) text_ += name + ": " + value + "\r\n";
    text_ += "\r\n";
    begun_ = last_ = std::chrono::steady_clock::now();
    if (head_) last_event_ = true;
    send_events();
  }

  void send_events() {
    stream_.expires_after(shared_->limits.idle);
    asio::async_write(stream_, asio::buffer(text_), [self = shared_from_this()](error_code error, std::size_t) {
      if (error || self->last_event_) return self->close();
      self->wait_for_events();
    });
  }

  void wait_for_events() {
    stream_.expires_never();
    timer_.expires_after(event_pause);
    timer_.async_wait([self = shared_from_this()](error_code error) {
      if (error) return;
      const auto now = std::chrono::steady_clock::now();
      EventFeed::Taken taken = self->events_->take();
      self->last_event_ = taken.closed || now - self->begun_ > self->shared_->limits.stream;
      self->text_ = std::move(taken.bytes);
      if (self->text_.empty() && now - self->last_ > heartbeat) self->text_ = ": still here\n\n"; // finds a gone reader
      if (self->text_.empty() && !self->last_event_) return self->wait_for_events();
      self->last_ = now;
      self->send_events();
    });
  }

  void close() {
    error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_both, ignored);
  }

  beast::tcp_stream stream_;
  asio::steady_timer timer_;
  beast::flat_buffer buffer_{64 * 1024 * 1024};
  std::optional<http::request_parser<http::string_body>> parser_;
  std::optional<http::response<http::string_body>> message_;
  std::shared_ptr<Shared> shared_;
  std::shared_ptr<EventFeed> events_;
  std::string text_;
  std::chrono::steady_clock::time_point begun_, last_;
  bool head_ = false, keep_alive_ = false, last_event_ = false;
};

} // namespace

struct Listener::Inside {
  asio::io_context context;
  tcp::acceptor acceptor{context};
  std::shared_ptr<Shared> shared = std::make_shared<Shared>();
  std::vector<std::thread> threads;

  void accept() {
    acceptor.async_accept(asio::make_strand(context), [this](error_code error, tcp::socket socket) {
      if (error == asio::error::operation_aborted) return;
      if (!error) {
        socket.set_option(tcp::no_delay(true), error); // small answers wait for nobody
        if (++shared->open > shared->limits.connections)
          --shared->open; // the socket closes here
        else
          std::make_shared<Connection>(std::move(socket), shared)->read();
      }
      accept();
    });
  }
};

Listener::Listener(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Listener::Listener(Listener&&) noexcept = default;

Listener::~Listener() {
  if (!inside_) return;
  inside_->context.stop();
  for (std::thread& thread : inside_->threads) thread.join();
}

std::uint16_t Listener::port() const {
  return inside_->acceptor.local_endpoint().port();
}

Result<Listener> Listener::start(std::uint16_t port, Handler handler, const Limits& limits, int threads) {
  auto inside = std::make_unique<Inside>();
  inside->shared->handler = std::move(handler);
  inside->shared->limits = limits;
  const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
  error_code error;
  inside->acceptor.open(endpoint.protocol(), error);
  if (!error) inside->acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) inside->acceptor.bind(endpoint, error);
  if (!error) inside->acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error) return make_diagnostic("cannot-listen", {}, {std::to_string(port), error.message()});
  inside->accept();
  for (int t = 0; t < threads; ++t) inside->threads.emplace_back([context = &inside->context] { context->run(); });
  return Listener(std::move(inside));
}

} // namespace rashin::server
