#pragma once
#include "server/jobs.h"
#include "server/workspace.h"
#include "study/trace.h"

#include <optional>

namespace rashin::server {

/// A run that is asked for, of the files as they stand.
struct RunOrder {
  const Workspace& works;
  const WorkPlace& work;
  const ReadWork& read;     ///< without faults
  std::optional<int> draws; ///< absent: as the work says
  bool quick = false;       ///< only a first answer
  const JobHand& hand;
};
constexpr int quick_draws = 32; ///< a first answer within a second; its intervals are wide, and it is marked as quick

/// One kind of work: all that differs between the kinds, for every route.
struct WorkKind {
  std::string_view word;    ///< its first file is `word`.yaml
  std::string_view folder;  ///< where works of this kind lie together
  std::string_view formats; ///< in which its run can be handed over
  Result<OpenWork> (*open)(const FileSet& files);
  /// Shows results as soon as there are any; all that the run leaves, of a quick one nothing more.
  Result<FileSet> (*run)(const RunOrder& order);
  /// From a figure or a need back to sentences.
  Result<std::vector<study::TraceLine>> (*trace)(const study::FinishedRun& run, const FileSet& files,
                                                 std::string_view id);
  /// Beside its own files: what it was computed from and has changed since. Each the id of a work or of a run.
  std::vector<std::string> (*changed)(const Workspace& works, const WorkPlace& work, const FileSet& files);
};

const std::vector<WorkKind>& work_kinds();
const WorkKind& kind_of(const WorkPlace& work);

/// Files, works and runs that a work's run was computed from and that have changed since; nothing where it has no run.
std::optional<std::vector<std::string>> changed_since_run(const Workspace& works, const WorkPlace& work,
                                                          const FileSet& files);

/// What studies and assessments have in common.
OpenWork open_header(const study::Study& study);

// The kinds, each in a file of its own.
Result<OpenWork> open_study(const FileSet& files);
Result<FileSet> run_study(const RunOrder& order);
Result<OpenWork> open_assessment(const FileSet& files);
Result<FileSet> run_assessment(const RunOrder& order);
Result<OpenWork> open_agenda(const FileSet& files);
Result<FileSet> run_agenda(const RunOrder& order);
Result<std::vector<study::TraceLine>> trace_agenda(const study::FinishedRun& run, const FileSet& files,
                                                   std::string_view id);
std::vector<std::string> changed_below_agenda(const Workspace& works, const WorkPlace& work, const FileSet& files);

} // namespace rashin::server
