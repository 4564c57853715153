#include "policy/package_front.h"

#include "policy/pareto.h"

#include <algorithm>

namespace rashin::policy {
namespace {

using Chosen = std::vector<std::size_t>;

class Front {
 public:
  Front(const PackageProblem& problem, const std::vector<PackageObjective>& objectives)
      : problem_(problem), objectives_(objectives) {}

  /// How far a package breaks the rules: the budget by shares, each need and exclusion by one.
  double violation(const Chosen& options) const {
    double cost = 0, broken = 0;
    const auto has = [&](std::size_t o) { return std::binary_search(options.begin(), options.end(), o); };
    for (const std::size_t o : options) {
      cost += problem_.options[o].cost;
      for (const std::size_t other : problem_.options[o].needs) broken += has(other) ? 0 : 1;
      for (const std::size_t other : problem_.options[o].excludes) broken += has(other) ? 1 : 0;
    }
    if (cost > problem_.budget) broken += (cost - problem_.budget) / cost;
    return broken;
  }

  /// Objectives made small.
  std::vector<double> small(const Package& package) const {
    std::vector<double> values;
    for (const PackageObjective& objective : objectives_) {
      const double value = value_of(objective, package);
      values.push_back(objective.larger_is_better ? -value : value);
    }
    return values;
  }

  /// Keeps a permitted package unless another beats it.
  void consider(const Package& package, const std::vector<double>& values) {
    for (const Entry& entry : entries_) {
      if (dominates(entry.values, values)) return;
      if (entry.values == values && !earlier(package, entry.package)) return;
    }
    std::erase_if(entries_,
                  [&](const Entry& entry) { return entry.values == values || dominates(values, entry.values); });
    entries_.push_back({package, values});
  }

  PackageFront take() {
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.values < b.values; });
    PackageFront front;
    front.volume = volume();
    for (Entry& entry : entries_) {
      FrontPackage one{std::move(entry.package), {}};
      for (const PackageObjective& objective : objectives_) one.objectives.push_back(value_of(objective, one.package));
      front.packages.push_back(std::move(one));
    }
    return front;
  }

 private:
  struct Entry {
    Package package;
    std::vector<double> values;
  };

  static bool earlier(const Package& a, const Package& b) {
    if (a.options.size() != b.options.size()) return a.options.size() < b.options.size();
    return a.options < b.options;
  }

  static double value_of(const PackageObjective& objective, const Package& package) {
    using Kind = PackageObjective::Kind;
    if (objective.kind == Kind::Cost) return package.cost;
    if (objective.kind == Kind::ExpectedLoss) return package.expected_loss;
    if (objective.kind == Kind::TailLoss) return package.tail_loss;
    double sum = 0;
    for (const std::size_t o : package.options) sum += objective.marks[o];
    return sum;
  }

  double volume() const {
    if (entries_.empty() || objectives_.size() < 2) return 0;
    std::vector<double> least = entries_[0].values, largest = least, scaled;
    for (const Entry& entry : entries_)
      for (std::size_t k = 0; k < least.size(); ++k) {
        least[k] = std::min(least[k], entry.values[k]);
        largest[k] = std::max(largest[k], entry.values[k]);
      }
    for (const Entry& entry : entries_)
      for (std::size_t k = 0; k < least.size(); ++k)
        scaled.push_back(largest[k] > least[k] ? (entry.values[k] - least[k]) / (largest[k] - least[k]) : 0);
    return hypervolume(scaled, std::vector<double>(least.size(), 1.1));
  }

  const PackageProblem& problem_;
  const std::vector<PackageObjective>& objectives_;
  std::vector<Entry> entries_;
};

void enumerate(const PackageProblem& problem, const Chosen& usable, Front& front, std::uint64_t& considered) {
  for (std::uint64_t bits = 0; bits < std::uint64_t{1} << usable.size(); ++bits) {
    Chosen options;
    for (std::size_t i = 0; i < usable.size(); ++i)
      if (bits >> i & 1) options.push_back(usable[i]);
    if (front.violation(options) > 0) continue;
    ++considered;
    const Package package = evaluate_package(problem, std::move(options));
    front.consider(package, front.small(package));
  }
}

/// Whatever the search looks at is kept if nothing beats it, so the front may be larger than the population.
void search(const PackageProblem& problem, const Chosen& usable, std::size_t objectives, const FrontLimits& limits,
            Front& front, std::uint64_t& considered) {
  SearchProblem of{usable.size(), objectives, true, {}, {}};
  of.evaluate = [&](std::span<const double> point, std::span<double> values) {
    Chosen options;
    for (std::size_t i = 0; i < usable.size(); ++i)
      if (point[i] > 0.5) options.push_back(usable[i]);
    const double violation = front.violation(options);
    const Package package = evaluate_package(problem, std::move(options));
    const std::vector<double> small = front.small(package);
    std::copy(small.begin(), small.end(), values.begin());
    ++considered;
    if (!(violation > 0)) front.consider(package, small);
    return violation;
  };
  of.first.emplace_back(usable.size(), 0.0); // nothing, and each option alone
  for (std::size_t i = 0; i < usable.size(); ++i) {
    of.first.emplace_back(usable.size(), 0.0);
    of.first.back()[i] = 1;
  }
  if (of.first.size() > limits.population / 2) of.first.resize(std::max<std::size_t>(1, limits.population / 2));
  Nsga2Options options;
  options.population = limits.population;
  options.generations = limits.generations;
  options.seed = limits.seed;
  options.stop = limits.stop;
  (void)nsga2(of, options);
}

} // namespace

Result<PackageFront> package_front(const PackageProblem& problem, const std::vector<PackageObjective>& objectives,
                                   const FrontLimits& limits) {
  if (Diagnostics faults = check(problem); !faults.empty()) return faults;
  if (objectives.empty()) throw Error("packages are compared on nothing");
  for (const PackageObjective& objective : objectives)
    if (objective.kind == PackageObjective::Kind::Mark && objective.marks.size() != problem.options.size())
      throw Error("marks do not fit the options");
  Chosen usable;
  for (std::size_t o = 0; o < problem.options.size(); ++o)
    if (problem.options[o].lead_days <= problem.deadline_days && problem.options[o].cost <= problem.budget)
      usable.push_back(o);
  Front found(problem, objectives);
  const bool exact = usable.size() <= std::min<std::size_t>(limits.most_enumerated, 24);
  std::uint64_t considered = 0;
  if (exact)
    enumerate(problem, usable, found, considered);
  else
    search(problem, usable, objectives.size(), limits, found, considered);
  PackageFront front = found.take();
  front.exact = exact;
  front.considered = considered;
  return front;
}

} // namespace rashin::policy
