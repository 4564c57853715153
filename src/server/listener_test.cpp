#include "server/listener.h"

#include <arpa/inet.h>
#include <atomic>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace rashin::server {
namespace {

/// Sends bytes over one connection and reads until its end.
std::string exchange(std::uint16_t port, std::string_view bytes) {
  const int line = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET, address.sin_port = htons(port), address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  std::string answer;
  if (::connect(line, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(line, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) break;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    char part[4096];
    for (ssize_t got; (got = ::recv(line, part, sizeof part, 0)) > 0;)
      answer.append(part, static_cast<std::size_t>(got));
  }
  ::close(line);
  return answer;
}

Listener echo(const Limits& limits = {}) {
  return Listener::start(
             0, [](const Request& r) { return Response{.type = "text/plain", .body = r.method + r.target + r.body}; },
             limits)
      .take();
}

TEST(Listener, RequestsOfOneConnectionAreAnsweredInTurn) {
  const Listener listener = echo();
  const std::string answer =
      exchange(listener.port(), "GET /a HTTP/1.1\r\nHost: x\r\n\r\nPOST /b HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n"
                                "Connection: close\r\n\r\nhi");
  EXPECT_NE(answer.find("GET/a"), std::string::npos);
  EXPECT_NE(answer.find("POST/bhi"), std::string::npos);
}

TEST(Listener, MalformedAndHugeRequestsAreRefused) {
  Limits limits;
  limits.body = 1000, limits.header = 2000;
  const Listener listener = echo(limits);
  EXPECT_TRUE(exchange(listener.port(), "nonsense\r\n\r\n").starts_with("HTTP/1.1 400"));
  EXPECT_TRUE(exchange(listener.port(), "GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(5000, 'a') + "\r\n\r\n")
                  .starts_with("HTTP/1.1 431"));
  EXPECT_TRUE(exchange(listener.port(), "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999\r\n\r\n")
                  .starts_with("HTTP/1.1 413"));
  EXPECT_TRUE(exchange(listener.port(), "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
                  .starts_with("HTTP/1.1 400"));
}

TEST(Listener, ASlowClientIsClosed) {
  Limits limits;
  limits.idle = std::chrono::seconds(1);
  const Listener listener = echo(limits);
  EXPECT_EQ(exchange(listener.port(), "GET / HT"), "");
}

TEST(Listener, ParallelClientsAreAllAnswered) {
  const Listener listener = echo();
  std::atomic<int> right{0};
  std::vector<std::thread> clients;
  for (int c = 0; c < 16; ++c)
    clients.emplace_back([&] {
      for (int i = 0; i < 20; ++i)
        right +=
            exchange(listener.port(), "GET /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").ends_with("GET/x");
    });
  for (std::thread& client : clients) client.join();
  EXPECT_EQ(right, 320);
}

TEST(Listener, SlowClientsHoldUpNobody) {
  Limits limits;
  limits.idle = std::chrono::seconds(2);
  const Listener listener = echo(limits);
  std::atomic<bool> over = false;
  std::vector<std::thread> slow;
  for (int c = 0; c < 12; ++c)
    slow.emplace_back([&] { // a body of which a byte comes now and then
      const int line = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
      sockaddr_in address{};
      address.sin_family = AF_INET, address.sin_port = htons(listener.port());
      address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
      EXPECT_EQ(::connect(line, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
      std::string_view rest = "POST /slow HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n";
      while (!over &&
             ::send(line, rest.empty() ? "x" : rest.data(), rest.empty() ? 1 : rest.size(), MSG_NOSIGNAL) > 0) {
        rest = {};
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
      }
      ::close(line);
    });
  for (int i = 0; i < 50; ++i)
    EXPECT_TRUE(
        exchange(listener.port(), "GET /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").ends_with("GET/x"));
  over = true;
  for (std::thread& client : slow) client.join();
}

TEST(Listener, WhatAHandlerThrowsIsToldToNoClient) {
  const Listener listener =
      Listener::start(0, [](const Request&) -> Response { throw std::runtime_error("secret"); }).take();
  const std::string answer = exchange(listener.port(), "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 500"));
  EXPECT_EQ(answer.find("secret"), std::string::npos);
}

TEST(Listener, EventsArriveUntilTheFeedCloses) {
  const auto feed = std::make_shared<EventFeed>();
  const Listener listener = Listener::start(0, [&](const Request&) { return Response{.events = feed}; }).take();
  std::thread teller([&] {
    for (int i = 0; i < 3; ++i)
      feed->push("progress", "one\ntwo"), std::this_thread::sleep_for(std::chrono::milliseconds(60));
    feed->close();
  });
  const std::string answer = exchange(listener.port(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
  teller.join();
  EXPECT_NE(answer.find("event: progress\ndata: one\ndata: two\n\n"), std::string::npos);
}

} // namespace
} // namespace rashin::server
