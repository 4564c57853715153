#include "core/messages.h"

namespace rashin {

std::span<const MessageEntry> cli_messages() {
  static constexpr MessageEntry entries[] = {
      {"usage-unknown-command", Severity::Error, "There is no command \"{0}\". `rashin --help` lists them.",
       "「{0}」というコマンドはありません。`rashin --help` で一覧を表示します。"},
      {"usage-unknown-option", Severity::Error,
       "The option \"{0}\" is not known here. Add --help to see the options of this command.",
       "オプション「{0}」はここでは使えません。--help を付けると、このコマンドのオプションを表示します。"},
      {"usage-option-without-value", Severity::Error, "The option {0} needs a value after it.",
       "オプション {0} には値が必要です。"},
      {"usage-option-missing", Severity::Error, "The command needs {0}. Add it.",
       "このコマンドには {0} が要ります。加えてください。"},
      {"usage-word-missing", Severity::Error,
       "Something is missing after the command. Add --help to see what it takes.",
       "コマンドの後に指定が足りません。--help で書き方を表示します。"},
      {"usage-word-too-many", Severity::Error,
       "\"{0}\" is one word too many. Add --help to see what the command takes.",
       "「{0}」は余分な指定です。--help で書き方を表示します。"},
      {"usage-number", Severity::Error, "{0} is \"{1}\" but takes a whole number from {2} to {3}.",
       "{0} に「{1}」が指定されました。{2} から {3} までの整数を指定してください。"},
      {"usage-choice", Severity::Error, "{0} is \"{1}\" but takes one of: {2}.",
       "{0} に「{1}」が指定されました。次のいずれかを指定してください: {2}。"},
      {"report-without-private", Severity::Warning,
       "The report is made anew from the run's own copies, which hold nothing given in confidence: that table is left "
       "out. Run the study again to have it.",
       "この実行の写しから報告書を作り直します。秘匿を条件に示された値は写しにないため、その表は省かれます。必要な場合"
       "は調査を再実行してください。"},
      {"not-a-run", Severity::Error,
       "\"{0}\" holds no run (run.json is missing or damaged). Make one with `rashin study run`.",
       "「{0}」に実行結果がありません（run.json がないか、壊れています）。`rashin study run` で作ってください。"},
      {"unknown-figure", Severity::Error,
       "Nothing in this run is called \"{0}\". Ids look like table/row/column, or are the id of a need; `rashin trace "
       "OUT` lists them.",
       "この実行結果に「{0}」というものはありません。識別子は 表/行/列 の形か、ニーズの id です。`rashin trace OUT` "
       "で一覧を表示します。"},
      {"stopped", Severity::Error, "Stopped; the earlier run is unchanged.",
       "中止しました。以前の実行結果はそのままです。"},
  };
  return entries;
}

} // namespace rashin
