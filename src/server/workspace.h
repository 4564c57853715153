#pragma once
#include "core/file_set.h"
#include "core/result.h"

#include <filesystem>
#include <functional>
#include <map>
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

/// What an edit did: the file, its new hash, and how many edits can be taken back or made again.
struct EditOutcome {
  std::string file, sha256;
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
  std::filesystem::path run_folder(const WorkPlace& work) const { return runs_ / work.id; }
  const std::filesystem::path& runs() const { return runs_; }

  /// `change` makes the new bytes of `file` from the old ones. `expected`: the SHA-256 that the editor saw.
  Result<EditOutcome> edit(const WorkPlace& work, const std::string& file, std::string_view expected,
                           const std::function<Result<std::string>(const std::string&)>& change);
  Result<EditOutcome> undo(const WorkPlace& work);
  Result<EditOutcome> redo(const WorkPlace& work);
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
  struct History {
    std::vector<Splice> done, undone;
  };
  Result<EditOutcome> move(const WorkPlace& work, bool back);

  std::filesystem::path root_, runs_;
  mutable std::mutex mutex_;
  std::map<std::string, History> histories_;
};

} // namespace rashin::server
