#include "study/robustness_tables.h"

#include <gtest/gtest.h>
#include <map>

namespace rashin::study {
namespace {

/// Two pathways, two draws; three choices whose burdens are worked out on paper below.
RunResult three_choices() {
  RunResult result;
  result.draws = 2;
  result.probabilities.pathways = {{0.8, 0.6}, {0.2, 0.4}};
  result.arms = {{"none", {}, {}}, {"cheap", {0}, {}}, {"strong", {1}, {}}, {"none+t", {}, 0}};
  result.losses = {{"none", {{0, 0}, {10, 20}}, {0, 0}},
                   {"cheap", {{0, 0}, {6, 12}}, {1, 1}},
                   {"strong", {{0, 0}, {1, 1}}, {5, 5}},
                   {"none+t", {{0, 0}, {0, 0}}, {0, 0}}}; // a technology is no choice
  return result;
}

TEST(Robustness, WorkedOnPaper) {
  Study study;
  study.header.failure_threshold = 9;
  const RobustnessReport report = robustness_report(study, three_choices());
  ASSERT_EQ(report.arms, (std::vector<std::string>{"none", "cheap", "strong"}));
  std::map<std::string, Criterion> by_id;
  for (const Criterion& criterion : report.criteria) by_id[criterion.id] = criterion;
  ASSERT_EQ(by_id.size(), 8u);
  // Burdens: none 0 0 10 20, cheap 1 1 7 13, strong 5 5 6 6; weights 0.8 0.6 0.2 0.4.
  const std::map<std::string, std::pair<std::vector<double>, std::size_t>> expected{
      {"net_benefit", {{0, 1, -0.3}, 1}}, {"tail_burden", {{20, 13, 6}, 2}}, {"satisficing_share", {{0.7, 0.8, 1}, 2}},
      {"regret_p90", {{14, 7, 5}, 2}},    {"laplace", {{7.5, 5.5, 5.5}, 1}}, // a tie: the first
      {"minimax", {{20, 13, 6}, 2}},      {"hurwicz", {{10, 7, 5.5}, 2}},    {"max_regret", {{14, 7, 5}, 2}}};
  for (const auto& [id, wanted] : expected) {
    ASSERT_TRUE(by_id.contains(id)) << id;
    for (std::size_t a = 0; a < 3; ++a) EXPECT_NEAR(by_id[id].values[a], wanted.first[a], 1e-12) << id << ' ' << a;
    EXPECT_EQ(by_id[id].choice, wanted.second) << id;
  }
  EXPECT_NEAR(report.regret_mean[0], 3.2, 1e-12);
  EXPECT_NEAR(report.regret_mean[1], 2.2, 1e-12);
  EXPECT_NEAR(report.regret_mean[2], 3.5, 1e-12);
  // p10 0, p50 0, p90 20 of none: as skewed as can be.
  EXPECT_NEAR(report.percentile_skew[0].value(), 1, 1e-12);
}

TEST(Robustness, HalvesOfTheDrawsMayDisagree) {
  Study study;
  RunResult result = three_choices();
  result.losses[0].loss[1] = {0, 40}; // even draws: nothing to avoid; odd draws: a great loss
  const RobustnessReport report = robustness_report(study, result);
  for (const Criterion& criterion : report.criteria) {
    EXPECT_NE(criterion.id, "satisficing_share") << "without a threshold there is nothing to satisfy";
    if (criterion.id == "minimax") {
      EXPECT_FALSE(criterion.halves_agree);
    }
  }
}

TEST(Robustness, TableSaysWhoPicksWhom) {
  Study study;
  study.header.currency = "JPY";
  const ResultTable made = robustness_table(study, three_choices());
  ASSERT_EQ(made.table.rows(), 3u);
  EXPECT_EQ(made.table.column("chosen_by").text(0), "");
  EXPECT_EQ(made.table.column("chosen_by").text(1), "net_benefit;laplace");
  EXPECT_FALSE(made.table.find("satisficing_share"));
}

} // namespace
} // namespace rashin::study
