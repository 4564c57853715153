#include "evidence/fields.h"
#include "study/reader.h"
#include "study/schemas.h"
#include "study/shared.h"

#include <cmath>
#include <limits>
#include <set>

namespace rashin::study {
namespace {

using format::YamlNode;

std::vector<std::string> claims_in(Reading& reading, const YamlNode& mapping) {
  return reading.claims(list_of(mapping, "basis"), place_of(mapping, "basis"));
}

void read_trigger(Reading& reading, const YamlNode& item) {
  Trigger& trigger = reading.study.trigger;
  trigger.id = text_of(item, "id");
  trigger.type = text_of(item, "type");
  trigger.title = localized_of(item, "title");
  trigger.date = date_of(item, "date", reading.faults);
  trigger.actors = list_of(item, "actors");
  trigger.targets = list_of(item, "targets");
  trigger.items = list_of(item, "items");
  trigger.claims = claims_in(reading, item);
}

supply::Cell cell_at(const YamlNode& mapping, std::string_view key) {
  return {text_of(mapping, key), place_of(mapping, key)};
}

void read_shock(Reading& reading, const YamlNode& item) {
  Study& study = reading.study;
  ShockRecord record;
  record.id = text_of(item, "id");
  record.title = localized_of(item, "title");
  if (!add_id(reading, reading.shock_index, record.id, study.shocks.size(), place_of(item, "id"))) return;
  supply::ShockRow row{cell_at(item, "id"), cell_at(item, "kind"), cell_at(item, "target"), {}};
  if (const YamlNode* items = item.find("items"))
    for (const YamlNode& word : items->items) row.items.push_back({word.text, word.place});
  if (!study.network.items.empty()) {
    auto resolved = supply::resolve_shock(study.network, row);
    if (take_faults(resolved, reading.faults)) record.shock = resolved.take();
  }
  const auto number = [&](std::string_view key, std::string_view unit) {
    return reading.quantity_in(item, key, "shocks", record.id, Link::Tree, unit);
  };
  const auto magnitude = number("magnitude", "share"), start = number("start", "day"),
             duration = number("duration", "day");
  record.recovery = number("recovery", "day");
  record.magnitude = magnitude.value_or(0), record.start = start.value_or(0), record.duration = duration.value_or(0);
  study.shocks.push_back(std::move(record));
}

void read_pathway(Reading& reading, const YamlNode& item) {
  Study& study = reading.study;
  PathwayRecord pathway{text_of(item, "id"), localized_of(item, "title"), localized_of(item, "description"), {}};
  if (!add_id(reading, reading.pathway_index, pathway.id, study.pathways.size(), place_of(item, "id"))) return;
  if (const YamlNode* shocks = item.find("shocks"))
    for (const YamlNode& word : shocks->items) {
      const auto found = reading.shock_index.find(word.text);
      if (found == reading.shock_index.end())
        reading.fault("shock-unknown", word.place, {word.text});
      else
        pathway.shocks.push_back(found->second);
    }
  study.pathways.push_back(std::move(pathway));
}

/// Where the branches read so far lead to.
struct Reached {
  std::set<std::size_t> nodes, pathways;
  bool all = true; ///< every branch leads somewhere
};

/// Branches lead to later nodes or to pathways; each node but the root is led to once.
void read_branches(Reading& reading, const YamlNode& item, std::size_t index, Reached& reached) {
  const std::size_t before = reading.faults.size();
  pathway::TreeNode& node = reading.study.tree.nodes[index];
  std::map<std::string, std::size_t, std::less<>> ids;
  for (const YamlNode& entry : item.find("branches")->items) {
    pathway::TreeBranch branch{text_of(entry, "id"), localized_of(entry, "title"), pathway::no_node, 0};
    add_id(reading, ids, branch.id, node.branches.size(), place_of(entry, "id"));
    const YamlNode *next = entry.find("next"), *pathway = entry.find("pathway");
    if ((next != nullptr) == (pathway != nullptr)) {
      reading.fault("branch-target", place_of(entry, "id"), {branch.id});
    } else if (next) {
      const auto found = reading.node_index.find(next->text);
      if (found == reading.node_index.end() || found->second <= index)
        reading.fault("branch-next-unknown", next->place, {next->text});
      else if (!reached.nodes.insert(found->second).second)
        reading.fault("node-reached-twice", next->place, {next->text});
      else
        branch.next_node = found->second;
    } else if (const auto found = reading.pathway_index.find(pathway->text); found == reading.pathway_index.end()) {
      reading.fault("pathway-unknown", pathway->place, {pathway->text});
    } else {
      branch.pathway = found->second;
      reached.pathways.insert(found->second);
    }
    node.branches.push_back(std::move(branch));
  }
  if (reading.faults.size() > before) reached.all = false;
}

void read_judgement(Reading& reading, const YamlNode& entry, std::size_t index) {
  pathway::TreeNode& node = reading.study.tree.nodes[index];
  pathway::BranchJudgement judgement{text_of(entry, "by"), std::vector<double>(node.branches.size(), -1),
                                     std::numeric_limits<double>::infinity()};
  const YamlNode& probabilities = *entry.find("probabilities");
  double sum = 0;
  bool whole = true;
  for (const format::YamlEntry& pair : probabilities.entries) {
    std::size_t branch = 0;
    while (branch < node.branches.size() && node.branches[branch].id != pair.key) ++branch;
    const auto value = format::as_number(pair.value);
    if (branch == node.branches.size())
      reading.fault("branch-unknown", pair.key_place, {pair.key, node.id}), whole = false;
    else if (!take_faults(value, reading.faults))
      whole = false;
    else if (*value < 0 || *value > 1)
      reading.fault("probability-outside", pair.value.place, {pair.value.text}), whole = false;
    else
      judgement.probabilities[branch] = *value, sum += *value;
  }
  for (std::size_t b = 0; b < node.branches.size() && whole; ++b)
    if (judgement.probabilities[b] < 0)
      reading.fault("branch-not-judged", probabilities.place, {judgement.by, node.branches[b].id}), whole = false;
  if (whole && std::abs(sum - 1) > 1e-6) {
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", sum);
    reading.fault("probabilities-sum", probabilities.place, {judgement.by, text});
    whole = false;
  }
  if (const YamlNode* concentration = entry.find("concentration"))
    if (const auto value = format::as_number(*concentration); take_faults(value, reading.faults)) {
      if (*value > 0)
        judgement.concentration = *value;
      else
        reading.fault("concentration-not-positive", concentration->place, {concentration->text});
    }
  for (const auto& other : node.judgements)
    if (other.by == judgement.by) reading.fault("person-twice", place_of(entry, "by"), {judgement.by});
  reading.study.tree_reasons.push_back({index, node.judgements.size(), localized_of(entry, "reason"),
                                        date_of(entry, "on", reading.faults), claims_in(reading, entry)});
  if (whole)
    node.judgements.push_back(std::move(judgement));
  else
    node.judgements.push_back({judgement.by, std::vector<double>(node.branches.size(), 0), judgement.concentration});
}

/// A node or pathway that no branch leads to; not asked while some branch leads nowhere.
void check_reached(Reading& reading, const Reached& reached, const YamlNode& tree, const YamlNode& pathways) {
  if (!reached.all) return;
  const Study& study = reading.study;
  for (std::size_t n = 1; n < study.tree.nodes.size(); ++n)
    if (!reached.nodes.contains(n))
      reading.fault("node-never-reached", place_of(tree.items[n], "id"), {study.tree.nodes[n].id});
  for (const YamlNode& item : pathways.items)
    if (const auto p = reading.pathway_index.find(text_of(item, "id"));
        p != reading.pathway_index.end() && !reached.pathways.contains(p->second))
      reading.fault("pathway-never-reached", place_of(item, "id"), {p->first});
}

void read_tree(Reading& reading, const YamlNode& list, const YamlNode& pathways) {
  Study& study = reading.study;
  for (const YamlNode& item : list.items) {
    add_id(reading, reading.node_index, text_of(item, "id"), study.tree.nodes.size(), place_of(item, "id"));
    study.tree.nodes.push_back({text_of(item, "id"), localized_of(item, "question"), {}, {}});
  }
  study.tree.pathways = study.pathways.size();
  Reached reached;
  for (std::size_t n = 0; n < list.items.size(); ++n) {
    read_branches(reading, list.items[n], n, reached);
    for (const YamlNode& entry : list.items[n].find("judgements")->items) read_judgement(reading, entry, n);
    if (study.tree.nodes[n].judgements.empty())
      reading.fault("node-not-judged", place_of(list.items[n], "id"), {study.tree.nodes[n].id});
    if (study.tree.nodes[n].branches.empty())
      reading.fault("node-without-branch", place_of(list.items[n], "id"), {study.tree.nodes[n].id});
  }
  check_reached(reading, reached, list, pathways);
}

} // namespace

void read_pathways(Reading& reading) {
  const auto root = reading.yaml("pathways.yaml", pathways_schema(), true);
  if (!root) return;
  read_trigger(reading, *root->find("trigger"));
  if (const YamlNode* shocks = root->find("shocks"))
    for (const YamlNode& item : shocks->items) read_shock(reading, item);
  const YamlNode *tree = root->find("tree"), *pathways = root->find("pathways"), *matrix = root->find("matrix");
  if (!tree && matrix) {
    if (pathways) reading.fault("pathways-without-tree", pathways->place);
    read_matrix(reading, *matrix, true);
    return;
  }
  if (!tree || !pathways) {
    reading.fault("tree-or-matrix", root->place, {tree ? "pathways" : "tree"});
    reading.unread.insert("pathways");
    return;
  }
  for (const YamlNode& item : pathways->items) read_pathway(reading, item);
  if (reading.study.pathways.size() < 2)
    reading.fault("pathways-too-few", pathways->place, {std::to_string(reading.study.pathways.size())});
  if (tree->items.empty())
    reading.fault("tree-empty", tree->place);
  else
    read_tree(reading, *tree, *pathways);
  if (matrix) read_matrix(reading, *matrix, false);
}

void take_trigger(Reading& reading, const YamlNode& mapping) {
  read_trigger(reading, mapping);
}

} // namespace rashin::study
