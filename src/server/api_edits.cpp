#include "server/api_study.h"

#include "collect/json_file.h"
#include "format/edit.h"

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
  json.begin_object().key("file").text(outcome->file).key("sha256").text(outcome->sha256);
  json.key("undo").integer(static_cast<std::int64_t>(outcome->undo));
  json.key("redo").integer(static_cast<std::int64_t>(outcome->redo)).key("diagnostics");
  write_faults(json, work, call.api.works.files(work));
  json.end_object();
  return json_answer(json.take());
}

} // namespace

Response edit_value(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  if (!work) return failure(work.diagnostics());
  collect::JsonFile body("request", call.request.body);
  const std::string id = body.text(body.member(body.root(), "id"));
  const std::string value = body.text(body.member(body.root(), "value"));
  body.allow_only(body.root(), {"id", "value"});
  if (!body.ok()) return failure(body.faults());
  const auto open = opened(call);
  if (!open) return failure(open.diagnostics());
  const auto quantity = std::ranges::find_if(open->parameters, [&](const Quantity& q) { return q.id() == id; });
  if (quantity == open->parameters.end() || quantity->place.end_byte <= quantity->place.begin_byte ||
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

Response undo_edit(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  return work ? outcome_of(call, *work, call.api.works.undo(*work)) : failure(work.diagnostics());
}

Response redo_edit(const Call& call) {
  const auto work = call.api.works.find(call.words[0]);
  return work ? outcome_of(call, *work, call.api.works.redo(*work)) : failure(work.diagnostics());
}

} // namespace rashin::server
