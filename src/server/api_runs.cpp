#include "server/api_study.h"

#include "collect/json_file.h"
#include "format/csv.h"
#include "store/work_folder.h"
#include "study/read.h"
#include "study/trace.h"

#include <algorithm>

namespace rashin::server {
namespace {

constexpr std::string_view report_policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'";

Diagnostics replace_run(const std::filesystem::path& folder, const FileSet& out) {
  auto replacement = store::FolderReplacement::begin(folder);
  if (!replacement) return replacement.diagnostics();
  auto target = replacement.take();
  if (Diagnostics failed = target.add(out); !failed.empty()) return failed;
  return target.commit();
}

/// Runs the work as its files stand now; a full run takes the place of the earlier one on the disk.
Result<FileSet> run_now(const Workspace& works, const WorkPlace& work, std::optional<int> draws, bool quick,
                        const JobHand& hand) {
  const auto read = works.read(work);
  if (!read) return read.diagnostics();
  if (!(*read)->open) return (*read)->open.diagnostics();
  const auto out = kind_of(work).run({works, work, **read, draws, quick, hand});
  if (!out) return out.diagnostics();
  if (quick) return Result(FileSet{}, out.diagnostics());
  if (hand.stop.stop_requested()) return make_diagnostic("stopped", {});
  const std::filesystem::path folder = works.run_folder(work);
  auto earlier = store::read_run_folder(folder, study::file_endings);
  if (Diagnostics failed = replace_run(folder, *out); !failed.empty()) return failed;
  if (earlier) hand.replaced(earlier.take());
  return Result(FileSet{}, out.diagnostics());
}

/// The files shown by a run, where the query asks for them; else the run on the disk is meant.
Result<std::shared_ptr<const FileSet>> shown_files(const Call& call, const WorkPlace& work) {
  const auto which = call.query.find("run");
  if (which == call.query.end() || which->second != "quick") return std::shared_ptr<const FileSet>();
  auto quick = call.api.jobs.quick_files(work.id);
  if (!quick) return make_diagnostic("not-a-run", {}, {"quick"});
  return quick;
}

Result<study::FinishedRun> finished(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  if (!work) return work.diagnostics();
  const auto files = run_of(call, *work);
  if (!files) return files.diagnostics();
  return study::read_finished_run(*files);
}

/// One table of the run asked for, as rows with the header first.
Result<std::vector<std::vector<std::string>>> table_of(const Call& call, const WorkPlace& work, std::string_view name) {
  const std::string file = "results/" + std::string(name) + ".csv";
  const auto quick = shown_files(call, work);
  if (!quick) return quick.diagnostics();
  std::string bytes;
  if (*quick) {
    const auto found = (*quick)->find(file);
    if (found == (*quick)->end()) return make_diagnostic("work-file-unknown", {}, {file});
    bytes = found->second;
  } else {
    const auto folder = call.api.works.run_folder(work);
    std::error_code error;
    if (!std::filesystem::is_regular_file(folder / "run.json", error))
      return make_diagnostic("not-a-run", {}, {work.id});
    auto read = store::read_file(folder / file);
    if (!read) return make_diagnostic("work-file-unknown", {}, {file});
    bytes = read.take();
  }
  const auto table = format::read_csv(file, bytes);
  if (!table) return table.diagnostics();
  std::vector<std::vector<std::string>> rows(1 + table->rows());
  for (const auto& column : table->columns) rows[0].push_back(column.name);
  for (std::size_t r = 0; r < table->rows(); ++r)
    for (const format::CsvCell& cell : table->row(r)) rows[r + 1].push_back(cell.text);
  return rows;
}

} // namespace

Result<FileSet> run_of(const Call& call, const WorkPlace& work) {
  const auto quick = shown_files(call, work);
  if (!quick) return quick.diagnostics();
  if (*quick) return **quick;
  return store::read_run_folder(call.api.works.run_folder(work), study::file_endings);
}

Response start_run(const Call& call) {
  auto work = call.api.works.find(call.words[0]);
  if (!work) return failure(work.diagnostics());
  collect::JsonFile body("request", call.request.body);
  const bool quick = body.optional_text(body.root(), "kind") == "quick";
  const std::size_t draws = body.count(body.root(), "draws", 0, 1, 1'000'000);
  body.allow_only(body.root(), {"kind", "draws"});
  if (!body.ok()) return failure(body.faults());
  const std::optional<int> wanted = draws ? std::optional(static_cast<int>(draws)) : std::nullopt;
  const Workspace& works = call.api.works;
  const std::uint64_t id = call.api.jobs.start(
      {work->id, quick ? JobKind::QuickRun : JobKind::Run, [&works, place = *work, wanted, quick](const JobHand& hand) {
         return run_now(works, place, wanted, quick, hand);
       }});
  return json_answer(to_json(call.api.jobs.view(id).value()), 202);
}

std::optional<std::uint64_t> job_id(const std::string& word) {
  std::uint64_t id = 0;
  if (word.empty() || word.size() > 18) return std::nullopt;
  for (const char c : word) {
    if (c < '0' || c > '9') return std::nullopt;
    id = id * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return id;
}

Response list_jobs(const Call& call) {
  std::string all = "{\"jobs\": [";
  const char* between = "";
  for (const JobView& job : call.api.jobs.all()) all += between + to_json(job), between = ",";
  return json_answer(all + "]}\n");
}

Response show_job(const Call& call) {
  const auto id = job_id(call.words[0]);
  const auto job = id ? call.api.jobs.view(*id) : std::nullopt;
  return job ? json_answer(to_json(*job)) : failure(404, "job-unknown");
}

Response follow_job(const Call& call) {
  const auto id = job_id(call.words[0]);
  auto events = id ? call.api.jobs.follow(*id) : nullptr;
  if (!events) return failure(404, "job-unknown");
  return {.type = "text/event-stream", .events = std::move(events)};
}

Response cancel_job(const Call& call) {
  const auto id = job_id(call.words[0]);
  if (!id || !call.api.jobs.cancel(*id)) return failure(404, "job-unknown");
  return json_answer(to_json(call.api.jobs.view(*id).value()), 202);
}

Response list_results(const Call& call) {
  const auto run = finished(call);
  if (!run) return failure(run.diagnostics());
  JsonWriter json;
  json.begin_object().key("tables").begin_array();
  for (const auto& [name, rows] : run->results)
    json.begin_object(JsonWriter::Layout::OneLine)
        .key("name")
        .text(name)
        .key("rows")
        .integer(static_cast<std::int64_t>(rows.empty() ? 0 : rows.size() - 1))
        .end_object();
  json.end_array().end_object();
  return json_answer(json.take());
}

Response show_result(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  if (!work) return failure(work.diagnostics());
  const std::string& name = call.words[1];
  const auto rows = table_of(call, *work, name), described = table_of(call, *work, "columns");
  if (!rows) return failure(rows.diagnostics());
  JsonWriter json;
  json.begin_object().key("name").text(name).key("columns").begin_array();
  for (const std::string& column : rows->front()) {
    json.begin_object(JsonWriter::Layout::OneLine).key("name").text(column);
    if (described)
      for (const auto& line : *described)
        if (line.size() >= 5 && line[0] == name + "." + column)
          json.key("unit").text(line[3]).key("basis").text(line[4]);
    json.end_object();
  }
  json.end_array().key("rows").begin_array();
  for (std::size_t r = 1; r < rows->size(); ++r) {
    json.begin_array(JsonWriter::Layout::OneLine);
    for (const std::string& cell : (*rows)[r]) json.text(cell);
    json.end_array();
  }
  json.end_array().end_object();
  return json_answer(json.take());
}

Response show_report(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  if (!work) return failure(work.diagnostics());
  const auto language = call.query.find("lang");
  const bool japanese = language == call.query.end() || language->second != "en";
  const auto page =
      store::read_file(call.api.works.run_folder(*work) / (japanese ? "report.ja.html" : "report.en.html"));
  if (!page) return failure({make_diagnostic("not-a-run", {}, {work->id})});
  return {.type = "text/html; charset=utf-8",
          .body = *page,
          .headers = {{"Content-Security-Policy", std::string(report_policy)}}};
}

Response show_trace(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  if (!work) return failure(work.diagnostics());
  const auto files = run_of(call, *work);
  if (!files) return failure(files.diagnostics());
  const auto run = study::read_finished_run(*files);
  if (!run) return failure(run.diagnostics());
  JsonWriter json;
  json.begin_object();
  if (const auto claim = call.query.find("from"); claim != call.query.end()) {
    const auto figures = study::trace_forward(*run, claim->second);
    if (!figures) return failure(figures.diagnostics());
    json.key("from").text(claim->second).key("figures").begin_array();
    for (const std::string& figure : *figures) json.text(figure);
    json.end_array();
  } else if (const auto id = call.query.find("id"); id != call.query.end()) {
    const auto lines = kind_of(*work).trace(*run, *files, id->second);
    if (!lines) return failure(lines.diagnostics());
    json.key("id").text(id->second).key("lines").begin_array();
    for (const study::TraceLine& line : *lines)
      json.begin_object(JsonWriter::Layout::OneLine)
          .key("depth")
          .integer(line.depth)
          .key("id")
          .text(line.id)
          .key("ja")
          .text(line.words.in(Language::Japanese))
          .key("en")
          .text(line.words.in(Language::English))
          .key("repeated")
          .boolean(line.repeated)
          .end_object();
    json.end_array();
  } else {
    json.key("traceable").begin_array();
    for (const std::string& figure : study::traceable(*run)) json.text(figure);
    json.end_array();
  }
  json.end_object();
  return json_answer(json.take());
}

} // namespace rashin::server
