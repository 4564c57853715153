#include "assessment/read.h"
#include "assessment/run.h"

#include <gtest/gtest.h>

#include <set>

namespace rashin::assessment {
namespace {

FileSet files_of(int threads) {
  const FileSet inputs = new_assessment("example");
  const auto read = read_assessment(inputs);
  if (!read) throw Error(to_text(read.diagnostics().front(), Language::English));
  RunOptions options;
  options.draws = 200, options.threads = threads;
  const auto result = run(*read, options);
  return run_files(*read, *result, result_tables(*read, *result), inputs);
}

TEST(Assessment, TheTemplateRunsTheSameOnAnyNumberOfThreads) {
  const FileSet one = files_of(1);
  EXPECT_EQ(one, files_of(3));
  for (const char* name : {"run.json", "results/needs.csv", "results/asymmetries.csv", "results/trace.csv"})
    EXPECT_TRUE(one.contains(name)) << name;
}

TEST(Assessment, EveryNeedRestsOnAnAsymmetryAndAConcept) {
  const auto read = read_assessment(new_assessment("example"));
  ASSERT_TRUE(read.ok());
  std::set<std::string> needs, asymmetries, concepts;
  for (const study::Basis& step : provenance(*read)) {
    if (!step.id.starts_with("needs/")) continue;
    needs.insert(step.id);
    if (step.on.starts_with("asymmetries/")) asymmetries.insert(step.id);
    if (step.on.starts_with("concepts/")) concepts.insert(step.id);
  }
  EXPECT_EQ(needs.size(), 2u);
  EXPECT_EQ(asymmetries, needs);
  EXPECT_EQ(concepts, needs);
}

TEST(Assessment, AnUnknownCellMakesTheAsymmetryUnknown) {
  const auto read = read_assessment(new_assessment("example"));
  RunOptions options;
  options.draws = 50;
  const auto result = run(*read, options);
  int unknown = 0;
  for (const AsymmetryRow& row : result->asymmetries)
    if (!row.result) {
      ++unknown;
      EXPECT_FALSE(row.known);
      EXPECT_EQ(read->decomposition.parts[row.part].id, "relay");
      EXPECT_NE(row.versus, "CHN"); // only Russia's cell is unknown
    }
  EXPECT_EQ(unknown, 2);
}

TEST(Assessment, WithoutAxesTheElevenOfTheMethodServe) {
  FileSet files = new_assessment("example");
  std::string& text = files["assessment.yaml"];
  const auto begin = text.find("axes:"), end = text.find("curves:");
  text.erase(begin, end - begin);
  const auto read = read_assessment(files);
  ASSERT_FALSE(read.ok()); // the template's cells name its own axes
  std::set<std::string> codes;
  for (const Diagnostic& d : read.diagnostics())
    if (d.severity == Severity::Error) codes.insert(d.code);
  EXPECT_EQ(codes, (std::set<std::string>{"assessment-unknown"}));
  files["dossiers.csv"] =
      "technology,country,axis,text_en,basis,by\nrelay,JPN,defence-principles,none stated,,example\n";
  for (const std::string& from : {std::string("asymmetry: satellites"), std::string("asymmetry: integration")})
    text.replace(text.find(from), from.size(), "asymmetry: relay.defence-principles");
  const auto again = read_assessment(files);
  ASSERT_TRUE(again.ok()) << to_json(again.diagnostics());
  EXPECT_EQ(again->axes.size(), 11u);
}

} // namespace
} // namespace rashin::assessment
