#pragma once
#include "supply/item_network.h"
#include "supply/lanes.h"
#include "supply/network_engine.h"

#include <cstddef>

namespace rashin::supply {

// Inside the engine: the network laid out in the order in which a day is computed. Ranges [begin, end) point into the
// vectors of NetworkState.

struct Span {
  std::size_t begin = 0, end = 0;
};

/// A use of an item: by the makers of another item, by an end use, or in place of another use (`main`).
struct UseArc {
  Index item = 0, user = 0; ///< user: item or end use
  bool by_end_use = false;
  InputClass input_class = InputClass::Essential;
  std::size_t group = 0;                    ///< uses of one item that share alike
  Span stand_ins;                           ///< of a main use: what may cover it (stand_in_list)
  std::optional<std::size_t> stand_in;      ///< of a use in place of another: its entry there
  std::optional<std::size_t> structure_row; ///< row of inputs or demands
};
/// A substitute at one main use. Saving has no arc: nothing is needed.
struct StandIn {
  std::size_t main = 0;
  std::optional<std::size_t> arc;
  Index substitute = 0; ///< row of the substitutes
};
struct SupplierPlan {
  Index row = 0; ///< in ItemNetwork::suppliers
  bool makes = false;
  std::optional<Index> route;
  bool delayed = false;
  int spare_from = no_day; ///< first day on which some lane has spare
};
struct ItemPlan {
  Span suppliers, groups, arcs, stocks, inputs; ///< inputs: main uses by its makers (input_list)
  bool has_makers = false;
  int spare_from = no_day; ///< of its suppliers
};
struct EndUsePlan {
  Span inputs;
};
struct GroupPlan {
  Span arcs;
};
/// Items, then end uses.
using Entity = std::size_t;
/// Around an item or end use: what it takes and who takes it (both also in place of something else), and all that is
/// tied to it by substitutes, itself among them.
struct Links {
  std::vector<Entity> inputs, users, tied;
};

} // namespace rashin::supply
