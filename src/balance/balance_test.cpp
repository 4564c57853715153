#include "balance/asymmetry.h"
#include "balance/composite.h"
#include "balance/concept_table.h"
#include "balance/gravity.h"
#include "balance/parts.h"

#include <gtest/gtest.h>

#include <cmath>

namespace rashin::balance {
namespace {

std::vector<std::string> codes(const Diagnostics& diagnostics) {
  std::vector<std::string> result;
  for (const Diagnostic& d : diagnostics) result.push_back(d.code);
  return result;
}

GravityGraph gravity() {
  GravityGraph graph;
  graph.nodes = {
      {"fleet", GravityKind::Centre, "b", ""},     {"strike", GravityKind::Capability, "b", ""},
      {"scout", GravityKind::Capability, "b", ""}, {"data-link", GravityKind::Requirement, "b", ""},
      {"fuel", GravityKind::Requirement, "b", ""}, {"link-open", GravityKind::Vulnerability, "b", "data-link"}};
  graph.edges = {
      {"fleet", "strike"}, {"fleet", "scout"}, {"strike", "data-link"}, {"strike", "fuel"}, {"scout", "fuel"}};
  return graph;
}

TEST(Gravity, AVulnerabilityReachesTheCentre) {
  ASSERT_TRUE(check_gravity(gravity()).empty());
  const auto reach = vulnerability_reach(gravity());
  ASSERT_EQ(reach.size(), 1u);
  EXPECT_EQ(reach[0].capabilities, (std::vector<std::string>{"strike"}));
  EXPECT_EQ(reach[0].centres, (std::vector<std::string>{"fleet"}));
  EXPECT_EQ(reach[0].share, 0.5);
}

TEST(Gravity, EachRuleIsKept) {
  GravityGraph graph = gravity();
  graph.nodes[5].requirement = "strike"; // a capability, not a requirement
  graph.nodes.push_back({"idle", GravityKind::Centre, "b", ""});
  graph.nodes.push_back({"bare", GravityKind::Capability, "b", ""});
  graph.nodes.push_back({"loose", GravityKind::Requirement, "b", ""});
  graph.nodes.push_back({"ours", GravityKind::Requirement, "a", ""});
  graph.nodes.push_back({"idle", GravityKind::Requirement, "b", ""});
  graph.edges.push_back({"fleet", "fuel"});
  graph.edges.push_back({"strike", "ours"});
  graph.edges.push_back({"strike", "nothing"});
  EXPECT_EQ(
      codes(check_gravity(graph)),
      (std::vector<std::string>{"id-twice", "gravity-step", "gravity-side", "gravity-unknown", "gravity-vulnerability",
                                "gravity-centre-idle", "gravity-capability-unused", "gravity-capability-bare",
                                "gravity-requirement-unused", "gravity-requirement-unused"}));
}

Decomposition satellite() {
  Decomposition d;
  d.parts = {{"observation", PartLevel::System}, {"relay", PartLevel::System},     {"bus", PartLevel::Subsystem},
             {"sensor", PartLevel::Subsystem},   {"radar", PartLevel::Technology}, {"optics", PartLevel::Technology},
             {"amplifier", PartLevel::Element}};
  d.relations = {{0, 2, ""}, {0, 3, ""}, {1, 2, ""}, {3, 4, "eye"}, {3, 5, "eye"}, {4, 6, ""}, {1, 6, ""}};
  return d;
}

TEST(Parts, WaysAndDenial) {
  const Decomposition d = satellite();
  EXPECT_TRUE(check_decomposition(d).empty());
  const auto ways = used_in(d, 6);
  ASSERT_EQ(ways.size(), 2u);
  EXPECT_EQ(ways[0].parts, (std::vector<std::size_t>{0, 3, 4, 6}));
  EXPECT_EQ(ways[1].parts, (std::vector<std::size_t>{1, 6}));
  const auto left = works_without(d, std::vector<std::size_t>{6});
  EXPECT_TRUE(left[0]); // optics still see
  EXPECT_FALSE(left[1]);
  EXPECT_FALSE(works_without(d, std::vector<std::size_t>{4, 5})[0]);
}

TEST(Parts, FaultsAreTold) {
  Decomposition d = satellite();
  d.parts.push_back({"bare", PartLevel::System});
  d.parts.push_back({"bus", PartLevel::Technology});
  d.relations.push_back({4, 3, ""});
  d.relations.push_back({0, 2, "x"});
  EXPECT_EQ(codes(check_decomposition(d)), (std::vector<std::string>{"id-twice", "parts-level", "parts-twice",
                                                                     "parts-system-bare", "parts-of-nothing"}));
}

Indicators small() { // vector composite/coin_small, after COINr
  return {5, 3, {10, 200, 0.5, 20, 150, 0.9, 15, 400, 0.7, 30, 100, 0.1, 12, 250, 0.4}};
}

TEST(Composite, SmallVector) {
  const std::vector<int> directions{1, -1, 1};
  const std::vector<double> weights{0.5, 0.3, 0.2};
  const Indicators unit = min_max(small(), directions), hundred = min_max(small(), directions, 1, 100);
  const std::vector<double> arithmetic{0.3, 0.7, 0.275, 0.8, 0.275}, places{3, 2, 4.5, 1, 4.5};
  const std::vector<double> geometric{7.7353633141225195, 67.321166367659, 12.04175862340015, 39.81071705534972,
                                      22.179034316359783};
  const std::vector<double> harmonic{1.9668081148636867, 64.54192718896125, 3.104864150300943, 4.8076923076923075,
                                     17.52600915305053};
  const std::vector<double> z{-0.9264487087968484, -0.17374889710522773, -0.06593804733957839, 0.3255090057934875,
                              -0.6081211398682971, 1.2528228994519957,   -0.30046985150168043, 1.5637400739470497,
                              0.5934424260562084,  1.5774667203838233,   -1.0424933826313665,  -1.3846989941311523,
                              -0.6760571658787812, 0.2606233456578416,   -0.3956282840374718};
  const auto found = aggregate(unit, weights, Aggregation::Arithmetic);
  const auto g = aggregate(hundred, weights, Aggregation::Geometric),
             h = aggregate(hundred, weights, Aggregation::Harmonic);
  const Indicators scores = z_scores(small());
  for (std::size_t u = 0; u < 5; ++u) {
    EXPECT_NEAR(found[u], arithmetic[u], 1e-12);
    EXPECT_NEAR(g[u], geometric[u], 1e-9);
    EXPECT_NEAR(h[u], harmonic[u], 1e-9);
  }
  for (std::size_t i = 0; i < z.size(); ++i) EXPECT_NEAR(scores.values[i], z[i], 1e-12) << i;
  EXPECT_NEAR(unit.at(4, 2), 0.375, 1e-12);
  EXPECT_NEAR(hundred.at(0, 1), 67, 1e-12);
}

TEST(Composite, OneAxisMovesThePlaces) {
  const Indicators table{2, 2, {1, 0, 0.4, 0.8}};
  const auto without = without_each(table, std::vector<double>{0.7, 0.3});
  ASSERT_EQ(without.size(), 2u);
  EXPECT_EQ(without[0].places, (std::vector<double>{2, 1})); // the first axis carried the result
  EXPECT_EQ(without[0].largest_move, 1);
  EXPECT_EQ(without[1].largest_move, 0);
}

TEST(Composite, TreatmentAndMissingRules) {
  EXPECT_TRUE(shape_of(std::vector<double>{1, 1, 2, 1, 2, 1, 1, 50})->wants_treatment);
  EXPECT_FALSE(shape_of(std::vector<double>{1, 2, 3, 4, 5})->wants_treatment);
  EXPECT_NEAR(shape_of(std::vector<double>{1, 2, 3, 4, 5})->kurtosis, -1.2, 1e-12);
  EXPECT_TRUE(known_enough(13, 20));
  EXPECT_FALSE(known_enough(12, 20));
}

TEST(Asymmetry, SignSizeAndConfidence) {
  AxisDraws axis;
  axis.values = {{10, 11, 9, 10}, {30, 30, 31, 29}, {20, 20, 19, 21}};
  axis.own = {true, true, false};
  const auto ahead = asymmetry(axis, CellStanding::Cited);
  EXPECT_EQ(ahead->sign, 1);
  EXPECT_EQ(ahead->size, "clear"); // about twice
  EXPECT_EQ(ahead->confidence, 5);
  EXPECT_EQ(asymmetry(axis, CellStanding::Illustrative)->confidence, 1);
  axis.more_is_better = false;
  EXPECT_EQ(asymmetry(axis, CellStanding::Judged)->sign, -1);
  EXPECT_EQ(asymmetry(axis, CellStanding::Judged)->confidence, 3);
  axis.values[2][0] = 0;
  EXPECT_FALSE(asymmetry(axis, CellStanding::Cited).has_value());
}

TEST(Asymmetry, RobustScaleIgnoresUnits) {
  AxisDraws axis;
  axis.scale = AxisScale::Robust;
  axis.side = SideValue::Mean;
  axis.values = {{4}, {9}, {2}, {1}};
  axis.own = {true, true, false, false};
  const double plain = asymmetry(axis, CellStanding::Cited)->p50;
  EXPECT_NEAR(plain, 5 / (1.4826 * 1.5), 1e-12); // median 3, deviations 1 6 1 2: MAD 1.5
  for (auto& country : axis.values) country[0] = 100 + 7 * country[0];
  EXPECT_NEAR(asymmetry(axis, CellStanding::Cited)->p50, plain, 1e-12);
}

TEST(Concepts, WorthIsTheProductAndTiesShare) {
  const std::vector<ConceptDraws> concepts{{{5, 10}, {0.5, 0.5}, {0.4, 0.4}}, {{5, 5}, {0.5, 0.5}, {0.4, 0.4}}};
  const auto rows = concept_table(concepts, 10);
  EXPECT_NEAR(rows[0].worth[0], 0.1, 1e-15);
  EXPECT_NEAR(rows[0].worth[1], 0.2, 1e-15);
  EXPECT_EQ(rows[0].first, 0.75);
  EXPECT_EQ(rows[1].first, 0.25);
}

} // namespace
} // namespace rashin::balance
