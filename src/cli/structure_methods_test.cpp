#include "cli/method_test.h"

// MICMAC and morphological fields as analysts bring them.

namespace rashin::cli {
namespace {

class StructureMethods : public MethodCommands {
 protected:
  void expect_fault(const std::string& place, const std::string& code) const {
    EXPECT_NE(err.str().find(place + ": " + code), std::string::npos) << err.str();
  }
};

TEST_F(StructureMethods, MicmacOfTheTestCase) {
  const auto file = vector_file("crossimpact_micmac/micmac5.json");
  if (!file) GTEST_SKIP() << "no test data";
  const JsonValue& json = answer("pathway micmac", {(vectors / "crossimpact_micmac/micmac5.json").string()});
  const JsonValue& powers = at(json, "powers");
  const auto expect_list = [](const JsonValue& seen, const JsonValue& expected) {
    ASSERT_EQ(seen.items.size(), expected.items.size());
    for (std::size_t i = 0; i < seen.items.size(); ++i) EXPECT_EQ(seen.items[i].number, expected.items[i].number);
  };
  expect_list(at(powers.items[0], "influence"), at(file->root(), "direct_influence"));
  expect_list(at(powers.items[0], "dependence"), at(file->root(), "direct_dependence"));
  const JsonValue& expected = at(file->root(), "powers");
  for (std::size_t i = 0; i < expected.names.size(); ++i) {
    const JsonValue& power = powers.items.at(std::stoul(expected.names[i]) - 1);
    expect_list(at(power, "influence"), at(expected.items[i], "influence"));
    expect_list(at(power, "dependence"), at(expected.items[i], "dependence"));
    expect_list(at(power, "influence_place"), at(expected.items[i], "rank_influence"));
  }
  EXPECT_EQ(at(at(json, "influence"), "from").number, 11);
  EXPECT_EQ(text_of(at(powers.items[10], "influence_place")), "2 3 1 4 5"); // the order 3, 1, 2, 4, 5
}

TEST_F(StructureMethods, MicmacOfATable) {
  const std::string path = write("m.csv", "acts on,A,B\nA,0,0.5\nB,0.25,0\n");
  const JsonValue& json = answer("pathway micmac", {path, "--power", "2"});
  EXPECT_EQ(at(json, "shown").number, 2);
  EXPECT_EQ(at(at(json, "powers").items[0], "influence").items[1].number, 0.25);
  EXPECT_EQ(at(at(json, "powers").items[1], "dependence").items[0].number, 0.125);
  EXPECT_EQ(at(at(json, "influence"), "course").text, "cycle");
  ASSERT_EQ(run("pathway micmac", {path}), Done);
  EXPECT_NE(out.str().find("never settles"), std::string::npos) << out.str();
  ASSERT_EQ(run("pathway micmac", {write("m.csv", "acts on,A,B\nA,0,2\nB,0,0\n")}), Done);
  EXPECT_NE(out.str().find("form no loop"), std::string::npos) << out.str();
}

TEST_F(StructureMethods, MicmacFaultsHaveTheirPlace) {
  EXPECT_EQ(run("pathway micmac", {write("m.csv", "acts on,A,B\nA,0,-1\nB,,0\n")}), FileWrong);
  expect_fault("m.csv:2:5", "json-number-range");
  expect_fault("m.csv:3:3", "json-figure-missing");
  EXPECT_EQ(run("pathway micmac", {write("m.csv", "acts on,A,B\nB,0,1\nA,1,0\n")}), FileWrong);
  expect_fault("m.csv:2:1", "micmac-names");
  EXPECT_EQ(run("pathway micmac", {write("m.csv", "acts on,A,B\nA,0,1\n")}), FileWrong);
  EXPECT_NE(err.str().find("micmac-square"), std::string::npos) << err.str();
  EXPECT_EQ(run("pathway micmac", {write("m.csv", "acts on,A,B\nA,0,0.12345678\nB,1,0\n")}), FileWrong);
  expect_fault("m.csv:2:5", "micmac-decimals");
  EXPECT_EQ(run("pathway micmac", {write("m.csv", "acts on,A,B\nA,0,0\nB,0,0\n")}), FileWrong);
  EXPECT_NE(err.str().find("micmac-nothing"), std::string::npos) << err.str();
  EXPECT_EQ(run("pathway micmac", {write("m.csv", "acts on,A,B\nA,1,1\nB,0,0\n")}), Done);
  expect_fault("m.csv:2:3", "micmac-itself");
  EXPECT_EQ(run("pathway micmac", {write("m.csv", "acts on,A,B\nA,0,1\nB,0,0\n"), "--power", "3"}), FileWrong);
  EXPECT_NE(err.str().find("micmac-power"), std::string::npos) << err.str();
}

const char* const field_table = "value,A.a1,A.a2,B: b1,B: b2\nB.b1,x,-,,\nB.b2,-,k,,\nC.c1,-,-,x,\nC.c2,x,-,-,-\n";

TEST_F(StructureMethods, AFieldOfATable) {
  const JsonValue& json = answer("pathway morphology", {write("f.csv", field_table), "--obstacles"});
  EXPECT_EQ(at(json, "combinations").number, 8);
  const JsonValue& list = at(json, "configurations");
  ASSERT_EQ(list.items.size(), 4u); // b1 goes with a2 and c2 alone, b2 with a1 and c1, and with a2
  EXPECT_EQ(text_of(at(list.items[0], "values")), "2 1 2");
  EXPECT_EQ(at(list.items[0], "constrained").number + at(list.items[0], "unjudged").number, 0);
  EXPECT_EQ(text_of(at(list.items[1], "values")), "1 2 1");
  EXPECT_EQ(at(list.items[1], "unjudged").number, 1);
  EXPECT_EQ(text_of(at(list.items[2], "values")), "2 2 2");
  EXPECT_EQ(text_of(at(list.items[3], "values")), "2 2 1");
  // a1 c2 alone keeps out a1 b2 c2; b1 c1 keeps out a2 b1 c1. a1 b1 c1 and a1 b1 c2 have two impossible pairs.
  ASSERT_EQ(at(json, "obstacles").items.size(), 2u);
  EXPECT_EQ(at(at(json, "obstacles").items[0], "of").text, "A.a1");
  EXPECT_EQ(at(at(json, "obstacles").items[0], "with").text, "C.c2");
  EXPECT_EQ(at(at(answer("pathway morphology", {(folder / "f.csv").string(), "--with", "A.a1; 2.2"}), "configurations")
                   .items[0],
               "values")
                .items.size(),
            3u);
  ASSERT_EQ(run("pathway morphology", {(folder / "f.csv").string(), "--with", "B.b1"}), Done);
  EXPECT_NE(out.str().find("1 of 4 combinations"), std::string::npos) << out.str();
  EXPECT_NE(out.str().find("In none of them: A.a1, C.c1\n"), std::string::npos) << out.str();
}

TEST_F(StructureMethods, AFieldOfJson) {
  const std::string text = R"({"parameters":{"A":["a1","a2"],"B":["b1","b2"],"C":["c1","c2"]},"pairs":[
{"of":"A.a1","with":"B.b1","is":"impossible","reason":"r","by":"Sato"},{"of":"2.1","with":"C.c1","is":"impossible"},
{"of":"C.c2","with":"A.a1","is":"impossible"},{"of":"A.a2","with":"B.b2","is":"constrained"}],"rest":"consistent"})";
  const JsonValue& json = answer("pathway morphology", {write("f.json", text)});
  ASSERT_EQ(at(json, "configurations").items.size(), 4u);
  EXPECT_EQ(at(at(json, "configurations").items[1], "unjudged").number, 0);
}

TEST_F(StructureMethods, FaultsOfFieldsHaveTheirPlace) {
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string table = field_table;
    table.replace(table.find(from), from.size(), to);
    return write("f.csv", table);
  };
  EXPECT_EQ(run("pathway morphology", {with("B.b2,-,k", "B.b2,-,maybe")}), FileWrong);
  expect_fault("f.csv:3:8", "morphology-cell");
  EXPECT_EQ(run("pathway morphology", {with("B.b1,x", "B.b9,x")}), FileWrong);
  expect_fault("f.csv:2:1", "morphology-value");
  EXPECT_EQ(run("pathway morphology", {with("A.a2,B: b1", "A: a1,B: b1")}), FileWrong);
  expect_fault("f.csv:1:12", "morphology-again");
  EXPECT_EQ(run("pathway morphology", {with("C.c1,-", "C c1,-")}), FileWrong);
  expect_fault("f.csv:4:1", "morphology-label");
  EXPECT_EQ(run("pathway morphology", {with("C.c2,x", "A.a1,,,k,\nC.c2,x")}), FileWrong);
  expect_fault("f.csv:5:8", "morphology-twice");
  EXPECT_EQ(run("pathway morphology", {write("f.csv", "value,A.a1\nA.a1,\n")}), FileWrong);
  EXPECT_NE(err.str().find("morphology-parameters"), std::string::npos) << err.str();
  EXPECT_EQ(run("pathway morphology", {with("x", "x"), "--with", "A.a7"}), FileWrong);
  EXPECT_EQ(
      run("pathway morphology",
          {write("f.json", R"({"parameters":{"A":["a1"],"B":[]},"pairs":[{"of":"A.a1","with":"A.a1","is":"k"}]})")}),
      FileWrong);
  EXPECT_NE(err.str().find("morphology-values"), std::string::npos) << err.str();
  EXPECT_EQ(
      run("pathway morphology",
          {write(
              "f.json",
              R"({"parameters":{"A":["a1","a2"],"B":["b"]},"pairs":[{"of":"A.a1","with":"A.a2","is":"impossible"}]})")}),
      FileWrong);
  expect_fault("f.json:1:52", "morphology-one-parameter");
}

const char* const grass = R"({"nodes":[
{"name":"C","values":["0","1"],"table":[0.5,0.5]},
{"name":"W","values":["0","1"],"parents":["S","R"],"table":[[1,0],[0.1,0.9],[0.1,0.9],[0.01,0.99]]},
{"name":"S","values":["0","1"],"parents":["C"],"table":[[0.5,0.5],[0.9,0.1]]},
{"name":"R","values":["0","1"],"parents":["C"],"table":[[0.8,0.2],[0.2,0.8]]}],"evidence":{"W":"1"}})";

TEST_F(StructureMethods, SprinklerNetworkOfTheTestCase) {
  const JsonValue& json = answer("pathway bayes", {write("n.json", grass), "--target", "R"});
  const auto file = vector_file("bayesnet/sprinkler.json");
  if (!file) GTEST_SKIP() << "no test data";
  EXPECT_NEAR(at(json, "evidence").number, at(file->root(), "P(W=1)").number, 1e-12);
  EXPECT_NEAR(at(at(json, "nodes").items[2], "after").items[1].number, at(file->root(), "P(S=1|W=1)").number, 1e-12);
  EXPECT_NEAR(at(at(json, "nodes").items[3], "after").items[1].number, at(file->root(), "P(R=1|W=1)").number, 1e-12);
  EXPECT_EQ(at(at(json, "nodes").items[1], "bits").number, 0);
  EXPECT_GT(at(at(json, "nodes").items[2], "bits").number, 0.1);
  EXPECT_NEAR(
      at(at(answer("pathway bayes", {(folder / "n.json").string(), "--given", "R=1"}), "nodes").items[2], "after")
          .items[1]
          .number,
      at(file->root(), "explaining_away_P(S=1|W=1,R=1)").number, 5e-5);
}

TEST_F(StructureMethods, NoisyOrIsShown) {
  const std::string path = write("n.json", R"({"nodes":[{"name":"A","values":["no","yes"],"table":[0.8,0.2]},
{"name":"E","values":["no","yes"],"noisy_or":{"effect":"yes","leak":0.1,"causes":[{"parent":"A","value":"yes","alone":0.5}]}}]})");
  const JsonValue& effect = at(answer("pathway bayes", {path}), "nodes").items[1];
  EXPECT_NEAR(at(effect, "filled").items[1].items[1].number, 0.55, 1e-15);
  EXPECT_NEAR(at(effect, "after").items[1].number, 0.8 * 0.1 + 0.2 * 0.55, 1e-15);
  ASSERT_EQ(run("pathway bayes", {path}), Done);
  EXPECT_NE(out.str().find("Filled by noisy-OR: E"), std::string::npos) << out.str();
}

TEST_F(StructureMethods, FaultsOfNetworksHaveTheirPlace) {
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string text = grass;
    text.replace(text.find(from), from.size(), to);
    return write("n.json", text);
  };
  EXPECT_EQ(run("pathway bayes", {with("[0.8,0.2]", "[0.8,0.3]")}), FileWrong);
  expect_fault("n.json:5:57", "probabilities-sum");
  EXPECT_EQ(run("pathway bayes", {with("[1,0],", "")}), FileWrong);
  expect_fault("n.json:3:60", "bayes-rows");
  EXPECT_EQ(run("pathway bayes", {with("[\"S\",\"R\"]", "[\"S\",\"Q\"]")}), FileWrong);
  expect_fault("n.json:3:47", "bayes-node-unknown");
  EXPECT_EQ(run("pathway bayes", {with("[\"S\",\"R\"]", "[\"S\",\"S\"]")}), FileWrong);
  expect_fault("n.json:3:47", "bayes-twice");
  EXPECT_EQ(run("pathway bayes", {with("\"table\":[0.5,0.5]", "\"parents\":[\"W\"],\"table\":[[1,0],[0,1]]")}),
            FileWrong);
  EXPECT_NE(err.str().find("bayes-cycle"), std::string::npos) << err.str();
  EXPECT_NE(err.str().find("C → S → W → C"), std::string::npos) << err.str();
  EXPECT_EQ(run("pathway bayes", {with("\"W\":\"1\"", "\"W\":\"wet\"")}), FileWrong);
  EXPECT_NE(err.str().find("bayes-value-unknown"), std::string::npos) << err.str();
  EXPECT_EQ(run("pathway bayes", {with("[1,0],", "[1,0],"), "--given", "S=0; R=0"}), FileWrong);
  EXPECT_NE(err.str().find("bayes-impossible"), std::string::npos) << err.str();
  EXPECT_EQ(run("pathway bayes", {(folder / "n.json").string(), "--given", "S"}), FileWrong);
  EXPECT_NE(err.str().find("bayes-given-form"), std::string::npos) << err.str();
  EXPECT_EQ(run("pathway bayes", {with("\"values\":[\"0\",\"1\"],\"parents\":[\"C\"],\"table\":[[0.5,0.5],[0.9,0.1]]",
                                       "\"values\":[\"0\"],\"noisy_or\":{}")}),
            FileWrong);
  EXPECT_NE(err.str().find("bayes-noisy-values"), std::string::npos) << err.str();
}

} // namespace
} // namespace rashin::cli
