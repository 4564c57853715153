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

/// How far the figures go that a job shows before it has ended.
enum class Stage {
  First,   ///< all of them, from the first draws
  Needs,   ///< losses, needs and their ranking from all draws, the rest still from the first
  Figures, ///< from all draws; what is played on some of them, the split of the variance and reports follow
};

/// What a job's work is given.
struct JobHand {
  std::stop_token stop;
  std::function<void(double)> progress; ///< 0 to 1
  /// Results from the first `shown` of `draws` draws, before the job has ended: readers find them with `quick_files`.
  std::function<void(Stage stage, int shown, int draws, FileSet files)> show;
  std::function<void(FileSet earlier)> replaced; ///< the run on the disk whose place the job took
};

/// What a job is asked to do. `work` runs on the job thread; the files of an export are kept with the job.
struct JobOrder {
  std::string work_id;
  JobKind kind = JobKind::Run; ///< QuickRun: an answer from fewer draws
  std::function<Result<FileSet>(const JobHand&)> work;
};

struct JobView {
  std::uint64_t id = 0;
  std::string work_id;
  JobKind kind = JobKind::Run;
  JobState state = JobState::Waiting;
  double progress = 0;
  double seconds = 0;         ///< since it began
  int shown = 0;              ///< draws of the results shown so far
  int draws = 0;              ///< draws in the end; 0 = not known yet
  Stage stage = Stage::First; ///< of the results shown so far
  Diagnostics diagnostics;
};

/// Long work, one at a time in the order asked for, on threads that step behind all others; a newer order for the same
/// work takes the place of one that still waits or runs with the same kind. Synchronised.
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
  /// The newest results that a job of this work showed.
  std::shared_ptr<const FileSet> quick_files(const std::string& work_id) const;
  /// The run on the disk before the last one.
  std::shared_ptr<const FileSet> earlier_files(const std::string& work_id) const;
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
  void show(Job& job, Stage stage, int shown, int draws, FileSet files);
  void finish(Job& job, Result<FileSet> outcome);

  mutable std::mutex mutex_;
  std::condition_variable_any wake_;
  std::map<std::uint64_t, std::shared_ptr<Job>> jobs_;
  std::deque<std::uint64_t> queue_;
  std::map<std::string, std::shared_ptr<const FileSet>> quick_, earlier_; ///< by work
  std::uint64_t next_ = 1;
  std::jthread thread_;
};

std::string to_json(const JobView& job);

} // namespace rashin::server
