#include "core/messages.h"

namespace rashin {

std::span<const MessageEntry> handover_messages() {
  static constexpr MessageEntry entries[] = {
      {"picture-tool-missing", Severity::Error,
       "The pictures cannot be drawn for an office program: rsvg-convert is not on this machine. Install it with "
       "`sudo apt-get install librsvg2-bin` and export again.",
       "文書に入れる図を描くプログラム rsvg-convert がこの機械にありません。`sudo apt-get install librsvg2-bin` "
       "で入れてから、もう一度書き出してください。"},
      {"picture-failed", Severity::Error,
       "rsvg-convert could not draw a picture ({0}). Try again; if it stays so, export as HTML.",
       "rsvg-convert が図を描けませんでした（{0}）。もう一度試し、変わらなければ HTML で書き出してください。"},
      {"picture-no-japanese-font", Severity::Warning,
       "This machine has no face with Japanese letters, so Japanese in pictures shows as boxes. Install one, such as "
       "`sudo apt-get install fonts-noto-cjk`, and export again.",
       "この機械に日本語の書体がないため、図の日本語は四角で表示されます。`sudo apt-get install fonts-noto-cjk` "
       "などで書体を入れてから、もう一度書き出してください。"},
      {"browser-missing", Severity::Error,
       "PDF is printed by Chromium, which is not on this machine. Install it with `sudo apt-get install chromium`, or "
       "open the HTML report in any browser and print it from there.",
       "PDF は Chromium で印刷しますが、この機械にありません。`sudo apt-get install chromium` "
       "で入れるか、HTML の報告書をお使いのブラウザーで開いて印刷してください。"},
      {"browser-failed", Severity::Error,
       "Chromium could not print the report ({0}). Try again, or open the HTML report in any browser and print it from "
       "there.",
       "Chromium が報告書を印刷できませんでした（{0}）。もう一度試すか、HTML "
       "の報告書をお使いのブラウザーで開いて印刷してください。"},
      {"report-without-economy", Severity::Warning,
       "The report is made anew without the losses of the whole economy, which this run had. Give the table with "
       "--tables to have them.",
       "報告書を作り直したため、この実行にあった経済全体の損失は省かれました。必要な場合は表を --tables "
       "で指定してください。"},
      {"import-column-missing", Severity::Error,
       "The sheet has no column \"{0}\", which the file has. Put it back, with its cells, and import again.",
       "ファイルにある列「{0}」がシートにありません。列とその値を戻してから、もう一度取り込んでください。"},
      {"import-column-unknown", Severity::Error,
       "The sheet has a column \"{0}\" that {1} does not have. Remove it, or add it to the file first.",
       "シートの列「{0}」は {1} にありません。列を消すか、先にファイルに加えてください。"},
      {"import-sheet-unknown", Severity::Note, "These sheets are no input tables of the study and are left alone: {0}.",
       "次のシートは調査の入力表ではないため、触れません: {0}。"},
      {"import-no-sheet", Severity::Error,
       "No sheet of the workbook is an input table of the study (seen: {0}). Sheets are named after files, as "
       "`network.stocks`; `rashin table export` makes such a workbook.",
       "調査の入力表にあたるシートがありません（あるシート: {0}）。シート名は `network.stocks` "
       "のようにファイル名に合わせます。`rashin table export` でそのような表計算ファイルを作れます。"},
      {"import-no-table", Severity::Error, "The study has no table (CSV file) to export.",
       "書き出す表（CSV ファイル）が調査にありません。"},
      {"import-breaks-study", Severity::Error,
       "The workbook's changes would leave the study with the faults above, so nothing was written. Mend the workbook "
       "and import again.",
       "取り込むと調査に上記の誤りが生じるため、何も書き込みませんでした。表計算ファイルを直してから、もう一度取り込ん"
       "で"
       "ください。"},
  };
  return entries;
}

} // namespace rashin
