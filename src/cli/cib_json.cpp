#include "cli/cib_files.h"
#include "cli/cib_print.h"
#include "core/json.h"

#include <map>

namespace rashin::cli {
namespace {

using Layout = JsonWriter::Layout;
using pathway::Scenario;

void states(JsonWriter& json, const Scenario& scenario) {
  json.begin_array(Layout::OneLine);
  for (const int state : scenario) json.integer(state + 1);
  json.end_array();
}

void scenarios(JsonWriter& json, std::string_view key, const std::vector<Scenario>& list) {
  json.key(key).begin_array();
  for (const Scenario& scenario : list) states(json, scenario);
  json.end_array();
}

void shares(JsonWriter& json, const std::optional<pathway::Ensemble>& ensemble) {
  if (!ensemble) return;
  json.key("draws").integer(static_cast<std::int64_t>(ensemble->draws));
  json.key("draws_without_scenario").integer(static_cast<std::int64_t>(ensemble->empty_draws));
  json.key("draws_incomplete").integer(static_cast<std::int64_t>(ensemble->incomplete_draws));
  json.key("shares").begin_array();
  for (const pathway::ScenarioShare& share : ensemble->scenarios) {
    json.begin_object(Layout::OneLine).key("states");
    states(json, share.scenario);
    json.key("share").number(share.share).key("standard_error").number(share.standard_error).end_object();
  }
  json.end_array();
}

std::map<Scenario, std::uint64_t> basins_of(const pathway::SuccessionMap& map) {
  std::map<Scenario, std::uint64_t> basins;
  for (const pathway::Attractor& attractor : map.attractors)
    if (attractor.members.size() == 1) basins[attractor.members[0]] = attractor.basin;
  return basins;
}

} // namespace

std::string json_of(const CibSolved& solved) {
  JsonWriter json;
  json.begin_object();
  const auto basins = basins_of(solved.succession);
  json.key("scenarios").begin_array();
  for (const Scenario& scenario : solved.solution.scenarios) {
    const pathway::ScenarioFigures figures = scenario_figures(solved.matrix, scenario);
    const auto basin = basins.find(scenario);
    json.begin_object(Layout::OneLine).key("states");
    states(json, scenario);
    json.key("inconsistency").integer(figures.inconsistency).key("margin");
    figures.margin ? json.integer(*figures.margin) : json.null();
    json.key("total_impact_score").integer(figures.total_impact_score);
    json.key("basin").integer(basin == basins.end() ? 0 : static_cast<std::int64_t>(basin->second)).end_object();
  }
  json.end_array().key("complete").boolean(solved.solution.complete);
  json.key("tolerance").integer(solved.tolerance);
  json.key("cycles").begin_array();
  for (const pathway::Attractor& attractor : solved.succession.attractors) {
    if (attractor.members.size() == 1) continue;
    json.begin_object();
    scenarios(json, "members", attractor.members);
    json.key("basin").integer(static_cast<std::int64_t>(attractor.basin)).end_object();
  }
  json.end_array().key("starts").integer(static_cast<std::int64_t>(solved.succession.starts));
  json.key("sampled").boolean(solved.succession.sampled);
  shares(json, solved.ensemble);
  json.key("note").text("structural weights, not probabilities").end_object();
  return json.take();
}

std::string sl_of(const CibSolved& solved) {
  const auto basins = basins_of(solved.succession);
  std::vector<collect::SlScenario> list;
  for (const Scenario& scenario : solved.solution.scenarios) {
    const pathway::ScenarioFigures figures = scenario_figures(solved.matrix, scenario);
    const auto basin = basins.find(scenario);
    const double weight = basin == basins.end() ? 0 : static_cast<double>(basin->second);
    list.push_back({scenario, weight, figures.margin.value_or(0), 0, figures.total_impact_score, ""});
  }
  return collect::write_sl(list);
}

namespace {

/// Reasons and confidence of those who gave them.
void notes_of(JsonWriter& json, const CibCompared& compared, const pathway::DivergingCell& cell) {
  for (const pathway::ExpertMatrix& expert : compared.experts) {
    const auto note = expert.notes.find(cell.row * compared.matrix.states() + cell.column);
    if (note == expert.notes.end()) continue;
    json.begin_object(Layout::OneLine).key("by").text(expert.by).key("confidence");
    note->second.confidence > 0 ? json.integer(note->second.confidence) : json.null();
    json.key("reason").text(note->second.reason).end_object();
  }
}

} // namespace

std::string json_of(const CibCompared& compared) {
  JsonWriter json;
  json.begin_object().key("people").begin_array();
  for (std::size_t e = 0; e < compared.experts.size(); ++e) {
    json.begin_object().key("by").text(compared.experts[e].by);
    scenarios(json, "scenarios", compared.solutions[e].scenarios);
    json.end_object();
  }
  json.end_array();
  scenarios(json, "together", compared.together.scenarios);
  json.key("diverging_cells").begin_array();
  for (const pathway::DivergingCell& cell : compared.cells) {
    json.begin_object(Layout::OneLine).key("source").text(state_name(compared.matrix, cell.row));
    json.key("target").text(state_name(compared.matrix, cell.column)).key("values").begin_array(Layout::OneLine);
    for (const auto& value : cell.values) value ? json.integer(*value) : json.null();
    json.end_array().key("notes").begin_array(Layout::OneLine);
    notes_of(json, compared, cell);
    json.end_array().key("spread").integer(cell.spread).key("opposed").boolean(cell.opposed).end_object();
  }
  json.end_array();
  shares(json, compared.ensemble);
  json.end_object();
  return json.take();
}

std::string json_of(const CibWhatIf& what) {
  JsonWriter json;
  json.begin_object();
  scenarios(json, "kept", what.difference.kept);
  scenarios(json, "lost", what.difference.lost);
  scenarios(json, "gained", what.difference.gained);
  if (what.scenario) {
    const auto name = [&](std::size_t d) { return what.after.descriptors()[d].name; };
    const auto rival = [&](std::size_t d, int state) {
      return what.after.descriptors()[d].states[static_cast<std::size_t>(state)];
    };
    json.key("pillars").begin_array();
    for (const pathway::Pillar& pillar : pillars(what.after, *what.scenario, what.tolerance)) {
      json.begin_object(Layout::OneLine)
          .key("source")
          .text(name(pillar.source))
          .key("target")
          .text(name(pillar.target));
      json.key("rival").text(rival(pillar.target, pillar.rival)).key("pull").integer(pillar.pull);
      json.key("lead").integer(pillar.lead).key("decisive").boolean(pillar.decisive).end_object();
    }
    json.end_array().key("breaking_changes").begin_array();
    for (const pathway::BreakingChange& change : breaking_changes(what.after, *what.scenario, what.tolerance)) {
      json.begin_object(Layout::OneLine).key("target").text(name(change.target));
      json.key("rival").text(rival(change.target, change.rival)).key("change").integer(change.change).end_object();
    }
    json.end_array();
  }
  json.end_object();
  return json.take();
}

} // namespace rashin::cli
