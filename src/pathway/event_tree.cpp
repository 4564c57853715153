#include "pathway/event_tree.h"

#include "core/distribution.h"
#include "core/id.h"
#include "core/result.h"
#include "core/weighted_choice.h"

#include <algorithm>

namespace rashin::pathway {
namespace {

std::vector<double> trust_at(const TreeNode& node) {
  std::vector<double> trust;
  for (const BranchJudgement& judgement : node.judgements) trust.push_back(judgement.trust);
  return trust;
}

BranchProbabilities draw_node(const TreeNode& node, const DrawPlan& plan, std::uint64_t first, std::size_t draws) {
  if (node.judgements.empty()) throw Error("the node " + node.id + " has no judgement");
  std::vector<double> believed(draws);
  plan.uniforms(factor_id("tree", node.id, "believed"), first, believed);
  std::vector<std::vector<double>> sticks;
  for (const TreeBranch& branch : node.branches) {
    sticks.emplace_back(draws);
    plan.uniforms(factor_id("tree", join_key({node.id, branch.id}), "probability"), first, sticks.back());
  }
  BranchProbabilities result(node.branches.size(), std::vector<double>(draws));
  std::vector<double> broken(node.branches.size());
  const std::vector<double> trust = trust_at(node);
  for (std::size_t d = 0; d < draws; ++d) {
    for (std::size_t b = 0; b < broken.size(); ++b) broken[b] = sticks[b][d];
    const BranchJudgement& judgement = node.judgements[weighted_choice(trust, believed[d])];
    const auto weights = dirichlet_weights(judgement.probabilities, judgement.concentration, broken);
    for (std::size_t b = 0; b < broken.size(); ++b) result[b][d] = weights[b];
  }
  return result;
}

} // namespace

TreeProbabilities draw_probabilities(const EventTree& tree, const DrawPlan& plan, std::uint64_t first,
                                     std::size_t draws) {
  TreeProbabilities result;
  result.pathways.assign(tree.pathways, std::vector<double>(draws, 0.0));
  std::vector<std::vector<double>> reached(tree.nodes.size(), std::vector<double>(draws, 0.0));
  if (!reached.empty()) std::fill(reached[0].begin(), reached[0].end(), 1.0);
  for (std::size_t n = 0; n < tree.nodes.size(); ++n) {
    const TreeNode& node = tree.nodes[n];
    result.nodes.push_back(draw_node(node, plan, first, draws));
    for (std::size_t b = 0; b < node.branches.size(); ++b) {
      const TreeBranch& branch = node.branches[b];
      if (branch.next_node != no_node && branch.next_node <= n)
        throw Error("the event tree runs backwards at " + branch.id);
      auto& target = branch.next_node == no_node ? result.pathways.at(branch.pathway) : reached.at(branch.next_node);
      for (std::size_t d = 0; d < draws; ++d) target[d] += reached[n][d] * result.nodes[n][b][d];
    }
  }
  return result;
}

std::vector<double> expected_probabilities(const EventTree& tree) {
  std::vector<double> reached(tree.nodes.size(), 0.0), result(tree.pathways, 0.0);
  if (!reached.empty()) reached[0] = 1;
  for (std::size_t n = 0; n < tree.nodes.size(); ++n)
    for (std::size_t b = 0; b < tree.nodes[n].branches.size(); ++b) {
      double mean = 0, trust = 0;
      for (const BranchJudgement& judgement : tree.nodes[n].judgements) {
        mean += judgement.trust * judgement.probabilities.at(b);
        trust += judgement.trust;
      }
      mean /= trust;
      const TreeBranch& branch = tree.nodes[n].branches[b];
      (branch.next_node == no_node ? result.at(branch.pathway) : reached.at(branch.next_node)) += reached[n] * mean;
    }
  return result;
}

} // namespace rashin::pathway
