#include "supply/network_static.h"

#include <algorithm>
#include <map>

namespace rashin::supply {
namespace {

std::vector<NamedShare> sorted_shares(const std::map<std::string, double>& amounts, double total) {
  std::vector<NamedShare> shares;
  for (const auto& [name, amount] : amounts)
    if (amount > 0) shares.push_back({name, amount / total});
  std::stable_sort(shares.begin(), shares.end(),
                   [](const NamedShare& a, const NamedShare& b) { return a.share > b.share; });
  return shares;
}

/// Shares of an item's supply by the names that `names_of` gives to each of its suppliers.
template <class Names>
std::vector<NamedShare> shares_by(const ItemNetwork& network, std::span<const double> values, Index item,
                                  Names names_of) {
  std::map<std::string, double> amounts;
  double total = 0;
  for (const Supplier& s : network.suppliers) {
    if (s.item != item) continue;
    total += values[s.supply];
    for (const std::string& name : names_of(s)) amounts[name] += values[s.supply];
  }
  return sorted_shares(amounts, total);
}

/// What an item's makers make, as a part of its supply.
double maker_share(const ItemNetwork& network, std::span<const double> values, Index item) {
  double made = 0, total = 0;
  for (const Supplier& s : network.suppliers) {
    if (s.item != item) continue;
    total += values[s.supply];
    if (s.makes) made += values[s.supply];
  }
  return total > 0 ? made / total : 0;
}

/// Needs for every item a year through all tiers; `made_share(item)` is the part of an item that is made inside.
template <class MadeShare>
std::vector<double> needs_of(const ItemNetwork& network, std::span<const double> values, Index end_use,
                             MadeShare made_share) {
  std::vector<double> needs(network.items.size());
  for (const Demand& d : network.demands)
    if (d.end_use == end_use) needs[d.item] += values[d.use];
  for (auto i = network.order.rbegin(); i != network.order.rend(); ++i)
    for (const Input& input : network.inputs)
      if (input.item == *i) needs[input.input] += values[input.per_unit] * made_share(*i) * needs[*i];
  return needs;
}

} // namespace

std::vector<NamedShare> country_shares(const ItemNetwork& network, std::span<const double> values, Index item) {
  return shares_by(network, values, item, [](const Supplier& s) { return std::vector{s.country}; });
}

std::vector<NamedShare> supplier_shares(const ItemNetwork& network, std::span<const double> values, Index item) {
  return shares_by(network, values, item, [](const Supplier& s) { return std::vector{s.id}; });
}

std::vector<NamedShare> passage_shares(const ItemNetwork& network, std::span<const double> values, Index item) {
  return shares_by(network, values, item, [&](const Supplier& s) {
    std::vector<std::string> names;
    if (s.route)
      for (const Index p : network.routes[*s.route].passages) names.push_back(network.passages[p]);
    return names;
  });
}

Concentration concentration(std::span<const NamedShare> shares) {
  Concentration c;
  std::vector<double> sizes;
  for (const NamedShare& s : shares) {
    c.hhi += s.share * s.share;
    sizes.push_back(s.share);
  }
  std::sort(sizes.rbegin(), sizes.rend());
  for (std::size_t n = 0; n < sizes.size() && n < 3; ++n) c.top3 += sizes[n];
  if (!sizes.empty()) c.top1 = sizes.front();
  return c;
}

std::vector<int> dependency_depth(const ItemNetwork& network) {
  std::vector<int> depth(network.items.size());
  std::vector<bool> made(network.items.size());
  for (const Supplier& s : network.suppliers)
    if (s.makes) made[s.item] = true;
  for (const Index i : network.order)
    for (const Input& input : network.inputs)
      if (input.item == i && made[i]) depth[i] = std::max(depth[i], depth[input.input] + 1);
  return depth;
}

std::vector<LookThrough> look_through(const ItemNetwork& network, std::span<const double> values) {
  std::vector<double> made(network.items.size());
  for (Index i = 0; i < network.items.size(); ++i) made[i] = maker_share(network, values, i);
  std::vector<LookThrough> rows;
  for (Index e = 0; e < network.end_uses.size(); ++e) {
    const double value_added = values[network.end_uses[e].value_added];
    const std::vector<double> through = needs_of(network, values, e, [&](Index i) { return made[i]; });
    const std::vector<double> technical = needs_of(network, values, e, [](Index) { return 1.0; });
    for (Index i = 0; i < network.items.size(); ++i) {
      if (through[i] <= 0) continue;
      for (const NamedShare& c : country_shares(network, values, i)) {
        const double amount = through[i] * c.share;
        rows.push_back({e, i, c.name, amount, amount / technical[i], value_added * (amount / technical[i])});
      }
    }
  }
  return rows;
}

} // namespace rashin::supply
