#pragma once
#include "supply/network_engine.h"

namespace rashin::supply {

// Many arms change numbers that a run never reads: spare capacity of an item whose alarm never rings, a stock that
// nobody draws on. Such a run would end as the one before, bit by bit, and need not be made.

/// When a number of the network is read in a run.
struct SlotUse {
  enum When { Always, Never, OnAlarm, OnDraw } when = Always;
  Index item = 0; ///< OnAlarm, OnDraw
};
std::vector<SlotUse> slot_uses(const ItemNetwork& network);

/// Slots whose numbers differ in some lane.
std::vector<SlotIndex> changed_slots(std::span<const Lanes> before, std::span<const Lanes> after);

/// Whether a run with these slots changed ends as the run that left `footprint`, with the same shocks.
bool is_same_course(std::span<const SlotUse> uses, std::span<const SlotIndex> changed, const Footprint& footprint);

} // namespace rashin::supply
