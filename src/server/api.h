#pragma once
#include "core/json.h"
#include "server/http.h"
#include "server/jobs.h"
#include "server/url.h"
#include "server/workspace.h"

namespace rashin::server {

/// What the routes work with.
struct ApiContext {
  Workspace& works;
  Jobs& jobs;
  std::string token; ///< of this start; whoever has it may do everything
};

/// One request on its way through a route: its parameters and who asked for what.
struct Call {
  const ApiContext& api;
  const Request& request;
  std::vector<std::string> words; ///< what stands for `{…}` in the path, in order
  std::map<std::string, std::string> query;
};

/// One route. Everything that the OpenAPI description says of it stands here, so that the two cannot differ.
struct Route {
  std::string_view method;
  std::string_view path; ///< `/api/works/{work}/values`
  std::string_view id;   ///< operationId
  std::string_view summary;
  std::vector<std::pair<std::string_view, std::string_view>> query; ///< name, meaning
  std::string_view body;   ///< name of the schema, or a media type; empty: none
  std::string_view answer; ///< name of the schema, or a media type
  Response (*run)(const Call&);
};
const std::vector<Route>& routes();

/// The OpenAPI 3.1 description of `routes()`.
std::string open_api();

/// The one door: every request passes here. Checks the host name (no other name may lead here), the token (cookie or
/// bearer), and for writes the origin; then finds the route, or a file of the workbench.
class Door {
 public:
  Door(Workspace& works, Jobs& jobs, std::string token, std::uint16_t port);
  Response operator()(const Request& request) const;

 private:
  Response pass(const Request& request, const Target& target) const;
  bool knows_host(std::string_view host) const;
  bool has_token(const Request& request) const;
  ApiContext context_;
  std::string cookie_name_;
  std::vector<std::string> hosts_;
};

/// Answers that several routes give.
Response json_answer(std::string body, int status = 200);
/// `{"error": code, "diagnostics": […]}`; 404 for what is unknown, 409 and 412 for edits that came too late, else 422.
Response failure(const Diagnostics& diagnostics);
Response failure(int status, std::string_view code);
void write_diagnostics(JsonWriter& json, const Diagnostics& diagnostics);

} // namespace rashin::server
