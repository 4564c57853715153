#include "server/jobs.h"

#include "core/json.h"

#include <chrono>
#include <unistd.h>

namespace rashin::server {
namespace {

constexpr std::size_t kept_jobs = 200;
constexpr int step_behind = 4; ///< of the computing threads' priority: who asks and who draws the page come first

const char* name_of(JobState state) {
  switch (state) {
  case JobState::Waiting:
    return "waiting";
  case JobState::Running:
    return "running";
  case JobState::Done:
    return "done";
  case JobState::Failed:
    return "failed";
  case JobState::Cancelled:
    return "cancelled";
  }
  throw Error("unknown state of a job");
}

const char* name_of(JobKind kind) {
  switch (kind) {
  case JobKind::Run:
    return "full";
  case JobKind::QuickRun:
    return "quick";
  case JobKind::Export:
    return "export";
  }
  throw Error("unknown kind of a job");
}

const char* name_of(Stage stage) {
  switch (stage) {
  case Stage::First:
    return "first";
  case Stage::Needs:
    return "needs";
  case Stage::Figures:
    return "figures";
  }
  throw Error("unknown stage of a job");
}

bool has_ended(JobState state) {
  return state != JobState::Waiting && state != JobState::Running;
}

} // namespace

std::string to_json(const JobView& job) {
  JsonWriter json;
  json.begin_object().key("id").integer(static_cast<std::int64_t>(job.id)).key("work").text(job.work_id);
  json.key("kind")
      .text(name_of(job.kind))
      .key("quick")
      .boolean(job.kind == JobKind::QuickRun)
      .key("state")
      .text(name_of(job.state))
      .key("progress")
      .number(job.progress);
  json.key("seconds").number(job.seconds).key("shown").integer(job.shown).key("draws").integer(job.draws);
  json.key("stage").text(name_of(job.stage));
  json.key("diagnostics").begin_array();
  for (const Diagnostic& d : job.diagnostics)
    json.begin_object(JsonWriter::Layout::OneLine)
        .key("code")
        .text(d.code)
        .key("ja")
        .text(to_text(d, Language::Japanese))
        .key("en")
        .text(to_text(d, Language::English))
        .end_object();
  json.end_array().end_object();
  return json.take();
}

Jobs::Jobs() : thread_([this](std::stop_token stop) { work_on(std::move(stop)); }) {}

Jobs::~Jobs() {
  thread_.request_stop();
  const std::lock_guard lock(mutex_);
  for (auto& [id, job] : jobs_) {
    job->stop.request_stop();
    for (const auto& follower : job->followers)
      if (const auto feed = follower.lock()) feed->close();
  }
}

std::uint64_t Jobs::start(JobOrder order) {
  const std::lock_guard lock(mutex_);
  for (auto& [id, job] : jobs_)
    if (!has_ended(job->view.state) && job->view.work_id == order.work_id && job->view.kind == order.kind)
      job->stop.request_stop();
  const std::uint64_t id = next_++;
  auto job = std::make_shared<Job>();
  job->view.id = id, job->view.work_id = order.work_id, job->view.kind = order.kind;
  job->order = std::move(order);
  jobs_.emplace(id, std::move(job));
  queue_.push_back(id);
  while (jobs_.size() > kept_jobs && has_ended(jobs_.begin()->second->view.state)) jobs_.erase(jobs_.begin());
  wake_.notify_one();
  return id;
}

std::optional<JobView> Jobs::view(std::uint64_t id) const {
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(id);
  if (found == jobs_.end()) return std::nullopt;
  return found->second->view;
}

std::vector<JobView> Jobs::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<JobView> views;
  for (const auto& [id, job] : jobs_) views.push_back(job->view);
  return views;
}

bool Jobs::cancel(std::uint64_t id) {
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(id);
  if (found == jobs_.end()) return false;
  found->second->stop.request_stop();
  return true;
}

std::shared_ptr<EventFeed> Jobs::follow(std::uint64_t id) {
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(id);
  if (found == jobs_.end()) return nullptr;
  auto feed = std::make_shared<EventFeed>();
  Job& job = *found->second;
  feed->push(has_ended(job.view.state) ? name_of(job.view.state) : "progress", to_json(job.view));
  if (has_ended(job.view.state))
    feed->close();
  else
    job.followers.push_back(feed);
  return feed;
}

std::shared_ptr<const FileSet> Jobs::quick_files(const std::string& work_id) const {
  const std::lock_guard lock(mutex_);
  const auto found = quick_.find(work_id);
  return found == quick_.end() ? nullptr : found->second;
}

std::shared_ptr<const FileSet> Jobs::earlier_files(const std::string& work_id) const {
  const std::lock_guard lock(mutex_);
  const auto found = earlier_.find(work_id);
  return found == earlier_.end() ? nullptr : found->second;
}

std::shared_ptr<const FileSet> Jobs::export_files(std::uint64_t id) const {
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(id);
  return found == jobs_.end() ? nullptr : found->second->exported;
}

/// Tells the followers of a job where it stands. The mutex is held.
void Jobs::tell(Job& job) {
  job.view.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - job.begun).count();
  const std::string text = to_json(job.view);
  for (const auto& follower : job.followers)
    if (const auto feed = follower.lock()) {
      feed->push(has_ended(job.view.state) ? name_of(job.view.state) : "progress", text);
      if (has_ended(job.view.state)) feed->close();
    }
}

void Jobs::show(Job& job, Stage stage, int shown, int draws, FileSet files) {
  auto kept = std::make_shared<const FileSet>(std::move(files));
  const std::lock_guard lock(mutex_);
  if (job.stop.stop_requested()) return; // of inputs that have changed since
  quick_[job.view.work_id] = std::move(kept);
  job.view.shown = shown, job.view.draws = draws, job.view.stage = stage;
  tell(job);
}

void Jobs::finish(Job& job, Result<FileSet> outcome) {
  const std::lock_guard lock(mutex_);
  if (job.stop.stop_requested()) {
    job.view.state = JobState::Cancelled;
  } else if (!outcome) {
    job.view.state = JobState::Failed, job.view.diagnostics = outcome.diagnostics();
  } else {
    job.view.state = JobState::Done, job.view.progress = 1;
    job.view.diagnostics = outcome.diagnostics();
    if (job.view.kind == JobKind::Export) {
      for (auto& [id, other] : jobs_)
        if (other->view.work_id == job.view.work_id) other->exported = nullptr;
      job.exported = std::make_shared<const FileSet>(outcome.take());
    }
  }
  job.order.work = nullptr;
  tell(job);
}

void Jobs::work_on(std::stop_token stop) {
  [[maybe_unused]] const int priority = ::nice(step_behind); // of this thread, and of those that it starts
  for (;;) {
    std::shared_ptr<Job> job;
    {
      std::unique_lock lock(mutex_);
      if (!wake_.wait(lock, stop, [this] { return !queue_.empty(); })) return;
      job = jobs_.at(queue_.front());
      queue_.pop_front();
      job->begun = std::chrono::steady_clock::now();
      if (!job->stop.stop_requested()) job->view.state = JobState::Running;
      tell(*job);
    }
    if (job->stop.stop_requested()) {
      finish(*job, FileSet{});
      continue;
    }
    const auto progress = [this, &job](double share) {
      const std::lock_guard lock(mutex_);
      if (share < job->view.progress + 0.01) return;
      job->view.progress = share;
      tell(*job);
    };
    try {
      const auto shown = [this, &job](Stage stage, int draws, int of, FileSet files) {
        show(*job, stage, draws, of, std::move(files));
      };
      const auto replaced = [this, &job](FileSet files) {
        const std::lock_guard lock(mutex_);
        earlier_[job->view.work_id] = std::make_shared<const FileSet>(std::move(files));
      };
      finish(*job, job->order.work({job->stop.get_token(), progress, shown, replaced}));
    } catch (const std::exception&) { // a promise of ours is broken; the server goes on
      finish(*job, make_diagnostic("job-broken", {}, {}));
    }
  }
}

} // namespace rashin::server
