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
  files.erase("cross_impacts.csv");
  files["pathways.scw"] = project;
  std::string& pathways = files["pathways.yaml"];
  pathways.erase(pathways.find("matrix:\n"));
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

// By hand. Two descriptors of two states; each person says of a block [1, 1], [1, 2], [2, 1], [2, 2]:
//   a: x on y 2 -2 -2 2, y on x 1 -1 -1 1     b: x on y 1 -1 -1 1, y on x -2 2 2 -2
// Sums: x on y 3 -3 -3 3; y on x -1 1 1 -1. Nothing is consistent: x draws y along, y drives x away. With b's y on x at
// 0 the sums are 1 -1 -1 1: both ends hold, margins min(6, 2) = 2 of the sum, which is 1 per person.
constexpr const char* rows_of_x = "from,to,by,value,reason\nx.1,y.1,a,2,\nx.1,y.2,a,-2,\nx.2,y.1,a,-2,\nx.2,y.2,a,2,\n"
                                  "y.1,x.1,a,1,\ny.1,x.2,a,-1,\ny.2,x.1,a,-1,\ny.2,x.2,a,1,\n"
                                  "x.1,y.1,b,1,why\nx.1,y.2,b,-1,\nx.2,y.1,b,-1,\nx.2,y.2,b,1,\n";
constexpr const char* apart = "y.1,x.1,b,-2,\ny.1,x.2,b,2,\ny.2,x.1,b,2,\ny.2,x.2,b,-2,\n";
constexpr const char* calm = "y.1,x.1,b,0,\ny.1,x.2,b,0,\ny.2,x.1,b,0,\ny.2,x.2,b,0,\n";
constexpr const char* judged = R"(matrix:
  file: cross_impacts.csv
  by: panel
  people: [{by: a}, {by: b, title: {ja: "乙", en: "B"}}]
  states:
    - {descriptor: x, state: "1", shocks: [stop-short]}
    - {descriptor: x, state: "2", shocks: []}
    - {descriptor: y, state: "1", shocks: []}
    - {descriptor: y, state: "2", shocks: [stop-long]}
)";

FileSet judged_sample(const std::string& of_b) {
  FileSet files = sample(false);
  files.erase("pathways.scw");
  std::string& pathways = files["pathways.yaml"];
  pathways.replace(pathways.find("matrix:\n"), std::string::npos, judged);
  files["cross_impacts.csv"] = rows_of_x + of_b;
  return files;
}

TEST(MatrixPathways, SeveralPeopleArePooledCellByCell) {
  const auto read = read_study(judged_sample(calm));
  ASSERT_TRUE(read) << to_text(read.diagnostics().front(), Language::English);
  const MatrixPathways& m = *read->matrix;
  EXPECT_EQ(m.cells, (std::vector<int>{0, 0, 3, -3, 0, 0, -3, 3, 1, -1, 0, 0, -1, 1, 0, 0}));
  EXPECT_DOUBLE_EQ(m.in_units(m.cells[2]), 1.5);
  ASSERT_EQ(m.scenarios.size(), 2u);
  EXPECT_EQ(m.scenarios[0].id, "s1-1");
  EXPECT_DOUBLE_EQ(m.in_units(*m.scenarios[0].figures.margin), 1);
  EXPECT_EQ(m.scenarios[0].pathway, 0u);
  EXPECT_EQ(m.people[1].judged.notes.at(2).reason, "why");
  EXPECT_EQ(m.people[1].rows.at(2), 8u) << "the row of x.1 -> y.1 by b";
}

TEST(MatrixPathways, DisagreementHidesAndToleranceCountsPerPerson) {
  FileSet files = judged_sample(apart);
  const auto read = read_study(files);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.diagnostics().front().code, "matrix-no-scenario");
  std::string& pathways = files["pathways.yaml"]; // the sum falls short by 2: by 1 per person
  pathways.replace(pathways.find("  by: panel"), 0, "  tolerance: 1\n");
  const auto mild = read_study(files);
  ASSERT_TRUE(mild) << to_text(mild.diagnostics().front(), Language::English);
  EXPECT_EQ(mild->matrix->scenarios.size(), 2u);
  const auto differing = mild->matrix->diverging();
  ASSERT_EQ(differing.size(), 8u); // 4 by 1 in strength, 4 opposed by 3
  EXPECT_EQ(differing.front().spread, 3);
  EXPECT_TRUE(is_disputed(differing.front()));
  EXPECT_FALSE(is_disputed(differing.back()));
}

TEST(MatrixPathways, TheTableOfJudgementsMarksWhatIsDisputed) {
  const Study study = read_study(new_study("x")).take();
  RunOptions options;
  options.draws = 8;
  const ResultTable table = cross_impacts_table(study, run(study, options).take());
  EXPECT_EQ(table.table.rows(), 60u);
  std::size_t disputed = 0;
  for (std::size_t row = 0; row < 60; ++row) disputed += table.table.column("disputed").text(row) == "yes";
  EXPECT_EQ(disputed, 8u);
}

} // namespace
} // namespace rashin::study
