#include "study/economy_plan.h"
#include "study/economy_tables.h"
#include "study/read.h"
#include "study/work.h"
#include "supply/mrio_ensemble.h"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <numeric>

namespace rashin::study {
namespace {

/// Two regions with three sectors; JPN|parts sells to JPN|goods and ABC|goods.
supply::Mrio small_table() {
  IoEntries entries;
  entries.name = "toy_2020", entries.unit = "million USD", entries.year = "2020";
  for (const char* region : {"JPN", "ABC"})
    for (const char* sector : {"parts", "goods", "other"}) entries.industries.push_back({region, sector});
  entries.final_demands = {{"JPN", "use"}, {"ABC", "use"}};
  entries.flows = {{0, 1, 300}, {0, 4, 100}, {2, 1, 50}, {3, 4, 200}, {5, 4, 60}, {1, 2, 10}, {5, 2, 20}};
  entries.final_demand_flows = {{0, 0, 20}, {1, 0, 700}, {1, 1, 200}, {2, 0, 500},
                                {3, 1, 30}, {4, 1, 900}, {5, 1, 400}};
  auto built = supply::make_mrio(entries);
  return built.take().table;
}

/// The template study, joined to the toy table.
FileSet joined(const std::string& joins, const std::string& more = "") {
  FileSet files = new_study("x");
  files.erase("README.md");
  files["mrio.yaml"] = "schema: 1\ntable: toy_2020\ndraws: 12\nregion: JPN\n" + more + "joins:\n" + joins;
  return files;
}

Study read(const FileSet& files) {
  auto study = read_study(files);
  for (const Diagnostic& d : study.diagnostics())
    EXPECT_NE(d.severity, Severity::Error) << to_text(d, Language::English);
  return study.take();
}

std::string first_end_use(const Study& study) {
  return study.network.end_uses.front().id;
}

std::string join_of(const std::string& use, const std::string& sector = "goods", double share = 0.5) {
  return "  - {end_use: " + use + ", region: JPN, sector: " + sector + ", share: {value: " + std::to_string(share) +
         ", unit: share, period: 2020, by: example}}\n";
}

struct Played {
  Study study;
  RunResult run;
  EconomyResult economy;
};
Played play(const FileSet& files, int threads = 1, int draws = 20) {
  Played played{read(files), {}, {}};
  RunOptions options;
  options.seed = 7, options.draws = draws, options.threads = threads;
  played.run = run(played.study, options).take();
  EconomyOptions economy;
  economy.threads = threads;
  played.economy = run_economy(played.study, played.run, small_table(), economy).take();
  return played;
}

TEST(EconomyMoney, IsAtTheRateOfTheTablesYearOrNotAtAll) {
  FileSet files{{"rates.csv", "from,to,period,value,country,basis\nUSD,JPY,2020,106.77,,claim:x\n"}};
  const auto money = economy_money(files, "JPY", "million current USD", "2020");
  ASSERT_TRUE(money.has_value());
  EXPECT_DOUBLE_EQ(money->factor, 106.77e6);
  EXPECT_EQ(money->claims, std::vector<std::string>{"x"});
  EXPECT_FALSE(economy_money(files, "JPY", "million current USD", "2011").has_value()) << "no rate of that year";
  EXPECT_FALSE(economy_money(files, "JPY", "points", "2020").has_value()) << "no currency";
  EXPECT_EQ(economy_money({}, "USD", "million current USD", "2011")->factor, 1e6);
}

std::string end_use() {
  FileSet files = new_study("x");
  files.erase("README.md");
  return first_end_use(read(files));
}

TEST(Economy, AnEndUseInShortageLowersTheCapacityOfItsIndustryByItsShare) {
  const FileSet files = joined(join_of(end_use()));
  const Study study = read(files);
  RunOptions options;
  options.seed = 7, options.draws = 20;
  const RunResult result = run(study, options).take();
  const auto plan = plan_economy(study, result, small_table(), 0).take();
  EXPECT_EQ(plan.draws, 12);
  const auto members = economy_members(study, result, plan, {});
  ASSERT_FALSE(members.empty());
  for (const EconomyMember& member : members) {
    ASSERT_EQ(member.shocks.size(), 1u);
    const supply::TableShock& shock = member.shocks[0];
    EXPECT_EQ(shock.impacts[0].industry, 1u) << "JPN|goods";
    // The end use's lost output, summed over days, is its lost value added over its daily value added.
    const std::size_t arm = 0;
    if (member.arm != arm) continue;
    double lacking = 0;
    for (const double share : shock.profile) lacking += share / 0.5;
    const supply::SlotIndex slot = study.network.end_uses[0].value_added;
    const double a_day = result.parameters[*study.slot_parameter[slot]][member.draw] * study.slot_factor[slot] / 365;
    EXPECT_NEAR(lacking * a_day, result.end_use_loss[0][member.pathway][member.draw],
                1e-6 * result.end_use_loss[0][member.pathway][member.draw] + 1e-6 * a_day);
  }
}

TEST(Economy, LossesAddUpOverRegionsAndIndustriesAndTheLostCapacityIsAmongThem) {
  const Played p = play(joined(join_of(end_use())));
  double largest = 0;
  for (std::size_t w = 0; w < p.study.pathways.size(); ++w)
    for (std::size_t d = 0; d < 12; ++d) {
      double regions = 0, industries = 0;
      for (const auto& region : p.economy.region_loss) regions += region[w][d];
      for (const auto& industry : p.economy.industry_loss) industries += industry[w][d];
      EXPECT_NEAR(regions, p.economy.loss[0][w][d], 1e-9 * (1 + std::abs(regions)));
      EXPECT_NEAR(industries, p.economy.loss[0][w][d], 1e-9 * (1 + std::abs(regions)));
      largest = std::max(largest, p.economy.loss[0][w][d]);
    }
  EXPECT_GT(largest, 0);
  EXPECT_TRUE(p.economy.example.any);
  EXPECT_LE(p.economy.worst_balance, 1e-6);
}

TEST(Economy, SameOnOneAndTwoThreadsAndWithoutTheTableNothingChanges) {
  const FileSet files = joined(join_of(end_use()));
  const Played one = play(files, 1), two = play(files, 2);
  EXPECT_EQ(one.economy.loss, two.economy.loss);
  EXPECT_EQ(one.economy.industry_loss, two.economy.industry_loss);
  const auto tables = economy_tables(one.study, one.run, one.economy);
  const auto again = economy_tables(two.study, two.run, two.economy);
  for (std::size_t t = 0; t < tables.size(); ++t) EXPECT_EQ(to_csv(tables[t].table), to_csv(again[t].table));
  const auto plain = run_files(one.study, one.run, result_tables(one.study, one.run), files);
  EXPECT_NE(plain.at("run.json").find("\"computed\": false"), std::string::npos) << plain.at("run.json");
  auto all = result_tables(one.study, one.run);
  for (const auto& table : tables) all.push_back(table);
  const auto played = run_files(one.study, one.run, all, files, &one.economy);
  EXPECT_NE(played.at("run.json").find(one.economy.hash), std::string::npos);
  EXPECT_TRUE(played.contains("results/economy_regions.csv"));
}

TEST(Economy, OptionsArePlayedOnTheSameDraws) {
  FileSet files = joined(join_of(end_use()));
  const Study study = read(files);
  files["mrio.yaml"].insert(files["mrio.yaml"].find("joins:"), "compare: [" + study.options[0].id + "]\n");
  const Played p = play(files);
  ASSERT_EQ(p.economy.arms.size(), 2u);
  EXPECT_EQ(p.run.arms[p.economy.arms[1]].id, study.options[0].id);
}

std::vector<std::string> errors(const FileSet& files) {
  std::vector<std::string> codes;
  for (const Diagnostic& d : read_study(files).diagnostics())
    if (d.severity == Severity::Error) codes.push_back(d.code);
  return codes;
}
using Codes = std::vector<std::string>;

TEST(Economy, WhatIsWrongIsToldAtItsPlace) {
  const std::string use = end_use();
  EXPECT_EQ(
      errors(joined("  - {region: JPN, sector: goods, share: {value: 1, unit: share, period: 2020, by: example}}\n")),
      Codes{"economy-join-of-what"});
  EXPECT_EQ(errors(joined(join_of("nothing"))), Codes{"network-unknown-name"});
  EXPECT_EQ(errors(joined(join_of(use), "compare: [nothing]\n")), Codes{"option-unknown"});
  EXPECT_EQ(errors(joined(join_of(use, "goods", 0.7) + join_of(use, "goods", 0.7))), (Codes{"quantity-twice"}))
      << "one row a join";
  FileSet both = joined(join_of(use));
  const Study study = read(both);
  const std::string item = study.network.items[study.network.demands[0].item].id;
  both["mrio.yaml"] += "  - {item: " + item +
                       ", region: JPN, sector: goods, share: {value: 0.9, unit: share, period: 2020, by: example}}\n";
  const Codes found = errors(both);
  EXPECT_NE(std::find(found.begin(), found.end(), "economy-counted-twice"), found.end());
  EXPECT_NE(std::find(found.begin(), found.end(), "economy-shares-above-one"), found.end());
  const Study wrong = read(joined(join_of(use, "nowhere")));
  const Diagnostics faults = check_economy(wrong, small_table());
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].code, "mrio-unknown-industry");
  EXPECT_GT(faults[0].place.line, 0);
}

} // namespace
} // namespace rashin::study
