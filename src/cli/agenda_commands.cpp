#include "cli/agenda_commands.h"

#include "agenda/work.h"
#include "cli/arguments.h"
#include "cli/new_command.h"
#include "cli/study_files.h"
#include "cli/trace_command.h"
#include "core/json.h"
#include "report/agenda_report.h"
#include "store/agenda_folder.h"
#include "store/folder.h"

#include <chrono>
#include <ostream>

namespace rashin::cli {
namespace {

using Clock = std::chrono::steady_clock;

int run_new(const Call& call) {
  return make_new_work(call, {"agenda", {"アジェンダ", "agenda"}, agenda::new_agenda});
}

void print_counts(const Call& call, const agenda::AgendaResult& result) {
  std::size_t multi_use = 0, sentences = 0;
  for (std::size_t row = 0; row < result.rows.size(); ++row) multi_use += agenda::is_multi_use(result, row);
  for (const agenda::Chain& chain : result.chains) sentences += !chain.steps.empty();
  const auto n = [](std::size_t number) { return std::to_string(number); };
  call.out << LocalizedText{"列 " + n(result.columns.size()) + "、技術 " + n(result.rows.size()) +
                                "、うちマルチユース " + n(multi_use) + "。原文までたどれる欄 " + n(sentences) + "/" +
                                n(result.chains.size()) + "。警報 " + n(result.alarms.size()) + "。",
                            n(result.columns.size()) + " columns, " + n(result.rows.size()) + " technologies, " +
                                n(multi_use) + " multi-use; " + n(sentences) + " of " + n(result.chains.size()) +
                                " entries lead to a sentence; " + n(result.alarms.size()) + " alarms."}
                  .in(call.language)
           << '\n';
}

int check(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{"--json"}, {"--runs"}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const bool json = arguments->has("--json");
  const auto open = store::open_agenda(arguments->words[0], {.root = arguments->option("--runs")});
  if (!open) return report(call, open.diagnostics(), json);
  const auto result = agenda::run(open->agenda, open->runs);
  Diagnostics all = open->notes;
  for (const Diagnostic& d : result.diagnostics()) all.push_back(d);
  if (!open->agenda.draft)
    for (const Diagnostic& d : agenda::check_release(open->agenda)) all.push_back(d);
  sort_by_place(all);
  if (!result) return report(call, all, json);
  report(call, all, json);
  if (!json) print_counts(call, *result);
  return has_errors(all) ? CheckFails : Done;
}

std::string timing_json(double seconds) {
  JsonWriter json;
  json.begin_object().key("seconds").number(seconds).end_object();
  return json.take();
}

int run_agenda(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{}, {"--out", "--runs"}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto begin = Clock::now();
  const auto open = store::open_agenda(arguments->words[0], {.root = arguments->option("--runs")});
  if (!open) return report(call, open.diagnostics());
  if (!open->agenda.draft)
    if (const Diagnostics release = agenda::check_release(open->agenda); !release.empty())
      return report(call, release), CheckFails;
  const auto result = agenda::run(open->agenda, open->runs);
  Diagnostics shown = open->notes;
  for (const Diagnostic& d : result.diagnostics()) shown.push_back(d);
  if (const int code = report(call, shown); !result) return code;
  const std::filesystem::path out = arguments->option("--out").value_or("out/" + open->agenda.id);
  auto folder_out = store::FolderReplacement::begin(out);
  if (!folder_out) return report(call, folder_out.diagnostics()), CannotWrite;
  auto target = folder_out.take();
  const auto tables = agenda::result_tables(open->agenda, open->runs, *result);
  FileSet files = agenda::run_files(open->agenda, open->runs, *result, tables, open->files);
  files.merge(report::agenda_reports(open->agenda, open->runs, *result, tables));
  files["timing.json"] = timing_json(std::chrono::duration<double>(Clock::now() - begin).count());
  if (call.stop.stop_requested()) return report(call, {make_diagnostic("stopped", {})});
  if (const Diagnostics failed = target.add(files); !failed.empty()) return report(call, failed);
  if (const Diagnostics failed = target.commit(); !failed.empty()) return report(call, failed);
  print_counts(call, *result);
  const bool japanese = call.language == Language::Japanese;
  call.out << LocalizedText{"実行しました: ", "Done: "}.in(call.language)
           << (out / (japanese ? "report.ja.html" : "report.en.html")).string() << "  "
           << (out / (japanese ? "priorities.ja.html" : "priorities.en.html")).string() << '\n';
  return Done;
}

int trace_agenda(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{}, {}, 2, 2});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto files = read_run_folder(arguments->words[0]);
  if (!files) return report(call, files.diagnostics());
  const auto lines = agenda::trace(*files, arguments->words[1]);
  if (!lines) return report(call, lines.diagnostics());
  for (const agenda::TraceLine& line : *lines)
    call.out << std::string(static_cast<std::size_t>(2 * line.step), ' ') << line.node << "  "
             << line.words.in(call.language) << '\n';
  return Done;
}

} // namespace

std::vector<Command> agenda_commands() {
  return {
      {"agenda new", {"DIR　新しいアジェンダを見本から作る", "DIR   start an agenda from the template"}, {}, run_new},
      {"agenda check",
       {"DIR [--runs ROOT] [--json]　ファイルと、挙げられた実行結果を確かめる",
        "DIR [--runs ROOT] [--json]   check the files, and the runs that they name"},
       {"  --runs ROOT  実行結果を ROOT の下から読む\n  --json       診断を JSON で出力する",
        "  --runs ROOT  read the runs from below ROOT\n  --json       diagnostics as JSON, with byte offsets"},
       check},
      {"agenda run",
       {"DIR [--out OUT] [--runs ROOT]　由来の異なるニーズを並べ、報告書と優先順位表を作る",
        "DIR [--out OUT] [--runs ROOT]   set needs of all origins side by side; report and one-page list"},
       {"  --out OUT    出力先（既定は out/<id>）\n  --runs ROOT  実行結果を ROOT の下から読む",
        "  --out OUT    where to write (default out/<id>)\n  --runs ROOT  read the runs from below ROOT"},
       run_agenda},
      {"agenda trace",
       {"OUT ID　順位から原文まで", "OUT ID   from a rank to quoted sentences"},
       {"  ID  技術、または 技術.列", "  ID  a technology, or technology.column"},
       trace_agenda}};
}

} // namespace rashin::cli
