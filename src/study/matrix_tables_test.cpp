#include "study/matrix_tables.h"

#include "study/read.h"
#include "study/work.h"

#include <gtest/gtest.h>

namespace rashin::study {
namespace {

// Soon and part promote each other, late and full do: these two scenarios are consistent. Of the four starts, global
// succession leads soon-part and late-full to themselves and the other two round in a circle.
constexpr const char* project = "$ ScenarioWizard 4.0\nx\n&Release\n -soon\n -late\n&Extent\n -part\n -full\n#\n"
                                "&\n \n \n&\n \n \n#\n#\nFFFFFF\nFFFFFF\nFFFFFF\nFFFFFF\n#\n#\n"
                                " 0, 0, 2,-2\n 0, 0,-2, 2\n 1,-1, 0, 0\n-1, 1, 0, 0\n#\n";
constexpr const char* matrix = R"(matrix:
  file: pathways.scw
  by: example
  states:
    - {descriptor: Release, state: soon, title: {ja: "早期", en: "Soon"}, shocks: [stop-short]}
    - {descriptor: Release, state: late, title: {ja: "長期", en: "Late"}, shocks: [stop-long]}
    - {descriptor: Extent, state: part, title: {ja: "一部", en: "In part"}, shocks: []}
    - {descriptor: Extent, state: full, title: {ja: "全部", en: "In full"}, shocks: [squeeze]}
)";

FileSet sample(bool alone) {
  FileSet files = new_study("x");
  files.erase("README.md");
  files["pathways.scw"] = project;
  std::string& pathways = files["pathways.yaml"];
  if (alone) {
    const std::size_t begin = pathways.find("tree:"), end = pathways.find("shocks:\n  - id");
    pathways.replace(begin, end - begin, matrix);
    files.erase("impacts.csv");
  } else {
    pathways += std::string("\n") + matrix;
  }
  return files;
}

TEST(MatrixPathways, ScenariosBecomePathways) {
  const auto read = read_study(sample(true));
  ASSERT_TRUE(read) << to_text(read.diagnostics().front(), Language::English);
  ASSERT_EQ(read->pathways.size(), 2u);
  EXPECT_EQ(read->pathways[0].id, "s1-1");
  EXPECT_EQ(read->pathways[1].id, "s2-2");
  EXPECT_EQ(read->pathways[1].title.en, "Late, In full");
  EXPECT_EQ(read->pathways[0].shocks.size(), 1u);
  EXPECT_EQ(read->pathways[1].shocks.size(), 2u);
  const MatrixPathways& m = *read->matrix;
  EXPECT_DOUBLE_EQ(m.scenarios[0].weight, 0.5);
  EXPECT_DOUBLE_EQ(m.cycle_share, 0.5);
  EXPECT_EQ(m.scenarios[0].figures.margin, 2);
  EXPECT_EQ(m.scenarios[0].figures.total_impact_score, 3);
}

TEST(MatrixPathways, RunsAndIsLabelled) {
  const Study study = read_study(sample(true)).take();
  RunOptions options;
  options.draws = 32;
  const RunResult result = run(study, options).take();
  for (std::size_t d = 0; d < 32; ++d) EXPECT_DOUBLE_EQ(result.probabilities.pathways[0][d], 0.5);
  const ResultTable table = scenarios_table(study, result);
  ASSERT_EQ(table.table.rows(), 2u);
  EXPECT_TRUE(table.table.find("structural_weight"));
  EXPECT_EQ(table.table.column("pathway").text(1), "s2-2");
}

TEST(MatrixPathways, BesideTheTreeItFindsWhatIsMissing) {
  const auto read = read_study(sample(false));
  ASSERT_TRUE(read) << to_text(read.diagnostics().front(), Language::English);
  EXPECT_EQ(read->pathways.size(), 3u);
  EXPECT_FALSE(read->matrix->alone);
  EXPECT_EQ(read->matrix->scenarios[0].pathway, 0u); // stop-short alone: the short stop
  EXPECT_FALSE(read->matrix->scenarios[1].pathway);  // stop-long with squeeze: no pathway has both
}

} // namespace
} // namespace rashin::study
