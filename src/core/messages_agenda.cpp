#include "core/messages.h"

namespace rashin {

std::span<const MessageEntry> agenda_messages() {
  static constexpr MessageEntry entries[] = {
      {"agenda-file-missing", Severity::Error,
       "There is no agenda.yaml here. Every agenda needs it; `rashin agenda new` shows one.",
       "agenda.yaml がありません。どのアジェンダにも必要なファイルです。`rashin agenda new` で見本を作れます。"},
      {"agenda-file-unknown", Severity::Warning,
       "No part of an agenda is called {0}, so it is not read. Check the name.",
       "アジェンダに {0} というファイルはないため、読みません。ファイル名を確かめてください。"},
      {"agenda-without-columns", Severity::Error,
       "The agenda names no run, no framework and no domestic list, so there is nothing to set side by side. List at "
       "least one.",
       "計算結果、枠組み、国内の一覧のいずれも挙げられておらず、並べるものがありません。一つ以上挙げてください。"},
      {"agenda-without-needs", Severity::Error,
       "None of the runs and lists holds a need. List a run with needs, or technologies in frameworks.csv.",
       "挙げられた実行結果にも一覧にも技術ニーズがありません。ニーズのある実行結果か、frameworks.csv "
       "の技術を加えてください。"},
      {"agenda-run-missing", Severity::Error, "There is no finished run in {0}. Make it: {1}",
       "{0} に計算済みの結果がありません。次で作れます: {1}"},
      {"agenda-run-kind", Severity::Error,
       "{0} is a run of the kind \"{1}\"; an agenda reads runs of studies and assessments. Name such a run.",
       "{0} は「{1}」の実行結果です。アジェンダが読めるのは調査とネットアセスメントの結果です。"},
      {"agenda-run-unreadable", Severity::Error,
       "{1} of the run {0} cannot be read ({2}); a run is not edited by hand. Run its work again.",
       "実行結果 {0} の {1} が読めません（{2}）。実行結果は手で直すものではありません。計算し直してください。"},
      {"agenda-run-without-draws", Severity::Error,
       "The run {0} was made by version {1} and holds no draws of its needs (results/need_draws.csv). Run it again.",
       "{0} は版 {1} による結果で、ニーズの標本（results/need_draws.csv）がありません。計算し直してください。"},
      {"agenda-run-changed", Severity::Error,
       "The run {0} is pinned to {1}, but the one found has the hash {2}. Put the earlier run back, or pin the new one "
       "after reading what changed.",
       "{0} は {1} に固定されていますが、見つかった結果のハッシュは {2} "
       "です。元の結果に戻すか、違いを確かめたうえで固定し直してください。"},
      {"agenda-run-older", Severity::Warning,
       "The run {0} is older than its work: {1} has changed since. Run it again: {2}",
       "{0} の結果は元の調査より古く、その後 {1} が変わっています。計算し直してください: {2}"},
      {"agenda-technology-unknown", Severity::Error,
       "No run needs a technology \"{0}\", and names.yaml does not list it. Correct the id, or add it there.",
       "「{0}」という技術は、どの実行結果のニーズにも names.yaml "
       "にもありません。識別子を直すか、names.yaml に加えてください。"},
      {"agenda-technology-unused", Severity::Warning,
       "The technology \"{0}\" stands in no column. Name it in a list, give it a same_as, or leave it out.",
       "技術「{0}」はどの列にもありません。一覧で挙げるか、same_as を書くか、省いてください。"},
      {"agenda-alias-unknown", Severity::Error,
       "\"{0}\" is no need of a run listed here. Write same_as as run:technology, with the ids of agenda.yaml and of "
       "the run's needs.csv.",
       "「{0}」に当たるニーズは、挙げられた実行結果にありません。same_as は agenda.yaml の識別子と needs.csv "
       "の技術を使い「実行:技術」と書いてください。"},
      {"agenda-alias-twice", Severity::Error,
       "\"{0}\" is said to be the same as two technologies. A need belongs to one row; keep one of them.",
       "「{0}」が二つの技術に結び付けられています。一つのニーズは一行に属します。どちらか一方にしてください。"},
      {"agenda-alias-of-nobody", Severity::Error,
       "Who says that \"{0}\" is the same technology in several runs is missing. Fill in by.",
       "「{0}」を同じ技術とみたのが誰かが書かれていません。by に記入してください。"},
      {"agenda-list-unknown", Severity::Error, "agenda.yaml has no list \"{0}\". Add it there, or correct the id.",
       "agenda.yaml に「{0}」という一覧はありません。加えるか、識別子を直してください。"},
      {"agenda-entry-twice", Severity::Error, "\"{0}\" stands twice on the list {1}. Keep one row.",
       "「{0}」が一覧 {1} に二度あります。一行にしてください。"},
      {"agenda-seed-target", Severity::Error,
       "\"{0}\" is no advantage. Where a seed could offset one, write it as run:advantage.",
       "「{0}」は優位性の書き方ではありません。相殺しうる優位性は「実行:優位性」と書いてください。"},
      {"agenda-advantage-unknown", Severity::Error,
       "No run holds the advantage \"{0}\". Use the ids of agenda.yaml and of the run's advantages.csv.",
       "「{0}」という優位性はどの実行結果にもありません。agenda.yaml の識別子と advantages.csv "
       "の識別子を使ってください。"},
      {"agenda-status-before-advice", Severity::Error,
       "The status of {0} is of {1}, before it was advised on {2}. Correct one of the dates.",
       "{0} の状況は {1} のもので、提言した {2} より前です。どちらかの日付を直してください。"},
      {"agenda-seeds-differ", Severity::Warning,
       "The runs {0} and {1} both draw {3} (factors in common: {2}), but with different seeds, so that their draws do "
       "not belong together. Run both with --seed {4}.",
       "{0} と {1} はどちらも {3} を引きますが（共通の要因 {2} 件）、乱数の種が違うため標本が対応しません。どちらも "
       "--seed {4} で計算し直してください。"},
      {"agenda-without-sentence", Severity::Warning,
       "No quoted sentence lies behind \"{0}\" in the column {1}. Cite a claim in that work.",
       "列 {1} の「{0}」の後ろに、引用された文が一つもありません。その調査で根拠を引用してください。"},
  };
  return entries;
}

} // namespace rashin
