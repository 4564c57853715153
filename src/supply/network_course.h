#pragma once
#include "supply/network_engine.h"

namespace rashin::supply {

// Many arms change numbers that a run reads late or never: spare capacity of an item whose alarm never rings, a stock
// that nobody draws on, saving that begins next year. Until then such a run is the one before, bit by bit, and need not
// be made.

/// What a number of the network belongs to, which says when it is read in a run.
struct SlotUse {
  enum When {
    Always,
    Never,
    Spare,      ///< of a supplier: once the item's alarm has rung and the spare can be called
    Stock,      ///< once the item's stocks are drawn on
    Substitute, ///< of a use of the item: once its delay after the alarm and its start have passed
  } when = Always;
  Index row = 0; ///< in the network's suppliers, stocks or substitutes
};
std::vector<SlotUse> slot_uses(const ItemNetwork& network);

/// Slots whose numbers differ in some lane.
std::vector<SlotIndex> changed_slots(std::span<const Lanes> before, std::span<const Lanes> after);

/// The first day on which some lane has spare of this supplier, or no_day.
int first_day_of_spare(const Supplier& supplier, std::span<const Lanes> values);

/// Two sets of values and where they differ.
struct ValueChange {
  std::span<const Lanes> before, after;
  std::vector<SlotIndex> changed;
};
/// The first day on which a run with the values `after` may differ from the run with those `before` that left
/// `footprint`, with the same shocks. From the number of days of that run on, the two are the same.
int first_day_apart(const ItemNetwork& network, std::span<const SlotUse> uses, const ValueChange& values,
                    const Footprint& footprint);

} // namespace rashin::supply
