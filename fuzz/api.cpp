#include "server/api.h"
#include "format/yaml.h"
#include "require.h"
#include "server/test_folder.h"

#include <algorithm>
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

/// The input's first three lines: method, target, If-Match; the rest is the body. Letters behind the method spoil the
/// request: `h` names another host, `t` a wrong token, `n` none, `o` a foreign origin, `s` says that it comes from
/// another site; `x` sends a workbook instead of JSON, `c` brings the token as a cookie.
Request request_of(std::string_view input) {
  std::array<std::string, 3> lines;
  for (std::string& line : lines) {
    const std::size_t end = input.find('\n');
    line = std::string(input.substr(0, end));
    input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
  }
  const std::size_t space = std::min(lines[0].find(' '), lines[0].size());
  const std::string letters = lines[0].substr(space);
  const auto has = [&](char letter) { return letters.find(letter) != std::string::npos; };
  Request request{.method = lines[0].substr(0, space),
                  .target = lines[1],
                  .host = has('h') ? "evil.example:80" : "localhost:80",
                  .authorization = has('t')               ? "Bearer T"
                                   : has('n') || has('c') ? ""
                                                          : "Bearer t",
                  .content_type = "application/json",
                  .if_match = lines[2],
                  .body = std::string(input)};
  if (has('c')) request.cookie = has('t') ? "rashin-80=T" : "rashin-80=t", request.origin = "http://localhost:80";
  if (has('x')) request.content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  if (has('o')) request.origin = "http://evil.example";
  if (has('s')) request.fetch_site = "cross-site";
  return request;
}

bool is_spoilt(const Request& request) {
  const bool token = request.authorization == "Bearer t" || request.cookie == "rashin-80=t";
  const bool foreign = request.origin == "http://evil.example" && request.method != "GET" && request.method != "HEAD";
  return request.host != "localhost:80" || !token || foreign || !request.fetch_site.empty();
}

} // namespace

/// Any request gets an answer of its kind: JSON that reads, or the bytes of a file; one without the token or from
/// elsewhere is refused (but for the token in the address, which is how a browser gets its cookie). Runs and exports
/// are not begun here (they would be all the time is spent on).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Server server;
  const Request request = request_of({reinterpret_cast<const char*>(data), size});
  if (request.method == "POST" &&
      (request.target.find("runs") != std::string::npos || request.target.find("exports") != std::string::npos))
    return 0;
  const Response answer = server.door(request);
  require(answer.status >= 200 && answer.status < 500);
  require(!is_spoilt(request) || answer.status >= 400 || (answer.status == 303 && answer.body.empty()));
  if (answer.type.starts_with("application/json") && request.method != "HEAD")
    require(format::read_yaml("answer", answer.body).ok());
  return 0;
}
