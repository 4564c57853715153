#include "pathway/bayes.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace rashin::pathway {
namespace {

/// A table over some nodes, ascending; the last node's value changes fastest.
struct Factor {
  std::vector<std::size_t> nodes;
  std::vector<double> values;
};

class Elimination {
 public:
  Elimination(const BayesNetwork& network, const Evidence& evidence, const BayesOptions& options)
      : network_(network), options_(options) {
    for (std::size_t n = 0; n < network.size(); ++n) factors_.push_back(restricted(table_of(n), evidence));
  }

  /// The product of all tables with every node but `kept` (ascending) summed out; not scaled. Nothing where a table
  /// would exceed the limit.
  std::optional<Factor> run(const std::vector<std::size_t>& kept) {
    std::vector<Factor> factors = factors_;
    for (;;) {
      std::optional<std::size_t> next;
      double least = std::numeric_limits<double>::infinity();
      for (const std::size_t node : left(factors, kept))
        if (const double size = entries(scope_with(factors, node)); size < least) least = size, next = node;
      if (!next) break;
      if (least > static_cast<double>(options_.largest_factor)) return too_large(least);
      eliminate(factors, *next);
    }
    std::vector<std::size_t> scope = kept;
    for (const Factor& factor : factors) scope = merged(scope, factor.nodes);
    if (const double size = entries(scope); size > static_cast<double>(options_.largest_factor)) return too_large(size);
    return product(factors, scope);
  }

  double needed() const { return needed_; }

 private:
  std::nullopt_t too_large(double entries_needed) {
    needed_ = entries_needed;
    return std::nullopt;
  }

  double entries(const std::vector<std::size_t>& nodes) const {
    double size = 1;
    for (const std::size_t node : nodes) size *= static_cast<double>(network_[node].values.size());
    return size;
  }

  static std::vector<std::size_t> merged(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    std::vector<std::size_t> result;
    std::set_union(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(result));
    return result;
  }

  /// Steps of each of `scope`'s nodes in a table over `nodes`; 0 where it is not in it.
  std::vector<std::size_t> strides(const std::vector<std::size_t>& nodes, const std::vector<std::size_t>& scope) const {
    std::vector<std::size_t> result(scope.size(), 0);
    std::size_t step = 1;
    for (std::size_t i = nodes.size(); i-- > 0;) {
      const auto at = std::lower_bound(scope.begin(), scope.end(), nodes[i]) - scope.begin();
      result[static_cast<std::size_t>(at)] = step;
      step *= network_[nodes[i]].values.size();
    }
    return result;
  }

  /// Calls what(place in the table over `scope`, places in the given tables) for each entry in order.
  template <class What>
  void each_entry(const std::vector<std::size_t>& scope, const std::vector<std::vector<std::size_t>>& steps,
                  const What& what) const {
    std::vector<std::size_t> values(scope.size(), 0), at(steps.size(), 0);
    const auto size = static_cast<std::size_t>(entries(scope));
    for (std::size_t entry = 0; entry < size; ++entry) {
      what(entry, at);
      for (std::size_t i = scope.size(); i-- > 0;) {
        const bool carries = ++values[i] == network_[scope[i]].values.size();
        for (std::size_t f = 0; f < steps.size(); ++f) at[f] += steps[f][i];
        if (!carries) break;
        for (std::size_t f = 0; f < steps.size(); ++f) at[f] -= steps[f][i] * values[i];
        values[i] = 0;
      }
    }
  }

  Factor product(const std::vector<Factor>& factors, const std::vector<std::size_t>& scope) const {
    Factor result{scope, std::vector<double>(static_cast<std::size_t>(entries(scope)), 1.0)};
    std::vector<std::vector<std::size_t>> steps;
    for (const Factor& factor : factors) steps.push_back(strides(factor.nodes, scope));
    each_entry(scope, steps, [&](std::size_t entry, const std::vector<std::size_t>& at) {
      for (std::size_t f = 0; f < factors.size(); ++f) result.values[entry] *= factors[f].values[at[f]];
    });
    return result;
  }

  Factor without(const Factor& factor, std::size_t node) const {
    Factor result{factor.nodes, {}};
    result.nodes.erase(std::find(result.nodes.begin(), result.nodes.end(), node));
    result.values.assign(static_cast<std::size_t>(entries(result.nodes)), 0.0);
    each_entry(
        factor.nodes, {strides(result.nodes, factor.nodes)},
        [&](std::size_t entry, const std::vector<std::size_t>& at) { result.values[at[0]] += factor.values[entry]; });
    return result;
  }

  /// The node's table over itself and its parents.
  Factor table_of(std::size_t node) const {
    const BayesNode& of = network_[node];
    std::vector<std::size_t> declared = of.parents;
    declared.push_back(node);
    Factor factor{declared, {}};
    std::sort(factor.nodes.begin(), factor.nodes.end());
    factor.values.assign(static_cast<std::size_t>(entries(declared)), 0.0);
    std::vector<std::size_t> values(declared.size(), 0);
    const std::vector<std::size_t> steps = strides(factor.nodes, factor.nodes);
    for (const std::vector<double>& row : of.table) {
      const double sum = std::accumulate(row.begin(), row.end(), 0.0);
      for (const double p : row) {
        std::size_t at = 0;
        for (std::size_t i = 0; i < declared.size(); ++i) {
          const auto place = std::lower_bound(factor.nodes.begin(), factor.nodes.end(), declared[i]);
          at += steps[static_cast<std::size_t>(place - factor.nodes.begin())] * values[i];
        }
        factor.values[at] = p / sum;
        for (std::size_t i = declared.size(); i-- > 0;) {
          if (++values[i] < network_[declared[i]].values.size()) break;
          values[i] = 0;
        }
      }
    }
    return factor;
  }

  /// What does not agree with what was seen becomes 0; seen nodes stay, so that they can be asked for.
  Factor restricted(Factor factor, const Evidence& evidence) const {
    for (std::size_t i = 0; i < factor.nodes.size(); ++i) {
      const std::optional<std::size_t> seen = evidence[factor.nodes[i]];
      if (!seen) continue;
      const std::size_t count = network_[factor.nodes[i]].values.size(), step = strides(factor.nodes, factor.nodes)[i];
      for (std::size_t entry = 0; entry < factor.values.size(); ++entry)
        if (entry / step % count != *seen) factor.values[entry] = 0;
    }
    return factor;
  }

  std::vector<std::size_t> left(const std::vector<Factor>& factors, const std::vector<std::size_t>& kept) const {
    std::vector<std::size_t> all, result;
    for (const Factor& factor : factors) all = merged(all, factor.nodes);
    std::set_difference(all.begin(), all.end(), kept.begin(), kept.end(), std::back_inserter(result));
    return result;
  }

  static std::vector<std::size_t> scope_with(const std::vector<Factor>& factors, std::size_t node) {
    std::vector<std::size_t> scope;
    for (const Factor& factor : factors)
      if (std::binary_search(factor.nodes.begin(), factor.nodes.end(), node)) scope = merged(scope, factor.nodes);
    return scope;
  }

  void eliminate(std::vector<Factor>& factors, std::size_t node) const {
    std::vector<Factor> with, rest;
    for (Factor& factor : factors)
      (std::binary_search(factor.nodes.begin(), factor.nodes.end(), node) ? with : rest).push_back(std::move(factor));
    rest.push_back(without(product(with, scope_with(with, node)), node));
    factors = std::move(rest);
  }

  const BayesNetwork& network_;
  const BayesOptions& options_;
  std::vector<Factor> factors_;
  double needed_ = 0;
};

void check(const BayesNetwork& network, const Evidence& evidence) {
  if (evidence.size() != network.size()) throw Error("evidence does not fit its network");
  for (std::size_t n = 0; n < network.size(); ++n) {
    const BayesNode& node = network[n];
    std::size_t rows = 1;
    for (const std::size_t parent : node.parents) {
      if (parent >= network.size()) throw Error("a node of a network hangs on no node");
      rows *= network[parent].values.size();
    }
    bool whole =
        !node.values.empty() && node.table.size() == rows && (!evidence[n] || *evidence[n] < node.values.size());
    for (const std::vector<double>& row : node.table) {
      const double sum = std::accumulate(row.begin(), row.end(), 0.0);
      whole = whole && row.size() == node.values.size() && std::fabs(sum - 1) <= 1e-6 &&
              std::all_of(row.begin(), row.end(), [](double p) { return p >= 0; });
    }
    if (!whole) throw Error("a node of a network without valid figures: " + node.name);
  }
  if (!cycle_of(network).empty()) throw Error("a network with a cycle");
}

Diagnostics too_large(double entries) {
  return {
      make_diagnostic("bayes-too-large", {}, {std::to_string(static_cast<std::uint64_t>(std::min(entries, 1e18)))})};
}

double bits(double p) {
  return p > 0 ? p * std::log2(p) : 0;
}

/// Scaled to sum 1; the sum before.
double scale(std::vector<double>& values) {
  const double sum = std::accumulate(values.begin(), values.end(), 0.0);
  for (double& value : values) value /= sum;
  return sum;
}

/// Asks for some nodes of a network that was checked.
Result<Factor> ask(Elimination& elimination, const std::vector<std::size_t>& kept) {
  auto factor = elimination.run(kept);
  if (!factor) return too_large(elimination.needed());
  if (!(std::accumulate(factor->values.begin(), factor->values.end(), 0.0) > 0))
    return Diagnostics{make_diagnostic("bayes-impossible", {})};
  return std::move(*factor);
}

} // namespace

Result<BayesAnswer> bayes_marginals(const BayesNetwork& network, const Evidence& evidence,
                                    const BayesOptions& options) {
  check(network, evidence);
  Elimination elimination(network, evidence, options);
  BayesAnswer answer;
  for (std::size_t n = 0; n < network.size(); ++n) {
    auto asked = ask(elimination, {n});
    if (!asked) return asked.diagnostics();
    Factor factor = asked.take();
    const double sum = scale(factor.values);
    if (n == 0) answer.evidence = sum;
    answer.posterior.push_back(std::move(factor.values));
  }
  return answer;
}

Result<std::vector<double>> bayes_joint(const BayesNetwork& network, const Evidence& evidence,
                                        const std::vector<std::size_t>& nodes, const BayesOptions& options) {
  check(network, evidence);
  std::vector<std::size_t> kept = nodes;
  std::sort(kept.begin(), kept.end());
  if (kept.empty() || std::adjacent_find(kept.begin(), kept.end()) != kept.end() || kept.back() >= network.size())
    throw Error("nodes asked for together must be different nodes of the network");
  Elimination elimination(network, evidence, options);
  auto asked = ask(elimination, kept);
  if (!asked) return asked.diagnostics();
  Factor factor = asked.take();
  scale(factor.values);
  std::vector<double> result;
  std::vector<std::size_t> values(nodes.size(), 0);
  for (std::size_t entry = 0; entry < factor.values.size(); ++entry) { // from ascending nodes to the order asked for
    std::size_t at = 0;
    for (const std::size_t node : kept) {
      const auto place = static_cast<std::size_t>(std::find(nodes.begin(), nodes.end(), node) - nodes.begin());
      at = at * network[node].values.size() + values[place];
    }
    result.push_back(factor.values[at]);
    for (std::size_t i = nodes.size(); i-- > 0;) {
      if (++values[i] < network[nodes[i]].values.size()) break;
      values[i] = 0;
    }
  }
  return result;
}

Result<std::vector<double>> bayes_information(const BayesNetwork& network, const Evidence& evidence, std::size_t target,
                                              const BayesOptions& options) {
  std::vector<double> result(network.size(), 0.0);
  for (std::size_t n = 0; n < network.size(); ++n) {
    if (n == target || evidence.at(n)) continue;
    const auto joint = bayes_joint(network, evidence, {target, n}, options);
    if (!joint) return joint.diagnostics();
    const std::size_t columns = network[n].values.size();
    std::vector<double> rows(network[target].values.size(), 0.0), sums(columns, 0.0);
    for (std::size_t i = 0; i < joint->size(); ++i) {
      rows[i / columns] += (*joint)[i];
      sums[i % columns] += (*joint)[i];
      result[n] += bits((*joint)[i]);
    }
    for (const double p : rows) result[n] -= bits(p);
    for (const double p : sums) result[n] -= bits(p);
    result[n] = std::max(0.0, result[n]);
  }
  return result;
}

} // namespace rashin::pathway
