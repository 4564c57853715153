#include "evidence/quantity.h"

#include "core/id.h"
#include "core/number_text.h"
#include "core/weighted_choice.h"
#include "evidence/fields.h"
#include "format/scalar.h"

#include <algorithm>
#include <set>

namespace rashin {
namespace {

struct Word {
  std::string text{};
  Place place{};
  bool empty() const { return text.empty(); }
};

/// What a mapping or a row holds, before it is understood.
struct Words {
  Word value, low, high, dist, unit, period, by, marking, factor;
  std::vector<Word> basis;
  std::vector<std::pair<Word, Word>> outcomes; ///< value, probability
  std::vector<Word> samples;
  LocalizedText note;
  Place place;
};

Word word_of(const format::YamlNode& mapping, std::string_view key) {
  const format::YamlNode* node = mapping.find(key);
  return node && node->is_scalar() ? Word{node->text, node->place} : Word{{}, mapping.place};
}

std::vector<Word> words_of(const format::YamlNode& mapping, std::string_view key) {
  const format::YamlNode* node = mapping.find(key);
  if (!node || node->is_missing()) return {};
  if (node->is_scalar()) return {{node->text, node->place}};
  std::vector<Word> words;
  for (const format::YamlNode& item : node->items) words.push_back({item.text, item.place});
  return words;
}

/// The parts of `a; b; c`, without spaces around them.
std::vector<std::string_view> parts_of(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = text.find(mark);
    std::string_view part = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

/// `10:0.2; 20:0.8` in a cell. What lacks its probability comes back with an empty one.
std::vector<std::pair<Word, Word>> outcomes_in(const Word& cell) {
  std::vector<std::pair<Word, Word>> outcomes;
  for (const std::string_view part : parts_of(cell.text, ';')) {
    const auto pair = parts_of(part, ':');
    outcomes.push_back({{std::string(pair.empty() ? part : pair[0]), cell.place},
                        {std::string(pair.size() == 2 ? pair[1] : std::string_view{}), cell.place}});
  }
  return outcomes;
}

/// Semicolons separate several bases, in YAML as in CSV.
std::vector<std::string> claims_of(const std::vector<Word>& words, Diagnostics& faults) {
  std::vector<std::string> claims;
  for (const Word& word : words)
    for (std::string& claim : parse_basis(word.text, word.place, faults)) claims.push_back(std::move(claim));
  return claims;
}

/// Days after the as-of date; a stretch (2012Q1) means its middle.
std::optional<double> read_value(const Word& word, bool is_date, const QuantityContext& context, Diagnostics& faults) {
  if (word.empty()) return std::nullopt;
  if (!is_date) {
    const auto number = format::parse_number(word.text, word.place);
    return take_faults(number, faults) ? std::optional(*number) : std::nullopt;
  }
  const auto date = parse_date(word.text, word.place);
  if (!take_faults(date, faults)) return std::nullopt;
  const auto span = date->last_day() - date->first_day();
  return static_cast<double>((date->first_day() - context.as_of.first_day()).count()) +
         static_cast<double>(span.count()) / 2;
}

/// The numbers of a distribution as they were written; `kind` follows from outcomes and samples where none is named.
DistributionFigures figures_of(const Words& words, bool is_date, const QuantityContext& context, std::string& kind,
                               Diagnostics& faults) {
  DistributionFigures figures;
  figures.value = read_value(words.value, is_date, context, faults);
  figures.low = read_value(words.low, is_date, context, faults);
  figures.high = read_value(words.high, is_date, context, faults);
  for (const auto& [value, probability] : words.outcomes) {
    const auto number = read_value(value, is_date, context, faults);
    const auto share = read_value(probability, false, context, faults);
    if (!share && probability.empty())
      faults.push_back(make_diagnostic("outcome-without-probability", value.place, {value.text}));
    if (number && share) figures.outcomes.push_back({*number, *share});
  }
  for (const Word& sample : words.samples)
    if (const auto number = read_value(sample, is_date, context, faults)) figures.samples.push_back(*number);
  if (kind.empty() && !words.outcomes.empty()) kind = "discrete";
  if (kind.empty() && !words.samples.empty()) kind = "samples";
  const auto unused = [&](bool given, std::string_view needed, std::string_view name) {
    if (given && kind != needed) faults.push_back(make_diagnostic("dist-unused", words.place, {kind, name, "…"}));
  };
  unused(!words.outcomes.empty(), "discrete", "outcomes");
  unused(!words.samples.empty(), "samples", "samples");
  return figures;
}

Range range_of(bool is_date, const Unit& unit) {
  return is_date ? Range{} : unit.natural_range();
}

std::optional<Quantity> build(const Words& words, const std::vector<PersonValue>& people,
                              const QuantityContext& context, Quantity quantity, Diagnostics& faults) {
  const std::size_t before = faults.size();
  const bool is_date = words.unit.text == "date";
  const auto unit = parse_unit(is_date ? "day" : words.unit.text, words.unit.place);
  if (take_faults(unit, faults)) quantity.unit = *unit;
  if (!words.period.empty()) {
    const auto period = parse_period(words.period.text, words.period.place);
    if (take_faults(period, faults)) quantity.period = *period;
  }
  if (!words.marking.empty()) {
    const auto marking = parse_marking(words.marking.text, words.marking.place);
    if (take_faults(marking, faults)) quantity.marking = *marking;
  }
  quantity.claims = claims_of(words.basis, faults);
  quantity.by = words.by.text;
  quantity.note = words.note;
  quantity.place = words.value.empty() ? words.place : words.value.place;
  quantity.unit_place = words.unit.empty() ? quantity.place : words.unit.place;
  quantity.period_place = words.period.empty() ? quantity.place : words.period.place;
  quantity.basis_place = words.basis.empty() ? quantity.place : words.basis.front().place;
  quantity.factor = words.factor.empty() ? quantity.id() : words.factor.text;
  if (!quantity.period && words.period.empty() && !is_date)
    faults.push_back(make_diagnostic("quantity-without-period", words.period.place, {quantity.id()}));
  quantity.people = people;
  if (people.empty()) {
    std::string kind = words.dist.text;
    const DistributionFigures figures = figures_of(words, is_date, context, kind, faults);
    if (words.value.empty() && words.low.empty() && words.high.empty() && words.outcomes.empty() &&
        words.samples.empty())
      faults.push_back(make_diagnostic("quantity-without-value", words.place, {quantity.id()}));
    if (faults.size() == before || !has_errors({faults.begin() + static_cast<std::ptrdiff_t>(before), faults.end()})) {
      const auto made = make_distribution(kind, figures, range_of(is_date, quantity.unit), quantity.place);
      for (Diagnostic d : made.diagnostics()) {
        if (d.code == "dist-unknown-kind") d.place = words.dist.place;
        faults.push_back(std::move(d));
      }
      if (made) quantity.distribution = *made;
    }
  }
  if (has_errors({faults.begin() + static_cast<std::ptrdiff_t>(before), faults.end()})) return std::nullopt;
  return quantity;
}

std::vector<PersonValue> read_people(const format::YamlNode& list, bool is_date, const Range& natural,
                                     const QuantityContext& context, Diagnostics& faults) {
  std::vector<PersonValue> people;
  std::set<std::string> names;
  for (const format::YamlNode& item : list.items) {
    const auto p5 = read_value(word_of(item, "p5"), is_date, context, faults),
               p50 = read_value(word_of(item, "p50"), is_date, context, faults),
               p95 = read_value(word_of(item, "p95"), is_date, context, faults);
    const std::string by = text_of(item, "by");
    if (!names.insert(by).second) faults.push_back(make_diagnostic("person-twice", place_of(item, "by"), {by}));
    if (!p5 || !p50 || !p95) continue;
    if (*p5 > *p50 || *p50 > *p95) {
      faults.push_back(make_diagnostic("judgement-quantiles", item.place,
                                       {by, text_of(item, "p5"), text_of(item, "p50"), text_of(item, "p95")}));
      continue;
    }
    DistributionFigures figures;
    figures.value = p50, figures.low = p5, figures.high = p95;
    const auto made = make_distribution("quantiles", figures, natural, item.place);
    if (!take_faults(made, faults)) continue;
    people.push_back({by, *made, localized_of(item, "reason"), date_of(item, "on", faults),
                      claims_of(words_of(item, "basis"), faults), place_of(item, "basis")});
  }
  return people;
}

Quantity named(std::string_view table, std::string_view row, std::string_view name) {
  Quantity quantity;
  quantity.table = table, quantity.row = row, quantity.name = name;
  return quantity;
}

} // namespace

Standing Quantity::standing() const {
  if (!people.empty()) {
    const bool example =
        std::any_of(people.begin(), people.end(), [](const PersonValue& p) { return p.by == "example"; });
    return example ? Standing::Illustrative : Standing::Judged;
  }
  if (by == "example") return Standing::Illustrative;
  if (!claims.empty()) return Standing::Cited;
  return by.empty() ? Standing::Missing : Standing::Judged;
}

std::vector<std::string> parse_basis(std::string_view text, const Place& place, Diagnostics& faults) {
  std::vector<std::string> claims;
  for (const std::string_view part : parts_of(text, ';')) {
    if (part.starts_with("claim:") && is_valid_id(part.substr(6)))
      claims.emplace_back(part.substr(6));
    else
      faults.push_back(make_diagnostic("basis-form", place, {part}));
  }
  return claims;
}

const std::vector<std::string>& quantity_columns() {
  static const std::vector<std::string> columns{"quantity", "value",  "low",      "high",   "dist",
                                                "unit",     "period", "basis",    "by",     "marking",
                                                "factor",   "note",   "outcomes", "samples"};
  return columns;
}

std::optional<Quantity> read_quantity(const format::YamlNode& node, std::string_view table, std::string_view row,
                                      std::string_view name, const QuantityContext& context, Diagnostics& faults) {
  const std::size_t before = faults.size();
  Words words;
  for (auto [field, key] :
       {std::pair(&words.value, "value"), std::pair(&words.low, "low"), std::pair(&words.high, "high"),
        std::pair(&words.dist, "dist"), std::pair(&words.unit, "unit"), std::pair(&words.period, "period"),
        std::pair(&words.by, "by"), std::pair(&words.marking, "marking"), std::pair(&words.factor, "factor")})
    *field = word_of(node, key);
  words.basis = words_of(node, "basis");
  words.note = localized_of(node, "note");
  if (const format::YamlNode* outcomes = node.find("outcomes"))
    for (const format::YamlNode& item : outcomes->items)
      words.outcomes.emplace_back(word_of(item, "value"), word_of(item, "probability"));
  words.samples = words_of(node, "samples");
  words.place = node.place;
  std::vector<PersonValue> people;
  if (const format::YamlNode* pool = node.find("pool"); pool && pool->text != "linear")
    faults.push_back(make_diagnostic("pool-unknown", pool->place, {pool->text}));
  if (const format::YamlNode* judgements = node.find("judgements")) {
    const bool is_date = words.unit.text == "date";
    const auto unit = parse_unit(is_date ? "day" : words.unit.text, words.unit.place);
    people = read_people(*judgements, is_date, unit ? range_of(is_date, *unit) : Range{}, context, faults);
    if (faults.size() > before) return std::nullopt;
  }
  return build(words, people, context, named(table, row, name), faults);
}

namespace {

bool has_japanese(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto lead = static_cast<unsigned char>(c);
    return lead >= 0xe3 && lead <= 0xe9;
  });
}

/// A cell `日本語 / English` gives each language its own words; any other the same to both.
LocalizedText in_two_languages(const std::string& text) {
  constexpr std::string_view between = " / ";
  for (std::size_t at = text.find(between); at != std::string::npos; at = text.find(between, at + 1)) {
    const std::string_view ja = std::string_view(text).substr(0, at), en = std::string_view(text).substr(at + 3);
    if (has_japanese(ja) && !en.empty() && !has_japanese(en)) return {std::string(ja), std::string(en)};
  }
  return {text, text};
}

} // namespace

std::optional<Quantity> read_quantity(const format::CsvFile& file, std::size_t row_index, std::string_view table,
                                      std::string_view row, const QuantityContext& context, Diagnostics& faults) {
  const auto word = [&](std::string_view column) -> Word {
    const auto index = file.column(column);
    if (!index) return {{}, file.place(row_index, 0)};
    return {file.at(row_index, *index).text, file.place(row_index, *index)};
  };
  Words words{word("value"),
              word("low"),
              word("high"),
              word("dist"),
              word("unit"),
              word("period"),
              word("by"),
              word("marking"),
              word("factor"),
              {},
              {},
              {},
              {},
              {}};
  if (Word basis = word("basis"); !basis.empty()) words.basis.push_back(std::move(basis));
  words.note = in_two_languages(word("note").text);
  words.outcomes = outcomes_in(word("outcomes"));
  const Word samples = word("samples");
  for (const std::string_view sample : parts_of(samples.text, ';'))
    words.samples.push_back({std::string(sample), samples.place});
  words.place = words.value.place;
  return build(words, {}, context, named(table, row, word("quantity").text), faults);
}

void draw_values(const Quantity& quantity, const DrawPlan& plan, std::uint64_t first, std::span<double> values) {
  plan.uniforms(quantity.factor, first, values);
  if (quantity.people.empty()) {
    quantity.distribution.to_values(values);
  } else {
    std::vector<double> believed(values.size());
    plan.uniforms(quantity.factor + "/believed", first, believed);
    std::vector<double> trust;
    for (const PersonValue& person : quantity.people) trust.push_back(person.trust);
    for (std::size_t d = 0; d < values.size(); ++d)
      values[d] = quantity.people[weighted_choice(trust, believed[d])].distribution.quantile(values[d]);
  }
  if (quantity.scale != 1)
    for (double& value : values) value *= quantity.scale;
}

namespace {

/// A claim that the quantity rests on and that was first published after the as-of date.
const Claim* later_claim(const Quantity& quantity, const Evidence& evidence, const Date& as_of) {
  for (const std::string& id : quantity.claims)
    if (const auto claim = evidence.claims.find(id);
        claim != evidence.claims.end() && certainly_before(as_of, claim->second.published))
      return &claim->second;
  return nullptr;
}

void check_claims(const std::vector<std::string>& claims, const Evidence& evidence, const Place& place,
                  Diagnostics& faults) {
  for (const std::string& id : claims)
    if (!evidence.claims.contains(id)) faults.push_back(make_diagnostic("claim-unknown", place, {id}));
}

} // namespace

bool is_known_later(const Quantity& quantity, const Evidence& evidence, const Date& as_of) {
  return later_claim(quantity, evidence, as_of) != nullptr;
}

BasisReport check_basis(const std::vector<const Quantity*>& quantities, const Evidence& evidence, const Date& as_of,
                        Diagnostics& faults) {
  BasisReport report;
  for (const Quantity* q : quantities) {
    ++report.values;
    switch (q->standing()) {
    case Standing::Cited:
      ++report.cited;
      break;
    case Standing::Judged:
      ++report.judged;
      break;
    case Standing::Illustrative:
      ++report.illustrative;
      break;
    case Standing::Missing:
      ++report.missing;
      break;
    }
    check_claims(q->claims, evidence, q->basis_place, faults);
    for (const PersonValue& person : q->people) check_claims(person.claims, evidence, person.basis_place, faults);
    if (q->period && q->period->begin > as_of.last_day())
      faults.push_back(make_diagnostic("after-as-of", q->period_place, {q->id(), q->period->text, to_iso(as_of)}));
    if (const Claim* later = later_claim(*q, evidence, as_of)) {
      ++report.known_later;
      faults.push_back(make_diagnostic("known-later", q->basis_place, {q->id(), to_iso(later->published), later->id}));
    }
  }
  return report;
}

std::string_view standing_word(Standing standing) {
  switch (standing) {
  case Standing::Cited:
    return "cited";
  case Standing::Judged:
    return "judged";
  case Standing::Illustrative:
    return "illustrative";
  case Standing::Missing:
    return "missing";
  }
  throw Error("unknown standing");
}

} // namespace rashin
