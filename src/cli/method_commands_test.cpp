#include "cli/cib_files.h"
#include "cli/method_test.h"
#include "pathway/cib_succession.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace rashin::cli {
namespace {

const char* const small =
    "$ ScenarioWizard 4.0\nsmall.scw\n&A\n -a1\n -a2\n&B\n -b1\n -b2\n#\n&\n \n \n&\n \n \n#\n#\n"
    "FFFFFF\n#\n#\n 0 , 0 , 1 ,-1 \n 0 , 0 ,-1 , 1 \n 2 ,-2 , 0 , 0 \n-2 , 2 , 0 , 0 \n#\n# 0-0\n";

/// Scenarios of an answer as "1 2 3" -> figures.
std::map<std::string, const JsonValue*> by_states(const JsonValue& list) {
  std::map<std::string, const JsonValue*> result;
  for (const JsonValue& item : list.items) {
    std::string key;
    for (const JsonValue& state : item.find("states")->items)
      key += (key.empty() ? "" : " ") + std::to_string(static_cast<int>(state.number));
    result[key] = &item;
  }
  return result;
}

TEST_F(MethodCommands, CibSolvesTheSmallProject) {
  const JsonValue& json = answer("cib solve", {write("small.scw", small), "--draws", "50"});
  const auto scenarios = by_states(at(json, "scenarios"));
  ASSERT_EQ(scenarios.size(), 2u);
  EXPECT_EQ(at(*scenarios.at("1 1"), "total_impact_score").number, 3);
  EXPECT_EQ(at(*scenarios.at("1 1"), "margin").number, 2);
  EXPECT_EQ(at(json, "draws").number, 50);
  EXPECT_EQ(run("cib solve", {(folder / "small.scw").string(), "--sl"}), Done);
  EXPECT_TRUE(out.str().starts_with("$ ScenarioWizard"));
  EXPECT_EQ(run("cib solve", {(folder / "small.scw").string()}), Done);
  EXPECT_NE(out.str().find("not probabilities"), std::string::npos);
}

TEST_F(MethodCommands, CibWhatIfTellsWhatChangesAndWhatHolds) {
  const std::string file = write("small.scw", small);
  const JsonValue& json = answer("cib what-if", {file, "--set", "A.a1>B.b1=-4; 1.1>2.2=0", "--scenario", "2 2"});
  EXPECT_EQ(at(json, "lost").items.size(), 1u);
  EXPECT_EQ(at(json, "kept").items.size(), 1u);
  EXPECT_EQ(at(at(json, "pillars").items[0], "pull").number, 4);
  EXPECT_EQ(run("cib what-if", {file, "--set", "A.a9>B.b1=1"}), FileWrong);
  EXPECT_NE(err.str().find("cib-change-form"), std::string::npos);
  EXPECT_EQ(run("cib what-if", {file, "--scenario", "1 3"}), FileWrong);
  EXPECT_EQ(run("cib what-if", {file, "--set", "A.a1>B.b1=-4", "--scenario", "2 2"}), Done);
}

TEST_F(MethodCommands, CibComparesPeople) {
  std::string other = small;
  other.replace(other.find(" 1 ,-1 "), 7, "-1 , 1 ");
  const std::string a = write("sato.scw", small), b = write("ito.scw", other);
  const JsonValue& json = answer("cib compare", {a, b, "--draws", "100"});
  EXPECT_EQ(at(json, "diverging_cells").items.size(), 2u);
  EXPECT_TRUE(at(at(json, "diverging_cells").items[0], "opposed").boolean);
  EXPECT_EQ(at(at(json, "people").items[0], "by").text, "sato");
  other.replace(other.find(" -b2"), 4, " -bb");
  EXPECT_EQ(run("cib compare", {a, write("x.scw", other)}), FileWrong);
  EXPECT_NE(err.str().find("cib-descriptors-differ"), std::string::npos);
  EXPECT_EQ(run("cib compare", {a, b}), Done);
}

TEST_F(MethodCommands, CibFindsTheScenariosThatScenarioWizardFound) {
  for (const std::string name : {"CIB_global", "CIB_natl_regional"}) {
    const auto solution = collect::read_sl(name, bytes_of(vectors / "cib" / (name + ".sl")));
    if (!solution) GTEST_SKIP() << "no test data";
    const JsonValue& json = answer("cib solve", {(vectors / "cib" / (name + ".scw")).string()});
    const auto scenarios = by_states(at(json, "scenarios"));
    ASSERT_EQ(scenarios.size(), solution->size());
    double starts = 0;
    for (const collect::SlScenario& expected : *solution) starts += expected.weight;
    const double all = name == "CIB_global" ? 1 : at(json, "starts").number; // 19 of 36 starts, or 100,000 drawn ones
    for (const collect::SlScenario& expected : *solution) {
      const JsonValue& found = *scenarios.at(scenario_numbers(expected.states));
      EXPECT_EQ(at(found, "total_impact_score").number, static_cast<double>(expected.total_impact_score));
      EXPECT_EQ(at(found, "margin").number, expected.margin);
      const double share = name == "CIB_global" ? expected.weight : expected.weight / starts;
      EXPECT_NEAR(at(found, "basin").number / all, share, name == "CIB_global" ? 0 : 0.008);
    }
    EXPECT_EQ(at(json, "cycles").items.size(), name == "CIB_global" ? 1u : at(json, "cycles").items.size());
  }
}

TEST_F(MethodCommands, WithoutSelfImpactsTheStudyHasTenScenarios) {
  const fs::path file = vectors / "cib" / "CIB_natl_regional.scw";
  if (!fs::exists(file)) GTEST_SKIP() << "no test data";
  EXPECT_EQ(at(answer("cib solve", {file.string(), "--no-self-impact"}), "scenarios").items.size(), 10u);
  EXPECT_EQ(run("cib solve", {file.string(), "--json"}), Done);
  EXPECT_NE(err.str().find("scw-self-impact"), std::string::npos);
}

TEST_F(MethodCommands, SomewherelandAsPublished) {
  const auto file = vector_file("cib/somewhereland.json");
  if (!file) GTEST_SKIP() << "no test data";
  const JsonValue& names = at(file->root(), "descriptors");
  std::vector<pathway::Descriptor> descriptors;
  for (std::size_t d = 0; d < names.names.size(); ++d)
    descriptors.push_back({names.names[d], file->texts(names.items[d])});
  std::vector<int> cells;
  for (const auto& row : file->rows(at(file->root(), "matrix")))
    for (const double cell : row) cells.push_back(static_cast<int>(cell));
  const pathway::CrossImpactMatrix matrix(descriptors, cells);
  const JsonValue& expected = at(file->root(), "expected");
  const pathway::Solution solution = consistent_scenarios(matrix);
  EXPECT_EQ(solution.scenarios.size(), 10u);
  const pathway::SuccessionMap map = succession_map(matrix);
  EXPECT_EQ(map.attractors.size(), 10u); // no cycle
  EXPECT_EQ(map.starts, 486u);
  for (const JsonValue& one : at(expected, "consistent").items) {
    pathway::Scenario scenario;
    for (const JsonValue& state : at(one, "states_1based").items)
      scenario.push_back(static_cast<int>(state.number) - 1);
    EXPECT_TRUE(std::binary_search(solution.scenarios.begin(), solution.scenarios.end(), scenario));
    EXPECT_EQ(scenario_figures(matrix, scenario).total_impact_score, at(one, "total_impact_score").number);
    for (const pathway::Attractor& attractor : map.attractors)
      if (attractor.members[0] == scenario) {
        EXPECT_EQ(static_cast<double>(attractor.basin), at(one, "basin_size_global_succession").number);
      }
  }
  const double counts[] = {10, 15, 32, 59, 87, 125};
  for (int k = 0; k <= 5; ++k)
    EXPECT_EQ(static_cast<double>(consistent_scenarios(matrix, {k, 1'000'000, 1, {}}).scenarios.size()), counts[k]);
  EXPECT_EQ(scenario_figures(matrix, {1, 0, 2, 0, 0, 0}).inconsistency_of[3], 14);
}

TEST_F(MethodCommands, PoolingVectors) {
  const auto file = vector_file("aggregation/brier_pooling.json");
  if (!file) GTEST_SKIP() << "no test data";
  const JsonValue& expected = at(file->root(), "pooling");
  std::string opinions;
  for (const JsonValue& p : at(expected, "p").items)
    opinions += (opinions.empty() ? "" : ",") + std::string("{\"by\":\"x\",\"probability\":") + raw(p) + "}";
  const std::string path = write("pool.json", "{\"opinions\":[" + opinions + "]}");
  const JsonValue& json = answer("judge pool", {path});
  EXPECT_NEAR(at(json, "mean").number, at(expected, "mean").number, 1e-12);
  EXPECT_NEAR(at(json, "geometric_odds").number, at(expected, "geo_mean_odds").number, 1e-12);
  EXPECT_NEAR(at(json, "extremised").number, at(expected, "extremised_a1.5").number, 1e-12);
  EXPECT_NEAR(at(json, "neyman_roughgarden").number, at(expected, "neyman_roughgarden").number, 1e-12);
  EXPECT_NEAR(at(json, "neyman_factor").number, at(expected, "neyman_roughgarden_d").number, 1e-12);
  EXPECT_NEAR(at(answer("judge pool", {path, "--extremising", "2.5"}), "extremised").number,
              at(expected, "extremised_a2.5").number, 1e-12);
  EXPECT_EQ(run("judge pool", {path}), Done);
}

std::string forecasts_of(const JsonValue& p, const JsonValue& o) {
  std::ostringstream text;
  text << "{\"forecasts\":[";
  for (std::size_t i = 0; i < p.items.size(); ++i)
    text << (i ? "," : "") << "{\"question\":\"q" << i << "\",\"by\":\"x\",\"probability\":" << p.items[i].number
         << ",\"outcome\":" << (o.items[i].number == 1 ? "true" : "false") << "}";
  return text.str() + "]}";
}

TEST_F(MethodCommands, BrierVectors) {
  const auto file = vector_file("aggregation/brier_pooling.json");
  if (!file) GTEST_SKIP() << "no test data";
  const JsonValue& brier = at(file->root(), "brier");
  const JsonValue& first =
      at(answer("judge brier", {write("b.json", forecasts_of(at(brier, "forecasts"), at(brier, "outcomes")))}), "all");
  EXPECT_NEAR(at(first, "brier").number, at(brier, "brier_half").number, 1e-12);
  EXPECT_NEAR(at(first, "log_score").number, at(at(file->root(), "log_score"), "mean_negative_ln").number, 1e-12);
  const JsonValue& murphy = at(file->root(), "murphy_decomposition");
  const JsonValue& second = at(
      answer("judge brier", {write("m.json", forecasts_of(at(murphy, "forecasts"), at(murphy, "outcomes")))}), "all");
  for (const char* part : {"reliability", "resolution", "uncertainty", "brier"})
    EXPECT_NEAR(at(second, part).number, at(murphy, part).number, 1e-12);
  EXPECT_EQ(run("judge brier", {(folder / "m.json").string()}), Done);
}

TEST_F(MethodCommands, CookeVector) {
  const auto file = vector_file("cooke/cooke_synthetic.json");
  if (!file) GTEST_SKIP() << "no test data";
  std::string questions, experts;
  for (const JsonValue& truth : at(file->root(), "realisations").items)
    questions += (questions.empty() ? "" : ",") + std::string("{\"id\":\"q\",\"truth\":") + raw(truth) + "}";
  for (const JsonValue& expert : at(file->root(), "experts_q[e][item][k]").items)
    experts += (experts.empty() ? "" : ",") + std::string("{\"by\":\"e\",\"quantiles\":") + raw(expert) + "}";
  const std::string path = write("cooke.json", "{\"questions\":[" + questions + "],\"experts\":[" + experts + "]}");
  const JsonValue& json = answer("judge cooke", {path, "--alpha", "0.01"});
  const JsonValue& scores = at(file->root(), "scores");
  const JsonValue& weights = at(file->root(), "global_weights_alpha_0.01");
  for (std::size_t e = 0; e < 3; ++e) {
    const JsonValue& seen = at(json, "experts").items[e];
    EXPECT_EQ(text_of(at(seen, "bin_counts")), text_of(at(scores.items[e], "bin_counts")));
    EXPECT_NEAR(at(seen, "relative_information").number, at(scores.items[e], "relative_information").number, 1e-9);
    EXPECT_NEAR(at(seen, "calibration").number, at(scores.items[e], "calibration").number, 1e-9);
    EXPECT_NEAR(at(seen, "information").number, at(scores.items[e], "mean_information").number, 1e-9);
    EXPECT_NEAR(at(seen, "weight").number, weights.items[e].number, 1e-9);
  }
  EXPECT_EQ(run("judge cooke", {path}), Done);
}

std::string criteria(const std::vector<double>& weights, const std::vector<int>& directions,
                     const std::vector<std::string>& more) {
  std::ostringstream text;
  for (std::size_t k = 0; k < weights.size(); ++k)
    text << (k ? "," : "") << "{\"name\":\"c" << k << "\",\"weight\":" << weights[k] << ",\"direction\":\""
         << (directions[k] > 0 ? "max" : "min") << "\"" << more[k] << "}";
  return text.str();
}

TEST_F(MethodCommands, TopsisVectors) {
  const auto file = vector_file("mcda/topsis_promethee_ahp.json");
  if (!file) GTEST_SKIP() << "no test data";
  const JsonValue& cars = at(file->root(), "topsis_cars");
  const auto rank = [&](const JsonValue& vector, const std::vector<double>& weights, const std::vector<int>& directions,
                        const std::string& normalisation) -> const JsonValue& {
    return at(
        answer("rank topsis",
               {write("t.json", "{\"criteria\":[" +
                                    criteria(weights, directions, std::vector<std::string>(weights.size())) +
                                    "],\"alternatives\":[\"a\",\"b\",\"c\"],\"scores\":" + raw(at(vector, "matrix")) +
                                    ",\"normalisation\":\"" + normalisation + "\"}")}),
        "alternatives");
  };
  expect_numbers(rank(cars, {0.35, 0.25, 0.25, 0.15}, {-1, 1, 1, 1}, "vector"), "closeness", at(cars, "closeness"),
                 1e-12);
  const JsonValue& opricovic = at(file->root(), "topsis_opricovic_tzeng_2004");
  expect_numbers(rank(opricovic, {0.5, 0.5}, {-1, 1}, "vector"), "closeness",
                 at(opricovic, "closeness_vector_normalisation"), 1e-12);
  expect_numbers(rank(opricovic, {0.5, 0.5}, {-1, 1}, "linear"), "closeness",
                 at(opricovic, "closeness_linear_normalisation"), 1e-12);
  EXPECT_NE(err.str().find("rank-reversal"), std::string::npos);
}

TEST_F(MethodCommands, PrometheeVectors) {
  const auto file = vector_file("mcda/topsis_promethee_ahp.json");
  if (!file) GTEST_SKIP() << "no test data";
  const JsonValue& transport = at(file->root(), "promethee_transport");
  const std::vector<std::string> preferences{",\"preference\":{\"kind\":\"gaussian\",\"s\":4}",
                                             ",\"preference\":{\"kind\":\"level\",\"q\":11,\"p\":15}",
                                             ",\"preference\":{\"kind\":\"v-shape-indifference\",\"q\":1,\"p\":3}"};
  const JsonValue& json = answer(
      "rank promethee", {write("p.json", "{\"criteria\":[" + criteria({0.2, 0.3, 0.5}, {-1, -1, 1}, preferences) +
                                             "],\"alternatives\":" + raw(at(transport, "alternatives")) +
                                             ",\"scores\":" + raw(at(transport, "matrix")) + "}")});
  const JsonValue& alternatives = at(json, "alternatives");
  expect_numbers(alternatives, "plus", at(transport, "phi_plus"), 1e-9);
  expect_numbers(alternatives, "minus", at(transport, "phi_minus"), 1e-9);
  expect_numbers(alternatives, "net", at(transport, "phi_net"), 1e-9);
  for (std::size_t a = 0; a < 5; ++a)
    for (std::size_t b = 0; b < 5; ++b)
      EXPECT_NEAR(at(json, "preference_index").items[a].items[b].number,
                  at(transport, "preference_index").items[a].items[b].number, 1e-9);
}

/// Three alternatives (1, 0), (0, 1), (0.6, 0.6): the first comes first where its criterion weighs more than 0.6, the
/// second where less than 0.4, else the third. So acceptabilities are lengths of intervals.
TEST_F(MethodCommands, SmaaOfEveryKindOfWeights) {
  const auto expect_first = [&](const std::string& weights, std::array<double, 3> first) {
    const std::string path =
        write("s.json", R"({"criteria":[{"name":"x","worst":0,"best":1},{"name":"y","worst":0,"best":1}],
"alternatives":["A","B","C"],"scores":[[1,0],[0,1],[0.6,0.6]],"draws":100000,"weights":[)" +
                            weights + "]}");
    const JsonValue& ranks = at(answer("rank smaa", {path}), "alternatives");
    for (std::size_t a = 0; a < 3; ++a)
      EXPECT_NEAR(at(ranks.items[a], "rank_acceptability").items[0].number, first[a],
                  4 * std::sqrt(first[a] * (1 - first[a]) / 1e5) + 1e-12)
          << weights;
  };
  expect_first(R"({"by":"Sato","kind":"free"})", {0.4, 0.4, 0.2});
  expect_first(R"({"by":"Sato","kind":"ordinal","order":["x","y"]})", {0.8, 0, 0.2}); // from 0.5 to 1
  expect_first(R"({"by":"Sato","kind":"ordinal","order":["y","x"]})", {0, 0.8, 0.2});
  expect_first(R"({"by":"Sato","kind":"interval","low":[0.3,0.3],"high":[0.7,0.7]})", {0.25, 0.25, 0.5});
  // 100 / (100 + s) with s from 0 to 100: above 0.6 where s is below 66.7, never below 0.4.
  expect_first(R"({"by":"Sato","kind":"swing","low":[100,0],"high":[100,100]})", {2.0 / 3, 0, 1.0 / 3});
  // Three times in four Sato is believed, else Ito, whose weights are fixed.
  expect_first(R"({"by":"Sato","trust":3,"kind":"ordinal","order":["x","y"]},
{"by":"Ito","trust":1,"kind":"swing","low":[0,100],"high":[0,100]})",
               {0.6, 0.25, 0.15});
}

TEST_F(MethodCommands, SmaaVector) {
  const auto file = vector_file("smaa/two_criteria_exact.json");
  if (!file) GTEST_SKIP() << "no test data";
  const std::string path =
      write("s.json", R"({"criteria":[{"name":"x","worst":0,"best":1},{"name":"y","worst":0,"best":1}],
    "alternatives":["A","B","C"],"scores":[[1,0],[0,1],[0.6,0.6]],"draws":100000})");
  const JsonValue& json = answer("rank smaa", {path});
  for (std::size_t a = 0; a < 3; ++a) {
    const JsonValue& seen = at(json, "alternatives").items[a];
    const JsonValue& exact = at(file->root(), "rank_acceptability").items[a];
    for (std::size_t r = 0; r < 3; ++r) {
      const double b = exact.items[r].number;
      EXPECT_NEAR(at(seen, "rank_acceptability").items[r].number, b, 4 * std::sqrt(b * (1 - b) / 100'000) + 1e-12);
    }
    for (std::size_t k = 0; k < 2; ++k)
      EXPECT_NEAR(at(seen, "central_weight").items[k].number,
                  at(file->root(), "central_weight_rank1").items[a].items[k].number, 0.005);
  }
  EXPECT_EQ(run("rank smaa", {path, "--draws", "500"}), Done);
  EXPECT_EQ(run("rank topsis", {write("n.json", R"({"criteria":[{"name":"x"}],"alternatives":["A"],"scores":[[1]]})"),
                                "--normalisation", "goalposts"}),
            FileWrong);
}

TEST_F(MethodCommands, RobustnessVector) {
  const auto file = vector_file("robustness/metrics_small.json");
  if (!file) GTEST_SKIP() << "no test data";
  const JsonValue& root = file->root();
  const std::string path = write("r.json", "{\"policies\":[\"a\",\"b\",\"c\",\"d\"],\"threshold\":6,\"performance\":" +
                                               raw(at(root, "performance_max")) + "}");
  const JsonValue& json = answer("policy robustness", {path});
  const std::pair<const char*, const char*> members[] = {{"maximin", "maximin"},
                                                         {"maximax", "maximax"},
                                                         {"hurwicz", "hurwicz_alpha0.5"},
                                                         {"laplace", "laplace_mean"},
                                                         {"max_regret", "max_regret"},
                                                         {"regret_quantile", "regret_p90_type7"},
                                                         {"satisficing", "satisficing_threshold6_domain"},
                                                         {"mean_variance", "mean_variance_(mean+1)/(sd_pop+1)"}};
  for (const auto& [ours, theirs] : members) expect_numbers(at(json, "policies"), ours, at(root, theirs), 1e-12);
  for (std::size_t p = 0; p < 4; ++p)
    EXPECT_EQ(text_of(at(at(json, "policies").items[p], "regret")), text_of(at(root, "regret").items[p]));
  EXPECT_EQ(run("policy robustness", {path}), Done);
  EXPECT_NE(out.str().find("depends on how heavily"), std::string::npos);
}

TEST_F(MethodCommands, PrimReachesTheTrajectoryOfEma) {
  const auto file = vector_file("prim/box5_ema_trajectory.json");
  if (!file) GTEST_SKIP() << "no test data";
  const JsonValue& json = answer("discover prim", {(vectors / "prim/box5.csv").string(), "--outcome", "y"});
  const JsonValue& trajectory = at(json, "trajectory");
  const JsonValue& ema = at(file->root(), "trajectory");
  for (std::size_t i = 0; i < at(ema, "density").items.size(); ++i) {
    double coverage = 0; // the best of ours that is at least as dense
    for (const JsonValue& box : trajectory.items)
      if (at(box, "density").number >= at(ema, "density").items[i].number - 1e-9)
        coverage = std::max(coverage, at(box, "coverage").number);
    EXPECT_GE(coverage, at(ema, "coverage").items[i].number - 0.02) << "density " << at(ema, "density").items[i].number;
  }
  const JsonValue& chosen = trajectory.items[static_cast<std::size_t>(at(json, "chosen").number)];
  for (const JsonValue& limit : at(chosen, "limits").items) {
    const std::string& input = at(limit, "input").text;
    if (input == "x0") {
      EXPECT_NEAR(at(limit, "high").number, 0.4, 0.03);
    } else if (input == "x2") {
      EXPECT_NEAR(at(limit, "low").number, 0.5, 0.03);
    }
  }
  EXPECT_EQ(run("discover prim", {(vectors / "prim/box5.csv").string(), "--outcome", "y", "--resamples", "5"}), Done);
}

TEST_F(MethodCommands, PrimFaultsHaveTheirPlace) {
  EXPECT_EQ(run("discover prim", {write("d.csv", "x,y\n1,0\nlow,1\n,1\n2,3\n"), "--outcome", "y"}), FileWrong);
  EXPECT_NE(err.str().find("d.csv:3:1"), std::string::npos) << err.str();
  EXPECT_NE(err.str().find("d.csv:4:1"), std::string::npos) << err.str();
  EXPECT_NE(err.str().find("d.csv:5:3"), std::string::npos) << err.str();
  EXPECT_EQ(run("discover prim", {(folder / "d.csv").string(), "--outcome", "z"}), FileWrong);
  EXPECT_EQ(run("discover prim", {(folder / "d.csv").string()}), FileWrong);
}

/// Prints the design, runs the model on it, and gives the outputs back.
TEST_F(MethodCommands, SensitivityOfIshigamiThroughPlainFiles) {
  const std::string inputs =
      R"("inputs":[{"name":"x1","low":-3.141592653589793,"high":3.141592653589793},{"name":"x2","low":-3.141592653589793,"high":3.141592653589793},{"name":"x3","low":-3.141592653589793,"high":3.141592653589793}])";
  const auto outputs_for = [&](const std::string& command, const std::string& head) {
    EXPECT_EQ(run(command, {write("i.json", "{" + head + inputs + "}"), "--design"}), Done);
    std::istringstream csv(out.str());
    std::string line, outputs;
    std::getline(csv, line);
    EXPECT_EQ(line, "x1,x2,x3");
    while (std::getline(csv, line)) {
      double x[3];
      EXPECT_EQ(std::sscanf(line.c_str(), "%lf,%lf,%lf", x, x + 1, x + 2), 3);
      char text[40];
      std::snprintf(text, sizeof text, "%.17g",
                    std::sin(x[0]) + 7 * std::sin(x[1]) * std::sin(x[1]) + 0.1 * std::pow(x[2], 4) * std::sin(x[0]));
      outputs += (outputs.empty() ? "" : ",") + std::string(text);
    }
    return write("o.json", "{" + head + inputs + ",\"outputs\":[" + outputs + "]}");
  };
  const JsonValue& sobol =
      answer("sensitivity sobol", {outputs_for("sensitivity sobol", "\"base\":2048,\"second_order\":true,")});
  EXPECT_NEAR(at(at(sobol, "inputs").items[0], "first").items[0].number, 0.3139, 0.02);
  EXPECT_NEAR(at(at(sobol, "inputs").items[2], "total").items[0].number, 0.2437, 0.02);
  EXPECT_EQ(run("sensitivity sobol", {(folder / "o.json").string()}), Done);
  const JsonValue& morris = answer("sensitivity morris", {outputs_for("sensitivity morris", "\"trajectories\":200,")});
  EXPECT_NEAR(at(at(morris, "inputs").items[1], "mu_star").number, 7.875, 1e-9);
  EXPECT_EQ(run("sensitivity morris", {(folder / "i.json").string()}), FileWrong);
  EXPECT_NE(err.str().find("sensitivity-outputs"), std::string::npos);
}

TEST_F(MethodCommands, PackagesOnAPlainFile) {
  const std::string path = write("k.json", R"({"loss":[100,300],"budget":60,"deadline_days":400,"options":[
    {"id":"stock","cost":30,"lead_days":90,"avoided":[50,80]},{"id":"recycle","cost":25,"lead_days":300,"avoided":[20,120],"needs":["stock"]},
    {"id":"mine","cost":40,"lead_days":2000,"avoided":[100,300]}]})");
  const JsonValue& json = answer("policy packages", {path});
  const JsonValue& best = at(json, "packages").items[0];
  ASSERT_EQ(at(best, "options").items.size(), 2u);
  EXPECT_EQ(at(best, "burden").number, 55 + (30 + 100) / 2.0);
  EXPECT_EQ(run("policy packages", {path}), Done);
  EXPECT_EQ(run("policy packages",
                {write("w.json", R"({"loss":[1],"options":[{"id":"a","cost":-1,"avoided":[1,2],"needs":["b"]}]})")}),
            FileWrong);
  for (const char* code : {"json-number-range", "json-length", "package-unknown"})
    EXPECT_NE(err.str().find(code), std::string::npos) << code;
}

TEST_F(MethodCommands, ManyPackagesByAProgramme) {
  // Option i works in scenario i alone and gains i - 9.5 on average: those from the eleventh on are worth it.
  std::string options, loss;
  for (int o = 0; o < 20; ++o) {
    loss += (o == 0 ? "" : ",") + std::string("1000");
    options += (o == 0 ? "" : ",") + std::string(R"({"id":"o)") + std::to_string(o) + R"(","cost":20,"avoided":[)";
    for (int s = 0; s < 20; ++s) options += (s == 0 ? "" : ",") + std::to_string(s == o ? 20 * 20 + 20 * o - 190 : 0);
    options += "]}";
  }
  const JsonValue& json =
      answer("policy packages", {write("many.json", "{\"loss\":[" + loss + "],\"options\":[" + options + "]}")});
  EXPECT_FALSE(at(json, "enumerated").boolean);
  EXPECT_TRUE(at(json, "exact").boolean);
  const JsonValue& best = at(json, "packages").items[0];
  ASSERT_EQ(at(best, "options").items.size(), 10u);
  EXPECT_EQ(at(best, "options").items[0].text, "o10");
  EXPECT_NEAR(at(best, "burden").number, 1000 - 50, 1e-9); // 0.5 + 1.5 + … + 9.5
  EXPECT_EQ(run("policy packages", {(folder / "many.json").string()}), Done);
  EXPECT_NE(out.str().find("mixed-integer"), std::string::npos) << out.str();
}

TEST_F(MethodCommands, PackagesWithSeveralAims) {
  const std::string head =
      R"({"loss":[100],"objectives":["cost","expected_loss",{"mark":"strain","direction":"min"}],)";
  const std::string path = write("p.json", head + R"("options":[
    {"id":"a","cost":10,"avoided":[40],"marks":{"strain":0}},{"id":"b","cost":10,"avoided":[60],"marks":{"strain":3}},
    {"id":"c","cost":20,"avoided":[30],"marks":{"strain":1}}]})");
  // Nothing, a, b, ab, ac is beaten by ab? No: it strains less. bc is beaten by ab, c by a; abc avoids no more than ab.
  const JsonValue& json = answer("policy pareto", {path});
  EXPECT_TRUE(at(json, "exact").boolean);
  EXPECT_EQ(at(json, "considered").number, 8);
  std::string found;
  for (const JsonValue& package : at(json, "packages").items) {
    for (const JsonValue& option : at(package, "options").items) found += option.text;
    found += ":" + text_of(at(package, "objectives")) + " ";
  }
  EXPECT_EQ(found, ":0 100 0 b:10 40 3 a:10 60 0 ab:20 0 3 ac:30 30 1 ");
  ASSERT_EQ(run("policy pareto", {path}), Done);
  EXPECT_NE(out.str().find("All 8 permitted packages"), std::string::npos) << out.str();
  EXPECT_EQ(run("policy pareto", {write("p.json", head + R"("options":[{"id":"a","cost":1,"avoided":[4]}]})")}),
            FileWrong);
  EXPECT_NE(err.str().find("pareto-mark"), std::string::npos) << err.str();
  EXPECT_EQ(run("policy pareto", {write("p.json", R"({"loss":[1],"objectives":["cost"],"options":[]})")}), FileWrong);
  EXPECT_NE(err.str().find("pareto-objectives"), std::string::npos) << err.str();
  std::string many = R"({"loss":[100],"objectives":["cost","expected_loss"],"options":[)";
  for (int o = 0; o < 18; ++o)
    many += (o == 0 ? "" : ",") + std::string(R"({"id":"o)") + std::to_string(o) + R"(","cost":1,"avoided":[5]})";
  const std::string large = write("many.json", many + "]}");
  const JsonValue& searched = answer("policy pareto", {large, "--generations", "60", "--population", "60"});
  EXPECT_FALSE(at(searched, "exact").boolean);
  EXPECT_EQ(at(searched, "packages").items.size(), 19u); // none to all: one option more, five less lost
  const std::string once = printed;
  (void)answer("policy pareto", {large, "--generations", "60", "--population", "60"});
  EXPECT_EQ(printed, once);
}

TEST_F(MethodCommands, BadFilesAreNamedWithTheirPlace) {
  EXPECT_EQ(
      run("judge pool", {write("p.json", "{\"opinions\":[\n {\"by\":\"A\",\"probability\":1.4},\n {\"by\":\"B\"}]}")}),
      FileWrong);
  EXPECT_NE(err.str().find("p.json:2:26"), std::string::npos) << err.str();
  EXPECT_NE(err.str().find("p.json:3:2"), std::string::npos) << err.str();
  EXPECT_EQ(
      run("judge cooke",
          {write(
              "c.json",
              R"({"questions":[{"id":"a","truth":1},{"id":"b","truth":2}],"experts":[{"by":"Sato","quantiles":[[1,2,3],null]}]})")}),
      FileWrong);
  EXPECT_NE(err.str().find("Sato / b"), std::string::npos) << err.str();
  EXPECT_EQ(run("rank topsis", {"no-such-file.json"}), FileWrong);
}

} // namespace
} // namespace rashin::cli
