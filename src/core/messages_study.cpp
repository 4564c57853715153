#include "core/messages.h"

namespace rashin {

std::span<const MessageEntry> study_messages() {
  static constexpr MessageEntry entries[] = {
      {"file-missing", Severity::Error,
       "The study has no {0}. Every study needs this file; `rashin study new` shows one.",
       "調査に {0} がありません。どの調査にも必要なファイルです。`rashin study new` で見本を作れます。"},
      {"file-unknown", Severity::Warning, "No part of a study is called {0}, so it is not read. Check the name.",
       "調査に {0} というファイルはないため、読みません。ファイル名を確かめてください。"},
      {"table-twice", Severity::Error, "Both {0} and {1} are there. Keep one of them.",
       "{0} と {1} の両方があります。どちらか一方にしてください。"},
      {"quantity-twice", Severity::Error,
       "{0} is given twice. Keep one row; several people's values belong into judgements.",
       "{0} が二度書かれています。一行にしてください。複数の人の値は judgements に書きます。"},
      {"quantity-unknown", Severity::Error, "\"{0}\" is no quantity of the table {1}. It has: {2}.",
       "「{0}」は表 {1} の数量ではありません。使えるのは {2} です。"},
      {"value-without-quantity", Severity::Error,
       "The value {0} does not say of which quantity. Fill in the column quantity.",
       "値 {0} が何の数量かが書かれていません。quantity の列に記入してください。"},
      {"attribute-differs", Severity::Error,
       "{0} is \"{1}\" here but \"{2}\" in an earlier row of the same key. Make them agree, or leave it empty here.",
       "{0} がここでは「{1}」ですが、同じキーの前の行では「{2}」です。一致させるか、ここを空にしてください。"},
      {"unit-does-not-fit", Severity::Error,
       "{0} is in {1}, which does not convert into {2}. Use a unit of the same kind.",
       "{0} の単位は {1} で、{2} に換算できません。同じ種類の単位にしてください。"},
      {"number-outside", Severity::Error, "{0} is {1}, but must lie between {2} and {3}.",
       "{0} が {1} ですが、{2} から {3} の間でなければなりません。"},
      {"as-of-needs-a-day", Severity::Error,
       "The as-of date \"{0}\" is not a day. Write it as 2010-09-24: what is known then must be decidable.",
       "基準日「{0}」が日まで書かれていません。何が知られていたかを決めるため、2010-09-24 のように書いてください。"},
      {"shock-unknown", Severity::Error, "There is no shock \"{0}\". List it under shocks, or correct the id.",
       "「{0}」という衝撃はありません。shocks に加えるか、識別子を直してください。"},
      {"pathway-unknown", Severity::Error, "There is no pathway \"{0}\". List it under pathways, or correct the id.",
       "「{0}」という展開経路はありません。pathways に加えるか、識別子を直してください。"},
      {"pathways-too-few", Severity::Error,
       "The study has {0} pathway(s). At least two are needed: an event may take several courses.",
       "展開経路が {0} 本です。出来事は複数の経路を取り得るので、二本以上が必要です。"},
      {"pathway-never-reached", Severity::Error,
       "No branch ends in the pathway \"{0}\". Lead a branch to it, or remove it.",
       "展開経路「{0}」に行き着く分岐がありません。分岐をつなぐか、除いてください。"},
      {"tree-empty", Severity::Error, "The event tree has no node. Add at least one with its branches and judgements.",
       "事象の木に節がありません。分岐と判断を持つ節を一つ以上加えてください。"},
      {"node-without-branch", Severity::Error, "The node \"{0}\" has no branch. Add at least one.",
       "節「{0}」に分岐がありません。一つ以上加えてください。"},
      {"node-not-judged", Severity::Error, "Nobody has judged the node \"{0}\". Add at least one judgement.",
       "節「{0}」を判断した人がいません。judgements を一つ以上加えてください。"},
      {"node-never-reached", Severity::Error,
       "No branch leads to the node \"{0}\". Lead one to it with next, or remove it.",
       "節「{0}」に続く分岐がありません。next でつなぐか、除いてください。"},
      {"node-reached-twice", Severity::Error,
       "Two branches lead to the node \"{0}\". In a tree each node has one parent; copy the node.",
       "節「{0}」に二つの分岐が続いています。木では親は一つです。節を複製して分けてください。"},
      {"branch-target", Severity::Error, "The branch \"{0}\" needs either next or pathway, not both and not none.",
       "分岐「{0}」には next か pathway のどちらか一方だけを書いてください。"},
      {"branch-next-unknown", Severity::Error,
       "No later node is called \"{0}\". Nodes are listed from the root on; correct the id or move the node down.",
       "この後に「{0}」という節はありません。節は根から順に並べます。識別子を直すか、節を後ろに移してください。"},
      {"branch-unknown", Severity::Error, "\"{0}\" is no branch of the node {1}. Use the ids of its branches.",
       "「{0}」は節 {1} の分岐ではありません。分岐の識別子を使ってください。"},
      {"branch-not-judged", Severity::Error,
       "{0} gives no probability for the branch \"{1}\". Give one for every branch; 0 if it is ruled out.",
       "{0} の判断に分岐「{1}」の確率がありません。すべての分岐に書いてください。あり得ないなら 0 です。"},
      {"probability-outside", Severity::Error, "The probability {0} lies outside 0 to 1.",
       "確率 {0} が 0 から 1 の範囲にありません。"},
      {"probabilities-sum", Severity::Error, "The probabilities of {0} sum to {1}, not to 1.",
       "{0} の確率の合計が {1} で、1 になりません。"},
      {"concentration-not-positive", Severity::Error,
       "The concentration {0} is not positive. Leave it out if the probabilities are held exactly.",
       "concentration が {0} で、正の数ではありません。確率をちょうどその値とするなら省いてください。"},
      {"target-unknown", Severity::Error,
       "The target \"{0}\" is not in this study. Write table:row:quantity, as in supply:oxide.AUS:spare; row keys are "
       "joined by points.",
       "対象「{0}」はこの調査にありません。supply:oxide.AUS:spare のように 表:行:数量 "
       "と書き、行のキーは点でつなぎます。"},
      {"target-twice", Severity::Warning,
       "Two effects change {0}. They are applied in the order written; say so if that is meant.",
       "二つの効果が {0} を変えます。書かれた順に適用します。意図どおりか確かめてください。"},
      {"effect-cannot-wait", Severity::Error,
       "The option \"{0}\" has a lead time, but {1} cannot start later. Change a quantity that has a first day (spare, "
       "open, share of a substitute), or make the option one taken before.",
       "オプション「{0}」には効果が出るまでの日数がありますが、{1} "
       "は途中から変えられません。開始日を持つ数量（spare、open、代替の "
       "share）を変えるか、事前のオプションにしてください。"},
      {"option-unknown", Severity::Error,
       "There is no option \"{0}\" in options.yaml. Correct the id, or add the option.",
       "options.yaml に「{0}」というオプションはありません。識別子を直すか、加えてください。"},
      {"package-too-small", Severity::Error, "The package \"{0}\" joins fewer than two options.",
       "組み合わせ「{0}」には二つ以上のオプションが必要です。"},
      {"support-without-option", Severity::Error,
       "The technology \"{0}\" supports options but names none. A need does not follow from an event by itself: name "
       "the option, or make the role substitute.",
       "技術「{0}"
       "」は支援の役割ですが、オプションの記載がありません。出来事だけから技術ニーズは生じません。オプションを書くか、"
       "役割を substitute にしてください。"},
      {"substitute-with-option", Severity::Error,
       "The technology \"{0}\" replaces policy, so it names no option. Remove options, or make the role support.",
       "技術「{0}」は政策を代替する役割なので、オプションは書けません。options を除くか、役割を support "
       "にしてください。"},
      {"support-changes-network", Severity::Error,
       "The technology \"{0}\" supports an option but changes the network itself at {1}. Aim at the option's effect, "
       "or make the role substitute.",
       "技術「{0}」は支援の役割なのに、供給網の {1} を直接変えています。オプションの効果を対象にするか、役割を "
       "substitute にしてください。"},
      {"ready-needs-dates", Severity::Error,
       "The ready date of \"{0}\" needs the unit date and dates as values, as in 2012-04.",
       "「{0}」の実用時期は単位を date とし、2012-04 のように日付で書いてください。"},
      {"release-without-basis", Severity::Error,
       "{0} rests on nothing; a release may not. Cite a claim or name who judged it.",
       "{0} に根拠がありません。確定版では許されません。主張を引用するか、判断した人の名前を書いてください。"},
      {"release-illustrative", Severity::Error, "{0} is only illustrative (by: example); a release may not rest on it.",
       "{0} は例示（by: example）にすぎません。確定版の根拠にはできません。"},
      {"price-year-unconverted", Severity::Warning,
       "{0} is in prices of {1}, the study in those of {2}, and rates.csv has no price index for it; it is used as it "
       "is.",
       "{0} は {1} 年の価格ですが、調査は {2} 年の価格です。rates.csv に物価指数がないため、そのまま使います。"},
      {"instrument-unknown", Severity::Error,
       "The option catalogue has no instrument \"{0}\". Correct the id, leave it out, or add it to "
       "../registry/options.yaml.",
       "オプションのカタログに「{0}」という手段はありません。識別子を直すか、省くか、../registry/options.yaml "
       "に加えてください。"},
      {"field-unknown", Severity::Error,
       "The register of technology fields has no \"{0}\". Correct the id, or add it to "
       "../registry/technology-fields.yaml.",
       "技術分野の登録簿に「{0}」はありません。識別子を直すか、../registry/technology-fields.yaml に加えてください。"},
      {"indicator-unknown", Severity::Error,
       "The register of indicators has no \"{0}\". Correct the id, or add it to ../registry/indicators.yaml.",
       "指標の登録簿に「{0}」はありません。識別子を直すか、../registry/indicators.yaml に加えてください。"},
      {"register-redefined", Severity::Error,
       "The shipped register already has \"{0}\". A register of your own may add entries, not redefine them; choose "
       "another id.",
       "「{0}"
       "」は同梱の登録簿にあります。自分の登録簿では追加だけができ、再定義はできません。別の識別子にしてください。"},
      {"private-without-name", Severity::Error,
       "A confidential cell does not say whose it is. Fill in by; without it contributors cannot be counted.",
       "秘匿する値に、誰のものかが書かれていません。by "
       "に書いてください。書かれていないと、提供者の数を数えられません。"},
      {"effect-start-shared", Severity::Error,
       "The option \"{0}\" has a lead time, but {1} is already there from the first day and would begin to wait too. "
       "Give the option a row of its own (a further supplier, stock or substitute).",
       "オプション「{0}」には効果が出るまでの日数がありますが、{1} "
       "は初日からあるため、一緒に遅れてしまいます。オプション用に別の行（供給者・在庫・代替）を設けてください。"},
      {"substitute-changes-option", Severity::Error,
       "The technology \"{0}\" replaces policy but changes an option at {1}. Aim at the network, or make the role "
       "support.",
       "技術「{0}」は政策を代替する役割なのに、オプションの {1} を変えています。供給網を対象にするか、役割を support "
       "にしてください。"},
      {"factor-unknown", Severity::Error,
       "No value has the factor \"{0}\". Write table/row/quantity, or the factor that values name.",
       "factor が「{0}」の値はありません。表/行/数量 か、値に書いた factor にしてください。"},
      {"outcome-figure-unknown", Severity::Error,
       "The outcome is set beside \"{0}\", which this run does not have. Write table/row as in the results.",
       "比べる相手「{0}」が結果にありません。結果の 表/行 を書いてください。"},
  };
  return entries;
}

} // namespace rashin
