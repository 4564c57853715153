#include "server/serve.h"

#include "server/api.h"
#include "server/assets.h"
#include "server/listener.h"

#include <condition_variable>
#include <latch>
#include <sodium.h>

namespace rashin::server {
namespace {

std::string new_token() {
  if (sodium_init() < 0) throw Error("no source of random numbers");
  unsigned char bytes[24];
  randombytes_buf(bytes, sizeof bytes);
  std::string text(2 * sizeof bytes + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes, sizeof bytes);
  text.pop_back();
  return text;
}

} // namespace

Diagnostics serve(const ServeOptions& options) {
  std::error_code error;
  if (!std::filesystem::is_directory(options.folder, error))
    return {make_diagnostic("folder-not-found", {}, {options.folder.string()})};
  if (!workbench_file("index.html")) return {make_diagnostic("workbench-missing", {}, {})};
  Workspace works(options.folder, options.runs);
  Jobs jobs;
  const std::string token = new_token();
  std::shared_ptr<Door> door;
  std::latch ready(1); // the door knows the port only once the listener has it
  auto listener = Listener::start(options.port, [&](const Request& request) {
    ready.wait();
    return (*door)(request);
  });
  if (!listener) return listener.diagnostics();
  const Listener running = listener.take();
  door = std::make_shared<Door>(works, jobs, token, running.port());
  ready.count_down();
  if (options.ready) options.ready("http://127.0.0.1:" + std::to_string(running.port()) + "/?token=" + token);
  std::mutex mutex;
  std::condition_variable_any stopped;
  std::unique_lock lock(mutex);
  stopped.wait(lock, options.stop, [] { return false; });
  return {};
}

} // namespace rashin::server
