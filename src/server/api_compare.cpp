#include "server/api_study.h"

#include "store/work_folder.h"
#include "study/diff.h"
#include "study/read.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace rashin::server {
namespace {

/// The lines in which an input file differs, as `inputs/<file>:<line>`; files that gained or lost lines are told as a
/// whole by study::differences.
void write_changed_lines(JsonWriter& json, const study::FinishedRun& a, const study::FinishedRun& b) {
  for (const auto& [file, bytes] : a.inputs) {
    const auto other = b.inputs.find(file);
    if (other == b.inputs.end() || other->second == bytes) continue;
    if (std::count(bytes.begin(), bytes.end(), '\n') != std::count(other->second.begin(), other->second.end(), '\n'))
      continue;
    std::istringstream before(bytes), after(other->second);
    std::string old_line, new_line;
    for (int line = 1; std::getline(before, old_line) && std::getline(after, new_line); ++line)
      if (old_line != new_line)
        json.begin_object(JsonWriter::Layout::OneLine)
            .key("id")
            .text("inputs/" + file + ":" + std::to_string(line))
            .key("before")
            .text(old_line)
            .key("after")
            .text(new_line)
            .end_object();
  }
}

} // namespace

/// The run on the disk against the one before it, or against what a run under way has shown: what a change of inputs
/// did; or against another work's.
Response compare_runs(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  if (!work) return failure(work.diagnostics());
  auto before = store::read_run_folder(call.api.works.run_folder(*work), study::file_endings);
  if (!before) return failure(before.diagnostics());
  const auto other = call.query.find("with");
  if (other == call.query.end()) return failure(400, "unknown-parameter");
  Result<FileSet> after = make_diagnostic("not-a-run", {}, {other->second});
  if (const auto quick = call.api.jobs.quick_files(work->id); other->second == "quick" && quick) after = *quick;
  if (const auto earlier = call.api.jobs.earlier_files(work->id); other->second == "earlier" && earlier)
    after = std::exchange(before, Result(FileSet(*earlier)));
  if (const auto rival = call.api.works.find(other->second); rival)
    after = store::read_run_folder(call.api.works.run_folder(*rival), study::file_endings);
  if (!after) return failure(after.diagnostics());
  const auto a = study::read_finished_run(*before), b = study::read_finished_run(*after);
  if (!a) return failure(a.diagnostics());
  if (!b) return failure(b.diagnostics());
  JsonWriter json;
  json.begin_object().key("differences").begin_array();
  write_changed_lines(json, *a, *b);
  for (const auto& d : study::differences(*a, *b, 0))
    json.begin_object(JsonWriter::Layout::OneLine)
        .key("id")
        .text(d.id)
        .key("before")
        .text(d.before)
        .key("after")
        .text(d.after)
        .end_object();
  json.end_array().end_object();
  return json_answer(json.take());
}

} // namespace rashin::server
