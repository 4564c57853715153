#pragma once
#include "core/file_set.h"
#include "core/result.h"
#include "server/open_work.h"
#include "study/course_book.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace rashin::server {

/// A work that lies in the folder.
struct WorkPlace {
  std::string id;   ///< the folder's name: the word in addresses
  std::string kind; ///< study, assessment, agenda: the name of its first file
  std::filesystem::path folder;
};

/// A whole file as it is to be, and the SHA-256 of it that the editor saw.
struct FileEdit {
  std::string file, seen, bytes;
};

/// What an edit did: the files with their new hashes, and how many edits can be taken back or made again.
struct EditOutcome {
  std::vector<std::pair<std::string, std::string>> files;
  std::size_t undo = 0, redo = 0;
};

/// The folder of works and the folder of their runs: the only part of the server that touches the disk. Every edit
/// replaces bytes of one file and can be taken back while the program runs, unless another program changed the file in
/// between (`edit-file-changed`). Synchronised.
class Workspace {
 public:
  /// `root`: one work, a folder of works, or a folder with `studies`, `assessments`, `agendas` in it. `runs`: where
  /// results lie, `runs/<id>`.
  Workspace(std::filesystem::path root, std::filesystem::path runs);

  std::vector<WorkPlace> works() const;
  /// Error `work-unknown`.
  Result<WorkPlace> find(std::string_view id) const;
  Result<FileSet> files(const WorkPlace& work) const;
  /// The work as its files stand now; understood anew only where a file differs from last time.
  Result<std::shared_ptr<const ReadWork>> read(const WorkPlace& work) const;
  std::filesystem::path run_folder(const WorkPlace& work) const { return runs_ / work.id; }
  const std::filesystem::path& runs() const { return runs_; }

  /// `change` makes the new bytes of `file` from the old ones. `expected`: the SHA-256 that the editor saw.
  Result<EditOutcome> edit(const WorkPlace& work, const std::string& file, std::string_view expected,
                           const std::function<Result<std::string>(const std::string&)>& change);
  /// Several files in one edit, which is taken back in one: all of them, or none.
  Result<EditOutcome> edit_files(const WorkPlace& work, const std::vector<FileEdit>& edits);
  Result<EditOutcome> undo(const WorkPlace& work);
  Result<EditOutcome> redo(const WorkPlace& work);
  /// What the last run of a work left for the next one (study/courses.h). One work at a time; another's takes its
  /// place.
  std::shared_ptr<const study::CourseBook> courses(const WorkPlace& work) const;
  void keep_courses(const WorkPlace& work, study::CourseBook courses) const;
  /// How many edits of a work can be taken back and made again.
  std::pair<std::size_t, std::size_t> history(const WorkPlace& work) const;

 private:
  /// Bytes that took the place of others at one point of a file.
  struct Splice {
    std::string file;
    std::size_t at = 0;
    std::string removed, inserted;
    std::string before, after; ///< SHA-256 of the whole file
  };
  using Step = std::vector<Splice>; ///< of one edit, in different files
  struct History {
    std::vector<Step> done, undone;
  };
  Result<EditOutcome> make(const WorkPlace& work, const std::vector<FileEdit>& edits);
  Result<EditOutcome> move(const WorkPlace& work, bool back);

  std::filesystem::path root_, runs_;
  mutable std::mutex mutex_;
  std::map<std::string, History> histories_;
  mutable std::mutex reading_; ///< of `read_`
  mutable std::map<std::string, std::shared_ptr<const ReadWork>> read_;
  mutable std::mutex keeping_; ///< of the two below
  mutable std::string kept_of_;
  mutable std::shared_ptr<const study::CourseBook> kept_;
};

} // namespace rashin::server
