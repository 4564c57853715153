#include "study/run.h"

#include "math/parallel.h"
#include "study/arm_runs.h"
#include "study/further_runs.h"
#include "supply/balance.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <numeric>

namespace rashin::study {
namespace {

using supply::lane_count;
using supply::Lanes;

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

/// Plays every arm on every draw: first those that needs are made of, where somebody waits for them.
bool play_arms(const Study& study, const RunOptions& options, const std::function<void(double)>& progress,
               RunResult& result) {
  ArmRuns runs(study, options, result);
  std::vector<std::size_t> all(result.arms.size()), needs, rest;
  std::iota(all.begin(), all.end(), std::size_t{0});
  if (options.needs_played) needs = arms_of_needs(result.arms);
  std::set_difference(all.begin(), all.end(), needs.begin(), needs.end(), std::back_inserter(rest));
  std::vector<double> worst(runs.blocks(), 0.0);
  EnginePool pool(runs.networks());
  std::atomic<std::size_t> done = 0;
  const auto play = [&](const std::vector<std::size_t>& arms, bool last) {
    const math::ParallelOptions parallel{
        .threads = static_cast<unsigned>(options.threads), .chunk = 1, .stop = options.stop, .first_free = true};
    return math::parallel_for(worst.size(), parallel, [&](std::size_t block, std::size_t) {
      std::unique_ptr<ArmEngines> engines = pool.take();
      worst[block] = runs.play(*engines, block, arms);
      pool.give_back(std::move(engines));
      if (last) runs.finish(block);
      done += arms.size();
      if (progress) progress(static_cast<double>(done) / static_cast<double>(all.size() * worst.size()));
    });
  };
  if (!needs.empty()) {
    if (!play(needs, false) || options.stop.stop_requested()) return false;
    options.needs_played(result);
  }
  if (!play(rest, true) || options.stop.stop_requested()) return false;
  if (!options.totals_only) runs.summarize_days();
  result.worst_balance_error = *std::max_element(worst.begin(), worst.end());
  result.courses_made = runs.made();
  if (options.keep_courses) result.courses[options.part] = runs.take_courses();
  return true;
}

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
  const bool goes_further = !options.totals_only && options.further_runs && options.draws > 1;
  const double arms_share = (goes_further ? 0.6 : 0.8) + (options.sensitivity_draws > 0 ? 0 : 0.2);
  const double further_share = options.sensitivity_draws > 0 ? 0.8 : 1.0;
  if (!play_arms(study, options, part_of(options.progress, 0, arms_share), result))
    return make_diagnostic("stopped", {});
  if (options.arms_played) options.arms_played(result);
  RunOptions later = options;
  later.progress = part_of(options.progress, arms_share, further_share);
  if (goes_further && !play_further(study, later, result)) return make_diagnostic("stopped", {});
  later.progress = part_of(options.progress, further_share, 1);
  if (options.sensitivity_draws > 0) {
    auto split = sensitivity(study, result, later);
    if (!split) return split.diagnostics();
    result.sensitivity = split.take();
    result.courses.merge(result.sensitivity->courses);
  }
  return result;
}

} // namespace rashin::study
