#include "core/messages.h"

namespace rashin {

std::span<const MessageEntry> server_messages() {
  static constexpr MessageEntry entries[] = {
      {"cannot-listen", Severity::Error, "Port {0} cannot be opened ({1}). Choose another with --port.",
       "ポート {0} を開けません（{1}）。--port で別の番号を指定してください。"},
      {"workbench-missing", Severity::Error,
       "This program was built without its workbench. Run tools/web.sh and build it again.",
       "作業台を含めずに作られたプログラムです。tools/web.sh を実行してから作り直してください。"},
      {"work-unknown", Severity::Error, "There is no work \"{0}\" in this folder.",
       "このフォルダーに「{0}」はありません。"},
      {"work-file-unknown", Severity::Error, "The work has no file \"{0}\".", "「{0}」というファイルはありません。"},
      {"work-value-unknown", Severity::Error, "\"{0}\" is no value that stands in a text file of the work.",
       "「{0}」は、この調査の文字ファイルに書かれた値ではありません。"},
      {"edit-file-changed", Severity::Error,
       "{0} has changed since it was read, so nothing was written. Read it again.",
       "{0} は読んだ後に変わっているため、何も書き込みませんでした。読み直してください。"},
      {"edit-nothing-to-undo", Severity::Error, "There is no edit to take back.", "取り消す編集はありません。"},
      {"edit-nothing-to-redo", Severity::Error, "There is no edit to make again.", "やり直す編集はありません。"},
      {"job-broken", Severity::Error, "The work ended by a fault of the program. The earlier run is unchanged.",
       "プログラムの不具合で中断しました。以前の実行結果はそのままです。"},
  };
  return entries;
}

} // namespace rashin
