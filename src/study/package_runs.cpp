#include "policy/packages.h"
#include "study/further_runs.h"

#include <algorithm>
#include <set>

namespace rashin::study {
namespace {

double in_days(const Quantity& quantity) {
  return median_of(quantity) * convert(1, quantity.unit, parse_unit("day", {}).value(), {}).value();
}

ArmPlan package_of(const Study& study, std::vector<std::size_t> options) {
  std::sort(options.begin(), options.end());
  ArmPlan arm{"", std::move(options), {}};
  for (const std::size_t o : arm.options) arm.id += (arm.id.empty() ? "" : "+") + study.options[o].id;
  if (arm.id.empty()) arm.id = "none";
  return arm;
}

const policy::Arm& arm_of(const RunResult& result, const std::string& id) {
  for (std::size_t a = 0; a < result.arms.size(); ++a)
    if (result.arms[a].id == id) return result.losses[a];
  throw Error("no arm " + id);
}

/// What each option takes away alone, in every pathway of the first draws.
policy::PackageProblem additive_problem(const Study& study, const RunResult& result,
                                        const std::vector<std::size_t>& options) {
  policy::PackageProblem problem;
  const auto draws = static_cast<std::size_t>(std::min(result.draws, 64));
  const policy::Arm& none = arm_of(result, "none");
  for (std::size_t p = 0; p < none.loss.size(); ++p)
    for (std::size_t d = 0; d < draws; ++d) {
      problem.loss.push_back(none.loss[p][d]);
      problem.probabilities.push_back(result.probabilities.pathways[p][d] / static_cast<double>(draws));
    }
  if (study.budget) problem.budget = study.budget->amount;
  for (const std::size_t o : options) {
    policy::PackageOption option;
    option.id = study.options[o].id;
    const policy::Arm& own = arm_of(result, option.id);
    option.cost = std::max(0.0, policy::summarize(own.cost).mean);
    for (std::size_t p = 0; p < own.loss.size(); ++p)
      for (std::size_t d = 0; d < draws; ++d) option.avoided.push_back(none.loss[p][d] - own.loss[p][d]);
    problem.options.push_back(std::move(option));
  }
  return problem;
}

} // namespace

double median_of(const Quantity& quantity) {
  if (quantity.people.empty()) return quantity.distribution.quantile(0.5) * quantity.scale;
  double sum = 0;
  for (const PersonValue& person : quantity.people) sum += person.distribution.quantile(0.5);
  return sum / static_cast<double>(quantity.people.size()) * quantity.scale;
}

double lead_days(const Study& study, const PolicyOption& option) {
  return option.lead_time ? in_days(study.parameters[*option.lead_time]) : 0;
}

int further_draws(std::size_t arms, int draws) {
  const auto fitting = static_cast<int>(further_work / std::max<std::size_t>(arms, 1) / 16 * 16);
  return std::min(draws, std::clamp(fitting, 64, 256));
}

std::vector<std::size_t> combined_options(const Study& study) {
  std::vector<std::size_t> options;
  for (std::size_t o = 0; o < study.options.size(); ++o) {
    const bool in_time =
        !study.budget || !study.budget->within_days || lead_days(study, study.options[o]) <= *study.budget->within_days;
    if (study.options[o].changes_model() && in_time) options.push_back(o);
  }
  return options;
}

std::vector<ArmPlan> packages_to_play(const Study& study, const RunResult& result, bool& all) {
  const std::vector<std::size_t> options = combined_options(study);
  std::vector<std::vector<std::size_t>> chosen;
  all = options.size() <= most_combined;
  if (all) {
    for (std::size_t mask = 0; mask < std::size_t{1} << options.size(); ++mask) {
      chosen.emplace_back();
      for (std::size_t k = 0; k < options.size(); ++k)
        if (mask >> k & 1) chosen.back().push_back(options[k]);
    }
  } else {
    chosen.emplace_back();
    for (const std::size_t o : options) chosen.push_back({o});
    policy::PackageLimits limits;
    limits.keep = candidate_packages;
    const auto answer = policy::best_packages(additive_problem(study, result, options), limits);
    if (answer)
      for (const policy::Package& package : answer->best) {
        chosen.emplace_back();
        for (const std::size_t k : package.options) chosen.back().push_back(options[k]);
      }
    for (const Package& package : study.packages) chosen.push_back(package.options);
  }
  std::vector<ArmPlan> arms;
  std::set<std::vector<std::size_t>> seen;
  for (const auto& package : chosen) {
    ArmPlan arm = package_of(study, package);
    if (seen.insert(arm.options).second) arms.push_back(std::move(arm));
  }
  return arms;
}

} // namespace rashin::study
