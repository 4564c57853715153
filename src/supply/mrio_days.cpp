#include "supply/mrio_days.h"

#include <algorithm>
#include <cmath>

namespace rashin::supply {
namespace {

using Vector = std::vector<double>;

double strength_of(InputClass input_class) {
  return input_class == InputClass::Essential ? 1 : input_class == InputClass::Important ? 0.5 : 0;
}

/// Stocks, targets and input classes of one lane.
template <std::size_t width> void set_up_inputs(Days<width>& day, std::size_t lane) {
  const PropagationOptions& options = day.of(lane);
  const std::size_t n = day.industries, sectors = day.plan.sectors;
  const Vector held = stock_targets(day.table, options);
  for (std::size_t s = 0; s < sectors; ++s) {
    if (std::isinf(held[s])) continue; // no target, no need, no gap: it never limits
    day.days_held[day.at(s, lane)] = held[s];
    day.need[day.at(s, lane)] = options.base_model ? held[s] : std::max(1.0, options.stock_need * held[s]);
    day.gap_share[day.at(s, lane)] = options.base_model ? 1 : 1 / options.restocking_days;
    for (std::size_t j = 0; j < n; ++j)
      day.stock[day.at(s * n + j, lane)] = day.plan.coefficient[s * n + j] * day.plan.output[j] * held[s];
  }
  for (const InputRule& rule : options.input_rules)
    for (std::size_t s = 0; s < sectors; ++s)
      for (std::size_t u = 0; u < sectors; ++u)
        if ((rule.input == no_sector || rule.input == s) && (rule.user == no_sector || rule.user == u))
          day.strength[day.at(s * sectors + u, lane)] = strength_of(rule.input_class);
}

template <std::size_t width> void add_events(Days<width>& day, std::size_t lane) {
  for (const TableShock& shock : day.members[lane].shocks) {
    Event event{&shock, lane, watched_places(day.table, day.plan, shock), {}};
    for (const IndustryImpact& impact : shock.impacts)
      for (const SectorShare& part : shock.rebuilding) {
        double all = 0;
        for (const std::uint32_t i : day.plan.sector_rows[part.sector]) all += day.table.flows.at(i, impact.industry);
        const double money = shock.rebuild_factor * impact.amount * part.share;
        for (const std::uint32_t i : day.plan.sector_rows[part.sector])
          if (const double flow = day.table.flows.at(i, impact.industry); flow > 0)
            event.rebuild.push_back({i, impact.industry, money * flow / all, 0, 1e-9 * money});
      }
    day.events.push_back(std::move(event));
  }
}

/// The undisturbed day: orders and output at their baseline.
template <std::size_t width> void set_up_industries(Days<width>& day) {
  const std::size_t cells = day.industries * width;
  for (Vector* v :
       {&day.capacity_loss, &day.capital_lost, &day.rebuild_demand, &day.backlog, &day.given_up, &day.unmet_streamed,
        &day.demand, &day.capacity, &day.wanted, &day.output, &day.served, &day.received})
    v->assign(cells, 0);
  for (Vector* v : {&day.alpha, &day.share, &day.weight, &day.old_weight}) v->assign(cells, 1);
  day.limiting.assign(cells, 0);
  day.last_output.resize(cells);
  day.ordered.resize(cells);
  const SparseRows& structure = day.plan.streams.structure;
  for (std::size_t i = 0; i < day.industries; ++i) {
    double sold = 0;
    for (std::uint64_t k = structure.row_begin[i]; k < structure.row_begin[i + 1]; ++k)
      sold += static_cast<double>(day.plan.streams.value[k]);
    for (std::size_t l = 0; l < width; ++l) {
      day.last_output[day.at(i, l)] = day.plan.output[i];
      day.ordered[day.at(i, l)] = sold;
    }
  }
}

template <std::size_t width> void set_up_watched(Days<width>& day) {
  for (const auto& link : day.plan.links) day.link_order.insert(day.link_order.end(), width, link.flow);
  day.passage.assign(day.link_order.size(), 1);
  const std::size_t cells = day.plan.final_cells.size() * width;
  for (Vector* v : {&day.final_passage, &day.final_factor}) v->assign(cells, 1);
  for (Vector* v : {&day.final_backlog, &day.final_demand, &day.final_lost}) v->assign(cells, 0);
}

template <class Value> EnginePlan<Value> plan_for(const Mrio& table, std::span<const Member> members) {
  std::vector<std::span<const TableShock>> shocks;
  for (const Member& member : members) shocks.push_back(member.shocks);
  return make_plan<Value>(table, shocks, *members[0].options);
}

} // namespace

template <std::size_t width>
Days<width>::Days(const Mrio& of_table, std::span<const Member> of_members)
    : table(of_table), members(of_members.begin(), of_members.end()), given(of_members.size()),
      options(*of_members[0].options), plan(plan_for<Value>(of_table, of_members)), industries(of_table.size()) {
  members.resize(width, members.back());
  const std::size_t sectors = plan.sectors, cells = industries * width;
  set_up_industries(*this);
  stock.assign(sectors * cells, 0);
  scale.assign(sectors * cells, 1);
  strength.assign(sectors * sectors * width, 1);
  for (Vector* v : {&days_held, &need, &gap_share}) v->assign(sectors * width, 0);
  for (std::size_t lane = 0; lane < width; ++lane) {
    set_up_inputs(*this, lane);
    add_events(*this, lane);
  }
  set_up_watched(*this);
  sector_delivered.resize(sectors);
  scratch.resize(static_cast<std::size_t>(std::max(1, options.threads)));
  for (Scratch& part : scratch) {
    part.sums.resize(2 * cells);
    part.extra.resize(cells);
  }
  results.resize(width);
  for (PropagationResult& result : results) {
    for (Vector* v : {&result.production_loss, &result.value_added_loss, &result.unmet}) v->assign(industries, 0);
    result.unmet_by_region.assign(table.regions.size(), 0);
  }
}

template struct Days<1>;
template struct Days<batch_lanes>;

} // namespace rashin::supply
