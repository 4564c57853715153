#pragma once
#include "supply/network_engine.h"

namespace rashin::supply {

// Why an end use was short on a day: one chain of causes, from the product back to the shock, for one draw.

enum class NetworkCauseKind {
  ShortInput,  ///< `user` (an end use, or the makers of an item) got only `share` of the `item` it needed
  HeldUp,      ///< the makers of `item` made only `share` of what was asked
  Cut,         ///< `supplier` sent less: `shock` cut it
  Stopped,     ///< `supplier` sent less: `shock` closed `passage`, and there is no way round
  Diverted,    ///< what `supplier` sent on `day` came later: it went round `passage`, which `shock` closed
  Surge,       ///< `item` (outside buyers) or `end_use` was wanted more: `shock`
  AskedMore,   ///< the makers `maker_of` were asked for more than normal and wanted more of `item`
  StoodIn,     ///< `item` was wanted in place of `instead_of`, which was short
  OrderedLess, ///< less of `item` had been ordered while its `user` was held up by something else
  Scarce,      ///< `item` is short without any shock: supply at rest does not cover what is wanted
};

struct NetworkCause {
  NetworkCauseKind kind = NetworkCauseKind::ShortInput;
  int day = 0;
  std::optional<Index> item, end_use, maker_of; ///< end_use or maker_of: the user
  std::optional<Index> supplier, passage, instead_of;
  std::optional<std::size_t> shock; ///< position among the shocks
  double share = 0; ///< ShortInput, HeldUp: part got or made; else the part of the item's normal supply missing
};

/// What one draw of a run did, kept in full for one lane (about 8 bytes per use, supplier and item a day).
class NetworkTrace {
 public:
  NetworkTrace(const ItemNetwork& network, std::span<const double> values, std::span<const Shock> shocks,
               std::span<const DrawShock> numbers, int days);
  ~NetworkTrace();
  NetworkTrace(NetworkTrace&&) noexcept;

  std::optional<int> first_short_day(Index end_use) const;
  std::optional<int> worst_day(Index end_use) const; ///< the first of the days with the least output
  /// The chain from `end_use` on `day` to what started it. Where several inputs, suppliers or uses share the blame, the
  /// greatest part is followed (on a tie the earlier row). Empty if the end use was not short that day.
  std::vector<NetworkCause> explain(Index end_use, int day) const;

 private:
  std::unique_ptr<struct TraceData> data_;
};

/// One sentence on a cause.
LocalizedText describe(const ItemNetwork& network, std::span<const Shock> shocks, const NetworkCause& cause);

} // namespace rashin::supply
