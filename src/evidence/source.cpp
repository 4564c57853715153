#include "evidence/source.h"

#include "core/sha256.h"
#include "evidence/fields.h"
#include "format/schema.h"

#include <algorithm>
#include <array>

namespace rashin {
namespace {

using format::Presence;
namespace type = format::type;

struct LikelihoodRow {
  std::string_view words;
  double low;
  double high;
};
// ICD 203 (Office of the Director of National Intelligence, 2015), section D.6.e(2)(a).
constexpr std::array<LikelihoodRow, 7> likelihood_rows{{{"almost-no-chance", 0.01, 0.05},
                                                        {"very-unlikely", 0.05, 0.20},
                                                        {"unlikely", 0.20, 0.45},
                                                        {"roughly-even", 0.45, 0.55},
                                                        {"likely", 0.55, 0.80},
                                                        {"very-likely", 0.80, 0.95},
                                                        {"almost-certain", 0.95, 0.99}}};

std::vector<std::string> likelihood_words() {
  std::vector<std::string> words;
  for (const auto& row : likelihood_rows) words.emplace_back(row.words);
  return words;
}

format::Schema span_schema() {
  return {
      "span",
      {"出典の中の箇所", "An exact place in the source"},
      {{"id", type::id(), Presence::Required, {"出典の中で一意", "unique within the source"}},
       {"locator", type::text(), Presence::Optional, {"ページ・段落・表", "page, paragraph, table"}},
       {"quote", type::text(), Presence::Required, {"原文のまま", "the words as they stand there"}},
       {"sha256", type::text(), Presence::Required, {"引用文（UTF-8）の SHA-256", "SHA-256 of the quote in UTF-8"}}}};
}

format::Schema figure_schema() {
  return {"figure",
          {"主張が述べる数値", "The number that the claim states"},
          {{"value", type::number(), Presence::Required, {"値", "value"}},
           {"unit", type::text(), Presence::Required, {"単位", "unit"}},
           {"period", type::text(), Presence::Required, {"いつの値か", "what time it is about"}}}};
}

void read_spans(const format::YamlNode& list, Source& source, Diagnostics& faults) {
  for (const format::YamlNode& item : list.items) {
    Span span{text_of(item, "id"), text_of(item, "locator"), text_of(item, "quote"), text_of(item, "sha256")};
    const std::string actual = sha256_hex(span.quote);
    if (span.sha256 != actual)
      faults.push_back(make_diagnostic("quote-hash", place_of(item, "sha256"), {source.id + "#" + span.id, actual}));
    const bool twice =
        std::any_of(source.spans.begin(), source.spans.end(), [&](const Span& s) { return s.id == span.id; });
    if (twice) faults.push_back(make_diagnostic("id-twice", place_of(item, "id"), {span.id}));
    source.spans.push_back(std::move(span));
  }
}

Source read_source(const format::YamlNode& item, Diagnostics& faults) {
  Source source;
  source.id = text_of(item, "id");
  source.title = localized_of(item, "title");
  source.publisher = text_of(item, "publisher");
  source.published = date_of(item, "published", faults);
  source.address = text_of(item, "address");
  source.original = text_of(item, "original");
  source.language = text_of(item, "language") == "ja" ? Language::Japanese : Language::English;
  source.archived = text_of(item, "status") == "archived";
  source.sha256 = text_of(item, "sha256");
  source.place = place_of(item, "id");
  if (source.archived && source.sha256.empty())
    faults.push_back(make_diagnostic("archived-without-hash", source.place, {source.id}));
  if (const auto* spans = item.find("spans")) read_spans(*spans, source, faults);
  return source;
}

std::optional<ClaimFigure> read_figure(const format::YamlNode& item, Diagnostics& faults) {
  ClaimFigure figure;
  const auto unit = parse_unit(text_of(item, "unit"), place_of(item, "unit"));
  const auto period = parse_period(text_of(item, "period"), place_of(item, "period"));
  const auto value = format::as_number(*item.find("value"));
  const bool unit_read = take_faults(unit, faults), period_read = take_faults(period, faults);
  const bool value_read = take_faults(value, faults);
  if (!unit_read || !period_read || !value_read) return std::nullopt;
  return ClaimFigure{*value, *unit, *period};
}

Claim read_claim(const format::YamlNode& item, const Evidence& evidence, Diagnostics& faults) {
  Claim claim;
  claim.id = text_of(item, "id");
  claim.text = localized_of(item, "text");
  claim.published = date_of(item, "published", faults);
  claim.reliability = text_of(item, "reliability").front();
  claim.credibility = text_of(item, "credibility").front() - '0';
  const std::string grade = text_of(item, "grade");
  claim.grade = grade == "primary" ? Grade::Primary : grade == "secondary" ? Grade::Secondary : Grade::Judgement;
  claim.by = text_of(item, "by");
  claim.likelihood = text_of(item, "likelihood");
  claim.place = place_of(item, "id");
  if (const auto* marking = item.find("marking"))
    if (const auto parsed = parse_marking(marking->text, marking->place); take_faults(parsed, faults))
      claim.marking = *parsed;
  if (const auto* figure = item.find("figure")) claim.figure = read_figure(*figure, faults);
  for (const format::YamlNode& reference : item.find("spans")->items) {
    if (!evidence.find_span(reference.text))
      faults.push_back(make_diagnostic("span-unknown", reference.place, {reference.text}));
    claim.spans.push_back(reference.text);
  }
  if (claim.spans.empty()) faults.push_back(make_diagnostic("claim-without-span", claim.place, {claim.id}));
  if (claim.grade == Grade::Judgement && claim.by.empty())
    faults.push_back(make_diagnostic("judgement-without-name", claim.place, {claim.id}));
  return claim;
}

} // namespace

const format::Schema& sources_schema() {
  static const format::Schema source{
      "source",
      {"出典", "A document or data set"},
      {{"id", type::id(), Presence::Required, {"識別子", "id"}},
       {"title", type::localized(), Presence::Required, {"題名", "title"}},
       {"publisher", type::text(), Presence::Required, {"発行者", "who published it"}},
       {"author", type::text(), Presence::Optional, {"著者", "author"}},
       {"published", type::date(), Presence::Required, {"発行日（わかる精度で）", "date, as exact as known"}},
       {"address", type::text(), Presence::Required, {"開ける場所", "where it can be opened"}},
       {"language", type::text(), Presence::Required, {"原文の言語", "language of the source"}},
       {"status",
        type::choice({"cited", "archived"}),
        Presence::Required,
        {"cited＝引用のみ、archived＝保存済み", "cited only, or archived"}},
       {"original",
        type::text(),
        Presence::Optional,
        {"転載・報道の場合の原典", "the original behind a mirror or report"}},
       {"read", type::choice({"full-page", "excerpt"}), Presence::Optional, {"読んだ範囲", "what was read"}},
       {"sha256", type::text(), Presence::Optional, {"保存した内容の SHA-256", "SHA-256 of the archived bytes"}},
       {"licence", type::text(), Presence::Optional, {"利用条件", "licence"}},
       {"spans", type::list_of(type::object(span_schema())), Presence::Required, {"引用箇所", "places quoted"}}}};
  static const format::Schema file{
      "sources.yaml",
      {"出典の一覧", "The sources"},
      {schema_number_field(),
       {"sources", type::list_of(type::object(source)), Presence::Required, {"出典", "sources"}}}};
  return file;
}

const format::Schema& claims_schema() {
  static const format::Schema claim{
      "claim",
      {"主張", "A statement resting on places in sources"},
      {{"id", type::id(), Presence::Required, {"識別子", "id"}},
       {"text", type::localized(), Presence::Required, {"一文", "one sentence"}},
       {"spans", type::list_of(type::text()), Presence::Required, {"出典#箇所", "source#span"}},
       {"published", type::date(), Presence::Required, {"初めて公になった日", "when it first became public"}},
       {"reliability",
        type::choice({"A", "B", "C", "D", "E", "F"}),
        Presence::Required,
        {"情報源の信頼性（アドミラルティ）", "of the source (Admiralty)"}},
       {"credibility",
        type::choice({"1", "2", "3", "4", "5", "6"}),
        Presence::Required,
        {"情報の確度（アドミラルティ）", "of the information (Admiralty)"}},
       {"grade",
        type::choice({"primary", "secondary", "judgement"}),
        Presence::Required,
        {"一次・二次・判断", "primary, secondary or judgement"}},
       {"by", type::text(), Presence::Optional, {"判断した人・機関", "judgements: who"}},
       {"likelihood",
        type::choice(likelihood_words()),
        Presence::Optional,
        {"見込み（ICD 203）", "judgements: in the words of ICD 203"}},
       {"figure", type::object(figure_schema()), Presence::Optional, {"数値", "the number it states"}},
       {"marking", type::text(), Presence::Optional, {"取扱区分", "handling level"}}}};
  static const format::Schema file{
      "claims.yaml",
      {"主張の一覧", "The claims"},
      {schema_number_field(), {"claims", type::list_of(type::object(claim)), Presence::Required, {"主張", "claims"}}}};
  return file;
}

const Span* Evidence::find_span(std::string_view reference) const {
  const std::size_t hash = reference.find('#');
  if (hash == std::string_view::npos) return nullptr;
  const auto source = sources.find(std::string(reference.substr(0, hash)));
  if (source == sources.end()) return nullptr;
  for (const Span& span : source->second.spans)
    if (span.id == reference.substr(hash + 1)) return &span;
  return nullptr;
}

Evidence gather_evidence(const format::YamlNode* sources, const format::YamlNode* claims, bool known,
                         Diagnostics& faults) {
  Evidence evidence;
  if (sources)
    for (const format::YamlNode& item : sources->find("sources")->items) {
      Source source = read_source(item, faults);
      if (!evidence.sources.emplace(source.id, source).second)
        faults.push_back(make_diagnostic("id-twice", source.place, {source.id}));
    }
  if (claims)
    for (const format::YamlNode& item : claims->find("claims")->items) {
      Diagnostics own;
      Claim claim = read_claim(item, evidence, own);
      for (Diagnostic& fault : own)
        if (known || fault.code != "span-unknown") faults.push_back(std::move(fault));
      if (!evidence.claims.emplace(claim.id, claim).second)
        faults.push_back(make_diagnostic("id-twice", claim.place, {claim.id}));
    }
  return evidence;
}

Result<Evidence> read_evidence(const format::YamlNode* sources, const format::YamlNode* claims) {
  Diagnostics faults;
  const bool known = !sources || read_form(*sources, sources_schema(), faults);
  const bool read = claims && read_form(*claims, claims_schema(), faults);
  Evidence evidence = gather_evidence(known ? sources : nullptr, read ? claims : nullptr, known, faults);
  if (has_errors(faults)) return faults;
  return {std::move(evidence), std::move(faults)};
}

std::optional<std::pair<double, double>> likelihood_range(std::string_view words) {
  for (const auto& row : likelihood_rows)
    if (row.words == words) return std::pair(row.low, row.high);
  return std::nullopt;
}

std::string to_text(Grade grade, Language language) {
  const bool ja = language == Language::Japanese;
  switch (grade) {
  case Grade::Primary:
    return ja ? "一次" : "primary";
  case Grade::Secondary:
    return ja ? "二次" : "secondary";
  case Grade::Judgement:
    return ja ? "判断" : "judgement";
  }
  throw Error("unknown grade");
}

} // namespace rashin
