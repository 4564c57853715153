#include "cli/method_test.h"

#include <algorithm>
#include <cmath>

// Files as analysts bring them: the published vectors themselves, tables, the problems of other tools.

namespace rashin::cli {
namespace {

class MethodLayouts : public MethodCommands {
 protected:
  /// The path of a vector, or nothing where the test data are not there.
  std::optional<std::string> vector(const std::string& name) const {
    if (!fs::exists(vectors / name)) return std::nullopt;
    return (vectors / name).string();
  }
  void expect_fault(const std::string& place, const std::string& code) const {
    EXPECT_NE(err.str().find(place + ": " + code), std::string::npos) << err.str();
  }
};

TEST_F(MethodLayouts, SomewherelandFromItsOwnFile) {
  const auto path = vector("cib/somewhereland.json");
  if (!path) GTEST_SKIP() << "no test data";
  const JsonValue& json = answer("cib solve", {*path});
  EXPECT_EQ(at(json, "scenarios").items.size(), 10u);
  double basins = 0;
  for (const JsonValue& scenario : at(json, "scenarios").items) basins += at(scenario, "basin").number;
  EXPECT_EQ(basins, 486);
  for (const auto& [tolerance, count] : {std::pair{"1", 15u}, {"2", 32u}, {"3", 59u}, {"4", 87u}, {"5", 125u}})
    EXPECT_EQ(at(answer("cib solve", {*path, "--tolerance", tolerance}), "scenarios").items.size(), count);
}

TEST_F(MethodLayouts, PublishedSolutionsAgree) {
  for (const std::string name : {"cib/CIB_global", "cib/CIB_natl_regional"}) {
    const auto project = vector(name + ".scw"), solution = vector(name + ".sl");
    if (!project) GTEST_SKIP() << "no test data";
    EXPECT_EQ(run("cib solve", {*project, "--against", *solution, "--json"}), Done) << err.str();
  }
  EXPECT_EQ(
      run("cib solve", {*vector("cib/CIB_global.scw"), "--against", *vector("cib/CIB_global.sl"), "--tolerance", "1"}),
      CheckFails);
  expect_fault("CIB_global.sl", "cib-sl-more");
}

TEST_F(MethodLayouts, WhatIfWritesAProject) {
  const auto path = vector("cib/CIB_global.scw");
  if (!path) GTEST_SKIP() << "no test data";
  ASSERT_EQ(run("cib what-if", {*path, "--scw"}), Done);
  EXPECT_EQ(out.str(), bytes_of(*path));
  ASSERT_EQ(run("cib what-if", {*path, "--scw", "--set", "WTRD.FT>WSEC.Rlx=9"}), Done);
  const std::string changed = write("changed.scw", out.str());
  EXPECT_EQ(at(answer("cib solve", {changed}), "scenarios").items.size(), 3u);
}

TEST_F(MethodLayouts, TopsisAndPrometheeByCase) {
  const auto path = vector("mcda/topsis_promethee_ahp.json");
  const auto file = vector_file("mcda/topsis_promethee_ahp.json");
  if (!path) GTEST_SKIP() << "no test data";
  const JsonValue& cars = at(file->root(), "topsis_cars");
  expect_numbers(at(answer("rank topsis", {*path, "--case", "topsis_cars"}), "alternatives"), "closeness",
                 at(cars, "closeness"), 1e-12);
  const JsonValue& opricovic = at(file->root(), "topsis_opricovic_tzeng_2004");
  for (const auto& [word, member] :
       {std::pair{"vector", "closeness_vector_normalisation"}, {"linear", "closeness_linear_normalisation"}})
    expect_numbers(at(answer("rank topsis", {*path, "--case", "topsis_opricovic_tzeng_2004", "--normalisation", word}),
                      "alternatives"),
                   "closeness", at(opricovic, member), 1e-12);
  for (const char* name : {"promethee_transport", "promethee_ii_usual_zhao_2013"})
    expect_numbers(at(answer("rank promethee", {*path, "--case", name}), "alternatives"), "net",
                   at(at(file->root(), name), "phi_net"), 1e-9);
  EXPECT_EQ(run("rank topsis", {*path}), FileWrong);
  EXPECT_NE(err.str().find("method-case-many"), std::string::npos);
  EXPECT_EQ(run("rank topsis", {*path, "--case", "ahp"}), FileWrong);
  EXPECT_NE(err.str().find("method-case-unknown"), std::string::npos);
}

TEST_F(MethodLayouts, SmaaPoolBrierCookeRobustnessFromTheirOwnFiles) {
  const auto smaa = vector("smaa/two_criteria_exact.json");
  if (!smaa) GTEST_SKIP() << "no test data";
  const JsonValue& ranks = at(answer("rank smaa", {*smaa, "--draws", "100000"}), "alternatives");
  const double first[] = {0.4, 0.4, 0.2};
  for (std::size_t a = 0; a < 3; ++a)
    EXPECT_NEAR(at(ranks.items[a], "rank_acceptability").items[0].number, first[a],
                4 * std::sqrt(first[a] * (1 - first[a]) / 1e5) + 1e-12);
  EXPECT_NE(err.str().find("rank-goalposts-taken"), std::string::npos);

  const std::string aggregation = *vector("aggregation/brier_pooling.json");
  EXPECT_NEAR(at(answer("judge pool", {aggregation}), "neyman_roughgarden").number, 0.7912196626539635, 1e-12);
  EXPECT_NEAR(at(at(answer("judge brier", {aggregation, "--case", "brier"}), "all"), "brier").number, 0.0895, 1e-12);
  EXPECT_NEAR(
      at(at(answer("judge brier", {aggregation, "--case", "murphy_decomposition"}), "all"), "resolution").number, 0.09,
      1e-12);
  const JsonValue& cooke = answer("judge cooke", {*vector("cooke/cooke_synthetic.json"), "--alpha", "0.01"});
  EXPECT_NEAR(at(at(cooke, "experts").items[0], "weight").number, 0.9210350725131659, 1e-9);
  const JsonValue& robust = answer("policy robustness", {*vector("robustness/metrics_small.json")});
  EXPECT_EQ(at(at(robust, "policies").items[1], "max_regret").number, 3);
  EXPECT_TRUE(at(at(robust, "policies").items[1], "net_benefit").kind == JsonValue::Kind::Null);
}

const char* const ranking_table = "option,cost,range\nweight,0.5,0.5\ndirection,min,max\n"
                                  "A1,1,3000\nA2,2,3750\nA3,5,4500\n";

TEST_F(MethodLayouts, RankingFromATable) {
  const std::string path = write("t.csv", ranking_table);
  const JsonValue& json = at(answer("rank topsis", {path, "--normalisation", "linear"}), "alternatives");
  EXPECT_NEAR(at(json.items[1], "closeness").number, 0.6172177814626812, 1e-12);
  EXPECT_EQ(at(json.items[2], "name").text, "A3");
  EXPECT_EQ(
      run("rank promethee", {write("p.csv", std::string(ranking_table) + "preference,gaussian s=4,level q=11\n")}),
      FileWrong);
  expect_fault("p.csv:7:25", "rank-threshold-missing");
  EXPECT_EQ(run("rank topsis", {write("e.csv", "option,cost\nA,\nB,dear\n")}), FileWrong);
  expect_fault("e.csv:2:3", "json-figure-missing");
  expect_fault("e.csv:3:3", "json-not-a-number");
}

TEST_F(MethodLayouts, ElectreFromATable) {
  const std::string good =
      "option,cost,range\nweight,1,1\ndirection,min,max\nq,1,10\np,2,20\nv,,50\nA,1,100\nB,4,130\nC,9,90\n";
  // A leads B by 3 on cost and lags 30 on range: no veto, half agree. Both lead C by far, B's range vetoes it as well.
  const JsonValue& json = answer("rank electre", {write("e.csv", good)});
  EXPECT_EQ(at(json, "credibility").items[0].items[1].number, 0.5);
  EXPECT_EQ(at(json, "concordance").items[2].items[0].number, 0.5); // range within q
  EXPECT_EQ(at(json, "credibility").items[1].items[0].number, 0.5);
  EXPECT_EQ(at(at(json, "alternatives").items[2], "rank").number, 2);
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string table = good;
    table.replace(table.find(from), from.size(), to);
    return write("e.csv", table);
  };
  EXPECT_EQ(run("rank electre", {with("q,1,10", "q,,10")}), FileWrong);
  expect_fault("e.csv:1:8", "electre-threshold");
  EXPECT_EQ(run("rank electre", {with("v,,50", "v,,15")}), FileWrong);
  expect_fault("e.csv:1:13", "electre-order");
  EXPECT_EQ(run("rank electre", {with("q,1,10", "q,-1,10")}), FileWrong);
  expect_fault("e.csv:4:3", "json-number-range");
  EXPECT_EQ(run("rank electre", {write("e.csv", good)}), Done);
  EXPECT_EQ(run("rank topsis", {(folder / "e.csv").string()}), Done); // one table serves all
}

TEST_F(MethodLayouts, JudgementsFromTables) {
  const JsonValue& pool = answer("judge pool", {write("p.csv", "by,probability,reason\nSato,0.6,because\nIto,0.8,\n")});
  EXPECT_NEAR(at(pool, "mean").number, 0.7, 1e-12);
  EXPECT_EQ(run("judge pool", {write("q.csv", "by,probability\nSato,1.3\n")}), FileWrong);
  expect_fault("q.csv:2:6", "json-number-range");
  const JsonValue& brier =
      answer("judge brier",
             {write("b.csv", "question,by,probability,outcome\nq1,Sato,0.7,1\nq2,Sato,0.2,false\nq3,Sato,0.5,\n")});
  EXPECT_EQ(at(at(brier, "all"), "resolved").number, 2);
  EXPECT_EQ(at(at(brier, "all"), "open").number, 1);
  const std::string quantiles = "question,truth,by,5 %,50 %,95 %\na,10,Sato,5,9,20\nb,3,Sato,1,2,9\nc,,Sato,1,2,3\n"
                                "a,10,Ito,9,12,15\nb,3,Ito,2,4,5\n";
  EXPECT_EQ(run("judge cooke", {write("c.csv", quantiles)}), FileWrong);
  EXPECT_NE(err.str().find("Ito / c"), std::string::npos) << err.str();
  const JsonValue& cooke = answer("judge cooke", {write("d.csv", quantiles + "c,,Ito,1,2,4\n")});
  EXPECT_EQ(at(cooke, "experts").items.size(), 2u);
}

TEST_F(MethodLayouts, PoliciesFromATableAndWithCosts) {
  const JsonValue& table = answer("policy robustness", {write("p.csv", "policy,calm,storm\nwait,10,2\nstock,7,6\n")});
  EXPECT_EQ(at(at(table, "policies").items[1], "maximin").number, 6);
  const JsonValue& costs = answer(
      "policy robustness",
      {write("c.json", R"({"policies":["wait","stock"],"loss":[[10,90],[8,20]],"costs":[0,15],"baseline":"wait"})")});
  EXPECT_EQ(at(at(costs, "policies").items[1], "net_benefit").number, 50 - (14 + 15));
  EXPECT_EQ(at(at(costs, "policies").items[1], "maximin").number, -35);
  EXPECT_EQ(
      run("policy robustness", {write("w.json", R"({"policies":["wait"],"loss":[[1]],"costs":[0],"baseline":"x"})")}),
      FileWrong);
  EXPECT_NE(err.str().find("policy-unknown"), std::string::npos);
}

TEST_F(MethodLayouts, SensitivityTakesProblemsOfOtherToolsAndOutputsApart) {
  const std::string problem = write("p.json", R"({"num_vars":2,"names":["a","b"],"bounds":[[0,1],[0,2]]})");
  ASSERT_EQ(run("sensitivity sobol", {problem, "--design"}), Done);
  std::istringstream rows(out.str());
  std::string line, outputs;
  std::getline(rows, line);
  while (std::getline(rows, line)) {
    double a = 0, b = 0;
    std::sscanf(line.c_str(), "%lf,%lf", &a, &b);
    outputs += std::to_string(3 * a + b) + "\n";
  }
  const JsonValue& json = answer("sensitivity sobol", {problem, "--outputs", write("y.txt", outputs)});
  EXPECT_EQ(at(json, "base").number, 1024);
  EXPECT_NEAR(at(at(json, "inputs").items[0], "first").items[0].number, 9.0 / 13.0, 0.01);
  EXPECT_EQ(run("sensitivity sobol", {problem, "--outputs", write("z.txt", "1\n2 x\n")}), FileWrong);
  expect_fault("z.txt:2:3", "json-not-a-number");
  EXPECT_EQ(run("sensitivity morris", {problem, "--outputs", (folder / "z.txt").string()}), FileWrong);
  EXPECT_EQ(run("sensitivity sobol", {write("r.json", R"({"names":["a"],"bounds":[[1,0]]})")}), FileWrong);
  EXPECT_NE(err.str().find("sensitivity-range"), std::string::npos);
}

TEST_F(MethodLayouts, PrimTakesTheInputsItIsTold) {
  std::string table = "scenario,x,z,y\n";
  for (int i = 0; i < 100; ++i)
    table += "s" + std::to_string(i) + "," + std::to_string(i) + "," + std::to_string(i * 37 % 100) + "," +
             (i > 70 ? "1" : "0") + "\n";
  const std::string path = write("d.csv", table);
  EXPECT_EQ(run("discover prim", {path, "--outcome", "y"}), FileWrong);
  EXPECT_NE(err.str().find("prim-text-column"), std::string::npos) << err.str();
  EXPECT_EQ(out.str().find('\n'), std::string::npos);
  const JsonValue& json = answer("discover prim", {path, "--outcome", "y", "--inputs", "x,z"});
  EXPECT_NE(at(at(json, "words"), "en").text.find("x is above 70"), std::string::npos)
      << at(at(json, "words"), "en").text;
  EXPECT_EQ(run("discover prim", {path, "--outcome", "y", "--inputs", "x,w"}), FileWrong);
  EXPECT_NE(err.str().find("prim-no-column"), std::string::npos);
}

TEST_F(MethodLayouts, BoundsOfConditionalProbabilities) {
  const std::string path = write(
      "g.json",
      R"({"p":[0.6,0.3,0.5],"names":["a","b","c"],"conditionals":[[null,0.5,0.1],[0.2,null,0.7],[0.5,0.5,null]]})");
  EXPECT_EQ(run("judge bounds", {path, "--json"}), CheckFails); // P(a|c) and P(b|c)
  EXPECT_NE(out.str().find("{\"of\": \"b\", \"given\": \"c\", \"probability\": 0.7}"), std::string::npos) << out.str();
  EXPECT_EQ(run("judge bounds", {write("w.json", R"({"p":[0.6,1.3]})")}), FileWrong);
  expect_fault("w.json:1:11", "json-number-range");
  const auto file = vector_file("crossimpact_micmac/gordon_bounds.json");
  if (!file) GTEST_SKIP() << "no test data";
  const JsonValue& seen = at(answer("judge bounds", {*vector("crossimpact_micmac/gordon_bounds.json")}), "bounds");
  const JsonValue& expected = at(file->root(), "bounds_P(i|j)");
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j)
      for (std::size_t end = 0; end < 2 && i != j; ++end)
        EXPECT_NEAR(seen.items[i].items[j].items[end].number, expected.items[i].items[j].items[end].number, 1e-12);
}

const char* const two_people = R"({"descriptors": {"A": ["a1","a2"], "B": ["b1","b2"]},
 "people": [
  {"by": "Sato", "confidence": 3, "matrix": [[null,null,1,-1],[null,null,-1,1],[2,-2,null,null],[-2,2,null,null]]},
  {"by": "Ito", "matrix": [[0,0,-1,1],[0,0,1,-1],[2,-2,0,0],[-2,2,0,0]],
   "cells": [{"from": "A.a1", "to": "B.b1", "value": -2, "confidence": 2, "reason": "the strait closed in 1984"}]}]})";

TEST_F(MethodLayouts, PeopleWithReasonsAreCompared) {
  const std::string path = write("people.json", two_people);
  const JsonValue& json = answer("cib compare", {path, "--draws", "200"});
  EXPECT_EQ(at(json, "people").items.size(), 2u);
  const JsonValue& first = at(json, "diverging_cells").items[0];
  EXPECT_EQ(at(first, "spread").number, 3);
  EXPECT_EQ(at(at(first, "notes").items[1], "reason").text, "the strait closed in 1984");
  EXPECT_EQ(run("cib compare", {path}), Done);
  EXPECT_NE(out.str().find("Ito: the strait closed in 1984"), std::string::npos);
  EXPECT_EQ(run("cib solve", {path}), FileWrong);
  EXPECT_NE(err.str().find("cib-several-people"), std::string::npos);
}

TEST_F(MethodLayouts, ASkippedCellHasItsPlaceAndReason) {
  std::string skipped = two_people;
  skipped.replace(skipped.find("[2,-2,null"), 3, "[null,");
  EXPECT_EQ(run("cib compare", {write("people.json", skipped)}), FileWrong);
  expect_fault("people.json:3:81", "cib-cell-skipped");
  EXPECT_NE(err.str().find("Sato gave no judgement for B.b1 -> A.a1"), std::string::npos) << err.str();
  std::string unknown = two_people;
  unknown.replace(unknown.find("A.a1"), 4, "A.a9");
  EXPECT_EQ(run("cib compare", {write("people.json", unknown)}), FileWrong);
  EXPECT_NE(err.str().find("cib-state-unknown"), std::string::npos);
  EXPECT_EQ(run("cib solve", {write("m.json", R"({"descriptors":{"A":["a","b"]},"matrix":[[1,0.5],[0,"x"]]})")}),
            FileWrong);
  expect_fault("m.json:1:45", "json-not-whole");
  expect_fault("m.json:1:53", "json-not-a-number");
}

TEST_F(MethodLayouts, FaultyProjectsHaveTheirPlace) {
  const std::string good = "$ ScenarioWizard 4.0\ns.scw\n&A\n -a1\n -a2\n&B\n -b1\n -b2\n#\n#\n#\n#\n#\n"
                           " 0 , 0 , 1 ,-1 \n 0 , 0 ,-1 , 1 \n 2 ,-2 , 0 , 0 \n-2 , 2 , 0 , 0 \n#\n";
  EXPECT_EQ(run("cib solve", {write("s.scw", good)}), Done) << err.str();
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    text.replace(text.find(from), from.size(), to);
    return write("s.scw", text);
  };
  EXPECT_EQ(run("cib solve", {with(" 1 ,-1 \n", " 1 \n")}), FileWrong);
  expect_fault("s.scw:14:1", "scw-row-length");
  EXPECT_EQ(run("cib solve", {with("-2 , 2 , 0 , 0 \n", "")}), FileWrong);
  EXPECT_NE(err.str().find("scw-rows"), std::string::npos);
  EXPECT_EQ(run("cib solve", {with(" 1 ,-1", " 1 ,high")}), FileWrong);
  expect_fault("s.scw:14:13", "scw-cell");
  EXPECT_EQ(run("cib solve", {with("&B\n -b1\n -b2\n", "")}), FileWrong);
  EXPECT_NE(err.str().find("scw-size"), std::string::npos);
  EXPECT_EQ(run("cib solve", {with("&A\n", "")}), FileWrong);
  expect_fault("s.scw:3:1", "scw-state-without-descriptor");
}

} // namespace
} // namespace rashin::cli
