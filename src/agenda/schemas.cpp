#include "agenda/schemas.h"

#include "evidence/fields.h"
#include "format/field.h"
#include "study/shared_schemas.h"

namespace rashin::agenda {
namespace {

using format::Field;
using format::optional;
using format::required;
using format::Schema;
namespace type = format::type;

format::FieldType claims() {
  return type::one_or_more(type::text());
}

Schema run_schema() {
  return {"run",
          {"計算済みの調査・アセスメント", "A finished run of a study or an assessment"},
          {required("id", type::id(), "識別子", "id"),
           required("run", type::text(), "実行結果のフォルダー（このフォルダーから）",
                    "folder of the run, seen from this folder"),
           optional("work", type::text(), "その元の調査のフォルダー", "folder of the work that makes it"),
           optional("sha256", type::text(), "固定する実行結果のハッシュ", "hash that the run must have")}};
}

Schema list_schema(bool framework) {
  Schema schema{framework ? "framework" : "domestic list",
                framework ? LocalizedText{"国際連携の枠組み", "A framework of cooperation"}
                          : LocalizedText{"国内の需要の一覧", "A domestic list of needs"},
                {required("id", type::id(), "識別子", "id"), required("title", type::localized(), "題名", "title")}};
  if (framework)
    schema.fields.push_back(
        required("members", type::list_of(type::text()), "参加国（ISO 3166）", "member countries, ISO 3166"));
  schema.fields.push_back(required("basis", claims(), "根拠", "basis"));
  return schema;
}

Schema technology_schema() {
  return {"technology",
          {"技術の名寄せ", "A technology, and what runs call it"},
          {required("id", type::id(), "識別子", "id"), required("title", type::localized(), "題名", "title"),
           optional("field", type::id(), "分野（登録簿）", "field of the register"),
           optional("same_as", type::list_of(type::text()), "実行:技術 の一覧", "list of run:technology"),
           optional("by", type::text(), "同じ技術とみた人", "who says that these are the same"),
           optional("reason", type::localized(), "理由", "reason")}};
}

std::vector<Field> list_columns(const char* list, const std::string& ja, const std::string& en) {
  return {required(list, type::id(), ja, en),
          required("technology", type::text(), "技術", "technology"),
          required("fit", type::choice({"names", "covers"}), "名指しか、その分野を含むか",
                   "names it, or names a field that covers it"),
          required("words_ja", type::text(), "一覧での言い方", "the list's own words in Japanese"),
          required("words_en", type::text(), "一覧での言い方（英語）", "the list's own words in English"),
          required("by", type::text(), "言い方と技術を結び付けた人", "who matched the words with the technology"),
          required("basis", type::text(), "根拠", "basis")};
}

} // namespace

const Schema& agenda_schema() {
  static const Schema schema{
      "agenda.yaml",
      {"アジェンダの全体", "The agenda"},
      {schema_number_field(), required("id", type::id(), "識別子", "id"),
       required("status", type::choice({"draft", "release"}), "草稿か確定版か", "draft or release"),
       required("title", type::localized(), "題名", "title"),
       required("question", type::localized(), "問い", "question"),
       required("focal_country", type::text(), "対象国（ISO 3166）", "focal country, ISO 3166"),
       required("as_of", type::date(), "基準日", "the day it is seen from"),
       required("seed", type::integer(), "重みの乱数の種", "seed of the weights"),
       required("draws", type::integer(), "標本数の上限", "at most so many draws"),
       required("top_k", type::integer(), "列ごとに上位何件までをみるか", "how many of a column count as top"),
       required("threshold", type::number(), "上位に入る標本の割合の下限（0–1）",
                "share of draws from which a technology counts as acceptable, 0 to 1"),
       required("list_length", type::integer(), "優先順位表の件数", "entries of the one-page list"),
       optional("runs", type::list_of(type::object(run_schema())), "計算済みの調査・アセスメント",
                "finished runs of studies and assessments"),
       optional("frameworks", type::list_of(type::object(list_schema(true))), "国際連携の枠組み",
                "frameworks of cooperation"),
       optional("domestic", type::list_of(type::object(list_schema(false))), "国内の需要の一覧",
                "domestic lists of needs"),
       optional("weights", type::list_of(type::object(study::weights_schema())), "由来の間の重み（人ごと）",
                "weights between origins, per person"),
       optional("limits", type::list_of(type::localized()), "このアジェンダが示せないこと",
                "what this agenda cannot show"),
       optional("tasks", type::list_of(type::object(study::task_schema())), "残っている仕事", "tasks")}};
  return schema;
}

const Schema& names_schema() {
  static const Schema schema{
      "names.yaml",
      {"技術の名寄せ", "Technologies under one id"},
      {schema_number_field(),
       required("technologies", type::list_of(type::object(technology_schema())), "技術", "technologies")}};
  return schema;
}

format::CsvSchema frameworks_schema() {
  return {"frameworks.csv",
          {"枠組みが挙げる技術", "Technologies that frameworks name"},
          list_columns("framework", "枠組み", "framework")};
}

format::CsvSchema domestic_schema() {
  return {"domestic.csv", {"国内の需要", "Domestic needs"}, list_columns("list", "一覧", "list")};
}

format::CsvSchema seeds_schema() {
  return {"seeds.csv",
          {"新興技術のシーズ", "Seeds of emerging technology"},
          {required("seed", type::id(), "シーズの識別子", "id of the seed"),
           required("title_ja", type::text(), "題名", "title in Japanese"),
           required("title_en", type::text(), "題名（英語）", "title in English"),
           required("relation", type::choice({"support", "substitute", "offset", "create"}),
                    "支援・代替・優位性の相殺・優位性の創出", "what it could do"),
           required("target", type::text(), "技術、または 実行:優位性（create では優位性の言葉）",
                    "technology; offset: run:advantage; create: the advantage in words"),
           required("reason_ja", type::text(), "理由", "reason in Japanese"),
           required("reason_en", type::text(), "理由（英語）", "reason in English"),
           required("by", type::text(), "誰の判断か", "whose judgement"),
           required("basis", type::text(), "根拠", "basis")}};
}

format::CsvSchema recommendations_schema() {
  return {
      "recommendations.csv",
      {"提言とその後", "Recommendations and what became of them"},
      {required("id", type::id(), "識別子", "id"), required("technology", type::text(), "技術", "technology"),
       required("to", type::text(), "提言の相手", "to whom"), required("advised", type::date(), "提言した日", "when"),
       required("text_ja", type::text(), "提言", "the advice in Japanese"),
       required("text_en", type::text(), "提言（英語）", "the advice in English"),
       required("status", type::choice({"proposed", "accepted", "in-progress", "done", "declined", "superseded"}),
                "状況", "status"),
       required("status_on", type::date(), "状況を確かめた日", "day of the status"),
       optional("review_by", type::date(), "次に確かめる日", "when to look again"),
       optional("follow_up_ja", type::text(), "その後", "what became of it, in Japanese"),
       optional("follow_up_en", type::text(), "その後（英語）", "what became of it, in English"),
       required("by", type::text(), "誰の提言か", "whose advice"), optional("basis", type::text(), "根拠", "basis")}};
}

} // namespace rashin::agenda
