// What remains of an assessment when axes are switched off: the computation of the run itself, on its own draws.
#include "server/api_study.h"

#include "assessment/changes.h"
#include "assessment/read.h"
#include "assessment/table_parts.h"
#include "study/diff.h"

#include <algorithm>
#include <thread>

namespace rashin::server {
namespace {

/// Nothing where a word is no axis.
std::optional<std::set<std::size_t>> axes_of(const assessment::Assessment& work, std::string_view words) {
  std::set<std::size_t> axes;
  while (!words.empty()) {
    const std::string_view word = words.substr(0, words.find(';'));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
    const auto axis = std::ranges::find(work.axes, word, &assessment::Axis::id);
    if (axis == work.axes.end()) return std::nullopt;
    axes.insert(static_cast<std::size_t>(axis - work.axes.begin()));
  }
  return axes;
}

std::string to_json(const assessment::Assessment& work, const assessment::WithoutAxes& without) {
  JsonWriter json;
  json.begin_object().key("needs").begin_array();
  for (const assessment::NeedRow& row : without.needs) {
    json.begin_object(JsonWriter::Layout::OneLine).key("id").text(need_id(work, work.needs[row.need]));
    json.key("top_share").number(row.top_share).key("worth").number(row.worth.mean).end_object();
  }
  json.end_array().key("technologies").begin_array();
  if (without.ranking)
    for (const std::size_t at : without.ranking->order) {
      const need::SmaaAlternative& place = without.ranking->places[at];
      json.begin_object(JsonWriter::Layout::OneLine);
      json.key("id").text(work.decomposition.parts[without.ranking->parts[at]].id);
      json.key("expected_rank").number(place.expected_rank);
      json.key("first_share").number(place.acceptability.front()).end_object();
    }
  json.end_array().end_object();
  return json.take();
}

} // namespace

Response leave_axes_out(const Call& call) {
  const auto place = call.api.works.find(call.words[0]);
  if (!place) return failure(place.diagnostics());
  if (place->kind != "assessment") return failure(404, "not-an-assessment");
  const auto files = run_of(call, *place);
  if (!files) return failure(files.diagnostics());
  const auto run = study::read_finished_run(*files);
  if (!run) return failure(run.diagnostics());
  const auto manifest = study::read_manifest(files->at("run.json"));
  if (!manifest) return failure(manifest.diagnostics());
  const auto work = assessment::read_assessment(run->inputs);
  if (!work) return failure(work.diagnostics());
  const auto off = call.query.find("off");
  const auto axes = axes_of(*work, off == call.query.end() ? "" : off->second);
  if (!axes) return failure(404, "axis-unknown");
  assessment::RunOptions options;
  options.seed = manifest->seed, options.draws = manifest->draws;
  options.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const auto result = assessment::compute(*work, options);
  if (!result) return failure(result.diagnostics());
  return json_answer(to_json(*work, assessment::without_axes(*work, *result, *axes)));
}

} // namespace rashin::server
