#include "study/arm_network.h"

#include "study/read.h"
#include "study/tables.h"
#include "study/work.h"

#include <gtest/gtest.h>

namespace rashin::study {
namespace {

// 100 t of gas a day from one supplier, 20 to a clinic and 80 to a plant; each adds 1 million yen a day. In both
// pathways half the supply is lost for ten days, from day 10 or from day 20; nobody has a stock.
FileSet paper_study(const std::string& options, const std::string& allocation = "") {
  FileSet files = new_study("x");
  for (const char* gone :
       {"README.md", "network/routes.csv", "network/stocks.csv", "network/substitutes.csv", "network/inputs.csv",
        "impacts.csv", "outcomes.csv", "mrio.yaml", "advantages.yaml", "rates.csv"})
    files.erase(gone);
  files["network/items.csv"] = "item,name_en,unit,allocation\ngas,Gas,t," + allocation + "\n";
  const std::string head = "quantity,value,unit,period,by\n";
  files["network/supply.csv"] = "item,supplier,country," + head +
                                "gas,A,XXA,supply,36500,t/year,2025,example\n"
                                "gas,B,XXB,,,,,\n";
  files["network/end_uses.csv"] = "end_use,name_en,priority," + head +
                                  "clinic,Clinic,2,value_added,365000000,JPY/year,2025,example\n"
                                  "plant,Plant,1,value_added,365000000,JPY/year,2025,example\n";
  files["network/demand.csv"] = "end_use,item," + head +
                                "clinic,gas,use,7300,t/year,2025,example\n"
                                "plant,gas,use,29200,t/year,2025,example\n";
  files["pathways.yaml"] = R"(schema: 1
trigger: {id: cut, type: accident, title: {en: A cut}, date: 2026-01-10}
tree:
  - id: when
    question: {en: When}
    branches: [{id: a, title: {en: Early}, pathway: early}, {id: b, title: {en: Late}, pathway: late}]
    judgements: [{by: example, probabilities: {a: 0.25, b: 0.75}}]
pathways:
  - {id: early, title: {en: Early}, shocks: [first]}
  - {id: late, title: {en: Late}, shocks: [second]}
shocks:
  - {id: first, kind: supplier-cut, target: gas.A, magnitude: {value: 0.5, unit: share, period: 2025, by: example},
     start: {value: 10, unit: day, period: 2026-01, by: example}, duration: {value: 10, unit: day, period: 2026-01, by: example}}
  - {id: second, kind: supplier-cut, target: gas.A, magnitude: {value: 0.5, unit: share, period: 2025, by: example},
     start: {value: 20, unit: day, period: 2026-01, by: example}, duration: {value: 10, unit: day, period: 2026-01, by: example}}
)";
  files["options.yaml"] = "schema: 1\noptions:\n" + options;
  files["technologies.yaml"] = "schema: 1\ntechnologies: []\n";
  return files;
}

std::string option(const std::string& id, const std::string& more, const std::string& effect) {
  return "  - {id: " + id + ", title: {en: " + id + "}, stage: during, " + more +
         "cost: {value: 100, unit: JPY, period: 2025, by: example}, effects: [{id: e, " + effect + "}]}\n";
}

std::string priority(const std::string& use, const std::string& rank) {
  return "target: \"demand:" + use + ".gas:priority\", op: set, amount: {value: " + rank +
         ", unit: \"1\", period: 2025, by: example}";
}

RunResult played(const FileSet& files) {
  const auto study = read_study(files);
  for (const Diagnostic& d : study.diagnostics())
    EXPECT_NE(d.severity, Severity::Error) << to_text(d, Language::English);
  RunOptions options;
  options.draws = 4;
  return run(*study, options).take();
}

double loss(const RunResult& result, std::size_t arm, std::size_t pathway) {
  return result.losses[arm].loss[pathway][3];
}

// Half of 100 t alike: both lose half of ten days. The clinic first: it has its 20 t, the plant 30 of 80.
TEST(ArmNetworks, AnOptionGivesOneUsePriority) {
  const RunResult run = played(paper_study(option("clinic-first", "", priority("clinic", "1"))));
  EXPECT_NEAR(loss(run, 0, 0), 10e6, 1);
  EXPECT_NEAR(loss(run, 1, 0), 6.25e6, 1);
  EXPECT_NEAR(loss(run, 1, 1), 6.25e6, 1);
}

// By priority already, the plant (1) before the clinic (2): the plant has 50 of 80 t, the clinic nothing. Of equal rank
// they share alike.
TEST(ArmNetworks, ARankAmongRanks) {
  const RunResult run = played(paper_study(
      option("alike", "", priority("clinic", "1")) + option("behind", "", priority("plant", "3")), "priority"));
  EXPECT_NEAR(loss(run, 0, 0), 13.75e6, 1);
  EXPECT_NEAR(loss(run, 1, 0), 10e6, 1);
  EXPECT_NEAR(loss(run, 2, 0), 6.25e6, 1);
}

// 50 t more a day from the fourth day: counted from the as-of date it is there before the cut, counted from the cut
// the first four days are lost in each pathway. Together with the rank those four days cost 0.625 million.
TEST(ArmNetworks, LeadTimeFromTheFirstShock) {
  const std::string spare =
      "target: \"supply:gas.B:spare\", op: set, amount: {value: 18250, unit: t/year, period: 2025, by: example}";
  const std::string lead = "lead_time: {value: 4, unit: day, period: 2026-01, by: example}, ";
  FileSet files =
      paper_study(option("from-now", lead, spare) + option("from-cut", lead + "lead_time_from: first-shock, ", spare) +
                  option("clinic-first", "", priority("clinic", "1")));
  files["options.yaml"] += "packages:\n  - {id: both, title: {en: Both}, options: [from-cut, clinic-first]}\n";
  const RunResult run = played(files);
  for (const std::size_t pathway : {0u, 1u}) {
    EXPECT_NEAR(loss(run, 1, pathway), 0, 1);
    EXPECT_NEAR(loss(run, 2, pathway), 4e6, 1);
    EXPECT_NEAR(loss(run, 4, pathway), 2.5e6, 1);
  }
}

// Paid only where the cut comes late (0.75): 75 yen on the mean, and in the early pathway no regret.
TEST(ArmNetworks, CostByPathway) {
  const std::string own = "pathway_costs: [{pathway: early, cost: {value: 0, unit: JPY, period: 2025, by: example}}], ";
  const RunResult run = played(paper_study(option("subsidy", own, priority("clinic", "1"))));
  const policy::Arm& arm = run.losses[1];
  EXPECT_DOUBLE_EQ(arm.cost[0], 75);
  EXPECT_DOUBLE_EQ(arm.cost_in(0, 0), 0);
  EXPECT_DOUBLE_EQ(arm.cost_in(1, 0), 100);
  EXPECT_NEAR(policy::expected_burden(arm, run.probabilities.pathways)[0], 6.25e6 + 75, 1e-3);
  const auto regret = policy::regret_by_pathway({run.losses[0], arm}); // of doing nothing: what the option saves
  EXPECT_NEAR(regret[0][0], 3.75e6, 1e-3);
  EXPECT_NEAR(regret[0][1], 3.75e6 - 100, 1e-3);
  EXPECT_TRUE(run.losses[0].pathway_cost.empty());
}

TEST(ArmNetworks, OneNetworkForEachSetOfRanks) {
  FileSet files = paper_study(option("a", "", priority("clinic", "1")) + option("b", "", priority("clinic", "1")) +
                              option("c", "", priority("plant", "2")));
  const Study study = read_study(files).take();
  const ArmNetworks networks(study, plan_arms(study));
  EXPECT_EQ(networks.size(), 3u);
  EXPECT_EQ(networks.of(0), 0u);
  EXPECT_EQ(networks.of(1), networks.of(2));
  EXPECT_EQ(networks.at(1).demands[0].priority, 1);
  EXPECT_EQ(networks.at(1).demands[1].priority, 1000);
}

} // namespace
} // namespace rashin::study
