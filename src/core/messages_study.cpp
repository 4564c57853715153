#include "core/messages.h"

namespace rashin {

std::span<const MessageEntry> study_messages() {
  static constexpr MessageEntry entries[] = {
      {"file-missing", Severity::Error,
       "The study has no {0}. Every study needs this file; `rashin study new` shows one.",
       "調査に {0} がありません。どの調査にも必要なファイルです。`rashin study new` で見本を作れます。"},
      {"file-unknown", Severity::Warning,
       "No file of this kind of work is called {0}, so it is not read. Check the name.",
       "{0} という名前のファイルは使われないため、読みません。ファイル名を確かめてください。"},
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
      {"technology-unknown", Severity::Error,
       "There is no technology \"{0}\". List it in technologies.yaml, or correct the id.",
       "「{0}」という技術はありません。technologies.yaml に加えるか、識別子を直してください。"},
      {"advantage-unknown", Severity::Error,
       "The register of advantages has no \"{0}\". Add it to ../registry/advantages.yaml, or leave out entry.",
       "優位性の登録簿に「{0}」はありません。../registry/advantages.yaml に加えるか、entry を省いてください。"},
      {"lasts-needs-dates", Severity::Error,
       "How long the advantage \"{0}\" lasts must be a day: give lasts the unit date and dates as values.",
       "優位性「{0}」がいつまで続くかは日付で書きます。lasts の単位を date とし、値を日付にしてください。"},
      {"criterion-without-scores", Severity::Error,
       "The criterion \"{0}\" is judged but has no scores. Give one score per technology.",
       "基準「{0}」は judged ですが scores がありません。技術ごとに得点を書いてください。"},
      {"criterion-with-scores", Severity::Error,
       "The criterion \"{0}\" is computed by the run, so its scores would not be read. Remove them, or make it judged.",
       "基準「{0}」は計算から求めるため scores は読みません。除くか、measure を judged にしてください。"},
      {"criterion-score-missing", Severity::Error,
       "The criterion \"{0}\" has no score for the technology \"{1}\". A missing score is not taken as zero; give one.",
       "基準「{0}」に技術「{1}」の得点がありません。欠けた得点を 0 とはみなしません。書き加えてください。"},
      {"criterion-goalposts", Severity::Error,
       "The worst and the best value of the criterion \"{0}\" are both {1}. They are the ends of its scale and must "
       "differ.",
       "基準「{0}」の worst と best がどちらも {1} です。尺度の両端なので、異なる値にしてください。"},
      {"criterion-unknown", Severity::Error, "There is no criterion \"{0}\". Use the ids under criteria.",
       "「{0}」という基準はありません。criteria の識別子を使ってください。"},
      {"bounds-are-two", Severity::Error,
       "The bounds of \"{0}\" hold {1} number(s). Write the lower and the upper one: [0.1, 0.5].",
       "「{0}」の範囲に数が {1} 個あります。[0.1, 0.5] のように下限と上限の二つを書いてください。"},
      {"weights-without-criteria", Severity::Error,
       "There are weights but no criteria to weigh. List the criteria, or remove the weights.",
       "重みがありますが、基準がありません。criteria を書くか、weights を除いてください。"},
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
      {"tree-or-matrix", Severity::Error,
       "pathways.yaml has no {0}. Give a tree with its pathways, or a matrix whose scenarios become the pathways.",
       "pathways.yaml に {0} がありません。事象の木と展開経路を書くか、シナリオを展開経路とする matrix "
       "を書いてください。"},
      {"pathways-without-tree", Severity::Error,
       "These pathways have no tree that leads to them: with a matrix alone its scenarios are the pathways. Add the "
       "tree, "
       "or remove pathways.",
       "この展開経路に行き着く木がありません。matrix "
       "だけのときはそのシナリオが展開経路になります。木を加えるか、pathways "
       "を除いてください。"},
      {"matrix-file-form", Severity::Error,
       "\"{0}\" is no cross-impact matrix. Name a ScenarioWizard project that ends in .scw, or cross_impacts.csv, "
       "beside "
       "pathways.yaml.",
       "「{0}」は相互影響の行列のファイルではありません。pathways.yaml と同じ場所の .scw ファイルか cross_impacts.csv "
       "を書いてください。"},
      {"matrix-people-project", Severity::Error,
       "people belongs to cross_impacts.csv; {0} holds one matrix. Leave people out, or name cross_impacts.csv.",
       "people は cross_impacts.csv のためのものです。{0} "
       "にある行列は一つなので、people を除くか、cross_impacts.csv を使ってください。"},
      {"matrix-people-count", Severity::Error,
       "people lists {0} persons. List everyone whose judgements stand in cross_impacts.csv, 1 to {1} of them.",
       "people に {0} 人が書かれています。cross_impacts.csv で判断する人を 1 人から {1} "
       "人まで、すべて書いてください。"},
      {"matrix-states-none", Severity::Error,
       "states is empty. List every descriptor and state of cross_impacts.csv with the shocks it brings.",
       "states が空です。cross_impacts.csv の記述子と状態を、もたらす衝撃とともにすべて書いてください。"},
      {"matrix-states-many", Severity::Error,
       "states lists {0} states; cross_impacts.csv takes up to {1}. Merge states, or bring a .scw project.",
       "states に {0} 個の状態があります。cross_impacts.csv で扱えるのは {1} 個までです。まとめるか、.scw "
       "ファイルを使ってください。"},
      {"matrix-cell-state", Severity::Error,
       "\"{0}\" is no state of the matrix. Write descriptor.state as listed under matrix: states. There are: {1}.",
       "「{0}」という状態は行列にありません。pathways.yaml の states "
       "にある名前を「記述子.状態」の形で書いてください。あるのは {1} です。"},
      {"matrix-person-unknown", Severity::Error,
       "\"{0}\" is not among the people of the matrix: {1}. Correct the name, or list the person under matrix: people.",
       "「{0}」は行列で判断する人（{1}）の中にいません。名前を直すか、pathways.yaml の people に加えてください。"},
      {"matrix-self-judged", Severity::Error,
       "{0} lies within one descriptor, and a descriptor is not judged on itself. Delete the row.",
       "{0} は同じ記述子の中の影響です。記述子から自分自身への影響は判断しないので、この行を除いてください。"},
      {"matrix-cell-twice", Severity::Error, "{0} judges {1} twice, first in line {2}. Keep one row.",
       "{0} の {1} の判断が二つあります（一つ目は {2} 行目）。一つにしてください。"},
      {"matrix-cells-missing", Severity::Error,
       "{0} has not judged {1}; cells without a judgement: {2}. Add a row for each; write 0 where there is no direct "
       "influence.",
       "{0} による {1} の判断がありません。判断のない組は {2} "
       "個です。一行ずつ加え、直接の影響がないものには 0 と書いてください。"},
      {"matrix-file-missing", Severity::Error,
       "The study has no file {0}. Put the matrix beside pathways.yaml, or correct the name.",
       "調査に {0} がありません。行列を pathways.yaml と同じ場所に置くか、名前を直してください。"},
      {"matrix-not-named", Severity::Warning,
       "pathways.yaml names no matrix {0}, so it is not read. Name it under matrix: file, or remove it.",
       "pathways.yaml の matrix に {0} の記載がないため、読みません。file に書くか、除いてください。"},
      {"matrix-too-large", Severity::Error,
       "{0} has {1} descriptors; a study takes up to {2}. Work with it by `rashin cib solve` and bring a smaller one.",
       "{0} の記述子は {1} 個です。調査で使えるのは {2} 個までです。大きなものは `rashin cib solve` "
       "で扱ってください。"},
      {"matrix-descriptor-unknown", Severity::Error, "\"{0}\" is no descriptor of {1}. It has: {2}.",
       "「{0}」は {1} の記述子ではありません。あるのは {2} です。"},
      {"matrix-state-unknown", Severity::Error, "\"{0}\" is no state of the descriptor \"{1}\". It has: {2}.",
       "「{0}」は記述子「{1}」の状態ではありません。あるのは {2} です。"},
      {"matrix-state-twice", Severity::Error,
       "The state \"{0}\" of \"{1}\" is listed twice. Keep one line with all its shocks.",
       "状態「{0}」（{1}）が二度書かれています。衝撃をすべて並べた一行にしてください。"},
      {"matrix-state-unmapped", Severity::Error,
       "The state \"{0}\" of \"{1}\" stands in the consistent scenario {2}, but states does not say what it brings. "
       "List "
       "it with its shocks; [] if it brings none.",
       "状態「{0}」（{1}）は整合的なシナリオ {2} に含まれますが、states "
       "に何をもたらすかが書かれていません。衝撃とともに"
       "書いてください。衝撃がなければ [] とします。"},
      {"matrix-no-scenario", Severity::Error,
       "No scenario of {0} is consistent. Check the judgements, or accept a small inconsistency with tolerance.",
       "{0} に整合的なシナリオがありません。判断を見直すか、tolerance で小さな不整合を認めてください。"},
      {"matrix-scenarios-many", Severity::Error,
       "{0} has more than {1} consistent scenarios, too many to tell apart as pathways. Lower tolerance, or leave out "
       "descriptors that bring no shock.",
       "{0} の整合的なシナリオが {1} を超え、展開経路として見分けられません。tolerance "
       "を下げるか、衝撃に関わらない記述子を"
       "省いてください。"},
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
      {"expert-trust", Severity::Error, "The trust in {0} is {1}. Write 0 or a positive number; only ratios count.",
       "{0} の trust が「{1}」です。0 か正の数を書いてください。意味を持つのは人どうしの比です。"},
      {"expert-twice", Severity::Error, "{0} is listed twice. Keep one row.",
       "{0} の行が二つあります。一つにしてください。"},
      {"expert-nobody", Severity::Error,
       "Everyone who judged {0} has a trust of 0, so nobody would be believed there. Trust somebody, or delete the "
       "file.",
       "{0} を判断した人の trust がすべて 0 で、信じる人がいません。誰かを 0 "
       "より大きくするか、ファイルを除いてください。"},
      {"expert-unlisted", Severity::Error,
       "{0} judges in this study but has no row here. Add one: without it, how far to believe them is unknown.",
       "{0} はこの調査で判断をしていますが、ここに行がありません。どこまで信じるかを一行加えてください。"},
      {"expert-idle", Severity::Warning, "{0} judges nothing in this study. Check the spelling of the name.",
       "{0} の判断はこの調査にありません。名前の綴りを確かめてください。"},
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
       "open, share of a substitute), or make the option one taken before. A use that falls later is a row \"saving\" "
       "of "
       "substitutes.csv.",
       "オプション「{0}」には効果が出るまでの日数がありますが、{1} "
       "は途中から変えられません。開始日を持つ数量（spare、open、代替の "
       "share）を変えるか、事前のオプションにしてください。途中から使用量を減らすには、substitutes.csv の saving "
       "の行を使います。"},
      {"option-unknown", Severity::Error,
       "There is no option \"{0}\" in options.yaml. Correct the id, or add the option.",
       "options.yaml に「{0}」というオプションはありません。識別子を直すか、加えてください。"},
      {"package-too-small", Severity::Error, "The package \"{0}\" joins fewer than two options.",
       "組み合わせ「{0}」には二つ以上のオプションが必要です。"},
      {"package-option-twice", Severity::Error,
       "The package \"{0}\" names the option \"{1}\" twice. Name it once; its effects and its cost count once.",
       "組み合わせ「{0}」にオプション「{1}」が二度書かれています。一度だけ書いてください。"},
      {"packages-alike", Severity::Warning,
       "The package \"{0}\" joins the same options as \"{1}\". Drop one of them, or change its options.",
       "組み合わせ「{0}」は「{1}」と同じオプションから成ります。一方を除くか、内容を変えてください。"},
      {"budget-not-positive", Severity::Error,
       "The budget is {0}. Give an amount above zero in {1}, or leave budget out.",
       "予算が {0} です。{1} 建てで 0 より大きい額を書くか、budget を省いてください。"},
      {"budget-days-negative", Severity::Error,
       "within_days is {0}. Give the days from the as-of date, 0 or more, or leave it out.",
       "within_days が {0} です。基準日からの日数を 0 以上で書くか、省いてください。"},
      {"budget-fits-nothing", Severity::Warning,
       "No option fits the budget of {0} {1}: the cheapest, \"{2}\", costs {3} (median). Only doing nothing will be "
       "permitted.",
       "予算 {0} {1} に収まるオプションがありません。最も安い「{2}」でも {3}（中央値）かかります。"
       "許されるのは「何もしない」だけになります。"},
      {"budget-too-soon", Severity::Warning,
       "No option works within {0} days: the soonest, \"{1}\", takes {2} (median). Only doing nothing will be "
       "permitted.",
       "{0} 日以内に効果の出るオプションがありません。最も早い「{1}」でも {2} 日（中央値）かかります。"
       "許されるのは「何もしない」だけになります。"},
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
      {"priority-form", Severity::Error,
       "{0} gives a use its rank. Only an option may, with op: set and an exact whole number from 1 (served first) to "
       "999 of unit 1.",
       "{0} "
       "は配分の順位を与えます。順位を与えられるのはオプションだけで、op: set と、1（最優先）から 999 "
       "までの確定した整数（単位 1）で書きます。"},
      {"pathway-cost-twice", Severity::Error,
       "The option \"{0}\" has two costs in the pathway \"{1}\". Keep one of them.",
       "オプション「{0}」の経路「{1}」での費用が二つあります。一つにしてください。"},
      {"lead-time-missing", Severity::Error,
       "The option \"{0}\" says from what its lead time counts, but has none. Give lead_time, or remove "
       "lead_time_from.",
       "オプション「{0}」には起算点（lead_time_from）がありますが、日数（lead_time）がありません。日数を加えるか、"
       "起算点を除いてください。"},
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
      {"economy-not-in-study", Severity::Error,
       "The study has no mrio.yaml, so nothing joins it to a table. Add the file, or run without --economy and "
       "--tables.",
       "調査に mrio.yaml がないため、表につなげません。ファイルを加えるか、--economy と --tables "
       "を付けずに実行してください。"},
      {"economy-join-of-what", Severity::Error, "A join names neither or both of end_use and item. Name one of them.",
       "つなぎに end_use と item の両方があるか、どちらもありません。どちらか一つを書いてください。"},
      {"economy-counted-twice", Severity::Error,
       "{0} and {1} bring the same loss to {2} twice, because one is made of the other. Keep one join.",
       "{0} と {1} は一方が他方の材料なので、{2} に同じ損失を二度数えます。つなぎを一つにしてください。"},
      {"economy-shares-above-one", Severity::Error,
       "The joins take up {1} of {0}, more than all of it. Lower the shares.",
       "{0} へのつなぎの割合が合計 {1} で、1 を超えています。割合を下げてください。"},
  };
  return entries;
}

} // namespace rashin
