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

struct Replacement {
  fs::path path;
  std::string before, after;
};

/// All files, or none: where one cannot be written, those already written get their bytes back.
Diagnostics replace_all(const std::vector<Replacement>& replacements) {
  for (std::size_t i = 0; i < replacements.size(); ++i) {
    Diagnostics failed = store::replace_file(replacements[i].path, replacements[i].after);
    if (failed.empty()) continue;
    while (i-- > 0)
      if (Diagnostics more = store::replace_file(replacements[i].path, replacements[i].before); !more.empty())
        failed.insert(failed.end(), more.begin(), more.end());
    return failed;
  }
  return {};
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

Result<std::shared_ptr<const ReadWork>> Workspace::read(const WorkPlace& work) const {
  auto now = files(work);
  if (!now) return now.diagnostics();
  const std::lock_guard lock(reading_);
  std::shared_ptr<const ReadWork>& kept = read_[work.id];
  if (!kept || kept->files != *now) {
    auto open = kind_of(work).open(*now);
    kept = std::make_shared<const ReadWork>(ReadWork{now.take(), std::move(open)});
  }
  return kept;
}

Result<EditOutcome> Workspace::edit(const WorkPlace& work, const std::string& file, std::string_view expected,
                                    const std::function<Result<std::string>(const std::string&)>& change) {
  const std::lock_guard lock(mutex_);
  const auto path = place_of(work, file);
  if (!path) return make_diagnostic("work-file-unknown", {}, {file});
  const auto bytes = store::read_file(*path);
  if (!bytes) return bytes.diagnostics();
  if (sha256_hex(*bytes) != expected) return make_diagnostic("edit-file-changed", {.file = file}, {file});
  auto changed = change(*bytes);
  if (!changed) return changed.diagnostics();
  return make(work, {{file, std::string(expected), changed.take()}});
}

Result<EditOutcome> Workspace::edit_files(const WorkPlace& work, const std::vector<FileEdit>& edits) {
  const std::lock_guard lock(mutex_);
  return make(work, edits);
}

/// The mutex is held.
Result<EditOutcome> Workspace::make(const WorkPlace& work, const std::vector<FileEdit>& edits) {
  std::vector<Replacement> replacements;
  EditOutcome outcome;
  Step step;
  for (const FileEdit& edit : edits) {
    const auto path = place_of(work, edit.file);
    if (!path) return make_diagnostic("work-file-unknown", {}, {edit.file});
    auto bytes = store::read_file(*path);
    if (!bytes) return bytes.diagnostics();
    if (sha256_hex(*bytes) != edit.seen) return make_diagnostic("edit-file-changed", {.file = edit.file}, {edit.file});
    const auto [front, back] = common_ends(*bytes, edit.bytes);
    Splice splice{edit.file,
                  front,
                  bytes->substr(front, bytes->size() - front - back),
                  edit.bytes.substr(front, edit.bytes.size() - front - back),
                  edit.seen,
                  sha256_hex(edit.bytes)};
    outcome.files.emplace_back(edit.file, splice.after);
    if (splice.before == splice.after) continue;
    replacements.push_back({*path, bytes.take(), edit.bytes});
    step.push_back(std::move(splice));
  }
  if (Diagnostics failed = replace_all(replacements); !failed.empty()) return failed;
  History& history = histories_[work.id];
  if (!step.empty()) {
    history.undone.clear();
    history.done.push_back(std::move(step));
    if (history.done.size() > most_edits) history.done.erase(history.done.begin());
  }
  outcome.undo = history.done.size(), outcome.redo = history.undone.size();
  return outcome;
}

Result<EditOutcome> Workspace::move(const WorkPlace& work, bool back) {
  const std::lock_guard lock(mutex_);
  History& history = histories_[work.id];
  auto& from = back ? history.done : history.undone;
  auto& to = back ? history.undone : history.done;
  if (from.empty()) return make_diagnostic(back ? "edit-nothing-to-undo" : "edit-nothing-to-redo", {}, {});
  std::vector<Replacement> replacements;
  EditOutcome outcome;
  for (const Splice& splice : from.back()) {
    const auto path = place_of(work, splice.file);
    if (!path) return make_diagnostic("work-file-unknown", {}, {splice.file});
    auto bytes = store::read_file(*path);
    if (!bytes) return bytes.diagnostics();
    if (sha256_hex(*bytes) != (back ? splice.after : splice.before))
      return make_diagnostic("edit-file-changed", {.file = splice.file}, {splice.file});
    const std::string &out = back ? splice.inserted : splice.removed, &in = back ? splice.removed : splice.inserted;
    std::string text = *bytes;
    text.replace(splice.at, out.size(), in);
    replacements.push_back({*path, bytes.take(), std::move(text)});
    outcome.files.emplace_back(splice.file, back ? splice.before : splice.after);
  }
  if (Diagnostics failed = replace_all(replacements); !failed.empty()) return failed;
  to.push_back(std::move(from.back()));
  from.pop_back();
  outcome.undo = history.done.size(), outcome.redo = history.undone.size();
  return outcome;
}

std::shared_ptr<const study::CourseBook> Workspace::courses(const WorkPlace& work) const {
  const std::lock_guard lock(keeping_);
  return kept_of_ == work.id ? kept_ : nullptr;
}

void Workspace::keep_courses(const WorkPlace& work, study::CourseBook courses) const {
  auto kept = std::make_shared<const study::CourseBook>(std::move(courses));
  const std::lock_guard lock(keeping_);
  kept_of_ = work.id;
  kept_.swap(kept); // the old ones go after the lock has
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
