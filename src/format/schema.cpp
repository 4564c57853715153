#include "format/schema.h"

#include "format/field.h"

namespace rashin::format {
namespace {

FieldType of(FieldKind kind) {
  FieldType made;
  made.kind = kind;
  return made;
}

FieldType of(FieldKind kind, FieldType element) {
  FieldType made = of(kind);
  made.element.push_back(std::move(element));
  return made;
}

} // namespace

namespace type {

FieldType text() {
  return of(FieldKind::Text);
}
FieldType id() {
  return of(FieldKind::Id);
}
FieldType integer() {
  return of(FieldKind::Integer);
}
FieldType number() {
  return of(FieldKind::Number);
}
FieldType boolean() {
  return of(FieldKind::Boolean);
}
FieldType date() {
  return of(FieldKind::Date);
}
FieldType period() {
  return of(FieldKind::Period);
}
FieldType localized() {
  return of(FieldKind::Localized);
}
FieldType quantity() {
  return of(FieldKind::Quantity);
}
FieldType list_of(FieldType element) {
  return of(FieldKind::List, std::move(element));
}
FieldType one_or_more(FieldType element) {
  return of(FieldKind::OneOrMore, std::move(element));
}
FieldType map_of(FieldType element) {
  return of(FieldKind::Map, std::move(element));
}

FieldType choice(std::vector<std::string> words) {
  FieldType made = of(FieldKind::Choice);
  made.words = std::move(words);
  return made;
}

FieldType reference(std::string target) {
  FieldType made = of(FieldKind::Reference);
  made.target = std::move(target);
  return made;
}

FieldType object(Schema schema) {
  FieldType made = of(FieldKind::Object);
  made.object = std::make_shared<const Schema>(std::move(schema));
  return made;
}

} // namespace type

Field optional(std::string name, FieldType kind, std::string ja, std::string en) {
  return {std::move(name), std::move(kind), Presence::Optional, {std::move(ja), std::move(en)}};
}

Field required(std::string name, FieldType kind, std::string ja, std::string en) {
  return {std::move(name), std::move(kind), Presence::Required, {std::move(ja), std::move(en)}};
}

namespace {

FieldType basis() {
  return type::one_or_more(type::text());
}

Schema judgement_schema() {
  return {"judgement",
          {"一人の判断", "One person's judgement"},
          {required("by", type::text(), "誰の判断か", "whose"),
           required("p5", type::number(), "5 % 分位", "5 % quantile"),
           required("p50", type::number(), "中央値", "median"),
           required("p95", type::number(), "95 % 分位", "95 % quantile"),
           optional("reason", type::localized(), "理由", "reason"),
           optional("on", type::date(), "判断した日", "when it was given"),
           optional("basis", basis(), "根拠", "what it was read from")}};
}

Schema outcome_schema() {
  return {"outcome",
          {"取り得る値", "A value it may take"},
          {required("value", type::text(), "値", "the value"),
           required("probability", type::number(), "確率（合計 1）", "its probability; they sum to 1")}};
}

} // namespace

const Schema& quantity_schema() {
  static const Schema schema{
      "quantity",
      {"不確かな数値", "An uncertain number"},
      {optional("value", type::number(), "値", "the value: mode, mean or median, as dist says"),
       optional("low", type::number(), "下端または 5 % 分位", "lower end, or 5 % quantile"),
       optional("high", type::number(), "上端または 95 % 分位", "upper end, or 95 % quantile"),
       optional("dist", type::text(), "分布の形", "shape of the distribution"),
       required("unit", type::text(), "単位", "unit"),
       optional("period", type::period(), "いつの値か", "what time it is about"),
       optional("basis", basis(), "根拠（claim:ID）", "what it rests on, as claim:ID"),
       optional("by", type::text(), "誰の判断か", "whose judgement"),
       optional("marking", type::text(), "取扱区分", "handling level"),
       optional("note", type::localized(), "根拠から数値への導き方", "how the number follows from its basis"),
       optional("factor", type::text(), "ほかと共有する不確かさの名前", "name of a factor shared with others"),
       optional("outcomes", type::list_of(type::object(outcome_schema())), "離散分布：取り得る値と確率",
                "of dist discrete: the values it may take and their probabilities"),
       optional("samples", type::list_of(type::text()), "標本：等しく確からしい値",
                "of dist samples: equally likely values"),
       optional("judgements", type::list_of(type::object(judgement_schema())), "複数人の判断",
                "several people's values"),
       optional("pool", type::text(), "判断のまとめ方", "how the judgements are pooled")}};
  return schema;
}

} // namespace rashin::format
