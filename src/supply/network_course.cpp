#include "supply/network_course.h"

#include <algorithm>

namespace rashin::supply {

std::vector<SlotUse> slot_uses(const ItemNetwork& network) {
  std::vector<SlotUse> uses(network.slots.size());
  for (const Item& item : network.items) uses[item.price] = {SlotUse::Never, 0};
  for (const Supplier& s : network.suppliers)
    for (const SlotIndex slot : {s.spare, s.spare_share, s.spare_from, s.ramp}) uses[slot] = {SlotUse::OnAlarm, s.item};
  for (const Stock& s : network.stocks)
    for (const SlotIndex slot : {s.days, s.amount, s.open, s.open_from, s.release, s.refill})
      uses[slot] = {SlotUse::OnDraw, s.item};
  for (const Substitute& s : network.substitutes) {
    for (const SlotIndex slot : {s.share, s.delay, s.from}) uses[slot] = {SlotUse::OnAlarm, s.item};
    if (s.yield) uses[*s.yield] = {SlotUse::OnAlarm, s.item};
  }
  return uses;
}

std::vector<SlotIndex> changed_slots(std::span<const Lanes> before, std::span<const Lanes> after) {
  std::vector<SlotIndex> changed;
  for (std::size_t s = 0; s < before.size(); ++s)
    if (!std::equal(before[s].at, before[s].at + lane_count, after[s].at)) changed.push_back(static_cast<SlotIndex>(s));
  return changed;
}

bool is_same_course(std::span<const SlotUse> uses, std::span<const SlotIndex> changed, const Footprint& footprint) {
  return std::all_of(changed.begin(), changed.end(), [&](SlotIndex slot) {
    const SlotUse& use = uses[slot];
    if (use.when == SlotUse::OnAlarm) return !footprint.alarmed[use.item];
    if (use.when == SlotUse::OnDraw) return !footprint.drew[use.item];
    return use.when == SlotUse::Never;
  });
}

} // namespace rashin::supply
