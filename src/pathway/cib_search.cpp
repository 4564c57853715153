#include "pathway/cib_search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <numeric>

namespace rashin::pathway {
namespace {

/// Descriptors up to this many states have a table per domain, others for single states and for all states.
constexpr std::size_t largest_full_table = 6;
/// Down to this depth the order of branching is found anew at each node, below it is kept: nearly as few nodes, and a
/// node costs far less (docs/methods/cross-impact.md).
constexpr std::size_t deepest_ranking = 4;

std::uint64_t all_states(std::size_t count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}
/// Without the population count that std::has_single_bit calls for on a plain x86-64.
bool is_single(std::uint64_t states) {
  return (states & (states - 1)) == 0;
}
std::uint64_t lowest(std::uint64_t states) {
  return states & (~states + 1);
}

template <class Block> bool any(const Block& block) {
  std::array<std::uint64_t, 2> words;
  std::memcpy(words.data(), &block, sizeof words);
  return (words[0] | words[1]) != 0;
}

template <class T, class Block> T* lanes_of(Block* blocks) {
  return reinterpret_cast<T*>(blocks);
}

} // namespace

template <class T> bool CibSearch<T>::fits(const CrossImpactMatrix& matrix, int tolerance) {
  // Each descriptor moves a difference by at most twice its largest cell; half the range is kept for padding lanes.
  std::int64_t sum = std::int64_t{tolerance} + 1;
  for (std::size_t d = 0; d < matrix.size(); ++d) {
    int largest = 0;
    for (std::size_t s = 0; s < matrix.states_of(d); ++s)
      for (std::size_t column = 0; column < matrix.states(); ++column)
        largest = std::max(largest, std::abs(matrix.cell(matrix.first_state(d) + s, column)));
    sum += 4 * std::int64_t{largest};
  }
  return sum < std::numeric_limits<T>::max() / 2;
}

template <class T>
CibSearch<T>::CibSearch(const CrossImpactMatrix& matrix, const SolveOptions& options)
    : matrix_(matrix), options_(options), blocks_((matrix.states() + lanes - 1) / lanes), rivals_(matrix.states()) {
  std::size_t tables = 0;
  for (std::size_t d = 0; d < matrix.size(); ++d) {
    const std::size_t count = matrix.states_of(d), first = matrix.first_state(d);
    rows_ = std::max(rows_, count - 1);
    for (std::size_t s = 0; s < count; ++s)
      for (std::size_t t = 0; t < count; ++t)
        if (t != s) rivals_[first + s].push_back(first + t);
    first_table_.push_back(tables);
    tables += count <= largest_full_table ? std::size_t{1} << count : count + 1;
  }
  tables_.assign(tables * rows_ * blocks_, Block{});
  for (std::size_t d = 0; d < matrix.size(); ++d) fill_tables(d);
  fill_own_blocks();
}

template <class T>
const typename CibSearch<T>::Block* CibSearch<T>::table_of(std::size_t descriptor, std::uint64_t domain) const {
  const std::size_t count = matrix_.states_of(descriptor);
  std::size_t index = static_cast<std::size_t>(domain);
  if (count > largest_full_table)
    index = is_single(domain) ? static_cast<std::size_t>(std::countr_zero(domain)) : count;
  return tables_.data() + (first_table_[descriptor] + index) * rows_ * blocks_;
}

template <class T> void CibSearch<T>::fill_tables(std::size_t descriptor) {
  const std::size_t size = rows_ * blocks_, count = matrix_.states_of(descriptor);
  for (std::size_t u = 0; u < count; ++u) {
    const std::size_t row = matrix_.first_state(descriptor) + u;
    T* const table = lanes_of<T>(table_of(descriptor, std::uint64_t{1} << u));
    for (std::size_t s = 0; s < matrix_.states(); ++s) {
      if (matrix_.descriptor_of(s) == descriptor) continue; // known exactly, see fill_own_blocks
      for (std::size_t r = 0; r < rivals_[s].size(); ++r)
        table[place(s, r)] = static_cast<T>(matrix_.cell(row, s) - matrix_.cell(row, rivals_[s][r]));
    }
  }
  const auto merge = [size](Block* target, const Block* one, const Block* other) {
    for (std::size_t b = 0; b < size; ++b) target[b].v = one[b].v > other[b].v ? one[b].v : other[b].v;
  };
  if (count <= largest_full_table) {
    for (std::uint64_t domain = 1; domain < std::uint64_t{1} << count; ++domain)
      if (!is_single(domain))
        merge(table_of(descriptor, domain), table_of(descriptor, domain & (domain - 1)),
              table_of(descriptor, lowest(domain)));
    return;
  }
  Block* const all = table_of(descriptor, all_states(count));
  std::copy_n(table_of(descriptor, 1), size, all);
  for (std::size_t u = 1; u < count; ++u) merge(all, all, table_of(descriptor, std::uint64_t{1} << u));
}

/// What state s says about itself against its rivals matters only when s is chosen, so it is exact from the start.
template <class T> void CibSearch<T>::fill_own_blocks() {
  initial_.assign(rows_ * blocks_, Block{});
  T* const bounds = lanes_of<T>(initial_.data());
  std::fill_n(bounds, rows_ * blocks_ * lanes, static_cast<T>(std::numeric_limits<T>::max() / 2));
  for (std::size_t s = 0; s < matrix_.states(); ++s)
    for (std::size_t r = 0; r < rivals_[s].size(); ++r)
      bounds[place(s, r)] = static_cast<T>(matrix_.cell(s, s) - matrix_.cell(s, rivals_[s][r]));
}

template <class T> typename CibSearch<T>::Node CibSearch<T>::root() const {
  Node node{initial_, std::vector<Block>(blocks_, Block{}), std::vector<Block>(blocks_, Block{}), {}, {}, 0};
  for (std::size_t d = 0; d < matrix_.size(); ++d) {
    node.domains.push_back(0);
    mark(node, d, all_states(matrix_.states_of(d)));
    const Block* const table = table_of(d, node.domains[d]);
    for (std::size_t b = 0; b < node.bounds.size(); ++b) node.bounds[b].v += table[b].v;
  }
  node.order.resize(matrix_.size());
  std::iota(node.order.begin(), node.order.end(), std::size_t{0});
  return node;
}

template <class T> void CibSearch<T>::mark(Node& node, std::size_t descriptor, std::uint64_t domain) const {
  const bool single = is_single(domain);
  for (std::size_t s = 0; s < matrix_.states_of(descriptor); ++s) {
    const std::size_t state = matrix_.first_state(descriptor) + s;
    const T left = domain >> s & 1 ? static_cast<T>(-1) : T{0};
    lanes_of<T>(node.alive.data())[state] = left;
    lanes_of<T>(node.only.data())[state] = single ? left : T{0};
  }
  node.domains[descriptor] = domain;
}

template <class T> void CibSearch<T>::restrict_to(Node& node, std::size_t descriptor, std::uint64_t domain) const {
  const Block* const before = table_of(descriptor, node.domains[descriptor]);
  const Block* const after = table_of(descriptor, domain);
  mark(node, descriptor, domain);
  if (before == after) return;
  for (std::size_t b = 0; b < node.bounds.size(); ++b) node.bounds[b].v += after[b].v - before[b].v;
}

template <class T> bool CibSearch<T>::propagate(Node& node) const {
  const Vector limit = Vector{} + static_cast<T>(-options_.tolerance);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t b = 0; b < blocks_; ++b) {
      Vector least = node.bounds[b * rows_].v;
      for (std::size_t r = 1; r < rows_; ++r) {
        const Vector other = node.bounds[b * rows_ + r].v;
        least = other < least ? other : least;
      }
      const Block refuted{(least < limit) & node.alive[b].v};
      if (!any(refuted)) continue;
      if (any(Block{refuted.v & node.only[b].v})) return false;
      changed = true;
      for (std::size_t lane = 0; lane < lanes;) {
        if (refuted.v[lane] == 0) {
          ++lane;
          continue;
        }
        const std::size_t d = matrix_.descriptor_of(b * lanes + lane), first = matrix_.first_state(d);
        std::uint64_t domain = node.domains[d];
        for (; lane < lanes && b * lanes + lane < first + matrix_.states_of(d); ++lane)
          if (refuted.v[lane] != 0) domain &= ~(std::uint64_t{1} << (b * lanes + lane - first));
        if (domain == 0) return false;
        restrict_to(node, d, domain);
      }
    }
  }
  return true;
}

template <class T>
bool CibSearch<T>::descend(const Node& parent, std::size_t descriptor, std::uint64_t state, Node& child) const {
  const Vector limit = Vector{} + static_cast<T>(-options_.tolerance);
  const Block* const before = table_of(descriptor, parent.domains[descriptor]);
  const Block* const after = table_of(descriptor, state);
  Vector refuted{};
  for (std::size_t b = 0; b < blocks_; ++b) {
    Vector least = Vector{} + std::numeric_limits<T>::max();
    for (std::size_t i = b * rows_; i < (b + 1) * rows_; ++i) {
      const Vector bound = parent.bounds[i].v + (after[i].v - before[i].v);
      child.bounds[i].v = bound;
      least = bound < least ? bound : least;
    }
    const Vector below = (least < limit) & parent.alive[b].v;
    if (any(Block{below & parent.only[b].v})) return false; // the last state of a descriptor falls
    refuted |= below;
  }
  std::copy(parent.alive.begin(), parent.alive.end(), child.alive.begin());
  std::copy(parent.only.begin(), parent.only.end(), child.only.begin());
  std::copy(parent.domains.begin(), parent.domains.end(), child.domains.begin());
  mark(child, descriptor, state);
  child.depth = parent.depth + 1;
  if (child.depth <= deepest_ranking) child.order = parent.order;
  return !any(Block{refuted}) || propagate(child);
}

/// Branch first where a choice would press hardest on the bounds that are already tight: for each lane the loss of
/// bound over the bound left, per state to try.
template <class T> bool CibSearch<T>::rank(Node& node) const {
  if (node.depth > deepest_ranking) return false;
  std::vector<float> weight(node.bounds.size() * lanes, 0.0f), score(matrix_.size(), 0.0f);
  const T* const bounds = lanes_of<const T>(node.bounds.data());
  for (std::size_t s = 0; s < matrix_.states(); ++s) {
    const std::size_t d = matrix_.descriptor_of(s);
    if (!(node.domains[d] >> (s - matrix_.first_state(d)) & 1)) continue;
    for (std::size_t r = 0; r < rivals_[s].size(); ++r)
      weight[place(s, r)] =
          1.0f / static_cast<float>((bounds[place(s, r)] + options_.tolerance + 1) * std::popcount(node.domains[d]));
  }
  for (std::size_t d = 0; d < matrix_.size(); ++d) {
    const T* const before = lanes_of<const T>(table_of(d, node.domains[d]));
    for (std::uint64_t left = node.domains[d]; left != 0; left &= left - 1) {
      const T* const after = lanes_of<const T>(table_of(d, lowest(left)));
      for (std::size_t i = 0; i < weight.size(); ++i) score[d] += static_cast<float>(before[i] - after[i]) * weight[i];
    }
    score[d] /= static_cast<float>(std::popcount(node.domains[d]));
  }
  std::stable_sort(node.order.begin(), node.order.end(),
                   [&](std::size_t a, std::size_t b) { return score[a] > score[b]; });
  return true;
}

template <class T>
std::size_t CibSearch<T>::branch_descriptor(const Node& node, const std::vector<std::size_t>& order) const {
  for (const std::size_t d : order)
    if (!is_single(node.domains[d])) return d;
  return matrix_.size();
}

template <class T>
void CibSearch<T>::collect_at(Walk& walk, std::size_t level, const std::vector<std::size_t>& ancestors_order) const {
  Solution& solution = walk.solution;
  ++solution.nodes;
  if ((solution.nodes & 0xfff) == 0 && options_.stop.stop_requested()) solution.complete = false;
  if (!solution.complete) return;
  Node& node = walk.levels[level];
  const std::vector<std::size_t>& order = rank(node) ? node.order : ancestors_order;
  const std::size_t d = branch_descriptor(node, order);
  if (d == matrix_.size()) {
    if (solution.scenarios.size() >= walk.most) {
      solution.complete = false;
      return;
    }
    Scenario scenario;
    for (const std::uint64_t domain : node.domains) scenario.push_back(std::countr_zero(domain));
    solution.scenarios.push_back(std::move(scenario));
    return;
  }
  for (std::uint64_t left = node.domains[d]; left != 0; left &= left - 1)
    if (descend(node, d, lowest(left), walk.levels[level + 1])) collect_at(walk, level + 1, order);
}

template <class T> void CibSearch<T>::collect(const Node& node, std::size_t most, Solution& solution) const {
  Walk walk{std::vector<Node>(matrix_.size() + 1, node), most, solution};
  collect_at(walk, 0, node.order);
}

template class CibSearch<std::int16_t>;
template class CibSearch<std::int32_t>;

} // namespace rashin::pathway
