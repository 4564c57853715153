#include "cli/study_commands.h"

#include "cli/arguments.h"
#include "cli/economy_run.h"
#include "cli/new_command.h"
#include "cli/progress.h"
#include "cli/report_command.h"
#include "cli/study_files.h"
#include "cli/trace_command.h"
#include "core/json.h"
#include "core/number_text.h"
#include "report/study_report.h"
#include "store/folder.h"
#include "study/check_numbers.h"
#include "study/diff.h"
#include "study/economy_tables.h"
#include "study/read.h"
#include "study/trace.h"
#include "study/work.h"

#include <algorithm>
#include <chrono>
#include <ostream>
#include <thread>

namespace rashin::cli {
namespace {

using Clock = std::chrono::steady_clock;

int run_new(const Call& call) {
  return make_new_work(call, {"study", {"調査", "study"}, study::new_study});
}

/// What only computing shows; outcomes that stand beside no figure come out of a single draw.
Diagnostics try_study(const study::Study& study, const Call& call) {
  Diagnostics found = study::check_numbers(study);
  if (has_errors(found)) return found;
  study::RunOptions options;
  options.seed = study.header.seed, options.draws = 1, options.stop = call.stop;
  const auto result = study::run(study, options);
  if (!result) return result.diagnostics();
  const auto rows = study::outcome_rows(study, study::result_tables(study, *result));
  for (const Diagnostic& d : study::check_outcomes(study, rows)) found.push_back(d);
  return found;
}

/// What is still owed, with who and by when; what lacks either is said.
void print_tasks(const Call& call, const study::Study& study) {
  for (const study::Task& task : study.tasks) {
    if (task.done) continue;
    const auto given = [&](const std::string& text, const LocalizedText& otherwise) {
      return text.empty() ? otherwise.in(call.language) : text;
    };
    call.out << LocalizedText{"残っている仕事 ", "Owed: "}.in(call.language) << task.id << " ("
             << given(task.who, {"担当未定", "nobody yet"}) << ", " << given(task.due, {"期限未定", "no date yet"})
             << "): " << task.what.in(call.language) << '\n';
  }
}

int check(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{"--json"}, {}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const bool json = arguments->has("--json");
  const auto files = read_study_folder(arguments->words[0]);
  if (!files) return report(call, files.diagnostics(), json);
  const auto read = study::read_study(*files);
  if (!read) return report(call, read.diagnostics(), json);
  Diagnostics all = read.diagnostics();
  const Diagnostics tried = try_study(*read, call);
  all.insert(all.end(), tried.begin(), tried.end());
  if (has_errors(tried)) return report(call, all, json);
  const Diagnostics release = study::check_release(*read);
  if (read->header.status == study::Status::Release) all.insert(all.end(), release.begin(), release.end());
  sort_by_place(all);
  report(call, all, json);
  if (!json) {
    const BasisReport& b = read->basis;
    const auto n = [](int value) { return std::to_string(value); };
    call.out << LocalizedText{"入力値 " + n(b.values) + "：引用 " + n(b.cited) + "、判断 " + n(b.judged) + "、例示 " +
                                  n(b.illustrative) + "、根拠なし " + n(b.missing) + "。後日判明 " + n(b.known_later) +
                                  "。",
                              n(b.values) + " values: " + n(b.cited) + " cited, " + n(b.judged) + " judged, " +
                                  n(b.illustrative) + " illustrative, " + n(b.missing) + " without basis; " +
                                  n(b.known_later) + " known later."}
                    .in(call.language)
             << '\n';
    print_tasks(call, *read);
  }
  return has_errors(all) ? CheckFails : Done;
}

struct RunSettings {
  study::RunOptions options;
  std::filesystem::path out;
};

Result<RunSettings> settings_of(const Call& call, const Arguments& arguments, const study::Study& study) {
  Diagnostics faults;
  const auto number = [&](std::string_view name, long long least, long long most, long long otherwise) {
    const auto value = integer_option(arguments, name, least, most);
    if (value) return value->value_or(otherwise);
    faults.insert(faults.end(), value.diagnostics().begin(), value.diagnostics().end());
    return otherwise;
  };
  const auto cores = static_cast<long long>(std::max(1U, std::thread::hardware_concurrency()));
  RunSettings settings;
  settings.options.draws = static_cast<int>(number("--draws", 1, 1'000'000, study.header.draws));
  settings.options.seed =
      static_cast<std::uint64_t>(number("--seed", 0, INT64_MAX, static_cast<long long>(study.header.seed)));
  settings.options.threads = static_cast<int>(number("--threads", 1, 256, cores));
  settings.options.stop = call.stop;
  settings.options.sensitivity_draws = study::usual_sensitivity_draws;
  settings.out = arguments.option("--out").value_or("out/" + study.header.id);
  if (!faults.empty()) return faults;
  return settings;
}

std::string timing_json(const RunSettings& settings, const std::filesystem::path& folder, double read, double run,
                        double write) {
  std::error_code error;
  JsonWriter json;
  json.begin_object()
      .key("threads")
      .integer(settings.options.threads)
      .key("study")
      .text(std::filesystem::absolute(folder, error).string());
  json.key("read_seconds").number(read).key("run_seconds").number(run).key("report_seconds").number(write).end_object();
  return json.take();
}

int run_study(const Call& call) {
  const auto arguments = parse_arguments(
      call.words, {{"--economy"}, {"--draws", "--seed", "--threads", "--out", "--tables", "--economy-draws"}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto begin = Clock::now();
  const std::filesystem::path folder = arguments->words[0];
  const auto files = read_study_folder(folder);
  if (!files) return report(call, files.diagnostics());
  const auto read = study::read_study(*files);
  if (!read) return report(call, read.diagnostics());
  Diagnostics shown; // notes such as "known later" stand in the report; warnings are for now
  for (const Diagnostic& d : read.diagnostics())
    if (d.severity == Severity::Warning) shown.push_back(d);
  const Diagnostics numbers = study::check_numbers(*read);
  shown.insert(shown.end(), numbers.begin(), numbers.end());
  if (report(call, shown) != Done) return FileWrong;
  if (read->header.status == study::Status::Release)
    if (const Diagnostics release = study::check_release(*read); !release.empty())
      return report(call, release), CheckFails;
  auto settings = settings_of(call, *arguments, *read);
  if (!settings) return report(call, settings.diagnostics());
  RunSettings set = settings.take();
  auto folder_out = store::FolderReplacement::begin(set.out);
  if (!folder_out) return report(call, folder_out.diagnostics()), CannotWrite;
  auto target = folder_out.take();

  set.options.progress = progress_bar(call, {"計算中", "Running"});
  const auto started = Clock::now();
  const auto result = study::run(*read, set.options);
  if (!result) return report(call, result.diagnostics());
  const auto ran = Clock::now();
  auto tables = study::result_tables(*read, *result, set.options.threads);
  const auto economy = play_economy(call, *arguments, *read, *files, *result, set.options.threads);
  if (!economy) return report(call, economy.diagnostics());
  const study::EconomyResult* played = economy->get();
  if (played)
    for (study::ResultTable& table : study::economy_tables(*read, *result, *played)) tables.push_back(std::move(table));
  if (const Diagnostics faults = study::check_outcomes(*read, study::outcome_rows(*read, tables)); !faults.empty())
    return report(call, faults);
  FileSet out = report::finished_files(*read, *result, tables, *files, set.options.threads, played);
  const auto seconds = [](auto a, auto b) { return std::chrono::duration<double>(b - a).count(); };
  out["timing.json"] =
      timing_json(set, folder, seconds(begin, started), seconds(started, ran), seconds(ran, Clock::now()));
  if (call.stop.stop_requested()) return report(call, {make_diagnostic("stopped", {})});
  if (const Diagnostics failed = target.add(out); !failed.empty()) return report(call, failed);
  if (const Diagnostics failed = target.commit(); !failed.empty()) return report(call, failed);
  call.out << LocalizedText{"実行しました: ", "Done: "}.in(call.language)
           << (set.out / (call.language == Language::Japanese ? "report.ja.html" : "report.en.html")).string() << '\n';
  if (read->economy && !played) call.out << economy_missing(*read).in(call.language) << '\n';
  return Done;
}

Result<study::FinishedRun> finished(const std::string& folder) {
  const auto files = read_run_folder(folder);
  if (!files) return files.diagnostics();
  return study::read_finished_run(*files);
}

int diff(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{}, {"--tolerance"}, 2, 2});
  if (!arguments) return report(call, arguments.diagnostics());
  double tolerance = 0;
  if (const auto text = arguments->option("--tolerance")) {
    char* end = nullptr;
    tolerance = std::strtod(text->c_str(), &end);
    if (text->empty() || *end != '\0' || !(tolerance >= 0))
      return report(call, {make_diagnostic("usage-number", {}, {"--tolerance", *text, "0", "1"})});
  }
  const auto a = finished(arguments->words[0]), b = finished(arguments->words[1]);
  if (!a) return report(call, a.diagnostics());
  if (!b) return report(call, b.diagnostics());
  const auto differences = study::differences(*a, *b, tolerance);
  for (const auto& d : differences) call.out << d.id << ": " << d.before << " -> " << d.after << '\n';
  call.out << LocalizedText{"違い " + std::to_string(differences.size()) + " 件",
                            std::to_string(differences.size()) + " differences"}
                  .in(call.language)
           << '\n';
  return differences.empty() ? Done : CheckFails;
}

} // namespace

int trace(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{}, {"--from"}, 1, 2});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto run = finished(arguments->words[0]);
  if (!run) return report(call, run.diagnostics());
  if (const auto claim = arguments->option("--from")) {
    const auto figures = study::trace_forward(*run, *claim);
    if (!figures) return report(call, figures.diagnostics());
    for (const std::string& figure : *figures) call.out << figure << '\n';
    return Done;
  }
  if (arguments->words.size() == 1) {
    for (const std::string& id : study::traceable(*run)) call.out << id << '\n';
    return Done;
  }
  const auto lines = study::trace_back(*run, arguments->words[1]);
  if (!lines) return report(call, lines.diagnostics());
  for (const study::TraceLine& line : *lines) {
    call.out << std::string(static_cast<std::size_t>(2 * line.depth), ' ') << line.id;
    const std::string& words = line.words.in(call.language);
    if (!words.empty()) call.out << "  " << words;
    if (line.repeated) call.out << LocalizedText{"（上に記載）", " (see above)"}.in(call.language);
    call.out << '\n';
  }
  return Done;
}

namespace {

int migrate(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{}, {}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto files = read_study_folder(arguments->words[0]);
  if (!files) return report(call, files.diagnostics());
  const auto read = study::read_study(*files);
  for (const Diagnostic& d : read.diagnostics())
    if (d.code == "schema-version") return report(call, read.diagnostics());
  call.out << LocalizedText{"すべて schema 1 です。移行するものはありません。",
                            "All files are schema 1 already; nothing to move."}
                  .in(call.language)
           << '\n';
  return Done;
}

} // namespace

std::vector<Command> study_commands() {
  return {
      {"study new", {"DIR　新しい調査を見本から作る", "DIR   start a study from the template"}, {}, run_new},
      {"study check",
       {"DIR [--json]　ファイルを確かめる", "DIR [--json]   check the files"},
       {"  --json   診断を JSON で出力する", "  --json   diagnostics as JSON, with byte offsets"},
       check},
      {"study run",
       {"DIR [--draws N] [--seed S] [--threads T] [--out OUT] [--economy] [--tables D]　計算し報告書を作る",
        "DIR [--draws N] [--seed S] [--threads T] [--out OUT] [--economy] [--tables D]   compute and write the "
        "reports"},
       {"  --draws N    標本数\n  --seed S     乱数の種\n  --threads T  並列数（結果は変わりません）\n  --out OUT    "
        "出力先（既定は out/<id>）\n  --economy    経済全体への波及も計算する（表は RASHIN_DATA から）\n  --tables D   "
        "同じく、表を D から\n  --economy-draws K  そのはじめの K 標本",
        "  --draws N    number of draws\n  --seed S     seed of the draws\n  --threads T  threads (results do not "
        "change)\n  --out OUT    where to write (default out/<id>)\n  --economy    also play the whole economy, on the "
        "table of mrio.yaml "
        "from RASHIN_DATA\n  --tables D   the same, with the table from D\n  --economy-draws K  on the first K draws"},
       run_study},
      {"study diff",
       {"OUT_A OUT_B [--tolerance R]　二つの結果の違い", "OUT_A OUT_B [--tolerance R]   what differs between two runs"},
       {"  --tolerance R  数値の相対差がこれ以下なら同じとみなす",
        "  --tolerance R  numbers within this relative difference count as equal"},
       diff},
      {"trace",
       {"OUT [ID] | OUT --from CLAIM　数値から原文へ、主張から数値へ",
        "OUT [ID] | OUT --from CLAIM   from a figure to its sentences, or from a claim to its figures"},
       {"  ID           表/行/列、または技術ニーズの id。省くと一覧\n  --from CLAIM その主張に基づくすべての数値",
        "  ID           table/row/column, or the id of a need; without it, all ids\n  --from CLAIM every figure that "
        "rests on the claim"},
       trace},
      report_command(),
      {"migrate", {"DIR　古い書式のファイルを新しくする", "DIR   move files of an older format on"}, {}, migrate},
  };
}

} // namespace rashin::cli
