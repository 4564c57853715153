#include "cli/morphology_files.h"

#include "collect/line_reader.h"

#include <algorithm>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using collect::JsonValue;
using pathway::Descriptor;
using pathway::MorphologicalField;
using pathway::PairJudgement;

constexpr std::size_t most_values = 1000;

std::size_t count_values(const std::vector<Descriptor>& parameters) {
  std::size_t count = 0;
  for (const Descriptor& parameter : parameters) count += parameter.states.size();
  return count;
}

bool usable(JsonFile& file, const JsonValue& where, const std::vector<Descriptor>& parameters) {
  if (!file.ok()) return false;
  if (parameters.size() < 2) file.fail(where, "morphology-parameters", {std::to_string(parameters.size())});
  for (const Descriptor& parameter : parameters)
    if (parameter.states.empty() || parameter.states.size() > MorphologicalField::most_values)
      file.fail(where, "morphology-values", {parameter.name, std::to_string(parameter.states.size())});
  if (count_values(parameters) > most_values) file.fail(where, "scw-too-large", {std::to_string(most_values)});
  return file.ok();
}

/// What pairs say, each said once or twice alike.
class Pairs {
 public:
  explicit Pairs(const std::vector<Descriptor>& parameters)
      : frame_(parameters, std::vector<PairJudgement>(count_values(parameters) * count_values(parameters),
                                                      PairJudgement::Unjudged)) {}

  const MorphologicalField& frame() const { return frame_; }

  void put(JsonFile& file, const JsonValue& where, std::size_t a, std::size_t b, PairJudgement judgement) {
    if (judgement == PairJudgement::Unjudged || parameter_of(a) == parameter_of(b)) return;
    if (const PairJudgement before = frame_.pair(a, b); before != PairJudgement::Unjudged && before != judgement)
      file.fail(where, "morphology-twice", {value_name(frame_, a) + " – " + value_name(frame_, b)});
    frame_.pairs[a * frame_.values() + b] = frame_.pairs[b * frame_.values() + a] = judgement;
  }
  /// What holds of the pairs that are not listed.
  MorphologicalField filled(PairJudgement rest) {
    for (PairJudgement& judgement : frame_.pairs)
      if (judgement == PairJudgement::Unjudged) judgement = rest;
    return std::move(frame_);
  }
  std::size_t parameter_of(std::size_t value) const {
    return static_cast<std::size_t>(std::upper_bound(frame_.first.begin(), frame_.first.end(), value) -
                                    frame_.first.begin());
  }

 private:
  MorphologicalField frame_;
};

std::vector<Descriptor> read_parameters(JsonFile& file, const JsonValue& given) {
  std::vector<Descriptor> parameters;
  if (given.kind == JsonValue::Kind::Object)
    for (std::size_t p = 0; p < given.names.size(); ++p)
      parameters.push_back({given.names[p], file.texts(given.items[p])});
  else
    for (const JsonValue& item : file.items(given)) {
      file.allow_only(item, {"name", "values"});
      parameters.push_back({file.text(file.member(item, "name")), file.texts(file.member(item, "values"))});
    }
  return parameters;
}

std::size_t value_of(JsonFile& file, const JsonValue& name, const MorphologicalField& frame) {
  const auto found = value_named(frame, file.text(name));
  if (!found && name.kind == JsonValue::Kind::Text) file.fail(name, "morphology-value", {name.text});
  return found.value_or(0);
}

std::optional<MorphologicalField> read_json_field(JsonFile& file, const JsonValue& root) {
  file.allow_only(root, {"schema", "question", "parameters", "pairs", "rest"});
  const JsonValue& given = file.member(root, "parameters");
  const std::vector<Descriptor> parameters = read_parameters(file, given);
  const std::vector<JsonValue>& list = file.items(file.member(root, "pairs"));
  PairJudgement rest = PairJudgement::Unjudged;
  if (const JsonValue* word = root.find("rest"); word && file.word(*word, {"unjudged", "consistent"}) == 1)
    rest = PairJudgement::Consistent;
  if (!usable(file, given, parameters)) return std::nullopt;
  Pairs pairs(parameters);
  for (const JsonValue& item : list) {
    file.allow_only(item, {"of", "with", "is", "reason", "by"});
    const std::size_t a = value_of(file, file.member(item, "of"), pairs.frame()),
                      b = value_of(file, file.member(item, "with"), pairs.frame());
    const std::size_t word = file.word(file.member(item, "is"), {"consistent", "constrained", "impossible"});
    if (!file.ok()) continue;
    if (pairs.parameter_of(a) == pairs.parameter_of(b))
      file.fail(item, "morphology-one-parameter", {value_name(pairs.frame(), a), value_name(pairs.frame(), b)});
    pairs.put(file, item, a, b, static_cast<PairJudgement>(word + 1));
  }
  if (!file.ok()) return std::nullopt;
  return pairs.filled(rest);
}

/// `Parameter: value`, else parted at the first point.
std::optional<std::pair<std::string, std::string>> parted(std::string_view label) {
  std::size_t at = label.find(':'), length = 1;
  if (const std::size_t wide = label.find("："); wide < at) at = wide, length = 3;
  if (at == std::string_view::npos) at = label.find('.'), length = 1;
  if (at == std::string_view::npos || at == 0 || at + length >= label.size()) return std::nullopt;
  return std::pair{std::string(collect::trimmed(label.substr(0, at))),
                   std::string(collect::trimmed(label.substr(at + length)))};
}

std::optional<PairJudgement> judgement_of(std::string_view text) {
  using enum PairJudgement;
  static constexpr std::pair<std::string_view, PairJudgement> words[] = {
      {"-", Consistent},  {"○", Consistent}, {"consistent", Consistent},   {"k", Constrained}, {"K", Constrained},
      {"△", Constrained}, {"×", Impossible}, {"constrained", Constrained}, {"x", Impossible},  {"X", Impossible},
      {"", Unjudged},     {"–", Consistent}, {"impossible", Impossible}};
  for (const auto& [word, judgement] : words)
    if (text == word) return judgement;
  return std::nullopt;
}

void add_value(JsonFile& file, const JsonValue& label, std::vector<Descriptor>& parameters, bool column) {
  const auto name = parted(label.text);
  if (!name) return file.fail(label, "morphology-label", {label.text});
  auto found = std::find_if(parameters.begin(), parameters.end(),
                            [&](const Descriptor& parameter) { return parameter.name == name->first; });
  if (found == parameters.end()) found = parameters.insert(found, {name->first, {}});
  const bool known = std::find(found->states.begin(), found->states.end(), name->second) != found->states.end();
  if (known && column) file.fail(label, "morphology-again", {label.text});
  if (!known) found->states.push_back(name->second);
}

/// The values that columns name, then those of parameters that only rows name (one side of the diagonal needs the first
/// parameter only above and the last only beside).
std::vector<Descriptor> read_labels(JsonFile& file, const JsonValue& columns, const JsonValue& rows) {
  std::vector<Descriptor> parameters;
  for (const JsonValue& column : columns.items) add_value(file, column, parameters, true);
  const std::vector<Descriptor> above = parameters;
  for (const JsonValue& row : rows.items) {
    const auto name = parted(row.text);
    if (!name ||
        std::none_of(above.begin(), above.end(), [&](const Descriptor& one) { return one.name == name->first; }))
      add_value(file, row, parameters, false);
  }
  return parameters;
}

std::optional<std::size_t> labelled(const MorphologicalField& frame, std::string_view label) {
  const auto name = parted(label);
  for (std::size_t value = 0; name && value < frame.values(); ++value)
    if (value_name(frame, value) == name->first + "." + name->second) return value;
  return std::nullopt;
}

std::optional<MorphologicalField> read_table_field(JsonFile& file, const JsonValue& root) {
  const JsonValue &columns = file.member(root, "columns"), &rows = file.member(root, "rows"),
                  &cells = file.member(root, "cells");
  const std::vector<Descriptor> parameters = read_labels(file, columns, rows);
  if (!usable(file, columns.items.empty() ? root : columns.items[0], parameters)) return std::nullopt;
  Pairs pairs(parameters);
  for (std::size_t row = 0; row < rows.items.size(); ++row) {
    const auto a = labelled(pairs.frame(), rows.items[row].text);
    if (!a) {
      file.fail(rows.items[row], "morphology-value", {rows.items[row].text});
      continue;
    }
    for (std::size_t c = 0; c < columns.items.size(); ++c) {
      const JsonValue& cell = cells.items[row].items[c];
      if (const auto judgement = judgement_of(cell.text))
        pairs.put(file, cell, *a, labelled(pairs.frame(), columns.items[c].text).value(), *judgement);
      else
        file.fail(cell, "morphology-cell", {cell.text});
    }
  }
  if (!file.ok()) return std::nullopt;
  return pairs.filled(PairJudgement::Unjudged);
}

} // namespace

std::optional<MorphologicalField> read_field(JsonFile& file, const JsonValue& root) {
  return root.find("cells") ? read_table_field(file, root) : read_json_field(file, root);
}

std::string value_name(const MorphologicalField& field, std::size_t value) {
  std::size_t p = 0;
  while (value >= field.first[p + 1]) ++p;
  return field.parameters[p].name + "." + field.parameters[p].states[value - field.first[p]];
}

std::optional<std::size_t> value_named(const MorphologicalField& field, std::string_view text) {
  for (std::size_t p = 0; p < field.parameters.size(); ++p)
    for (std::size_t value = field.first[p]; value < field.first[p + 1]; ++value)
      if (text == value_name(field, value) ||
          text == std::to_string(p + 1) + "." + std::to_string(value - field.first[p] + 1))
        return value;
  return std::nullopt;
}

} // namespace rashin::cli
