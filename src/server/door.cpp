#include "server/api.h"
#include "server/assets.h"

#include <algorithm>

namespace rashin::server {
namespace {

constexpr std::string_view policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src "
    "'self'; frame-src 'self'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

void add_safety(Response& answer) {
  const auto add = [&](const char* name, std::string_view value) {
    const auto same = [&](const auto& header) { return header.first == name; };
    if (std::none_of(answer.headers.begin(), answer.headers.end(), same)) answer.headers.emplace_back(name, value);
  };
  add("Content-Security-Policy", policy);
  add("X-Content-Type-Options", "nosniff");
  add("Referrer-Policy", "no-referrer");
  add("Cross-Origin-Opener-Policy", "same-origin");
  add("Cross-Origin-Resource-Policy", "same-origin");
  add("Cache-Control", "no-store");
}

bool is_read(std::string_view method) {
  return method == "GET" || method == "HEAD";
}

/// The words of the path that stand for `{…}`, if it is of this form.
std::optional<std::vector<std::string>> match(std::string_view form, const std::vector<std::string>& path) {
  const auto parts = parse_target(form);
  if (!parts || parts->path.size() != path.size()) return std::nullopt;
  std::vector<std::string> words;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (parts->path[i].starts_with('{'))
      words.push_back(path[i]);
    else if (parts->path[i] != path[i])
      return std::nullopt;
  }
  return words;
}

/// Sends the browser on with the token in a cookie instead of the address.
Response take_token(const std::string& cookie_name, const std::string& token) {
  return {.status = 303,
          .type = "text/plain; charset=utf-8",
          .headers = {{"Location", "/"},
                      {"Set-Cookie", cookie_name + "=" + token + "; Path=/; HttpOnly; SameSite=Strict"}}};
}

Response file_of_workbench(const Target& target) {
  std::string path = "index.html";
  if (!target.path.empty() && target.path[0] == "assets") {
    path = "assets";
    for (std::size_t i = 1; i < target.path.size(); ++i) path += "/" + target.path[i];
  } else if (!target.path.empty() && target.path.back().find('.') != std::string::npos && target.path.size() == 1) {
    path = target.path[0];
  }
  const auto bytes = workbench_file(path);
  if (!bytes) return failure(404, "not-found");
  Response answer{.type = std::string(media_type(path)), .body = std::string(*bytes)};
  if (path.starts_with("assets/")) answer.headers.emplace_back("Cache-Control", "private, max-age=31536000, immutable");
  return answer;
}

} // namespace

Response json_answer(std::string body, int status) {
  return {.status = status, .body = std::move(body)};
}

void write_diagnostics(JsonWriter& json, const Diagnostics& diagnostics) {
  static constexpr const char* severities[] = {"error", "warning", "note"};
  json.begin_array();
  for (const Diagnostic& d : diagnostics)
    json.begin_object(JsonWriter::Layout::OneLine)
        .key("code")
        .text(d.code)
        .key("severity")
        .text(severities[static_cast<int>(d.severity)])
        .key("file")
        .text(d.place.file)
        .key("line")
        .integer(d.place.line)
        .key("column")
        .integer(d.place.column)
        .key("field")
        .text(d.place.field)
        .key("ja")
        .text(d.message.ja)
        .key("en")
        .text(d.message.en)
        .end_object();
  json.end_array();
}

Response failure(int status, std::string_view code) {
  JsonWriter json;
  json.begin_object().key("error").text(code).key("diagnostics").begin_array().end_array().end_object();
  return json_answer(json.take(), status);
}

Response failure(const Diagnostics& diagnostics) {
  int status = 422;
  std::string code = "refused";
  for (const Diagnostic& d : diagnostics) {
    if (d.severity != Severity::Error) continue;
    code = d.code;
    if (code.ends_with("-unknown") || code == "not-a-run" || code == "unknown-figure") status = 404;
    if (code == "edit-file-changed") status = 412;
    if (code.starts_with("edit-nothing")) status = 409;
    break;
  }
  JsonWriter json;
  json.begin_object().key("error").text(code).key("diagnostics");
  write_diagnostics(json, diagnostics);
  json.end_object();
  return json_answer(json.take(), status);
}

Door::Door(Workspace& works, Jobs& jobs, std::string token, std::uint16_t port)
    : context_{works, jobs, std::move(token)}, cookie_name_("rashin-" + std::to_string(port)) {
  for (const char* name : {"127.0.0.1:", "localhost:"}) hosts_.push_back(name + std::to_string(port));
}

bool Door::knows_host(std::string_view host) const {
  return std::find(hosts_.begin(), hosts_.end(), host) != hosts_.end();
}

bool Door::has_token(const Request& request) const {
  if (equal_secret(cookie_value(request.cookie, cookie_name_), context_.token)) return true;
  constexpr std::string_view bearer = "Bearer ";
  return request.authorization.starts_with(bearer) &&
         equal_secret(std::string_view(request.authorization).substr(bearer.size()), context_.token);
}

Response Door::operator()(const Request& request) const {
  Response answer;
  const auto target = parse_target(request.target);
  if (!target)
    answer = failure(400, "bad-address");
  else if (!knows_host(request.host))
    answer = failure(421, "unknown-host");
  else
    answer = pass(request, *target);
  add_safety(answer);
  return answer;
}

Response Door::pass(const Request& request, const Target& target) const {
  if (target.path.empty() && is_read(request.method))
    if (const auto given = target.query.find("token"); given != target.query.end())
      return equal_secret(given->second, context_.token) ? take_token(cookie_name_, context_.token)
                                                         : failure(401, "wrong-token");
  if (!has_token(request)) return failure(401, "no-token");
  if (!is_read(request.method)) {
    const bool own = request.origin.empty() ? request.fetch_site.empty() && !request.authorization.empty()
                                            : request.origin.starts_with("http://") &&
                                                  knows_host(std::string_view(request.origin).substr(7));
    if (!own) return failure(403, "foreign-origin");
  }
  if (!request.fetch_site.empty() && request.fetch_site != "same-origin" && request.fetch_site != "none")
    return failure(403, "foreign-origin");
  if (target.path.empty() || target.path[0] != "api")
    return is_read(request.method) ? file_of_workbench(target) : failure(405, "method-not-allowed");
  bool path_known = false;
  for (const Route& route : routes()) {
    auto words = match(route.path, target.path);
    if (!words) continue;
    path_known = true;
    if (route.method != request.method && !(route.method == "GET" && request.method == "HEAD")) continue;
    for (const auto& given : target.query)
      if (std::none_of(route.query.begin(), route.query.end(), [&](const auto& q) { return q.first == given.first; }))
        return failure(400, "unknown-parameter");
    const bool binary = route.body.find('/') != std::string_view::npos;
    const std::string_view type = binary ? route.body : "application/json";
    if (route.body.empty() ? !request.body.empty() : !request.content_type.starts_with(type))
      return failure(415, "body-not-expected");
    return route.run({context_, request, std::move(*words), target.query});
  }
  return path_known ? failure(405, "method-not-allowed") : failure(404, "not-found");
}

} // namespace rashin::server
