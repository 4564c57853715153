#include "core/messages.h"

namespace rashin {

std::span<const MessageEntry> core_messages() {
  static constexpr MessageEntry entries[] = {
      {"value-not-a-number", Severity::Error,
       "\"{0}\" is not a number. Write digits with an optional decimal point, for example 12.5.",
       "「{0}」は数値ではありません。12.5 のように数字と小数点で書いてください。"},
      {"date-form", Severity::Error,
       "\"{0}\" is not a date. Write 2010-09-07, 2010-09, 2010Q3, 2010, undated or a Japanese date such as "
       "平成22年9月7日.",
       "「{0}」は日付として読めません。2010-09-07、2010-"
       "09、2010Q3、2010、undated、または平成22年9月7日のように書いてください。"},
      {"date-not-in-calendar", Severity::Error,
       "\"{0}\" names a month or day that the calendar does not have. Check the month and the day.",
       "「{0}」は暦にない月または日です。月と日を確かめてください。"},
      {"date-lunisolar", Severity::Error,
       "\"{0}\" falls before 1873 (Meiji 6), when Japan used another calendar. Write the date in the Gregorian "
       "calendar, for example 1868-10-23.",
       "「{0}」は明治6年より前の旧暦の日付です。1868-10-23 のように西暦（グレゴリオ暦）で書いてください。"},
      {"date-before-era", Severity::Error,
       "\"{0}\" lies before the era {1}, which began on {2}. Write the year of the era before, or of the common era.",
       "「{0}」は{1}の始まり（{2}）より前です。前の元号か西暦で書いてください。"},
      {"date-after-era", Severity::Warning,
       "\"{0}\" lies after the era {1}, which ended on {2}; it is read as {3}. Write the date in the common era to be "
       "clear.",
       "「{0}」は{1}の終わり（{2}）より後なので、{3} と読みました。西暦で書くと確実です。"},
      {"period-form", Severity::Error,
       "\"{0}\" is not a period. Write 2010, 2010-09, 2010Q3, 2010H1, FY2010 (April to March) or 2005..2009.",
       "「{0}」は期間として読めません。2010、2010-09、2010Q3、2010H1、FY2010（年度）、2005..2009 "
       "のように書いてください。"},
      {"period-backwards", Severity::Error, "The period \"{0}\" ends before it begins. Write the earlier end first.",
       "期間「{0}」は終わりが始まりより前です。早いほうを先に書いてください。"},
      {"unit-form", Severity::Error,
       "\"{0}\" is not a unit: a name is missing. Write names joined by * and /, for example USD/kg.",
       "「{0}」は単位として読めません（名前が欠けています）。USD/kg のように * と / でつないで書いてください。"},
      {"unit-unknown", Severity::Error,
       "The unit \"{0}\" is not known. Use a unit of the list (t, day, JPY-million, vehicle, …); a thing counted is "
       "written count:wafer.",
       "単位「{0}」は登録されていません。一覧にある単位（t、day、JPY-million、vehicle など）を使い、その他の個数は "
       "count:wafer のように書いてください。"},
      {"unit-misspelt", Severity::Error, "The unit \"{0}\" is not known. Write \"{1}\" if that is meant.",
       "単位「{0}」は登録されていません。「{1}」のことであれば、そのとおりに書いてください。"},
      {"unit-ambiguous", Severity::Error,
       "\"{0}\" can be read in two ways. Write all products before the first quotient, for example t*km/year.",
       "「{0}」は二通りに読めます。t*km/year のように、掛け算をすべて割り算の前に書いてください。"},
      {"unit-mismatch", Severity::Error,
       "{0} {1} cannot be expressed in {2}: they measure different things. Use a unit of the same kind, or give the "
       "factor as a figure of its own.",
       "{0} {1} を {2} "
       "に換算できません（量の種類が違います）。同じ種類の単位を使うか、換算係数を一つの数値として与えてください。"},
      {"dist-unknown-kind", Severity::Error, "\"{0}\" is not a kind of distribution. Use one of {1}.",
       "分布の種類「{0}」はありません。{1} のいずれかを使ってください。"},
      {"dist-kind-missing", Severity::Error, "low or high is given, but no kind of distribution. Add dist: one of {0}.",
       "low または high がありますが、分布の種類がありません。dist に {0} のいずれかを書いてください。"},
      {"dist-missing", Severity::Error,
       "The distribution {0} needs {1}, which is missing. Add it, or choose another kind.",
       "分布 {0} に必要な {1} がありません。追加するか、ほかの種類を選んでください。"},
      {"dist-unused", Severity::Error,
       "{1} = {2} has no meaning for the distribution {0}. Remove it, or choose a kind that uses it.",
       "{1} = {2} は分布 {0} では意味を持ちません。削除するか、それを使う種類を選んでください。"},
      {"dist-not-finite", Severity::Error, "{0} is not a finite number. Write a number.",
       "{0} は有限の数ではありません。数値を書いてください。"},
      {"dist-outside-range", Severity::Error,
       "{0} lies outside {1}, the values the unit can take. Correct the value or the unit (negative values need a "
       "signed unit).",
       "{0} は単位の取りうる範囲 {1} の外です。値か単位を直してください（負の値には signed の単位が要ります）。"},
      {"dist-order", Severity::Error,
       "low {0}, value {1} and high {2} are not in this order. Write low <= value <= high.",
       "low {0}、value {1}、high {2} がこの順に並んでいません。low <= value <= high となるように書いてください。"},
      {"dist-uniform-value", Severity::Warning,
       "A uniform distribution does not use its value: {0} is not the middle of {1} and {2}. Use triangular or pert if "
       "it is the most likely value.",
       "一様分布では value を使いません。{0} は {1} と {2} の中央ではありません。最もありそうな値であれば triangular "
       "か pert を使ってください。"},
      {"dist-normal-asymmetric", Severity::Error,
       "low {0}, value {1} and high {2} are not symmetric, as a normal distribution is. Use dist: quantiles, or the "
       "middle {3}.",
       "low {0}、value {1}、high {2} は左右対称でなく、正規分布になりません。dist: quantiles とするか、中央の値 {3} "
       "を使ってください。"},
      {"dist-lognormal-positive", Severity::Error,
       "A lognormal distribution needs positive figures; low is {0}. Use another kind, for example quantiles.",
       "対数正規分布には正の値が必要ですが、low は {0} です。quantiles など、ほかの種類を使ってください。"},
      {"dist-lognormal-asymmetric", Severity::Error,
       "low {0}, value {1} and high {2} are not symmetric on a log scale, as a lognormal distribution is. Use dist: "
       "quantiles, or the median {3}.",
       "low {0}、value {1}、high {2} は対数で左右対称でなく、対数正規分布になりません。dist: quantiles "
       "とするか、中央値 {3} を使ってください。"},
      {"dist-probability", Severity::Error, "{0} is not a probability. Write a number from 0 to 1.",
       "{0} は確率ではありません。0 から 1 の数を書いてください。"},
      {"dist-probability-sum", Severity::Error, "The probabilities sum to {0}, not to 1. Correct them.",
       "確率の合計が {0} で、1 になりません。直してください。"},
      {"group-shape", Severity::Error,
       "The correlated group \"{0}\" has {1} factors, but its matrix has {2} numbers instead of {3}. Write one row per "
       "factor.",
       "相関グループ「{0}」の要素は {1} 個ですが、行列の数値は {2} 個です（{3} "
       "個必要）。要素ごとに一行書いてください。"},
      {"group-not-a-correlation", Severity::Error,
       "The matrix of the correlated group \"{0}\" is not a correlation matrix: {3} at row {1}, column {2}. It must be "
       "symmetric, with ones on its diagonal and numbers from -1 to 1.",
       "相関グループ「{0}」の行列は相関行列ではありません（{1} 行 {2} 列の {3}）。対角が 1、ほかは -1 から 1 "
       "の対称行列にしてください。"},
      {"group-not-positive-definite", Severity::Error,
       "The correlations of the group \"{0}\" contradict each other (from the factor {1} on). Weaken them; two figures "
       "that always move together should share one factor.",
       "相関グループ「{0}」の相関は互いに矛盾しています（要素 {1} "
       "以降）。相関を弱めてください。常に同じ動きをする数値には、同じ factor を指定してください。"},
      {"group-factor-twice", Severity::Error,
       "The factor \"{0}\" stands in the correlated groups \"{1}\" and \"{2}\". A factor may stand in one group, once.",
       "要素「{0}」が相関グループ「{1}」と「{2}」に入っています。一つの要素は一つのグループに一度だけ入れてください。"},
      {"rate-duplicate", Severity::Error, "The rate {0} of {1} is given twice, as {2} and {3}. Keep one of them.",
       "レート {0}（{1}）が {2} と {3} の二通りあります。一つだけ残してください。"},
      {"rate-not-positive", Severity::Error, "The rate {0} of {1} is {2}. A rate must be a positive number.",
       "レート {0}（{1}）が {2} です。正の数にしてください。"},
      {"rate-missing-exchange", Severity::Error,
       "No exchange rate between {0} and {1} for {2} is given. Add it to rates.csv.",
       "{2} の {0} と {1} の為替レートがありません。rates.csv に追加してください。"},
      {"rate-missing-deflator", Severity::Error, "No deflator of {0} for {1} is given. Add it to rates.csv.",
       "{1} の {0} のデフレーターがありません。rates.csv に追加してください。"},
      {"currency-unknown", Severity::Error, "\"{0}\" is not a currency. Write its ISO 4217 code, for example JPY.",
       "「{0}」は通貨ではありません。JPY のように ISO 4217 のコードで書いてください。"},
      {"country-unknown", Severity::Error,
       "\"{0}\" is not a country of ISO 3166. Write its code, for example JPN or JP.",
       "「{0}」は ISO 3166 の国コードではありません。JPN や JP のように書いてください。"},
  };
  return entries;
}

} // namespace rashin
