#include "study/arm_runs.h"

#include "math/parallel.h"
#include "math/weighted.h"
#include "supply/balance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace rashin::study {
namespace {

using supply::lane_count;
using supply::Lanes;

constexpr double never = std::numeric_limits<double>::infinity();
/// Room for the courses that outlive a run: those of its arms, and those of each further run.
constexpr std::size_t most_of_arms = std::size_t{120} << 20, most_of_further = std::size_t{8} << 20;

ByPathway by_pathway(std::size_t pathways, int draws) {
  return ByPathway(pathways, std::vector<double>(static_cast<std::size_t>(draws), 0.0));
}

bool costs_by_pathway(const Study& study, const ArmPlan& arm) {
  return std::any_of(arm.options.begin(), arm.options.end(),
                     [&](std::size_t o) { return !study.options[o].pathway_costs.empty(); });
}

std::size_t at(int first, int lane) {
  return static_cast<std::size_t>(first + lane);
}

} // namespace

ArmRuns::ArmRuns(const Study& study, const RunOptions& options, RunResult& result)
    : study_(study), options_(options), result_(result), networks_(study, result.arms),
      uses_(supply::slot_uses(study.network)), courses_(courses_of(study, result.arms)) {
  const std::size_t pathways = study.pathways.size();
  for (const ArmPlan& arm : result.arms) {
    result.losses.push_back(
        {arm.id, by_pathway(pathways, options.draws), std::vector<double>(static_cast<std::size_t>(options.draws))});
    if (costs_by_pathway(study, arm)) result.losses.back().pathway_cost = by_pathway(pathways, options.draws);
  }
  result.end_use_loss.assign(study.network.end_uses.size(), by_pathway(pathways, options.draws));
  result.unmet.assign(study.network.items.size(), by_pathway(pathways, options.draws));
  result.shipped.assign(study.network.suppliers.size(), by_pathway(pathways, options.draws));
  result.first_loss_day = result.recovery_day = by_pathway(pathways, options.draws);
  daily_.assign(pathways,
                std::vector<std::vector<double>>(static_cast<std::size_t>(study.header.horizon_days),
                                                 std::vector<double>(static_cast<std::size_t>(options.draws))));
  for (supply::Index e = 0; e < study.network.end_uses.size(); ++e)
    daily_options_.series.push_back({supply::SeriesKind::ValueAddedLost, e});
  for (supply::Index k = 0; k < study.network.suppliers.size(); ++k)
    daily_options_.series.push_back({supply::SeriesKind::ShippedBy, k});
  daily_options_.check_balance = true;
  daily_options_.days = total_options_.days = study.header.horizon_days;
  courses_.blocks.resize(static_cast<std::size_t>((options.draws + lane_count - 1) / lane_count));
  if (options.keep_courses)
    kept_ = kept_blocks(study, result.arms.size(), blocks(), options.totals_only ? most_of_further : most_of_arms);
  sources_ = sources();
}

void ArmRuns::open(BlockCourses& own, const DrawBlock& draws) const {
  own.base = base_values(study_, draws);
  supply::balance_lanes(study_.network, own.base);
  for (const PathwayRecord& pathway : study_.pathways) {
    own.shocks.emplace_back();
    for (const std::size_t s : pathway.shocks)
      own.shocks.back().push_back(shock_lanes(study_, study_.shocks[s], draws));
  }
  own.arms.assign(result_.arms.size(), {{}, std::vector<std::optional<PathwayCourse>>(study_.pathways.size())});
  own.details.resize(study_.pathways.size());
}

double ArmRuns::play(ArmEngines& engines, std::size_t number, const std::vector<std::size_t>& arms) {
  const int first = static_cast<int>(number) * lane_count;
  const DrawBlock draws(result_.parameters, options_.draws, first);
  OpenBlock block{engines, courses_.blocks[number], draws, first};
  if (block.own.arms.empty()) open(block.own, draws);
  block.slots.resize(result_.arms.size());
  const std::vector<Earlier> earlier = earlier_of(number);
  for (const std::size_t arm : arms) {
    set_values(arm, block);
    for (std::size_t p = 0; p < study_.pathways.size(); ++p) recall(earlier, block.own, arm, p);
  }
  for (std::size_t p = 0; p < study_.pathways.size(); ++p) {
    plan_starts(block, arms, p);
    for (const std::size_t arm : arms) {
      if (options_.stop.stop_requested()) return 0;
      if (!block.own.arms[arm].pathways[p] && !repeat(block, arm, p)) {
        supply::NetworkEngine& engine = engines.at(networks_.of(arm));
        engine.set_values(block.slots_in(arm, p));
        play_pathway(engine, block.own, arm, p, options_of(block, arm, p));
        ++made_;
      }
      write(block, arm, p);
    }
  }
  double worst = 0;
  for (const auto& details : block.own.details) worst = std::max(worst, details ? details->balance_error : 0);
  return worst;
}

/// What an arm sets, and what it costs: where that differs by pathway, its expectation beside.
void ArmRuns::set_values(std::size_t arm, OpenBlock& block) {
  const ArmPlan& plan = result_.arms[arm];
  policy::Arm& losses = result_.losses[arm];
  BlockCourses& own = block.own;
  if (!depends_on_pathway(study_, plan)) {
    const ArmValues values = apply_arm(study_, plan, block.draws, own.base);
    for (int lane = 0; lane < block.draws.lanes(); ++lane) losses.cost[at(block.first, lane)] = values.cost[lane];
    own.arms[arm].changes.push_back(slot_changes(own.base, values.slots));
    return;
  }
  for (std::size_t p = 0; p < study_.pathways.size(); ++p) {
    const PathwayLanes pathway{p, first_shock(study_, p, block.draws)};
    const ArmValues values = apply_arm(study_, plan, block.draws, own.base, &pathway);
    for (int lane = 0; lane < block.draws.lanes(); ++lane) {
      const std::size_t d = at(block.first, lane);
      if (losses.pathway_cost.empty()) {
        losses.cost[d] = values.cost[lane];
        continue;
      }
      losses.pathway_cost[p][d] = values.cost[lane];
      losses.cost[d] += result_.probabilities.pathways[p][d] * values.cost[lane];
    }
    own.arms[arm].changes.push_back(slot_changes(own.base, values.slots));
  }
}

void ArmRuns::play_pathway(supply::NetworkEngine& engine, BlockCourses& own, std::size_t arm, std::size_t pathway,
                           const supply::RunOptions& options) const {
  std::vector<supply::Shock> shocks;
  for (const std::size_t s : study_.pathways[pathway].shocks) shocks.push_back(study_.shocks[s].shock);
  const supply::BlockResult& run = engine.run(shocks, own.shocks[pathway], options);
  PathwayCourse course{{}, run.footprint};
  for (int lane = 0; lane < lane_count; ++lane) {
    double loss = 0;
    for (const auto& totals : run.end_uses) loss += totals.value_added_lost[lane];
    course.loss[lane] = loss;
  }
  own.arms[arm].pathways[pathway] = std::move(course);
  if (arm == 0) own.details[pathway] = details_of(run, engine.worst_balance_error());
}

CourseDetails ArmRuns::details_of(const supply::BlockResult& run, double balance_error) const {
  CourseDetails details;
  details.survive = supply::all_lanes(never), details.recover = supply::all_lanes(0);
  details.balance_error = balance_error;
  for (const auto& use : run.end_uses)
    for (int lane = 0; lane < lane_count; ++lane) {
      details.survive[lane] = std::min(details.survive[lane], use.time_to_survive[lane]);
      details.recover[lane] = std::max(details.recover[lane], use.time_to_recover[lane]);
    }
  if (options_.totals_only) return details;
  const auto days = static_cast<std::size_t>(study_.header.horizon_days);
  for (const auto& use : run.end_uses) details.end_use_loss.push_back(use.value_added_lost);
  for (const auto& item : run.items) details.unmet.push_back(item.unmet);
  for (std::size_t k = 0; k < result_.shipped.size(); ++k) {
    Lanes sum{};
    for (std::size_t day = 0; day < days; ++day)
      for (int lane = 0; lane < lane_count; ++lane)
        sum[lane] += run.series[(run.end_uses.size() + k) * days + day][lane];
    details.shipped.push_back(sum);
  }
  Lanes so_far{};
  for (std::size_t day = 0; day < days; ++day) {
    for (std::size_t e = 0; e < run.end_uses.size(); ++e)
      for (int lane = 0; lane < lane_count; ++lane) so_far[lane] += run.series[e * days + day][lane];
    details.lost_so_far.push_back(so_far);
  }
  return details;
}

/// The course of an arm in a pathway goes to its places in the result.
void ArmRuns::write(const OpenBlock& block, std::size_t arm, std::size_t pathway) {
  const BlockCourses& own = block.own;
  const int first = block.first;
  for (int lane = 0; lane < block.draws.lanes(); ++lane)
    result_.losses[arm].loss[pathway][at(first, lane)] = own.arms[arm].pathways[pathway]->loss[lane];
  if (arm != 0) return;
  const CourseDetails& details = own.details[pathway].value();
  const Lanes begin = first_shock(study_, pathway, block.draws);
  for (int lane = 0; lane < block.draws.lanes(); ++lane) {
    const std::size_t d = at(first, lane);
    const bool lost = !std::isinf(details.survive[lane]);
    result_.first_loss_day[pathway][d] = lost ? begin[lane] + details.survive[lane] : never;
    result_.recovery_day[pathway][d] = lost ? begin[lane] + details.recover[lane] : 0;
    if (options_.totals_only) continue;
    for (std::size_t e = 0; e < details.end_use_loss.size(); ++e)
      result_.end_use_loss[e][pathway][d] = details.end_use_loss[e][lane];
    for (std::size_t i = 0; i < details.unmet.size(); ++i) result_.unmet[i][pathway][d] = details.unmet[i][lane];
    for (std::size_t k = 0; k < details.shipped.size(); ++k) result_.shipped[k][pathway][d] = details.shipped[k][lane];
    for (std::size_t day = 0; day < details.lost_so_far.size(); ++day)
      daily_[pathway][day][d] = details.lost_so_far[day][lane];
  }
}

void ArmRuns::finish(std::size_t block) {
  if (block >= kept_) courses_.blocks[block] = {};
}

void ArmRuns::summarize_days() {
  constexpr std::array<double, 5> levels{0.05, 0.25, 0.5, 0.75, 0.95};
  const std::vector<double> equal(static_cast<std::size_t>(options_.draws), 1.0);
  const std::size_t pathways = daily_.size(), days = static_cast<std::size_t>(study_.header.horizon_days);
  result_.daily.assign(pathways, std::vector<policy::Summary>(days));
  result_.daily_middle.assign(pathways, std::vector<std::pair<double, double>>(days));
  const math::ParallelOptions parallel{.threads = static_cast<unsigned>(options_.threads), .chunk = 32, .stop = {}};
  (void)math::parallel_for(pathways * days, parallel, [&](std::size_t begin, std::size_t end) {
    for (std::size_t k = begin; k < end; ++k) {
      const std::vector<double>& draws = daily_[k / days][k % days];
      const auto q = math::weighted_quantiles(draws, equal, levels);
      double mean = 0;
      for (const double value : draws) mean += value;
      result_.daily[k / days][k % days] = {mean / static_cast<double>(options_.draws), q[0], q[2], q[4]};
      result_.daily_middle[k / days][k % days] = {q[1], q[3]};
    }
  });
}

std::vector<std::size_t> arms_of_needs(const std::vector<ArmPlan>& arms) {
  std::set<std::size_t> served;
  for (const ArmPlan& arm : arms)
    if (arm.technology) served.insert(arm.options.begin(), arm.options.end());
  std::vector<std::size_t> list;
  for (std::size_t a = 0; a < arms.size(); ++a) {
    const bool alone = arms[a].options.size() == 1 && served.contains(arms[a].options[0]);
    if (a == 0 || arms[a].technology || alone) list.push_back(a);
  }
  return list;
}

} // namespace rashin::study
