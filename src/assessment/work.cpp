#include "study/work.h"
#include "assessment/table_parts.h"
#include "core/json.h"
#include "core/sha256.h"
#include "study/shared.h"

namespace rashin::assessment {
namespace {

using study::Basis;

class Steps {
 public:
  explicit Steps(const Assessment& assessment) : assessment_(assessment) {}
  void add(std::string id, std::string on) { list.push_back({std::move(id), std::move(on)}); }
  void parameter(const std::string& id, ParameterIndex index) { add(id, assessment_.common.parameters[index].id()); }
  void claims(const std::string& id, const std::vector<std::string>& claims) {
    for (const std::string& claim : claims) add(id, "claim:" + claim);
  }
  std::vector<Basis> list;

 private:
  const Assessment& assessment_;
};

void concepts(const Assessment& assessment, Steps& steps) {
  for (const Concept& each : assessment.concepts) {
    const std::string id = "concepts/" + each.id;
    if (each.curve) steps.add(id, "crossings/" + assessment.curves[*each.curve].id);
    for (const auto& index : {each.duration, each.effect, std::optional(each.difficulty)})
      if (index) steps.parameter(id, *index);
    if (each.graph)
      for (const std::size_t part : each.denies)
        steps.add(id, "denials/" + assessment.graphs[*each.graph].id + "." + assessment.decomposition.parts[part].id);
    if (each.graph) steps.add(id, "systems/" + assessment.graphs[*each.graph].id);
    for (const char* column : {"/counter_ja", "/counter_en"}) // it speaks against: the row does not rest on it
      steps.claims(id + column, each.counter.claims);
  }
}

void systems(const Assessment& assessment, Steps& steps) {
  for (const SystemsGraph& graph : assessment.graphs) {
    const std::string whole = "systems/" + graph.id;
    for (std::size_t v = 0; v < graph.availability.size(); ++v) {
      if (!graph.availability[v]) continue;
      steps.add(whole, whole + "." + graph.graph.nodes[v].id);
      steps.parameter(whole + "." + graph.graph.nodes[v].id, *graph.availability[v]);
    }
    for (const std::size_t part : deniable_parts(assessment, graph))
      if (!failing_nodes(assessment, graph, std::vector<std::size_t>{part}).empty())
        steps.add("denials/" + graph.id + "." + assessment.decomposition.parts[part].id, whole);
  }
}

void dossiers(const Assessment& assessment, Steps& steps) {
  std::vector<std::string> versus{"all"};
  for (const Party& party : assessment.parties)
    if (!party.own) versus.push_back(party.id);
  if (versus.size() == 2) versus.pop_back();
  for (const Cell& cell : assessment.cells) {
    const std::string id = "dossiers/" + cell_id(assessment, cell);
    const Party& party = assessment.parties[cell.party];
    if (cell.value) steps.parameter(id, *cell.value);
    steps.claims(id, cell.claims);
    if (!cell.value) continue;
    for (const std::string& other : versus)
      if (party.own || other == "all" || other == party.id)
        steps.add("asymmetries/" + asymmetry_id(assessment, cell.part, cell.axis, other), id);
  }
}

std::string manifest(const Assessment& assessment, const RunResult& result, const FileSet& inputs) {
  const study::Header& header = assessment.common.header;
  const BasisReport& basis = assessment.common.basis;
  JsonWriter json;
  json.begin_object().key("schema").integer(1).key("program").text("rashin").key("version").text(
      study::program_version());
  json.key("kind").text("assessment").key("id").text(header.id);
  json.key("status").text(header.status == study::Status::Release ? "release" : "draft");
  json.key("as_of").text(to_iso(header.as_of)).key("seed").integer(static_cast<std::int64_t>(result.seed));
  json.key("draws").integer(result.draws).key("horizon_days").integer(header.horizon_days);
  json.key("basis").begin_object().key("values").integer(basis.values).key("cited").integer(basis.cited);
  json.key("judged").integer(basis.judged).key("illustrative").integer(basis.illustrative);
  json.key("missing").integer(basis.missing).key("known_later").integer(basis.known_later);
  json.key("blank_cells").integer(assessment.blank_cells).end_object();
  json.key("inputs").begin_object();
  for (const auto& [name, bytes] : inputs)
    if (!study::is_private(name)) json.key(name).text(sha256_hex(bytes));
  json.end_object().end_object();
  return json.take();
}

} // namespace

std::vector<Basis> provenance(const Assessment& assessment) {
  Steps steps(assessment);
  for (const Need& need : assessment.needs) {
    const std::string id = "needs/" + need_id(assessment, need);
    for (const Behind& behind : need.behind) {
      if (assessment.axes[behind.axis].scale != AxisScale::Text)
        steps.add(id, "asymmetries/" + asymmetry_id(assessment, behind.part, behind.axis, "all"));
      for (std::size_t p = 0; p < assessment.parties.size(); ++p)
        if (const Cell* cell = assessment.find_cell(behind.part, behind.axis, p);
            cell && !cell->value && !cell->unknown)
          steps.add(id, "dossiers/" + cell_id(assessment, *cell));
    }
    steps.add(id, "concepts/" + assessment.concepts[need.concept_index].id);
    steps.parameter(id, need.ready);
  }
  concepts(assessment, steps);
  for (const CurvePair& pair : assessment.curves) {
    std::vector<std::string> claims = pair.claims;
    std::sort(claims.begin(), claims.end());
    claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
    steps.claims("crossings/" + pair.id, claims);
    if (pair.expert) steps.parameter("crossings/" + pair.id, *pair.expert);
  }
  systems(assessment, steps);
  dossiers(assessment, steps);
  for (const PaperSet& set : assessment.papers) {
    const std::string& part = assessment.decomposition.parts[set.part].id;
    steps.claims("leadership_risk/" + part, set.claims);
    for (const std::string& country : set.corpus.countries)
      steps.claims("leadership/" + part + "." + country, set.claims);
  }
  for (std::size_t n = 0; n < assessment.gravity.nodes.size(); ++n)
    steps.claims("gravity/" + assessment.gravity.nodes[n].id, assessment.gravity_texts[n].claims);
  for (const Quantity& q : assessment.common.parameters) {
    steps.add("parameters/" + q.id(), q.id());
    steps.claims(q.id(), q.claims);
    for (const PersonValue& person : q.people) steps.claims(q.id(), person.claims);
  }
  return std::move(steps.list);
}

FileSet run_files(const Assessment& assessment, const RunResult& result, const std::vector<study::ResultTable>& tables,
                  const FileSet& inputs) {
  FileSet files;
  files["run.json"] = manifest(assessment, result, inputs);
  for (const auto& [name, bytes] : inputs)
    if (!study::is_private(name)) files["inputs/" + name] = bytes;
  for (const study::ResultTable& table : tables) files["results/" + table.name + ".csv"] = to_csv(table.table);
  files["results/columns.csv"] = study::columns_csv(tables);
  files["results/trace.csv"] = study::trace_csv(provenance(assessment));
  if (auto book = study::workbook(files, tables)) files["results.xlsx"] = book.take();
  return files;
}

FileSet new_assessment(std::string_view id) {
  return study::from_template("registry/templates/assessment/", id);
}

} // namespace rashin::assessment
