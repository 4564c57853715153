#pragma once
#include "supply/item_network.h"
#include "supply/lanes.h"

namespace rashin::supply {

enum class ShockKind { SupplierCut, PairBan, PassageClosed, PassageThinned, DemandSurge };
inline constexpr std::string_view shock_kind_words =
    "supplier-cut|pair-ban|passage-closed|passage-thinned|demand-surge";

/// What a shock hits, resolved against one network. A pair ban is a cut of one country's suppliers towards the market
/// this network describes; buyers that must be told apart need items of their own.
struct Shock {
  std::string id;
  ShockKind kind = ShockKind::SupplierCut;
  std::vector<Index> suppliers;       ///< SupplierCut, PairBan
  std::optional<Index> passage;       ///< PassageClosed, PassageThinned
  std::optional<Index> item, end_use; ///< DemandSurge: outside buyers of an item, or an end use that wants more
};

/// A shock as a pathway writes it. `target`: `item.supplier` or a country (cut), a country (ban), a passage, an item or
/// end use.
struct ShockRow {
  Cell id, kind, target;
  std::vector<Cell> items; ///< cut or ban of a country: only these items; empty: all it supplies
};

Result<Shock> resolve_shock(const ItemNetwork& network, const ShockRow& row);

/// The numbers of one shock in sixteen draws. `share` of supply or passage lost (0…1), or extra demand as a share of
/// the normal one; it holds from `start` for `duration` days and fades in a straight line over `recovery` days. `start`
/// counts from day 0.
struct ShockLanes {
  Lanes share, start, duration, recovery;
};

/// Mean of the shock's profile over day `day`, that is over [day, day + 1): exact for fractional days.
Lanes shock_level(const ShockLanes& shock, int day);

} // namespace rashin::supply
