#include "supply/network_trace.h"

#include <algorithm>
#include <functional>
#include <set>

namespace rashin::supply {
namespace {

/// Walks from a short end use to the shock. Each step asks what took the greatest part of the day's goods away.
class Walk {
 public:
  explicit Walk(const TraceData& data) : data_(data), state_(data.state) {}

  std::vector<NetworkCause> from_end_use(Index end_use, int day) {
    const DayTrace* trace = data_.at(day);
    if (trace && trace->output[end_use] < 1 - notice) follow_user(state_.end_uses[end_use].inputs, day);
    return std::move(chain_);
  }

 private:
  /// The use whose input binds a user most on a day; none if nothing does.
  std::optional<std::size_t> binding(Span inputs, int day) const {
    const DayTrace& trace = *data_.at(day);
    std::optional<std::size_t> worst;
    double least = 1 - rounding;
    for (std::size_t n = inputs.begin; n < inputs.end; ++n) {
      const std::size_t a = state_.input_list[n];
      const InputClass input_class = state_.arcs[a].input_class;
      const double bound = input_class == InputClass::Essential   ? trace.cover[a]
                           : input_class == InputClass::Important ? 0.5 * (1 + trace.cover[a])
                                                                  : 1;
      if (bound < least) least = bound, worst = a;
    }
    return worst;
  }

  /// The input that binds a user most, and then why it is short.
  void follow_user(Span inputs, int day) {
    const std::optional<std::size_t> worst = binding(inputs, day);
    if (!worst) return;
    const UseArc& arc = state_.arcs[*worst];
    NetworkCause cause = about(NetworkCauseKind::ShortInput, day, arc.item);
    (arc.by_end_use ? cause.end_use : cause.maker_of) = arc.user;
    cause.share = data_.at(day)->cover[*worst];
    chain_.push_back(cause);
    follow_item(arc.item, day);
  }

  using Offer = std::function<void(double amount, const NetworkCause& cause, std::optional<std::size_t> supplier)>;

  /// Why there is less of an item on a day than its uses want: goods that did not arrive, or wants above normal.
  void follow_item(Index i, int day) {
    if (!seen_.emplace(i, day).second) return;
    const DayTrace& trace = *data_.at(day);
    const bool found = follow_greatest(i, day, [&](const Offer& offer) {
      for (std::size_t s = state_.items[i].suppliers.begin; s < state_.items[i].suppliers.end; ++s) {
        const int sent_on = day - state_.transit[s].days[0];
        if (data_.at(sent_on))
          offer(state_.supplier[s].flow[0] - trace.arrived[s], about(NetworkCauseKind::Cut, sent_on, i), s);
      }
    });
    if (!found) chain_.push_back(about(NetworkCauseKind::Scarce, day, i));
  }

  /// Why the makers of an item were asked for more: others sent less, or more was wanted, on that day or (stocks and
  /// goods on the way being filled up again) on the last day before on which that was so.
  void follow_asks(Index i, int day) {
    for (int d = day; d >= data_.first; --d) {
      const bool found = follow_greatest(i, d, [&](const Offer& offer) {
        for (std::size_t s = state_.items[i].suppliers.begin; s < state_.items[i].suppliers.end; ++s)
          offer(trouble(s, d).sum(), about(NetworkCauseKind::Cut, d, i), s);
      });
      if (found) return;
    }
    chain_.push_back(about(NetworkCauseKind::Scarce, day, i));
  }

  /// Follows the greatest of the suppliers' missing goods and the wants above normal; false if there is none.
  template <class Suppliers> bool follow_greatest(Index i, int day, Suppliers offer_suppliers) {
    const DayTrace& trace = *data_.at(day);
    const double negligible = notice * state_.item[i].base_use[0];
    double most = negligible;
    NetworkCause cause;
    std::optional<std::size_t> supplier;
    const Offer offer = [&](double amount, const NetworkCause& offered, std::optional<std::size_t> by) {
      if (amount > most * (1 + notice)) most = amount, cause = offered, supplier = by;
    };
    offer_suppliers(offer);
    if (trace.outside[i] > 0) {
      NetworkCause outside = about(NetworkCauseKind::Surge, day, i);
      outside.shock = surge_of(i, std::nullopt);
      offer(trace.outside[i], outside, {});
    }
    for (std::size_t a = state_.items[i].arcs.begin; a < state_.items[i].arcs.end; ++a) offer_want(a, day, offer);
    if (most <= negligible) return false;
    cause.share = state_.item[i].base_use[0] > 0 ? most / state_.item[i].base_use[0] : 1;
    if (supplier)
      follow_supplier(*supplier, cause);
    else
      follow_want(cause);
    return true;
  }

  void offer_want(std::size_t a, int day, const Offer& offer) const {
    const UseArc& arc = state_.arcs[a];
    const DayTrace& trace = *data_.at(day);
    if (arc.stand_in) {
      NetworkCause cause = about(NetworkCauseKind::StoodIn, day, arc.item);
      cause.instead_of = state_.arcs[state_.stand_in_list[*arc.stand_in].main].item;
      return offer(trace.want[a], cause, {});
    }
    const double normal = state_.use[a].need[0] * (arc.by_end_use ? 1 : state_.item[arc.user].base_asked[0]);
    NetworkCause cause = about(arc.by_end_use ? NetworkCauseKind::Surge : NetworkCauseKind::AskedMore, day, arc.item);
    (arc.by_end_use ? cause.end_use : cause.maker_of) = arc.user;
    if (arc.by_end_use) cause.shock = surge_of(std::nullopt, arc.user);
    offer(trace.want[a] - normal, cause, {});
  }

  /// A surge ends the chain; a stand-in leads to what it replaces, makers asked for more to their own product.
  void follow_want(const NetworkCause& cause) {
    chain_.push_back(cause);
    if (cause.instead_of)
      follow_item(*cause.instead_of, std::max(data_.first, cause.day - 1)); // planned on yesterday's deficit
    else if (cause.maker_of)
      follow_asks(*cause.maker_of, cause.day);
  }

  /// What kept a supplier's goods of one day back, apart from orders.
  struct Trouble {
    double cut = 0, diverted = 0, held_up = 0;
    double sum() const { return cut + diverted + held_up; }
  };
  Trouble trouble(std::size_t s, int day) const {
    const DayTrace& trace = *data_.at(day);
    const SupplierLanes& lanes = state_.supplier[s];
    const double made = state_.suppliers[s].makes ? trace.made[item_of(s)] : 1;
    Trouble t;
    t.cut = std::max(0.0, lanes.flow[0] - lanes.normal[0] * trace.left[s]);
    t.diverted = trace.sent[s] * trace.diverted[s];
    t.held_up = made > 0 ? trace.sent[s] * (1 / made - 1) : lanes.flow[0] - t.cut;
    if (t.held_up > 0 && is_on_chain(s, day)) t.held_up = 0;
    return t;
  }
  /// The makers were held up that day by an item whose shortage is what the chain is about to explain.
  bool is_on_chain(std::size_t s, int day) const {
    const std::optional<std::size_t> worst = binding(state_.items[item_of(s)].inputs, day);
    return worst && seen_.count({state_.arcs[*worst].item, day}) > 0;
  }
  Index item_of(std::size_t s) const { return state_.network.suppliers[state_.suppliers[s].row].item; }

  /// Why a supplier's goods did not arrive: what it sent, on the day it should have sent them.
  void follow_supplier(std::size_t s, NetworkCause cause) {
    const Trouble t = trouble(s, cause.day);
    const double less = state_.supplier[s].flow[0] - data_.at(cause.day)->sent[s] - t.cut - t.held_up;
    const double most = std::max({t.cut, t.diverted, t.held_up, less});
    cause.supplier = state_.suppliers[s].row;
    if (most == t.cut)
      chain_.push_back(cut_cause(s, cause));
    else if (most == t.diverted)
      chain_.push_back(diverted_cause(s, cause));
    else if (most == t.held_up) {
      NetworkCause step = about(NetworkCauseKind::HeldUp, cause.day, *cause.item);
      step.share = data_.at(cause.day)->made[*cause.item];
      chain_.push_back(step);
      follow_user(state_.items[*cause.item].inputs, cause.day);
    } else
      follow_orders(*cause.item, cause);
  }

  /// Less was ordered: on that day or the days before a user was held up by another input, or the makers that use it
  /// were asked for less themselves.
  void follow_orders(Index item, const NetworkCause& seen) {
    NetworkCause cause = about(NetworkCauseKind::OrderedLess, seen.day, item);
    cause.share = seen.share;
    const Span arcs = state_.items[item].arcs;
    for (int day = seen.day; day >= data_.first; --day)
      for (std::size_t a = arcs.begin; a < arcs.end; ++a) {
        const UseArc& arc = state_.arcs[a];
        const DayTrace& trace = *data_.at(day);
        const bool held_up = (arc.by_end_use ? trace.output[arc.user] : trace.made[arc.user]) < 1 - notice;
        const bool asked_less =
            !arc.by_end_use &&
            trace.want[a] < state_.use[a].need[0] * state_.item[arc.user].base_asked[0] * (1 - notice);
        if (arc.stand_in || (!held_up && !asked_less)) continue;
        (arc.by_end_use ? cause.end_use : cause.maker_of) = arc.user;
        chain_.push_back(cause);
        cause.day = day;
        if (!held_up) return follow_orders(arc.user, cause);
        return follow_user(arc.by_end_use ? state_.end_uses[arc.user].inputs : state_.items[arc.user].inputs, day);
      }
    chain_.push_back(cause);
    if (seen.day > data_.first) follow_asks(item, seen.day - 1);
  }

  NetworkCause cut_cause(std::size_t s, NetworkCause cause) const {
    double most = 0;
    for (std::size_t k = 0; k < data_.shocks.size(); ++k) {
      const std::vector<Index>& hit = data_.shocks[k].suppliers;
      const double level = level_on(k, cause.day);
      if (std::find(hit.begin(), hit.end(), state_.suppliers[s].row) == hit.end() || level <= most) continue;
      most = level;
      cause.kind = NetworkCauseKind::Cut;
      cause.shock = k;
    }
    return by_passage(s, cause, NetworkCauseKind::Stopped, most);
  }
  NetworkCause diverted_cause(std::size_t s, NetworkCause cause) const {
    return by_passage(s, cause, NetworkCauseKind::Diverted, 0);
  }

  NetworkCause by_passage(std::size_t s, NetworkCause cause, NetworkCauseKind kind, double most) const {
    const auto route = state_.network.suppliers[state_.suppliers[s].row].route;
    for (std::size_t k = 0; route && k < data_.shocks.size(); ++k) {
      const std::vector<Index>& passages = state_.network.routes[*route].passages;
      const auto& passage = data_.shocks[k].passage;
      const double level = level_on(k, cause.day);
      if (!passage || std::find(passages.begin(), passages.end(), *passage) == passages.end() || level <= most)
        continue;
      most = level;
      cause.kind = kind;
      cause.shock = k;
      cause.passage = passage;
    }
    return cause;
  }

  std::optional<std::size_t> surge_of(std::optional<Index> item, std::optional<Index> end_use) const {
    for (std::size_t k = 0; k < data_.shocks.size(); ++k)
      if ((item && data_.shocks[k].item == item) || (end_use && data_.shocks[k].end_use == end_use)) return k;
    return std::nullopt;
  }

  double level_on(std::size_t shock, int day) const { return shock_level(to_lanes(data_.numbers[shock]), day)[0]; }

  static NetworkCause about(NetworkCauseKind kind, int day, Index item) {
    NetworkCause cause;
    cause.kind = kind;
    cause.day = day;
    cause.item = item;
    return cause;
  }

  const TraceData& data_;
  const NetworkState& state_;
  std::vector<NetworkCause> chain_;
  std::set<std::pair<Index, int>> seen_;
};

} // namespace

std::vector<NetworkCause> NetworkTrace::explain(Index end_use, int day) const {
  return Walk(*data_).from_end_use(end_use, day);
}

} // namespace rashin::supply
