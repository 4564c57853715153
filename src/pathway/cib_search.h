#pragma once
#include "pathway/cib_joint.h"
#include "pathway/cib_solve.h"
#include "pathway/cib_step.h"

#include <bit>
#include <utility>

namespace rashin::pathway {

/// The bounds of one matrix and the search over them (cib_solve.h), on lanes of T: int8_t or int16_t where all sums
/// fit, else int32_t; exact in any case. One lane per state; row r holds its pair with the r-th other state of its
/// descriptor.
template <class T> class CibSearch {
 public:
  using Block = CibBlock<T>;
  static constexpr std::size_t lanes = sizeof(Block) / sizeof(T);

  /// What is known at one node of the tree.
  struct Node {
    std::vector<Block> state;           ///< bounds, alive, only, as in CibStep
    std::vector<Block> refuted;         ///< of the last step
    std::vector<std::uint64_t> domains; ///< per descriptor, a bit per state still possible
    std::vector<std::size_t> order;     ///< of branching; kept up only near the root, deeper nodes use an ancestor's
    std::size_t depth = 0;
    CibJointBound::Scratch joint{};
  };

  /// T must hold every bound (cib_solve.cpp sees to it).
  CibSearch(const CrossImpactMatrix& matrix, const SolveOptions& options);

  Node root() const;
  /// Refutes what can be refuted; false where a descriptor has no state left.
  bool propagate(Node& node) const;
  /// Ranks the descriptors anew if the node is near the root; true where it did.
  bool rank(Node& node) const;
  /// The descriptor to branch on, or size() at a leaf.
  std::size_t branch_descriptor(const Node& node, const std::vector<std::size_t>& order) const;
  /// Makes `child` of `parent` with one state of `descriptor` left; false where that is refuted.
  bool descend(const Node& parent, std::size_t descriptor, std::uint64_t state, Node& child) const;
  /// All scenarios below a propagated node, at most `most`, appended to `solution`.
  void collect(const Node& node, std::size_t most, Solution& solution) const;

 private:
  /// Descriptors up to this many states have a table per domain, others for single states and for all states.
  static constexpr std::size_t largest_full_table = 6;

  /// Without the population count that std::has_single_bit calls for on a plain x86-64.
  static bool is_single(std::uint64_t states) { return (states & (states - 1)) == 0; }
  const Block* table_of(std::size_t descriptor, std::uint64_t domain) const {
    const std::size_t count = counts_[descriptor];
    std::size_t index = static_cast<std::size_t>(domain);
    if (count > largest_full_table)
      index = is_single(domain) ? static_cast<std::size_t>(std::countr_zero(domain)) : count;
    return tables_.data() + (first_table_[descriptor] + index) * stride_;
  }
  Block* table_of(std::size_t descriptor, std::uint64_t domain) {
    return const_cast<Block*>(std::as_const(*this).table_of(descriptor, domain));
  }
  std::size_t place(std::size_t state, std::size_t row) const {
    return (state / lanes * rows_ + row) * lanes + state % lanes;
  }
  void fill_tables(std::size_t descriptor);
  void fill_masks(std::size_t descriptor, std::uint64_t domain);
  void fill_initial();
  bool has_own_table(std::size_t descriptor, std::uint64_t domain) const;
  CibVerdict restrict_to(const Node& parent, std::size_t descriptor, std::uint64_t domain, Node& child) const;
  void drop_states(Node& node, std::size_t descriptor, std::uint64_t domain) const;
  bool settle(Node& node, CibVerdict verdict) const;
  bool find_demands(Node& node) const;
  bool sharpen(Node& node) const;
  struct Walk {
    std::vector<Node> levels;
    std::size_t most;
    Solution& solution;
  };
  void collect_at(Walk& walk, std::size_t level, const std::vector<std::size_t>& ancestors_order) const;

  const CrossImpactMatrix& matrix_;
  const SolveOptions& options_;
  CibJointBound joint_;
  std::size_t rows_ = 1;                         ///< the most rivals a state has
  std::size_t blocks_ = 0;                       ///< per row
  std::vector<std::vector<std::size_t>> rivals_; ///< [state][row]
  std::size_t stride_ = 0;                       ///< blocks of a node or a table
  std::vector<Block> initial_;                   ///< bounds from the blocks of descriptors on themselves; masks
  std::vector<Block> tables_;                    ///< largest differences and masks per descriptor and domain
  std::vector<std::size_t> counts_;              ///< states per descriptor
  std::vector<std::size_t> first_table_;         ///< per descriptor
};

extern template class CibSearch<std::int8_t>;
extern template class CibSearch<std::int16_t>;
extern template class CibSearch<std::int32_t>;

} // namespace rashin::pathway
