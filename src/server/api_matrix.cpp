// The cross-impact matrix of a study, everybody's judgements side by side.
#include "server/api_study.h"

#include "study/model.h"

#include <set>

namespace rashin::server {
namespace {

void write_title(JsonWriter& json, const LocalizedText& title) {
  json.key("ja").text(title.in(Language::Japanese)).key("en").text(title.in(Language::English));
}

void write_descriptors(JsonWriter& json, const study::MatrixPathways& matrix) {
  json.key("descriptors").begin_array();
  for (std::size_t d = 0; d < matrix.descriptors.size(); ++d) {
    json.begin_object().key("id").text(matrix.descriptors[d].name);
    write_title(json, matrix.titles[d]);
    json.key("states").begin_array();
    for (std::size_t s = 0; s < matrix.states[d].size(); ++s) {
      json.begin_object(JsonWriter::Layout::OneLine).key("id").text(matrix.descriptors[d].states[s]);
      write_title(json, matrix.states[d][s].title);
      json.end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

/// The one whose matrix a project holds, or all people.
void write_people(JsonWriter& json, const study::MatrixPathways& matrix) {
  json.key("people").begin_array();
  const auto one = [&](const std::string& by, const LocalizedText& title) {
    json.begin_object(JsonWriter::Layout::OneLine).key("by").text(by);
    write_title(json, title);
    json.end_object();
  };
  if (matrix.people.empty()) one(matrix.by, {matrix.by, matrix.by});
  for (const study::MatrixPerson& person : matrix.people) one(person.by, person.title);
  json.end_array();
}

void write_judgement(JsonWriter& json, const study::MatrixPerson& person, std::size_t cell) {
  json.begin_object(JsonWriter::Layout::OneLine).key("value").integer(person.judged.cells[cell].value_or(0));
  json.key("row").integer(static_cast<std::int64_t>(person.rows.at(cell)));
  const auto note = person.judged.notes.find(cell);
  json.key("confidence").integer(note == person.judged.notes.end() ? 0 : note->second.confidence);
  json.key("reason").text(note == person.judged.notes.end() ? "" : note->second.reason);
  json.key("claims").begin_array();
  if (const auto claims = person.cell_claims.find(cell); claims != person.cell_claims.end())
    for (const std::string& claim : claims->second) json.text(claim);
  json.end_array().end_object();
}

/// Row after row; null within a descriptor (where a project says nothing of it).
void write_cells(JsonWriter& json, const study::MatrixPathways& matrix) {
  std::set<std::size_t> disputed;
  const pathway::CrossImpactMatrix cells = matrix.matrix();
  for (const pathway::DivergingCell& cell : matrix.diverging())
    if (study::is_disputed(cell)) disputed.insert(cell.row * cells.states() + cell.column);
  json.key("cells").begin_array();
  for (std::size_t cell = 0; cell < matrix.cells.size(); ++cell) {
    const std::size_t row = cell / cells.states(), column = cell % cells.states();
    if (cells.descriptor_of(row) == cells.descriptor_of(column) && matrix.cells[cell] == 0) {
      json.null();
      continue;
    }
    json.begin_object().key("pooled").number(matrix.in_units(matrix.cells[cell]));
    json.key("disputed").boolean(disputed.contains(cell)).key("judgements").begin_array();
    for (const study::MatrixPerson& person : matrix.people) write_judgement(json, person, cell);
    json.end_array().end_object();
  }
  json.end_array();
}

void write_scenarios(JsonWriter& json, const study::Study& study, const study::MatrixPathways& matrix) {
  json.key("scenarios").begin_array();
  for (const study::MatrixScenario& scenario : matrix.scenarios) {
    json.begin_object().key("id").text(scenario.id).key("states").begin_array();
    for (const int state : scenario.states) json.integer(state);
    json.end_array().key("weight").number(scenario.weight);
    json.key("inconsistency").number(matrix.in_units(scenario.figures.inconsistency)).key("margin");
    scenario.figures.margin ? json.number(matrix.in_units(*scenario.figures.margin)) : json.null();
    json.key("pathway").text(scenario.pathway ? study.pathways[*scenario.pathway].id : "").end_object();
  }
  json.end_array();
}

} // namespace

Response show_matrix(const Call& call) {
  const auto place = call.api.works.find(call.words[0]);
  if (!place) return failure(place.diagnostics());
  if (place->kind != "study") return failure(404, "not-a-study");
  const auto read = read_work(call);
  if (!read) return failure(read.diagnostics());
  const study::Study& study = *(*read)->open->study;
  static const study::MatrixPathways none;
  const study::MatrixPathways& matrix = study.matrix ? *study.matrix : none;
  JsonWriter json;
  json.begin_object().key("file").text(matrix.file);
  json.key("disputed_spread").integer(study::disputed_spread);
  json.key("cycle_share").number(matrix.cycle_share);
  write_descriptors(json, matrix);
  write_people(json, matrix);
  if (study.matrix)
    write_cells(json, matrix);
  else
    json.key("cells").begin_array().end_array();
  write_scenarios(json, study, matrix);
  json.end_object();
  return json_answer(json.take());
}

} // namespace rashin::server
