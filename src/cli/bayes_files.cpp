#include "cli/bayes_files.h"

#include "cli/method_print.h"

#include <algorithm>
#include <cmath>

namespace rashin::cli {
namespace {

using collect::JsonFile;
using collect::JsonValue;
using pathway::BayesNetwork;
using pathway::BayesNode;

std::size_t read_node_name(JsonFile& file, const JsonValue& name, const BayesNetwork& network) {
  const auto found = node_named(network, file.text(name));
  if (!found && name.kind == JsonValue::Kind::Text) file.fail(name, "bayes-node-unknown", {name.text});
  return found.value_or(0);
}

std::size_t read_value_name(JsonFile& file, const JsonValue& name, const BayesNode& node) {
  const auto found = value_named(node, file.text(name));
  if (!found && name.kind == JsonValue::Kind::Text)
    file.fail(name, "bayes-value-unknown", {name.text, node.name, values_of(node)});
  return found.value_or(0);
}

/// Names and values first: tables refer to them.
void read_frame(JsonFile& file, const std::vector<JsonValue>& items, BayesNetwork& network) {
  for (const JsonValue& item : items) {
    file.allow_only(item, {"name", "values", "parents", "table", "noisy_or", "question", "by", "reason", "source"});
    const JsonValue &name = file.member(item, "name"), &values = file.member(item, "values");
    BayesNode node{file.text(name), file.texts(values), {}, {}};
    if (node_named(network, node.name)) file.fail(name, "bayes-twice", {node.name});
    if (node.values.empty() && file.ok()) file.fail(values, "bayes-node-unknown", {node.name});
    for (std::size_t v = 0; v < node.values.size(); ++v)
      if (*value_named(node, node.values[v]) != v) file.fail(values.items[v], "bayes-twice", {node.values[v]});
    network.push_back(std::move(node));
  }
}

std::size_t rows_of(const BayesNetwork& network, const BayesNode& node) {
  constexpr std::size_t most = 1'000'000;
  std::size_t rows = 1;
  for (const std::size_t parent : node.parents) rows = std::min(most, rows * network[parent].values.size());
  return rows;
}

/// One row per combination of the parents' values; a node without parents may give its row alone.
void read_table(JsonFile& file, const JsonValue& table, const BayesNetwork& network, BayesNode& node) {
  const std::size_t rows = rows_of(network, node);
  const bool alone =
      table.kind == JsonValue::Kind::Array && !table.items.empty() && table.items[0].kind == JsonValue::Kind::Number;
  const std::vector<JsonValue>& lines = file.items(table);
  if (!alone && table.kind == JsonValue::Kind::Array && lines.size() != rows)
    return file.fail(table, "bayes-rows", {node.name, std::to_string(lines.size()), std::to_string(rows)});
  if (alone && rows != 1) return file.fail(table, "bayes-rows", {node.name, "1", std::to_string(rows)});
  for (std::size_t row = 0; row < rows && file.ok(); ++row) {
    const JsonValue& line = alone ? table : lines[row];
    std::vector<double>& probabilities = node.table.emplace_back();
    double sum = 0;
    for (const JsonValue& p : file.items(line, node.values.size()))
      sum += probabilities.emplace_back(file.number(p, 0, 1));
    if (file.ok() && std::fabs(sum - 1) > 1e-6) file.fail(line, "probabilities-sum", {node.name, figure(sum)});
  }
}

/// Causes on their own; parents are those of the causes, in their order, where they are not given.
void read_noisy_or(JsonFile& file, const JsonValue& given, const BayesNetwork& network, BayesNode& node) {
  file.allow_only(given, {"effect", "leak", "causes"});
  if (node.values.size() != 2)
    return file.fail(given, "bayes-noisy-values", {node.name, std::to_string(node.values.size())});
  const std::size_t effect = read_value_name(file, file.member(given, "effect"), node);
  const double leak = file.number(file.member(given, "leak"), 0, 1);
  std::vector<pathway::NoisyCause> causes;
  for (const std::size_t parent : node.parents)
    causes.push_back({std::vector<double>(network[parent].values.size(), 0.0)});
  for (const JsonValue& item : file.items(file.member(given, "causes"))) {
    file.allow_only(item, {"parent", "value", "alone", "by", "reason"});
    const std::size_t parent = read_node_name(file, file.member(item, "parent"), network),
                      value = read_value_name(file, file.member(item, "value"), network[parent]);
    const auto at = std::find(node.parents.begin(), node.parents.end(), parent) - node.parents.begin();
    if (at == static_cast<std::ptrdiff_t>(node.parents.size())) {
      node.parents.push_back(parent);
      causes.push_back({std::vector<double>(network[parent].values.size(), 0.0)});
    }
    if (const double alone = file.number(file.member(item, "alone"), 0, 1); file.ok())
      causes[static_cast<std::size_t>(at)].alone[value] = alone;
  }
  if (!file.ok()) return;
  if (rows_of(network, node) > 100'000)
    return file.fail(given, "bayes-too-large", {std::to_string(rows_of(network, node))});
  node.table = noisy_or(causes, leak, effect);
}

void read_evidence(JsonFile& file, const JsonValue& given, BayesFile& read) {
  for (std::size_t i = 0; i < given.names.size(); ++i) {
    const JsonValue& value = given.items[i];
    if (value.kind == JsonValue::Kind::Null) continue; // still open
    const auto node = node_named(read.network, given.names[i]);
    if (!node)
      file.fail(value, "bayes-node-unknown", {given.names[i]});
    else
      read.evidence[*node] = read_value_name(file, value, read.network[*node]);
  }
}

} // namespace

BayesFile read_bayes(JsonFile& file, const JsonValue& root) {
  file.allow_only(root, {"schema", "question", "nodes", "evidence"});
  BayesFile read;
  const JsonValue& nodes = file.member(root, "nodes");
  const std::vector<JsonValue>& items = file.items(nodes);
  read_frame(file, items, read.network);
  if (file.ok() && items.empty()) file.fail(nodes, "json-figure-missing");
  if (!file.ok()) return read;
  for (std::size_t n = 0; n < items.size(); ++n) {
    BayesNode node = read.network[n];
    if (const JsonValue* parents = items[n].find("parents"))
      for (const JsonValue& name : file.items(*parents)) {
        const std::size_t parent = read_node_name(file, name, read.network);
        if (std::find(node.parents.begin(), node.parents.end(), parent) != node.parents.end())
          file.fail(name, "bayes-twice", {name.text});
        node.parents.push_back(parent);
      }
    const JsonValue* const noisy = items[n].find("noisy_or");
    read.filled.push_back(noisy != nullptr);
    if (noisy)
      read_noisy_or(file, *noisy, read.network, node);
    else
      read_table(file, file.member(items[n], "table"), read.network, node);
    read.network[n] = std::move(node);
  }
  if (!file.ok()) return read;
  if (const std::vector<std::size_t> cycle = cycle_of(read.network); !cycle.empty()) {
    std::string names;
    for (const std::size_t n : cycle) names += read.network[n].name + " → ";
    file.fail(items[cycle[0]], "bayes-cycle", {names + read.network[cycle[0]].name});
  }
  read.evidence.resize(read.network.size());
  if (const JsonValue* evidence = root.find("evidence"); evidence && file.ok()) read_evidence(file, *evidence, read);
  return read;
}

std::optional<std::size_t> node_named(const BayesNetwork& network, std::string_view name) {
  for (std::size_t n = 0; n < network.size(); ++n)
    if (network[n].name == name) return n;
  return std::nullopt;
}

std::optional<std::size_t> value_named(const BayesNode& node, std::string_view name) {
  for (std::size_t v = 0; v < node.values.size(); ++v)
    if (node.values[v] == name) return v;
  return std::nullopt;
}

std::string values_of(const BayesNode& node) {
  std::string list;
  for (const std::string& value : node.values) list += (list.empty() ? "" : ", ") + value;
  return list;
}

} // namespace rashin::cli
