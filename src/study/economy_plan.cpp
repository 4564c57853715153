#include "study/economy_plan.h"

#include "math/parallel.h"
#include "study/arm_network.h"
#include "study/effects.h"
#include "supply/balance.h"
#include "supply/network_engine.h"

#include <algorithm>
#include <cmath>

namespace rashin::study {
namespace {

using supply::lane_count;
using supply::Lanes;

/// Names of mrio.yaml looked up in a table; what is not there becomes a fault at its place.
class Binder {
 public:
  Binder(const supply::Mrio& table, Diagnostics& faults) : table_(table), faults_(faults) {}

  std::vector<std::uint32_t> industries(const std::string& selector, const Place& place) {
    std::vector<std::uint32_t> list = supply::matching_industries(table_, selector);
    if (list.empty()) faults_.push_back(make_diagnostic("mrio-unknown-industry", place, {selector}));
    return list;
  }
  std::optional<std::uint32_t> sector(const TableWord& word) {
    const auto found = supply::find_name(table_.sectors, word.text);
    if (!found) faults_.push_back(make_diagnostic("mrio-unknown-sector", word.place, {word.text}));
    return found ? std::optional(static_cast<std::uint32_t>(*found)) : std::nullopt;
  }
  std::optional<std::uint32_t> region(const std::string& name, const Place& place) {
    const auto found = supply::find_name(table_.regions, name);
    if (!found) faults_.push_back(make_diagnostic("mrio-unknown-region", place, {name}));
    return found ? std::optional(static_cast<std::uint32_t>(*found)) : std::nullopt;
  }

 private:
  const supply::Mrio& table_;
  Diagnostics& faults_;
};

/// Industries that a join feeds keep their purchases whole: what they lack is counted as capacity already.
EconomyPlan::Link link_of(const EconomyPassage& passage, const std::vector<std::uint32_t>& joined,
                          const supply::Mrio& table, Binder& binder) {
  EconomyPlan::Link link;
  for (const TableWord& word : passage.from)
    for (const std::uint32_t i : binder.industries(word.text, word.place)) link.sellers.push_back(i);
  for (const TableWord& word : passage.to) {
    for (const std::uint32_t j : binder.industries(word.text, word.place))
      if (std::find(joined.begin(), joined.end(), j) == joined.end()) link.buyers.push_back(j);
    if (!passage.final_demand || word.text.find('|') != std::string::npos) continue;
    for (std::uint32_t r = 0; r < table.regions.size(); ++r)
      if (word.text == "*" || word.text == table.regions[r]) link.buyer_regions.push_back(r);
  }
  return link;
}

void set_rules(const Economy& economy, const supply::Mrio& table, Binder& binder, supply::PropagationOptions& options) {
  for (const TableWord& word : economy.important)
    if (const auto s = binder.sector(word))
      options.input_rules.push_back({*s, supply::no_sector, supply::InputClass::Important});
  for (const TableWord& word : economy.non_essential)
    if (const auto s = binder.sector(word))
      options.input_rules.push_back({*s, supply::no_sector, supply::InputClass::NonEssential});
  if (economy.never_short.empty()) return;
  options.input_days_by_sector.assign(table.sectors.size(), options.input_days);
  for (const TableWord& word : economy.never_short)
    if (const auto s = binder.sector(word)) options.input_days_by_sector[*s] = supply::never_short;
}

/// Sets the drawn numbers of the engine.
void set_numbers(const Study& study, const DrawBlock& block, int lane, supply::PropagationOptions& options) {
  const auto& engine = study.economy->engine;
  const auto set = [&](EngineNumber which, double& number, const char* unit) {
    const auto& parameter = engine[static_cast<std::size_t>(which)];
    if (!parameter) return;
    number = block.parameter(*parameter)[lane] *
             convert(1, study.parameters[*parameter].unit, parse_unit(unit, {}).value(), {}).value();
  };
  set(EngineNumber::InputDays, options.input_days, "day");
  for (double& days : options.input_days_by_sector)
    if (std::isfinite(days)) days = options.input_days;
  set(EngineNumber::RestockingDays, options.restocking_days, "day");
  set(EngineNumber::StockNeed, options.stock_need, "ratio");
  set(EngineNumber::OverproductionMost, options.overproduction_most, "ratio");
  set(EngineNumber::OverproductionDays, options.overproduction_days, "day");
  set(EngineNumber::PostponedShare, options.postponed_share, "share");
}

/// The item network of one block of draws, played arm by arm and pathway by pathway.
class BlockPlayer {
 public:
  BlockPlayer(const Study& study, const RunResult& run, const EconomyPlan& plan, int first)
      : study_(study), run_(run), plan_(plan), block_(run.parameters, run.draws, first), first_(first),
        networks_(study, planned(run, plan)) {
    for (const EconomyJoin& join : study.economy->joins)
      series_.series.push_back(join.end_use ? supply::Series{supply::SeriesKind::OutputShare, *join.end_use}
                                            : supply::Series{supply::SeriesKind::Unmet, *join.item});
    series_.days = study.header.horizon_days;
    for (const EconomyJoin& join : study.economy->joins) shares_.push_back(share_lanes(join.share));
    for (const EconomyPassage& passage : study.economy->passages) passage_shares_.push_back(share_lanes(passage.share));
  }

  std::vector<EconomyMember> play() {
    std::vector<Lanes> base = base_values(study_, block_);
    supply::balance_lanes(study_.network, base);
    std::vector<EconomyMember> members;
    for (std::size_t a = 0; a < plan_.arms.size(); ++a) {
      const ArmPlan& arm = run_.arms[plan_.arms[a]];
      const bool otherwise = depends_on_pathway(study_, arm);
      engine_.emplace(networks_.at(networks_.of(a)));
      engine_->set_values(apply_arm(study_, arm, block_, base).slots);
      const std::vector<Lanes> usual = usual_flow();
      for (std::size_t p = 0; p < study_.pathways.size(); ++p) {
        const PathwayLanes pathway{p, first_shock(study_, p, block_)};
        if (otherwise) engine_->set_values(apply_arm(study_, arm, block_, base, &pathway).slots);
        play_pathway(a, p, usual, members);
      }
    }
    return members;
  }

 private:
  static std::vector<ArmPlan> planned(const RunResult& run, const EconomyPlan& plan) {
    std::vector<ArmPlan> arms;
    for (const std::size_t a : plan.arms) arms.push_back(run.arms[a]);
    return arms;
  }

  Lanes share_lanes(std::size_t parameter) const {
    Lanes lanes = block_.parameter(parameter);
    const double factor = convert(1, study_.parameters[parameter].unit, parse_unit("share", {}).value(), {}).value();
    for (double& lane : lanes.at) lane *= factor;
    return lanes;
  }

  /// What an item's users take at rest, per day: what its lack is measured against.
  std::vector<Lanes> usual_flow() {
    supply::RunOptions rest;
    rest.days = 1;
    for (const EconomyJoin& join : study_.economy->joins)
      if (join.item) rest.series.push_back({supply::SeriesKind::Shipped, *join.item});
    if (rest.series.empty()) return {};
    return engine_->run({}, {}, rest).series;
  }

  void play_pathway(std::size_t arm, std::size_t pathway, const std::vector<Lanes>& usual,
                    std::vector<EconomyMember>& members) {
    std::vector<supply::Shock> shocks;
    std::vector<supply::ShockLanes> numbers;
    for (const std::size_t s : study_.pathways[pathway].shocks) {
      shocks.push_back(study_.shocks[s].shock);
      numbers.push_back(shock_lanes(study_, study_.shocks[s], block_));
    }
    const auto& run = engine_->run(shocks, numbers, series_);
    for (int lane = 0; lane < block_.lanes() && first_ + lane < plan_.draws; ++lane) {
      EconomyMember member{arm, pathway, static_cast<std::size_t>(first_ + lane), {}, plan_.options};
      add_capacity(run, usual, lane, member.shocks);
      add_links(shocks, numbers, lane, member.shocks);
      if (member.shocks.empty()) continue;
      set_numbers(study_, block_, lane, member.options);
      members.push_back(std::move(member));
    }
  }

  /// Day by day the part of each joined industry that stands still.
  void add_capacity(const supply::BlockResult& run, const std::vector<Lanes>& usual, int lane,
                    std::vector<supply::TableShock>& shocks) const {
    const auto& joins = study_.economy->joins;
    const auto days = static_cast<std::size_t>(series_.days);
    std::vector<std::vector<double>> loss(plan_.industries.size(), std::vector<double>(days, 0.0));
    std::size_t next_item = 0;
    for (std::size_t j = 0; j < joins.size(); ++j) {
      const double usually = joins[j].item ? usual[next_item++][lane] : 1;
      for (std::size_t day = 0; day < days && usually > 0; ++day) {
        const double value = run.series[j * days + day][lane];
        const double lacking = joins[j].item ? std::min(1.0, value / usually) : 1 - value;
        if (lacking > smallest) loss[plan_.join_industry[j]][day] += shares_[j][lane] * lacking;
      }
    }
    for (std::size_t k = 0; k < loss.size(); ++k) {
      if (*std::max_element(loss[k].begin(), loss[k].end()) <= smallest) continue;
      supply::TableShock shock;
      shock.name = "items";
      shock.recovery = supply::Recovery::Profile;
      shock.impacts = {{plan_.industries[k], 1.0}};
      for (double& share : loss[k]) share = std::clamp(share, 0.0, 1.0);
      shock.profile = std::move(loss[k]);
      shocks.push_back(std::move(shock));
    }
  }

  void add_links(const std::vector<supply::Shock>& shocks, const std::vector<supply::ShockLanes>& numbers, int lane,
                 std::vector<supply::TableShock>& list) const {
    const auto& passages = study_.economy->passages;
    for (std::size_t s = 0; s < shocks.size(); ++s)
      for (std::size_t k = 0; k < passages.size(); ++k) {
        if (!shocks[s].passage || *shocks[s].passage != passages[k].passage) continue;
        supply::TableShock shock;
        shock.name = passages[k].id;
        shock.kind = supply::TableShockKind::Link;
        shock.recovery = supply::Recovery::Profile;
        shock.sellers = plan_.links[k].sellers;
        shock.buyers = plan_.links[k].buyers;
        shock.buyer_regions = plan_.links[k].buyer_regions;
        shock.route_share = std::clamp(passage_shares_[k][lane], 0.0, 1.0);
        double most = 0;
        for (int day = 0; day < series_.days; ++day) {
          shock.profile.push_back(std::clamp(supply::shock_level(numbers[s], day)[lane], 0.0, 1.0));
          most = std::max(most, shock.profile.back());
        }
        if (most > 0 && shock.route_share > 0) list.push_back(std::move(shock));
      }
  }

  static constexpr double smallest = 1e-9; ///< of an industry's capacity: below it nothing is missing

  const Study& study_;
  const RunResult& run_;
  const EconomyPlan& plan_;
  DrawBlock block_;
  int first_;
  ArmNetworks networks_;
  std::optional<supply::NetworkEngine> engine_;
  supply::RunOptions series_;
  std::vector<Lanes> shares_, passage_shares_;
};

} // namespace

Result<EconomyPlan> plan_economy(const Study& study, const RunResult& run, const supply::Mrio& table, int draws) {
  const Economy& economy = *study.economy;
  Diagnostics faults;
  Binder binder(table, faults);
  EconomyPlan plan;
  for (const EconomyJoin& join : economy.joins) {
    const auto found = binder.industries(join.region + "|" + join.sector, join.place);
    if (found.empty()) continue;
    const auto known = std::find(plan.industries.begin(), plan.industries.end(), found[0]);
    plan.join_industry.push_back(static_cast<std::size_t>(known - plan.industries.begin()));
    if (known == plan.industries.end()) plan.industries.push_back(found[0]);
  }
  for (const EconomyPassage& passage : economy.passages)
    plan.links.push_back(link_of(passage, plan.industries, table, binder));
  set_rules(economy, table, binder, plan.options);
  plan.focal = binder.region(economy.region, {.file = "mrio.yaml"}).value_or(0);
  if (!faults.empty()) return faults;
  plan.options.days = study.header.horizon_days;
  plan.options.record_industries = plan.options.record_causes = false;
  plan.draws = std::min(run.draws, draws > 0 ? draws : economy.draws);
  plan.arms = {0};
  for (const TableWord& word : economy.compare)
    for (std::size_t a = 0; a < run.arms.size(); ++a)
      if (run.arms[a].id == word.text) plan.arms.push_back(a);
  return plan;
}

Diagnostics check_economy(const Study& study, const supply::Mrio& table) {
  RunResult nothing;
  const auto plan = plan_economy(study, nothing, table, 1);
  return plan.diagnostics();
}

std::vector<EconomyMember> economy_members(const Study& study, const RunResult& run, const EconomyPlan& plan,
                                           const EconomyOptions& options) {
  const auto blocks = static_cast<std::size_t>((plan.draws + lane_count - 1) / lane_count);
  std::vector<std::vector<EconomyMember>> played(blocks);
  math::ParallelOptions parallel;
  parallel.threads = static_cast<unsigned>(options.threads);
  parallel.chunk = 1;
  parallel.stop = options.stop;
  (void)math::parallel_for(blocks, parallel, [&](std::size_t begin, std::size_t end) {
    for (std::size_t block = begin; block < end; ++block)
      played[block] = BlockPlayer(study, run, plan, static_cast<int>(block) * lane_count).play();
  });
  std::vector<EconomyMember> members;
  for (auto& block : played)
    for (EconomyMember& member : block) members.push_back(std::move(member));
  std::stable_sort(members.begin(), members.end(), [](const EconomyMember& a, const EconomyMember& b) {
    return std::tie(a.arm, a.pathway, a.draw) < std::tie(b.arm, b.pathway, b.draw);
  });
  return members;
}

} // namespace rashin::study
