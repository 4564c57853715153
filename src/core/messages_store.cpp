#include "core/messages.h"

namespace rashin {

std::span<const MessageEntry> store_messages() {
  static constexpr MessageEntry entries[] = {
      {"folder-not-found", Severity::Error,
       "The folder \"{0}\" does not exist or cannot be read. Check the path; `rashin study new {0}` starts a study "
       "there.",
       "フォルダー「{0}」がないか、読めません。パスを確かめてください。`rashin study new {0}` "
       "で新しい調査を始められます。"},
      {"file-cannot-be-read", Severity::Error, "The file cannot be read ({0}). Check its permissions.",
       "ファイルを読めません（{0}）。アクセス権を確かめてください。"},
      {"file-too-large", Severity::Error,
       "The file has {0} bytes; at most {1} are read. Split it or remove what the study does not need.",
       "ファイルが {0} バイトあります。読めるのは {1} バイトまでです。分割するか、不要な部分を除いてください。"},
      {"cannot-write", Severity::Error,
       "Cannot write \"{0}\" ({1}). The earlier content is unchanged; free space or choose another folder.",
       "「{0}」に書き込めません（{1}）。以前の内容はそのままです。空き容量を作るか、別のフォルダーを選んでください。"},
      {"folder-not-empty", Severity::Error, "The folder \"{0}\" already holds files. Choose a new or an empty folder.",
       "フォルダー「{0}」にはすでにファイルがあります。新しいフォルダーか空のフォルダーを選んでください。"},
      {"out-not-a-run", Severity::Error,
       "\"{0}\" is not empty and is no earlier run (it has no run.json), so it is not overwritten. Choose another "
       "folder with --out.",
       "「{0}」は空ではなく、以前の実行結果でもない（run.json がない）ため、上書きしません。--out "
       "で別のフォルダーを指定してください。"},
  };
  return entries;
}

} // namespace rashin
