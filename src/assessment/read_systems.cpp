#include "assessment/reading.h"
#include "evidence/fields.h"

#include <algorithm>

namespace rashin::assessment {
namespace {

using balance::GravityKind;

GravityKind kind_of(std::string_view word) {
  return word == "centre"        ? GravityKind::Centre
         : word == "capability"  ? GravityKind::Capability
         : word == "requirement" ? GravityKind::Requirement
                                 : GravityKind::Vulnerability;
}

SystemsGraph& graph_of(Reading& reading, const Row& row) {
  auto& graphs = reading.assessment.graphs;
  const auto [found, added] = reading.graphs.emplace(row.text("graph"), graphs.size());
  if (added) graphs.push_back({row.text("graph"), row.text("side"), {}, {}, {}, {}});
  return graphs[found->second];
}

void read_system(Reading& reading, const format::CsvFile& file, const Row& row, Ids& nodes,
                 std::map<std::string, std::size_t>& sinks) {
  SystemsGraph& graph = graph_of(reading, row);
  const std::string key = row.text("graph") + "." + row.text("id");
  if (!study::add_id(reading.common, nodes, key, graph.graph.nodes.size(), row.place("id"))) return;
  reading.find(reading.parties, "sides", "sides", row.text("side"), row.place("side"));
  if (row.text("side") != graph.party)
    reading.fault("graph-two-sides", row.place("side"), {graph.id, graph.party, row.text("side")});
  const auto layer = format::integer_at(file, row.index(), *file.column("layer"));
  take_faults(layer, reading.common.faults);
  const std::size_t at = graph.graph.nodes.size();
  graph.graph.nodes.push_back({row.text("id"), layer ? static_cast<int>(layer->value_or(0)) : 0, 1, row.place("id")});
  graph.titles.push_back(row.localized("title"));
  graph.parts.emplace_back();
  graph.availability.emplace_back();
  for (const std::string& word : row.words("parts"))
    if (const auto part = reading.find(reading.parts, "technologies.csv", "technologies", word, row.place("parts")))
      graph.parts.back().push_back(*part);
  if (row.text("role") == "source") graph.graph.sources.push_back(at);
  if (row.text("role") == "sink") {
    graph.graph.sink = at;
    if (++sinks[graph.id] > 1) reading.fault("graph-sinks", row.place("role"), {graph.id});
    return;
  }
  if (row.text("value").empty()) return reading.fault("node-without-availability", row.place("value"), {key});
  const auto kept = reading.keep_number(file, row.index(), "systems", key, "availability");
  if (!kept) return;
  const Quantity& q = reading.common.study.parameters[*kept];
  if (!is_convertible(q.unit, parse_unit("share", {}).value()))
    reading.fault("unit-does-not-fit", q.unit_place, {q.id(), q.unit.text(), "share"});
  graph.availability.back() = *kept;
}

void read_links(Reading& reading, const Ids& nodes) {
  const auto file = reading.common.table("links", links_schema());
  if (!file) return;
  for (std::size_t r = 0; r < file->rows(); ++r) {
    const Row row(*file, r);
    const auto graph = reading.find(reading.graphs, "systems.csv", "systems", row.text("graph"), row.place("graph"));
    if (!graph) continue;
    const auto end = [&](std::string_view name) {
      return reading.find(nodes, "systems.csv", "systems", row.text("graph") + "." + row.text(name), row.place(name));
    };
    const auto from = end("from"), to = end("to");
    if (from && to) reading.assessment.graphs[*graph].graph.edges.push_back({*from, *to, row.place("to")});
  }
}

} // namespace

void read_gravity(Reading& reading) {
  const auto file = reading.common.table("gravity", gravity_schema());
  if (!file) return;
  balance::GravityGraph& graph = reading.assessment.gravity;
  for (std::size_t r = 0; r < file->rows(); ++r) {
    const Row row(*file, r);
    const GravityKind kind = kind_of(row.text("kind"));
    reading.find(reading.parties, "sides", "sides", row.text("side"), row.place("side"));
    graph.nodes.push_back({row.text("id"), kind, row.text("side"), "", row.place("id")});
    reading.assessment.gravity_texts.push_back({row.localized("title"), claims_of(reading, row), row.text("by")});
    if (reading.assessment.gravity_texts.back().claims.empty() && row.text("by").empty())
      reading.fault("cell-without-source", row.place("basis"));
    if (kind == GravityKind::Vulnerability)
      graph.nodes.back().requirement = row.text("of"), graph.nodes.back().place = row.place("of");
    else
      for (const std::string& upper : row.words("of")) graph.edges.push_back({upper, row.text("id"), row.place("of")});
  }
  for (Diagnostic& d : balance::check_gravity(graph)) reading.common.faults.push_back(std::move(d));
}

void read_systems(Reading& reading) {
  const auto file = reading.common.table("systems", systems_schema());
  if (!file) return;
  Ids nodes;
  std::map<std::string, std::size_t> sinks;
  const std::size_t before = reading.common.faults.size();
  for (std::size_t r = 0; r < file->rows(); ++r) read_system(reading, *file, Row(*file, r), nodes, sinks);
  for (const SystemsGraph& graph : reading.assessment.graphs)
    if (!sinks.contains(graph.id)) reading.fault("graph-sinks", graph.graph.nodes.front().place, {graph.id});
  read_links(reading, nodes);
  if (reading.common.faults.size() > before) return;
  for (const SystemsGraph& graph : reading.assessment.graphs) {
    for (Diagnostic& d : balance::check_systems(graph.graph)) reading.common.faults.push_back(std::move(d));
    if (const auto sure = balance::reliability(graph.graph); !sure)
      for (const Diagnostic& d : sure.diagnostics())
        reading.fault(d.code, graph.graph.nodes.front().place, {std::to_string(graph.graph.nodes.size()), "262144"});
  }
}

} // namespace rashin::assessment
