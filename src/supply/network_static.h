#pragma once
#include "supply/item_network.h"

namespace rashin::supply {

// Measures of the structure at rest; `values` by slot, balanced. Nothing here knows stocks or time, except survival().

struct NamedShare {
  std::string name;
  double share = 0;
};
/// Of an item's normal supply; largest first, equal ones by name. Passages: the part that runs through each (a shipment
/// may run through several, so they need not add up to 1).
std::vector<NamedShare> country_shares(const ItemNetwork& network, std::span<const double> values, Index item);
std::vector<NamedShare> supplier_shares(const ItemNetwork& network, std::span<const double> values, Index item);
std::vector<NamedShare> passage_shares(const ItemNetwork& network, std::span<const double> values, Index item);

struct Concentration {
  double hhi = 0; ///< Herfindahl-Hirschman index, 0…1
  double top1 = 0, top3 = 0;
};
/// Of shares that add up to 1; zero for an empty list.
Concentration concentration(std::span<const NamedShare> shares);

/// The longest chain of makers below the item: 0 where nobody makes it inside the network. By item.
std::vector<int> dependency_depth(const ItemNetwork& network);

/// What part of each end use's output the inputs allow on a day without stocks, when these are gone: items share alike,
/// makers and end uses as in the simulation (Pichler et al. 2022).
struct Loss {
  std::vector<std::string> countries;
  std::vector<Index> suppliers, passages;
};
struct RemainsOptions {
  bool spare = false; ///< with all spare capacity running
};
std::vector<double> what_remains(const ItemNetwork& network, std::span<const double> values, const Loss& loss,
                                 const RemainsOptions& options = {});

enum class NodeKind { Country, Supplier, Passage };
struct Node {
  NodeKind kind = NodeKind::Country;
  std::string name; ///< a supplier as item.supplier
  Index of = 0;     ///< in the network's countries, suppliers or passages
  bool operator==(const Node&) const = default;
};
/// Each country, passage and supplier, and what its loss alone leaves of each end use (no spare).Those that leave 0 are
/// single points of failure of that use.
struct NodeLoss {
  Node node;
  std::vector<double> remains; ///< by end use
  double value_added = 0;      ///< yearly value added that stops with it
};
std::vector<NodeLoss> node_losses(const ItemNetwork& network, std::span<const double> values);

/// All smallest sets of at most `largest` countries and passages whose loss stops the end use even with all spare
/// capacity running; none contains another. Sets of one are the single points of failure.
std::vector<std::vector<Node>> stopping_sets(const ItemNetwork& network, std::span<const double> values, Index end_use,
                                             int largest = 3);

/// The least suppliers whose loss stops the end use, by rows. Exact: an item stops when all its suppliers do, a maker
/// with any one essential input, so the cut follows one chain of essential inputs and never counts a supplier twice.
std::vector<Index> minimum_cut(const ItemNetwork& network, std::span<const double> values, Index end_use);

/// How much of an item from one country an end use needs a year through all tiers (Leontief: x = (I - A)^-1 y over the
/// makers inside the network), and the part of its value added that rests on it: the part of its technical need for the
/// item that comes from there. Parts of different items are not to be added: the end use needs them together.
struct LookThrough {
  Index end_use = 0, item = 0;
  std::string country;
  double amount = 0, share = 0, value_added = 0;
};
/// By end use, item and country; without rows that are zero.
std::vector<LookThrough> look_through(const ItemNetwork& network, std::span<const double> values);

/// Days until the end use is first short when the node is lost for good (Simchi-Levi et al. 2015, time to survive);
/// infinity = not within the run. [node][end use]
std::vector<std::vector<double>> survival(const ItemNetwork& network, std::span<const double> values,
                                          std::span<const Node> nodes, int days = 365);

} // namespace rashin::supply
