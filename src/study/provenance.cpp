#include "study/provenance.h"

#include "core/id.h"
#include "study/ranking.h"

#include <algorithm>
#include <set>

namespace rashin::study {
namespace {

/// Collects steps; a row that rests on nothing is not listed.
class Steps {
 public:
  explicit Steps(const Study& study) : study_(study) {}

  void add(const std::string& id, std::string on) { list.push_back({id, std::move(on)}); }
  void add_claims(const std::string& id, const std::vector<std::string>& claims) {
    for (const std::string& claim : claims) add(id, "claim:" + claim);
  }
  void add_parameter(const std::string& id, ParameterIndex index) { add(id, study_.parameters[index].id()); }
  void add_effects(const std::string& id, const std::vector<Effect>& effects) {
    for (const Effect& effect : effects) add_parameter(id, effect.amount);
  }

  std::vector<Basis> list;

 private:
  const Study& study_;
};

void parameters(const Study& study, Steps& steps) {
  for (const Quantity& q : study.parameters) {
    steps.add("parameters/" + q.id(), q.id());
    steps.add_claims(q.id(), q.claims);
    for (const PersonValue& person : q.people) steps.add_claims(q.id(), person.claims);
  }
}

/// A scenario rests on what its states do to each other, a cell on what its judges name.
void matrix(const MatrixPathways& matrix, Steps& steps) {
  const pathway::CrossImpactMatrix cells = matrix.matrix();
  const std::vector<std::string> names = matrix.state_names();
  for (const MatrixScenario& scenario : matrix.scenarios) {
    steps.add_claims("scenarios/" + scenario.id, matrix.claims);
    if (matrix.people.empty()) continue;
    for (std::size_t from = 0; from < cells.size(); ++from)
      for (std::size_t to = 0; to < cells.size(); ++to)
        if (from != to)
          steps.add("scenarios/" + scenario.id,
                    "impact_judgements/" +
                        join_key({names[cells.state(scenario.states, from)], names[cells.state(scenario.states, to)]}));
  }
  for (const MatrixPerson& person : matrix.people)
    for (const auto& [cell, claims] : person.cell_claims)
      steps.add_claims("impact_judgements/" + join_key({names[cell / names.size()], names[cell % names.size()]}),
                       claims);
}

void tree(const Study& study, Steps& steps) {
  for (const TreeReason& reason : study.tree_reasons)
    for (const auto& branch : study.tree.nodes[reason.node].branches)
      steps.add_claims("tree/" + join_key({study.tree.nodes[reason.node].id, branch.id}), reason.claims);
  for (const TreeReason& reason : study.tree_reasons) {
    const pathway::TreeNode& node = study.tree.nodes[reason.node];
    for (const auto& branch : node.branches) {
      const std::string id = join_key({node.id, branch.id});
      steps.add("judgements/" + id, "tree/" + id);
      steps.add("disagreement/" + node.id, "tree/" + id);
    }
  }
  for (const Quantity& quantity : study.parameters)
    if (quantity.people.size() > 1) steps.add("disagreement/" + quantity.id(), quantity.id());
  for (const char* pool : {"drawn", "linear", "log-odds"})
    for (const PathwayRecord& pathway : study.pathways)
      steps.add(std::string("disagreement/pool.") + pool, "pathways/" + pathway.id);
  if (study.matrix) matrix(*study.matrix, steps);
  steps.add_claims("trigger/" + study.trigger.id, study.trigger.claims);
}

/// The branches on the way from the root to each pathway.
void branches_to(const Study& study, std::size_t node, std::vector<std::string> way,
                 std::vector<std::vector<std::string>>& ways) {
  for (const auto& branch : study.tree.nodes[node].branches) {
    std::vector<std::string> here = way;
    here.push_back("tree/" + join_key({study.tree.nodes[node].id, branch.id}));
    if (branch.next_node != pathway::no_node)
      branches_to(study, branch.next_node, here, ways);
    else
      ways[branch.pathway].insert(ways[branch.pathway].end(), here.begin(), here.end());
  }
}

void pathways(const Study& study, Steps& steps) {
  std::vector<std::vector<std::string>> ways(study.pathways.size());
  branches_to(study, 0, {}, ways);
  for (std::size_t p = 0; p < study.pathways.size(); ++p) {
    const std::string id = "pathways/" + study.pathways[p].id;
    steps.add(id, "trigger/" + study.trigger.id);
    for (const std::string& step : ways[p]) steps.add(id, step);
    for (const std::size_t s : study.pathways[p].shocks) {
      const ShockRecord& shock = study.shocks[s];
      for (const ParameterIndex index : {shock.magnitude, shock.start, shock.duration}) steps.add_parameter(id, index);
      if (shock.recovery) steps.add_parameter(id, *shock.recovery);
    }
    steps.add(id, "network/all");
  }
  for (std::size_t s = 0; s < study.slot_parameter.size(); ++s)
    if (study.slot_parameter[s]) steps.add_parameter("network/all", *study.slot_parameter[s]);
}

void losses(const Study& study, Steps& steps) {
  std::set<std::string> seen;
  const auto each_pathway = [&](const std::string& table, const std::string& thing) {
    for (const PathwayRecord& pathway : study.pathways) {
      steps.add(table + "/" + thing, table + "/" + thing + "." + pathway.id);
      steps.add(table + "/" + thing + "." + pathway.id, "pathways/" + pathway.id);
    }
  };
  for (const auto& use : study.network.end_uses) each_pathway("end_use_losses", use.id);
  for (const auto& item : study.network.items) each_pathway("unmet", item.id);
  for (const auto& item : study.network.items) steps.add("concentration/" + item.id, "network/all");
  for (const auto& use : study.network.end_uses)
    for (const std::string& country : study.network.countries)
      steps.add("exposure/" + use.id + "." + country, "network/all");
  for (const std::string& country : study.network.countries)
    steps.add("critical_nodes/country." + country, "network/all");
  for (const std::string& passage : study.network.passages)
    steps.add("critical_nodes/passage." + passage, "network/all");
  for (const auto& s : study.network.suppliers)
    steps.add("critical_nodes/supplier." + study.network.items[s.item].id + "." + s.id, "network/all");
  for (const auto& supplier : study.network.suppliers) {
    if (supplier.makes) continue;
    const std::string item = study.network.items[supplier.item].id;
    for (const PathwayRecord& pathway : study.pathways)
      for (const std::string& id : {item, item + "." + supplier.id, std::string("all"), "all." + supplier.id})
        if (seen.insert(id + " " + pathway.id).second) steps.add("flows/" + id, "pathways/" + pathway.id);
  }
  for (const PathwayRecord& pathway : study.pathways)
    for (int day = 0; day < study.header.horizon_days; ++day)
      steps.add("daily/" + pathway.id + "." + std::to_string(day), "pathways/" + pathway.id);
}

void add_option(const Study& study, const std::string& id, std::size_t index, Steps& steps) {
  const PolicyOption& option = study.options[index];
  steps.add_parameter(id, option.cost);
  for (const PathwayCost& cost : option.pathway_costs) steps.add_parameter(id, cost.cost);
  for (const ParameterIndex amount : option.priority_amounts) steps.add_parameter(id, amount);
  if (option.lead_time) steps.add_parameter(id, *option.lead_time);
  steps.add_effects(id, option.effects);
}

void policies(const Study& study, const RunResult& result, Steps& steps) {
  for (const ArmPlan& arm : result.arms) {
    if (arm.technology) continue;
    const std::string id = "policy/" + arm.id;
    for (const PathwayRecord& pathway : study.pathways) {
      steps.add(id, "pathways/" + pathway.id);
      steps.add("regret/" + arm.id + "." + pathway.id, id);
    }
    for (const std::size_t option : arm.options) add_option(study, id, option, steps);
    steps.add("robustness/" + arm.id, id);
  }
  for (const ArmPlan& arm : result.packages.arms) {
    const std::string id = "packages/" + arm.id;
    for (const PathwayRecord& pathway : study.pathways) steps.add(id, "pathways/" + pathway.id);
    for (const std::size_t option : arm.options) steps.add(id, "policy/" + study.options[option].id);
  }
  for (const MarginalRun& run : result.marginal)
    steps.add("marginal/" + run.kind + "." + run.id, "policy/" + (run.kind == "lead-time" ? run.id : "none"));
  for (const PathwayRecord& pathway : study.pathways) steps.add("discovery/none", "pathways/" + pathway.id);
  for (const ArmPlan& arm : result.arms)
    if (!arm.technology) steps.add("discovery/" + arm.id, "policy/" + arm.id);
  for (const Technology& technology : study.technologies)
    steps.add("marginal/readiness." + technology.id, "needs/" + technology.id);
}

void needs(const Study& study, const RunResult& result, Steps& steps) {
  for (const Technology& technology : study.technologies) {
    const std::string need = "needs/" + technology.id;
    std::vector<std::string> rows;
    for (const std::size_t option : technology.options)
      rows.push_back("readiness/" + technology.id + "." + study.options[option].id);
    if (technology.options.empty()) rows.push_back("readiness/" + technology.id);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      steps.add(need, rows[r]);
      steps.add(rows[r], "policy/" + (technology.options.empty() ? std::string("none")
                                                                 : study.options[technology.options[r]].id));
      steps.add_effects(rows[r], technology.effects);
    }
    steps.add_parameter(need, technology.ready);
    steps.add_claims(need, technology.trl_claims);
    for (const Link link : chain_links)
      for (const char* measure : {".readiness.", ".realised."})
        if (result.sensitivity)
          steps.add("sensitivity/" + technology.id + measure + std::string(link_word(link)), need);
  }
}

void advantages(const Study& study, Steps& steps) {
  for (const Advantage& advantage : study.advantages) {
    const std::string id = "advantages/" + advantage.id;
    steps.add_claims(id, advantage.claims);
    for (const auto& number : {advantage.share, advantage.lasts})
      if (number) steps.add_parameter(id, *number);
    for (const AdvantageLink& link : advantage.links) steps.add_claims(id, link.claims);
  }
}

/// Rows of the ranking rest on the need and on the judged scores; weights on what was said of them.
void ranking(const Study& study, const RunResult& result, Steps& steps) {
  for (const ResultTable& table : ranking_tables(study, result))
    for (std::size_t row = 0; row < table.table.rows(); ++row) {
      const std::string id = table.name + "/" + std::string(*table.table.column("id").text(row));
      const Column* owner = table.table.find("technology");
      const std::string technology(*(owner ? *owner : table.table.column("id")).text(row));
      steps.add(id, "needs/" + technology);
      for (std::size_t t = 0; t < study.technologies.size(); ++t)
        for (const RankCriterion& criterion : study.criteria)
          if (study.technologies[t].id == technology && t < criterion.scores.size() && criterion.scores[t])
            steps.add_parameter(id, *criterion.scores[t]);
      for (const RankWeights& weights : study.weights) steps.add_claims(id, weights.claims);
    }
}

} // namespace

std::vector<Basis> provenance(const Study& study, const RunResult& result) {
  Steps steps(study);
  needs(study, result, steps);
  policies(study, result, steps);
  losses(study, steps);
  pathways(study, steps);
  tree(study, steps);
  advantages(study, steps);
  ranking(study, result, steps);
  parameters(study, steps);
  for (const Outcome& outcome : study.outcomes) {
    steps.add_claims("outcomes_compared/" + outcome.id, outcome.claims);
    if (!outcome.figure.empty()) steps.add("outcomes_compared/" + outcome.id, outcome.figure);
  }
  return std::move(steps.list);
}

std::vector<Basis> economy_provenance(const Study& study, const RunResult& result,
                                      const std::vector<ResultTable>& tables) {
  std::vector<Basis> list;
  const auto belongs = [](std::string_view id, const std::string& name) {
    return id == name || id.ends_with("." + name) || id.starts_with(name + ".");
  };
  for (const ResultTable& table : tables) {
    if (!table.name.starts_with("economy_")) continue;
    const Column& ids = table.table.column("id");
    for (std::size_t row = 0; row < table.table.rows(); ++row) {
      const std::string_view id = ids.text(row).value_or("");
      const std::string figure = table.name + "/" + std::string(id);
      const bool options = table.name == "economy_options";
      std::size_t found = 0;
      for (const PathwayRecord& pathway : study.pathways)
        if (!options && belongs(id, pathway.id)) list.push_back({figure, "pathways/" + pathway.id}), ++found;
      for (const ArmPlan& arm : result.arms)
        if (options && belongs(id, arm.id)) list.push_back({figure, "policy/" + arm.id}), ++found;
      if (found == 0)
        for (const PathwayRecord& pathway : study.pathways) list.push_back({figure, "pathways/" + pathway.id});
      list.push_back({figure, "mrio/all"});
    }
  }
  if (!list.empty())
    for (const Quantity& q : study.parameters)
      if (q.table == "mrio") list.push_back({"mrio/all", q.id()});
  return list;
}

} // namespace rashin::study
