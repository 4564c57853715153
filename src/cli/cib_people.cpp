#include "cli/cib_people.h"

#include "cli/cib_files.h"
#include "core/number_text.h"

#include <algorithm>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using collect::JsonValue;
using pathway::CrossImpactMatrix;
using pathway::ExpertMatrix;

constexpr double largest = CrossImpactMatrix::largest_cell;

/// A list of objects with name and states, or an object of lists.
std::vector<pathway::Descriptor> read_descriptors(JsonFile& file, const JsonValue& given) {
  std::vector<pathway::Descriptor> descriptors;
  if (given.kind == JsonValue::Kind::Object)
    for (std::size_t d = 0; d < given.names.size(); ++d)
      descriptors.push_back({given.names[d], file.texts(given.items[d])});
  else
    for (const JsonValue& item : file.items(given)) {
      file.allow_only(item, {"name", "states"});
      descriptors.push_back({file.text(file.member(item, "name")), file.texts(file.member(item, "states"))});
    }
  for (std::size_t d = 0; d < descriptors.size(); ++d) {
    const std::size_t count = descriptors[d].states.size();
    if (count == 0) file.fail(given, "scw-no-state", {descriptors[d].name});
    if (count > 64) file.fail(given, "scw-too-many-states", {descriptors[d].name, std::to_string(count)});
  }
  if (descriptors.empty() && file.ok()) file.fail(given, "scw-no-descriptor");
  return descriptors;
}

int whole(JsonFile& file, const JsonValue& cell) {
  const double value = file.number(cell, -largest, largest);
  if (value != static_cast<int>(value)) file.fail(cell, "json-not-whole", {shortest(value)});
  return static_cast<int>(value);
}

void read_matrix(JsonFile& file, const JsonValue& matrix, std::size_t states, ExpertMatrix& person) {
  std::size_t row = 0;
  for (const JsonValue& line : file.items(matrix, states)) {
    std::size_t column = 0;
    for (const JsonValue& cell : file.items(line, states)) {
      if (cell.kind != JsonValue::Kind::Null) person.cells[row * states + column] = whole(file, cell);
      ++column;
    }
    ++row;
  }
}

/// Single cells with what stands behind them.
void read_cells(JsonFile& file, const JsonValue& cells, const CrossImpactMatrix& frame, ExpertMatrix& person) {
  for (const JsonValue& item : file.items(cells)) {
    file.allow_only(item, {"from", "to", "value", "confidence", "reason"});
    const auto state = [&](std::string_view member) -> std::size_t {
      const JsonValue& name = file.member(item, member);
      const auto found = state_named(frame, file.text(name));
      if (!found && name.kind == JsonValue::Kind::Text) file.fail(name, "cib-state-unknown", {name.text});
      return found.value_or(0);
    };
    const std::size_t cell = state("from") * frame.states() + state("to");
    if (const JsonValue* value = item.find("value"); value && value->kind != JsonValue::Kind::Null)
      person.cells[cell] = whole(file, *value);
    const int confidence = static_cast<int>(file.count(item, "confidence", 0, 1, 5));
    person.notes[cell] = {file.optional_text(item, "reason"), confidence};
  }
}

/// Every cell off the diagonal must have been judged; the place is that of the empty cell, or of the person.
void check_skipped(JsonFile& file, const JsonValue& item, const CrossImpactMatrix& frame, const ExpertMatrix& person) {
  const JsonValue* const matrix = item.find("matrix");
  for (const std::size_t cell : skipped_cells(frame.descriptors(), person)) {
    const std::size_t row = cell / frame.states(), column = cell % frame.states();
    const std::string name = state_name(frame, row) + " -> " + state_name(frame, column);
    file.fail(matrix ? matrix->items[row].items[column] : item, "cib-cell-skipped", {person.by, name});
  }
}

ExpertMatrix read_person(JsonFile& file, const JsonValue& item, const CrossImpactMatrix& frame, std::string by) {
  const std::size_t cells = frame.states() * frame.states();
  ExpertMatrix person{std::move(by), std::vector<std::optional<int>>(cells), {}};
  if (const JsonValue* matrix = item.find("matrix")) read_matrix(file, *matrix, frame.states(), person);
  if (item.find("confidence")) {
    const int confidence = static_cast<int>(file.count(item, "confidence", 4, 1, 5));
    for (std::size_t cell = 0; cell < cells; ++cell) person.notes[cell].confidence = confidence;
  }
  if (const JsonValue* list = item.find("cells")) read_cells(file, *list, frame, person);
  if (file.ok()) check_skipped(file, item, frame, person);
  return person;
}

void warn_of_self_impacts(JsonFile& file, const JsonValue& item, const CrossImpactMatrix& frame,
                          const ExpertMatrix& person) {
  std::vector<int> cells;
  for (const auto& cell : person.cells) cells.push_back(cell.value_or(0));
  for (const std::size_t d : CrossImpactMatrix(frame.descriptors(), cells).self_impacts())
    file.fail(item, "scw-self-impact", {frame.descriptors()[d].name});
}

Result<CibFile> read_json(const std::string& name, std::string_view bytes, const std::string& by) {
  JsonFile file(name, bytes);
  const JsonValue& root = file.root();
  file.allow_only(root, {"schema", "descriptors", "matrix", "cells", "people", "confidence"});
  CibFile read{read_descriptors(file, file.member(root, "descriptors")), {}, {}};
  if (!file.ok()) return file.faults();
  std::size_t states = 0;
  for (const auto& descriptor : read.descriptors) states += descriptor.states.size();
  if (states > 1024) {
    file.fail(root, "scw-too-large", {"1024"});
    return file.faults();
  }
  const CrossImpactMatrix frame(read.descriptors, std::vector<int>(states * states, 0));
  const JsonValue* const people = root.find("people");
  if (!people && !root.find({"matrix", "cells"})) file.member(root, "matrix");
  if (!people && file.ok()) read.people.push_back(read_person(file, root, frame, by));
  for (const JsonValue& item : people ? file.items(*people) : std::vector<JsonValue>{}) {
    file.allow_only(item, {"by", "matrix", "cells", "confidence"});
    read.people.push_back(read_person(file, item, frame, file.text(file.member(item, "by"))));
  }
  if (file.ok() && read.people.empty()) file.fail(root, "judge-nobody");
  if (file.ok())
    for (std::size_t p = 0; p < read.people.size(); ++p)
      warn_of_self_impacts(file, people ? people->items[p] : root, frame, read.people[p]);
  if (!file.ok()) return file.faults();
  return {std::move(read), file.faults()};
}

} // namespace

Result<CibFile> read_cib(const std::string& file, std::string_view bytes, const std::string& by) {
  const std::size_t first = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
  if (first != std::string_view::npos && bytes[first] == '{') return read_json(file, bytes, by);
  auto project = collect::read_scw(file, bytes);
  if (!project) return project.diagnostics();
  Diagnostics notes = project.diagnostics();
  CibFile read{matrix_of(*project).descriptors(), {expert_of(*project, by)}, {}};
  read.project = project.take();
  return {std::move(read), std::move(notes)};
}

} // namespace rashin::cli
