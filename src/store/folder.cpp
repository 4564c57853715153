#include "store/folder.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace rashin::store {
namespace fs = std::filesystem;
namespace {

Diagnostics write_all(const fs::path& folder, const FileSet& files) {
  for (const auto& [name, bytes] : files) {
    std::error_code error;
    fs::create_directories((folder / name).parent_path(), error);
    if (error) return {cannot_write(folder / name, error.value())};
    if (Diagnostics failed = write_file(folder / name, bytes); !failed.empty()) return failed;
  }
  return {};
}

/// Removes what a killed run of this folder left behind: hidden siblings whose process no longer lives.
void remove_leftovers(const fs::path& parent, const std::string& prefix) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(parent, error)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(prefix)) continue;
    const long pid = std::strtol(name.c_str() + prefix.size(), nullptr, 10);
    if (pid > 0 && ::kill(static_cast<pid_t>(pid), 0) != 0 && errno == ESRCH) fs::remove_all(entry.path(), error);
  }
}

} // namespace

Result<FileSet> read_folder(const fs::path& folder, const std::vector<std::string_view>& endings,
                            std::string_view prefix) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) return make_diagnostic("folder-not-found", {}, {folder.string()});
  FileSet files;
  Diagnostics faults;
  fs::recursive_directory_iterator walk(folder, error), end;
  if (error) return make_diagnostic("folder-not-found", {}, {folder.string()});
  for (; walk != end; walk.increment(error)) {
    const fs::path& path = walk->path();
    const bool hidden = path.filename().string().starts_with('.');
    if (walk->is_directory(error)) {
      if (hidden || walk.depth() >= 1) walk.disable_recursion_pending();
      continue;
    }
    const std::string name = std::string(prefix) + fs::relative(path, folder, error).generic_string();
    const bool wanted =
        std::any_of(endings.begin(), endings.end(), [&](std::string_view e) { return name.ends_with(e); });
    if (hidden || !wanted || !walk->is_regular_file(error)) continue;
    Result<std::string> bytes = read_file(path, {.shown = name, .follow_links = true});
    if (bytes)
      files.emplace(name, bytes.take());
    else
      faults.insert(faults.end(), bytes.diagnostics().begin(), bytes.diagnostics().end());
  }
  if (!faults.empty()) return faults;
  return files;
}

Diagnostics write_new_folder(const fs::path& folder, const FileSet& files) {
  std::error_code error;
  const bool existed = fs::exists(folder, error);
  if (existed && (!fs::is_directory(folder, error) || !fs::is_empty(folder, error)))
    return {make_diagnostic("folder-not-empty", {}, {folder.string()})};
  fs::create_directories(folder, error);
  if (error) return {cannot_write(folder, error.value())};
  Diagnostics failed = write_all(folder, files);
  if (!failed.empty()) {
    for (const auto& entry : fs::directory_iterator(folder, error)) fs::remove_all(entry.path(), error);
    if (!existed) fs::remove(folder, error);
  }
  return failed;
}

FolderReplacement::FolderReplacement(fs::path out, fs::path partial)
    : out_(std::move(out)), partial_(std::move(partial)) {}
FolderReplacement::FolderReplacement(FolderReplacement&& other) noexcept
    : out_(std::move(other.out_)), partial_(std::exchange(other.partial_, {})) {}
FolderReplacement::~FolderReplacement() {
  std::error_code error;
  if (!partial_.empty()) fs::remove_all(partial_, error);
}

Result<FolderReplacement> FolderReplacement::begin(const fs::path& out) {
  std::error_code error;
  fs::path target = fs::absolute(out, error).lexically_normal();
  if (target.filename().empty()) target = target.parent_path();
  if (fs::exists(target, error) &&
      (!fs::is_directory(target, error) || (!fs::is_empty(target, error) && !fs::exists(target / "run.json", error))))
    return make_diagnostic("out-not-a-run", {}, {out.string()});
  fs::create_directories(target.parent_path(), error);
  if (error) return cannot_write(target.parent_path(), error.value());
  const std::string prefix = "." + target.filename().string() + ".partial-";
  remove_leftovers(target.parent_path(), prefix);
  const fs::path partial = target.parent_path() / (prefix + std::to_string(::getpid()));
  fs::remove_all(partial, error);
  if (!fs::create_directory(partial, error)) return cannot_write(partial, error ? error.value() : EEXIST);
  return FolderReplacement(target, partial);
}

Diagnostics FolderReplacement::add(const FileSet& files) {
  return write_all(partial_, files);
}

Diagnostics FolderReplacement::commit() {
  if (::rename(partial_.c_str(), out_.c_str()) == 0) { // nothing there, or an empty folder
    partial_.clear();
    return {};
  }
  if (errno != ENOTEMPTY && errno != EEXIST) return {cannot_write(out_, errno)};
  // Both names swap in one step; afterwards `partial_` is the earlier run, which the destructor removes.
  if (::renameat2(AT_FDCWD, partial_.c_str(), AT_FDCWD, out_.c_str(), RENAME_EXCHANGE) != 0)
    return {cannot_write(out_, errno)};
  return {};
}

} // namespace rashin::store
