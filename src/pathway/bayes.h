#pragma once
#include "core/result.h"

#include <optional>
#include <string>
#include <vector>

namespace rashin::pathway {

/// A variable of a Bayesian network: its values, the variables it hangs on, and P(value | values of these).
struct BayesNode {
  std::string name;
  std::vector<std::string> values;
  std::vector<std::size_t> parents; ///< numbers of nodes
  /// One row per combination of the parents' values, the last parent's value changing fastest; in a row one
  /// probability per value, sum 1.
  std::vector<std::vector<double>> table;
};
using BayesNetwork = std::vector<BayesNode>;

/// What a cause does alone: with probability `alone` it brings the effect about where it has its value.
struct NoisyCause {
  std::vector<double> alone; ///< per value of the parent; 0 for values that do nothing
};
/// The table of a node of two values by noisy-OR (Pearl 1988): causes work apart from each other, so the effect (value
/// `effect`) fails to come with probability (1 - leak) × product of (1 - alone). One cause per parent.
std::vector<std::vector<double>> noisy_or(const std::vector<NoisyCause>& causes, double leak, std::size_t effect);

/// Nodes on a cycle, in its order, from the first of them; empty where there is none. Parents must exist.
std::vector<std::size_t> cycle_of(const BayesNetwork& network);

/// The seen value of each node, or nothing.
using Evidence = std::vector<std::optional<std::size_t>>;

struct BayesOptions {
  std::size_t largest_factor = std::size_t{1} << 24; ///< entries of the largest table on the way
};

struct BayesAnswer {
  double evidence = 1;                        ///< P(what was seen)
  std::vector<std::vector<double>> posterior; ///< [node][value]: P(value | what was seen)
};

/// Exact marginals by variable elimination (Zhang and Poole 1994): for each node all others are summed out one by one,
/// the one first whose product is smallest; ties to the first. Diagnostics `bayes-impossible` where what was seen has
/// probability 0, `bayes-too-large` (with the entries needed) where a table on the way would exceed the limit. Throws
/// Error for other shapes than stated, a cycle, rows that do not sum to 1 within 1e-6 (they are scaled). Pure.
Result<BayesAnswer> bayes_marginals(const BayesNetwork& network, const Evidence& evidence,
                                    const BayesOptions& options = {});

/// P(values of these nodes together | what was seen), the last node's value changing fastest. Same diagnostics.
Result<std::vector<double>> bayes_joint(const BayesNetwork& network, const Evidence& evidence,
                                        const std::vector<std::size_t>& nodes, const BayesOptions& options = {});

/// How much each node not yet seen is expected to tell about `target`, in bits (mutual information given what was
/// seen); 0 for the target and for nodes seen. Same diagnostics.
Result<std::vector<double>> bayes_information(const BayesNetwork& network, const Evidence& evidence, std::size_t target,
                                              const BayesOptions& options = {});

} // namespace rashin::pathway
