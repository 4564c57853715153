#include "supply/balance.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace rashin::supply {
namespace {

constexpr double attention_above = 0.02;
constexpr double rounding = 1e-12;

/// Per item: its supplier rows, and how much its makers make.
struct Scratch {
  std::vector<std::vector<Index>> suppliers;
  std::vector<double> made, needed;
};

Scratch prepare(const ItemNetwork& network) {
  Scratch scratch;
  scratch.suppliers.resize(network.items.size());
  for (Index s = 0; s < network.suppliers.size(); ++s) scratch.suppliers[network.suppliers[s].item].push_back(s);
  scratch.made.resize(network.items.size());
  scratch.needed.resize(network.items.size());
  return scratch;
}

/// `number(slot)` refers to the value of a slot; all items from the end uses upwards.
template <class Number> void balance_by(const ItemNetwork& network, Scratch& scratch, Number number) {
  std::fill(scratch.needed.begin(), scratch.needed.end(), 0.0);
  for (const Demand& d : network.demands) scratch.needed[d.item] += number(d.use);
  for (auto i = network.order.rbegin(); i != network.order.rend(); ++i) {
    double amounts = 0, shares = 0;
    for (const Index s : scratch.suppliers[*i]) {
      amounts += number(network.suppliers[s].supply);
      shares += number(network.suppliers[s].share);
    }
    const double needed = scratch.needed[*i];
    const bool scale = needed > 0 && (shares == 0 || amounts > needed); // what nobody needs yet may stand ready
    const double factor = scale && amounts > 0 ? needed / amounts : 1;
    const double open = std::max(0.0, needed - amounts);
    scratch.made[*i] = 0;
    for (const Index s : scratch.suppliers[*i]) {
      double& supply = number(network.suppliers[s].supply);
      double& share = number(network.suppliers[s].share);
      supply = supply * factor + (shares > 0 ? open * (share / shares) : 0);
      share = 0;
      if (network.suppliers[s].makes) scratch.made[*i] += supply;
    }
    for (const Input& input : network.inputs)
      if (input.item == *i) scratch.needed[input.input] += number(input.per_unit) * scratch.made[*i];
  }
}

std::string short_number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6g", value);
  return text;
}

void list_adjustments(const ItemNetwork& network, std::span<const double> before, const Scratch& scratch,
                      Balanced& out) {
  for (const std::vector<Index>& rows : scratch.suppliers) {
    double shares = 0;
    for (const Index s : rows) shares += before[network.suppliers[s].share];
    for (const Index s : rows) {
      const Supplier& row = network.suppliers[s];
      const double share = before[row.share];
      if (share > 0)
        out.adjustments.push_back({row.share, share, share / shares});
      else
        out.adjustments.push_back({row.supply, before[row.supply], out.values[row.supply]});
    }
  }
  std::erase_if(out.adjustments,
                [](const Adjustment& a) { return std::abs(a.after - a.before) <= rounding * std::abs(a.before); });
  std::sort(out.adjustments.begin(), out.adjustments.end(),
            [](const Adjustment& a, const Adjustment& b) { return a.slot < b.slot; });
}

} // namespace

Result<Balanced> balance(const ItemNetwork& network, std::span<const double> values) {
  if (values.size() != network.slots.size()) throw Error("balance: one value per slot");
  Balanced out;
  out.values.assign(values.begin(), values.end());
  Scratch scratch = prepare(network);
  balance_by(network, scratch, [&](SlotIndex slot) -> double& { return out.values[slot]; });
  list_adjustments(network, values, scratch, out);
  Diagnostics notes;
  for (Index i = 0; i < network.items.size(); ++i) {
    double supplied = 0;
    for (const Index s : scratch.suppliers[i]) supplied += out.values[network.suppliers[s].supply];
    if (scratch.needed[i] > 0 && supplied == 0)
      notes.push_back(make_diagnostic("network-nothing-supplied", network.slots[network.items[i].price].place,
                                      {network.items[i].id, short_number(scratch.needed[i]), network.items[i].unit}));
  }
  for (Adjustment& a : out.adjustments) {
    a.attention = std::abs(a.after - a.before) > attention_above * std::abs(a.before);
    const Slot& slot = network.slots[a.slot];
    if (a.attention)
      notes.push_back(make_diagnostic("network-balance", slot.place,
                                      {slot.name, short_number(a.before), short_number(a.after), slot.unit}));
  }
  if (has_errors(notes)) return notes;
  return {std::move(out), std::move(notes)};
}

void balance_lanes(const ItemNetwork& network, std::span<Lanes> values) {
  if (values.size() != network.slots.size()) throw Error("balance_lanes: one value per slot");
  Scratch scratch = prepare(network);
  for (int l = 0; l < lane_count; ++l)
    balance_by(network, scratch, [&](SlotIndex slot) -> double& { return values[slot][l]; });
}

} // namespace rashin::supply
