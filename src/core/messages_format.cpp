#include "core/messages.h"

namespace rashin {

std::span<const MessageEntry> format_messages() {
  using enum Severity;
  static constexpr MessageEntry entries[] = {
      // any text file
      {"too-many-faults", Error, "More than {0} faults; the rest is not shown. Mend these first.",
       "問題が {0} 件を超えたため、残りは表示していません。まず表示された分を直してください。"},
      {"text-utf16", Error, "The file is in UTF-16. Save it as UTF-8.",
       "ファイルの文字コードが UTF-16 です。UTF-8 で保存し直してください。"},
      {"text-not-utf8", Error, "The bytes {0} are not UTF-8 text. Save the file as UTF-8.",
       "バイト列 {0} は UTF-8 の文字ではありません。ファイルを UTF-8 で保存し直してください。"},
      {"text-control-character", Error, "The invisible control character {0} stands here. Delete it.",
       "見えない制御文字 {0} があります。削除してください。"},
      {"text-line-separator", Error,
       "The invisible line separator {0} stands here (it comes along when text is pasted). Replace it by a line break "
       "or a blank.",
       "見えない行区切り文字 {0} があります（貼り付けで紛れ込みます）。改行か空白に置き換えてください。"},

      // one value
      {"missing-value", Error, "\"{0}\" has no value. Write one, or delete the key.",
       "「{0}」の値がありません。値を書くか、キーごと削除してください。"},
      {"not-a-single-value", Error, "\"{0}\" is a list or a mapping. Write one single value here.",
       "「{0}」はリストまたはキーと値の組です。ここには値を一つだけ書いてください。"},
      {"value-not-an-integer", Error, "\"{0}\" is not a whole number. Write digits only, for example 12.",
       "「{0}」は整数ではありません。12 のように数字だけで書いてください。"},
      {"value-not-a-boolean", Error, "\"{0}\" is neither true nor false. Write true or false.",
       "「{0}」は true でも false でもありません。true か false と書いてください。"},
      {"number-with-comma", Error,
       "\"{0}\" holds a comma, which is a thousands separator here and a decimal point there. Write \"{1}\", or a "
       "point for decimals.",
       "「{0}」にコンマがあります。コンマは桁区切りとも小数点とも読めるため使えません。桁区切りなら「{1}」、小数なら「."
       "」で書いてください。"},
      {"number-out-of-range", Error,
       "\"{0}\" is too large or too small to be held. Check its digits or use a larger unit.",
       "「{0}」は扱える範囲を超えています。桁を確かめるか、単位を変えてください。"},

      // YAML: what the plain kind does not have
      {"yaml-empty", Error, "The file holds no value. Write keys and values, or delete the file.",
       "ファイルに中身がありません。キーと値を書くか、ファイルを削除してください。"},
      {"yaml-tag", Error,
       "The tag {0} is not allowed; values are plain. Delete it, or put text that starts with ! in quotes.",
       "タグ {0} は使えません。削除するか、「!」で始まる文字列なら引用符で囲んでください。"},
      {"yaml-anchor", Error, "The anchor {0} is not allowed. Delete it, or put text that starts with & in quotes.",
       "アンカー {0} は使えません。削除するか、「&」で始まる文字列なら引用符で囲んでください。"},
      {"yaml-alias", Error,
       "The alias *{0} is not allowed. Write the value out, or put text that starts with * in quotes.",
       "エイリアス *{0} は使えません。値をそのまま書くか、「*」で始まる文字列なら引用符で囲んでください。"},
      {"yaml-merge-key", Error, "The merge key << is not allowed. Write the keys out.",
       "マージキー << は使えません。キーをそのまま書いてください。"},
      {"yaml-directive", Error, "Lines that start with % are not allowed. Delete the line.",
       "「%」で始まる行は使えません。その行を削除してください。"},
      {"yaml-several-documents", Error,
       "A second document starts here; a file holds one. Delete the --- or split the file.",
       "二つ目の文書が始まっています。一つのファイルには一つの文書だけ書けます。「---"
       "」を削除するか、ファイルを分けてください。"},
      {"yaml-duplicate-key", Error, "The key \"{0}\" stands here a second time (first in line {1}). Keep one of them.",
       "キー「{0}」が重複しています（最初は {1} 行目）。どちらか一つにしてください。"},
      {"yaml-complex-key", Error, "A key is one text on one line, with a colon right behind it. Write `key: value`.",
       "キーは一行の文字列で、すぐ後ろにコロンが必要です。「キー: 値」の形で書いてください。"},
      {"yaml-empty-key", Error, "The key before the colon is empty. Write a name.",
       "コロンの前のキーが空です。名前を書いてください。"},
      {"yaml-nul", Error, "The text holds the character NUL (\\0). Delete it.",
       "文字列に NUL 文字（\\0）があります。削除してください。"},
      {"yaml-too-deep", Error, "Values are nested more than {0} levels deep. Flatten them.",
       "入れ子が {0} 段を超えています。浅くしてください。"},
      {"yaml-too-many-values", Error, "The file holds more than {0} values. Move tables to CSV.",
       "値が {0} 個を超えています。表は CSV に移してください。"},

      // YAML: syntax
      {"yaml-colon", Error,
       "A colon followed by a blank starts a value, which cannot be here. Put the text in quotes, or mend the "
       "indentation.",
       "コロンと空白は値の始まりとみなされますが、ここには書けません。文字列なら引用符で囲み、そうでなければ字下げを直"
       "してください。"},
      {"yaml-dash", Error,
       "A list entry (\"- \") cannot start here. Put it on its own line with the indentation of the other entries.",
       "リストの項目（「- 」）はここから始められません。行を改め、ほかの項目と字下げをそろえてください。"},
      {"yaml-no-colon", Error,
       "The colon and blank of `key: value` are missing behind this text (looked for until line {1}).",
       "この文字列の後ろに「キー: 値」のコロンと空白がありません（{1} 行目まで調べました）。"},
      {"yaml-wide-colon", Error, "The colon ： behind this key is a full-width one. Write `:` and a blank.",
       "このキーの後ろのコロンが全角（：）です。半角のコロンと空白（: ）にしてください。"},
      {"yaml-unclosed-quote", Error, "The quote {0} opened here is never closed. Write the closing {0}.",
       "ここで開いた引用符 {0} が閉じられていません。閉じる {0} を書いてください。"},
      {"yaml-unclosed-bracket", Error,
       "The bracket {0} opened here lacks a comma or its closing bracket; noticed in line {1}.",
       "ここで開いた括弧 {0} に、コンマか閉じ括弧が足りません（{1} 行目で気づきました）。"},
      {"yaml-no-value", Error,
       "A value is missing here. Look for a bracket above that is not closed, or a comma or bracket too many.",
       "ここに値がありません。前に閉じていない括弧がないか、コンマや括弧が余っていないか確かめてください。"},
      {"yaml-escape", Error,
       "This escape is unknown in double quotes. Write \\\\ for a backslash, or use single quotes.",
       "二重引用符の中で使えないエスケープです。「\\」そのものは \\\\ と書くか、一重引用符で囲んでください。"},
      {"yaml-indentation", Error,
       "This does not fit what stands above it. Give it the indentation of its neighbours, and nothing behind a "
       "closing quote or bracket.",
       "上の行とつながりません。字下げを隣の行とそろえ、閉じた引用符や括弧の後ろには何も書かないでください。"},
      {"yaml-tab", Error, "A tab stands where blanks indent. Replace it by blanks.",
       "字下げにタブがあります。半角の空白に置き換えてください。"},
      {"yaml-character", Error, "A value cannot start with {0}. Put the text in quotes.",
       "値を「{0}」で始めることはできません。文字列を引用符で囲んでください。"},
      {"yaml-syntax", Error, "This is not YAML: {0}. Compare it with the lines around.",
       "YAML として読めません（{0}）。前後の行と見比べてください。"},

      // tables: CSV and XLSX
      {"csv-cp932", Note, "The file is in CP932 (Shift_JIS) and is read as such. UTF-8 would keep every character.",
       "文字コードは CP932（Shift_JIS）として読みました。UTF-8 で保存すると、どの文字も確実に残ります。"},
      {"csv-empty", Error, "The file has no header. Write the names of the columns in the first line.",
       "見出し行がありません。1 行目に列の名前を書いてください。"},
      {"csv-ragged-row", Error,
       "This row has {0} cells, the header has {1}. Add or delete separators; text that holds one needs quotes.",
       "この行のセルは {0} 個ですが、見出しは {1} "
       "個です。区切りを足すか減らし、区切り文字を含む文字列は引用符で囲んでください。"},
      {"csv-stray-quote", Error,
       "A quote stands inside the cell, behind \"{0}\". Put the whole cell in quotes and double this one, or delete "
       "it.",
       "「{0}」の後ろに引用符があります。セル全体を引用符で囲んでこの引用符を二つ重ねるか、削除してください。"},
      {"csv-text-after-quote", Error,
       "\"{0}\" stands behind the closing quote. Double the quote if it belongs to the text, else delete what follows "
       "it.",
       "閉じた引用符の後ろに「{0}"
       "」があります。引用符が文字列の一部なら二つ重ね、そうでなければ後ろを削除してください。"},
      {"csv-unclosed-quote", Error,
       "The quote opened here is never closed. Write the closing quote at the end of the cell.",
       "ここで開いた引用符が閉じられていません。セルの終わりに引用符を書いてください。"},
      {"csv-empty-column-name", Error, "Column {0} has no name. Write one, or delete the column.",
       "{0} 列目の見出しが空です。名前を書くか、列を削除してください。"},
      {"csv-duplicate-column", Error, "The column name \"{0}\" stands twice (columns {1} and {2}). Rename one of them.",
       "列名「{0}」が重複しています（{1} 列目と {2} 列目）。どちらかの名前を変えてください。"},
      {"csv-too-many-columns", Error, "The row has more than {0} cells. Check the quotes and separators.",
       "一行のセルが {0} 個を超えています。引用符と区切り文字を確かめてください。"},
      {"csv-too-many-cells", Error, "The table has more than {0} cells. Split it.",
       "表のセルが {0} 個を超えています。分割してください。"},

      // schemas
      {"unknown-key", Error, "\"{0}\" is no key of {1}. Delete it or correct it; the nearest known key is \"{2}\".",
       "{1} に「{0}」というキーはありません。削除するか直してください。いちばん近いキーは「{2}」です。"},
      {"missing-key", Error, "The key \"{0}\" of {1} is missing. Add it.",
       "{1} にキー「{0}」がありません。追加してください。"},
      {"wrong-type-mapping", Error, "Found {0} where keys and values of {1} belong. Write them as `key: value`.",
       "{1} のキーと値を書くところに {0} があります。「キー: 値」の形で書いてください。"},
      {"wrong-type-list", Error,
       "Found {0} where \"{1}\" needs a list. Start each entry with \"- \", or put it in square brackets.",
       "「{1}」はリストにする必要がありますが、{0} があります。項目ごとに「- 」で始めるか、角括弧で囲んでください。"},
      {"localized-form", Error,
       "Found {0} where a text in Japanese or English belongs. Write {ja: \"…\", en: \"…\"}; one of them may be left "
       "out.",
       "日本語か英語の文字列を書くところに {0} があります。{ja: \"…\", en: \"…\"} と書いてください（片方は省略可）。"},
      {"quantity-two-forms", Error, "A value and judgements stand side by side. Keep one of the two.",
       "値と judgements が並んでいます。どちらか一方にしてください。"},
      {"value-not-an-id", Error,
       "\"{0}\" is no id. Write lower-case letters, digits and hyphens, beginning with a letter or digit.",
       "「{0}」は識別子ではありません。英小文字・数字・ハイフンで、英小文字か数字から始めてください。"},
      {"value-not-in-list", Error, "\"{0}\" is not one of: {1}. The nearest is \"{2}\".",
       "「{0}」は選べません。選べるのは {1} です（いちばん近いのは「{2}」）。"},
      {"value-not-a-reference", Error, "\"{0}\" does not name a {1}. Write its id, or {1}: and its id.",
       "「{0}」は {1} を指していません。識別子か、{1}: に続けて識別子を書いてください。"},
      {"unknown-column", Error,
       "\"{0}\" is no column of {1}. Delete it or correct it; the nearest known column is \"{2}\".",
       "{1} に「{0}」という列はありません。削除するか直してください。いちばん近い列は「{2}」です。"},
      {"missing-column", Error, "The column \"{0}\" of {1} is missing. Add it.",
       "{1} に列「{0}」がありません。追加してください。"},
      {"missing-cell", Error, "The cell of \"{0}\" is empty, but each row needs one. Fill it in.",
       "「{0}」のセルが空です。どの行にも必要なので、記入してください。"},

      // packages: XLSX, DOCX, PPTX
      {"package-not-zip", Error,
       "The file is no XLSX, DOCX or PPTX. Save it again from the spreadsheet or word processor.",
       "XLSX・DOCX・PPTX のファイルではありません。元のソフトで保存し直してください。"},
      {"package-old-or-locked", Error,
       "The file is in an old format (XLS, DOC, PPT) or protected by a password. Save it as XLSX, DOCX or PPTX without "
       "a password.",
       "旧形式（XLS・DOC・PPT）か、パスワードで保護されています。パスワードなしの XLSX・DOCX・PPTX "
       "で保存し直してください。"},
      {"package-damaged", Error, "The file is damaged ({0}). Fetch or save it again.",
       "ファイルが壊れています（{0}）。もう一度取得するか、保存し直してください。"},
      {"package-bad-name", Error,
       "The file holds a part named \"{0}\", which no office program writes. Do not trust it; save it again from its "
       "source.",
       "「{0}」という、通常はあり得ない名前の部品があります。信用せず、元のソフトで保存し直してください。"},
      {"package-too-many-parts", Error,
       "The file holds more than {0} parts. Delete pictures and attachments, or export the table as CSV.",
       "部品の数が {0} 個を超えています。図や添付を減らすか、表を CSV で書き出してください。"},
      {"package-too-large", Error,
       "The file of {1} bytes unpacks to {0} bytes and more, which is refused. Export the table as CSV.",
       "{1} バイトのファイルが展開すると {0} バイト以上になるため、読みません。表を CSV で書き出してください。"},

      // XLSX
      {"xlsx-no-sheet", Error, "There is no sheet \"{0}\"; there are: {1}. Name one of these.",
       "「{0}」というシートはありません。あるのは {1} です。この中から選んでください。"},
      {"xlsx-empty-sheet", Error, "The sheet \"{0}\" is empty. Write the names of the columns in its first row.",
       "シート「{0}」は空です。最初の行に列の名前を書いてください。"},
      {"xlsx-document-type", Error,
       "The part {0} declares a document type, which no spreadsheet program writes. Do not trust the file; save it "
       "again from its source.",
       "部品 {0} に、通常はあり得ない文書型宣言があります。信用せず、元のソフトで保存し直してください。"},
      {"xlsx-error-value", Error, "The cell shows the error {0}. Mend its formula, or write the value.",
       "セルがエラー {0} になっています。数式を直すか、値を書いてください。"},
      {"xlsx-formula-without-value", Error,
       "The formula of the cell was never computed. Open the file in a spreadsheet program and save it.",
       "セルの数式がまだ計算されていません。表計算ソフトで開いて保存し直してください。"},
      {"xlsx-merged-cells", Warning,
       "The cells {0} are merged; only the first one counts, the others are empty. Unmerge them and fill in each.",
       "セル {0} "
       "が結合されています。値は先頭のセルだけに入り、ほかは空として読みます。結合を解いて、それぞれに書いてください"
       "。"},
      {"xlsx-no-such-date", Warning,
       "The number {0} is formatted as a date but is none; it is read as a number. Correct it.",
       "数値 {0} に日付の書式がありますが、その日付はありません。数値として読みました。直してください。"},
      {"xlsx-control-character", Error, "\"{0}\" holds an invisible control character. Delete it.",
       "「{0}」に見えない制御文字があります。削除してください。"},
      {"xlsx-sheet-name", Error,
       "\"{0}\" cannot name a sheet. Use 1 to 31 characters without []:*?/\\, not used for another sheet.",
       "「{0}」はシート名にできません。[]:*?/\\ を含まない 31 "
       "文字以内で、ほかのシートと重ならない名前にしてください。"},
      {"xlsx-too-many-cells", Error, "{0} rows and {1} columns do not fit on a sheet. Write CSV, or split the table.",
       "{0} 行 {1} 列はシートに収まりません。CSV で書き出すか、表を分けてください。"},
      {"xlsx-text-too-long", Error,
       "The text has {0} characters; a cell holds at most 32767. Shorten it, or write CSV.",
       "文字列が {0} 文字あり、セルの上限 32767 文字を超えています。短くするか、CSV で書き出してください。"},

      // edits
      {"edit-no-target", Error, "There is no value at \"{0}\" any more. Load the file again.",
       "「{0}」の値が見つかりません。ファイルを読み込み直してください。"},
      {"edit-not-one-value", Error, "{0} is not one single value. Choose a value inside it.",
       "{0} は一つの値ではありません。その中の値を選んでください。"},
      {"edit-block-text", Error, "The text of \"{0}\" spans several lines (| or >). Change it in a text editor.",
       "「{0}」は複数行の文字列（| または >）です。テキストエディターで直してください。"},
      {"edit-not-text", Error, "\"{0}\" holds characters that the file cannot hold. Delete invisible characters.",
       "「{0}」にファイルに書けない文字があります。見えない文字を削除してください。"},
      {"edit-not-in-cp932", Error,
       "The file is in CP932, which has no \"{0}\". Choose another character, or save the file as UTF-8 first.",
       "ファイルの文字コード CP932 に「{0}」はありません。別の文字にするか、先に UTF-8 で保存し直してください。"},
      {"edit-paste-too-wide", Error,
       "{0} columns were pasted, but from \"{1}\" on the table has {2}. Paste further left, or fewer columns.",
       "貼り付けるのは {0} 列ですが、「{1}」から右には {2} "
       "列しかありません。もっと左に、または列を減らして貼り付けてください。"},
      {"edit-refused", Error, "The file would not read back as intended with \"{0}\" here. Change it in a text editor.",
       "ここを「{0}」にすると、意図したとおりに読めなくなります。テキストエディターで直してください。"},
  };
  return entries;
}

} // namespace rashin
