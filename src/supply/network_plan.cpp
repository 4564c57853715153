#include "supply/network_state.h"

#include <algorithm>

namespace rashin::supply {
namespace {

struct MainUse {
  std::size_t row; ///< in inputs, or in demands behind them
  Index item, user;
  bool by_end_use;
  InputClass input_class;
  int priority;
};

std::vector<MainUse> main_uses(const ItemNetwork& network) {
  std::vector<MainUse> uses;
  std::vector<bool> made(network.items.size());
  for (const Supplier& s : network.suppliers)
    if (s.makes) made[s.item] = true;
  for (std::size_t r = 0; r < network.inputs.size(); ++r) {
    const Input& input = network.inputs[r];
    if (made[input.item]) uses.push_back({r, input.input, input.item, false, input.input_class, input.priority});
  }
  for (std::size_t r = 0; r < network.demands.size(); ++r) {
    const Demand& demand = network.demands[r];
    uses.push_back({r, demand.item, demand.end_use, true, demand.input_class, demand.priority});
  }
  return uses;
}

/// An arc to be placed: a main use (`substitute` empty) or a substitute's use in place of it.
struct Draft {
  std::size_t use;
  std::optional<Index> substitute;
  Index item;
  int priority;
};

bool may_switch(const Substitute& substitute, const MainUse& use) {
  if (substitute.item != use.item) return false;
  if (substitute.product) return !use.by_end_use && *substitute.product == use.user;
  if (substitute.end_use) return use.by_end_use && *substitute.end_use == use.user;
  return true;
}

void lay_out_items(NetworkState& state) {
  const ItemNetwork& network = state.network;
  for (const Index i : state.order) {
    ItemPlan& plan = state.items[i];
    plan.suppliers.begin = state.suppliers.size();
    for (Index s = 0; s < network.suppliers.size(); ++s)
      if (network.suppliers[s].item == i) {
        state.suppliers.push_back({s, network.suppliers[s].makes, network.suppliers[s].route});
        plan.has_makers |= network.suppliers[s].makes;
      }
    plan.suppliers.end = state.suppliers.size();
    plan.stocks.begin = state.stock_rows.size();
    for (Index s = 0; s < network.stocks.size(); ++s)
      if (network.stocks[s].item == i) state.stock_rows.push_back(s);
    plan.stocks.end = state.stock_rows.size();
  }
}

/// Uses of one item side by side, those that share alike (a group) together.
void lay_out_uses(NetworkState& state, const std::vector<MainUse>& uses, std::vector<Draft> drafts) {
  const ItemNetwork& network = state.network;
  const auto rank = [&](const Draft& d) {
    return network.items[d.item].allocation == Allocation::Priority ? d.priority : 0;
  };
  std::stable_sort(drafts.begin(), drafts.end(), [&](const Draft& a, const Draft& b) { return rank(a) < rank(b); });
  std::vector<std::size_t> arc_of_use(uses.size());
  std::vector<std::pair<std::size_t, Draft>> stand_ins; // arc, draft
  for (const Index i : state.order) {
    ItemPlan& plan = state.items[i];
    plan.arcs.begin = state.arcs.size();
    plan.groups.begin = state.groups.size();
    std::optional<int> open;
    for (const Draft& draft : drafts) {
      if (draft.item != i) continue;
      if (open != rank(draft)) state.groups.push_back({{state.arcs.size(), state.arcs.size()}});
      open = rank(draft);
      const MainUse& use = uses[draft.use];
      UseArc arc{i, use.user, use.by_end_use, use.input_class, state.groups.size() - 1, {}, {}, {}};
      if (draft.substitute)
        stand_ins.emplace_back(state.arcs.size(), draft);
      else
        arc_of_use[draft.use] = state.arcs.size(), arc.structure_row = use.row;
      state.arcs.push_back(arc);
      state.groups.back().arcs.end = state.arcs.size();
    }
    plan.arcs.end = state.arcs.size();
    plan.groups.end = state.groups.size();
  }
  for (std::size_t u = 0; u < uses.size(); ++u) {
    UseArc& main = state.arcs[arc_of_use[u]];
    main.stand_ins.begin = state.stand_in_list.size();
    for (Index s = 0; s < network.substitutes.size(); ++s)
      if (may_switch(network.substitutes[s], uses[u])) state.stand_in_list.push_back({arc_of_use[u], {}, s});
    main.stand_ins.end = state.stand_in_list.size();
    if (main.stand_ins.begin < main.stand_ins.end) state.covered_arcs.push_back(arc_of_use[u]);
  }
  for (const auto& [arc, draft] : stand_ins)
    for (std::size_t k = 0; k < state.stand_in_list.size(); ++k) {
      StandIn& entry = state.stand_in_list[k];
      if (entry.main != arc_of_use[draft.use] || entry.substitute != *draft.substitute) continue;
      entry.arc = arc;
      state.arcs[arc].stand_in = k;
    }
}

Span list_inputs(NetworkState& state, bool by_end_use, Index user) {
  const std::size_t begin = state.input_list.size();
  for (std::size_t a = 0; a < state.arcs.size(); ++a) {
    const UseArc& arc = state.arcs[a];
    if (!arc.stand_in && arc.by_end_use == by_end_use && arc.user == user) state.input_list.push_back(a);
  }
  return {begin, state.input_list.size()};
}

/// Everything that is tied to one another gets the least of its entities for a name.
std::vector<Entity> cluster_names(const NetworkState& state, const std::vector<std::pair<Entity, Entity>>& ties) {
  std::vector<Entity> name(state.items.size() + state.end_uses.size());
  for (Entity e = 0; e < name.size(); ++e) name[e] = e;
  for (const auto& [a, b] : ties) {
    const Entity from = std::max(name[a], name[b]), to = std::min(name[a], name[b]);
    std::replace(name.begin(), name.end(), from, to);
  }
  return name;
}

void link(NetworkState& state) {
  const auto user_of = [&](const UseArc& arc) { return arc.by_end_use ? state.items.size() + arc.user : arc.user; };
  std::vector<std::pair<Entity, Entity>> ties;
  state.links.resize(state.items.size() + state.end_uses.size());
  const auto add = [](std::vector<Entity>& list, Entity entity) {
    if (std::find(list.begin(), list.end(), entity) == list.end()) list.push_back(entity);
  };
  for (const UseArc& arc : state.arcs) {
    const Entity user = user_of(arc);
    add(state.links[user].inputs, arc.item);
    add(state.links[arc.item].users, user);
    if (arc.stand_in) ties.emplace_back(arc.item, user);
  }
  for (const std::size_t a : state.covered_arcs) ties.emplace_back(state.arcs[a].item, user_of(state.arcs[a]));
  const std::vector<Entity> name = cluster_names(state, ties);
  for (Entity e = 0; e < name.size(); ++e)
    for (Entity other = 0; other < name.size(); ++other)
      if (name[other] == name[e]) state.links[e].tied.push_back(other);
}

} // namespace

NetworkState::NetworkState(const ItemNetwork& structure) : network(structure), order(structure.order) {
  items.resize(network.items.size());
  lay_out_items(*this);
  supplier_of_row.resize(suppliers.size());
  for (std::size_t s = 0; s < suppliers.size(); ++s) supplier_of_row[suppliers[s].row] = s;
  const std::vector<MainUse> uses = main_uses(network);
  std::vector<Draft> drafts;
  for (std::size_t u = 0; u < uses.size(); ++u) {
    drafts.push_back({u, {}, uses[u].item, uses[u].priority});
    for (Index s = 0; s < network.substitutes.size(); ++s)
      if (network.substitutes[s].substitute && may_switch(network.substitutes[s], uses[u]))
        drafts.push_back({u, s, *network.substitutes[s].substitute, uses[u].priority});
  }
  lay_out_uses(*this, uses, std::move(drafts));
  for (Index i = 0; i < items.size(); ++i) items[i].inputs = list_inputs(*this, false, i);
  for (Index e = 0; e < network.end_uses.size(); ++e) end_uses.push_back({list_inputs(*this, true, e)});
  link(*this);
  slot_uses = supply::slot_uses(network);
  use.resize(arcs.size());
  stand_in.resize(stand_in_list.size());
  group_fill.resize(groups.size());
  supplier.resize(suppliers.size());
  transit.resize(suppliers.size());
  stock.resize(stock_rows.size());
  item.resize(items.size());
  flags.resize(items.size());
  end_use.resize(end_uses.size());
}

} // namespace rashin::supply
