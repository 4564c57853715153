#include "policy/packages.h"

#include "core/draws.h"
#include "policy/package_solver.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace rashin::policy {
namespace {

PackageProblem random_problem(std::uint64_t number, std::size_t options, std::size_t scenarios) {
  PackageProblem problem;
  const auto pick = [&](const char* what, std::size_t i) { return uniform(number, what, Stream::A, i); };
  for (std::size_t s = 0; s < scenarios; ++s) problem.loss.push_back(100 + 400 * pick("loss", s));
  double cost = 0;
  for (std::size_t o = 0; o < options; ++o) {
    PackageOption option{"o" + std::to_string(o), 5 + 30 * pick("cost", o), 400 * pick("lead", o), {}, {}, {}};
    for (std::size_t s = 0; s < scenarios; ++s)
      option.avoided.push_back(pick("hits", o * scenarios + s) < 0.5 ? 120 * pick("avoided", o * scenarios + s) : 0);
    if (o > 1 && pick("needs", o) < 0.3) option.needs.push_back(o - 2);
    if (o > 0 && pick("excludes", o) < 0.2) option.excludes.push_back(o - 1);
    cost += option.cost;
    problem.options.push_back(option);
  }
  problem.budget = 0.4 * cost;
  problem.deadline_days = 350;
  problem.tail = 0.3;
  problem.tail_weight = number % 3 == 0 ? 0 : 0.5;
  return problem;
}

TEST(Packages, TheProgrammeFindsWhatEnumerationFinds) {
  for (std::uint64_t number = 0; number < 30; ++number) {
    const PackageProblem problem = random_problem(number, 9, 6);
    const auto all = best_packages(problem);
    PackageLimits programme;
    programme.most_enumerated = 0;
    const auto one = best_packages(problem, programme);
    ASSERT_TRUE(all->enumerated);
    ASSERT_FALSE(one->enumerated);
    ASSERT_TRUE(one->exact);
    EXPECT_NEAR(all->best[0].burden, one->best[0].burden, 1e-6) << number;
    EXPECT_EQ(all->best[0].options, one->best[0].options) << number;
  }
}

TEST(Packages, RulesBudgetAndDeadlineHold) {
  for (std::uint64_t number = 0; number < 30; ++number) {
    const PackageProblem problem = random_problem(number, 10, 4);
    const PackageAnswer answer = best_packages(problem).take();
    for (const Package& package : answer.best) {
      double cost = 0;
      for (const std::size_t o : package.options) {
        const PackageOption& option = problem.options[o];
        cost += option.cost;
        EXPECT_LE(option.lead_days, problem.deadline_days);
        const auto has = [&](std::size_t other) {
          return std::find(package.options.begin(), package.options.end(), other) != package.options.end();
        };
        for (const std::size_t other : option.needs) EXPECT_TRUE(has(other));
        for (const std::size_t other : option.excludes) EXPECT_FALSE(has(other));
      }
      EXPECT_LE(cost, problem.budget);
      EXPECT_EQ(package.burden, evaluate_package(problem, package.options).burden);
    }
  }
}

TEST(Packages, WithoutBudgetNothingIsBought) {
  PackageProblem problem = random_problem(1, 5, 3);
  problem.budget = 0;
  const auto answer = best_packages(problem);
  EXPECT_TRUE(answer->best[0].options.empty());
  EXPECT_EQ(answer->best[0].cost, 0);
}

TEST(Packages, TwentyOptionsBesideEnumeration) {
  const PackageProblem problem = random_problem(4, 20, 8);
  PackageLimits wide;
  wide.most_enumerated = 20;
  EXPECT_NEAR(best_packages(problem, wide)->best[0].burden, best_packages(problem)->best[0].burden, 1e-6);
}

TEST(Packages, BadFiguresAreNamed) {
  PackageProblem problem = random_problem(1, 3, 2);
  problem.options[1].cost = -4;
  problem.probabilities = {0.5, 0.6};
  const Diagnostics faults = check(problem);
  ASSERT_EQ(faults.size(), 2u);
  EXPECT_EQ(faults[0].code, "package-negative");
  EXPECT_EQ(faults[0].place.field, "o1.cost");
  EXPECT_EQ(faults[1].code, "package-probabilities");
}

} // namespace
} // namespace rashin::policy
