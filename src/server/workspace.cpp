#include "server/workspace.h"

#include "core/sha256.h"
#include "server/kinds.h"
#include "store/work_folder.h"
#include "study/read.h"

#include <algorithm>

namespace rashin::server {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t most_edits = 10'000;

/// Where two texts differ: the shortest piece of one that became a piece of the other.
std::pair<std::size_t, std::size_t> common_ends(std::string_view a, std::string_view b) {
  const std::size_t least = std::min(a.size(), b.size());
  const auto front = static_cast<std::size_t>(
      std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(least), b.begin()).first - a.begin());
  std::size_t back = 0;
  while (back < least - front && a[a.size() - 1 - back] == b[b.size() - 1 - back]) ++back;
  return {front, back};
}

/// A file of a work by the name it has in the work; nothing for names that lead out of it.
std::optional<fs::path> place_of(const WorkPlace& work, const std::string& file) {
  const fs::path relative(file);
  if (file.empty() || relative.is_absolute()) return std::nullopt;
  for (const fs::path& part : relative)
    if (part == ".." || part == "." || part.string().starts_with('.')) return std::nullopt;
  std::error_code error;
  fs::path path = work.folder;
  for (const fs::path& part : relative) {
    path /= part;
    if (fs::is_symlink(path, error)) return std::nullopt;
  }
  return path;
}

} // namespace

Workspace::Workspace(fs::path root, fs::path runs) : root_(std::move(root)), runs_(std::move(runs)) {}

std::vector<WorkPlace> Workspace::works() const {
  std::vector<WorkPlace> found;
  std::error_code error;
  const auto add = [&](const fs::path& folder) {
    for (const WorkKind& kind : work_kinds()) {
      if (!fs::is_regular_file(folder / (std::string(kind.word) + ".yaml"), error)) continue;
      std::string id = fs::absolute(folder, error).lexically_normal().filename().string();
      const auto taken = [&](const WorkPlace& other) { return other.id == id; };
      if (std::any_of(found.begin(), found.end(), taken)) id += "-" + std::string(kind.word);
      if (std::none_of(found.begin(), found.end(), taken)) found.push_back({id, std::string(kind.word), folder});
      return;
    }
  };
  const auto add_within = [&](const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder, error))
      if (entry.is_directory(error) && !entry.is_symlink(error) && !entry.path().filename().string().starts_with('.'))
        add(entry.path());
  };
  add(root_);
  add_within(root_);
  for (const WorkKind& kind : work_kinds()) add_within(root_ / kind.folder);
  std::sort(found.begin(), found.end(), [](const WorkPlace& a, const WorkPlace& b) { return a.id < b.id; });
  return found;
}

Result<WorkPlace> Workspace::find(std::string_view id) const {
  for (WorkPlace& work : works())
    if (work.id == id) return std::move(work);
  return make_diagnostic("work-unknown", {}, {id});
}

Result<FileSet> Workspace::files(const WorkPlace& work) const {
  return store::read_work_folder(work.folder, study::file_endings);
}

Result<EditOutcome> Workspace::edit(const WorkPlace& work, const std::string& file, std::string_view expected,
                                    const std::function<Result<std::string>(const std::string&)>& change) {
  const std::lock_guard lock(mutex_);
  const auto path = place_of(work, file);
  if (!path) return make_diagnostic("work-file-unknown", {}, {file});
  const auto bytes = store::read_file(*path);
  if (!bytes) return bytes.diagnostics();
  const std::string before = sha256_hex(*bytes);
  if (before != expected) return make_diagnostic("edit-file-changed", {.file = file}, {file});
  auto changed = change(*bytes);
  if (!changed) return changed.diagnostics();
  History& history = histories_[work.id];
  const auto [front, back] = common_ends(*bytes, *changed);
  Splice splice{file,
                front,
                bytes->substr(front, bytes->size() - front - back),
                changed->substr(front, changed->size() - front - back),
                before,
                sha256_hex(*changed)};
  if (splice.before != splice.after) {
    if (Diagnostics failed = store::replace_file(*path, *changed); !failed.empty()) return failed;
    history.undone.clear();
    history.done.push_back(splice);
    if (history.done.size() > most_edits) history.done.erase(history.done.begin());
  }
  return EditOutcome{file, splice.after, history.done.size(), history.undone.size()};
}

Result<EditOutcome> Workspace::move(const WorkPlace& work, bool back) {
  const std::lock_guard lock(mutex_);
  History& history = histories_[work.id];
  auto& from = back ? history.done : history.undone;
  auto& to = back ? history.undone : history.done;
  if (from.empty()) return make_diagnostic(back ? "edit-nothing-to-undo" : "edit-nothing-to-redo", {}, {});
  const Splice splice = from.back();
  const auto path = place_of(work, splice.file);
  if (!path) return make_diagnostic("work-file-unknown", {}, {splice.file});
  auto bytes = store::read_file(*path);
  if (!bytes) return bytes.diagnostics();
  std::string text = bytes.take();
  if (sha256_hex(text) != (back ? splice.after : splice.before))
    return make_diagnostic("edit-file-changed", {.file = splice.file}, {splice.file});
  const std::string &out = back ? splice.inserted : splice.removed, &in = back ? splice.removed : splice.inserted;
  text.replace(splice.at, out.size(), in);
  if (Diagnostics failed = store::replace_file(*path, text); !failed.empty()) return failed;
  to.push_back(splice);
  from.pop_back();
  return EditOutcome{splice.file, back ? splice.before : splice.after, history.done.size(), history.undone.size()};
}

Result<EditOutcome> Workspace::undo(const WorkPlace& work) {
  return move(work, true);
}
Result<EditOutcome> Workspace::redo(const WorkPlace& work) {
  return move(work, false);
}

std::pair<std::size_t, std::size_t> Workspace::history(const WorkPlace& work) const {
  const std::lock_guard lock(mutex_);
  const auto found = histories_.find(work.id);
  if (found == histories_.end()) return {0, 0};
  return {found->second.done.size(), found->second.undone.size()};
}

} // namespace rashin::server
