#include "server/api_study.h"

#include "collect/json_file.h"
#include "core/sha256.h"
#include "format/edit.h"
#include "study/exchange.h"

#include <algorithm>

namespace rashin::server {
namespace {

/// The hash of the file that the editor saw, from If-Match; `"…"` or bare.
std::string seen_hash(const Request& request) {
  std::string hash = request.if_match;
  if (hash.size() >= 2 && hash.front() == '"' && hash.back() == '"') hash = hash.substr(1, hash.size() - 2);
  return hash;
}

/// The outcome, with what the work now says of itself.
Response outcome_of(const Call& call, const WorkPlace& work, const Result<EditOutcome>& outcome) {
  if (!outcome) return failure(outcome.diagnostics());
  JsonWriter json;
  json.begin_object().key("files").begin_array();
  for (const auto& [file, hash] : outcome->files)
    json.begin_object(JsonWriter::Layout::OneLine).key("path").text(file).key("sha256").text(hash).end_object();
  json.end_array().key("undo").integer(static_cast<std::int64_t>(outcome->undo));
  json.key("redo").integer(static_cast<std::int64_t>(outcome->redo)).key("diagnostics");
  write_faults(json, call.api.works, work);
  json.end_object();
  return json_answer(json.take());
}

/// The changes of a workbook and what would become of the study; what was seen, for the answer that applies them.
struct Import {
  WorkPlace work;
  FileSet files;
  std::vector<study::FileChange> changes;
  Diagnostics notes;
  std::string seen;
};

Result<Import> read_import(const Call& call) {
  auto work = call.api.works.find(call.words[0]);
  if (!work) return work.diagnostics();
  auto files = call.api.works.files(*work);
  if (!files) return files.diagnostics();
  auto changes = study::workbook_changes(*files, "workbook.xlsx", call.request.body);
  if (!changes) return changes.diagnostics();
  Import import{work.take(), files.take(), *changes, changes.diagnostics(), {}};
  if (Diagnostics faults = study::faults_after(import.files, import.changes); !faults.empty()) return faults;
  std::string state;
  for (const study::FileChange& change : import.changes)
    state += change.file + sha256_hex(import.files.at(change.file)) + sha256_hex(change.bytes);
  import.seen = sha256_hex(state);
  return import;
}

void write_row(JsonWriter& json, const format::RowChange& row) {
  static constexpr const char* fates[] = {"changed", "added", "removed"};
  json.begin_object().key("fate").text(fates[static_cast<int>(row.fate)]);
  json.key("line").integer(static_cast<std::int64_t>(row.line)).key("cells").begin_array();
  for (const format::CellChange& cell : row.cells)
    json.begin_object(JsonWriter::Layout::OneLine)
        .key("column")
        .text(cell.column)
        .key("before")
        .text(cell.before)
        .key("after")
        .text(cell.after)
        .end_object();
  json.end_array().end_object();
}

} // namespace

Response preview_import(const Call& call) {
  const auto import = read_import(call);
  if (!import) return failure(import.diagnostics());
  JsonWriter json;
  json.begin_object().key("seen").text(import->seen).key("files").begin_array();
  for (const study::FileChange& change : import->changes) {
    json.begin_object().key("path").text(change.file).key("rows").begin_array();
    for (const format::RowChange& row : change.rows) write_row(json, row);
    json.end_array().end_object();
  }
  json.end_array().key("diagnostics");
  write_diagnostics(json, import->notes);
  json.end_object();
  return json_answer(json.take());
}

Response apply_import(const Call& call) {
  const auto import = read_import(call);
  if (!import) return failure(import.diagnostics());
  if (import->seen != seen_hash(call.request))
    return failure({make_diagnostic("edit-file-changed", {}, {import->work.id})});
  std::vector<FileEdit> edits;
  for (const study::FileChange& change : import->changes)
    edits.push_back({change.file, sha256_hex(import->files.at(change.file)), change.bytes});
  return outcome_of(call, import->work, call.api.works.edit_files(import->work, edits));
}

Response edit_value(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  if (!work) return failure(work.diagnostics());
  if (work->kind != "study") return failure(404, "not-a-study");
  collect::JsonFile body("request", call.request.body);
  const std::string id = body.text(body.member(body.root(), "id"));
  const std::string value = body.text(body.member(body.root(), "value"));
  body.allow_only(body.root(), {"id", "value"});
  if (!body.ok()) return failure(body.faults());
  const auto read = read_work(call);
  if (!read) return failure(read.diagnostics());
  const std::vector<Quantity>& values = (*read)->open->parameters;
  const auto quantity = std::ranges::find_if(values, [&](const Quantity& q) { return q.id() == id; });
  if (quantity == values.end() || quantity->place.end_byte <= quantity->place.begin_byte ||
      quantity->place.file.ends_with(".xlsx"))
    return failure({make_diagnostic("work-value-unknown", {}, {id})});
  const Place place = quantity->place;
  return outcome_of(call, *work,
                    call.api.works.edit(*work, place.file, seen_hash(call.request), [&](const std::string& bytes) {
                      return place.file.ends_with(".csv") ? format::edit_csv(bytes, place, value)
                                                          : format::edit_yaml(bytes, place, value);
                    }));
}

Response edit_cell(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  if (!work) return failure(work.diagnostics());
  collect::JsonFile body("request", call.request.body);
  const std::string file = body.text(body.member(body.root(), "file"));
  const std::string value = body.text(body.member(body.root(), "value"));
  const std::string column = body.optional_text(body.root(), "column"), path = body.optional_text(body.root(), "path");
  const std::size_t row = body.count(body.root(), "row", 0, 0, 100'000'000);
  body.allow_only(body.root(), {"file", "row", "column", "path", "value"});
  if (!body.ok()) return failure(body.faults());
  return outcome_of(call, *work,
                    call.api.works.edit(*work, file, seen_hash(call.request), [&](const std::string& bytes) {
                      return file.ends_with(".csv") ? format::edit_csv(file, bytes, row, column, value)
                                                    : format::edit_yaml(file, bytes, path, value);
                    }));
}

Response paste_cells(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  if (!work) return failure(work.diagnostics());
  collect::JsonFile body("request", call.request.body);
  const std::string file = body.text(body.member(body.root(), "file"));
  const std::string column = body.text(body.member(body.root(), "column"));
  const std::size_t row = body.count(body.root(), "row", 0, 0, 100'000'000);
  std::vector<std::vector<std::string>> block;
  for (const collect::JsonValue& line : body.items(body.member(body.root(), "rows"))) block.push_back(body.texts(line));
  body.allow_only(body.root(), {"file", "row", "column", "rows"});
  if (!body.ok()) return failure(body.faults());
  if (!file.ends_with(".csv")) return failure({make_diagnostic("edit-no-target", {}, {file})});
  return outcome_of(call, *work,
                    call.api.works.edit(*work, file, seen_hash(call.request), [&](const std::string& bytes) {
                      return format::paste_csv(file, bytes, row, column, block);
                    }));
}

Response undo_edit(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  return work ? outcome_of(call, *work, call.api.works.undo(*work)) : failure(work.diagnostics());
}

Response redo_edit(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  return work ? outcome_of(call, *work, call.api.works.redo(*work)) : failure(work.diagnostics());
}

} // namespace rashin::server
