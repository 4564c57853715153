#include "supply/network_course.h"

#include <algorithm>
#include <cmath>

namespace rashin::supply {
namespace {

/// The least of `day` over the lanes that count; no_day if none does.
template <class Counts> int first_of(const Lanes& day, Counts counts) {
  double first = no_day;
  for (int l = 0; l < lane_count; ++l)
    if (counts(l)) first = std::min(first, std::max(0.0, std::ceil(day[l])));
  return static_cast<int>(first);
}

/// Its delay counts from the day after the alarm.
int first_day_of_substitute(const Substitute& row, std::span<const Lanes> values, int alarmed) {
  const auto shared = [&](int l) { return values[row.share][l] > 0; };
  const int delay = first_of(values[row.delay], shared), from = first_of(values[row.from], shared);
  return alarmed > no_day - delay ? no_day : std::max(alarmed + delay, from);
}

} // namespace

std::vector<SlotUse> slot_uses(const ItemNetwork& network) {
  std::vector<SlotUse> uses(network.slots.size());
  const auto set = [&](std::initializer_list<SlotIndex> slots, SlotUse use) {
    for (const SlotIndex slot : slots) uses[slot] = use;
  };
  for (const Item& item : network.items) set({item.price}, {SlotUse::Never, 0});
  for (Index row = 0; row < network.suppliers.size(); ++row) {
    const Supplier& s = network.suppliers[row];
    set({s.spare, s.spare_share, s.spare_from, s.ramp}, {SlotUse::Spare, row});
  }
  for (Index row = 0; row < network.stocks.size(); ++row) {
    const Stock& s = network.stocks[row];
    set({s.days, s.amount, s.open, s.open_from, s.release, s.refill}, {SlotUse::Stock, row});
  }
  for (Index row = 0; row < network.substitutes.size(); ++row) {
    const Substitute& s = network.substitutes[row];
    set({s.share, s.delay, s.from}, {SlotUse::Substitute, row});
    if (s.yield) set({*s.yield}, {SlotUse::Substitute, row});
  }
  return uses;
}

std::vector<SlotIndex> changed_slots(std::span<const Lanes> before, std::span<const Lanes> after) {
  std::vector<SlotIndex> changed;
  for (std::size_t s = 0; s < before.size(); ++s)
    if (!std::equal(before[s].at, before[s].at + lane_count, after[s].at)) changed.push_back(static_cast<SlotIndex>(s));
  return changed;
}

int first_day_of_spare(const Supplier& supplier, std::span<const Lanes> values) {
  return first_of(values[supplier.spare_from], [&](int l) {
    return values[supplier.spare][l] + values[supplier.spare_share][l] * values[supplier.supply][l] > 0;
  });
}

int first_day_apart(const ItemNetwork& network, std::span<const SlotUse> uses, const ValueChange& values,
                    const Footprint& footprint) {
  const auto day_of = [&](const SlotUse& use) {
    if (use.when == SlotUse::Spare) {
      const Supplier& row = network.suppliers[use.row];
      const int called = std::min(first_day_of_spare(row, values.before), first_day_of_spare(row, values.after));
      return std::max(called, footprint.alarmed[row.item]);
    }
    if (use.when == SlotUse::Substitute) {
      const Substitute& row = network.substitutes[use.row];
      const int alarmed = footprint.alarmed[row.item];
      return std::min(first_day_of_substitute(row, values.before, alarmed),
                      first_day_of_substitute(row, values.after, alarmed));
    }
    if (use.when == SlotUse::Stock) return footprint.drew[network.stocks[use.row].item];
    return use.when == SlotUse::Never ? no_day : 0;
  };
  int first = no_day;
  for (const SlotIndex slot : values.changed) first = std::min(first, day_of(uses[slot]));
  return first;
}

} // namespace rashin::supply
