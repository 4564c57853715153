#include "study/discovery_tables.h"

#include "policy/prim.h"
#include "study/parameter_names.h"
#include "study/robustness_tables.h"
#include "study/table_builder.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace rashin::study {
namespace {

constexpr std::size_t least_failures = 10;
constexpr std::size_t most_futures = 40'000; ///< searched and judging together: the first draws
constexpr std::size_t most_limits = 3;
constexpr double worth_keeping = 0.01; ///< of F1: a bound that adds less is dropped

std::size_t draws_used(const RunResult& result) {
  const std::size_t pathways = result.probabilities.pathways.size();
  return std::min(static_cast<std::size_t>(result.draws), most_futures / std::max<std::size_t>(pathways, 1));
}

/// Shocks that hit the same thing in the same way: what differs between pathways is how long and how hard.
std::vector<std::vector<std::size_t>> shock_groups(const Study& study) {
  std::map<std::tuple<int, std::vector<supply::Index>, long, long, long>, std::vector<std::size_t>> groups;
  const auto number = [](const auto& index) { return index ? static_cast<long>(*index) : -1L; };
  for (std::size_t s = 0; s < study.shocks.size(); ++s) {
    const supply::Shock& shock = study.shocks[s].shock;
    groups[{static_cast<int>(shock.kind), shock.suppliers, number(shock.passage), number(shock.item),
            number(shock.end_use)}]
        .push_back(s);
  }
  std::vector<std::vector<std::size_t>> list;
  for (const auto& [key, shocks] : groups) list.push_back(shocks);
  std::sort(list.begin(), list.end());
  return list;
}

double unit_factor(const Quantity& quantity, std::string_view unit) {
  return convert(1, quantity.unit, parse_unit(unit, {}).value(), {}).value();
}

/// Days under these shocks and the largest share lost, in every pathway of every draw; 0 where a pathway has none.
void add_shocks(const Study& study, const RunResult& result, const std::vector<std::size_t>& group,
                std::vector<FutureInput>& inputs) {
  const std::size_t draws = draws_used(result), pathways = study.pathways.size();
  FutureInput days{"shock." + study.shocks[group[0]].id + ".days", {}, parse_unit("day", {}).value(), {}},
      share{"shock." + study.shocks[group[0]].id + ".share", {}, parse_unit("percent", {}).value(), {}};
  days.values.assign(draws * pathways, 0), share.values.assign(draws * pathways, 0);
  for (std::size_t p = 0; p < pathways; ++p)
    for (const std::size_t s : study.pathways[p].shocks) {
      if (std::find(group.begin(), group.end(), s) == group.end()) continue;
      const ShockRecord& shock = study.shocks[s];
      const double day = unit_factor(study.parameters[shock.duration], "day"),
                   percent = unit_factor(study.parameters[shock.magnitude], "percent");
      for (std::size_t d = 0; d < draws; ++d) {
        days.values[p * draws + d] += day * result.parameters[shock.duration][d];
        double& most = share.values[p * draws + d];
        most = std::max(most, percent * result.parameters[shock.magnitude][d]);
      }
    }
  const LocalizedText name = group.size() == 1 && !study.shocks[group[0]].title.empty()
                                 ? study.shocks[group[0]].title
                                 : shock_name(study, study.shocks[group[0]]);
  days.name = {name.ja + "の日数", name.en + ": days"};
  share.name = {name.ja + "の大きさ", name.en + ": share lost"};
  inputs.push_back(std::move(days));
  inputs.push_back(std::move(share));
}

/// The numbers that bear on an arm's losses, by factor: those of the network, and those of its options but their costs.
std::map<std::string, std::vector<ParameterIndex>> factors_of(const Study& study, const ArmPlan& arm) {
  std::map<std::string, std::vector<ParameterIndex>> factors;
  const auto add = [&](ParameterIndex p) { factors[study.parameters[p].factor].push_back(p); };
  for (ParameterIndex p = 0; p < study.parameters.size(); ++p)
    if (study.parameters[p].link == Link::Network) add(p);
  for (const std::size_t o : arm.options) {
    if (study.options[o].lead_time) add(*study.options[o].lead_time);
    for (const Effect& effect : study.options[o].effects) add(effect.amount);
  }
  return factors;
}

bool varies(const std::vector<double>& values) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  return low != values.end() && *low < *high;
}

policy::PrimCases cases_of(const Futures& futures, bool searched) {
  policy::PrimCases cases;
  for (const FutureInput& input : futures.inputs) {
    cases.names.push_back(input.id);
    auto& column = cases.columns.emplace_back();
    for (std::size_t i = 0; i < input.values.size(); ++i)
      if (futures.searched[i] == searched) column.push_back(input.values[i]);
  }
  for (std::size_t i = 0; i < futures.fails.size(); ++i)
    if (futures.searched[i] == searched) cases.of_interest.push_back(futures.fails[i]);
  return cases;
}

bool inside(const std::vector<DiscoveredLimit>& limits, const std::vector<std::vector<double>>& columns,
            std::size_t i) {
  return std::all_of(limits.begin(), limits.end(), [&](const DiscoveredLimit& limit) {
    const double x = columns[limit.input][i];
    return (!limit.low || x >= *limit.low) && (!limit.high || x <= *limit.high);
  });
}

/// Harmonic mean of density and coverage.
double f1_of(const std::vector<DiscoveredLimit>& limits, const policy::PrimCases& cases) {
  double in = 0, hit = 0, all = 0;
  for (std::size_t i = 0; i < cases.of_interest.size(); ++i) {
    const bool within = inside(limits, cases.columns, i);
    in += within, hit += within && cases.of_interest[i], all += cases.of_interest[i];
  }
  return hit > 0 ? 2 * hit / (in + all) : 0;
}

/// Drops bounds one by one, the least useful first, while they are of little use or there are too many inputs.
std::vector<DiscoveredLimit> pruned(std::vector<DiscoveredLimit> limits, const policy::PrimCases& cases) {
  while (!limits.empty()) {
    const double whole = f1_of(limits, cases);
    std::size_t least = 0;
    for (std::size_t k = 0; k < limits.size(); ++k) {
      std::vector<DiscoveredLimit> without = limits;
      without.erase(without.begin() + static_cast<std::ptrdiff_t>(k));
      limits[k].weight = whole - f1_of(without, cases);
      if (limits[k].weight < limits[least].weight) least = k;
    }
    if (limits.size() <= most_limits && limits[least].weight >= worth_keeping) break;
    limits.erase(limits.begin() + static_cast<std::ptrdiff_t>(least));
  }
  std::stable_sort(limits.begin(), limits.end(), [](const auto& a, const auto& b) { return a.weight > b.weight; });
  return limits;
}

std::vector<DiscoveredLimit> limits_of(const policy::PrimCases& cases) {
  policy::PrimOptions options;
  const auto trajectory = policy::prim(cases, options);
  const policy::PrimBox& box = trajectory[policy::best_balanced(trajectory)];
  std::vector<DiscoveredLimit> limits;
  for (std::size_t k = 0; k < box.limits.size(); ++k) {
    const policy::PrimLimit& limit = box.limits[k];
    if (limit.low_bound) limits.push_back({k, limit.low, std::nullopt, 0});
    if (limit.high_bound) limits.push_back({k, std::nullopt, limit.high, 0});
  }
  return pruned(std::move(limits), cases);
}

/// The figures of the box on the futures that were not searched, weighted by pathway.
void judge(Discovery& found, const Futures& futures) {
  double all = 0, fail = 0, in = 0, hit = 0;
  std::vector<std::vector<double>> columns;
  for (const FutureInput& input : futures.inputs) columns.push_back(input.values);
  for (std::size_t i = 0; i < futures.fails.size(); ++i) {
    if (futures.searched[i]) continue;
    const bool within = inside(found.limits, columns, i);
    all += futures.weights[i], fail += futures.weights[i] * futures.fails[i];
    in += within * futures.weights[i], hit += within * futures.weights[i] * futures.fails[i];
  }
  found.density = in > 0 ? hit / in : 0;
  found.coverage = fail > 0 ? hit / fail : 0;
  found.mass = all > 0 ? in / all : 0;
  const double base = all > 0 ? fail / all : 0;
  const double balance = in + fail > 0 ? 2 * hit / (in + fail) : 0,
               without = all + fail > 0 ? 2 * fail / (all + fail) : 0;
  const bool tells = !found.limits.empty() && balance >= without + 0.05 && found.density >= 1.25 * base;
  found.verdict = tells ? DiscoveryVerdict::Found : DiscoveryVerdict::NothingFound;
}

Discovery discover(const Study& study, const RunResult& result, std::size_t arm) {
  Discovery found;
  found.arm = arm;
  if (!study.header.failure_threshold) return found;
  const Futures futures = futures_of(study, result, arm);
  found.futures = futures.fails.size();
  double weight = 0, failing = 0;
  std::size_t searched = 0;
  for (std::size_t i = 0; i < futures.fails.size(); ++i) {
    found.failures += futures.fails[i];
    searched += futures.searched[i] && futures.fails[i];
    weight += futures.weights[i], failing += futures.weights[i] * futures.fails[i];
  }
  found.failure_share = weight > 0 ? failing / weight : 0;
  found.verdict = DiscoveryVerdict::TooFewFailures;
  if (searched < least_failures || found.failures - searched < least_failures || futures.inputs.empty()) return found;
  found.verdict = DiscoveryVerdict::FailsAlmostAlways;
  if (found.failures * 10 > found.futures * 9) return found;
  found.limits = limits_of(cases_of(futures, true));
  judge(found, futures);
  return found;
}

std::string_view word_of(DiscoveryVerdict verdict) {
  switch (verdict) {
  case DiscoveryVerdict::NoThreshold:
    return "no-threshold";
  case DiscoveryVerdict::TooFewFailures:
    return "too-few-failures";
  case DiscoveryVerdict::FailsAlmostAlways:
    return "fails-almost-always";
  case DiscoveryVerdict::NothingFound:
    return "nothing-found";
  case DiscoveryVerdict::Found:
    return "found";
  }
  throw Error("unknown verdict");
}

} // namespace

Futures futures_of(const Study& study, const RunResult& result, std::size_t arm) {
  Futures futures;
  const std::size_t draws = draws_used(result), pathways = study.pathways.size();
  for (const auto& group : shock_groups(study)) add_shocks(study, result, group, futures.inputs);
  for (const auto& [factor, sharing] : factors_of(study, result.arms[arm])) {
    FutureInput input{factor, parameter_name(study, sharing), study.parameters[sharing[0]].unit, {}};
    const auto& drawn = result.parameters[sharing[0]];
    for (std::size_t p = 0; p < pathways; ++p)
      input.values.insert(input.values.end(), drawn.begin(), drawn.begin() + static_cast<std::ptrdiff_t>(draws));
    futures.inputs.push_back(std::move(input));
  }
  std::erase_if(futures.inputs, [](const FutureInput& input) { return !varies(input.values); });
  for (std::size_t p = 0; p < pathways; ++p)
    for (std::size_t d = 0; d < draws; ++d) {
      futures.fails.push_back(result.losses[arm].loss[p][d] > study.header.failure_threshold.value());
      futures.weights.push_back(result.probabilities.pathways[p][d]);
      futures.searched.push_back(d % 2 == 0);
    }
  return futures;
}

std::vector<Discovery> discoveries(const Study& study, const RunResult& result) {
  const RobustnessReport report = robustness_report(study, result);
  const std::string& chosen = report.arms[report.criteria.front().choice];
  std::vector<Discovery> list;
  for (std::size_t a = 0; a < result.arms.size(); ++a)
    if (a == 0 || result.arms[a].id == chosen) list.push_back(discover(study, result, a));
  return list;
}

ResultTable discovery_table(const Study& study, const RunResult& result) {
  TableBuilder b;
  b.text("id", "choice, or choice.input")
      .text("verdict", "found, nothing-found, too-few-failures, fails-almost-always or no-threshold")
      .text("name_ja", "the input")
      .text("name_en", "the input")
      .text("unit", "of the bounds")
      .number("low", "", "the choice tends to fail from here on")
      .number("high", "", "the choice tends to fail up to here");
  b.number("futures", "1", "every pathway of every draw is one")
      .number("failures", "1", "loss above failure_threshold")
      .number("failure_share", "share", "all futures, weighted by pathway")
      .number("density", "share", "of the weight in the box, what fails; futures not searched")
      .number("coverage", "share", "of the weight that fails, what lies in the box; futures not searched")
      .number("mass", "share", "weight in the box; futures not searched");
  for (const Discovery& found : discoveries(study, result)) {
    const std::string& id = result.arms[found.arm].id;
    b.begin_row();
    b.put(id), b.put(word_of(found.verdict)), b.put(""), b.put(""), b.put(""), b.skip(2);
    b.put(static_cast<double>(found.futures)), b.put(static_cast<double>(found.failures)), b.put(found.failure_share);
    const bool searched = found.verdict == DiscoveryVerdict::Found || found.verdict == DiscoveryVerdict::NothingFound;
    if (searched)
      b.put(found.density), b.put(found.coverage), b.put(found.mass);
    else
      b.skip(3);
    if (found.verdict != DiscoveryVerdict::Found) continue;
    const Futures futures = futures_of(study, result, found.arm);
    for (const DiscoveredLimit& limit : found.limits) {
      const FutureInput& input = futures.inputs[limit.input];
      b.begin_row();
      b.put(id + "." + input.id + (limit.low ? ".low" : ".high")), b.put(""), b.put(input.name.ja),
          b.put(input.name.en), b.put(input.unit.text());
      limit.low ? b.put(*limit.low) : b.skip();
      limit.high ? b.put(*limit.high) : b.skip();
      b.skip(6);
    }
  }
  return b.finish("discovery", {"どのようなときに失敗するか", "When a choice fails"});
}

} // namespace rashin::study
