#include "study/reader.h"

#include "evidence/fields.h"
#include "format/xlsx.h"
#include "study/shared.h"

#include <algorithm>
#include <set>

namespace rashin::study {

namespace {

/// The entries of the file's lists whose form is right: faulty neighbours do not keep them from being checked.
std::optional<format::YamlNode> sound_entries(format::YamlNode root, const format::Schema& schema) {
  for (format::YamlEntry& entry : root.entries)
    for (const format::Field& field : schema.fields) {
      const bool list = field.type.kind == format::FieldKind::List && field.type.element.front().object;
      if (field.name != entry.key || !list) continue;
      std::erase_if(entry.value.items, [&](const format::YamlNode& item) {
        return has_errors(format::check(item, *field.type.element.front().object));
      });
    }
  if (has_errors(format::check(root, schema))) return std::nullopt;
  return root;
}

} // namespace

void Reading::fault(std::string_view code, const Place& place, std::initializer_list<std::string_view> arguments) {
  faults.push_back(make_diagnostic(code, place, arguments));
}

std::string listed(const std::vector<std::string>& words) {
  std::string list;
  for (const std::string& word : words) list += (list.empty() ? "" : ", ") + word;
  return list;
}

void Reading::unknown(std::string_view code, std::string_view part, const Place& place, std::string_view word) {
  if (!unread.contains(part)) fault(code, place, {word});
}

std::vector<std::string> Reading::claims(const std::vector<std::string>& words, const Place& place) {
  std::vector<std::string> ids;
  for (std::string id : words) {
    if (id.starts_with("claim:")) id.erase(0, 6);
    if (!study.evidence.claims.contains(id)) unknown("claim-unknown", "claims", place, id);
    ids.push_back(std::move(id));
  }
  return ids;
}

std::optional<format::YamlNode> Reading::yaml(std::string_view file, const format::Schema& schema, bool needed) {
  const auto found = files.find(std::string(file));
  if (found == files.end()) {
    if (needed) fault("file-missing", {.file = std::string(file)}, {file});
    if (needed) unread.emplace(file.substr(0, file.rfind('.')));
    return std::nullopt;
  }
  auto root = format::read_yaml(file, found->second);
  if (take_faults(root, faults) && read_form(*root, schema, faults)) return root.take();
  const std::string_view part = file.substr(0, file.rfind('.'));
  unread.emplace(part);
  if (!root || part == "study" || part == "pathways") return std::nullopt;
  return sound_entries(root.take(), schema);
}

std::optional<format::CsvFile> Reading::table(const std::string& name, const format::CsvSchema& schema) {
  const auto csv = files.find(name + ".csv"), xlsx = files.find(name + ".xlsx");
  if (csv == files.end() && xlsx == files.end()) return std::nullopt;
  if (csv != files.end() && xlsx != files.end()) {
    fault("table-twice", {.file = xlsx->first}, {csv->first, xlsx->first});
    unread.insert(name);
    return std::nullopt;
  }
  Result<format::CsvFile> file =
      csv != files.end() ? format::read_csv(csv->first, csv->second) : format::read_xlsx(xlsx->first, xlsx->second);
  if (take_faults(file, faults)) {
    const Diagnostics form = format::check(*file, schema);
    faults.insert(faults.end(), form.begin(), form.end());
    if (!has_errors(form)) return file.take();
  }
  unread.insert(name);
  return std::nullopt;
}

std::optional<ParameterIndex> Reading::keep(std::optional<Quantity> quantity, Link link) {
  if (!quantity) return std::nullopt;
  quantity->link = link;
  convert_money(*this, *quantity);
  const ParameterIndex index = study.parameters.size();
  const auto [known, added] = study.parameter_index.emplace(quantity->id(), index);
  if (!added) {
    fault("quantity-twice", quantity->place, {quantity->id()});
    return std::nullopt;
  }
  study.parameters.push_back(std::move(*quantity));
  return index;
}

std::optional<ParameterIndex> Reading::quantity(const format::YamlNode& mapping, std::string_view key,
                                                std::string_view table, std::string_view row, Link link) {
  const format::YamlNode* node = mapping.find(key);
  if (!node) return std::nullopt;
  stated.insert(std::string(table) + '/' + std::string(row) + '/' + std::string(key));
  return keep(read_quantity(*node, table, row, key, context, faults), link);
}

std::optional<ParameterIndex> Reading::quantity_in(const format::YamlNode& mapping, std::string_view key,
                                                   std::string_view table, std::string_view row, Link link,
                                                   std::string_view unit) {
  const auto index = quantity(mapping, key, table, row, link);
  if (!index || unit.empty()) return index;
  const Quantity& kept = study.parameters[*index];
  const Unit wanted = parse_unit(unit, {}).value();
  if (!is_convertible(kept.unit, wanted))
    fault("unit-does-not-fit", kept.unit_place, {kept.id(), kept.unit.text(), unit});
  return index;
}

const Quantity* Study::find_parameter(std::string_view id) const {
  const auto found = parameter_index.find(id);
  return found == parameter_index.end() ? nullptr : &parameters[found->second];
}

namespace {

/// Words of a study that no file of this name belongs to: most often a slip of the name.
void check_names(Reading& reading) {
  static const std::set<std::string> known{"study",
                                           "rates",
                                           "sources",
                                           "claims",
                                           "pathways",
                                           "options",
                                           "technologies",
                                           "advantages",
                                           "impacts",
                                           "outcomes",
                                           "mrio",
                                           "experts",
                                           "cross_impacts",
                                           "network/items",
                                           "network/supply",
                                           "network/inputs",
                                           "network/end_uses",
                                           "network/demand",
                                           "network/routes",
                                           "network/stocks",
                                           "network/substitutes"};
  for (const auto& [name, bytes] : reading.files) {
    const std::string stem = name.substr(0, name.rfind('.'));
    if (name.ends_with(".scw")) continue; // named by pathways.yaml, or told of there
    if (!known.contains(stem) && !name.starts_with("registry/") && name != "impacts.private.csv")
      reading.fault("file-unknown", {.file = name}, {name});
  }
}

} // namespace

void check_values(Reading& reading) {
  Study& study = reading.study;
  std::vector<const Quantity*> all;
  for (const Quantity& q : study.parameters) all.push_back(&q);
  Diagnostics found;
  study.basis = check_basis(all, study.evidence, study.header.as_of, found);
  for (Diagnostic& d : found)
    if (d.code != "claim-unknown" || !reading.unread.contains("claims")) reading.faults.push_back(std::move(d));
}

namespace {

/// A cross-impact matrix that pathways.yaml does not name.
void check_matrix_files(Reading& reading) {
  if (reading.unread.contains("pathways")) return;
  for (const auto& [name, bytes] : reading.files)
    if ((name.ends_with(".scw") || name.starts_with("cross_impacts.")) &&
        (!reading.study.matrix || reading.study.matrix->file != name))
      reading.fault("matrix-not-named", {.file = name}, {name});
}

} // namespace

void check_correlations(Reading& reading) {
  std::set<std::string_view> factors;
  for (const Quantity& q : reading.study.parameters) factors.insert(q.factor);
  for (const CorrelatedGroup& group : reading.study.correlations)
    for (const std::string& factor : group.factors)
      if (!factors.contains(factor) && !reading.stated.contains(factor))
        reading.fault("factor-unknown", group.place, {factor});
}

void put_in_order(Diagnostics& faults) {
  sort_by_place(faults);
  const auto same = [](const Diagnostic& a, const Diagnostic& b) {
    return a.code == b.code && a.place.file == b.place.file && a.place.begin_byte == b.place.begin_byte &&
           a.place.line == b.place.line && a.message == b.message;
  };
  faults.erase(std::unique(faults.begin(), faults.end(), same), faults.end());
}

Result<Study> read_study(const FileSet& files) {
  Reading reading{files};
  check_names(reading);
  read_header(reading);
  read_evidence_files(reading);
  read_rates(reading);
  read_network(reading);
  read_pathways(reading);
  read_options(reading);
  read_technologies(reading);
  read_advantages(reading);
  read_criteria(reading);
  read_impacts(reading);
  read_outcomes(reading);
  read_economy(reading);
  read_experts(reading);
  check_values(reading);
  check_correlations(reading);
  check_matrix_files(reading);
  put_in_order(reading.faults);
  if (has_errors(reading.faults)) return reading.faults;
  return {std::move(reading.study), std::move(reading.faults)};
}

Diagnostics check_release(const Study& study) {
  Diagnostics faults;
  for (const Quantity& q : study.parameters) {
    if (q.standing() == Standing::Missing)
      faults.push_back(make_diagnostic("release-without-basis", q.place, {q.id()}));
    if (q.standing() == Standing::Illustrative)
      faults.push_back(make_diagnostic("release-illustrative", q.place, {q.id()}));
  }
  for (const TreeReason& reason : study.tree_reasons) {
    const pathway::TreeNode& node = study.tree.nodes[reason.node];
    if (node.judgements[reason.judgement].by == "example")
      faults.push_back(make_diagnostic("release-illustrative", {.file = "pathways.yaml"}, {"tree/" + node.id}));
  }
  if (study.matrix && is_illustrative(*study.matrix))
    faults.push_back(make_diagnostic("release-illustrative", study.matrix->place, {study.matrix->file}));
  for (const RankWeights& weights : study.weights)
    if (weights.statement.by == "example")
      faults.push_back(make_diagnostic("release-illustrative", {.file = "study.yaml"}, {"weights"}));
  for (const Advantage& advantage : study.advantages)
    for (const AdvantageLink& link : advantage.links)
      if (link.by == "example")
        faults.push_back(make_diagnostic("release-illustrative", {.file = "advantages.yaml"},
                                         {"advantages/" + advantage.id + "/technologies"}));
  sort_by_place(faults);
  return faults;
}

} // namespace rashin::study
