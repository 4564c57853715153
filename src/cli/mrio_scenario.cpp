#include "cli/mrio_scenario.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

namespace rashin::cli {
namespace {

using Json = nlohmann::json;

/// Gathers the faults of a scenario; every getter returns a harmless value where the file is wrong.
class ScenarioReader {
 public:
  ScenarioReader(std::string file, const supply::Mrio& table) : file_(std::move(file)), table_(table) {}

  Diagnostics faults;

  void fault(const std::string& key, const std::string& why) {
    faults.push_back(make_diagnostic("mrio-scenario", {file_}, {key, why}));
  }
  /// The number at `key`; a string "inf" is infinity.
  double number(const Json& object, const char* key, double otherwise);
  int integer(const Json& object, const char* key, int otherwise);
  std::string text(const Json& object, const char* key, const std::string& otherwise);
  /// Names any key outside `known`: a misspelt key must not pass in silence.
  void expect_keys(const Json& object, const std::string& where, std::initializer_list<std::string_view> known);

  /// Industries meant by "TWN|c14", "TWN" (all its industries) or "*|c14" (the sector everywhere).
  std::vector<std::uint32_t> industries(const std::string& selector);
  std::optional<std::uint32_t> region(const std::string& name);
  std::optional<std::uint32_t> sector(const std::string& name);
  std::vector<supply::IndustryImpact> impacts(const Json& object, const char* key);
  std::vector<supply::SectorShare> sector_shares(const Json& object, const char* key);
  void input_days(const Json& object, const char* key, supply::PropagationOptions& options);
  supply::Recovery recovery(const std::string& name);
  const supply::Mrio& table() const { return table_; }

 private:
  std::string file_;
  const supply::Mrio& table_;
};

/// The document, or a diagnostic with the place of the first syntax error.
Result<Json> parse_json(std::string_view text, const std::string& file) {
  try {
    Json document = Json::parse(text);
    if (document.is_object()) return document;
    return make_diagnostic("mrio-scenario", {file}, {"(whole file)", "it is not a JSON object"});
  } catch (const Json::parse_error& error) {
    const std::size_t at = std::min(error.byte, text.size());
    const std::string_view before = text.substr(0, at == 0 ? 0 : at - 1);
    const int line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    const std::size_t start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    return make_diagnostic("mrio-scenario", {file, line, static_cast<int>(before.size() - start) + 1, at, at, ""},
                           {"(syntax)", "it is not valid JSON"});
  }
}

double ScenarioReader::number(const Json& object, const char* key, double otherwise) {
  const auto found = object.find(key);
  if (found == object.end()) return otherwise;
  if (found->is_number()) return found->get<double>();
  if (found->is_string() && found->get<std::string>() == "inf") return supply::never_short;
  fault(key, "a number is expected, not " + found->dump());
  return otherwise;
}

int ScenarioReader::integer(const Json& object, const char* key, int otherwise) {
  const double value = number(object, key, otherwise);
  if (std::abs(value) <= 1e6 && value == std::floor(value)) return static_cast<int>(value);
  fault(key, "a whole number of days is expected");
  return otherwise;
}

std::string ScenarioReader::text(const Json& object, const char* key, const std::string& otherwise) {
  const auto found = object.find(key);
  if (found == object.end()) return otherwise;
  if (found->is_string()) return found->get<std::string>();
  fault(key, "a text is expected, not " + found->dump());
  return otherwise;
}

void ScenarioReader::expect_keys(const Json& object, const std::string& where,
                                 std::initializer_list<std::string_view> known) {
  if (!object.is_object()) return fault(where, "an object is expected");
  for (const auto& [key, value] : object.items())
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      std::string list;
      for (const std::string_view name : known) list += (list.empty() ? "" : ", ") + std::string(name);
      fault(where + "." + key, "this key is not known; known are " + list);
    }
}

std::optional<std::uint32_t> ScenarioReader::region(const std::string& name) {
  const auto found = supply::find_name(table_.regions, name);
  if (!found) faults.push_back(make_diagnostic("mrio-unknown-region", {file_}, {name}));
  return found ? std::optional(static_cast<std::uint32_t>(*found)) : std::nullopt;
}

std::optional<std::uint32_t> ScenarioReader::sector(const std::string& name) {
  const auto found = supply::find_name(table_.sectors, name);
  if (!found) faults.push_back(make_diagnostic("mrio-unknown-sector", {file_}, {name}));
  return found ? std::optional(static_cast<std::uint32_t>(*found)) : std::nullopt;
}

std::vector<std::uint32_t> ScenarioReader::industries(const std::string& selector) {
  std::vector<std::uint32_t> list = supply::matching_industries(table_, selector);
  if (list.empty()) faults.push_back(make_diagnostic("mrio-unknown-industry", {file_}, {selector}));
  return list;
}

std::vector<supply::IndustryImpact> ScenarioReader::impacts(const Json& object, const char* key) {
  std::vector<supply::IndustryImpact> list;
  const auto found = object.find(key);
  if (found == object.end() || !found->is_object()) {
    fault(key, "an object of industry and amount is expected");
    return list;
  }
  for (const auto& [selector, amount] : found->items()) {
    if (!amount.is_number()) fault(std::string(key) + "." + selector, "a number is expected, not " + amount.dump());
    for (const std::uint32_t industry : industries(selector))
      list.push_back({industry, amount.is_number() ? amount.get<double>() : 0});
  }
  return list;
}

std::vector<supply::SectorShare> ScenarioReader::sector_shares(const Json& object, const char* key) {
  std::vector<supply::SectorShare> list;
  const auto found = object.find(key);
  if (found == object.end()) return list;
  if (!found->is_object()) return fault(key, "an object of sector and share is expected"), list;
  double sum = 0;
  for (const auto& [name, share] : found->items()) {
    if (!share.is_number()) fault(std::string(key) + "." + name, "a number is expected, not " + share.dump());
    const auto number = sector(name);
    if (number && share.is_number()) list.push_back({*number, share.get<double>()});
    if (share.is_number()) sum += share.get<double>();
  }
  if (std::abs(sum - 1) > 1e-6) fault(key, "the shares add up to " + std::to_string(sum) + ", not 1");
  return list;
}

void ScenarioReader::input_days(const Json& object, const char* key, supply::PropagationOptions& options) {
  const auto found = object.find(key);
  if (found == object.end()) return;
  if (!found->is_object()) return fault(key, "an object of sector and days is expected");
  options.input_days_by_sector.assign(table_.sectors.size(), options.input_days);
  for (const auto& [name, days] : found->items())
    if (const auto number = sector(name)) options.input_days_by_sector[*number] = this->number(*found, name.c_str(), 0);
}

supply::Recovery ScenarioReader::recovery(const std::string& name) {
  using supply::Recovery;
  if (name == "none") return Recovery::None;
  if (name == "linear") return Recovery::Linear;
  if (name == "convex" || name == "convexe") return Recovery::Convex;
  if (name == "convex-unscaled" || name == "convexe noscale") return Recovery::ConvexUnscaled;
  if (name == "concave") return Recovery::Concave;
  fault("recovery", "\"" + name + "\" is not one of none, linear, convex, convex-unscaled, concave");
  return Recovery::None;
}

using supply::TableShock;
using supply::TableShockKind;

std::vector<std::string> texts(ScenarioReader& reader, const Json& object, const char* key) {
  std::vector<std::string> list;
  const auto found = object.find(key);
  if (found == object.end()) return list;
  const Json one = found->is_array() ? *found : Json::array({*found});
  for (const Json& value : one)
    if (value.is_string())
      list.push_back(value.get<std::string>());
    else
      reader.fault(key, "texts are expected, not " + value.dump());
  return list;
}

void read_link(ScenarioReader& reader, const Json& from, TableShock& shock) {
  reader.expect_keys(from, "shocks",
                     {"name", "kind", "start", "duration", "recovery", "recovery_days", "profile", "from", "to",
                      "passage", "route_share", "final_demand"});
  for (const std::string& selector : texts(reader, from, "from"))
    for (const std::uint32_t i : reader.industries(selector)) shock.sellers.push_back(i);
  const bool goods = !from.contains("final_demand") || from["final_demand"] != false;
  for (const std::string& selector : texts(reader, from, "to")) {
    for (const std::uint32_t j : reader.industries(selector)) shock.buyers.push_back(j);
    const std::size_t bar = selector.find('|');
    if (goods && bar == std::string::npos && selector != "*")
      if (const auto region = reader.region(selector)) shock.buyer_regions.push_back(*region);
    if (goods && selector == "*")
      for (std::uint32_t r = 0; r < reader.table().regions.size(); ++r) shock.buyer_regions.push_back(r);
  }
  if (shock.sellers.empty()) reader.fault("from", "a link needs sellers");
  if (shock.buyers.empty()) reader.fault("to", "a link needs buyers");
  shock.passage = reader.number(from, "passage", 0);
  shock.route_share = reader.number(from, "route_share", 1);
}

TableShock read_shock(ScenarioReader& reader, const Json& from) {
  TableShock shock;
  if (!from.is_object()) return reader.fault("shocks", "an object is expected"), shock;
  shock.name = reader.text(from, "name", "");
  const std::string kind = reader.text(from, "kind", "capacity");
  shock.start = reader.integer(from, "start", 0);
  shock.duration = reader.integer(from, "duration", 1);
  shock.recovery = reader.recovery(reader.text(from, "recovery", "none"));
  shock.recovery_days = reader.number(from, "recovery_days", 0);
  if (from.contains("profile")) {
    shock.recovery = supply::Recovery::Profile;
    for (const Json& share : from["profile"])
      shock.profile.push_back(share.is_number() ? share.get<double>()
                                                : (reader.fault("profile", "numbers are expected"), 0));
  }
  if (kind == "link") {
    shock.kind = TableShockKind::Link;
    read_link(reader, from, shock);
    return shock;
  }
  reader.expect_keys(from, "shocks",
                     {"name", "kind", "start", "duration", "recovery", "recovery_days", "profile", "impact", "regions",
                      "rebuild_days", "rebuild_factor", "rebuilding"});
  shock.impacts = reader.impacts(from, "impact");
  if (kind == "final-demand") {
    shock.kind = TableShockKind::FinalDemand;
    for (const std::string& name : texts(reader, from, "regions"))
      if (const auto region = reader.region(name)) shock.demand_regions.push_back(*region);
  } else if (kind == "capital") {
    shock.kind = TableShockKind::Capital;
    shock.rebuilding = reader.sector_shares(from, "rebuilding");
    shock.rebuild_days = reader.number(from, "rebuild_days", 60);
    shock.rebuild_factor = reader.number(from, "rebuild_factor", 1);
  } else if (kind != "capacity") {
    reader.fault("kind", "\"" + kind + "\" is not one of capacity, capital, final-demand, link");
  }
  return shock;
}

void read_input_rules(ScenarioReader& reader, const Json& rules, supply::PropagationOptions& options) {
  for (const Json& rule : rules) {
    reader.expect_keys(rule, "input_rules", {"input", "user", "class"});
    if (!rule.is_object()) continue;
    supply::InputRule read;
    const std::string input = reader.text(rule, "input", "*"), user = reader.text(rule, "user", "*");
    const std::string input_class = reader.text(rule, "class", "essential");
    if (input != "*") read.input = reader.sector(input).value_or(supply::no_sector);
    if (user != "*") read.user = reader.sector(user).value_or(supply::no_sector);
    if (input_class == "important")
      read.input_class = supply::InputClass::Important;
    else if (input_class == "non-essential")
      read.input_class = supply::InputClass::NonEssential;
    else if (input_class != "essential")
      reader.fault("class", "\"" + input_class + "\" is not one of essential, important, non-essential");
    options.input_rules.push_back(read);
  }
}

void read_options(ScenarioReader& reader, const Json& from, supply::PropagationOptions& options) {
  reader.expect_keys(from, "options",
                     {"overproduction_most", "overproduction_days", "base_model", "stock_need", "restocking_days",
                      "input_days", "input_days_by_sector", "reweight_suppliers", "capital_ratio", "postponed_share",
                      "recovery_tolerance", "input_rules", "threads"});
  if (!from.is_object()) return;
  options.overproduction_most = reader.number(from, "overproduction_most", options.overproduction_most);
  options.overproduction_days = reader.number(from, "overproduction_days", options.overproduction_days);
  options.base_model = from.value("base_model", Json(false)) == true;
  options.stock_need = reader.number(from, "stock_need", options.stock_need);
  options.restocking_days = reader.number(from, "restocking_days", options.restocking_days);
  options.input_days = reader.number(from, "input_days", options.input_days);
  reader.input_days(from, "input_days_by_sector", options);
  options.reweight_suppliers = from.value("reweight_suppliers", Json(true)) == true;
  options.capital_ratio = reader.number(from, "capital_ratio", options.capital_ratio);
  options.postponed_share = reader.number(from, "postponed_share", options.postponed_share);
  options.recovery_tolerance = reader.number(from, "recovery_tolerance", options.recovery_tolerance);
  options.threads = reader.integer(from, "threads", options.threads);
  if (from.contains("input_rules")) read_input_rules(reader, from["input_rules"], options);
}

TableShock read_reference_event(ScenarioReader& reader, const Json& event) {
  TableShock shock;
  const std::string type = reader.text(event, "event_type", "");
  shock.name = type;
  shock.impacts = reader.impacts(event, "impact");
  shock.start = reader.integer(event, "occurrence", 1);
  shock.duration = reader.integer(event, "duration", 1);
  shock.recovery_days = reader.number(event, "recovery_tau", 0);
  if (event.contains("recovery_tau"))
    shock.recovery = reader.recovery(reader.text(event, "recovery_function", "linear"));
  if (type == "arbitrary") return shock;
  shock.kind = TableShockKind::Capital;
  if (type == "rebuild") {
    shock.rebuild_days = reader.number(event, "rebuild_tau", 60);
    shock.rebuild_factor = reader.number(event, "rebuilding_factor", 1);
    shock.rebuilding = reader.sector_shares(event, "rebuilding_sectors");
  } else if (type != "recovery") {
    reader.fault("event_type", "\"" + type + "\" is not one of arbitrary, recovery, rebuild");
  }
  return shock;
}

} // namespace

Result<std::string> scenario_table(std::string_view json, const std::string& file) {
  const auto document = parse_json(json, file);
  if (!document) return document.diagnostics();
  const auto found = document->find("table");
  return found != document->end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<Scenario> read_scenario(std::string_view json, const std::string& file, const supply::Mrio& table) {
  const auto document = parse_json(json, file);
  if (!document) return document.diagnostics();
  if (document->contains("events")) return read_reference_run(json, file, table);
  ScenarioReader reader(file, table);
  Scenario scenario;
  reader.expect_keys(*document, "scenario", {"name", "table", "year", "mode", "days", "options", "shocks"});
  scenario.name = reader.text(*document, "name", "");
  const std::string mode = reader.text(*document, "mode", "default");
  if (mode == "boario-compatible")
    scenario.options.engine = supply::Engine::Compatible;
  else if (mode != "default")
    reader.fault("mode", "\"" + mode + "\" is not one of default, boario-compatible");
  scenario.options.days = reader.integer(*document, "days", scenario.options.days);
  if (document->contains("options")) read_options(reader, (*document)["options"], scenario.options);
  if (document->contains("shocks"))
    for (const Json& shock : (*document)["shocks"]) scenario.shocks.push_back(read_shock(reader, shock));
  if (!reader.faults.empty()) return reader.faults;
  return scenario;
}

Result<Scenario> read_reference_run(std::string_view json, const std::string& file, const supply::Mrio& table) {
  const auto document = parse_json(json, file);
  if (!document) return document.diagnostics();
  ScenarioReader reader(file, table);
  Scenario scenario;
  supply::PropagationOptions& options = scenario.options;
  options.engine = supply::Engine::Compatible;
  options.days = reader.integer(*document, "steps", 365);
  options.base_model = reader.text(*document, "engine", "").find("BaseModel") != std::string::npos;
  const Json parameters = document->value("model_parameters", Json::object());
  reader.expect_keys(parameters, "model_parameters",
                     {"main_inv_dur", "inventory_dict", "psi_param", "inventory_restoration_tau", "alpha_tau",
                      "alpha_max", "alpha_base", "order_type"});
  if (parameters.is_object()) {
    options.input_days = reader.number(parameters, "main_inv_dur", 90);
    options.stock_need = reader.number(parameters, "psi_param", 0.8);
    options.restocking_days = reader.number(parameters, "inventory_restoration_tau", 60);
    options.overproduction_days = reader.number(parameters, "alpha_tau", 365);
    options.overproduction_most = reader.number(parameters, "alpha_max", 1.25);
    options.overproduction_base = reader.number(parameters, "alpha_base", 1);
    options.reweight_suppliers = reader.text(parameters, "order_type", "alt") == "alt";
    reader.input_days(parameters, "inventory_dict", options);
  }
  for (const Json& event : document->value("events", Json::array()))
    if (event.is_object()) scenario.shocks.push_back(read_reference_event(reader, event));
  if (!reader.faults.empty()) return reader.faults;
  return scenario;
}

} // namespace rashin::cli
