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

/// Option i takes its own scenario's loss away and no other, so each option pays for itself or does not.
PackageProblem apart(std::size_t options) {
  PackageProblem problem;
  problem.loss.assign(options, 2000);
  for (std::size_t o = 0; o < options; ++o) {
    PackageOption option{"o" + std::to_string(o), 10.0 + static_cast<double>(o), 0, {}, {}, {}};
    option.avoided.assign(options, 0);
    option.avoided[o] = static_cast<double>(options) * (o % 3 == 0 ? 9.0 : 12.0) + static_cast<double>(options * o);
    problem.options.push_back(option); // avoids 9 + o or 12 + o on average, at 10 + o
  }
  return problem;
}

TEST(Packages, BeyondTwoToTheSixteenTheOptimumThatPartsIsFound) {
  const PackageProblem problem = apart(30); // 2^30 packages
  const auto answer = best_packages(problem);
  ASSERT_TRUE(answer.ok());
  EXPECT_FALSE(answer->enumerated);
  EXPECT_TRUE(answer->exact);
  std::vector<std::size_t> worth;
  for (std::size_t o = 0; o < 30; ++o)
    if (o % 3 != 0) worth.push_back(o);
  EXPECT_EQ(answer->best[0].options, worth);
  EXPECT_NEAR(answer->best[0].burden, 2000 - 2.0 * 20, 1e-9); // twenty options gain two each
}

TEST(Packages, BeyondTwoToTheSixteenTheBudgetBuysTheBest) {
  PackageProblem problem = apart(24);
  for (std::size_t o = 0; o < 24; ++o) {
    problem.options[o].cost = 10;
    problem.options[o].avoided[o] = 24 * (20.0 + static_cast<double>(o)); // gains 10 + o
  }
  problem.budget = 55;
  const auto answer = best_packages(problem);
  EXPECT_FALSE(answer->enumerated);
  EXPECT_EQ(answer->best[0].options, (std::vector<std::size_t>{19, 20, 21, 22, 23}));
}

TEST(Packages, AtTheBorderBothWaysAgree) {
  for (std::uint64_t number = 0; number < 3; ++number) {
    PackageProblem problem = random_problem(number, 17, 6);
    problem.deadline_days = 400; // all are in time
    problem.budget = 1e9;
    PackageLimits wide;
    wide.most_enumerated = 17;
    const auto programme = best_packages(problem), enumerated = best_packages(problem, wide);
    ASSERT_FALSE(programme->enumerated);
    ASSERT_TRUE(programme->exact);
    ASSERT_TRUE(enumerated->enumerated);
    EXPECT_EQ(programme->best[0].options, enumerated->best[0].options);
    problem.options.pop_back();
    EXPECT_TRUE(best_packages(problem)->enumerated); // sixteen are looked at one by one
  }
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
