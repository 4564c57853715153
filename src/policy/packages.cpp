#include "policy/packages.h"

#include "core/number_text.h"
#include "math/weighted.h"
#include "policy/package_solver.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace rashin::policy {
namespace {

std::vector<double> probabilities_of(const PackageProblem& problem) {
  if (!problem.probabilities.empty()) return problem.probabilities;
  return std::vector<double>(problem.loss.size(), 1.0 / static_cast<double>(problem.loss.size()));
}

Package evaluate_with(const PackageProblem& problem, const std::vector<double>& probabilities,
                      const std::vector<double>& avoided, std::vector<std::size_t> options) {
  Package package{std::move(options), 0, 0, 0, 0};
  for (const std::size_t o : package.options) package.cost += problem.options[o].cost;
  std::vector<double> left(problem.loss.size());
  for (std::size_t s = 0; s < left.size(); ++s) {
    left[s] = std::max(0.0, problem.loss[s] - avoided[s]);
    package.expected_loss += probabilities[s] * left[s];
  }
  package.tail_loss = math::weighted_tail_mean(left, probabilities, problem.tail);
  package.burden =
      package.cost + (1 - problem.tail_weight) * package.expected_loss + problem.tail_weight * package.tail_loss;
  return package;
}

bool better(const Package& a, const Package& b) {
  if (a.burden != b.burden) return a.burden < b.burden;
  if (a.options.size() != b.options.size()) return a.options.size() < b.options.size();
  return a.options < b.options;
}

/// Options as bits, so that a package is a number.
struct Rules {
  std::vector<std::uint32_t> needs, excludes;
  bool permits(std::uint32_t package) const {
    for (std::uint32_t left = package; left != 0; left &= left - 1) {
      const auto o = static_cast<std::size_t>(std::countr_zero(left));
      if ((needs[o] & ~package) != 0 || (excludes[o] & package) != 0) return false;
    }
    return true;
  }
};

Rules rules_of(const PackageProblem& problem, const std::vector<std::size_t>& usable) {
  const auto bit = [&](std::size_t option) -> std::uint32_t {
    const auto found = std::find(usable.begin(), usable.end(), option);
    return found == usable.end() ? 0x80000000u : 1u << (found - usable.begin());
  };
  Rules rules;
  for (const std::size_t o : usable) {
    std::uint32_t needs = 0, excludes = 0;
    for (const std::size_t other : problem.options[o].needs) needs |= bit(other);
    for (const std::size_t other : problem.options[o].excludes) excludes |= bit(other) & 0x7fffffffu;
    rules.needs.push_back(needs); // the top bit is never set in a package: what needs it is out
    rules.excludes.push_back(excludes);
  }
  return rules;
}

class Enumeration {
 public:
  Enumeration(const PackageProblem& problem, std::vector<std::size_t> usable, std::size_t keep)
      : problem_(problem), usable_(std::move(usable)), keep_(std::max<std::size_t>(keep, 1)),
        probabilities_(probabilities_of(problem)), rules_(rules_of(problem, usable_)) {}

  PackageAnswer run() {
    answer_.enumerated = true;
    extend(0, 0, 0, std::vector<double>(problem_.loss.size(), 0.0));
    std::sort(answer_.best.begin(), answer_.best.end(), better);
    if (answer_.best.size() > keep_) answer_.best.resize(keep_);
    return std::move(answer_);
  }

 private:
  /// Decides on option `next`, carrying cost and what is avoided so far.
  void extend(std::size_t next, std::uint32_t package, double cost, const std::vector<double>& avoided) {
    if (next == usable_.size()) return consider(package, avoided);
    extend(next + 1, package, cost, avoided);
    const PackageOption& option = problem_.options[usable_[next]];
    if (cost + option.cost > problem_.budget) return;
    std::vector<double> more = avoided;
    for (std::size_t s = 0; s < more.size(); ++s) more[s] += option.avoided[s];
    extend(next + 1, package | 1u << next, cost + option.cost, more);
  }

  void consider(std::uint32_t package, const std::vector<double>& avoided) {
    ++answer_.considered;
    if (!rules_.permits(package)) return;
    std::vector<std::size_t> options;
    for (std::size_t i = 0; i < usable_.size(); ++i)
      if (package >> i & 1) options.push_back(usable_[i]);
    answer_.best.push_back(evaluate_with(problem_, probabilities_, avoided, std::move(options)));
    if (answer_.best.size() < 4 * keep_ + 64) return;
    std::sort(answer_.best.begin(), answer_.best.end(), better);
    answer_.best.resize(keep_);
  }

  const PackageProblem& problem_;
  std::vector<std::size_t> usable_;
  std::size_t keep_;
  std::vector<double> probabilities_;
  Rules rules_;
  PackageAnswer answer_;
};

} // namespace

Diagnostics check(const PackageProblem& problem) {
  Diagnostics faults;
  const auto fail = [&](std::string_view code, const std::string& field, const std::string& seen) {
    Place place;
    place.field = field;
    faults.push_back(make_diagnostic(code, place, {field, seen}));
  };
  for (const PackageOption& option : problem.options) {
    if (!(option.cost >= 0)) fail("package-negative", option.id + ".cost", shortest(option.cost));
    if (!(option.lead_days >= 0)) fail("package-negative", option.id + ".lead_days", shortest(option.lead_days));
    if (option.avoided.size() != problem.loss.size())
      fail("package-scenarios", option.id + ".avoided", std::to_string(option.avoided.size()));
    for (const double avoided : option.avoided)
      if (!(avoided >= 0)) fail("package-negative", option.id + ".avoided", shortest(avoided));
    for (const auto* list : {&option.needs, &option.excludes})
      for (const std::size_t other : *list)
        if (other >= problem.options.size()) throw Error("a package option refers to no option");
  }
  for (const double loss : problem.loss)
    if (!(loss >= 0)) fail("package-negative", "loss", shortest(loss));
  if (problem.loss.empty()) fail("package-scenarios", "loss", "0");
  double sum = 0;
  for (const double p : problem.probabilities) sum += p;
  if (!problem.probabilities.empty() &&
      (problem.probabilities.size() != problem.loss.size() || std::abs(sum - 1) > 1e-6 ||
       *std::min_element(problem.probabilities.begin(), problem.probabilities.end()) < 0))
    fail("package-probabilities", "probabilities", shortest(sum));
  if (!(problem.tail > 0 && problem.tail <= 1)) fail("package-share", "tail", shortest(problem.tail));
  if (!(problem.tail_weight >= 0 && problem.tail_weight <= 1))
    fail("package-share", "tail_weight", shortest(problem.tail_weight));
  return faults;
}

Package evaluate_package(const PackageProblem& problem, std::vector<std::size_t> options) {
  std::vector<double> avoided(problem.loss.size(), 0.0);
  for (const std::size_t o : options)
    for (std::size_t s = 0; s < avoided.size(); ++s) avoided[s] += problem.options[o].avoided[s];
  return evaluate_with(problem, probabilities_of(problem), avoided, std::move(options));
}

Result<PackageAnswer> best_packages(const PackageProblem& problem, const PackageLimits& limits) {
  if (Diagnostics faults = check(problem); !faults.empty()) return faults;
  std::vector<std::size_t> usable;
  for (std::size_t o = 0; o < problem.options.size(); ++o)
    if (problem.options[o].lead_days <= problem.deadline_days && problem.options[o].cost <= problem.budget)
      usable.push_back(o);
  if (usable.size() <= std::min<std::size_t>(limits.most_enumerated, 24))
    return Enumeration(problem, std::move(usable), limits.keep).run();
  return solve_programme(problem, usable, limits.seconds);
}

} // namespace rashin::policy
