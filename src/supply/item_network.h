#pragma once
#include "core/result.h"
#include "supply/input_class.h"
#include "supply/network_tables.h"

#include <array>
#include <cstdint>
#include <limits>

namespace rashin::supply {

// The structure of an item network (who supplies what, what needs it, by which route) apart from its values: every
// number is a slot named `table:row:quantity`. A draw, an option or a technology changes values only, never the
// structure.

using Index = std::uint32_t;     ///< position in the vector of its kind below
using SlotIndex = std::uint32_t; ///< position in ItemNetwork::slots

enum class ItemKind { Material, Part, Product, Service };
/// Who gets a short item: all uses alike, or by their priority (1 first).
enum class Allocation { Proportional, Priority };
/// A reserved stock is drawn only when an option opens it (sets `open`).
enum class StockAccess { Free, Reserved };

struct Item {
  std::string id;
  LocalizedText name;
  ItemKind kind = ItemKind::Material;
  std::string unit; ///< of its quantities, e.g. `t`
  std::string hs;
  Allocation allocation = Allocation::Proportional;
  SlotIndex price = 0;
};
struct Route {
  struct Detour {
    std::vector<Index>
        closed; ///< passages, ascending; a route through a passage without a detour row of its own has no way round it
    SlotIndex days = 0;
  };
  std::string id;
  std::vector<Index> passages;
  std::vector<Detour> detours;
  SlotIndex days = 0;
};
/// One supplier of one item: a country or a firm. A maker (`makes`) uses the inputs of its item from this network;
/// others deliver from outside it.
struct Supplier {
  std::string id;
  Index item = 0;
  std::string country;
  std::optional<Index> route;
  bool makes = false;
  LocalizedText name{}; ///< empty: its country, or its id
  SlotIndex supply = 0, share = 0, spare = 0, spare_share = 0, spare_from = 0, ramp = 0, lead_time = 0;
};
struct Input { ///< the makers of `item` need `input`
  Index item = 0, input = 0;
  InputClass input_class = InputClass::Essential;
  int priority = 0;
  SlotIndex per_unit = 0;
};
struct EndUse {
  std::string id;
  LocalizedText name;
  SlotIndex value_added = 0;
};
struct Demand { ///< `end_use` needs `item`
  Index end_use = 0, item = 0;
  InputClass input_class = InputClass::Essential;
  int priority = 0;
  SlotIndex use = 0;
};
struct Stock {
  std::string holder;
  Index item = 0;
  StockAccess access = StockAccess::Free;
  SlotIndex days = 0, amount = 0, open = 0, open_from = 0, release = 0, refill = 0;
};
struct Substitute { ///< a use of `item` may be covered by another item, or by saving
  Index item = 0;
  std::optional<Index> substitute;       ///< none: saving, nothing is needed instead
  std::optional<Index> product, end_use; ///< the user that can switch; none of both: every user
  SlotIndex share = 0, delay = 0, from = 0;
  std::optional<SlotIndex> yield; ///< units of item replaced per unit of the substitute; none for saving
};

/// One number of the network: its name, the unit it must have, the row it stands in.
struct Slot {
  std::string name;
  std::string unit; ///< `t/year`, `day`, `share`, `money/year`, …
  const QuantitySpec* quantity = nullptr;
  bool required = false;
  double absent = 0; ///< the value where the study states none (see QuantitySpec); meaningless if required
  Place place;
};

/// Immutable once built; safe to share between threads.
struct ItemNetwork {
  std::vector<Item> items;
  std::vector<std::string> passages;
  std::vector<Route> routes;
  std::vector<Supplier> suppliers; ///< like all below: in the order of the user's rows
  std::vector<Input> inputs;
  std::vector<EndUse> end_uses;
  std::vector<Demand> demands;
  std::vector<Stock> stocks;
  std::vector<Substitute> substitutes;
  std::vector<Slot> slots;
  std::vector<Index> order;           ///< items, inputs and substitutes before what uses them
  std::vector<SlotIndex> by_name;     ///< slots sorted by name, for find_slot
  std::vector<std::string> countries; ///< of the suppliers, sorted
};

/// A cell as the user wrote it; rows hold the keys and then the attributes of the table's spec, in its order (missing
/// ones are empty).
struct Cell {
  std::string text;
  Place place;
};
using Row = std::vector<Cell>;
struct NetworkRows {
  std::array<std::vector<Row>, table_count> tables;
  std::vector<Row>& operator[](Table table) { return tables[static_cast<std::size_t>(table)]; }
  const std::vector<Row>& operator[](Table table) const { return tables[static_cast<std::size_t>(table)]; }
};

/// Resolves the rows to a network. All faults in one go: unknown or doubled names, words not allowed, items nobody
/// supplies, and input cycles (refused, the cycle named: within one day inputs come before products; make a loop
/// through a stock into two items).
Result<ItemNetwork> build_network(const NetworkRows& rows);

std::optional<SlotIndex> find_slot(const ItemNetwork& network, std::string_view name);
std::optional<Index> find_item(const ItemNetwork& network, std::string_view id);
std::optional<Index> find_end_use(const ItemNetwork& network, std::string_view id);
std::optional<Index> find_passage(const ItemNetwork& network, std::string_view name);

/// Every slot's `absent` value (0 where the slot is required): what a study's numbers are written over.
std::vector<double> absent_values(const ItemNetwork& network);
/// Required numbers that are not among `given`, each at its row.
Diagnostics check_given(const ItemNetwork& network, std::span<const SlotIndex> given);
/// Numbers outside their range (negative, a share above 1, not finite where that has no meaning). `values` by slot.
Diagnostics check_values(const ItemNetwork& network, std::span<const double> values);

} // namespace rashin::supply
