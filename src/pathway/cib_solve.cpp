#include "pathway/cib_solve.h"

#include "core/result.h"
#include "math/parallel.h"
#include "pathway/cib_search.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <limits>

namespace rashin::pathway {
namespace {

/// True where lanes up to `most` can hold every bound.
bool fits(const CrossImpactMatrix& matrix, int tolerance, std::int64_t most) {
  // The widest and narrowest value each bound can take; half the range for one difference, since two are subtracted.
  for (std::size_t s = 0; s < matrix.states(); ++s) {
    const std::size_t own = matrix.descriptor_of(s), first = matrix.first_state(own);
    for (std::size_t t = first; t < first + matrix.states_of(own); ++t) {
      std::int64_t high = std::int64_t{tolerance} + matrix.cell(s, s) - matrix.cell(s, t), low = high;
      if (std::abs(high) > most) return false;
      for (std::size_t d = 0; d < matrix.size(); ++d) {
        if (d == own) continue;
        int largest = std::numeric_limits<int>::min(), least = std::numeric_limits<int>::max();
        for (std::size_t u = 0; u < matrix.states_of(d); ++u) {
          const std::size_t row = matrix.first_state(d) + u;
          const int difference = matrix.cell(row, s) - matrix.cell(row, t);
          largest = std::max(largest, difference);
          least = std::min(least, difference);
        }
        if (largest > most / 2 || least < -most / 2) return false;
        high += largest;
        low += least;
        if (high > most || low < -most) return false;
      }
    }
  }
  return true;
}

/// Opens the tree level by level until it has enough branches to share out; their order does not depend on threads.
template <class T>
std::vector<typename CibSearch<T>::Node> open_branches(const CibSearch<T>& search, std::size_t descriptors,
                                                       std::size_t enough, Solution& solution) {
  std::vector<typename CibSearch<T>::Node> open;
  if (auto root = search.root(); search.propagate(root)) open.push_back(std::move(root));
  for (bool grew = true; grew && open.size() < enough;) {
    grew = false;
    std::vector<typename CibSearch<T>::Node> next;
    for (auto& node : open) {
      search.rank(node);
      const std::size_t d = search.branch_descriptor(node, node.order);
      if (d == descriptors) {
        next.push_back(std::move(node));
        continue;
      }
      ++solution.nodes;
      grew = true;
      for (std::uint64_t left = node.domains[d]; left != 0; left &= left - 1) {
        auto child = node;
        if (search.descend(node, d, left & (~left + 1), child)) next.push_back(std::move(child));
      }
    }
    open = std::move(next);
  }
  return open;
}

template <class T> Solution solve(const CrossImpactMatrix& matrix, const SolveOptions& options) {
  const CibSearch<T> search(matrix, options);
  Solution solution;
  auto branches = open_branches(search, matrix.size(), options.threads == 1 ? 1 : 256, solution);
  std::vector<Solution> parts(branches.size());
  const math::ParallelOptions parallel{options.threads, 1, options.stop};
  solution.complete = math::parallel_for(branches.size(), parallel, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) search.collect(branches[i], options.most_scenarios, parts[i]);
  });
  for (Solution& part : parts) {
    solution.nodes += part.nodes;
    solution.complete = solution.complete && part.complete;
    std::move(part.scenarios.begin(), part.scenarios.end(), std::back_inserter(solution.scenarios));
  }
  if (solution.scenarios.size() > options.most_scenarios) {
    solution.scenarios.resize(options.most_scenarios);
    solution.complete = false;
  }
  std::sort(solution.scenarios.begin(), solution.scenarios.end());
  return solution;
}

} // namespace

Solution consistent_scenarios(const CrossImpactMatrix& matrix, const SolveOptions& options) {
  if (options.tolerance < 0) throw Error("the tolerance of a cross-impact search is negative");
  if (fits(matrix, options.tolerance, std::numeric_limits<std::int8_t>::max()))
    return solve<std::int8_t>(matrix, options);
  if (fits(matrix, options.tolerance, std::numeric_limits<std::int16_t>::max()))
    return solve<std::int16_t>(matrix, options);
  if (!fits(matrix, options.tolerance, std::numeric_limits<std::int32_t>::max()))
    throw Error("cross-impact cells are too large to sum");
  return solve<std::int32_t>(matrix, options);
}

} // namespace rashin::pathway
