#pragma once
#include "pathway/cib_succession.h"

namespace rashin::pathway {

/// The successor of every configuration, numbered with the last descriptor running fastest. Balances are sums of one
/// row per descriptor; the rows of the last descriptors are summed beforehand for all their combinations, so one
/// configuration costs one vector addition per rank of state. Lanes are descriptors. Balances are doubled and the
/// current state gets one more: so it wins ties, and otherwise the first maximum does. T: int16_t where sums fit, else
/// int32_t.
template <class T> class CibSuccessors {
 public:
  static constexpr std::size_t lanes = 16 / sizeof(T);
  typedef T Vector __attribute__((vector_size(16)));
  struct Block {
    Vector v;
  };

  static bool fits(const CrossImpactMatrix& matrix);
  /// The matrix has fewer than 2^31 configurations.
  CibSuccessors(const CrossImpactMatrix& matrix, Succession rule);

  std::size_t configurations() const { return inner_ * outer_; }
  std::size_t chunks() const;
  /// Writes the successors of the configurations of one chunk to their places in `next`.
  void fill(std::size_t chunk, std::vector<std::uint32_t>& next) const;

 private:
  /// Adds descriptor `d` in state `state` to doubled balances ([rank][block]) and to the current states ([block]).
  void add(std::size_t d, std::size_t state, Block* balances, Block* current) const;
  /// The index of the successor of the configuration `index` with these balances and current states.
  std::uint32_t choose(const Block* balances, const Block* current, std::size_t index) const;

  const CrossImpactMatrix& matrix_;
  Succession rule_;
  std::size_t split_ = 0; ///< descriptors from here on are the inner ones
  std::size_t inner_ = 1;
  std::size_t outer_ = 1;
  std::size_t ranks_ = 1;
  std::size_t blocks_ = 1;
  std::vector<std::uint32_t> stride_;
  std::vector<Block> inner_balances_; ///< [combination][rank][block]
  std::vector<Block> inner_current_;  ///< [combination][block]
};

extern template class CibSuccessors<std::int16_t>;
extern template class CibSuccessors<std::int32_t>;

} // namespace rashin::pathway
