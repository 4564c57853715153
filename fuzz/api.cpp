#include "server/api.h"
#include "format/yaml.h"
#include "require.h"
#include "server/test_folder.h"

#include <array>

using namespace rashin;
using namespace rashin::server;
using fuzz::require;

namespace {

struct Server {
  TestFolder folder;
  Workspace works{folder.works(), folder.runs()};
  Jobs jobs;
  Door door{works, jobs, "t", 80};
};

/// The input's lines up to the first empty one: method, target, If-Match; the rest is the body.
Request request_of(std::string_view input) {
  std::array<std::string, 3> lines;
  for (std::string& line : lines) {
    const std::size_t end = input.find('\n');
    line = std::string(input.substr(0, end));
    input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
  }
  return {.method = lines[0],
          .target = lines[1],
          .host = "localhost:80",
          .authorization = "Bearer t",
          .content_type = "application/json",
          .if_match = lines[2],
          .body = std::string(input)};
}

} // namespace

/// Any request gets an answer of its kind: JSON that reads, or the bytes of a file. Runs and exports are not begun here
/// (they would be all the time is spent on).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Server server;
  const Request request = request_of({reinterpret_cast<const char*>(data), size});
  if (request.method == "POST" &&
      (request.target.find("runs") != std::string::npos || request.target.find("exports") != std::string::npos))
    return 0;
  const Response answer = server.door(request);
  require(answer.status >= 200 && answer.status < 500);
  if (answer.type.starts_with("application/json") && request.method != "HEAD")
    require(format::read_yaml("answer", answer.body).ok());
  return 0;
}
