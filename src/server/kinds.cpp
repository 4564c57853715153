#include "server/kinds.h"

#include "core/sha256.h"
#include "store/folder.h"
#include "study/shared.h"

#include <algorithm>

namespace rashin::server {

const std::vector<WorkKind>& work_kinds() {
  static const auto nothing_below = [](const Workspace&, const WorkPlace&, const FileSet&) {
    return std::vector<std::string>();
  };
  static const auto trace = [](const study::FinishedRun& run, const FileSet&, std::string_view id) {
    return study::trace_back(run, id);
  };
  static const std::vector<WorkKind> all{
      {"study", "studies", "html, pdf, docx, pptx, xlsx", open_study, run_study, trace, nothing_below},
      {"assessment", "assessments", "html, pdf, docx, pptx, xlsx", open_assessment, run_assessment, trace,
       nothing_below},
      {"agenda", "agendas", "html, pdf, xlsx", open_agenda, run_agenda, trace_agenda, changed_below_agenda}};
  return all;
}

const WorkKind& kind_of(const WorkPlace& work) {
  const auto found = std::find_if(work_kinds().begin(), work_kinds().end(),
                                  [&](const WorkKind& kind) { return kind.word == work.kind; });
  if (found == work_kinds().end()) throw Error("a work of no kind");
  return *found;
}

std::optional<std::vector<std::string>> changed_since_run(const Workspace& works, const WorkPlace& work,
                                                          const FileSet& files) {
  const auto manifest = store::read_file(works.run_folder(work) / "run.json");
  if (!manifest) return std::nullopt;
  std::vector<std::string> changed;
  for (const auto& [name, bytes] : files)
    if (!name.starts_with("registry/") && !study::is_private(name) &&
        manifest->find("\"" + name + "\": \"" + sha256_hex(bytes) + "\"") == std::string::npos)
      changed.push_back(name);
  for (std::string& below : kind_of(work).changed(works, work, files)) changed.push_back(std::move(below));
  return changed;
}

} // namespace rashin::server
