#include "pathway/cib_search.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <numeric>

namespace rashin::pathway {
namespace {

/// Down to this depth the order of branching is found anew at each node, below it is kept: nearly as few nodes, and a
/// node costs far less (docs/methods/cross-impact-balances.md).
constexpr std::size_t deepest_ranking = 4;

/// The joint bound is asked while there are so many demands and so many descriptors open.
constexpr std::size_t fewest_demands = 10, fewest_open = 5;

std::uint64_t all_states(std::size_t count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}
std::uint64_t lowest(std::uint64_t states) {
  return states & (~states + 1);
}

template <class T, class Block> T* lanes_of(Block* blocks) {
  return reinterpret_cast<T*>(blocks);
}

/// The sum of what the bounds lose, weighted; in sixteen partial sums, so that lanes are worked on together.
template <class T> float weighted_loss(const T* before, const T* after, const float* weight, std::size_t size) {
  constexpr std::size_t width = 16;
  std::array<float, width> partial{};
  for (std::size_t at = 0; at < size; at += width)
    for (std::size_t i = 0; i < width; ++i)
      partial[i] += static_cast<float>(before[at + i] - after[at + i]) * weight[at + i];
  return std::accumulate(partial.begin(), partial.end(), 0.0f);
}

} // namespace

template <class T>
CibSearch<T>::CibSearch(const CrossImpactMatrix& matrix, const SolveOptions& options)
    : matrix_(matrix), options_(options), joint_(matrix, options.tolerance),
      blocks_((matrix.states() + lanes - 1) / lanes), rivals_(matrix.states()) {
  std::size_t tables = 0;
  for (std::size_t d = 0; d < matrix.size(); ++d) {
    const std::size_t count = matrix.states_of(d), first = matrix.first_state(d);
    rows_ = std::max(rows_, count - 1);
    for (std::size_t s = 0; s < count; ++s)
      for (std::size_t t = 0; t < count; ++t)
        if (t != s) rivals_[first + s].push_back(first + t);
    counts_.push_back(count);
    first_table_.push_back(tables);
    tables += count <= largest_full_table ? std::size_t{1} << count : count + 1;
  }
  stride_ = (rows_ + 2) * blocks_;
  tables_.assign(tables * stride_, Block{});
  for (std::size_t d = 0; d < matrix.size(); ++d) fill_tables(d);
  fill_initial();
}

/// Domains without one use the table of all states, with looser bounds and no masks.
template <class T> bool CibSearch<T>::has_own_table(std::size_t descriptor, std::uint64_t domain) const {
  return counts_[descriptor] <= largest_full_table || is_single(domain);
}

/// Which states of the descriptor a domain leaves.
template <class T> void CibSearch<T>::fill_masks(std::size_t descriptor, std::uint64_t domain) {
  Block* const masks = table_of(descriptor, domain) + rows_ * blocks_;
  T* const alive = lanes_of<T>(masks);
  T* const only = lanes_of<T>(masks + blocks_);
  std::fill_n(alive, blocks_ * lanes, static_cast<T>(-1));
  for (std::size_t u = 0; u < matrix_.states_of(descriptor); ++u) {
    const std::size_t state = matrix_.first_state(descriptor) + u;
    alive[state] = domain >> u & 1 ? static_cast<T>(-1) : T{0};
    only[state] = domain == std::uint64_t{1} << u ? static_cast<T>(-1) : T{0};
  }
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
    fill_masks(descriptor, std::uint64_t{1} << u);
  }
  const auto merge = [size](Block* target, const Block* one, const Block* other) {
    for (std::size_t b = 0; b < size; ++b) target[b].v = one[b].v > other[b].v ? one[b].v : other[b].v;
  };
  if (count <= largest_full_table) {
    for (std::uint64_t domain = 1; domain < std::uint64_t{1} << count; ++domain) {
      if (is_single(domain)) continue;
      merge(table_of(descriptor, domain), table_of(descriptor, domain & (domain - 1)),
            table_of(descriptor, lowest(domain)));
      fill_masks(descriptor, domain);
    }
    return;
  }
  Block* const all = table_of(descriptor, all_states(count));
  std::copy_n(table_of(descriptor, 1), size, all);
  for (std::size_t u = 1; u < count; ++u) merge(all, all, table_of(descriptor, std::uint64_t{1} << u));
  fill_masks(descriptor, all_states(count));
}

/// Bounds hold the tolerance already. What state s says about itself against its rivals matters only when s is chosen,
/// so it is exact from the start.
template <class T> void CibSearch<T>::fill_initial() {
  initial_.assign(stride_, Block{});
  T* const bounds = lanes_of<T>(initial_.data());
  T* const alive = lanes_of<T>(initial_.data() + rows_ * blocks_);
  std::fill_n(bounds, rows_ * blocks_ * lanes, static_cast<T>(std::numeric_limits<T>::max() / 2));
  for (std::size_t s = 0; s < matrix_.states(); ++s) {
    alive[s] = static_cast<T>(-1);
    for (std::size_t r = 0; r < rivals_[s].size(); ++r)
      bounds[place(s, r)] = static_cast<T>(options_.tolerance + matrix_.cell(s, s) - matrix_.cell(s, rivals_[s][r]));
  }
}

template <class T> typename CibSearch<T>::Node CibSearch<T>::root() const {
  Node node{initial_, std::vector<Block>(blocks_, Block{}), {}, {}, 0};
  for (std::size_t d = 0; d < matrix_.size(); ++d) {
    node.domains.push_back(all_states(matrix_.states_of(d)));
    const Block* const table = table_of(d, node.domains[d]);
    for (std::size_t b = 0; b < rows_ * blocks_; ++b) node.state[b].v += table[b].v;
    for (std::size_t b = (rows_ + 1) * blocks_; b < stride_; ++b) node.state[b].v |= table[b].v;
  }
  node.order.resize(matrix_.size());
  std::iota(node.order.begin(), node.order.end(), std::size_t{0});
  return node;
}

/// `child` becomes `parent` with fewer states of one descriptor; the two may be one node.
template <class T>
CibVerdict CibSearch<T>::restrict_to(const Node& parent, std::size_t descriptor, std::uint64_t domain,
                                     Node& child) const {
  const CibStep<T> step{parent.state.data(),
                        table_of(descriptor, parent.domains[descriptor]),
                        table_of(descriptor, domain),
                        child.state.data(),
                        child.refuted.data(),
                        blocks_,
                        rows_};
  child.domains[descriptor] = domain;
  if (has_own_table(descriptor, domain)) return take_step(step);
  drop_states(child, descriptor, domain);
  return take_step(step);
}

/// Takes states out of a node by hand, for domains without masks of their own.
template <class T> void CibSearch<T>::drop_states(Node& node, std::size_t descriptor, std::uint64_t domain) const {
  T* const alive = lanes_of<T>(node.state.data() + rows_ * blocks_);
  for (std::size_t u = 0; u < matrix_.states_of(descriptor); ++u)
    if (!(domain >> u & 1)) alive[matrix_.first_state(descriptor) + u] = 0;
}

/// Takes refuted states out, one descriptor after the other, until none is left; bounds only fall, so the order does
/// not matter.
template <class T> bool CibSearch<T>::settle(Node& node, CibVerdict verdict) const {
  while (verdict == CibVerdict::Refuted) {
    const T* const refuted = lanes_of<const T>(node.refuted.data());
    std::size_t word = 0;
    std::uint64_t bits = 0;
    for (; bits == 0; ++word) std::memcpy(&bits, refuted + word * (8 / sizeof(T)), sizeof bits);
    const std::size_t state =
        (word - 1) * (8 / sizeof(T)) + static_cast<std::size_t>(std::countr_zero(bits)) / (8 * sizeof(T));
    const std::size_t d = matrix_.descriptor_of(state), first = matrix_.first_state(d);
    std::uint64_t domain = node.domains[d];
    for (std::size_t u = state - first; u < matrix_.states_of(d); ++u)
      if (refuted[first + u] != 0) domain &= ~(std::uint64_t{1} << u);
    if (domain == 0) return false;
    verdict = restrict_to(node, d, domain, node);
  }
  return verdict != CibVerdict::Dead;
}

template <class T> bool CibSearch<T>::propagate(Node& node) const {
  return settle(node, restrict_to(node, 0, node.domains[0], node));
}

template <class T>
bool CibSearch<T>::descend(const Node& parent, std::size_t descriptor, std::uint64_t state, Node& child) const {
  std::copy(parent.domains.begin(), parent.domains.end(), child.domains.begin());
  const CibVerdict verdict = restrict_to(parent, descriptor, state, child);
  if (verdict == CibVerdict::Dead) return false;
  child.depth = parent.depth + 1;
  if (child.depth <= deepest_ranking) child.order = parent.order;
  return settle(child, verdict) && (!joint_.usable() || sharpen(child));
}

/// The demands of the settled descriptors; false where they are too few, or the open descriptors, for the joint bound
/// to see more than the bounds do.
template <class T> bool CibSearch<T>::find_demands(Node& node) const {
  const T* const bounds = lanes_of<const T>(node.state.data());
  CibJointBound::Scratch& joint = node.joint;
  joint.demands.resize(matrix_.states());
  joint.count = 0;
  joint.total = 0;
  std::size_t settled = 0;
  for (std::size_t d = 0; d < counts_.size(); ++d) {
    if (!is_single(node.domains[d])) continue;
    ++settled;
    const std::size_t s = matrix_.first_state(d) + static_cast<std::size_t>(std::countr_zero(node.domains[d]));
    for (std::size_t r = 0; r + 1 < counts_[d]; ++r) {
      const T bound = bounds[place(s, r)];
      joint.demands[joint.count++] = {joint_.table(s, r), bound};
      joint.total += bound;
    }
  }
  return joint.count >= fewest_demands && settled + fewest_open <= counts_.size();
}

/// Lets the joint bound take out states until it finds none.
template <class T> bool CibSearch<T>::sharpen(Node& node) const {
  while (find_demands(node)) {
    const CibJointBound::Verdict found = joint_.narrow(node.joint, node.domains);
    if (found != CibJointBound::Verdict::Narrower) return found == CibJointBound::Verdict::Unchanged;
    CibVerdict verdict = CibVerdict::Open;
    for (std::size_t d = 0; d < counts_.size() && verdict != CibVerdict::Dead; ++d)
      if (const std::uint64_t left = CibJointBound::left(node.joint, d); left != node.domains[d])
        verdict = restrict_to(node, d, left, node);
    if (!settle(node, verdict)) return false;
  }
  return true;
}

/// Branch first where a choice would press hardest on the bounds that are already tight: for each lane the loss of
/// bound over the bound left, per state to try.
template <class T> bool CibSearch<T>::rank(Node& node) const {
  if (node.depth > deepest_ranking) return false;
  std::vector<float> weight(rows_ * blocks_ * lanes, 0.0f), score(matrix_.size(), 0.0f);
  const T* const bounds = lanes_of<const T>(node.state.data());
  for (std::size_t s = 0; s < matrix_.states(); ++s) {
    const std::size_t d = matrix_.descriptor_of(s);
    if (!(node.domains[d] >> (s - matrix_.first_state(d)) & 1)) continue;
    for (std::size_t r = 0; r < rivals_[s].size(); ++r)
      weight[place(s, r)] = 1.0f / static_cast<float>((bounds[place(s, r)] + 1) * std::popcount(node.domains[d]));
  }
  for (std::size_t d = 0; d < matrix_.size(); ++d) {
    if (is_single(node.domains[d])) continue;
    const T* const before = lanes_of<const T>(table_of(d, node.domains[d]));
    for (std::uint64_t left = node.domains[d]; left != 0; left &= left - 1)
      score[d] += weighted_loss(before, lanes_of<const T>(table_of(d, lowest(left))), weight.data(), weight.size());
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

template class CibSearch<std::int8_t>;
template class CibSearch<std::int16_t>;
template class CibSearch<std::int32_t>;

} // namespace rashin::pathway
