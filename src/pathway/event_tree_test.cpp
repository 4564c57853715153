#include "pathway/event_tree.h"

#include "core/result.h"

#include <cmath>
#include <gtest/gtest.h>
#include <limits>

namespace rashin::pathway {
namespace {

constexpr double certain = std::numeric_limits<double>::infinity();

// root: quick (0.6 | 0.2) -> pathway 0, long -> node cut: part (0.5) -> 1, full (0.5) -> 2, part-again -> 0
EventTree sample(double concentration) {
  EventTree tree;
  tree.pathways = 3;
  tree.nodes = {{"root",
                 {},
                 {{"quick", {}, no_node, 0}, {"long", {}, 1, 0}},
                 {{"a", {0.6, 0.4}, concentration}, {"b", {0.2, 0.8}, concentration}}},
                {"cut",
                 {},
                 {{"part", {}, no_node, 1}, {"full", {}, no_node, 2}, {"eased", {}, no_node, 0}},
                 {{"a", {0.5, 0.3, 0.2}, concentration}}}};
  return tree;
}

TEST(EventTree, EachDrawsPathwaysSumToOne) {
  const auto p = draw_probabilities(sample(12), DrawPlan(7), 0, 500);
  for (std::size_t d = 0; d < 500; ++d) EXPECT_NEAR(p.pathways[0][d] + p.pathways[1][d] + p.pathways[2][d], 1, 1e-12);
}

TEST(EventTree, PeopleAreBelievedByTheirTrust) {
  EventTree tree = sample(certain);
  tree.nodes[0].judgements[0].trust = 3;
  EXPECT_NEAR(expected_probabilities(tree)[0], 0.75 * 0.68 + 0.25 * 0.36, 1e-12);
  int believed_a = 0;
  const auto drawn = draw_probabilities(tree, DrawPlan(7), 0, 2000);
  for (const double quick : drawn.nodes[0][0]) believed_a += quick > 0.4;
  EXPECT_NEAR(believed_a / 2000.0, 0.75, 4 * std::sqrt(0.75 * 0.25 / 2000.0)); // 4 standard errors
  tree.nodes[0].judgements[0].trust = 0;                                       // never believed, still there
  const auto never = draw_probabilities(tree, DrawPlan(7), 0, 200);
  for (const double quick : never.nodes[0][0]) EXPECT_NEAR(quick, 0.2, 1e-12);
}

/// Equal trust, whatever its size, is what the draws were before anyone could state it.
TEST(EventTree, OnlyRatiosOfTrustCount) {
  EventTree tree = sample(12);
  const auto before = draw_probabilities(tree, DrawPlan(7), 0, 300);
  for (BranchJudgement& judgement : tree.nodes[0].judgements) judgement.trust = 0.37;
  EXPECT_EQ(draw_probabilities(tree, DrawPlan(7), 0, 300).pathways, before.pathways);
}

TEST(EventTree, ExactJudgementsMultiplyAlongTheTree) {
  // Believing a: 0.6 + 0.4 * 0.2 = 0.68, 0.4 * 0.5 = 0.2, 0.4 * 0.3 = 0.12; believing b: 0.36, 0.4, 0.24.
  const auto p = draw_probabilities(sample(certain), DrawPlan(7), 0, 2000);
  int believed_a = 0;
  for (std::size_t d = 0; d < 2000; ++d) {
    const bool a = p.nodes[0][0][d] > 0.4;
    believed_a += a;
    EXPECT_NEAR(p.pathways[0][d], a ? 0.68 : 0.36, 1e-12);
    EXPECT_NEAR(p.pathways[2][d], a ? 0.12 : 0.24, 1e-12);
  }
  EXPECT_NEAR(believed_a / 2000.0, 0.5, 4 * 0.5 / std::sqrt(2000.0)); // 4 standard errors
}

TEST(EventTree, MeansReachTheExpectedProbabilities) {
  const auto expected = expected_probabilities(sample(8));
  EXPECT_NEAR(expected[0], 0.52, 1e-12);
  const auto p = draw_probabilities(sample(8), DrawPlan(11), 0, 20000);
  for (std::size_t k = 0; k < 3; ++k) {
    double mean = 0;
    for (const double value : p.pathways[k]) mean += value / 20000;
    EXPECT_NEAR(mean, expected[k], 0.01);
  }
}

TEST(EventTree, AnInsertedBranchElsewhereOrALaterStartChangesNoDraw) {
  const auto p = draw_probabilities(sample(12), DrawPlan(7), 0, 50);
  const auto later = draw_probabilities(sample(12), DrawPlan(7), 20, 30);
  for (std::size_t d = 0; d < 30; ++d) EXPECT_EQ(p.pathways[1][d + 20], later.pathways[1][d]);
  EventTree wider = sample(12);
  wider.nodes[0].branches[0] = {"quick", {}, 2, 0};
  wider.nodes.push_back({"extra", {}, {{"x", {}, no_node, 0}}, {{"a", {1.0}, 5}}});
  const auto q = draw_probabilities(wider, DrawPlan(7), 0, 50);
  EXPECT_EQ(p.nodes[1], q.nodes[1]);
}

TEST(EventTree, ATreeThatRunsBackwardsIsAFaultOfOurs) {
  EventTree tree = sample(5);
  tree.nodes[1].branches[0].next_node = 0;
  EXPECT_THROW(draw_probabilities(tree, DrawPlan(1), 0, 1), Error);
}

} // namespace
} // namespace rashin::pathway
