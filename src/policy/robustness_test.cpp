#include "policy/robustness.h"

#include "core/result.h"

#include <gtest/gtest.h>

namespace rashin::policy {
namespace {

const Performance small{{10, 8, 2, 9}, {7, 7, 6, 7}, {9, 3, 8, 4}, {5, 5, 5, 5}};

TEST(Robustness, MetricsOfASmallTable) {
  RobustnessOptions options;
  options.threshold = 6;
  const RobustnessTable table = robustness(small, options);
  EXPECT_EQ(table.policies[0].maximin, 2);
  EXPECT_EQ(table.policies[0].hurwicz, 6);
  EXPECT_EQ(table.policies[1].max_regret, 3);
  EXPECT_NEAR(table.policies[0].regret_quantile, 4.2, 1e-12);
  EXPECT_EQ(*table.policies[0].satisficing, 0.75);
  EXPECT_NEAR(table.policies[0].mean_variance, 2.006091271464951, 1e-12);
  EXPECT_FALSE(table.policies[3].percentile_skew.has_value());
  EXPECT_EQ(table.policies[0].tail_mean, 2);
}

TEST(Robustness, WhereCriteriaDisagreeIsSaidInWords) {
  const std::vector<std::string> names{"stock", "mix", "ally", "wait"};
  const LocalizedText words = agreement_in_words(robustness(small), names);
  EXPECT_NE(words.en.find("mean (Laplace)"), std::string::npos) << words.en;
  EXPECT_NE(words.en.find("depends on how heavily"), std::string::npos);
  const LocalizedText one = agreement_in_words(robustness({{2, 2}, {1, 1}}), names);
  EXPECT_EQ(one.en, "All 8 criteria choose stock.");
}

TEST(Robustness, ADominatedPolicyIsNeverChosen) {
  for (const Choice& choice : robustness({{1, 2, 3}, {2, 3, 4}, {0, 0, 9}}).choices) EXPECT_NE(choice.policy, 0u);
}

TEST(Robustness, MarginalValueIsPaired) {
  const std::vector<double> before{10, 200, 3000}, after{9, 199, 2999};
  const MarginalValue value = marginal_value(before, after);
  EXPECT_EQ(value.mean, 1);
  EXPECT_EQ(value.standard_error, 0);
  EXPECT_EQ(value.share_positive, 1);
  EXPECT_THROW(marginal_value(before, std::vector<double>{1}), Error);
}

} // namespace
} // namespace rashin::policy
