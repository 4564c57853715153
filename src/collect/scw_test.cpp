#include "collect/scw.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace rashin::collect {
namespace {

const char* const small =
    "$ ScenarioWizard 4.0\nsmall.scw\n&A\n -a1\n -a2\n&B\n -b1\n -b2\n#\n&\n \n \n&\n \n \n#\n#\n"
    "FFFFFF\n#\n#\n 0 , 0 , 1 ,-1 \n 0 , 0 ,-1 , 1 \n 2 ,-2 , 0 , 0 \n-2 , 2 , 0 , 0 \n#\n# 0-0\n";

std::string changed(std::string text, const std::string& from, const std::string& to) {
  return text.replace(text.find(from), from.size(), to);
}

std::optional<std::string> data_file(const std::string& name) {
  const char* folder = std::getenv("RASHIN_DATA");
  std::ifstream file(std::string(folder ? folder : "../shared/data") + "/methods/cib/" + name, std::ios::binary);
  if (!file) return std::nullopt;
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return bytes.str();
}

TEST(Scw, ReadsDescriptorsAndCells) {
  const auto project = read_scw("small.scw", small);
  ASSERT_TRUE(project.ok());
  EXPECT_EQ(project->descriptors, (std::vector<ScwDescriptor>{{"A", {"a1", "a2"}}, {"B", {"b1", "b2"}}}));
  EXPECT_EQ(project->cells, (std::vector<int>{0, 0, 1, -1, 0, 0, -1, 1, 2, -2, 0, 0, -2, 2, 0, 0}));
  EXPECT_TRUE(project.diagnostics().empty());
  EXPECT_EQ(write_scw(*project), small);
}

TEST(Scw, PublishedProjectsComeBackByteForByte) {
  for (const char* name : {"CIB_global.scw", "CIB_natl_regional.scw"}) {
    const auto bytes = data_file(name);
    if (!bytes) GTEST_SKIP() << "no test data";
    const auto project = read_scw(name, *bytes);
    ASSERT_TRUE(project.ok());
    EXPECT_EQ(write_scw(*project), *bytes);
  }
}

TEST(Scw, SelfImpactIsAWarning) {
  const auto project = read_scw("x.scw", changed(small, " 0 , 0 , 1", " 5 , 0 , 1"));
  ASSERT_TRUE(project.ok());
  ASSERT_EQ(project.diagnostics().size(), 1u);
  EXPECT_EQ(project.diagnostics()[0].code, "scw-self-impact");
  EXPECT_EQ(project->cells[0], 5);
}

TEST(Scw, Latin1AndCrLfSurvive) {
  std::string bytes = changed(small, "&A",
                              "&Stra\xdf"
                              "e");
  for (std::size_t at = 0; (at = bytes.find('\n', at)) != std::string::npos; at += 2) bytes.insert(at, "\r");
  const auto project = read_scw("x.scw", bytes);
  ASSERT_TRUE(project.ok());
  EXPECT_EQ(project->descriptors[0].name, "Straße");
  EXPECT_EQ(write_scw(*project), bytes);
}

struct Fault {
  const char* from;
  const char* to;
  const char* code;
  int line;
  int column;
};

TEST(Scw, FaultsHaveTheirPlace) {
  const Fault faults[] = {
      {"$ ScenarioWizard", "$ Something", "scw-not-a-project", 1, 1},
      {"-1 , 1 ", "-1 , one ", "scw-cell", 22, 14},
      {"-1 , 1 ", "-1 , 1.5 ", "scw-cell", 22, 14},
      {"-1 , 1 ", "-1 , ", "scw-cell", 22, 14},
      {"-1 , 1 ", "-1 , 9999999 ", "scw-cell-range", 22, 14},
      {"-1 , 1 ", "-1 ", "scw-row-length", 22, 1},
      {" 0 , 0 ,-1 , 1 \n", "", "scw-rows", 24, 1},
      {"&A\n -a1\n -a2\n", "", "scw-size", 18, 1},
      {"&A\n", "", "scw-state-without-descriptor", 3, 1},
      {"&A\n -a1\n -a2\n", "&A\n", "scw-no-state", 3, 1},
      {"&A\n", "A\n", "scw-line", 3, 1},
  };
  for (const Fault& fault : faults) {
    const auto project = read_scw("x.scw", changed(small, fault.from, fault.to));
    ASSERT_FALSE(project.ok()) << fault.code;
    const auto found = std::find_if(project.diagnostics().begin(), project.diagnostics().end(),
                                    [&](const Diagnostic& d) { return d.code == fault.code; });
    ASSERT_NE(found, project.diagnostics().end()) << fault.code << " but " << project.diagnostics()[0].code;
    EXPECT_EQ(found->place.line, fault.line) << fault.code;
    EXPECT_EQ(found->place.column, fault.column) << fault.code;
  }
}

TEST(Scw, ACutFileIsToldAtAnyLength) {
  const std::string bytes = small;
  for (std::size_t length = 0; length < bytes.size() - 12; ++length)
    EXPECT_FALSE(read_scw("x.scw", bytes.substr(0, length)).ok()) << length;
}

TEST(Sl, ReadsAndWritesPublishedSolutions) {
  const auto bytes = data_file("CIB_global.sl");
  if (!bytes) GTEST_SKIP() << "no test data";
  const auto scenarios = read_sl("CIB_global.sl", *bytes);
  ASSERT_TRUE(scenarios.ok());
  ASSERT_EQ(scenarios->size(), 4u);
  EXPECT_EQ((*scenarios)[0].states, (std::vector<int>{1, 2, 1}));
  EXPECT_EQ((*scenarios)[1].weight, 12);
  EXPECT_EQ((*scenarios)[1].margin, 1);
  EXPECT_EQ((*scenarios)[3].total_impact_score, 8);
  EXPECT_EQ(write_sl(*scenarios), *bytes);
}

TEST(Sl, AcceptsWeightsInSinglePrecisionText) {
  const auto scenarios =
      read_sl("x.sl", "$ ScenarioWizard 3.0\nSolution set\n 1 \n\n\" 1 2\",1.677722E+07,-1,0,3,\"\"\n");
  ASSERT_TRUE(scenarios.ok());
  EXPECT_EQ((*scenarios)[0].weight, 16777220);
}

TEST(Sl, FaultsHaveTheirPlace) {
  const std::string head = "$ ScenarioWizard 3.0\nSolution set\n 2 \n\n";
  EXPECT_EQ(read_sl("x.sl", "1,2").diagnostics()[0].code, "sl-not-a-solution");
  EXPECT_EQ(read_sl("x.sl", head + "\" 1 2\",1,0,0,3,\"\"\n").diagnostics()[0].code, "sl-count");
  const auto bad = read_sl("x.sl", head + "\" 1 2\",1,0,0,3,\"\"\n\" 1 x\",1,0,0,3,\"\"\n");
  EXPECT_EQ(bad.diagnostics()[0].code, "sl-line");
  EXPECT_EQ(bad.diagnostics()[0].place.line, 6);
  EXPECT_EQ(read_sl("x.sl", head + "\" 1 2\",1,0,0,3,\"\"\n\" 1\",1,0,0,3,\"\"\n").diagnostics()[0].code, "sl-length");
}

TEST(Sl, AQuoteWithoutItsEndIsAFault) { // found by fuzzing
  const std::string head = "$ ScenarioWizard 3.0\nSolution set\n 1 \n\n";
  for (const char* line : {"\" 1 2\",4,0,0,15,\"a\n", "\" 1 2\",4,0,0,15,ab\"c,d\"\n", "\" 1 2\",inf,0,0,15,\"\"\n"})
    EXPECT_FALSE(read_sl("x.sl", head + line).ok()) << line;
}

} // namespace
} // namespace rashin::collect
