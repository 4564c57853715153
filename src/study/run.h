#pragma once
#include "policy/evaluate.h"
#include "study/course_book.h"
#include "study/model.h"
#include "study/sensitivity.h"

#include <functional>
#include <stop_token>

namespace rashin::study {

/// One arm: which options are active, and which technology is ready in time with them.
struct ArmPlan {
  std::string id;
  std::vector<std::size_t> options;
  std::optional<std::size_t> technology;
};

/// What a run may be told besides the study itself. The result depends on seed and draws only, never on threads.
struct RunOptions {
  std::uint64_t seed = 1;
  int draws = 1000;
  int threads = 1;
  /// Plan of the draws; absent: the study's own with `seed` (pick-freeze runs pass another).
  const DrawPlan* plan = nullptr;
  int sensitivity_draws = 0; ///< K: over how many first draws the variance is split by link; 0 = not at all
  bool totals_only = false;  ///< leave out days, end uses, items and flows, and the further runs on the first draws
  bool further_runs = true;  ///< on the first draws: packages beyond those named, small changes
  const std::vector<ArmPlan>* arms = nullptr; ///< absent: plan_arms
  std::stop_token stop{};
  std::function<void(double)> progress{}; ///< share done, from any thread, rising
  /// Earlier runs whose courses may be taken instead of making them again: the result is the same to the last byte.
  std::vector<const CourseBook*> earlier{};
  bool keep_courses = false;    ///< fill RunResult::courses
  std::string part = arms_part; ///< name of this run in a book
  /// Called once when the arms are played that needs and readiness are made of, before all others; the losses of those
  /// and the days are not there yet.
  std::function<void(const RunResult&)> needs_played{};
  /// Called once when every arm is played on every draw; the further runs and the split of the variance come after.
  std::function<void(const RunResult&)> arms_played{};
};

/// "none", each option, each package; then each option with each technology that supports it, and each substitute
/// alone.
std::vector<ArmPlan> plan_arms(const Study& study);

/// [pathway][draw]
using ByPathway = std::vector<std::vector<double>>;

/// Packages beyond those the study names, played on the first draws of the run.
struct PackageRuns {
  int draws = 0;
  bool all = true;           ///< every package of the options that change the model and keep the deadline
  std::vector<ArmPlan> arms; ///< the empty package first
  std::vector<policy::Arm> losses;
};

/// One small change of the model against the same without it: burdens (loss + cost, expectation over pathways) of the
/// first draws.
struct MarginalRun {
  std::string kind; ///< stock-day, supplier, lead-time
  std::string id;   ///< the item, or the option
  std::vector<double> before, after;
};

/// Everything the run drew and computed that a table or picture needs. Money in the study's currency over the horizon,
/// amounts in the item's unit, times in days after the as-of date.
struct RunResult {
  std::uint64_t seed = 0;
  int draws = 0;
  std::vector<std::vector<double>> parameters; ///< [parameter][draw], in the parameter's unit
  pathway::TreeProbabilities probabilities;
  std::vector<ArmPlan> arms;
  std::vector<policy::Arm> losses;     ///< of `arms`
  std::vector<ByPathway> end_use_loss; ///< no option: [end use][pathway][draw]
  std::vector<ByPathway> unmet;        ///< no option: [item][pathway][draw]
  std::vector<ByPathway> shipped;      ///< no option: [supplier][pathway][draw], summed over the horizon
  ByPathway first_loss_day;            ///< no option: first day with lost value added; infinity = none
  ByPathway recovery_day; ///< no option: day from which output is whole again; infinity = not within the horizon
  std::vector<std::vector<policy::Summary>> daily;                  ///< no option: [pathway][day] loss so far
  std::vector<std::vector<std::pair<double, double>>> daily_middle; ///< the same: 25 and 75 % quantiles
  std::optional<Sensitivity> sensitivity;                           ///< where it was asked for
  PackageRuns packages;
  std::vector<MarginalRun> marginal;
  CourseBook courses;             ///< where they are to be kept
  std::size_t courses_made = 0;   ///< of the arms in all pathways and blocks: simulated, not taken from others
  double worst_balance_error = 0; ///< greatest gap in an item's book of a day over the day's throughput
};

/// Tells a part's progress as that part of the whole; nothing where nobody listens.
std::function<void(double)> part_of(const std::function<void(double)>& progress, double from, double to);

/// Draws every uncertain value, plays every arm in every pathway of every draw, and keeps what tables need (DESIGN.md,
/// "Draw"). Errors: numbers that leave their range in a draw. A stop request gives the diagnostic `stopped`.
Result<RunResult> run(const Study& study, const RunOptions& options);

} // namespace rashin::study
