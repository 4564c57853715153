#pragma once
#include "supply/item_network.h"
#include "supply/lanes.h"

namespace rashin::supply {

// Figures of different sources rarely agree: who supplies an item and who uses it do not add up to the same. The rule
// here is demand-led and proportional: the end uses' needs stand; from there upwards, the yearly amounts of each item's
// suppliers are scaled by one factor to what its uses need in all. Where suppliers are stated as shares, amounts stand
// first and the shares, scaled to 1, divide what they leave. Items that nobody needs (substitutes) keep their amounts.
// Spare capacity, stocks and recipes are not touched.

/// One number that was changed. A share stays a share here; its amount is written to the `supply` slot of its row.
struct Adjustment {
  SlotIndex slot = 0;
  double before = 0;
  double after = 0;
  bool attention = false; ///< changed by more than 2 %
};

struct Balanced {
  std::vector<double> values;          ///< by slot; no `share` is left
  std::vector<Adjustment> adjustments; ///< in the order of the slots; those within rounding are left out
};

/// Balances one set of values: with it no shock means no loss. A warning for each adjustment above 2 %; an error where
/// an item is needed and nobody supplies any of it.
Result<Balanced> balance(const ItemNetwork& network, std::span<const double> values);

/// The same in sixteen draws, for ensembles; an item that nobody supplies stays without supply.
void balance_lanes(const ItemNetwork& network, std::span<Lanes> values);

} // namespace rashin::supply
