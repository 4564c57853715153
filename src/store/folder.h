#pragma once
#include "core/file_set.h"
#include "store/file.h"

#include <vector>

namespace rashin::store {

/// Reads the files below `folder` (two levels, no hidden ones, no links to folders) whose names end in one of
/// `endings`. Paths in the set start with `prefix`. All faults in one go. A missing folder is an error.
Result<FileSet> read_folder(const std::filesystem::path& folder, const std::vector<std::string_view>& endings,
                            std::string_view prefix = "");

/// Writes `files` into a folder that is new or empty; leaves nothing behind when it fails.
Diagnostics write_new_folder(const std::filesystem::path& folder, const FileSet& files);

/// Replaces the folder `out` as a whole or not at all: files go to a hidden sibling, which takes the place of `out` in
/// one step on commit. Without commit (error, full disk, Ctrl-C) the earlier folder stays as it was and the sibling is
/// removed. An existing `out` is replaced only if it is empty or holds run.json. Not synchronised; one writer per
/// object.
class FolderReplacement {
 public:
  static Result<FolderReplacement> begin(const std::filesystem::path& out);
  FolderReplacement(FolderReplacement&& other) noexcept;
  FolderReplacement(const FolderReplacement&) = delete;
  FolderReplacement& operator=(const FolderReplacement&) = delete;
  FolderReplacement& operator=(FolderReplacement&&) = delete;
  ~FolderReplacement();

  Diagnostics add(const FileSet& files);
  Diagnostics commit();

 private:
  FolderReplacement(std::filesystem::path out, std::filesystem::path partial);
  std::filesystem::path out_;
  std::filesystem::path partial_; ///< empty once committed or moved from
};

} // namespace rashin::store
