#include "store/agenda_folder.h"

#include "core/sha256.h"
#include "evidence/fields.h"
#include "store/work_folder.h"
#include "study/read.h"

namespace rashin::store {
namespace {

namespace fs = std::filesystem;

/// The command that makes the run, as typed where the user stands.
std::string command_for(const fs::path& folder, const agenda::RunEntry& entry, const fs::path& run) {
  std::error_code error;
  const std::string work = entry.work.empty() ? "DIR" : (folder / entry.work).lexically_normal().string();
  const bool assessment = fs::exists(fs::path(work) / "assessment.yaml", error);
  return std::string("rashin ") + (assessment ? "assessment" : "study") + " run " + work + " --out " + run.string();
}

/// Files of the work that are no longer those that the run was computed from.
void check_age(const fs::path& folder, const agenda::RunEntry& entry, const agenda::FinishedRun& run,
               const std::string& command, Diagnostics& notes) {
  std::error_code error;
  if (entry.work.empty() || !fs::is_directory(folder / entry.work, error)) return;
  const auto files = read_work_folder(folder / entry.work, study::file_endings);
  if (!files) return; // whoever runs it next is told
  for (const auto& [name, hash] : run.input_hashes) {
    const auto found = files->find(name);
    if (found != files->end() && sha256_hex(found->second) == hash) continue;
    notes.push_back(make_diagnostic("agenda-run-older", entry.place, {entry.id, name, command}));
    return;
  }
}

} // namespace

fs::path place_of_run(const fs::path& folder, const agenda::RunEntry& entry, const RunPlaces& places) {
  const fs::path given = entry.run;
  const fs::path name = given.has_filename() ? given.filename() : given.parent_path().filename();
  const fs::path named = (folder / given).lexically_normal();
  if (!places.root) return named;
  std::error_code error;
  const fs::path below = (*places.root / name).lexically_normal();
  return places.only_if_there && !fs::exists(below / "run.json", error) ? named : below;
}

Result<OpenAgenda> open_agenda(const fs::path& folder, const RunPlaces& places) {
  auto files = read_work_folder(folder, study::file_endings);
  if (!files) return files.diagnostics();
  auto read = agenda::read_agenda(*files);
  if (!read) return read.diagnostics();
  OpenAgenda open{files.take(), *read, {}, read.diagnostics()};
  Diagnostics faults;
  for (const agenda::RunEntry& entry : open.agenda.runs) {
    const fs::path place = place_of_run(folder, entry, places);
    const std::string command = command_for(folder, entry, place);
    std::error_code error;
    if (!fs::exists(place / "run.json", error)) {
      faults.push_back(make_diagnostic("agenda-run-missing", entry.place, {place.string(), command}));
      continue;
    }
    const auto run_files = read_run_folder(place, study::file_endings);
    if (!take_faults(run_files, faults)) continue;
    auto run = agenda::read_finished_run(entry, *run_files);
    if (!take_faults(run, faults)) continue;
    check_age(folder, entry, *run, command, open.notes);
    open.runs.push_back(run.take());
  }
  if (has_errors(faults)) {
    open.notes.insert(open.notes.end(), faults.begin(), faults.end());
    sort_by_place(open.notes);
    return open.notes;
  }
  return open;
}

Result<FileSet> read_kept_runs(const fs::path& folder) {
  FileSet all;
  std::error_code error;
  for (const auto& run : fs::directory_iterator(folder / "inputs/runs", error)) {
    const auto files = read_run_folder(run.path(), study::file_endings);
    if (!files) return files.diagnostics();
    for (const auto& [name, bytes] : *files)
      all.emplace("inputs/runs/" + run.path().filename().string() + "/" + name, bytes);
  }
  return all;
}

} // namespace rashin::store
