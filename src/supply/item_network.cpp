#include "supply/item_network.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace rashin::supply {
namespace {

template <class List, class Key> std::optional<Index> position(const List& list, Key has_name) {
  const auto found = std::find_if(list.begin(), list.end(), has_name);
  if (found == list.end()) return std::nullopt;
  return static_cast<Index>(found - list.begin());
}

bool in_range(const Slot& slot, double value) {
  if (std::isnan(value) || value < 0) return false;
  if (slot.quantity->unit == UnitForm::Share) return value <= 1;
  return std::isfinite(value) || slot.quantity->absent == value;
}

std::string number_text(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.9g", value);
  return text;
}

} // namespace

std::optional<SlotIndex> find_slot(const ItemNetwork& network, std::string_view name) {
  const auto found =
      std::lower_bound(network.by_name.begin(), network.by_name.end(), name,
                       [&](SlotIndex slot, std::string_view wanted) { return network.slots[slot].name < wanted; });
  if (found == network.by_name.end() || network.slots[*found].name != name) return std::nullopt;
  return *found;
}

std::optional<Index> find_item(const ItemNetwork& network, std::string_view id) {
  return position(network.items, [&](const Item& item) { return item.id == id; });
}
std::optional<Index> find_end_use(const ItemNetwork& network, std::string_view id) {
  return position(network.end_uses, [&](const EndUse& use) { return use.id == id; });
}
std::optional<Index> find_passage(const ItemNetwork& network, std::string_view name) {
  return position(network.passages, [&](const std::string& passage) { return passage == name; });
}

std::vector<double> absent_values(const ItemNetwork& network) {
  std::vector<double> values;
  for (const Slot& slot : network.slots) values.push_back(slot.absent);
  return values;
}

Diagnostics check_given(const ItemNetwork& network, std::span<const SlotIndex> given) {
  std::vector<bool> stated(network.slots.size());
  for (SlotIndex slot : given) stated.at(slot) = true;
  Diagnostics faults;
  for (std::size_t s = 0; s < network.slots.size(); ++s) {
    const Slot& slot = network.slots[s];
    if (slot.required && !stated[s])
      faults.push_back(make_diagnostic("network-value-missing", slot.place, {slot.name, slot.unit}));
  }
  return faults;
}

Diagnostics check_values(const ItemNetwork& network, std::span<const double> values) {
  if (values.size() != network.slots.size()) throw Error("check_values: one value per slot");
  Diagnostics faults;
  for (std::size_t s = 0; s < network.slots.size(); ++s) {
    const Slot& slot = network.slots[s];
    if (!in_range(slot, values[s]))
      faults.push_back(
          make_diagnostic("network-value-range", slot.place, {slot.name, number_text(values[s]), slot.unit}));
  }
  return faults;
}

} // namespace rashin::supply
