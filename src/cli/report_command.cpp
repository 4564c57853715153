#include "cli/report_command.h"

#include "cli/arguments.h"
#include "cli/economy_run.h"
#include "cli/progress.h"
#include "handover/export.h"
#include "store/folder.h"

#include <algorithm>
#include <ostream>
#include <thread>

namespace rashin::cli {
namespace {

int make_report(const Call& call) {
  const auto arguments =
      parse_arguments(call.words, {{"--economy"}, {"--format", "--out", "--tables", "--economy-draws"}, 1, 1});
  if (!arguments) return report(call, arguments.diagnostics());
  const std::string word = arguments->option("--format").value_or("html");
  const auto format = handover::format_of(word);
  if (!format) return report(call, {make_diagnostic("usage-choice", {}, {"--format", word, handover::format_words})});
  handover::Order order{.format = *format, .language = call.language, .stop = call.stop};
  order.threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
  order.progress = progress_bar(call, {"作成中", "Making the report"});
  order.economy = [&](const study::Study& study, const FileSet& inputs, const study::RunResult& run) {
    return play_economy(call, *arguments, study, inputs, run, order.threads);
  };
  const auto handed = handover::hand_over(arguments->words[0], order);
  if (const int code = report(call, handed.diagnostics()); !handed) return code;
  const std::string out =
      arguments->option("--out").value_or(*format == handover::Format::Html ? "-" : handed->file_name);
  if (out == "-") return call.out << handed->bytes, Done;
  if (const Diagnostics failed = store::replace_file(out, handed->bytes); !failed.empty()) return report(call, failed);
  call.out << LocalizedText{"書き出しました: ", "Written: "}.in(call.language) << out << '\n';
  return Done;
}

} // namespace

Command report_command() {
  return {"report",
          {"OUT [--format html|pdf|docx|pptx|xlsx] [--out FILE] [--lang ja|en]　報告書を渡せる形で書き出す",
           "OUT [--format html|pdf|docx|pptx|xlsx] [--out FILE] [--lang ja|en]   hand the report over as a file"},
          {"  --format F   html（既定、標準出力へ）、pdf（Chromium で印刷）、docx（本篇、編集できる文書）、\n"
           "               pptx（概要版、編集できるスライド）、xlsx（すべての表）\n  --out FILE   書き出し先（既定は "
           "<id>.<言語>.<形式>、- は標準出力）\n  --economy    作り直すときに経済全体への波及も計算する（表は "
           "RASHIN_DATA から）\n  --tables D   同じく、表を D から",
           "  --format F   html (default, to standard output), pdf (printed by Chromium), docx (the whole report as a\n"
           "               document to edit), pptx (the summary as slides to edit), xlsx (every table)\n  --out FILE   "
           "where to write (default <id>.<language>.<format>; - is standard output)\n  --economy    play the whole "
           "economy where the report is composed anew (table from RASHIN_DATA)\n  --tables D   the same, with the "
           "table from D"},
          make_report};
}

} // namespace rashin::cli
