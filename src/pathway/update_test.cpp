#include "pathway/update.h"

#include <gtest/gtest.h>

namespace rashin::pathway {
namespace {

// Murphy's sprinkler network: cloudy or not are the pathways, sprinkler and rain the indicators.
const std::vector<std::vector<double>> sprinkler{{0.1, 0.5}, {0.8, 0.2}};

TEST(PathwayUpdate, IsBayesRule) {
  const auto update = update_pathways({{"sprinkler", true}, {"rain", true}}, {{"A", 1, {0.5, 0.5}, sprinkler}});
  ASSERT_TRUE(update.ok());
  // 0.5 · 0.1 · 0.8 = 0.04, 0.5 · 0.5 · 0.2 = 0.05
  EXPECT_NEAR(update->posterior[0], 0.04 / 0.09, 1e-15);
  EXPECT_NEAR(update->people[0].evidence, 0.09, 1e-15);
  EXPECT_NEAR(update->indicators[0].after[0], 0.05 / 0.30, 1e-15);
}

TEST(PathwayUpdate, TheOrderOfObservationsDoesNotMatter) {
  const std::vector<UpdateView> views{{"A", 1, {0.5, 0.5}, sprinkler}, {"B", 3, {0.2, 0.8}, {{0.3, 0.3}, {0.6, 0.1}}}};
  std::vector<UpdateView> turned = views;
  for (UpdateView& view : turned) std::swap(view.likelihoods[0], view.likelihoods[1]);
  const auto one = update_pathways({{"s", true}, {"r", false}}, views);
  const auto other = update_pathways({{"r", false}, {"s", true}}, turned);
  for (std::size_t p = 0; p < 2; ++p) EXPECT_NEAR(one->posterior[p], other->posterior[p], 1e-15);
}

TEST(PathwayUpdate, WhoFoundItLikelierGainsTrust) {
  const auto update =
      update_pathways({{"s", true}}, {{"A", 1, {0.5, 0.5}, {{0.9, 0.9}}}, {"B", 1, {0.1, 0.9}, {{0.3, 0.3}}}});
  EXPECT_NEAR(update->people[0].trust_before, 0.5, 1e-15);
  EXPECT_NEAR(update->people[0].trust_after, 0.75, 1e-15);
  EXPECT_NEAR(update->posterior[0], 0.75 * 0.5 + 0.25 * 0.1, 1e-15);
}

TEST(PathwayUpdate, AnOpenIndicatorTellsWhatItIsWorth) {
  const auto update =
      update_pathways({{"decides", std::nullopt}, {"tells nothing", std::nullopt}, {"half", std::nullopt}},
                      {{"A", 1, {0.5, 0.5}, {{1, 0}, {0.4, 0.4}, {0.8, 0.4}}}});
  EXPECT_EQ(update->posterior, update->prior);
  EXPECT_NEAR(update->indicators[0].expected_bits, 1, 1e-15);
  EXPECT_NEAR(update->indicators[1].expected_bits, 0, 1e-15);
  EXPECT_GT(update->indicators[2].expected_bits, 0.1);
  EXPECT_NEAR(update->indicators[2].if_seen[0], 2.0 / 3, 1e-15);
  EXPECT_NEAR(update->indicators[2].if_not[0], 0.25, 1e-15);
}

TEST(PathwayUpdate, WhatNobodyHeldPossibleIsSaid) {
  const auto update = update_pathways({{"s", false}}, {{"A", 1, {0.5, 0.5}, {{1, 1}}}});
  ASSERT_FALSE(update.ok());
  EXPECT_EQ(update.diagnostics()[0].code, "update-impossible");
  EXPECT_EQ(update.diagnostics()[0].place.field, "s");
  const auto other =
      update_pathways({{"s", false}}, {{"A", 1, {0.5, 0.5}, {{1, 1}}}, {"B", 1, {0.3, 0.7}, {{0.5, 1}}}});
  EXPECT_NEAR(other->people[0].trust_after, 0, 1e-15);
  EXPECT_NEAR(other->posterior[0], 1, 1e-15);
}

TEST(PathwayUpdate, BrokenShapesThrow) {
  EXPECT_THROW((void)update_pathways({{"s", true}}, {{"A", 1, {0.5, 0.4}, {{1, 1}}}}), Error);
  EXPECT_THROW((void)update_pathways({{"s", true}}, {{"A", 1, {0.5, 0.5}, {}}}), Error);
  EXPECT_THROW((void)update_pathways({{"s", true}}, {{"A", 0, {0.5, 0.5}, {{1, 1}}}}), Error);
}

} // namespace
} // namespace rashin::pathway
