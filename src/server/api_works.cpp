#include "server/api_study.h"

#include "core/sha256.h"
#include "format/csv.h"
#include "handover/export.h"
#include "store/folder.h"
#include "study/exchange.h"
#include "study/sensitivity.h"
#include "study/work.h"

namespace rashin::server {
namespace {

void write_text(JsonWriter& json, std::string_view key, const LocalizedText& text) {
  json.key(key)
      .begin_object(JsonWriter::Layout::OneLine)
      .key("ja")
      .text(text.in(Language::Japanese))
      .key("en")
      .text(text.in(Language::English))
      .end_object();
}

void write_basis(JsonWriter& json, const BasisReport& basis) {
  json.key("basis").begin_object(JsonWriter::Layout::OneLine).key("values").integer(basis.values);
  json.key("cited").integer(basis.cited).key("judged").integer(basis.judged);
  json.key("illustrative").integer(basis.illustrative).key("missing").integer(basis.missing);
  json.key("known_later").integer(basis.known_later).end_object();
}

void write_tasks(JsonWriter& json, const std::vector<study::Task>& tasks) {
  json.key("tasks").begin_array();
  for (const study::Task& task : tasks) {
    json.begin_object(JsonWriter::Layout::OneLine)
        .key("id")
        .text(task.id)
        .key("ja")
        .text(task.what.in(Language::Japanese));
    json.key("en").text(task.what.in(Language::English)).key("who").text(task.who).key("due").text(task.due);
    json.key("done").boolean(task.done).end_object();
  }
  json.end_array();
}

void write_words(JsonWriter& json, std::string_view key, const std::vector<std::string>& words) {
  json.key(key).begin_array(JsonWriter::Layout::OneLine);
  for (const std::string& word : words) json.text(word);
  json.end_array();
}

void write_summary(JsonWriter& json, const Workspace& works, const WorkPlace& work) {
  json.key("id").text(work.id).key("kind").text(work.kind).key("formats").text(kind_of(work).formats);
  const auto read = works.read(work);
  const auto changed = read ? changed_since_run(works, work, (*read)->files) : std::nullopt;
  json.key("readable")
      .boolean(read && (*read)->open)
      .key("run")
      .text(!changed           ? "none"
            : changed->empty() ? "current"
                               : "stale");
  write_words(json, "changed", changed.value_or(std::vector<std::string>()));
  if (!read || !(*read)->open) return;
  const OpenWork& open = *(*read)->open;
  write_text(json, "title", open.title);
  write_text(json, "question", open.question);
  json.key("status").text(open.draft ? "draft" : "release");
  if (!open.focal_country.empty()) json.key("focal_country").text(open.focal_country);
  json.key("as_of").text(to_iso(open.as_of)).key("marking").text(open.marking);
  write_basis(json, open.basis);
  write_tasks(json, open.tasks);
}

Result<FileSet> files_of(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  if (!work) return work.diagnostics();
  return call.api.works.files(*work);
}

/// The file that the query names; the fault where there is none.
Result<FileSet::value_type> wanted_file(const Call& call, std::string_view ending = "") {
  const auto files = files_of(call);
  if (!files) return files.diagnostics();
  const auto path = call.query.find("path");
  const auto file = path == call.query.end() ? files->end() : files->find(path->second);
  if (file == files->end() || !file->first.ends_with(ending))
    return Diagnostics{make_diagnostic("work-file-unknown", {}, {path == call.query.end() ? "" : path->second})};
  return *file;
}

} // namespace

Result<std::shared_ptr<const ReadWork>> read_work(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  if (!work) return work.diagnostics();
  auto read = call.api.works.read(*work);
  if (read && !(*read)->open) return (*read)->open.diagnostics();
  return read;
}

void write_faults(JsonWriter& json, const Workspace& works, const WorkPlace& work) {
  const auto read = works.read(work);
  write_diagnostics(json, read ? (*read)->open.diagnostics() : read.diagnostics());
}

Response show_version(const Call&) {
  JsonWriter json;
  json.begin_object().key("program").text("rashin").key("version").text(study::program_version()).end_object();
  return json_answer(json.take());
}

Response show_open_api(const Call&) {
  return json_answer(open_api());
}

Response list_works(const Call& call) {
  JsonWriter json;
  json.begin_object().key("works").begin_array();
  for (const WorkPlace& work : call.api.works.works()) {
    json.begin_object();
    write_summary(json, call.api.works, work);
    json.end_object();
  }
  json.end_array().end_object();
  return json_answer(json.take());
}

Response show_work(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  if (!work) return failure(work.diagnostics());
  JsonWriter json;
  json.begin_object();
  write_summary(json, call.api.works, *work);
  const auto [undo, redo] = call.api.works.history(*work);
  json.key("undo").integer(static_cast<std::int64_t>(undo)).key("redo").integer(static_cast<std::int64_t>(redo));
  const auto files = call.api.works.files(*work);
  json.key("files").begin_array();
  if (files)
    for (const auto& [name, bytes] : *files)
      json.begin_object(JsonWriter::Layout::OneLine)
          .key("path")
          .text(name)
          .key("bytes")
          .integer(static_cast<std::int64_t>(bytes.size()))
          .key("sha256")
          .text(sha256_hex(bytes))
          .end_object();
  json.end_array().key("diagnostics");
  write_faults(json, call.api.works, *work);
  json.end_object();
  return json_answer(json.take());
}

Response list_names(const Call& call) {
  const auto read = read_work(call);
  if (!read) return failure(read.diagnostics());
  JsonWriter json;
  json.begin_object();
  for (const auto& [group, names] : (*read)->open->names) {
    json.key(group).begin_object();
    for (const auto& [id, title] : names) write_text(json, id, title);
    json.end_object();
  }
  json.end_object();
  return json_answer(json.take());
}

Response show_file(const Call& call) {
  const auto file = wanted_file(call);
  if (!file) return failure(file.diagnostics());
  const bool text = !file->first.ends_with(".xlsx");
  return {.type = text ? "text/plain; charset=utf-8" : "application/octet-stream",
          .body = file->second,
          .headers = {{"ETag", "\"" + sha256_hex(file->second) + "\""}}};
}

Response list_values(const Call& call) {
  const auto read = read_work(call);
  if (!read) return failure(read.diagnostics());
  const FileSet& files = (*read)->files;
  JsonWriter json;
  json.begin_object().key("values").begin_array();
  for (const Quantity& q : (*read)->open->parameters) {
    json.begin_object(JsonWriter::Layout::OneLine).key("id").text(q.id()).key("link").text(study::link_word(q.link));
    const bool one = q.people.empty();
    json.key("median").number(one ? q.distribution.quantile(0.5) : q.people.front().distribution.quantile(0.5));
    json.key("p5").number(one ? q.distribution.quantile(0.05) : q.people.front().distribution.quantile(0.05));
    json.key("p95").number(one ? q.distribution.quantile(0.95) : q.people.front().distribution.quantile(0.95));
    json.key("people").integer(static_cast<std::int64_t>(q.people.size())).key("unit").text(q.unit.text());
    json.key("period").text(q.period ? q.period->text : "").key("standing").text(standing_word(q.standing()));
    json.key("by").text(q.by).key("claims").begin_array(JsonWriter::Layout::OneLine);
    for (const std::string& claim : q.claims) json.text(claim);
    json.end_array().key("file").text(q.place.file).key("line").integer(q.place.line);
    json.key("written").text(
        q.place.end_byte > q.place.begin_byte && files.contains(q.place.file)
            ? files.at(q.place.file).substr(q.place.begin_byte, q.place.end_byte - q.place.begin_byte)
            : "");
    json.end_object();
  }
  json.end_array().end_object();
  return json_answer(json.take());
}

Response show_table(const Call& call) {
  const auto file = wanted_file(call, ".csv");
  if (!file) return failure(file.diagnostics());
  const auto table = format::read_csv(file->first, file->second);
  if (!table) return failure(table.diagnostics());
  JsonWriter json;
  json.begin_object().key("path").text(file->first).key("sha256").text(sha256_hex(file->second));
  json.key("columns").begin_array(JsonWriter::Layout::OneLine);
  for (const auto& column : table->columns) json.text(column.name);
  json.end_array().key("rows").begin_array();
  for (std::size_t r = 0; r < table->rows(); ++r) {
    json.begin_array(JsonWriter::Layout::OneLine);
    for (const format::CsvCell& cell : table->row(r)) json.text(cell.text);
    json.end_array();
  }
  json.end_array().end_object();
  return json_answer(json.take());
}

Response fetch_tables(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  if (!work) return failure(work.diagnostics());
  if (work->kind != "study") return failure(404, "not-a-study");
  const auto files = call.api.works.files(*work);
  if (!files) return failure(files.diagnostics());
  const auto book = study::input_workbook(*files);
  if (!book) return failure(book.diagnostics());
  const std::string name = call.words[0] + ".tables.xlsx";
  return {.type = std::string(handover::media_type_of(name)),
          .body = *book,
          .headers = {{"Content-Disposition", "attachment; filename=\"" + name + "\""}}};
}

} // namespace rashin::server
