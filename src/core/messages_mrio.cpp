#include "core/messages.h"

namespace rashin {

std::span<const MessageEntry> mrio_messages() {
  static constexpr MessageEntry entries[] = {
      {"mrio-empty", Severity::Error, "The table has no industries. Give a file with at least one origin row.",
       "表に産業がありません。売り手の行が一つ以上あるファイルを指定してください。"},
      {"mrio-too-wide", Severity::Error,
       "The table has {0} columns; at most 65535 are supported. Aggregate sectors or regions first.",
       "表の列が {0} あります。上限は 65535 です。部門か地域を先に統合してください。"},
      {"mrio-output-count", Severity::Error, "{0} output totals are stated for {1} industries. Give one per industry.",
       "産業 {1} に対して産出額が {0} 件あります。産業ごとに一つ書いてください。"},
      {"mrio-cell-outside", Severity::Error,
       "A cell lies outside the table or is not a finite number. Check the row and column numbers.",
       "表の外にあるか、有限でない値のセルがあります。行番号と列番号を確かめてください。"},
      {"mrio-duplicate-code", Severity::Error, "\"{0}\" names two rows or columns. Make each code unique.",
       "「{0}」が二つの行または列の名前になっています。符号が重ならないようにしてください。"},
      {"mrio-duplicate-cell", Severity::Error,
       "The cell {0} > {1} is given twice (first in line {2}). Keep one row, with the sum if both are meant.",
       "セル {0} > {1} が二度書かれています（最初は {2} 行）。一行にまとめ、両方が正しければ合計を書いてください。"},
      {"mrio-negative", Severity::Error,
       "{0} cells are negative, the largest at {1} ({2}). Correct them, or choose the rule that sets them to 0.",
       "負のセルが {0} 件あります。最大は {1}（{2}）です。直すか、0 とする規則を選んでください。"},
      {"mrio-unbalanced", Severity::Warning,
       "The stated output of {0} industries differs from the sum of their rows, most at {1} (by {2}). The sums are "
       "used; "
       "check the source if this is more than rounding.",
       "{0} の産業で、記載の産出額と行の合計が一致しません。最大は {1}（差 {2}）です。計算には合計を用います。丸めを"
       "超える差なら出典を確かめてください。"},
      {"mrio-wrong-total", Severity::Error,
       "The output of {0} is stated as {1}, but its row adds up to {2}: more than rounding explains. Correct the total "
       "or the cells.",
       "{0} の産出額は {1} と記載されていますが、行の合計は {2} "
       "で、丸めの差を超えています。合計かセルを直してください。"},
      {"mrio-year-needed", Severity::Error, "The folder holds the years {0}. Choose one with --year.",
       "フォルダには {0} 年の表があります。--year で一つ選んでください。"},
      {"mrio-table-not-found", Severity::Error,
       "No table \"{0}\" is found. Name its file or folder with --table, the folder that holds it with --tables, or "
       "set "
       "RASHIN_DATA to the folder with mrio/{0}.",
       "表「{0}」が見つかりません。--table で表のファイルかフォルダを、--tables で表のあるフォルダを指定するか、"
       "RASHIN_DATA を mrio/{0} のあるフォルダにしてください。"},
      {"mrio-ragged-row", Severity::Error, "The row has {0} fields, {1} are expected. Check for a missing separator.",
       "行の欄が {0} 個です。{1} 個であるべきです。区切り文字の抜けを確かめてください。"},
      {"mrio-quote-open", Severity::Error,
       "A quoted field starting with \"{0}\" is never closed. Add the closing quote.",
       "「{0}」で始まる引用符付きの欄が閉じていません。閉じる引用符を書いてください。"},
      {"mrio-not-finite", Severity::Error, "\"{0}\" is not a finite number. Write a number, or leave the cell out.",
       "「{0}」は有限の数値ではありません。数値を書くか、セルを省いてください。"},
      {"mrio-missing-column", Severity::Error, "The column \"{0}\" is missing. Add it to the header line.",
       "列「{0}」がありません。見出し行に加えてください。"},
      {"mrio-missing-file", Severity::Error,
       "The file \"{0}\" is not there, or cannot be read. Check the path; a folder needs all files of its layout.",
       "ファイル「{0}"
       "」がないか、読めません。場所を確かめてください。フォルダには形式に必要なファイルがすべて要ります。"},
      {"mrio-unknown-index", Severity::Error,
       "\"{0}\" is not a number from 0 to {1}. Use the numbers of the label file.",
       "「{0}」は 0 から {1} までの番号ではありません。見出しファイルの番号を使ってください。"},
      {"mrio-bad-label", Severity::Error, "\"{0}\" is not a label of the form {1}. Write both parts.",
       "「{0}」は {1} の形の見出しではありません。両方の部分を書いてください。"},
      {"mrio-label-order", Severity::Error,
       "Row {0} is labelled \"{1}\", but \"{2}\" is expected there. Rows and columns must name the same industries in "
       "one order.",
       "{0} 行目の見出しは「{1}」ですが、ここは「{2}」であるべきです。行と列は同じ産業を同じ順に並べてください。"},
      {"mrio-gzip", Severity::Error,
       "The compressed data cannot be read: {0}. Fetch the file again and compare its size.",
       "圧縮データを読めません: {0}。ファイルを取り直し、大きさを比べてください。"},
      {"mrio-too-large", Severity::Error,
       "The unpacked data is larger than {0} bytes. Unpack it yourself if this is intended.",
       "展開後のデータが {0} バイトを超えます。意図したものなら、先に展開してください。"},
      {"mrio-unknown-layout", Severity::Error,
       "No known table layout is found in \"{0}\". Name one with --layout, or convert the table to the long CSV.",
       "「{0}」に既知の表の形式が見つかりません。--layout で指定するか、縦長の CSV に変換してください。"},
      {"mrio-more-faults", Severity::Error, "{0} more faults of this file are not listed. Mend those above first.",
       "このファイルには、ほかに {0} 件の誤りがあります。まず上のものを直してください。"},
      {"mrio-untried-layout", Severity::Note,
       "The layout {0} follows its public description and has not yet been tried on an original file. Compare the "
       "totals with the source.",
       "形式 {0} は公開された説明に従ったもので、原本ではまだ試していません。合計を出典と比べてください。"},
      {"mrio-file-damaged", Severity::Error, "The table file is damaged: {0}. Import the table again.",
       "表ファイルが壊れています: {0}。表をもう一度取り込んでください。"},
      {"mrio-file-version", Severity::Error,
       "The table file has version {0}; this program reads version {1}. Import the table again.",
       "表ファイルの版は {0} ですが、このプログラムは {1} を読みます。表をもう一度取り込んでください。"},
      {"mrio-unknown-industry", Severity::Error,
       "The table has no industry \"{0}\". Write region|sector as in `rashin mrio info`.",
       "表に産業「{0}」がありません。rashin mrio info に示される「地域|部門」の形で書いてください。"},
      {"mrio-unknown-region", Severity::Error,
       "The table has no region \"{0}\". Use a code shown by `rashin mrio info`.",
       "表に地域「{0}」がありません。rashin mrio info に示される符号を使ってください。"},
      {"mrio-unknown-sector", Severity::Error,
       "The table has no sector \"{0}\". Use a code shown by `rashin mrio info`.",
       "表に部門「{0}」がありません。rashin mrio info に示される符号を使ってください。"},
      {"mrio-value-range", Severity::Error, "{0} is {1}, outside {2}. Correct the value.",
       "{0} の値 {1} は {2} の範囲外です。値を直してください。"},
      {"mrio-scenario", Severity::Error, "The scenario is wrong at \"{0}\": {1}. See the guide for its keys.",
       "シナリオの「{0}」が正しくありません: {1}。キーの一覧は手引きを見てください。"},
      {"mrio-not-converged", Severity::Error,
       "The solution did not reach the residual {0} (it is {1}). The table may hold an industry that uses more than it "
       "makes.",
       "解の残差が {0} に達しません（{1}）。産出より投入の多い産業がないか確かめてください。"},
      {"mrio-singular", Severity::Error,
       "The table has no Leontief inverse: industry {0} and its suppliers use up all they make. Check value added "
       "there.",
       "レオンチェフ逆行列が存在しません。産業 {0} "
       "とその仕入先が産出をすべて使い切っています。付加価値を確かめてください。"},
      {"mrio-aggregation-map", Severity::Error, "The map does not say where \"{0}\" goes. Add a row for it.",
       "対応表に「{0}」の行き先がありません。行を加えてください。"},
      {"mrio-ensemble-other", Severity::Error,
       "The folder \"{0}\" holds an ensemble of another scenario, table, seed or number of draws. Choose another "
       "folder.",
       "フォルダ「{0}」には別のシナリオ・表・種・標本数の計算があります。別のフォルダを選んでください。"},
      {"mrio-compat-events", Severity::Error,
       "The compatible mode cannot run these events together: {0}. Use the default mode.",
       "互換モードではこれらの事象を同時に計算できません: {0}。既定のモードを使ってください。"},
  };
  return entries;
}

} // namespace rashin
