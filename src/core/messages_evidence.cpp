#include "core/messages.h"

namespace rashin {

std::span<const MessageEntry> evidence_messages() {
  static constexpr MessageEntry entries[] = {
      {"schema-version", Severity::Error,
       "This file says schema {0}, but this program reads schema 1. `rashin migrate` moves older files on; for newer "
       "ones take a newer Rashin.",
       "このファイルは schema {0} ですが、このプログラムが読めるのは 1 です。古いものは `rashin migrate` "
       "で移行し、新しいものは新しい版の羅針で開いてください。"},
      {"id-twice", Severity::Error, "The id \"{0}\" is used twice. Ids are unique in their file; rename one of them.",
       "識別子「{0}」が二度使われています。ファイル内で一意になるよう、どちらかを変えてください。"},
      {"marking-unknown", Severity::Error,
       "\"{0}\" is no marking. Write public, internal, restricted or confidential, with compartments after slashes, as "
       "in restricted/energy.",
       "「{0}」は取扱区分ではありません。public・internal・restricted・confidential のいずれかに、必要なら "
       "restricted/energy のように区画を付けてください。"},
      {"quote-hash", Severity::Error,
       "The SHA-256 of the quote {0} is not the stated one. If the quote is right, write {1}; if not, restore its "
       "words.",
       "引用 {0} の SHA-256 が記載と違います。引用が正しければ {1} と書き、違っていれば原文に戻してください。"},
      {"archived-without-hash", Severity::Error,
       "The source \"{0}\" is archived but has no sha256 of its bytes. Add it, or mark the source as cited.",
       "出典「{0}」は archived ですが、内容の sha256 がありません。追加するか、cited にしてください。"},
      {"span-unknown", Severity::Error, "No source has the place \"{0}\". Write source-id#span-id as in sources.yaml.",
       "「{0}」という箇所はどの出典にもありません。sources.yaml のとおり 出典id#箇所id と書いてください。"},
      {"claim-without-span", Severity::Error, "The claim \"{0}\" rests on no place in a source. Add at least one span.",
       "主張「{0}」に出典の箇所がありません。少なくとも一つ加えてください。"},
      {"judgement-without-name", Severity::Error,
       "The claim \"{0}\" is a judgement but does not say whose. Add by: with the person or body.",
       "主張「{0}」は判断ですが、誰の判断かが書かれていません。by: に人名か機関名を書いてください。"},
      {"claim-unknown", Severity::Error, "There is no claim \"{0}\" in claims.yaml. Check the id, or add the claim.",
       "claims.yaml に主張「{0}」がありません。識別子を確かめるか、主張を加えてください。"},
      {"after-as-of", Severity::Error,
       "{0} is about {1}, which is after the as-of date {2}. A model input may not know the future; move it to "
       "outcomes.csv.",
       "{0} は {1} の値で、基準日 {2} より後です。モデルの入力は未来を知ることができません。outcomes.csv "
       "に移してください。"},
      {"known-later", Severity::Note,
       "{0} is about a time before the as-of date, but the claim {2} was first published on {1}; it is marked \"known "
       "later\".",
       "{0} は基準日より前についての値ですが、主張「{2}」の公表は {1} でした。「後日判明」と表示します。"},
      {"outcome-without-probability", Severity::Error,
       "The outcome {0} has no probability. Write value:probability, as in 10:0.2; 20:0.8.",
       "取り得る値 {0} に確率がありません。10:0.2; 20:0.8 のように 値:確率 と書いてください。"},
      {"quantity-without-value", Severity::Error,
       "{0} has no value. Write a number, or remove the row: a missing value is not zero.",
       "{0} に値がありません。数値を書くか、行を除いてください。空欄は 0 ではありません。"},
      {"quantity-without-period", Severity::Error,
       "{0} does not say which period it is about. Fill in period, as in 2009 or FY2010.",
       "{0} には、いつの値かが書かれていません。period に 2009 や FY2010 のように書いてください。"},
      {"basis-form", Severity::Error, "\"{0}\" is no basis. Write claim:ID, several separated by semicolons.",
       "「{0}」は根拠の書き方ではありません。claim:ID とし、複数ならセミコロンで区切ってください。"},
      {"judgement-quantiles", Severity::Error,
       "The judgement of {0} has p5, p50, p95 = {1}, {2}, {3}. Write them in rising order.",
       "{0} の判断の p5・p50・p95 が {1}・{2}・{3} です。小さい順にしてください。"},
      {"pool-unknown", Severity::Error,
       "\"{0}\" is no way to pool judgements here. Write linear: in each draw one person is believed.",
       "「{0}」という判断のまとめ方はここでは使えません。linear（標本ごとに一人を信じる）と書いてください。"},
      {"person-twice", Severity::Error,
       "{0} gives a judgement twice for the same value. Keep the one on which the person stands.",
       "{0} の判断が同じ値に二度あります。本人が採る一方を残してください。"},
  };
  return entries;
}

} // namespace rashin
