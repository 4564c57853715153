#include "cli/assessment_commands.h"

#include "assessment/read.h"
#include "assessment/run.h"
#include "cli/arguments.h"
#include "cli/new_command.h"
#include "cli/study_files.h"
#include "cli/trace_command.h"
#include "core/json.h"
#include "report/assessment_report.h"
#include "report/html.h"
#include "store/folder.h"
#include "study/diff.h"

#include <algorithm>
#include <chrono>
#include <ostream>
#include <thread>

namespace rashin::cli {
namespace {

using Clock = std::chrono::steady_clock;

int run_new(const Call& call) {
  return make_new_work(call, {"assessment", {"ネットアセスメント", "assessment"}, assessment::new_assessment});
}

int check(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{"--json"}, {}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const bool json = arguments->has("--json");
  const auto files = read_study_folder(arguments->words[0]);
  if (!files) return report(call, files.diagnostics(), json);
  const auto read = assessment::read_assessment(*files);
  if (!read) return report(call, read.diagnostics(), json);
  Diagnostics all = read.diagnostics();
  const Diagnostics release = assessment::check_release(*read);
  if (read->common.header.status == study::Status::Release) all.insert(all.end(), release.begin(), release.end());
  sort_by_place(all);
  report(call, all, json);
  const BasisReport& b = read->common.basis;
  const auto n = [](auto value) { return std::to_string(value); };
  if (!json)
    call.out << LocalizedText{"調査票の欄 " + n(read->cells.size()) + "（空欄 " + n(read->blank_cells) + "）。入力値 " +
                                  n(b.values) + "：引用 " + n(b.cited) + "、判断 " + n(b.judged) + "、例示 " +
                                  n(b.illustrative) + "、根拠なし " + n(b.missing) + "。",
                              n(read->cells.size()) + " cells of dossiers (" + n(read->blank_cells) + " blank). " +
                                  n(b.values) + " values: " + n(b.cited) + " cited, " + n(b.judged) + " judged, " +
                                  n(b.illustrative) + " illustrative, " + n(b.missing) + " without basis."}
                    .in(call.language)
             << '\n';
  return has_errors(all) ? CheckFails : Done;
}

std::string timing_json(int threads, const std::filesystem::path& folder, double seconds) {
  std::error_code error;
  JsonWriter json;
  json.begin_object().key("threads").integer(threads);
  json.key("assessment").text(std::filesystem::absolute(folder, error).string()).key("seconds").number(seconds);
  json.end_object();
  return json.take();
}

int run_assessment(const Call& call) {
  const auto arguments = parse_arguments(call.words, {{}, {"--draws", "--seed", "--threads", "--out"}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const auto begin = Clock::now();
  const auto files = read_study_folder(arguments->words[0]);
  if (!files) return report(call, files.diagnostics());
  const auto read = assessment::read_assessment(*files);
  if (!read) return report(call, read.diagnostics());
  const study::Header& header = read->common.header;
  if (header.status == study::Status::Release)
    if (const Diagnostics release = assessment::check_release(*read); !release.empty())
      return report(call, release), CheckFails;
  const auto draws = integer_option(*arguments, "--draws", 1, 1'000'000);
  const auto seed = integer_option(*arguments, "--seed", 0, INT64_MAX);
  const auto threads = integer_option(*arguments, "--threads", 1, 256);
  for (const auto* option : {&draws, &seed, &threads})
    if (!*option) return report(call, option->diagnostics());
  assessment::RunOptions options;
  options.draws = static_cast<int>(draws->value_or(header.draws));
  options.seed = static_cast<std::uint64_t>(seed->value_or(static_cast<long long>(header.seed)));
  options.threads = static_cast<int>(threads->value_or(std::max(1U, std::thread::hardware_concurrency())));
  options.stop = call.stop;
  const std::filesystem::path out = arguments->option("--out").value_or("out/" + header.id);
  auto begun = store::FolderReplacement::begin(out);
  if (!begun) return report(call, begun.diagnostics()), CannotWrite;
  auto target = begun.take();
  const auto result = assessment::run(*read, options);
  if (!result) return report(call, result.diagnostics());
  const auto tables = assessment::result_tables(*read, *result);
  FileSet made = assessment::run_files(*read, *result, tables, *files);
  for (const auto& [name, language] :
       {std::pair{"report.ja.html", Language::Japanese}, {"report.en.html", Language::English}})
    made[name] = report::to_html(report::assessment_document(*read, *result, tables, language), language);
  made["timing.json"] =
      timing_json(options.threads, arguments->words[0], std::chrono::duration<double>(Clock::now() - begin).count());
  if (const Diagnostics failed = target.add(made); !failed.empty()) return report(call, failed);
  if (const Diagnostics failed = target.commit(); !failed.empty()) return report(call, failed);
  call.out << LocalizedText{"実行しました: ", "Done: "}.in(call.language)
           << (out / (call.language == Language::Japanese ? "report.ja.html" : "report.en.html")).string() << '\n';
  return Done;
}

} // namespace

std::vector<Command> assessment_commands() {
  return {
      {"assessment new",
       {"DIR　新しいネットアセスメントを見本から作る", "DIR   start a net assessment from the template"},
       {},
       run_new},
      {"assessment check",
       {"DIR [--json]　ファイルを確かめる", "DIR [--json]   check the files"},
       {"  --json   診断を JSON で出力する", "  --json   diagnostics as JSON, with byte offsets"},
       check},
      {"assessment run",
       {"DIR [--draws N] [--seed S] [--threads T] [--out OUT]　計算し報告書を作る",
        "DIR [--draws N] [--seed S] [--threads T] [--out OUT]   compute and write the reports"},
       {"  --draws N    標本数\n  --seed S     乱数の種\n  --threads T  並列数（結果は変わりません）\n  --out OUT    "
        "出力先（既定は out/<id>）",
        "  --draws N    number of draws\n  --seed S     seed of the draws\n  --threads T  threads (results do not "
        "change)\n  --out OUT    where to write (default out/<id>)"},
       run_assessment},
      {"assessment trace",
       {"OUT [ID] | OUT --from CLAIM　数値から原文へ、主張から数値へ",
        "OUT [ID] | OUT --from CLAIM   from a figure to its sentences, or from a claim to its figures"},
       {"  ID           表/行/列、または技術ニーズの id。省くと一覧\n  --from CLAIM その主張に基づくすべての数値",
        "  ID           table/row/column, or the id of a need; without it, all ids\n  --from CLAIM every figure that "
        "rests on the claim"},
       trace},
  };
}

} // namespace rashin::cli
