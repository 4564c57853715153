#include "supply/network_shock.h"

#include <algorithm>

namespace rashin::supply {
namespace {

const std::string_view kind_names[] = {"supplier-cut", "pair-ban", "passage-closed", "passage-thinned", "demand-surge"};

/// Area under the profile from minus infinity to `at`, per unit of share.
double area(double at, double start, double duration, double recovery) {
  const double held = std::clamp(at - start, 0.0, duration);
  const double fading = std::clamp(at - start - duration, 0.0, recovery);
  return held + fading - (recovery > 0 ? 0.5 * fading * fading / recovery : 0);
}

double mean_over_day(int day, double start, double duration, double recovery) {
  if (day + 1 <= start || day >= start + duration + recovery) return 0;
  if (day >= start && day + 1 <= start + duration) return 1;
  return std::clamp(area(day + 1, start, duration, recovery) - area(day, start, duration, recovery), 0.0, 1.0);
}

void add_suppliers(const ItemNetwork& network, const ShockRow& row, Shock& shock, Diagnostics& faults) {
  std::vector<Index> only;
  for (const Cell& cell : row.items) {
    if (const auto item = find_item(network, cell.text))
      only.push_back(*item);
    else
      faults.push_back(make_diagnostic("network-unknown-name", cell.place, {cell.text, "items.csv"}));
  }
  const std::string_view target = row.target.text;
  const bool by_country = shock.kind == ShockKind::PairBan || target.find('.') == std::string_view::npos;
  for (Index s = 0; s < network.suppliers.size(); ++s) {
    const Supplier& supplier = network.suppliers[s];
    const bool named =
        by_country ? supplier.country == target : network.items[supplier.item].id + '.' + supplier.id == target;
    const bool wanted = row.items.empty() || std::find(only.begin(), only.end(), supplier.item) != only.end();
    if (named && wanted) shock.suppliers.push_back(s);
  }
  if (shock.suppliers.empty() && faults.empty())
    faults.push_back(make_diagnostic("network-shock-hits-nobody", row.target.place, {target}));
}

} // namespace

Result<Shock> resolve_shock(const ItemNetwork& network, const ShockRow& row) {
  const auto kind = std::find(std::begin(kind_names), std::end(kind_names), row.kind.text);
  if (kind == std::end(kind_names))
    return make_diagnostic("network-word", row.kind.place, {row.kind.text, shock_kind_words});
  Shock shock;
  shock.id = row.id.text;
  shock.kind = static_cast<ShockKind>(kind - std::begin(kind_names));
  Diagnostics faults;
  switch (shock.kind) {
  case ShockKind::SupplierCut:
  case ShockKind::PairBan:
    add_suppliers(network, row, shock, faults);
    break;
  case ShockKind::PassageClosed:
  case ShockKind::PassageThinned:
    shock.passage = find_passage(network, row.target.text);
    if (!shock.passage)
      faults.push_back(make_diagnostic("network-unknown-name", row.target.place, {row.target.text, "routes.csv"}));
    break;
  case ShockKind::DemandSurge:
    shock.item = find_item(network, row.target.text);
    shock.end_use = find_end_use(network, row.target.text);
    if (!shock.item && !shock.end_use)
      faults.push_back(
          make_diagnostic("network-unknown-name", row.target.place, {row.target.text, "items.csv, end_uses.csv"}));
    break;
  }
  if (!faults.empty()) return faults;
  return shock;
}

Lanes shock_level(const ShockLanes& shock, int day) {
  Lanes level;
  for (int l = 0; l < lane_count; ++l)
    level[l] = shock.share[l] * mean_over_day(day, shock.start[l], shock.duration[l], shock.recovery[l]);
  return level;
}

} // namespace rashin::supply
