#include "agenda/work.h"
#include "report/agenda_report.h"
#include "server/kinds.h"
#include "store/agenda_folder.h"
#include "store/folder.h"

#include <algorithm>

namespace rashin::server {
namespace {

/// Runs of the workbench come first: they are what its user sees change.
store::RunPlaces places_of(const Workspace& works) {
  return {.root = works.runs(), .only_if_there = true};
}

} // namespace

Result<OpenWork> open_agenda(const FileSet& files) {
  auto read = agenda::read_agenda(files);
  if (!read) return read.diagnostics();
  const agenda::Agenda& work = *read;
  OpenWork open{work.title, work.question, work.draft, work.as_of, {}, {}, work.tasks, {}, {}};
  const auto count = [](const auto&... lists) { return (0 + ... + static_cast<int>(lists.size())); };
  open.basis.values = count(work.entries, work.seeds, work.recommendations, work.technologies, work.weights);
  open.basis.illustrative = work.illustrative();
  open.basis.judged = open.basis.values - open.basis.illustrative;
  for (const agenda::TechnologyEntry& entry : work.technologies)
    open.names["technologies"].emplace_back(entry.id, entry.title);
  for (const agenda::NamingList& list : work.lists) open.names["columns"].emplace_back(list.id, list.title);
  for (const agenda::Origin origin : agenda::all_origins)
    open.names["origins"].emplace_back(std::string(agenda::origin_word(origin)), agenda::origin_title(origin));
  return {std::move(open), read.diagnostics()};
}

Result<FileSet> run_agenda(const RunOrder& order) {
  auto read = store::open_agenda(order.work.folder, places_of(order.works));
  if (!read) return read.diagnostics();
  store::OpenAgenda open = read.take();
  if (order.draws) open.agenda.draws = *order.draws;
  order.hand.progress(0.3);
  const auto result = agenda::run(open.agenda, open.runs);
  if (!result) return result.diagnostics();
  if (order.hand.stop.stop_requested()) return make_diagnostic("stopped", {});
  order.hand.progress(0.6);
  const auto tables = agenda::result_tables(open.agenda, open.runs, *result);
  FileSet out = agenda::run_files(open.agenda, open.runs, *result, tables, open.files);
  order.hand.show(Stage::Figures, open.agenda.draws, open.agenda.draws, out);
  order.hand.progress(0.8);
  if (!order.quick) out.merge(report::agenda_reports(open.agenda, open.runs, *result, tables));
  return Result<FileSet>(std::move(out), open.notes);
}

Result<std::vector<study::TraceLine>> trace_agenda(const study::FinishedRun& run, const FileSet& files,
                                                   std::string_view id) {
  const auto steps = agenda::trace(files, id);
  if (!steps) return study::trace_back(run, id); // a figure of another table
  std::vector<study::TraceLine> lines;
  for (const agenda::TraceLine& step : *steps)
    if (step.step > 0 || lines.empty()) lines.push_back({step.step, step.node, step.words, false});
  return lines;
}

std::vector<std::string> changed_below_agenda(const Workspace& works, const WorkPlace& work, const FileSet& files) {
  const auto read = agenda::read_agenda(files);
  if (!read) return {};
  const std::vector<WorkPlace> others = works.works();
  std::vector<std::string> changed;
  for (const agenda::RunEntry& entry : read->runs) {
    const auto place = store::place_of_run(work.folder, entry, places_of(works));
    const auto now = store::read_file(place / "run.json");
    const auto used = store::read_file(works.run_folder(work) / "inputs/runs" / entry.id / "run.json");
    bool differs = !now || !used || *now != *used;
    const auto made_by = std::find_if(others.begin(), others.end(), [&](const WorkPlace& other) {
      return other.kind != work.kind && works.run_folder(other) == place;
    });
    if (!differs && made_by != others.end())
      if (const auto inputs = works.files(*made_by); inputs)
        differs = !changed_since_run(works, *made_by, *inputs).value_or(std::vector<std::string>{""}).empty();
    if (differs) changed.push_back(entry.id);
  }
  return changed;
}

} // namespace rashin::server
