#include "study/run.h"

#include "math/parallel.h"
#include "math/weighted.h"
#include "study/arm_courses.h"
#include "study/arm_network.h"
#include "study/effects.h"
#include "study/further_runs.h"
#include "supply/balance.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>

namespace rashin::study {
namespace {

using supply::lane_count;
using supply::Lanes;

constexpr double never = std::numeric_limits<double>::infinity();

ByPathway by_pathway(std::size_t pathways, int draws) {
  return ByPathway(pathways, std::vector<double>(static_cast<std::size_t>(draws), 0.0));
}

std::vector<std::vector<double>> draw_parameters(const Study& study, const DrawPlan& plan, const RunOptions& options) {
  std::vector<std::vector<double>> drawn(study.parameters.size(),
                                         std::vector<double>(static_cast<std::size_t>(options.draws)));
  for (std::size_t p = 0; p < drawn.size(); ++p) draw_values(study.parameters[p], plan, 0, drawn[p]);
  return drawn;
}

/// What is needed but supplied by nobody would be an invented total loss: refused before the run.
Diagnostics check_first_draw(const Study& study, const RunResult& result) {
  std::vector<double> values;
  for (const Lanes& lanes : base_values(study, DrawBlock(result.parameters, result.draws, 0)))
    values.push_back(lanes[0]);
  Diagnostics faults;
  for (const Diagnostic& d : supply::balance(study.network, values).diagnostics())
    if (d.severity == Severity::Error) faults.push_back(d);
  return faults;
}

/// The run of one study over blocks of sixteen draws; every block writes its own places of the result only.
class Runner {
 public:
  Runner(const Study& study, const RunOptions& options, RunResult& result)
      : study_(study), options_(options), result_(result), networks_(study, result.arms),
        courses_(study.network, study.header.horizon_days) {
    const std::size_t pathways = study.pathways.size();
    for (const ArmPlan& arm : result.arms) {
      result.losses.push_back(
          {arm.id, by_pathway(pathways, options.draws), std::vector<double>(static_cast<std::size_t>(options.draws))});
      if (costs_by_pathway(arm)) result.losses.back().pathway_cost = by_pathway(pathways, options.draws);
    }
    result.end_use_loss.assign(study.network.end_uses.size(), by_pathway(pathways, options.draws));
    result.unmet.assign(study.network.items.size(), by_pathway(pathways, options.draws));
    result.shipped.assign(study.network.suppliers.size(), by_pathway(pathways, options.draws));
    result.first_loss_day = by_pathway(pathways, options.draws);
    result.recovery_day = by_pathway(pathways, options.draws);
    daily_.assign(pathways,
                  std::vector<std::vector<double>>(static_cast<std::size_t>(study.header.horizon_days),
                                                   std::vector<double>(static_cast<std::size_t>(options.draws))));
    for (supply::Index e = 0; e < study.network.end_uses.size(); ++e)
      daily_options_.series.push_back({supply::SeriesKind::ValueAddedLost, e});
    for (supply::Index k = 0; k < study.network.suppliers.size(); ++k)
      daily_options_.series.push_back({supply::SeriesKind::ShippedBy, k});
    daily_options_.check_balance = true;
    daily_options_.days = total_options_.days = study.header.horizon_days;
  }

  /// Returns the greatest gap in an item's book that any run of this block showed.
  double play_block(ArmEngines& engines, int first) {
    const DrawBlock block(result_.parameters, options_.draws, first);
    std::vector<Lanes> base = base_values(study_, block);
    supply::balance_lanes(study_.network, base);
    double worst = 0;
    std::vector<PlayedArm> played;
    for (std::size_t a = 0; a < result_.arms.size(); ++a) played.push_back(values_of(a, block, base, first));
    for (std::size_t a = 0; a < result_.arms.size(); ++a) {
      const PlayedArm& arm = played[a];
      supply::NetworkEngine& engine = engines.at(arm.network);
      std::size_t set = arm.slots.size();
      for (std::size_t p = 0; p < study_.pathways.size(); ++p) {
        if (options_.stop.stop_requested()) return worst;
        if (repeat_course(played, a, p, first, block.lanes())) continue;
        if (const std::size_t own = arm.of(p); set != own) engine.set_values(arm.slots[own]), set = own;
        played[a].footprints[p] = play_pathway(engine, block, first, a, p, options_of(engines, played, a, p));
        worst = std::max(worst, engine.worst_balance_error());
      }
    }
    return worst;
  }
  const ArmNetworks& networks() const { return networks_; }

  void summarize_days() {
    constexpr std::array<double, 5> levels{0.05, 0.25, 0.5, 0.75, 0.95};
    const std::vector<double> equal(static_cast<std::size_t>(options_.draws), 1.0);
    for (const auto& pathway : daily_) {
      result_.daily.emplace_back();
      result_.daily_middle.emplace_back();
      for (const auto& draws : pathway) {
        const auto q = math::weighted_quantiles(draws, equal, levels);
        double mean = 0;
        for (const double value : draws) mean += value;
        result_.daily.back().push_back({mean / static_cast<double>(options_.draws), q[0], q[2], q[4]});
        result_.daily_middle.back().emplace_back(q[1], q[3]);
      }
    }
  }

 private:
  bool costs_by_pathway(const ArmPlan& arm) const {
    return std::any_of(arm.options.begin(), arm.options.end(),
                       [&](std::size_t o) { return !study_.options[o].pathway_costs.empty(); });
  }

  /// What an arm sets, and what it costs: where that differs by pathway, its expectation beside.
  PlayedArm values_of(std::size_t a, const DrawBlock& block, const std::vector<Lanes>& base, int first) {
    const ArmPlan& arm = result_.arms[a];
    PlayedArm played{{}, std::vector<supply::Footprint>(study_.pathways.size()), networks_.of(a)};
    policy::Arm& losses = result_.losses[a];
    if (!depends_on_pathway(study_, arm)) {
      ArmValues values = apply_arm(study_, arm, block, base);
      for (int lane = 0; lane < block.lanes(); ++lane) losses.cost[at(first, lane)] = values.cost[lane];
      played.slots.push_back(std::move(values.slots));
      return played;
    }
    for (std::size_t p = 0; p < study_.pathways.size(); ++p) {
      const PathwayLanes pathway{p, first_shock(study_, p, block)};
      ArmValues values = apply_arm(study_, arm, block, base, &pathway);
      for (int lane = 0; lane < block.lanes(); ++lane) {
        const std::size_t d = at(first, lane);
        if (losses.pathway_cost.empty()) {
          losses.cost[d] = values.cost[lane];
          continue;
        }
        losses.pathway_cost[p][d] = values.cost[lane];
        losses.cost[d] += result_.probabilities.pathways[p][d] * values.cost[lane];
      }
      played.slots.push_back(std::move(values.slots));
    }
    return played;
  }
  /// Where an arm ends as an earlier one, the losses are that one's.
  bool repeat_course(std::vector<PlayedArm>& played, std::size_t arm, std::size_t pathway, int first, int lanes) {
    const auto before = courses_.same_course(played, arm, pathway);
    for (int lane = 0; before && lane < lanes; ++lane)
      result_.losses[arm].loss[pathway][at(first, lane)] = result_.losses[*before].loss[pathway][at(first, lane)];
    return before.has_value();
  }

  bool is_kept(std::size_t arm) const { return arm == 0 && !options_.totals_only; }
  static std::size_t at(int first, int lane) { return static_cast<std::size_t>(first + lane); }

  /// The first arm leaves its course to those that part from it later.
  supply::RunOptions options_of(ArmEngines& engines, std::vector<PlayedArm>& played, std::size_t arm,
                                std::size_t pathway) const {
    supply::RunOptions options = is_kept(arm) ? daily_options_ : total_options_;
    if (arm == 0)
      options.keep = &engines.course(pathway), options.keep_on = courses_.days_apart(played, pathway);
    else
      options.from = &engines.course(pathway), options.apart = courses_.apart(played, arm, pathway);
    return options;
  }

  supply::Footprint play_pathway(supply::NetworkEngine& engine, const DrawBlock& block, int first, std::size_t arm,
                                 std::size_t pathway, const supply::RunOptions& options) {
    std::vector<supply::Shock> shocks;
    std::vector<supply::ShockLanes> numbers;
    for (const std::size_t s : study_.pathways[pathway].shocks) {
      shocks.push_back(study_.shocks[s].shock);
      numbers.push_back(shock_lanes(study_, study_.shocks[s], block));
    }
    const supply::BlockResult& run = engine.run(shocks, numbers, options);
    for (int lane = 0; lane < block.lanes(); ++lane) {
      double loss = 0;
      for (const auto& totals : run.end_uses) loss += totals.value_added_lost[lane];
      result_.losses[arm].loss[pathway][at(first, lane)] = loss;
    }
    if (arm == 0) keep_times(run, block, first, pathway, first_shock(study_, pathway, block));
    if (is_kept(arm)) keep_details(run, block, first, pathway);
    return run.footprint;
  }

  void keep_times(const supply::BlockResult& run, const DrawBlock& block, int first, std::size_t pathway,
                  const Lanes& begin) {
    for (int lane = 0; lane < block.lanes(); ++lane) {
      double survive = never, recover = 0;
      for (const auto& use : run.end_uses) {
        survive = std::min(survive, use.time_to_survive[lane]);
        recover = std::max(recover, use.time_to_recover[lane]);
      }
      result_.first_loss_day[pathway][at(first, lane)] = std::isinf(survive) ? never : begin[lane] + survive;
      result_.recovery_day[pathway][at(first, lane)] = std::isinf(survive) ? 0 : begin[lane] + recover;
    }
  }

  void keep_details(const supply::BlockResult& run, const DrawBlock& block, int first, std::size_t pathway) {
    for (int lane = 0; lane < block.lanes(); ++lane) {
      const std::size_t d = at(first, lane);
      for (std::size_t e = 0; e < run.end_uses.size(); ++e)
        result_.end_use_loss[e][pathway][d] = run.end_uses[e].value_added_lost[lane];
      for (std::size_t i = 0; i < run.items.size(); ++i) result_.unmet[i][pathway][d] = run.items[i].unmet[lane];
      const auto days = static_cast<std::size_t>(study_.header.horizon_days);
      for (std::size_t k = 0; k < result_.shipped.size(); ++k) {
        double sum = 0;
        for (std::size_t day = 0; day < days; ++day) sum += run.series[(run.end_uses.size() + k) * days + day][lane];
        result_.shipped[k][pathway][d] = sum;
      }
      double so_far = 0;
      for (int day = 0; day < study_.header.horizon_days; ++day) {
        for (std::size_t e = 0; e < run.end_uses.size(); ++e)
          so_far += run.series[e * static_cast<std::size_t>(study_.header.horizon_days) + static_cast<std::size_t>(day)]
                              [lane];
        daily_[pathway][static_cast<std::size_t>(day)][d] = so_far;
      }
    }
  }

  const Study& study_;
  const RunOptions& options_;
  RunResult& result_;
  const ArmNetworks networks_;
  const ArmCourses courses_;
  supply::RunOptions daily_options_, total_options_;
  std::vector<std::vector<std::vector<double>>> daily_; ///< [pathway][day][draw]
};

} // namespace

std::vector<ArmPlan> plan_arms(const Study& study) {
  std::vector<ArmPlan> arms{{"none", {}, {}}};
  for (std::size_t o = 0; o < study.options.size(); ++o) arms.push_back({study.options[o].id, {o}, {}});
  for (const Package& package : study.packages) arms.push_back({package.id, package.options, {}});
  for (std::size_t t = 0; t < study.technologies.size(); ++t) {
    const Technology& technology = study.technologies[t];
    if (technology.role == need::Role::Substitute) arms.push_back({"none+" + technology.id, {}, t});
    for (const std::size_t o : technology.options) arms.push_back({study.options[o].id + "+" + technology.id, {o}, t});
  }
  return arms;
}

std::function<void(double)> part_of(const std::function<void(double)>& progress, double from, double to) {
  if (!progress) return {};
  return [progress, from, to](double share) { progress(from + (to - from) * share); };
}

Result<RunResult> run(const Study& study, const RunOptions& options) {
  Result<DrawPlan> own = make_draw_plan(options.seed, study.correlations);
  if (!own) return own.diagnostics();
  const DrawPlan& plan = options.plan ? *options.plan : *own;
  RunResult result;
  result.seed = options.seed;
  result.draws = options.draws;
  result.parameters = draw_parameters(study, plan, options);
  result.probabilities = pathway::draw_probabilities(study.tree, plan, 0, static_cast<std::size_t>(options.draws));
  result.arms = options.arms ? *options.arms : plan_arms(study);
  if (const Diagnostics faults = check_first_draw(study, result); !faults.empty()) return faults;
  Runner runner(study, options, result);

  const int blocks = (options.draws + lane_count - 1) / lane_count;
  std::vector<double> worst(static_cast<std::size_t>(blocks), 0.0);
  std::atomic<int> done = 0;
  const math::ParallelOptions parallel{
      .threads = static_cast<unsigned>(options.threads), .chunk = blocks < 32 ? 1U : 4U, .stop = options.stop};
  const bool goes_further = !options.totals_only && options.further_runs && options.draws > 1;
  const double arms_share = (goes_further ? 0.6 : 0.8) + (options.sensitivity_draws > 0 ? 0 : 0.2);
  const double further_share = options.sensitivity_draws > 0 ? 0.8 : 1.0;
  const auto arms_progress = part_of(options.progress, 0, arms_share);
  const bool whole = math::parallel_for(worst.size(), parallel, [&](std::size_t begin, std::size_t end) {
    ArmEngines engines(runner.networks());
    for (std::size_t block = begin; block < end && !options.stop.stop_requested(); ++block) {
      worst[block] = runner.play_block(engines, static_cast<int>(block) * lane_count);
      if (arms_progress) arms_progress(static_cast<double>(++done) / blocks);
    }
  });
  if (!whole || options.stop.stop_requested()) return make_diagnostic("stopped", {});
  if (!options.totals_only) runner.summarize_days();
  result.worst_balance_error = *std::max_element(worst.begin(), worst.end());
  if (options.arms_played) options.arms_played(result);
  RunOptions later = options;
  later.progress = part_of(options.progress, arms_share, further_share);
  if (goes_further && !play_further(study, later, result)) return make_diagnostic("stopped", {});
  later.progress = part_of(options.progress, further_share, 1);
  if (options.sensitivity_draws > 0) {
    const auto split = sensitivity(study, result, later);
    if (!split) return split.diagnostics();
    result.sensitivity = *split;
  }
  return result;
}

} // namespace rashin::study
