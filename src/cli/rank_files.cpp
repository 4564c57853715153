#include "cli/rank_files.h"

#include "collect/line_reader.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <sstream>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using collect::JsonValue;

using PreferenceKind = need::Preference::Kind;

/// A preference as it is read: the word of its kind and its thresholds.
struct PreferenceFigures {
  std::string kind;
  std::optional<double> q, p, s;
};

/// `gaussian s=4`, `level q=11 p=15`: the kind, then the thresholds.
PreferenceFigures figures_of_text(JsonFile& file, const JsonValue& given) {
  PreferenceFigures figures;
  std::istringstream words(given.text);
  for (std::string word; words >> word;) {
    const std::size_t equals = word.find('=');
    if (equals != 1) {
      figures.kind += (figures.kind.empty() ? "" : "-") + word;
      continue;
    }
    std::optional<double>* const which = word[0] == 'q'   ? &figures.q
                                         : word[0] == 'p' ? &figures.p
                                         : word[0] == 's' ? &figures.s
                                                          : nullptr;
    const auto value = collect::parsed<double>(std::string_view(word).substr(2));
    if (which && value)
      *which = value;
    else
      file.fail(given, "rank-preference-form", {word});
  }
  return figures;
}

PreferenceFigures figures_of(JsonFile& file, const JsonValue& given) {
  if (given.kind == JsonValue::Kind::Text) return figures_of_text(file, given);
  file.allow_only(given, {"kind", "q", "p", "s"});
  return {file.text(file.member(given, "kind")), file.optional_number(given, "q", 0, 1e300),
          file.optional_number(given, "p", 1e-300, 1e300), file.optional_number(given, "s", 1e-300, 1e300)};
}

/// Words of other tools and papers for the same six functions.
std::optional<PreferenceKind> preference_kind(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(), [](char c) { return static_cast<char>(std::tolower(c)); });
  static constexpr std::pair<std::string_view, PreferenceKind> kinds[] = {
      {"usual", PreferenceKind::Usual},
      {"u-shape", PreferenceKind::UShape},
      {"v-shape", PreferenceKind::VShape},
      {"level", PreferenceKind::Level},
      {"v-shape-indifference", PreferenceKind::VShapeIndifference},
      {"v-shape-with-indifference", PreferenceKind::VShapeIndifference},
      {"linear", PreferenceKind::VShapeIndifference},
      {"gaussian", PreferenceKind::Gaussian}};
  for (const auto& [name, kind] : kinds)
    if (word == name) return kind;
  return std::nullopt;
}

need::Preference preference_of(JsonFile& file, const JsonValue& given) {
  const PreferenceFigures figures = figures_of(file, given);
  need::Preference preference;
  const auto kind = preference_kind(figures.kind);
  if (!kind) {
    if (file.ok())
      file.fail(given, "json-word", {figures.kind, "usual, u-shape, v-shape, level, v-shape-indifference, gaussian"});
    return preference;
  }
  preference.kind = *kind;
  const auto needed = [&](const std::optional<double>& value, std::string_view name) {
    if (!value) file.fail(given, "rank-threshold-missing", {figures.kind, name});
    return value.value_or(1);
  };
  const bool q =
      *kind == PreferenceKind::UShape || *kind == PreferenceKind::Level || *kind == PreferenceKind::VShapeIndifference;
  const bool p =
      *kind == PreferenceKind::VShape || *kind == PreferenceKind::Level || *kind == PreferenceKind::VShapeIndifference;
  if (q) preference.indifference = needed(figures.q, "q");
  if (p) preference.strict = needed(figures.p, "p");
  if (q && p && file.ok() && preference.strict <= preference.indifference) file.fail(given, "rank-thresholds");
  if (*kind == PreferenceKind::Gaussian) preference.spread = needed(figures.s, "s");
  return preference;
}

/// 1, "max" or "benefit": larger is better; -1, "min" or "cost": smaller is.
bool larger_is_better(JsonFile& file, const JsonValue& value) {
  if (value.kind == JsonValue::Kind::Number && (value.number == 1 || value.number == -1)) return value.number == 1;
  if (value.kind == JsonValue::Kind::Text) return file.word(value, {"max", "min", "benefit", "cost"}) % 2 == 0;
  file.fail(value, "rank-direction");
  return true;
}

void read_criterion(JsonFile& file, const JsonValue& item, RankFile& read) {
  need::Criterion& criterion = read.table.criteria.emplace_back();
  read.preferences.emplace_back();
  if (item.kind == JsonValue::Kind::Text) {
    criterion.name = item.text;
    return;
  }
  file.allow_only(item, {"name", "direction", "weight", "worst", "best", "preference", "q", "p", "v"});
  criterion.name = file.text(file.member(item, "name"));
  if (const JsonValue* direction = item.find("direction"))
    criterion.larger_is_better = larger_is_better(file, *direction);
  criterion.weight = file.optional_number(item, "weight", 0, 1e300).value_or(1);
  criterion.worst = file.optional_number(item, "worst", -1e300, 1e300);
  criterion.best = file.optional_number(item, "best", -1e300, 1e300);
  const bool both = criterion.worst && criterion.best;
  if (criterion.worst.has_value() != criterion.best.has_value() ||
      (both &&
       (*criterion.worst == *criterion.best || (*criterion.best > *criterion.worst) != criterion.larger_is_better)))
    file.fail(item, "rank-goalposts", {criterion.name});
  if (const JsonValue* preference = item.find("preference")) read.preferences.back() = preference_of(file, *preference);
}

/// How many criteria there are, where the file does not name them: as many as a row has figures.
std::size_t row_length(const JsonValue* scores) {
  const bool rows = scores && !scores->items.empty() && scores->items[0].kind == JsonValue::Kind::Array;
  return rows ? scores->items[0].items.size() : 0;
}

/// What a list beside the criteria says about all of them: weights, directions, preference functions.
void read_lists(JsonFile& file, const JsonValue& root, RankFile& read) {
  const std::size_t m = read.table.criteria.size();
  const JsonValue* const weights = root.find("weights");
  if (weights && weights->kind == JsonValue::Kind::Array &&
      (weights->items.empty() || weights->items[0].kind == JsonValue::Kind::Number)) {
    const std::vector<JsonValue>& items = file.items(*weights, m);
    for (std::size_t k = 0; k < items.size(); ++k) read.table.criteria[k].weight = file.number(items[k], 0, 1e300);
  }
  if (const JsonValue* direction = root.find({"direction", "directions", "types"})) {
    const std::vector<JsonValue>& items = file.items(*direction, m);
    for (std::size_t k = 0; k < items.size(); ++k)
      read.table.criteria[k].larger_is_better = larger_is_better(file, items[k]);
  }
  if (const JsonValue* functions = root.find({"functions", "preferences"})) {
    const std::vector<JsonValue>& items = file.items(*functions, m);
    for (std::size_t k = 0; k < items.size(); ++k) read.preferences[k] = preference_of(file, items[k]);
  }
}

void read_criteria(JsonFile& file, const JsonValue& root, RankFile& read) {
  const JsonValue* scores = root.find({"scores", "matrix"});
  if (!scores) scores = root.find("alternatives"); // names with their scores
  const JsonValue* const criteria = root.find("criteria");
  if (criteria)
    for (const JsonValue& item : file.items(*criteria)) read_criterion(file, item, read);
  for (std::size_t k = 0; !criteria && k < row_length(scores); ++k) {
    read.table.criteria.emplace_back().name = "C" + std::to_string(k + 1);
    read.preferences.emplace_back();
  }
  read_lists(file, root, read);
  double total = 0;
  read.goalposts = true;
  for (const need::Criterion& criterion : read.table.criteria) {
    read.goalposts = read.goalposts && criterion.worst && criterion.best;
    total += criterion.weight;
  }
  if (file.ok() && !(total > 0) && !read.table.criteria.empty()) file.fail(root, "rank-weights");
}

/// Names and rows: two lists, an object of rows, or rows alone, which are then numbered.
const std::vector<JsonValue>& read_alternatives(JsonFile& file, const JsonValue& root, RankFile& read) {
  const JsonValue* const names = root.find("alternatives");
  if (names && names->kind == JsonValue::Kind::Object) {
    read.alternatives = names->names;
    return names->items;
  }
  const JsonValue& scores = file.member(root, {"scores", "matrix"});
  if (names) read.alternatives = file.texts(*names);
  for (std::size_t a = 0; !names && a < scores.items.size(); ++a)
    read.alternatives.push_back("A" + std::to_string(a + 1));
  return file.items(scores, read.alternatives.size());
}

/// Remembers how far the figures of a criterion reach.
void widen(RankFile& read, std::size_t criterion, double value) {
  read.least[criterion] = std::min(read.least[criterion], value);
  read.largest[criterion] = std::max(read.largest[criterion], value);
}

void read_score(JsonFile& file, const JsonValue& cell, std::size_t criterion, RankFile& read) {
  if (cell.kind != JsonValue::Kind::Object) {
    const double value = file.number(cell);
    widen(read, criterion, value);
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
  for (const auto& figure : {figures.value, figures.low, figures.high})
    if (figure) widen(read, criterion, *figure);
}

void read_weights(JsonFile& file, const JsonValue& list, RankFile& read) {
  using Kind = need::WeightStatement::Kind;
  const std::size_t m = read.table.criteria.size();
  if (list.kind == JsonValue::Kind::Text && (list.text == "free" || list.text.starts_with("uniform"))) return;
  if (list.kind == JsonValue::Kind::Array && !list.items.empty() && list.items[0].kind == JsonValue::Kind::Number)
    return; // the weights themselves
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

RankFile read_rank(JsonFile& file, const JsonValue& root) {
  file.allow_only(root, {"schema", "criteria", "alternatives", "scores", "matrix", "weights", "direction", "directions",
                         "types", "functions", "preferences", "normalisation", "draws", "seed"});
  RankFile read;
  read_criteria(file, root, read);
  const std::size_t m = read.table.criteria.size();
  read.least.assign(m, std::numeric_limits<double>::infinity());
  read.largest.assign(m, -std::numeric_limits<double>::infinity());
  const std::vector<JsonValue>& rows = read_alternatives(file, root, read);
  read.table.alternatives = read.alternatives.size();
  for (const JsonValue& row : rows) {
    const std::vector<JsonValue>& cells = file.items(row, m);
    for (std::size_t k = 0; k < cells.size(); ++k) read_score(file, cells[k], k, read);
  }
  if (file.ok() && (read.alternatives.empty() || m == 0)) file.fail(root, "rank-empty");
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

bool set_goalposts_from_scores(RankFile& file) {
  if (file.goalposts) return false;
  for (std::size_t k = 0; k < file.table.criteria.size(); ++k) {
    need::Criterion& criterion = file.table.criteria[k];
    if (criterion.worst && criterion.best) continue;
    double low = file.least[k], high = file.largest[k];
    if (!(low < high)) high = low + 1; // all alike: the criterion tells nothing apart
    criterion.worst = criterion.larger_is_better ? low : high;
    criterion.best = criterion.larger_is_better ? high : low;
  }
  return true;
}

} // namespace rashin::cli
