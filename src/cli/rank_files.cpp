#include "cli/rank_files.h"

#include <algorithm>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using collect::JsonValue;

need::Preference preference_of(JsonFile& file, const JsonValue& item) {
  using Kind = need::Preference::Kind;
  const JsonValue* const given = item.find("preference");
  need::Preference preference;
  if (!given) return preference;
  file.allow_only(*given, {"kind", "q", "p", "s"});
  const std::vector<std::string_view> kinds{"usual", "u-shape", "v-shape", "level", "v-shape-indifference", "gaussian"};
  preference.kind = static_cast<Kind>(file.word(file.member(*given, "kind"), kinds));
  const bool q =
      preference.kind == Kind::UShape || preference.kind == Kind::Level || preference.kind == Kind::VShapeIndifference;
  const bool p =
      preference.kind == Kind::VShape || preference.kind == Kind::Level || preference.kind == Kind::VShapeIndifference;
  if (q) preference.indifference = file.number(file.member(*given, "q"), 0, 1e300);
  if (p) preference.strict = file.number(file.member(*given, "p"), 1e-300, 1e300);
  if (q && p && preference.strict <= preference.indifference) file.fail(*given, "rank-thresholds");
  if (preference.kind == Kind::Gaussian) preference.spread = file.number(file.member(*given, "s"), 1e-300, 1e300);
  return preference;
}

void read_criteria(JsonFile& file, const JsonValue& root, RankFile& read) {
  read.goalposts = true;
  double total = 0;
  for (const JsonValue& item : file.items(file.member(root, "criteria"))) {
    file.allow_only(item, {"name", "direction", "weight", "worst", "best", "preference"});
    need::Criterion criterion;
    criterion.name = file.text(file.member(item, "name"));
    if (const JsonValue* direction = item.find("direction"))
      criterion.larger_is_better = file.word(*direction, {"max", "min"}) == 0;
    criterion.weight = file.optional_number(item, "weight", 0, 1e300).value_or(1);
    criterion.worst = file.optional_number(item, "worst", -1e300, 1e300);
    criterion.best = file.optional_number(item, "best", -1e300, 1e300);
    const bool both = criterion.worst && criterion.best;
    if (criterion.worst.has_value() != criterion.best.has_value() ||
        (both &&
         (*criterion.worst == *criterion.best || (*criterion.best > *criterion.worst) != criterion.larger_is_better)))
      file.fail(item, "rank-goalposts", {criterion.name});
    read.goalposts = read.goalposts && both;
    total += criterion.weight;
    read.preferences.push_back(preference_of(file, item));
    read.table.criteria.push_back(std::move(criterion));
  }
  if (file.ok() && !(total > 0)) file.fail(root, "rank-weights");
}

void read_score(JsonFile& file, const JsonValue& cell, RankFile& read) {
  if (cell.kind != JsonValue::Kind::Object) {
    const double value = file.number(cell);
    read.table.scores.push_back(value);
    read.distributions.push_back(Distribution::fixed(value));
    return;
  }
  file.allow_only(cell, {"value", "low", "high", "dist"});
  DistributionFigures figures;
  figures.value = file.optional_number(cell, "value", -1e300, 1e300);
  figures.low = file.optional_number(cell, "low", -1e300, 1e300);
  figures.high = file.optional_number(cell, "high", -1e300, 1e300);
  const auto made = make_distribution(file.optional_text(cell, "dist"), figures, Range{}, file.place(cell));
  for (const Diagnostic& fault : made.diagnostics()) file.fail(cell, fault);
  read.distributions.push_back(made ? *made : Distribution::fixed(0));
  read.table.scores.push_back(figures.value.value_or(read.distributions.back().mean()));
}

void read_weights(JsonFile& file, const JsonValue& list, RankFile& read) {
  using Kind = need::WeightStatement::Kind;
  const std::size_t m = read.table.criteria.size();
  for (const JsonValue& item : file.items(list)) {
    file.allow_only(item, {"by", "kind", "order", "low", "high", "trust"});
    need::WeightStatement statement;
    statement.by = file.optional_text(item, "by");
    statement.trust = file.optional_number(item, "trust", 0, 1e300).value_or(1);
    statement.kind = static_cast<Kind>(file.word(file.member(item, "kind"), {"free", "ordinal", "interval", "swing"}));
    if (statement.kind == Kind::Ordinal)
      for (const JsonValue& name : file.items(file.member(item, "order"))) {
        const auto found = std::find_if(read.table.criteria.begin(), read.table.criteria.end(),
                                        [&](const need::Criterion& c) { return c.name == name.text; });
        if (found == read.table.criteria.end()) file.fail(name, "rank-criterion", {name.text});
        statement.order.push_back(static_cast<std::size_t>(found - read.table.criteria.begin()));
      }
    if (statement.kind == Kind::Interval || statement.kind == Kind::Swing) {
      statement.low = file.numbers(file.member(item, "low"), m);
      statement.high = file.numbers(file.member(item, "high"), m);
    }
    read.weights.push_back(std::move(statement));
  }
}

} // namespace

RankFile read_rank(JsonFile& file) {
  const JsonValue& root = file.root();
  file.allow_only(root, {"schema", "criteria", "alternatives", "scores", "weights", "normalisation", "draws", "seed"});
  RankFile read;
  read_criteria(file, root, read);
  read.alternatives = file.texts(file.member(root, "alternatives"));
  read.table.alternatives = read.alternatives.size();
  for (const JsonValue& row : file.items(file.member(root, "scores"), read.alternatives.size()))
    for (const JsonValue& cell : file.items(row, read.table.criteria.size())) read_score(file, cell, read);
  if (file.ok() && (read.alternatives.empty() || read.table.criteria.empty())) file.fail(root, "rank-empty");
  if (const JsonValue* weights = root.find("weights")) read_weights(file, *weights, read);
  if (const JsonValue* normalisation = root.find("normalisation")) {
    read.normalisation = static_cast<need::Normalisation>(file.word(*normalisation, {"goalposts", "vector", "linear"}));
    if (*read.normalisation == need::Normalisation::Goalposts && !read.goalposts)
      file.fail(*normalisation, "rank-no-goalposts");
  }
  read.draws = file.count(root, "draws", read.draws, 1, 100'000'000);
  read.seed = file.count(root, "seed", 1, 0, std::size_t{1} << 53);
  return read;
}

} // namespace rashin::cli
