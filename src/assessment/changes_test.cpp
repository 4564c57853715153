#include "assessment/changes.h"
#include "assessment/planted_test.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace rashin::assessment {
namespace {

struct Played {
  Assessment assessment;
  RunResult result;
};

Played played(const FileSet& files) {
  auto read = read_assessment(files);
  if (!read) throw Error(to_json(read.diagnostics()));
  RunOptions options;
  options.draws = 400;
  Played made{read.take(), {}};
  made.result = run(made.assessment, options).take();
  return made;
}

const ChangeRow& row_of(const RunResult& result, const std::string& id) {
  return *std::find_if(result.changes.begin(), result.changes.end(), [&](const ChangeRow& r) { return r.id == id; });
}

std::vector<std::string> technologies(const Assessment& assessment, const std::vector<std::size_t>& needs) {
  std::vector<std::string> ids;
  for (const std::size_t n : needs)
    ids.push_back(assessment.decomposition.parts[assessment.needs[n].part].id + "." +
                  assessment.concepts[assessment.needs[n].concept_index].id);
  return ids;
}

TEST(Changes, AnAxisThatANeedRestsOnAloneTakesItAway) {
  FileSet files = planted_files();
  std::string& text = files["assessment.yaml"];
  const std::string little = "p5: 0.1, p50: 0.2, p95: 0.3";
  text.replace(text.find(little), little.size(),
               "p5: 8, p50: 9, p95: 9.5"); // Ben says the same: strong leads in all draws
  const Played p = played(files);
  const ChangeRow& row = row_of(p.result, "sites");
  EXPECT_EQ(row.needs, Turn::Members);
  EXPECT_EQ(technologies(p.assessment, row.out), (std::vector<std::string>{"optics.strong"}));
  ASSERT_EQ(row.in.size(), 1u);
  EXPECT_TRUE(technologies(p.assessment, row.in).front().ends_with(".weak"));
  EXPECT_EQ(row_of(p.result, "satellites").needs, Turn::Same); // another asymmetry stands behind those needs
  EXPECT_EQ(row_of(p.result, "principles").needs, Turn::Same);
}

TEST(Changes, APersonWhoCarriesTheResultTurnsItWhenLeftOut) {
  const Played p = played(planted_files());
  const ChangeRow& anna = row_of(p.result, "Anna");
  EXPECT_TRUE(anna.person);
  EXPECT_EQ(anna.left_out, 1);
  EXPECT_EQ(anna.needs, Turn::Members);
  EXPECT_EQ(anna.out.size(), 5u);
  EXPECT_EQ(anna.in.size(), 5u);
  EXPECT_EQ(row_of(p.result, "Ben").needs, Turn::Same); // without him, strong is only stronger
}

TEST(Changes, WhoStandsAloneIsCountedNotLeftOut) {
  FileSet files = planted_files();
  std::string& text = files["assessment.yaml"];
  const std::string ben = ", {by: Ben,";
  text.erase(text.find(ben), text.find("}], unit: year") + 1 - text.find(ben));
  const Played p = played(files);
  EXPECT_EQ(row_of(p.result, "Anna").left_out, 0);
  EXPECT_EQ(row_of(p.result, "Anna").alone, 1);
  EXPECT_EQ(row_of(p.result, "Anna").needs, Turn::Same);
}

TEST(Changes, TechnologiesAreRankedOverTheLargestBlockWithoutAGap) {
  const Played p = played(new_assessment("example")); // relay's sites of Russia are unknown
  ASSERT_TRUE(p.result.ranking.has_value());
  EXPECT_EQ(p.result.ranking->parts.size(), 2u);
  std::vector<std::string> axes;
  for (const std::size_t a : p.result.ranking->axes) axes.push_back(p.assessment.axes[a].id);
  EXPECT_EQ(axes, (std::vector<std::string>{"satellites", "integration"}));
}

/// Two technologies, each ahead on one of two axes: leaving out either axis turns the order.
TEST(Changes, LeavingOutAnAxisTurnsTheOrderOfTechnologies) {
  FileSet files = new_assessment("example");
  std::string cells = "technology,country,axis,value,unit,period,by\n";
  const auto add = [&](const char* part, const char* axis, const char* own, const char* other) {
    for (const auto& [country, value] : {std::pair{"JPN", own}, {"USA", own}, {"CHN", other}, {"RUS", other}})
      cells += std::string(part) + "," + country + "," + axis + "," + value + ",1,2025,example\n";
  };
  add("small-radar", "satellites", "100", "10"), add("small-radar", "sites", "10", "9");
  add("relay", "satellites", "10", "9"), add("relay", "sites", "90", "10");
  files["dossiers.csv"] = cells;
  std::string& text = files["assessment.yaml"];
  text.replace(text.find("asymmetry: integration"), 22, "asymmetry: sites");
  text.replace(text.find("top_k: 1"), 8, "top_k: 5");
  const Played p = played(files);
  ASSERT_EQ(p.result.ranking->axes.size(), 2u);
  const auto without = [&](const char* axis) {
    return p.assessment.decomposition.parts[row_of(p.result, axis).order.front()].id;
  };
  EXPECT_EQ(without("satellites"), "relay");
  EXPECT_EQ(without("sites"), "small-radar");
  const auto order = p.result.ranking->order;
  const std::string first = p.assessment.decomposition.parts[p.result.ranking->parts[order.front()]].id;
  EXPECT_EQ(row_of(p.result, first == "relay" ? "sites" : "satellites").technologies, Turn::Order);
  EXPECT_EQ(row_of(p.result, first == "relay" ? "satellites" : "sites").technologies, Turn::Same);
}

/// Stated weights count: an axis said to be the most important decides.
TEST(Changes, StatedWeightsOfAxesAreDrawnWithin) {
  FileSet files = new_assessment("example");
  std::string& text = files["assessment.yaml"];
  text.replace(
      text.find("curves:\n"), 8,
      "weights:\n  - {by: Anna, kind: ordinal, order: [integration, satellites, sites, principles]}\n\ncurves:\n");
  const Played p = played(files);
  ASSERT_EQ(p.assessment.common.weights.size(), 1u);
  EXPECT_EQ(row_of(p.result, "Anna").alone, 1);
}

} // namespace
} // namespace rashin::assessment
