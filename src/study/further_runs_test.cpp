#include "study/further_runs.h"

#include "study/package_tables.h"
#include "study/read.h"
#include "study/work.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace rashin::study {
namespace {

FileSet sample() {
  FileSet files = new_study("x");
  files.erase("README.md");
  return files;
}

RunResult played(const Study& study, int threads = 1) {
  RunOptions options;
  options.seed = 7, options.draws = 96, options.threads = threads;
  return run(study, options).take();
}

TEST(FurtherRuns, AllPackagesOnTheFirstDraws) {
  const Study study = read_study(sample()).take();
  const RunResult result = played(study);
  EXPECT_TRUE(result.packages.all);
  ASSERT_EQ(result.packages.arms.size(), 4u);
  EXPECT_EQ(result.packages.arms[3].id, "more-stock+second-source");
  EXPECT_EQ(result.packages.draws, 96);
  // The package "both" is an arm of the run itself, and loses the same.
  const auto both = std::find_if(result.arms.begin(), result.arms.end(), [](const auto& a) { return a.id == "both"; });
  const auto& own = result.losses[static_cast<std::size_t>(both - result.arms.begin())].loss;
  EXPECT_EQ(result.packages.losses[3].loss, own);
  const auto rows = package_rows(study, result);
  EXPECT_TRUE(rows[0].permitted);
  EXPECT_EQ(rows[0].behind, 0);
  for (std::size_t r = 1; r < rows.size(); ++r) EXPECT_GE(rows[r].burden, rows[r - 1].burden);
}

TEST(FurtherRuns, ALittleMoreNeverHurts) {
  const Study study = read_study(sample()).take();
  const RunResult result = played(study);
  ASSERT_FALSE(result.marginal.empty());
  std::set<std::string> kinds;
  for (const MarginalRow& row : marginal_rows(study, result)) {
    kinds.insert(row.kind);
    EXPECT_GE(row.value.mean, 0) << row.kind << ' ' << row.of;
  }
  EXPECT_EQ(kinds, (std::set<std::string>{"lead-time", "readiness", "stock-day", "supplier"}));
}

TEST(FurtherRuns, BudgetAndDeadline) {
  FileSet files = sample();
  files["options.yaml"] += "\nbudget: {amount: 1500000000, within_days: 30}\n";
  const auto read = read_study(files);
  ASSERT_TRUE(read);
  EXPECT_EQ(combined_options(*read), std::vector<std::size_t>{0}); // the second source takes 67 days
  const RunResult result = played(*read);
  const auto rows = package_rows(*read, result);
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(result.packages.arms[rows[0].arm].id, "none"); // the stock costs 2.2 billion
  EXPECT_FALSE(rows[1].permitted);
}

TEST(FurtherRuns, SameOnAnyNumberOfThreads) {
  const Study study = read_study(sample()).take();
  const RunResult one = played(study, 1), two = played(study, 2);
  EXPECT_EQ(to_csv(packages_table(study, one).table), to_csv(packages_table(study, two).table));
  EXPECT_EQ(to_csv(marginal_table(study, one).table), to_csv(marginal_table(study, two).table));
}

TEST(FurtherRuns, ManyOptionsAreShortlisted) {
  FileSet files = sample();
  std::string more;
  for (int k = 0; k < 9; ++k)
    more +=
        "  - id: stock-" + std::to_string(k) +
        "\n    title: {ja: \"在庫\", en: \"Stock\"}\n    stage: before\n    cost: {value: " + std::to_string(k + 1) +
        "00000000, unit: JPY, period: 2025, by: example}\n    effects:\n      - {id: days, target: "
        "\"stocks:material-m.firms:days\", op: add, amount: {value: 2, unit: day, period: 2025, by: example}}\n";
  std::string& options = files["options.yaml"];
  options.insert(options.find("packages:"), more);
  const auto read = read_study(files);
  ASSERT_TRUE(read);
  bool all = true;
  RunOptions quick;
  quick.draws = 16, quick.totals_only = true;
  const RunResult result = run(*read, quick).take();
  const auto arms = packages_to_play(*read, result, all);
  EXPECT_FALSE(all);
  EXPECT_GE(arms.size(), 12u);
  EXPECT_LE(arms.size(), candidate_packages + 13);
  EXPECT_EQ(arms[0].id, "none");
  EXPECT_EQ(further_draws(arms.size(), 1000), 64);
  EXPECT_EQ(further_draws(4, 1000), 256);
  EXPECT_EQ(further_draws(4, 20), 20);
}

} // namespace
} // namespace rashin::study
