#pragma once
#include "core/draws.h"
#include "core/localized_text.h"

#include <cstddef>
#include <string>
#include <vector>

namespace rashin::pathway {

/// One person's probabilities for the branches of a node, in the order of the branches, summing to one. The
/// concentration says how firmly they are held (the sum of the parameters of a Dirichlet distribution; infinite =
/// exactly).
struct BranchJudgement {
  std::string by;
  std::vector<double> probabilities;
  double concentration = 0;
  double trust = 1; ///< how often the person is believed, relative to the others
};

constexpr std::size_t no_node = static_cast<std::size_t>(-1);

/// A branch leads to a further node, or ends in a pathway.
struct TreeBranch {
  std::string id;
  LocalizedText title;
  std::size_t next_node = no_node;
  std::size_t pathway = 0; ///< used where next_node is no_node
};

struct TreeNode {
  std::string id;
  LocalizedText question;
  std::vector<TreeBranch> branches;
  std::vector<BranchJudgement> judgements; ///< at least one
};

/// The courses that a trigger may take. nodes[0] is the root; children stand behind their parents, each node has one
/// parent.
struct EventTree {
  std::vector<TreeNode> nodes;
  std::size_t pathways = 0;
};

/// Probabilities of the branches of one node, [branch][draw].
using BranchProbabilities = std::vector<std::vector<double>>;

struct TreeProbabilities {
  std::vector<BranchProbabilities> nodes;    ///< [node][branch][draw], given that the node is reached
  std::vector<std::vector<double>> pathways; ///< [pathway][draw]; sums to one in each draw
};

/// In each draw one person is believed (factor `tree/<node>/believed`, by their trust), and that person's probabilities
/// are drawn around the stated ones (factors `tree/<node>.<branch>/probability`; Dirichlet by stick-breaking). Several
/// leaves may end in one pathway; their probabilities add up. Draws first … first + draws − 1. Pure, thread-safe.
/// Throws Error if the tree breaks the promises above.
TreeProbabilities draw_probabilities(const EventTree& tree, const DrawPlan& plan, std::uint64_t first,
                                     std::size_t draws);

/// Expected probabilities without sampling: the mean over people by their trust, multiplied along the tree, [pathway].
std::vector<double> expected_probabilities(const EventTree& tree);

} // namespace rashin::pathway
