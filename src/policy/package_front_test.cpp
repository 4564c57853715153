#include "policy/package_front.h"

#include "core/draws.h"
#include "policy/pareto.h"

#include <gtest/gtest.h>

#include <cmath>

namespace rashin::policy {
namespace {

using Kind = PackageObjective::Kind;

PackageProblem random_problem(std::uint64_t number, std::size_t options, std::size_t scenarios) {
  const auto pick = [&](const char* what, std::size_t i) { return uniform(number, what, Stream::A, i); };
  PackageProblem problem;
  for (std::size_t s = 0; s < scenarios; ++s) problem.loss.push_back(100 + 400 * pick("loss", s));
  for (std::size_t o = 0; o < options; ++o) {
    PackageOption option{"o" + std::to_string(o), 5 + 30 * pick("cost", o), 400 * pick("lead", o), {}, {}, {}};
    for (std::size_t s = 0; s < scenarios; ++s)
      option.avoided.push_back(pick("hits", o * scenarios + s) < 0.5 ? 120 * pick("avoided", o * scenarios + s) : 0);
    if (o > 1 && pick("needs", o) < 0.2) option.needs.push_back(o - 2);
    if (o > 0 && pick("excludes", o) < 0.2) option.excludes.push_back(o - 1);
    problem.options.push_back(option);
  }
  problem.budget = 9.0 * static_cast<double>(options);
  problem.deadline_days = 380;
  problem.tail = 0.3;
  return problem;
}

std::vector<PackageObjective> objectives(std::uint64_t number, std::size_t options) {
  std::vector<double> marks;
  for (std::size_t o = 0; o < options; ++o) marks.push_back(std::floor(6 * uniform(number, "mark", Stream::A, o)) - 2);
  return {{Kind::Cost, "cost", {}, false},
          {Kind::ExpectedLoss, "expected loss", {}, false},
          {Kind::TailLoss, "tail loss", {}, false},
          {Kind::Mark, "standing", marks, true}};
}

/// Objectives of a package with larger ones turned round.
std::vector<double> turned(const FrontPackage& one) {
  std::vector<double> values = one.objectives;
  values[3] = -values[3];
  return values;
}

TEST(PackageFront, HoldsWhatNothingBeatsAndNothingElse) {
  for (std::uint64_t number = 0; number < 10; ++number) {
    const PackageProblem problem = random_problem(number, 8, 5);
    const auto asked = objectives(number, 8);
    const PackageFront front = package_front(problem, asked).take();
    ASSERT_TRUE(front.exact);
    for (const FrontPackage& a : front.packages)
      for (const FrontPackage& b : front.packages) EXPECT_FALSE(dominates(turned(a), turned(b)));
    PackageLimits all; // every permitted package is on the front or beaten by one that is
    all.keep = 1000;
    const PackageAnswer permitted = best_packages(problem, all).take();
    for (const Package& package : permitted.best) {
      FrontPackage one{package, {package.cost, package.expected_loss, package.tail_loss, 0}};
      for (const std::size_t o : package.options) one.objectives[3] += asked[3].marks[o];
      bool covered = false;
      for (const FrontPackage& other : front.packages)
        covered = covered || turned(other) == turned(one) || dominates(turned(other), turned(one));
      EXPECT_TRUE(covered) << number;
    }
  }
}

TEST(PackageFront, TheSearchFindsTheWholeFrontOfSmallCases) {
  for (std::uint64_t number = 0; number < 4; ++number) {
    const PackageProblem problem = random_problem(number, 12, 5);
    FrontLimits searched;
    searched.most_enumerated = 0;
    searched.generations = 80;
    const PackageFront all = package_front(problem, objectives(number, 12)).take(),
                       found = package_front(problem, objectives(number, 12), searched).take();
    ASSERT_TRUE(all.exact);
    ASSERT_FALSE(found.exact);
    ASSERT_EQ(found.packages.size(), all.packages.size()) << number;
    for (std::size_t i = 0; i < all.packages.size(); ++i)
      EXPECT_EQ(found.packages[i].package.options, all.packages[i].package.options);
    EXPECT_EQ(found.volume, all.volume);
  }
}

TEST(PackageFront, WithOneObjectiveItIsTheBestPackage) {
  const PackageProblem problem = random_problem(3, 9, 4);
  const PackageFront front = package_front(problem, {{Kind::TailLoss, "", {}, false}}).take();
  ASSERT_EQ(front.packages.size(), 1u);
  PackageLimits all;
  all.keep = 1000;
  double least = 1e300;
  const PackageAnswer permitted = best_packages(problem, all).take();
  for (const Package& package : permitted.best) least = std::min(least, package.tail_loss);
  EXPECT_EQ(front.packages[0].package.tail_loss, least);
}

TEST(PackageFront, AlikeOnesStandOnce) {
  PackageProblem problem;
  problem.loss = {10};
  problem.options = {{"a", 1, 0, {5}, {}, {}}, {"b", 1, 0, {5}, {}, {}}};
  const PackageFront front =
      package_front(problem, {{Kind::Cost, "", {}, false}, {Kind::ExpectedLoss, "", {}, false}}).take();
  ASSERT_EQ(front.packages.size(), 3u); // nothing, a (for b as well), both
  EXPECT_EQ(front.packages[1].package.options, std::vector<std::size_t>{0});
  // Scaled: (0, 1), (0.5, 0.5), (1, 0) with reference 1.1.
  EXPECT_NEAR(front.volume, 1.1 * 0.1 + 0.6 * 0.5 + 0.1 * 0.5, 1e-15);
}

} // namespace
} // namespace rashin::policy
