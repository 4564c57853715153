#include "study/schemas.h"

#include "evidence/fields.h"
#include "evidence/quantity.h"
#include "format/field.h"
#include "study/shared_schemas.h"

namespace rashin::study {
namespace {

using format::optional;
using format::required;
using format::Schema;
namespace type = format::type;

format::FieldType claims() {
  return type::one_or_more(type::text());
}

Schema horizon_schema() {
  return {"horizon",
          {"計算する期間", "The time that is computed"},
          {required("days", type::integer(), "基準日からの日数", "days from the as-of date")}};
}

Schema correlation_schema() {
  return {"correlation",
          {"一緒に動く値の組", "Values that move together"},
          {required("name", type::id(), "組の名前", "name of the group"),
           required("factors", type::list_of(type::text()), "表/行/数量", "table/row/quantity"),
           required("spearman", type::list_of(type::list_of(type::number())), "順位相関の行列",
                    "matrix of rank correlations")}};
}

Schema criterion_schema() {
  return {"criterion",
          {"技術を順位付けする基準", "A criterion by which technologies are ranked"},
          {required("id", type::id(), "識別子", "id"), required("title", type::localized(), "題名", "title"),
           required("measure", type::choice({"value-of-readiness", "ready-in-time", "option-cost", "judged"}),
                    "何を読むか", "what it reads"),
           required("worst", type::number(), "最悪とみる値（固定した端）", "the worst end of its fixed scale"),
           required("best", type::number(), "最善とみる値（固定した端）", "the best end of its fixed scale"),
           optional("scores", type::map_of(type::quantity()), "技術ごとの得点（measure が judged の場合）",
                    "score of each technology, where measure is judged")}};
}

Schema advantage_link_schema() {
  return {"advantage link",
          {"優位性に関わる技術", "A technology that touches the advantage"},
          {required("technology", type::text(), "技術", "technology"),
           required("effect", type::choice({"keeps", "creates", "offsets"}), "保つ・生み出す・弱める",
                    "keeps, creates or offsets it"),
           required("by", type::text(), "誰の判断か", "whose judgement"),
           optional("reason", type::localized(), "理由", "reason"), optional("basis", claims(), "根拠", "basis")}};
}

Schema advantage_schema() {
  return {"advantage",
          {"優位性・不可欠性", "Something held that others depend on or cannot match"},
          {required("id", type::id(), "識別子", "id"),
           optional("entry", type::id(), "登録簿の項目", "entry of the register"),
           required("title", type::localized(), "題名", "title"),
           required("holds", type::localized(), "何を保有しているか", "what is held"),
           required("depends", type::localized(), "誰が何について依存しているか", "who depends on it, and for what"),
           optional("dependents", type::list_of(type::text()), "依存している国", "countries that depend on it"),
           optional("share", type::quantity(), "割合", "share"),
           optional("lasts", type::quantity(), "いつまで続くか（単位 date）", "until when it lasts, unit date"),
           required("basis", claims(), "根拠", "basis"),
           optional("technologies", type::list_of(type::object(advantage_link_schema())), "関わる技術",
                    "technologies that touch it")}};
}

Schema trigger_schema() {
  return {"trigger",
          {"きっかけとなる出来事", "What sets the pathways off"},
          {required("id", type::id(), "識別子", "id"), required("type", type::id(), "種類", "type of event"),
           required("title", type::localized(), "題名", "title"), required("date", type::date(), "日付", "date"),
           optional("actors", type::list_of(type::text()), "主体", "who acts"),
           optional("targets", type::list_of(type::text()), "対象", "who is hit"),
           optional("items", type::list_of(type::text()), "品目", "items"),
           optional("basis", claims(), "根拠", "basis")}};
}

Schema branch_schema() {
  return {"branch",
          {"分岐", "A branch"},
          {required("id", type::id(), "節の中で一意", "unique within its node"),
           required("title", type::localized(), "題名", "title"),
           optional("next", type::id(), "続く節", "the node that follows"),
           optional("pathway", type::id(), "行き着く展開経路", "the pathway that it ends in")}};
}

Schema tree_judgement_schema() {
  return {"judgement",
          {"一人の判断", "One person's judgement"},
          {required("by", type::text(), "誰の判断か", "whose"),
           required("probabilities", type::map_of(type::number()), "分岐ごとの確率（合計 1）",
                    "probability of each branch, summing to 1"),
           optional("concentration", type::number(), "確信の強さ（ディリクレ分布の母数の和、既定なし＝ちょうどその値）",
                    "how firmly held: sum of the Dirichlet parameters; absent: exactly these"),
           optional("reason", type::localized(), "理由", "reason"), optional("on", type::date(), "判断した日", "when"),
           optional("basis", claims(), "根拠", "basis")}};
}

Schema node_schema() {
  return {"node",
          {"節", "A node of the event tree"},
          {required("id", type::id(), "識別子", "id"),
           required("question", type::localized(), "何が分かれるか", "what is decided here"),
           required("branches", type::list_of(type::object(branch_schema())), "分岐", "branches"),
           required("judgements", type::list_of(type::object(tree_judgement_schema())), "判断", "judgements")}};
}

Schema pathway_schema() {
  return {"pathway",
          {"展開経路", "A course of events"},
          {required("id", type::id(), "識別子", "id"), required("title", type::localized(), "題名", "title"),
           optional("description", type::localized(), "説明", "description"),
           optional("shocks", type::list_of(type::text()), "衝撃", "its shocks")}};
}

Schema matrix_schema() {
  const Schema state{
      "matrix state",
      {"状態と、それがもたらす衝撃", "A state, and the shocks it brings"},
      {required("descriptor", type::text(), "記述子（行列での名前）", "descriptor, as the matrix names it"),
       required("state", type::text(), "状態（行列での名前）", "state, as the matrix names it"),
       optional("descriptor_title", type::localized(), "記述子の題名", "title of the descriptor"),
       optional("title", type::localized(), "状態の題名", "title of the state"),
       required("shocks", type::list_of(type::text()), "衝撃（なければ []）", "its shocks; [] for none")}};
  const Schema person{
      "matrix person",
      {"判断した人", "Someone who judged the cells"},
      {required("by", type::text(), "誰か（cross_impacts.csv の by）", "who: the `by` of cross_impacts.csv"),
       optional("title", type::localized(), "名前や役割", "name or role, for readers"),
       optional("basis", claims(), "根拠", "basis")}};
  return {"matrix",
          {"相互影響の行列", "A cross-impact matrix"},
          {required("file", type::text(), "ScenarioWizard の .scw ファイル、または cross_impacts.csv",
                    "ScenarioWizard file, .scw, or cross_impacts.csv"),
           optional("tolerance", type::integer(), "認める不整合（既定 0）", "inconsistency accepted; absent: 0"),
           required("by", type::text(), "誰の判断か", "whose judgement"),
           optional("people", type::list_of(type::object(person)), "cross_impacts.csv で判断する人",
                    "who judges in cross_impacts.csv"),
           optional("reason", type::localized(), "理由", "reason"), optional("basis", claims(), "根拠", "basis"),
           required("states", type::list_of(type::object(state)), "状態ごとの衝撃", "shocks of each state")}};
}

Schema shock_schema() {
  return {
      "shock",
      {"供給網への衝撃", "A shock to the network"},
      {required("id", type::id(), "識別子", "id"), optional("title", type::localized(), "題名", "title"),
       required("kind", type::choice({"supplier-cut", "pair-ban", "passage-closed", "passage-thinned", "demand-surge"}),
                "種類", "kind"),
       required("target", type::text(), "品目.供給者、国、海峡、または用途",
                "what it hits: item.supplier, a country, a passage, an item or end use"),
       optional("items", type::list_of(type::text()), "国の場合に対象とする品目（既定はすべて）",
                "of a country: only these items; absent: all it supplies"),
       required("magnitude", type::quantity(), "失われる（増える）割合", "share lost, or added"),
       required("start", type::quantity(), "開始", "when it begins"),
       required("duration", type::quantity(), "長さ", "how long"),
       optional("recovery", type::quantity(), "回復にかかる日数", "days of recovery")}};
}

Schema effect_schema() {
  return {"effect",
          {"効果", "What it changes"},
          {required("id", type::id(), "識別子", "id"),
           required("target", type::text(), "表:行:数量", "table:row:quantity"),
           required("op", type::choice({"set", "add", "scale"}), "置き換え・加算・倍率", "set, add or scale"),
           required("amount", type::quantity(), "量", "amount"), optional("note", type::localized(), "説明", "note")}};
}

Schema judged_schema() {
  return {
      "judged criterion",
      {"数値に足さない判断基準", "A criterion judged beside the numbers"},
      {required("criterion", type::id(), "基準", "criterion"),
       required("grade",
                type::choice({"strongly-negative", "negative", "neutral", "positive", "strongly-positive", "unknown"}),
                "評価", "grade"),
       required("by", type::text(), "誰の判断か", "whose"), optional("reason", type::localized(), "理由", "reason"),
       optional("basis", claims(), "根拠", "basis")}};
}

Schema pathway_cost_schema() {
  return {"cost in one pathway",
          {"ある経路での費用", "What it costs in one pathway"},
          {required("pathway", type::text(), "展開経路", "pathway"),
           required("cost", type::quantity(), "その経路での費用", "cost in it, in place of the other")}};
}

Schema option_schema() {
  return {"option",
          {"政策オプション", "A policy option"},
          {required("id", type::id(), "識別子", "id"),
           optional("instrument", type::id(), "政策手段（カタログ）", "instrument of the catalogue"),
           required("title", type::localized(), "題名", "title"),
           optional("description", type::localized(), "説明", "description"),
           required("stage", type::choice({"before", "during"}), "事前か最中か", "before the event, or during it"),
           required("cost", type::quantity(), "費用", "cost"),
           optional("pathway_costs", type::list_of(type::object(pathway_cost_schema())), "経路によって異なる費用",
                    "costs that differ by pathway"),
           optional("lead_time", type::quantity(), "効果が出るまで", "until its effects begin"),
           optional("lead_time_from", type::choice({"as-of", "first-shock"}), "何から数えるか（既定は基準日）",
                    "counted from what; absent: the as-of date"),
           required("effects", type::list_of(type::object(effect_schema())), "効果", "effects"),
           optional("judged", type::list_of(type::object(judged_schema())), "判断基準", "judged criteria")}};
}

Schema technology_schema() {
  return {"technology",
          {"技術", "A technology"},
          {required("id", type::id(), "識別子", "id"), required("title", type::localized(), "題名", "title"),
           optional("field", type::id(), "分野", "field"),
           optional("parts", type::list_of(type::localized()), "要素技術", "element technologies"),
           required("function", type::localized(), "何のための技術か", "for which function"),
           required("reason", type::localized(), "なぜ要るか", "why it is needed"),
           required("role", type::choice({"support", "substitute"}), "政策を支援するか代替するか",
                    "supports an option, or substitutes for policy"),
           optional("options", type::list_of(type::text()), "支援するオプション", "the options it supports"),
           optional("trl", type::integer(), "技術成熟度（1–9）", "technology readiness level"),
           optional("trl_date", type::date(), "その時点", "as of"), optional("trl_basis", claims(), "根拠", "basis"),
           optional("leading_countries", type::list_of(type::text()), "先行する国", "leading countries"),
           required("ready", type::quantity(), "必要な能力で使える時期（単位 date）",
                    "when usable at the needed capacity, unit date"),
           required("effects", type::list_of(type::object(effect_schema())), "効果", "effects")}};
}

} // namespace

Schema task_schema() {
  return {"task",
          {"残っている仕事", "Work that is owed"},
          {required("id", type::id(), "識別子", "id"), required("what", type::localized(), "内容", "what"),
           optional("who", type::text(), "担当", "who"), optional("due", type::date(), "期限", "by when"),
           optional("done", type::boolean(), "済み", "done")}};
}

Schema weights_schema() {
  return {"weights",
          {"一人の重み", "What one person says about the weights"},
          {required("by", type::text(), "誰の重みか", "whose"),
           required("kind", type::choice({"free", "ordinal", "interval", "swing"}), "述べ方", "how it is said"),
           optional("order", type::list_of(type::text()), "ordinal：重要な順の基準",
                    "ordinal: criteria, the most important first"),
           optional("bounds", type::map_of(type::list_of(type::number())),
                    "interval：重みの下限と上限（0–1）。swing：最悪から最善への改善の重み（0–100）",
                    "interval: lowest and highest weight, 0 to 1; swing: of going from worst to best, 0 to 100"),
           optional("trust", type::number(), "信じられる割合（他の人に対する比）",
                    "how often this person is believed, relative to the others"),
           optional("reason", type::localized(), "理由", "reason"), optional("basis", claims(), "根拠", "basis")}};
}

const Schema& study_schema() {
  static const Schema schema{
      "study.yaml",
      {"調査の全体", "The study"},
      {schema_number_field(),
       required("id", type::id(), "識別子", "id"),
       required("status", type::choice({"draft", "release"}), "草稿か確定版か", "draft or release"),
       required("title", type::localized(), "題名", "title"),
       required("question", type::localized(), "問い", "question"),
       required("focal_country", type::text(), "対象国（ISO 3166）", "focal country, ISO 3166"),
       required("as_of", type::date(), "基準日", "the day it is seen from"),
       required("horizon", type::object(horizon_schema()), "期間", "horizon"),
       required("currency", type::text(), "通貨（ISO 4217）", "currency, ISO 4217"),
       required("price_year", type::integer(), "価格の年", "price year"),
       required("seed", type::integer(), "乱数の種", "seed"),
       required("draws", type::integer(), "標本数", "draws"),
       required("top_k", type::integer(), "上位何件か", "how many needs are counted as top"),
       optional("failure_threshold", type::number(), "これを超える損失を失敗とする",
                "a loss above this counts as failure"),
       optional("marking", type::text(), "取扱区分", "default marking"),
       optional("limits", type::list_of(type::localized()), "この調査が示せないこと", "what this study cannot show"),
       optional("correlations", type::list_of(type::object(correlation_schema())), "相関", "correlations"),
       optional("criteria", type::list_of(type::object(criterion_schema())), "技術を順位付けする基準",
                "criteria by which technologies are ranked"),
       optional("weights", type::list_of(type::object(weights_schema())), "基準の重み（人ごと）",
                "weights of the criteria, per person"),
       optional("tasks", type::list_of(type::object(task_schema())), "残っている仕事", "tasks")}};
  return schema;
}

const Schema& pathways_schema() {
  static const Schema schema{
      "pathways.yaml",
      {"展開経路", "The pathways"},
      {schema_number_field(), required("trigger", type::object(trigger_schema()), "きっかけ", "trigger"),
       optional("tree", type::list_of(type::object(node_schema())), "事象の木（最初が根）", "event tree, root first"),
       optional("pathways", type::list_of(type::object(pathway_schema())), "展開経路", "pathways"),
       optional("matrix", type::object(matrix_schema()), "相互影響の行列。木がなければ整合的なシナリオが展開経路になる",
                "cross-impact matrix; without a tree its consistent scenarios are the pathways"),
       optional("shocks", type::list_of(type::object(shock_schema())), "衝撃", "shocks")}};
  return schema;
}

const Schema& options_schema() {
  static const Schema package{"package",
                              {"組み合わせ", "Options taken together"},
                              {required("id", type::id(), "識別子", "id"),
                               required("title", type::localized(), "題名", "title"),
                               required("options", type::list_of(type::text()), "オプション", "options")}};
  static const Schema budget{
      "budget",
      {"組み合わせの予算と期限", "Budget and deadline of packages"},
      {required("amount", type::number(), "予算（調査の通貨・価格年）",
                "budget, in the study's currency and price year"),
       optional("within_days", type::number(), "基準日から効果が出るまでの日数の上限（中央値で比べる）",
                "most days from the as-of date until an option's effects begin (its median)"),
       optional("note", type::localized(), "説明", "note")}};
  static const Schema schema{
      "options.yaml",
      {"政策オプション", "The policy options"},
      {schema_number_field(),
       required("options", type::list_of(type::object(option_schema())), "オプション", "options"),
       optional("packages", type::list_of(type::object(package)), "組み合わせ", "packages"),
       optional("budget", type::object(budget), "予算と期限", "budget and deadline")}};
  return schema;
}

const Schema& technologies_schema() {
  static const Schema schema{
      "technologies.yaml",
      {"技術", "The technologies"},
      {schema_number_field(),
       required("technologies", type::list_of(type::object(technology_schema())), "技術", "technologies")}};
  return schema;
}

const Schema& advantages_schema() {
  static const Schema schema{
      "advantages.yaml",
      {"優位性と不可欠性", "The advantages held"},
      {schema_number_field(),
       required("advantages", type::list_of(type::object(advantage_schema())), "優位性", "advantages")}};
  return schema;
}

format::CsvSchema rates_schema() {
  return {
      "rates.csv",
      {"為替と物価指数", "Exchange rates and price indices"},
      {required("from", type::text(), "通貨（ISO 4217）", "currency, ISO 4217"),
       optional("to", type::text(), "換算先の通貨。空なら from の物価指数",
                "currency; empty: the row is a price index of `from`"),
       required("period", type::text(), "いつの値か", "what time it is about"),
       required("value", type::number(), "from 一単位あたりの to、または指数", "`to` per unit of `from`, or the index"),
       optional("country", type::text(), "物価指数の国", "country of a price index"),
       required("basis", type::text(), "根拠", "basis")}};
}

format::CsvSchema experts_schema() {
  return {"experts.csv",
          {"誰がどれだけ信じられるか", "How often each person is believed"},
          {required("by", type::text(), "誰か（判断の by）", "who: the `by` of judgements"),
           required("trust", type::number(), "信じられる割合（他の人に対する比、0 以上）",
                    "how often this person is believed, relative to the others; 0 or more"),
           required("reason", type::text(), "なぜか", "why"), optional("basis", type::text(), "根拠", "basis")}};
}

format::CsvSchema impacts_schema() {
  return {"impacts.csv",
          {"判断による影響", "Judged impacts"},
          {required("pathway", type::text(), "展開経路", "pathway"),
           required("indicator", type::text(), "指標", "indicator")}};
}

format::CsvSchema cross_impacts_schema() {
  return {"cross_impacts.csv",
          {"相互影響の判断（人ごと）", "Cross-impact judgements, person by person"},
          {required("from", type::text(), "影響する状態（記述子.状態）", "the state that acts, descriptor.state"),
           required("to", type::text(), "影響を受ける状態（記述子.状態）", "the state acted upon, descriptor.state"),
           required("by", type::text(), "誰の判断か", "whose judgement"),
           required("value", type::integer(), "促す（正）か妨げる（負）か。影響なしは 0",
                    "promotes (above 0) or restrains (below 0); no influence: 0"),
           optional("confidence", type::integer(), "確信の強さ（1：推測 〜 5：確か）", "1 (guess) to 5 (sure)"),
           optional("reason", type::text(), "理由", "why"), optional("basis", type::text(), "根拠", "basis")}};
}

format::CsvSchema outcomes_schema() {
  return {"outcomes.csv",
          {"その後に起きたこと", "What then happened"},
          {required("id", type::id(), "識別子", "id"),
           required("title_ja", type::text(), "題名（日本語）", "title in Japanese"),
           required("title_en", type::text(), "題名（英語）", "title in English"),
           optional("figure", type::text(), "比べる結果（表/行）", "the result it is set beside, table/row"),
           optional("value", type::text(), "値、または yes / no", "value, or yes / no"),
           optional("unit", type::text(), "単位", "unit"), optional("period", type::text(), "いつ", "period"),
           required("basis", type::text(), "根拠", "basis"), optional("note_ja", type::text(), "注", "note"),
           optional("note_en", type::text(), "注（英語）", "note in English")}};
}

std::vector<NamedSchema> yaml_schemas() {
  return {{"study.yaml", &study_schema()},           {"sources.yaml", &sources_schema()},
          {"claims.yaml", &claims_schema()},         {"pathways.yaml", &pathways_schema()},
          {"options.yaml", &options_schema()},       {"technologies.yaml", &technologies_schema()},
          {"advantages.yaml", &advantages_schema()}, {"mrio.yaml", &economy_schema()}};
}

} // namespace rashin::study
