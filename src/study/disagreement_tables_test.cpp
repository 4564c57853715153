#include "study/disagreement_tables.h"

#include <gtest/gtest.h>

namespace rashin::study {
namespace {

constexpr double exactly = std::numeric_limits<double>::infinity();

/// One question, two people who hold their probabilities exactly; the bad pathway costs 100, an option of cost 30 keeps
/// it away.
struct Case {
  Study study;
  RunResult result;
};
Case two_people(double first, double second) {
  Case made;
  made.study.tree.nodes = {{"q",
                            {},
                            {{"good", {}, pathway::no_node, 0}, {"bad", {}, pathway::no_node, 1}},
                            {{"A", {1 - first, first}, exactly}, {"B", {1 - second, second}, exactly}}}};
  made.study.tree.pathways = 2;
  RunResult& result = made.result;
  result.seed = 5, result.draws = 8;
  const std::vector<double> zero(8, 0.0), loss(8, 100.0), cost(8, 30.0);
  result.arms = {{"none", {}, {}}, {"shield", {0}, {}}};
  result.losses = {{"none", {zero, loss}, zero}, {"shield", {zero, zero}, cost}};
  result.probabilities = pathway::draw_probabilities(made.study.tree, make_draw_plan(5, {}).value(), 0, 8);
  return made;
}

TEST(Disagreement, EachPersonAloneOnTheSameDraws) {
  const Case made = two_people(0.2, 0.6);
  const auto list = disagreements(made.study, made.result);
  ASSERT_EQ(list.size(), 1u);
  EXPECT_EQ(list[0].id, "q");
  EXPECT_NEAR(list[0].voices[0].loss, 20, 1e-9);
  EXPECT_NEAR(list[0].voices[1].loss, 60, 1e-9);
  EXPECT_NEAR(list[0].spread, 40, 1e-9);
  EXPECT_EQ(list[0].low, 0u);
  EXPECT_EQ(list[0].high, 1u);
  // Under A the shield costs more than it avoids, under B it does not.
  EXPECT_EQ(list[0].voices[0].choice, 0u);
  EXPECT_EQ(list[0].voices[1].choice, 1u);
  EXPECT_TRUE(list[0].changes_choice);
}

TEST(Disagreement, PoolsBesideWhatIsDrawn) {
  const Case made = two_people(0.2, 0.6);
  const auto opinions = branch_opinions(made.study, made.result);
  ASSERT_EQ(opinions.size(), 2u);
  EXPECT_EQ(opinions[1].stated, (std::vector<double>{0.2, 0.6}));
  EXPECT_NEAR(opinions[1].linear, 0.4, 1e-12);
  EXPECT_NEAR(opinions[1].log_odds, 0.37979589711327123, 1e-9); // odds sqrt(0.25 * 1.5)
  EXPECT_NEAR(opinions[0].log_odds + opinions[1].log_odds, 1, 1e-12);
  const auto pooled = pooled_results(made.study, made.result);
  ASSERT_EQ(pooled.size(), 3u);
  EXPECT_NEAR(pooled[1].loss, 40, 1e-9);
  EXPECT_NEAR(pooled[2].loss, 37.979589711327123, 1e-6);
}

TEST(Disagreement, OneVoiceIsNoDisagreementAndCertaintyIsPooled) {
  Case made = two_people(0, 1);
  EXPECT_NEAR(branch_opinions(made.study, made.result)[1].log_odds, 0.5, 1e-12);
  made.study.tree.nodes[0].judgements.pop_back();
  EXPECT_TRUE(disagreements(made.study, made.result).empty());
}

} // namespace
} // namespace rashin::study
