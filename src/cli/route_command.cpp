#include "cli/arguments.h"
#include "cli/method_print.h"
#include "cli/mrio_source.h"
#include "cli/network_commands.h"
#include "collect/sea_routes.h"
#include "core/json.h"
#include "supply/route.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ostream>

namespace rashin::cli {
namespace {

constexpr double usual_knots = 14;

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> parts;
  std::string part;
  for (const char c : text + ",") {
    if (c != ',') {
      part += c;
    } else if (!part.empty()) {
      parts.push_back(std::move(part));
      part.clear();
    }
  }
  return parts;
}

/// `35.44,139.65`: latitude and longitude in degrees.
std::optional<GeoPoint> parse_point(const std::string& text) {
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos) return std::nullopt;
  const std::string first = text.substr(0, comma), second = text.substr(comma + 1);
  char *end_first = nullptr, *end_second = nullptr;
  const GeoPoint at{std::strtod(first.c_str(), &end_first), std::strtod(second.c_str(), &end_second)};
  const bool whole = !first.empty() && !second.empty() && *end_first == '\0' && *end_second == '\0';
  if (!whole || !(std::abs(at.latitude) <= 90) || !(std::abs(at.longitude) <= 180)) return std::nullopt;
  return at;
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// A position, or a port by its code or name (`--ports`); of several ports of one name all are told.
Result<GeoPoint> find_place(const std::string& text, const std::vector<Port>& ports) {
  if (const auto at = parse_point(text)) return *at;
  std::vector<const Port*> found;
  for (const Port& port : ports)
    if (lower(port.code) == lower(text) || lower(port.name) == lower(text)) found.push_back(&port);
  if (found.size() == 1) return found.front()->at;
  if (found.empty()) return make_diagnostic("route-place", {}, {text});
  std::string codes;
  for (const Port* port : found) codes += (codes.empty() ? "" : ", ") + port->code + " (" + port->country + ")";
  return make_diagnostic("route-port-many", {}, {text, codes});
}

struct RouteCall {
  supply::SeaNetwork network;
  GeoPoint from, to;
  supply::RouteOptions options;
  double knots = usual_knots;
  bool json = false;
};

Diagnostics unknown_passages(const supply::SeaNetwork& network, const std::vector<std::string>& closed) {
  std::string known;
  for (const std::string& name : network.passages) known += name.empty() ? "" : (known.empty() ? "" : "|") + name;
  Diagnostics faults;
  for (const std::string& name : closed)
    if (std::find(network.passages.begin(), network.passages.end(), name) == network.passages.end())
      faults.push_back(make_diagnostic("usage-choice", {}, {"--without", name, known}));
  return faults;
}

Result<RouteCall> route_call(const Arguments& arguments) {
  const auto file = arguments.option("--network");
  if (!file) return make_diagnostic("usage-word-missing", {}, {"--network"});
  const auto bytes = read_unpacked(*file);
  if (!bytes) return bytes.diagnostics();
  const auto lines = collect::read_sea_lines(*bytes, *file);
  if (!lines) return lines.diagnostics();
  std::vector<Port> ports;
  if (const auto port_file = arguments.option("--ports")) {
    const auto port_bytes = read_unpacked(*port_file);
    if (!port_bytes) return port_bytes.diagnostics();
    auto read = port_bytes->starts_with("{") ? collect::read_ports(*port_bytes, *port_file)
                                             : collect::read_world_port_index(*port_bytes, *port_file);
    if (!read) return read.diagnostics();
    ports = read.take();
  }
  RouteCall made{supply::make_sea_network(*lines), {}, {}, {}, usual_knots, arguments.has("--json")};
  made.options.closed = split(arguments.option("--without").value_or(""));
  made.options.arctic = arguments.has("--arctic");
  Diagnostics faults = unknown_passages(made.network, made.options.closed);
  const auto add = [&](const Diagnostics& more) { faults.insert(faults.end(), more.begin(), more.end()); };
  const auto knots = number_option(arguments, "--knots", 1, 60);
  const auto from = find_place(arguments.words[0], ports), to = find_place(arguments.words[1], ports);
  add(knots.diagnostics()), add(from.diagnostics()), add(to.diagnostics());
  if (has_errors(faults)) return faults;
  made.knots = knots->value_or(usual_knots);
  made.from = *from, made.to = *to;
  return made;
}

std::string list(const std::vector<std::string>& names, const char* none) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
  return text.empty() ? none : text;
}

std::string json_of(const RouteCall& given, const std::optional<supply::SeaRoute>& route) {
  JsonWriter json;
  json.begin_object().key("without").begin_array(JsonWriter::Layout::OneLine);
  for (const std::string& name : given.options.closed) json.text(name);
  json.end_array().key("km");
  if (!route) return json.null().end_object(), json.take();
  json.number(route->km)
      .key("days")
      .number(supply::voyage_days(route->km, given.knots))
      .key("knots")
      .number(given.knots);
  json.key("passages").begin_array(JsonWriter::Layout::OneLine);
  for (const std::string& name : route->passages) json.text(name);
  json.end_array().key("line").begin_array(JsonWriter::Layout::OneLine);
  for (const std::uint32_t node : route->nodes) {
    json.begin_array(JsonWriter::Layout::OneLine);
    json.number(given.network.nodes[node].longitude).number(given.network.nodes[node].latitude).end_array();
  }
  json.end_array().end_object();
  return json.take();
}

void print(const Call& call, const RouteCall& given, const supply::SeaRoute& route) {
  const auto say = [&](const char* ja, const char* en) { return LocalizedText{ja, en}.in(call.language); };
  const auto km = [](double value) { return std::to_string(std::lround(value)) + " km"; };
  const auto days = [&](double value) { return figure(supply::voyage_days(value, given.knots)); };
  call.out << say("距離: ", "Distance: ") << km(route.km) << say("、", ", ") << days(route.km)
           << say(" 日（", " days at ") << figure(given.knots) << say(" ノット）", " knots") << '\n'
           << say("通過点: ", "Passages: ") << list(route.passages, say("なし", "none").c_str()) << '\n'
           << say("港から航路網まで: ", "From port to network: ")
           << km(great_circle_km(given.from, given.network.nodes[route.nodes.front()])) << ", "
           << km(great_circle_km(given.to, given.network.nodes[route.nodes.back()]))
           << say("（距離に含まない）", " (not counted)") << '\n';
  TextTable table({say("閉じる通過点", "without"), say("追加距離 km", "extra km"), say("追加日数", "extra days")});
  for (const std::string& passage : route.passages) {
    supply::RouteOptions options = given.options;
    options.closed.push_back(passage);
    const auto round = supply::sea_route(given.network, given.from, given.to, options);
    if (round)
      table.row({passage, std::to_string(std::lround(round->km - route.km)), days(round->km - route.km)});
    else
      table.row({passage, say("迂回路なし", "no way round"), ""});
  }
  if (!route.passages.empty()) table.print(call.out);
}

int find_route(const Call& call) {
  const auto arguments =
      parse_arguments(call.words, {{"--json", "--arctic"}, {"--network", "--ports", "--without", "--knots"}, 2, 2});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto given = route_call(*arguments);
  if (!given) return report(call, given.diagnostics(), arguments->has("--json"));
  const auto route = supply::sea_route(given->network, given->from, given->to, given->options);
  if (given->json)
    call.out << json_of(*given, route);
  else if (route)
    print(call, *given, *route);
  else
    call.out << LocalizedText{"航路がありません。閉じた通過点のほかに道がありません。",
                              "No route: there is no way but through what is closed."}
                    .in(call.language)
             << '\n';
  return route ? Done : CheckFails;
}

} // namespace

std::vector<Command> route_commands() {
  return {
      {"network route",
       {"FROM TO --network FILE [--without P,Q] [--arctic] [--ports FILE] [--knots K] [--json]　海上の最短経路",
        "FROM TO --network FILE [--without P,Q] [--arctic] [--ports FILE] [--knots K] [--json]   shortest way at sea"},
       {"  FROM, TO        緯度,経度（35.44,139.65）。--ports があれば港の名かコード\n  --network FILE  "
        "航路網の GeoJSON（passage に海峡・運河の名）\n  --without P,Q   通らない海峡・運河\n  --arctic        "
        "北西航路とベーリング海峡も通る\n  --ports FILE    港の GeoJSON か World Port Index の CSV\n  --knots K       "
        "速さ（既定 14）",
        "  FROM, TO        latitude,longitude (35.44,139.65); with --ports a port's name or code\n  --network FILE  "
        "sea lanes as GeoJSON (`passage` names straits and canals)\n  --without P,Q   passages to avoid\n  --arctic  "
        "      the Northwest Passage and Bering Strait may be used\n  --ports FILE    ports as GeoJSON or World Port "
        "Index CSV\n  --knots K       speed (default 14)"},
       find_route}};
}

} // namespace rashin::cli
