#include "study/schemas.h"
#include "assessment/read.h"
#include "evidence/quantity.h"
#include "format/field.h"

#include <algorithm>

namespace rashin::assessment {
namespace {

using format::Field;
using format::optional;
using format::Presence;
using format::required;
using format::Schema;
namespace type = format::type;

Field basis() {
  return optional("basis", type::one_or_more(type::text()), "根拠", "basis");
}

Schema axis_schema() {
  const Schema anchor{"anchor",
                      {"評点の目安", "What a grade means"},
                      {required("grade", type::number(), "評点", "grade"),
                       required("text", type::localized(), "その意味", "what it means")}};
  return {
      "axis",
      {"比較軸", "An axis of comparison"},
      {required("id", type::id(), "識別子", "id"), required("title", type::localized(), "題名", "title"),
       required("scale", type::choice({"ratio", "robust", "anchored", "text"}), "比・頑健な差・評点・文章",
                "ratio, robust difference, grades or text"),
       optional("unit", type::text(), "単位", "unit"),
       optional("side", type::choice({"sum", "largest", "mean"}), "複数国の合わせ方", "how countries of a side join"),
       optional("better", type::choice({"more", "less"}), "多い方が有利か", "whether more is an advantage"),
       optional("anchors", type::list_of(type::object(anchor)), "評点の目安", "anchors of the grades")}};
}

Schema sides_schema() {
  return {"sides",
          {"比べる国", "The countries compared"},
          {required("own", type::list_of(type::text()), "自国と同盟国", "own country and allies"),
           required("others", type::list_of(type::text()), "競争相手", "competitors")}};
}

Schema curve_schema() {
  return {"curve pair",
          {"成長曲線の対", "Two growth curves"},
          {required("id", type::id(), "識別子", "id"), required("title", type::localized(), "題名", "title"),
           required("leader", type::text(), "先行する国", "the country ahead"),
           required("follower", type::text(), "追う国", "the country behind"),
           required("unit", type::text(), "単位", "unit"),
           optional("kind", type::choice({"logistic", "gompertz", "bass"}), "曲線", "curve"),
           optional("noise", type::choice({"relative", "absolute"}), "誤差", "errors"),
           optional("origin", type::number(), "開始の年（bass）", "year of the launch, for bass"),
           optional("lowest", type::number(), "上限の下端", "least ceiling"),
           optional("highest", type::number(), "上限の上端", "largest ceiling"),
           optional("expert", type::quantity(), "人の見立て（単位 date）", "people's own date, unit date")}};
}

Schema concept_schema() {
  const Schema counter{
      "counter-argument",
      {"反論", "A counter-argument"},
      {required("text", type::localized(), "内容", "text"), optional("by", type::text(), "誰か", "whose"), basis()}};
  return {"concept",
          {"新たな戦い方", "A new way"},
          {required("id", type::id(), "識別子", "id"), required("title", type::localized(), "題名", "title"),
           optional("text", type::localized(), "説明", "description"),
           optional("curve", type::text(), "持続期間を導く曲線", "the curves its duration follows from"),
           optional("duration", type::quantity(), "持続期間（判断、年）", "duration, judged, in years"),
           optional("graph", type::text(), "効果を導く図", "the layered graph its effect is computed in"),
           optional("denies", type::list_of(type::text()), "相手が使えなくなる技術", "parts that the side is denied"),
           optional("effect", type::quantity(), "重心への効果（判断、0–1）", "effect on the centre of gravity, judged"),
           required("difficulty", type::quantity(), "模倣の難しさ（0–1）", "difficulty to copy"),
           required("counter", type::object(counter), "反論（空にできない）", "counter-argument, not empty")}};
}

Schema need_schema() {
  return {"need",
          {"技術ニーズ", "A technology need"},
          {required("technology", type::text(), "技術", "technology"),
           required("asymmetry", type::one_or_more(type::text()), "基になる非対称（軸、または技術.軸）",
                    "axis, or technology.axis, of the asymmetries behind it"),
           required("concept", type::text(), "活かす戦い方", "the concept that it serves"),
           required("function", type::choice({"deter", "respond"}), "抑止か対処か", "deter or respond"),
           required("reason", type::localized(), "理由", "reason"),
           required("ready", type::quantity(), "使える時期（単位 date）", "when usable, unit date")}};
}

/// A field of another schema by its name.
Field field_of(const Schema& schema, std::string_view name) {
  return *std::find_if(schema.fields.begin(), schema.fields.end(), [&](const Field& f) { return f.name == name; });
}

format::CsvSchema long_form(format::CsvSchema schema) {
  for (const std::string& word : quantity_columns())
    if (word != "quantity") schema.columns.push_back({word, type::text(), Presence::Optional, {}});
  return schema;
}

Field words(std::string name, std::string_view ja, std::string_view en, bool needed = false) {
  return {std::move(name),
          type::text(),
          needed ? Presence::Required : Presence::Optional,
          {std::string(ja), std::string(en)}};
}

} // namespace

const Schema& assessment_schema() {
  static const Schema schema = [] {
    Schema made{"assessment.yaml", {"ネットアセスメントの全体", "The assessment"}, study::study_schema().fields};
    std::erase_if(made.fields, [](const Field& f) { return f.name == "failure_threshold" || f.name == "criteria"; });
    made.fields.push_back(required("domain", type::id(), "領域", "domain"));
    made.fields.push_back(optional("kind", type::choice({"event", "trend"}), "出来事か傾向か", "event or trend"));
    made.fields.push_back(field_of(study::pathways_schema(), "trigger"));
    made.fields.push_back(required("sides", type::object(sides_schema()), "比べる国", "sides"));
    made.fields.push_back(optional("axes", type::list_of(type::object(axis_schema())), "比較軸（省けば手法の十一項目）",
                                   "axes; absent: the eleven of the method"));
    made.fields.push_back(optional("curves", type::list_of(type::object(curve_schema())), "成長曲線", "growth curves"));
    made.fields.push_back(
        required("concepts", type::list_of(type::object(concept_schema())), "新たな戦い方", "new ways"));
    made.fields.push_back(required("needs", type::list_of(type::object(need_schema())), "技術ニーズ", "needs"));
    return made;
  }();
  return schema;
}

format::CsvSchema parts_schema() {
  return {"technologies.csv",
          {"システムと技術", "Systems and technologies"},
          {required("id", type::id(), "識別子", "id"),
           required("level", type::choice({"system", "subsystem", "technology", "element"}), "段", "level"),
           words("title_ja", "題名（日本語）", "title in Japanese", true),
           words("title_en", "題名（英語）", "title in English", true), words("field", "分野", "field")}};
}

format::CsvSchema relations_schema() {
  return {"parts.csv",
          {"何が何から成るか", "What needs what"},
          {words("whole", "全体", "whole", true), words("part", "部分", "part", true),
           words("group", "同じ組のうち一つあればよい", "any one of a group is enough")}};
}

format::CsvSchema dossiers_schema() {
  return long_form({"dossiers.csv",
                    {"各国の防衛利用", "Defence use by country"},
                    {words("technology", "技術", "technology", true), words("country", "国", "country", true),
                     words("axis", "比較軸", "axis", true), words("text_ja", "内容（日本語）", "text in Japanese"),
                     words("text_en", "内容（英語）", "text in English")}});
}

format::CsvSchema records_schema() {
  return {"records",
          {"作戦構想・開発エコシステム", "Operational concepts, ecosystems"},
          {required("id", type::id(), "識別子", "id"), words("country", "国", "country", true),
           words("technology", "技術", "technology"), words("aspect_ja", "比べる側面（日本語）", "aspect in Japanese"),
           words("aspect_en", "比べる側面（英語）", "aspect in English"),
           words("title_ja", "題名（日本語）", "title in Japanese", true),
           words("title_en", "題名（英語）", "title in English", true),
           words("text_ja", "内容（日本語）", "text in Japanese", true),
           words("text_en", "内容（英語）", "text in English", true), words("basis", "根拠", "basis"),
           words("by", "誰の判断か", "whose judgement")}};
}

format::CsvSchema gravity_schema() {
  return {"gravity.csv",
          {"重心の図", "The centre-of-gravity graph"},
          {required("id", type::id(), "識別子", "id"),
           required("kind", type::choice({"centre", "capability", "requirement", "vulnerability"}), "種類", "kind"),
           words("side", "どの国か", "country", true), words("of", "上の段（脆弱性は要件）", "what it belongs to"),
           words("title_ja", "題名（日本語）", "title in Japanese", true),
           words("title_en", "題名（英語）", "title in English", true), words("basis", "根拠", "basis"),
           words("by", "誰の判断か", "whose judgement")}};
}

format::CsvSchema systems_schema() {
  return long_form(
      {"systems.csv",
       {"兵器システムとネットワーク", "Weapon systems and networks"},
       {required("graph", type::id(), "図", "graph"), required("id", type::id(), "識別子", "id"),
        words("side", "どの国か", "country", true), required("layer", type::integer(), "層", "layer"),
        required("role", type::choice({"source", "inner", "sink"}), "役割", "role"),
        words("title_ja", "題名（日本語）", "title in Japanese", true),
        words("title_en", "題名（英語）", "title in English", true), words("parts", "要る技術", "parts it needs")}});
}

format::CsvSchema links_schema() {
  return {"links.csv",
          {"節のつながり", "Links"},
          {words("graph", "図", "graph", true), words("from", "から", "from", true), words("to", "へ", "to", true)}};
}

format::CsvSchema papers_schema() {
  return {"papers.csv",
          {"論文", "Papers"},
          {words("technology", "技術", "technology", true), required("year", type::integer(), "年", "year"),
           required("citations", type::number(), "被引用数", "citations"),
           words("countries", "著者の国（; で区切る）", "countries of the authors, separated by ;", true),
           words("institutions", "機関（名@国、; で区切る）", "institutions as name@country, separated by ;"),
           words("basis", "根拠", "basis"), words("by", "誰の判断か", "whose judgement")}};
}

format::CsvSchema credits_schema() {
  return {"credits.csv",
          {"機関ごとの論文数", "Papers by institution"},
          {words("technology", "技術", "technology", true), words("institution", "機関", "institution", true),
           words("country", "国", "country", true),
           required("credit", type::number(), "論文数（按分）", "papers, shared out"), words("basis", "根拠", "basis"),
           words("by", "誰の判断か", "whose judgement")}};
}

format::CsvSchema points_schema() {
  return {"curves.csv",
          {"成長曲線の点", "Points of growth curves"},
          {words("curve", "曲線の対", "curve pair", true),
           required("series", type::choice({"leader", "follower"}), "先行か追随か", "leader or follower"),
           required("year", type::number(), "年", "year"), required("value", type::number(), "値", "value"),
           words("basis", "根拠", "basis"), words("by", "誰の判断か", "whose judgement")}};
}

} // namespace rashin::assessment
