#pragma once
#include "core/file_set.h"
#include "core/result.h"
#include "server/http.h"

#include <condition_variable>
#include <deque>
#include <thread>

namespace rashin::server {

enum class JobState { Waiting, Running, Done, Failed, Cancelled };

enum class JobKind { Run, QuickRun, Export };

/// What a job is asked to do. `work` runs on the job thread and tells its progress (0 to 1); its files are kept with
/// the job.
struct JobOrder {
  std::string work_id;
  JobKind kind = JobKind::Run; ///< QuickRun: an answer from fewer draws
  std::function<Result<FileSet>(std::stop_token, const std::function<void(double)>&)> work;
};

struct JobView {
  std::uint64_t id = 0;
  std::string work_id;
  JobKind kind = JobKind::Run;
  JobState state = JobState::Waiting;
  double progress = 0;
  double seconds = 0; ///< since it began
  Diagnostics diagnostics;
};

/// Long work, one at a time in the order asked for; a newer order for the same work takes the place of one that still
/// waits or runs with the same kind. Synchronised.
class Jobs {
 public:
  Jobs();
  ~Jobs(); ///< cancels what runs and waits for it

  std::uint64_t start(JobOrder order);
  std::optional<JobView> view(std::uint64_t id) const;
  std::vector<JobView> all() const;
  bool cancel(std::uint64_t id);
  /// Events `progress`, `done`, `failed`, `cancelled`, each with the job as JSON; nothing for an unknown job.
  std::shared_ptr<EventFeed> follow(std::uint64_t id);
  /// The files of the newest finished quick job of a work.
  std::shared_ptr<const FileSet> quick_files(const std::string& work_id) const;
  /// The file of a finished export; kept until the next export of the same work.
  std::shared_ptr<const FileSet> export_files(std::uint64_t id) const;

 private:
  struct Job {
    JobView view;
    JobOrder order;
    std::stop_source stop;
    std::chrono::steady_clock::time_point begun;
    std::vector<std::weak_ptr<EventFeed>> followers;
    std::shared_ptr<const FileSet> exported;
  };
  void work_on(std::stop_token stop);
  void tell(Job& job);
  void finish(Job& job, Result<FileSet> outcome);

  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::map<std::uint64_t, std::shared_ptr<Job>> jobs_;
  std::deque<std::uint64_t> queue_;
  std::map<std::string, std::shared_ptr<const FileSet>> quick_;
  std::uint64_t next_ = 1;
  std::jthread thread_;
};

std::string to_json(const JobView& job);

} // namespace rashin::server
