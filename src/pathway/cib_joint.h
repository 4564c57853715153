#pragma once
#include "pathway/cib_matrix.h"
#include "pathway/cib_step.h"

#include <span>

namespace rashin::pathway {

/// A bound over several demands at once. Each settled descriptor demands a lead over every rival of its state. Alone, a
/// demand is bounded by the best that each open descriptor could do for it; but an open descriptor takes one state for
/// all demands. So for any weights >= 0 the weighted sum of the leads is at most the sum over descriptors of the
/// largest weighted contribution of one state (a surrogate bound: Glover 1965; Geoffrion 1974). Where that is negative
/// some demand fails; where it is with one state of an open descriptor, that state is refuted. This holds whatever the
/// weights are: they only decide how much is seen. Thread-safe.
class CibJointBound {
 public:
  using Block = CibBlock<std::int16_t>; ///< one lane per descriptor
  static constexpr std::size_t lanes = sizeof(Block) / sizeof(std::int16_t);
  static constexpr std::size_t most_states = 15, most_blocks = 4;

  /// A lead over one rival that a settled descriptor must keep.
  struct Demand {
    const Block* table = nullptr;
    std::int64_t bound = 0; ///< on its own; >= 0
  };
  /// What one call works with; kept by the caller for its memory.
  struct Scratch {
    std::vector<Demand> demands; ///< the first `count`, set by the caller
    std::size_t count = 0;
    std::int64_t total = 0;   ///< of their bounds
    std::vector<Block> alive; ///< states left, a bit each
  };
  enum class Verdict { Unchanged, Narrower, Refuted };

  /// Not usable where the search is too small to gain by it or the numbers are too wide.
  CibJointBound(const CrossImpactMatrix& matrix, int tolerance);

  bool usable() const { return usable_; }
  /// `row` counts the rivals of `state`.
  const Block* table(std::size_t state, std::size_t row) const {
    return tables_.data() + (state * rows_ + row) * states_ * blocks_;
  }
  /// Refutes states of the descriptors: `alive` of the scratch holds what is left of `domains` (a bit per state).
  Verdict narrow(Scratch& scratch, std::span<const std::uint64_t> domains) const;
  static std::uint64_t left(const Scratch& scratch, std::size_t descriptor) {
    return static_cast<std::uint16_t>(scratch.alive[descriptor / lanes].v[descriptor % lanes]);
  }

 private:
  void fill_table(const CrossImpactMatrix& matrix, std::size_t state, std::size_t row, std::size_t rival,
                  int tolerance);
  void weigh(Scratch& scratch) const;

  bool usable_ = false;
  std::size_t states_ = 0; ///< the most a descriptor has
  std::size_t rows_ = 0;   ///< the most rivals
  std::size_t blocks_ = 0;
  int largest_ = 1;           ///< no contribution to a demand is larger
  std::vector<Block> tables_; ///< [state][rival][state of the descriptor in the lane]: its contribution
};

} // namespace rashin::pathway
