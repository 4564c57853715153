// Pathways by cross-impact: the `matrix` of pathways.yaml.
#include "collect/scw.h"
#include "evidence/fields.h"
#include "pathway/cib_solve.h"
#include "pathway/cib_succession.h"
#include "study/reader.h"

#include <algorithm>
#include <limits>

namespace rashin::study {
namespace {

using format::YamlNode;

constexpr std::size_t most_descriptors = 25;
constexpr std::size_t most_pathways = 24;
constexpr std::uint64_t most_starts = std::uint64_t{1} << 20; ///< succession from every start up to here, else sampled

/// A ScenarioWizard project: one matrix.
bool read_project(Reading& reading, const YamlNode& item, MatrixPathways& matrix) {
  if (const YamlNode* people = item.find("people"))
    reading.fault("matrix-people-project", people->place, {matrix.file});
  auto project = collect::read_scw(matrix.file, reading.files.at(matrix.file));
  if (!take_faults(project, reading.faults)) return false;
  for (const collect::ScwDescriptor& descriptor : project->descriptors)
    matrix.descriptors.push_back({descriptor.name, descriptor.states});
  matrix.cells = project->cells;
  return true;
}

/// The file of the matrix; faults where it is missing or wrong.
bool read_cells(Reading& reading, const YamlNode& item, MatrixPathways& matrix) {
  matrix.file = text_of(item, "file");
  const bool table = matrix.file == "cross_impacts.csv" || matrix.file == "cross_impacts.xlsx";
  if (!table && !matrix.file.ends_with(".scw")) {
    reading.fault("matrix-file-form", place_of(item, "file"), {matrix.file});
    return false;
  }
  if (!reading.files.contains(matrix.file)) {
    reading.fault("matrix-file-missing", place_of(item, "file"), {matrix.file});
    return false;
  }
  if (!(table ? read_cross_impacts(reading, item, matrix) : read_project(reading, item, matrix))) return false;
  if (matrix.descriptors.size() > most_descriptors) {
    reading.fault("matrix-too-large", place_of(item, "file"),
                  {matrix.file, std::to_string(matrix.descriptors.size()), std::to_string(most_descriptors)});
    return false;
  }
  for (const pathway::Descriptor& descriptor : matrix.descriptors) {
    matrix.titles.push_back({descriptor.name, descriptor.name});
    matrix.states.emplace_back();
    for (const std::string& state : descriptor.states) matrix.states.back().push_back({{state, state}, false, {}});
  }
  return true;
}

/// One line of `states`: what a state is called and brings.
void read_state(Reading& reading, const YamlNode& item, MatrixPathways& matrix) {
  const std::string descriptor = text_of(item, "descriptor"), state = text_of(item, "state");
  std::vector<std::string> names;
  for (const auto& d : matrix.descriptors) names.push_back(d.name);
  const auto d = static_cast<std::size_t>(std::find(names.begin(), names.end(), descriptor) - names.begin());
  if (d == names.size()) {
    reading.fault("matrix-descriptor-unknown", place_of(item, "descriptor"), {descriptor, matrix.file, listed(names)});
    return;
  }
  const auto& states = matrix.descriptors[d].states;
  const auto s = static_cast<std::size_t>(std::find(states.begin(), states.end(), state) - states.begin());
  if (s == states.size()) {
    reading.fault("matrix-state-unknown", place_of(item, "state"), {state, descriptor, listed(states)});
    return;
  }
  MatrixState& own = matrix.states[d][s];
  if (own.mapped) reading.fault("matrix-state-twice", place_of(item, "state"), {state, descriptor});
  own.mapped = true;
  if (item.find("title")) own.title = localized_of(item, "title");
  if (item.find("descriptor_title")) matrix.titles[d] = localized_of(item, "descriptor_title");
  for (const YamlNode& word : item.find("shocks")->items) {
    const auto found = reading.shock_index.find(word.text);
    if (found == reading.shock_index.end())
      reading.fault("shock-unknown", word.place, {word.text});
    else
      own.shocks.push_back(found->second);
  }
}

std::string scenario_id(const pathway::Scenario& scenario) {
  std::string id = "s";
  for (std::size_t d = 0; d < scenario.size(); ++d) id += (d ? "-" : "") + std::to_string(scenario[d] + 1);
  return id;
}

/// Shares of the starts of succession; where scenarios within a tolerance are taken too, all weigh alike.
void weigh(MatrixPathways& matrix, const pathway::CrossImpactMatrix& cells) {
  const auto alike = 1 / static_cast<double>(matrix.scenarios.size());
  for (MatrixScenario& scenario : matrix.scenarios) scenario.weight = alike;
  if (matrix.tolerance > 0) return;
  pathway::SuccessionOptions options;
  options.most_configurations = most_starts;
  const auto map = pathway::succession_map(cells, options);
  matrix.sampled = map.sampled;
  std::uint64_t settled = 0;
  for (const pathway::Attractor& attractor : map.attractors)
    if (attractor.members.size() == 1) settled += attractor.basin;
  matrix.cycle_share = 1 - static_cast<double>(settled) / static_cast<double>(map.starts);
  if (settled == 0) return;
  for (MatrixScenario& scenario : matrix.scenarios) {
    scenario.weight = 0;
    for (const pathway::Attractor& attractor : map.attractors)
      if (attractor.members.size() == 1 && attractor.members[0] == scenario.states)
        scenario.weight = static_cast<double>(attractor.basin) / static_cast<double>(settled);
  }
}

void find_scenarios(Reading& reading, const YamlNode& item, MatrixPathways& matrix) {
  const pathway::CrossImpactMatrix cells = matrix.matrix();
  pathway::SolveOptions options;
  options.tolerance = matrix.tolerance * matrix.units();
  options.most_scenarios = most_pathways + 1;
  const pathway::Solution solution = pathway::consistent_scenarios(cells, options);
  if (solution.scenarios.empty()) {
    reading.fault("matrix-no-scenario", place_of(item, "file"), {matrix.file});
    return;
  }
  if (solution.scenarios.size() > most_pathways) {
    reading.fault("matrix-scenarios-many", place_of(item, "file"), {matrix.file, std::to_string(most_pathways)});
    return;
  }
  std::vector<std::vector<bool>> told(matrix.states.size());
  for (std::size_t d = 0; d < told.size(); ++d) told[d].assign(matrix.states[d].size(), false);
  for (const pathway::Scenario& states : solution.scenarios) {
    MatrixScenario scenario{scenario_id(states), states, pathway::scenario_figures(cells, states), 0, {}, {}};
    for (std::size_t d = 0; d < states.size(); ++d) {
      const auto s = static_cast<std::size_t>(states[d]);
      const MatrixState& state = matrix.states[d][s];
      if (!state.mapped && !told[d][s])
        reading.fault("matrix-state-unmapped", place_of(item, "states"),
                      {matrix.descriptors[d].states[s], matrix.descriptors[d].name, scenario.id});
      told[d][s] = true;
      scenario.shocks.insert(scenario.shocks.end(), state.shocks.begin(), state.shocks.end());
    }
    std::sort(scenario.shocks.begin(), scenario.shocks.end());
    scenario.shocks.erase(std::unique(scenario.shocks.begin(), scenario.shocks.end()), scenario.shocks.end());
    matrix.scenarios.push_back(std::move(scenario));
  }
  weigh(matrix, cells);
}

/// Without a tree the scenarios are the pathways, weighed by one node that nobody judged.
void make_pathways(Reading& reading, const YamlNode& item, MatrixPathways& matrix) {
  Study& study = reading.study;
  pathway::TreeNode node{"matrix",
                         {"どの整合的なシナリオか（構造上の重み。確率ではない）",
                          "Which consistent scenario (structural weight, not a probability)"},
                         {},
                         {}};
  pathway::BranchJudgement weights{matrix.by, {}, std::numeric_limits<double>::infinity()};
  for (MatrixScenario& scenario : matrix.scenarios) {
    PathwayRecord pathway{scenario.id, {}, {}, scenario.shocks};
    for (std::size_t d = 0; d < scenario.states.size(); ++d) {
      const MatrixState& state = matrix.states[d][static_cast<std::size_t>(scenario.states[d])];
      pathway.title.ja += (d ? "・" : "") + state.title.in(Language::Japanese);
      pathway.title.en += (d ? ", " : "") + state.title.in(Language::English);
    }
    scenario.pathway = study.pathways.size();
    reading.pathway_index.emplace(pathway.id, study.pathways.size());
    node.branches.push_back({scenario.id, pathway.title, pathway::no_node, study.pathways.size()});
    weights.probabilities.push_back(scenario.weight);
    study.pathways.push_back(std::move(pathway));
  }
  node.judgements.push_back(std::move(weights));
  study.tree.nodes.push_back(std::move(node));
  study.tree.pathways = study.pathways.size();
  if (study.pathways.size() == 1) reading.fault("pathways-too-few", place_of(item, "file"), {"1"});
}

/// Beside a tree: which of its pathways brings the same shocks.
void match_pathways(const Study& study, MatrixPathways& matrix) {
  for (MatrixScenario& scenario : matrix.scenarios)
    for (std::size_t p = 0; p < study.pathways.size() && !scenario.pathway; ++p) {
      std::vector<std::size_t> shocks = study.pathways[p].shocks;
      std::sort(shocks.begin(), shocks.end());
      if (shocks == scenario.shocks) scenario.pathway = p;
    }
}

} // namespace

void read_matrix(Reading& reading, const YamlNode& item, bool alone) {
  MatrixPathways matrix;
  matrix.alone = alone;
  matrix.place = place_of(item, "file");
  matrix.by = text_of(item, "by");
  matrix.reason = localized_of(item, "reason");
  matrix.claims = reading.claims(list_of(item, "basis"), place_of(item, "basis"));
  const std::size_t before = reading.faults.size();
  if (const YamlNode* node = item.find("tolerance"))
    if (const auto value = format::as_integer(*node); take_faults(value, reading.faults)) {
      if (*value < 0 || *value > 100)
        reading.fault("number-outside", node->place, {"tolerance", node->text, "0", "100"});
      else
        matrix.tolerance = static_cast<int>(*value);
    }
  bool sound = read_cells(reading, item, matrix);
  if (sound)
    for (const YamlNode& state : item.find("states")->items) read_state(reading, state, matrix);
  for (std::size_t f = before; f < reading.faults.size(); ++f)
    sound = sound && reading.faults[f].severity != Severity::Error;
  if (sound) find_scenarios(reading, item, matrix);
  if (sound && alone && !matrix.scenarios.empty()) make_pathways(reading, item, matrix);
  if (sound && !alone) match_pathways(reading.study, matrix);
  if (alone && matrix.scenarios.empty()) reading.unread.insert("pathways");
  reading.study.matrix = std::move(matrix);
}

} // namespace rashin::study
