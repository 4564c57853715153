// Hands a run over as a file: a job makes it, and its file is fetched by the job's number.
#include "server/api_study.h"

#include "collect/json_file.h"
#include "handover/export.h"

#include <algorithm>
#include <thread>

namespace rashin::server {

Response start_export(const Call& call) {
  auto work = call.api.works.find(call.words[0]);
  if (!work) return failure(work.diagnostics());
  collect::JsonFile body("request", call.request.body);
  const std::string word = body.text(body.member(body.root(), "format"));
  const bool japanese = body.optional_text(body.root(), "lang") != "en";
  body.allow_only(body.root(), {"format", "lang"});
  if (!body.ok()) return failure(body.faults());
  const auto format = handover::format_of(word);
  if (!format) return failure({make_diagnostic("usage-choice", {}, {"format", word, handover::format_words})});
  handover::Order order{.format = *format, .language = japanese ? Language::Japanese : Language::English};
  order.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  const auto folder = call.api.works.run_folder(*work);
  const auto make = [order, folder](const JobHand& hand) mutable -> Result<FileSet> {
    order.stop = hand.stop, order.progress = hand.progress;
    auto handed = handover::hand_over(folder, order);
    if (!handed) return handed.diagnostics();
    return Result(FileSet{{handed->file_name, handed->bytes}}, handed.diagnostics());
  };
  const std::uint64_t id = call.api.jobs.start({.work_id = work->id, .kind = JobKind::Export, .work = make});
  return json_answer(to_json(call.api.jobs.view(id).value()), 202);
}

Response fetch_export(const Call& call) {
  const auto id = job_id(call.words[0]);
  const auto files = id ? call.api.jobs.export_files(*id) : nullptr;
  if (!files || files->empty()) return failure(404, "job-unknown");
  const auto& [name, bytes] = *files->begin();
  return {.type = std::string(handover::media_type_of(name)),
          .body = bytes,
          .headers = {{"Content-Disposition", "attachment; filename=\"" + name + "\""}}};
}

} // namespace rashin::server
